// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/journal/JournalFixtures.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_journaldamage {

/// Damaged files are set aside, never deleted, and what can be read of them goes on.
class TestJournalDamage : public QObject, protected JournalFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeFolder(); }

    void garbageIsSetAside()
    {
        const QByteArray garbage(5000, 'x');
        writeFile(path(), garbage);
        const auto journal = Journal::open(path(), ours, {});
        QVERIFY(journal);
        QCOMPARE((*journal)->found(), Journal::Found::Salvaged);
        QCOMPARE(bytesOf((*journal)->setAside()), garbage);
        QVERIFY((*journal)->load(noon)->sales.isEmpty());
    }

    void aTextIsSetAside()
    {
        writeFile(path(), "what somebody wrote down\n");
        auto journal = Journal::open(path(), ours, {});
        QVERIFY(journal);
        QCOMPARE((*journal)->found(), Journal::Found::Salvaged);
        QCOMPARE(bytesOf((*journal)->setAside()), "what somebody wrote down\n");
        QVERIFY((*journal)->load(noon)->sales.isEmpty());
    }

    void damageIsMetWhileLoading()
    {
        tear(400);
        auto journal = *Journal::open(path(), ours, {});
        QCOMPARE(journal->found(), Journal::Found::Whole); // opening reads no sale
        const auto contents = journal->load(noon);
        QVERIFY(contents);
        QVERIFY2(contents->sales.size() > 350 && contents->sales.size() < 400,
                 qPrintable(QString::number(contents->sales.size())));
        QVERIFY(bytesOf(journal->setAside()).contains(torn));
        QCOMPARE(contents->issues.size(), 1);
        QCOMPARE(contents->openIntents.size(), 1);
        QCOMPARE(contents->partner, u"p"_s);
        QCOMPARE(contents->sales.constFirst().record.size(), 1);
        QVERIFY(journal->write({JournaledSale{.order = {.id = orderNumber(1000)}}})); // and it goes on
        journal.reset();
        journal = *Journal::open(path(), ours, {});
        QVERIFY(journal->load(noon));
        QCOMPARE(journal->found(), Journal::Found::Whole);
        QVERIFY(!journal->isToBeChecked());
    }

    void damageIsMetWhileWriting()
    {
        tear(400);
        auto journal = *Journal::open(path(), ours, {});
        QList<JournalEntry> entries{
            Intent{.id = 10, .verb = Intent::Verb::Cancel, .order = orderNumber(3), .at = noon}};
        entries << changedSales(400);
        QVERIFY(journal->write(entries)); // the batch that failed is in the new file
        QVERIFY(bytesOf(journal->setAside()).contains(torn));
        const auto contents = journal->load(noon);
        QCOMPARE(contents->sales.size(), 400);
        QCOMPARE(contents->openIntents.size(), 2);
        QVERIFY(journal->write({Conclusion{10, IntentResult::Done, {}}}));
        QCOMPARE(journal->load(noon)->openIntents.size(), 1);
    }

    void damageThatCannotBeMendedIsTold_data()
    {
        QTest::addColumn<int>("room");
        QTest::newRow("no room for a file") << 1;
        QTest::newRow("no room for all its rows") << 250'000;
    }
    void damageThatCannotBeMendedIsTold()
    {
        QFETCH(int, room);
        constexpr int sales = 400;
        tear(sales);
        auto journal = *Journal::open(path(), ours, {});
        const QList<JournalEntry> entries = changedSales(sales);
        {
            const SmallDisk small(static_cast<rlim_t>(room));
            const auto written = journal->write(entries);
            QVERIFY(!written);
            QVERIFY(journal->setAside().isEmpty());
            QVERIFY(!journal->write(entries));
        }
        QVERIFY(journal->write(entries)); // once there is room
        QVERIFY(!journal->setAside().isEmpty());
        QCOMPARE(journal->load(noon)->sales.size(), sales);
    }

    void anotherAccountsDamagedJournalIsLeft()
    {
        tear(400);
        QCOMPARE(Journal::open(path(), {ours.server, u"another"_s}, {}).error().kind, JournalError::Kind::OtherAccount);
        QCOMPARE(filesInFolder(), QStringList{u"journal.sqlite"_s});
    }

    void anEndBetweenSettingAsideAndReplacingIsMadeGood()
    {
        fill(3);
        QVERIFY(QFile::rename(path(), path() + u".salvaged"_s));
        const auto journal = *Journal::open(path(), ours, {});
        QCOMPARE(journal->load(noon)->sales.size(), 3);
    }

    void whatIsLeftOfASalvageIsReplaced()
    {
        tear(400);
        writeFile(path() + u".salvaged"_s, "half of it");
        const auto journal = *Journal::open(path(), ours, {});
        QVERIFY(journal->load(noon));
        QVERIFY(bytesOf(journal->setAside()).contains(torn));
    }

    void theCounterIdOutlivesDamage()
    {
        { // made on a computer, torn in the middle of its sales
            const auto journal = *Journal::open(path(), ours, {}, "first");
            QVERIFY(journal->write(manySales(400)));
        }
        QVERIFY(makeHole(path()));
        {
            const auto journal = *Journal::open(path(), ours, {}, "first");
            QVERIFY(journal->load(noon)->sales.size() > 100);
            QVERIFY(!journal->setAside().isEmpty());
        }
        QVERIFY((*Journal::open(path(), ours, {}, "first"))->load(noon)->sales.size() > 100);
        QCOMPARE((*Journal::open(path(), ours, {}, "second"))->load(noon)->sales.size(), 0);
    }

    void aSecondDamagedFileDoesNotReplaceTheFirst()
    {
        QStringList aside;
        for (const char filling : {'x', 'y'}) {
            QFile::remove(path());
            writeFile(path(), QByteArray(5000, filling));
            const auto journal = Journal::open(path(), ours, {});
            QVERIFY(journal);
            aside << (*journal)->setAside();
        }
        QVERIFY(aside.at(0) != aside.at(1));
        QCOMPARE(bytesOf(aside.at(0)), QByteArray(5000, 'x'));
    }

private:
    /// The orders of manySales(), with other values.
    static QList<JournalEntry> changedSales(int count)
    {
        QList<JournalEntry> entries;
        for (int n = 0; n < count; ++n)
            entries << JournaledSale{.order = {.id = orderNumber(n), .number = 5}};
        return entries;
    }

    /// A journal of \a sales with a hole among them.
    void tear(int sales)
    {
        {
            auto journal = *Journal::open(path(), ours, {});
            QList<JournalEntry> entries{Intent{.id = 7, .at = noon}, Issue{.id = 1, .since = noon},
                                        PartnerNote{u"p"_s}};
            for (const JournalEntry &sale : manySales(sales))
                entries << sale
                        << RecordEntry{
                               .at = noon, .what = u"created"_s, .order = std::get<JournaledSale>(sale).order.id};
            QVERIFY(journal->write(entries));
        }
        QVERIFY(makeHole(path()));
    }
};

} // namespace okoshko::test::tst_journaldamage

OKOSHKO_TEST(tst_journaldamage, TestJournalDamage, QCoreApplication)
#include "tst_journaldamage.moc"
