// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Schema.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/journal/JournalFixtures.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_journalfile {

/// What becomes of files that are not as they should be: none is ever lost, none is mistaken for another.
class TestJournalFile : public QObject, protected JournalFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeFolder(); }

    void aMissingFolderIsMade()
    {
        const auto journal = Journal::open(m_folder->filePath(u"a/b/journal.sqlite"_s), ours, {});
        QVERIFY(journal);
        QCOMPARE((*journal)->found(), Journal::Found::Fresh);
    }

    void itIsDurable()
    {
        fill(1);
        journal::Database database;
        QVERIFY(database.open(path()));
        QCOMPARE(database.value(u"PRAGMA journal_mode"_s)->toString(), u"wal"_s);
        QCOMPARE(database.value(u"PRAGMA synchronous"_s)->toInt(), 2); // FULL
    }

    void aFolderThatCannotBeIsUnwritable()
    {
        writeFile(m_folder->filePath(u"file"_s), {});
        const auto journal = Journal::open(m_folder->filePath(u"file/journal.sqlite"_s), ours, {});
        QVERIFY(!journal);
        QCOMPARE(journal.error().kind, JournalError::Kind::Unwritable);
    }

    void aFullDiskRefusesTheIntentAndTakesItLater()
    {
        auto journal = *Journal::open(path(), ours, {});
        const Intent intent{.verb = Intent::Verb::Reserve, .at = noon};
        {
            const SmallDisk small(1);
            const auto written = journal->write({intent});
            QVERIFY(!written);
            QVERIFY(written.error().kind == JournalError::Kind::DiskFull ||
                    written.error().kind == JournalError::Kind::Unwritable);
            QVERIFY(!journal->probe());
        }
        QVERIFY(journal->probe());
        QVERIFY(journal->write({intent}));
        QCOMPARE(journal->load(noon)->openIntents.size(), 1);
    }

    void aProbeWritesOnlyAfterAFailure()
    {
        auto journal = *Journal::open(path(), ours, {});
        QVERIFY(journal->makeReady());
        int commits = 0;
        journal->setBeforeCommit([&commits] { ++commits; });
        QVERIFY(journal->probe());
        QCOMPARE(commits, 0);
        QVERIFY(QFile::rename(path(), path() + u"-away"_s));
        QVERIFY(!journal->probe());
        QVERIFY(QFile::rename(path() + u"-away"_s, path()));
        QVERIFY(journal->probe());
        QCOMPARE(commits, 1);
        QVERIFY(journal->probe());
        QCOMPARE(commits, 1);
    }

    void aNewerJournalIsRefusedAndUntouched()
    {
        fill(3);
        {
            journal::Database database;
            QVERIFY(database.open(path()));
            QVERIFY(database.run(u"PRAGMA user_version = %1"_s.arg(journal::currentVersion() + 1)));
        }
        const QByteArray before = bytesOf(path());
        const QStringList files = filesInFolder();
        const auto journal = Journal::open(path(), ours, {});
        QVERIFY(!journal);
        QCOMPARE(journal.error().kind, JournalError::Kind::Newer);
        QCOMPARE(bytesOf(path()), before);
        QCOMPARE(filesInFolder(), files);
    }

    void anotherAccountsJournalIsRefusedAndKept()
    {
        fill(3);
        for (const Account &other :
             {Account{u"https://other.example.org"_s, ours.keyMark}, Account{ours.server, u"f"_s}}) {
            const auto journal = Journal::open(path(), other, {});
            QVERIFY(!journal);
            QCOMPARE(journal.error().kind, JournalError::Kind::OtherAccount);
        }
        QCOMPARE((*Journal::open(path(), ours, {}))->load(noon)->sales.size(), 3);
    }

    void accountsHaveFilesOfTheirOwn()
    {
        const QString mine = Journal::pathFor(u"/p"_s, ours);
        QVERIFY(mine != Journal::pathFor(u"/p"_s, {ours.server, u"f"_s}));
        QVERIFY(mine != Journal::pathFor(u"/p"_s, {u"http://127.0.0.1:8080"_s, ours.keyMark}));
        QVERIFY(!Journal::pathFor(u"/p"_s, {u"../../x"_s, u"f"_s}).mid(3).contains(u'/'));
    }

    void whoseItIsIsToldWithoutOpeningIt()
    {
        QCOMPARE(Journal::ownerOf(path()), std::nullopt);
        QVERIFY(!QFile::exists(path()));
        fill(1);
        QCOMPARE(Journal::ownerOf(path()), (Owner{ours, {}, Owner::Sales::Some}));
        {
            const auto journal = *Journal::open(path(), ours, {});
            QVERIFY(journal->notePartner(u"p"_s));
            QVERIFY(journal->changeAccount({ours.server, u"another"_s}));
        }
        QCOMPARE(Journal::ownerOf(path()), (Owner{{ours.server, u"another"_s}, u"p"_s, Owner::Sales::Some}));
    }

    void onlyWithoutSalesDoesItGoToAnotherServer()
    {
        const Account elsewhere = {u"https://elsewhere.example"_s, u"e"_s};
        {
            const auto journal = *Journal::open(path(), ours, {});
            QVERIFY(journal->notePartner(u"p"_s));
            QVERIFY(journal->changeAccount(elsewhere));
            QCOMPARE(*journal->owner(), (Owner{elsewhere, {}}));
            QVERIFY(journal->changeAccount(ours));
            QVERIFY(journal->write({Intent{.id = 1}}));
            QCOMPARE(journal->owner()->sales, Owner::Sales::Some);
            const auto refused = journal->changeAccount(elsewhere);
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, JournalError::Kind::OtherAccount);
        }
        QCOMPARE(Journal::ownerOf(path()), (Owner{ours, {}, Owner::Sales::Some}));
    }

    void aFileThatGoesTakesNothingUntilItIsBack_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("the file") << u"journal.sqlite"_s;
        QTest::newRow("its folder") << u"."_s;
    }
    void aFileThatGoesTakesNothingUntilItIsBack()
    {
        QFETCH(QString, what);
        auto journal = *Journal::open(path(), ours, {});
        Intent intent{.id = 1, .verb = Intent::Verb::Reserve, .at = noon};
        QVERIFY(journal->write({intent}));
        const QString place = QDir::cleanPath(m_folder->filePath(what));
        QVERIFY(QFile::rename(place, place + u"-away"_s));
        // SQLite itself would take it, into a file that has no name any more or another one.
        intent.id = 2;
        QCOMPARE(journal->write({intent}).error().kind, JournalError::Kind::Vanished);
        QCOMPARE(journal->probe().error().kind, JournalError::Kind::Vanished);
        QVERIFY(QFile::rename(place + u"-away"_s, place));
        QVERIFY(journal->write({intent}));
        journal.reset();
        QCOMPARE((*Journal::open(path(), ours, {}))->load(noon)->openIntents.size(), 2);
    }

    void aFileThatGoesInTheMiddleOfAnEntryTakesNothing()
    {
        auto journal = *Journal::open(path(), ours, {});
        const Intent intent{.verb = Intent::Verb::Reserve, .at = noon};
        journal->setBeforeCommit([this] { QFile::rename(path(), path() + u"-away"_s); });
        QCOMPARE(journal->write({intent}).error().kind, JournalError::Kind::Vanished);
        journal->setBeforeCommit({});
        QVERIFY(QFile::rename(path() + u"-away"_s, path()));
        QVERIFY(journal->write({intent})); // no entry was left open
        QCOMPARE(journal->load(noon)->openIntents.size(), 1);
    }

    void aCopyInItsPlaceIsAnother()
    {
        const auto journal = *Journal::open(path(), ours, {});
        QVERIFY(QFile::copy(path(), path() + u"-copy"_s));
        QVERIFY(QFile::remove(path()));
        QVERIFY(QFile::rename(path() + u"-copy"_s, path()));
        QCOMPARE(journal->probe().error().kind, JournalError::Kind::Vanished);
    }

    void somethingElseInItsPlaceIsUnwritable_data()
    {
        QTest::addColumn<bool>("isPipe");
        QTest::newRow("a pipe") << true;
        QTest::newRow("a folder") << false;
    }
    void somethingElseInItsPlaceIsUnwritable()
    {
        QFETCH(bool, isPipe);
        QVERIFY(isPipe ? mkfifo(QFile::encodeName(path()).constData(), 0600) == 0 : QDir().mkpath(path()));
        QCOMPARE(Journal::open(path(), ours, {}).error().kind, JournalError::Kind::Unwritable); // without waiting
        QCOMPARE(Journal::ownerOf(path()), std::nullopt);
    }

    void anOrderlyEndNeedsNoCheck()
    {
        fill(3);
        auto journal = *Journal::open(path(), ours, {});
        QVERIFY(journal->load(noon));
        QVERIFY(!journal->isToBeChecked());
        // As after a power cut: what is on the disk while the program runs.
        for (const QString &suffix : {u""_s, u"-wal"_s})
            QVERIFY(QFile::copy(path() + suffix, path() + u"-cut"_s + suffix));
        journal.reset();
        for (const bool isChecked : {false, true}) {
            auto cut = *Journal::open(path() + u"-cut"_s, ours, {});
            QVERIFY(cut->load(noon));
            QVERIFY(cut->isToBeChecked()); // and until it was
            if (isChecked)
                cut->setChecked();
        }
        auto cut = *Journal::open(path() + u"-cut"_s, ours, {});
        QVERIFY(cut->load(noon));
        QVERIFY(!cut->isToBeChecked());
    }

    void onAnotherComputerItsSalesAreForReading()
    {
        const Intent open{.id = 1, .verb = Intent::Verb::Cancel, .order = orderNumber(1), .at = noon};
        const JournaledSale here{.order = {.id = orderNumber(1), .createdAt = noon}};
        const Issue issue{.id = 1, .order = orderNumber(1), .since = noon};
        {
            const auto first = *Journal::open(path(), ours, {}, "first");
            QVERIFY(first->write({open, here, issue, RecordEntry{.at = noon, .order = orderNumber(1)}}));
        }
        const QString copy = path() + u"-copy"_s;
        QVERIFY(QFile::copy(path(), copy));
        {
            const auto second = *Journal::open(copy, ours, {}, "second");
            auto contents = *second->load(noon);
            QVERIFY(contents.sales.isEmpty());
            QVERIFY(contents.openIntents.isEmpty());
            QVERIFY(contents.issues.isEmpty());
            QCOMPARE(contents.lastIntent, 1);
            QCOMPARE(contents.lastIssue, 1);
            QCOMPARE(contents.anySales, Owner::Sales::Some);
            Issue changed = issue;
            changed.got = 7;
            QVERIFY(second->write({Conclusion{1, IntentResult::Done, {}}, Resolution{1, noon, {}}, changed}));
            QVERIFY(second->write({Intent{.id = 2, .at = noon}, JournaledSale{.order = {.id = orderNumber(2)}}}));
            QCOMPARE(second->load(noon)->sales.size(), 1);
        }
        {
            // Back on the first one, what is its own is there, as it was, and the second one's is not.
            const auto first = *Journal::open(copy, ours, {}, "first");
            const auto contents = *first->load(noon);
            QCOMPARE(contents.sales.size(), 1);
            QCOMPARE(contents.sales.constFirst().order.id, orderNumber(1));
            QCOMPARE(contents.openIntents, QList<Intent>{open});
            QCOMPARE(contents.issues, QList<Issue>{issue});
        }
        QCOMPARE((*Journal::open(copy, ours, {}, "second"))->load(noon)->sales.constFirst().order.id, orderNumber(2));
    }

    void aComputerWithoutAnIdIsTheSame()
    {
        QVERIFY((*Journal::open(path(), ours, {}, {}))->write({JournaledSale{.order = {.id = orderNumber(1)}}}));
        for (const char *machine : {"", "first", "", "first"}) {
            const auto journal = *Journal::open(path(), ours, {}, machine);
            QCOMPARE(journal->load(noon)->sales.size(), 1);
        }
        const auto other = *Journal::open(path(), ours, {}, "second");
        QCOMPARE(other->load(noon)->sales.size(), 0);
    }

    void anEmptyFileIsAFreshStart()
    {
        writeFile(path(), {});
        QVERIFY(Journal::open(path(), ours, {}));
    }
};

} // namespace okoshko::test::tst_journalfile

OKOSHKO_TEST(tst_journalfile, TestJournalFile, QCoreApplication)
#include "tst_journalfile.moc"
