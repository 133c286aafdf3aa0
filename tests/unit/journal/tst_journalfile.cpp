// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Database.h"
#include "models/journal/Journal.h"
#include "models/journal/Schema.h"
#include "tests/support/TestProgram.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_journalfile {

namespace {

const Account ours{u"https://api.ticketscloud.org"_s, u"0123456789abcdef"_s};
const Instant noon = *parseInstant(u"2016-01-26T12:00:00+00:00"_s);

OrderId orderNumber(int n)
{
    return *OrderId::parse(u"%1"_s.arg(n, 24, 10, QChar(u'0')));
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// No file of this process may grow beyond \a bytes while it lives: what a full disk is to SQLite.
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t bytes)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        m_signal = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }

private:
    rlimit m_before{};
    void (*m_signal)(int) = SIG_DFL;
};

} // namespace

/// What becomes of files that are not as they should be: none is ever lost, none is mistaken for another.
class TestJournalFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

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
        QFile file(m_folder->filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto journal = Journal::open(m_folder->filePath(u"file/journal.sqlite"_s), ours, {});
        QVERIFY(!journal);
        QCOMPARE(journal.error().kind, JournalError::Kind::Unwritable);
    }

    void aJournalThatIsAFolderIsUnwritable()
    {
        QVERIFY(QDir().mkpath(path()));
        const auto journal = Journal::open(path(), ours, {});
        QVERIFY(!journal);
        QCOMPARE(journal.error().kind, JournalError::Kind::Unwritable);
    }

    void aFullDiskRefusesTheIntentAndTakesItLater()
    {
        auto journal = *Journal::open(path(), ours, {});
        const Intent intent{.verb = Intent::Verb::Reserve, .at = noon};
        {
            const SmallDisk small(1);
            const auto id = journal->intend(intent);
            QVERIFY(!id);
            QVERIFY(id.error().kind == JournalError::Kind::DiskFull ||
                    id.error().kind == JournalError::Kind::Unwritable);
            QVERIFY(!journal->probe());
        }
        QVERIFY(journal->probe());
        QVERIFY(journal->intend(intent));
        QCOMPARE(journal->openIntents()->size(), 1);
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
        const QStringList files = m_files();
        const auto journal = Journal::open(path(), ours, {});
        QVERIFY(!journal);
        QCOMPARE(journal.error().kind, JournalError::Kind::Newer);
        QCOMPARE(bytesOf(path()), before);
        QCOMPARE(m_files(), files);
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
        QCOMPARE((*Journal::open(path(), ours, {}))->sales(noon)->size(), 3);
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
            QVERIFY(journal->intend({}));
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
        const Intent intent{.verb = Intent::Verb::Reserve, .at = noon};
        QVERIFY(journal->intend(intent));
        QVERIFY(journal->isInPlace());
        const QString place = QDir::cleanPath(m_folder->filePath(what));
        QVERIFY(QFile::rename(place, place + u"-away"_s));
        // SQLite itself would take it, into a file that has no name any more or another one.
        QCOMPARE(journal->intend(intent).error().kind, JournalError::Kind::Vanished);
        QCOMPARE(journal->atOnce([&] { return journal->probe(); }).error().kind, JournalError::Kind::Vanished);
        QCOMPARE(journal->isInPlace().error().kind, JournalError::Kind::Vanished);
        QVERIFY(QFile::rename(place + u"-away"_s, place));
        QVERIFY(journal->intend(intent));
        journal.reset();
        QCOMPARE((*Journal::open(path(), ours, {}))->openIntents()->size(), 2);
    }

    void aFileThatGoesInTheMiddleOfAnEntryTakesNothing()
    {
        auto journal = *Journal::open(path(), ours, {});
        const Intent intent{.verb = Intent::Verb::Reserve, .at = noon};
        const auto written = journal->atOnce([&]() -> Journaled<void> {
            const auto id = journal->intend(intent);
            QFile::rename(path(), path() + u"-away"_s);
            return id ? Journaled<void>() : tl::unexpected(id.error());
        });
        QCOMPARE(written.error().kind, JournalError::Kind::Vanished);
        QVERIFY(QFile::rename(path() + u"-away"_s, path()));
        QVERIFY(journal->intend(intent)); // no entry was left open
        QCOMPARE(journal->openIntents()->size(), 1);
    }

    void aCopyInItsPlaceIsAnother()
    {
        const auto journal = *Journal::open(path(), ours, {});
        QVERIFY(QFile::copy(path(), path() + u"-copy"_s));
        QVERIFY(QFile::remove(path()));
        QVERIFY(QFile::rename(path() + u"-copy"_s, path()));
        QCOMPARE(journal->probe().error().kind, JournalError::Kind::Vanished);
    }

    void garbageIsSetAside()
    {
        const QByteArray garbage(5000, 'x');
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(garbage) == garbage.size());
        file.close();
        const auto journal = Journal::open(path(), ours, {});
        QVERIFY(journal);
        QCOMPARE((*journal)->found(), Journal::Found::Salvaged);
        QCOMPARE(bytesOf((*journal)->setAside()), garbage);
        QVERIFY((*journal)->sales(noon)->isEmpty());
    }

    void aTornFileIsSalvaged()
    {
        fill(400);
        const QByteArray whole = bytesOf(path());
        // A hole in the middle: some sales are gone, those before and after it are not.
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(whole.size() / 2 / 4096 * 4096));
        QCOMPARE(file.write(QByteArray(12 * 4096, '\xa5')), 12 * 4096);
        file.close();
        const QByteArray torn = bytesOf(path());

        const auto journal = Journal::open(path(), ours, {});
        QVERIFY(journal);
        QCOMPARE((*journal)->found(), Journal::Found::Salvaged);
        const auto saved = (*journal)->sales(noon);
        QVERIFY(saved);
        QVERIFY2(saved->size() > 100 && saved->size() < 400, qPrintable(QString::number(saved->size())));
        QCOMPARE(bytesOf((*journal)->setAside()), torn);
        QVERIFY((*journal)->mirror({})); // and it goes on
    }

    void aSecondDamagedFileDoesNotReplaceTheFirst()
    {
        QStringList aside;
        for (const char filling : {'x', 'y'}) {
            QFile::remove(path());
            QFile file(path());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(5000, filling));
            file.close();
            const auto journal = Journal::open(path(), ours, {});
            QVERIFY(journal);
            aside << (*journal)->setAside();
        }
        QVERIFY(aside.at(0) != aside.at(1));
        QCOMPARE(bytesOf(aside.at(0)), QByteArray(5000, 'x'));
    }

    void anEmptyFileIsAFreshStart()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QVERIFY(Journal::open(path(), ours, {}));
    }

private:
    QString path() const { return m_folder->filePath(u"journal.sqlite"_s); }
    QStringList m_files() const { return QDir(m_folder->path()).entryList(QDir::Files, QDir::Name); }

    void fill(int sales)
    {
        const auto journal = Journal::open(path(), ours, u"Касса 2"_s);
        QVERIFY(journal);
        QVERIFY((*journal)->atOnce([&]() -> Journaled<void> {
            for (int n = 0; n < sales; ++n) {
                JournaledSale sale;
                sale.order.id = orderNumber(n);
                sale.order.status = OrderStatus::Executed;
                sale.order.createdAt = noon + std::chrono::seconds(n);
                if (const auto done = (*journal)->mirror(sale); !done)
                    return done;
            }
            return {};
        }));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace okoshko::test::tst_journalfile

OKOSHKO_TEST(tst_journalfile, TestJournalFile, QCoreApplication)
#include "tst_journalfile.moc"
