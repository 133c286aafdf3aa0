// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/JournalThread.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/journal/JournalFixtures.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_journalpast {

/// Past orders are found again by what a buyer can tell of them.
class TestJournalPast : public QObject, protected OpenJournal
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        makeFolder();
        reopen();
    }

    void byWhatItIs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("found"); // newest first
        QTest::newRow("all") << QString() << QList{4, 3, 2, 1};
        QTest::newRow("number") << u"497291903"_s << QList{3};
        QTest::newRow("number with blanks") << u"№ 497 291\u00a0903"_s << QList{3};
        QTest::newRow("part of a number") << u"91903"_s << QList{3};
        QTest::newRow("title") << u"гамлет"_s << QList{3, 1};
        QTest::newRow("part of a title") << u"АМЛЕ"_s << QList{3, 1};
        QTest::newRow("all the words") << u"гамлет 497291901"_s << QList{1};
        QTest::newRow("words of two orders") << u"гамлет вишневый"_s << QList<int>{};
        QTest::newRow("pieces of two words") << u"вишсад"_s << QList<int>{};
        QTest::newRow("е for ё") << u"вишневый елка"_s << QList{2};
        QTest::newRow("ё for е") << u"вёсна"_s << QList{4};
        QTest::newRow("short word") << u"на"_s << QList{4};
        QTest::newRow("short and long word") << u"сад и"_s << QList{2};
        QTest::newRow("half a number is no short word's match") << u"q7"_s << QList<int>{};
        QTest::newRow("signs are text") << u"\"quoted\""_s << QList{4};
        QTest::newRow("star") << u"гамл*"_s << QList<int>{};
        QTest::newRow("a star that is there") << u"*звезда*"_s << QList{4};
        QTest::newRow("dash") << u"-звезда"_s << QList<int>{};
        QTest::newRow("operators") << u"гамлет OR вишневый"_s << QList<int>{};
        QTest::newRow("a column") << u"words:гамлет"_s << QList<int>{};
        QTest::newRow("an open quote") << u"\"гамлет"_s << QList<int>{};
        QTest::newRow("ticket") << u"тк000021"_s << QList{2};
        QTest::newRow("ticket's number") << u"000021"_s << QList{2};
        QTest::newRow("ticket with a slash") << u"ТК/000022"_s << QList{2};
        QTest::newRow("ticket with a blank") << u"ТК 000022"_s << QList{2};
    }
    void byWhatItIs()
    {
        QFETCH(QString, text);
        QFETCH(QList<int>, found);
        fill();
        QCOMPARE(find(text), found);
    }

    void byDate()
    {
        fill();
        const QDate today = QDateTime::currentDateTime().date();
        for (const QString &form : {u"dd.MM.yyyy"_s, u"yyyy-MM-dd"_s, u"d.M.yy"_s}) {
            QCOMPARE(find(today.addDays(-1).toString(form)), (QList{3, 2}));
            QCOMPARE(find(today.addDays(-40).toString(form)), QList{1});
            QCOMPARE(find(u"гамлет "_s + today.addDays(-1).toString(form)), QList{3});
            QCOMPARE(find(today.addDays(-2).toString(form)), QList<int>{});
        }
        QCOMPARE(find(today.addDays(-1).toString(u"dd.MM"_s)), (QList{3, 2}));
        // Short words look at the last 30 days only, or at the day that is named.
        QCOMPARE(find(u"га"_s), QList{3});
        QCOMPARE(find(u"га "_s + today.addDays(-40).toString(u"dd.MM.yyyy"_s)), QList{1});
    }

    void byBarcode()
    {
        const QByteArray key = "a key";
        m_journal->setBarcodeKey(key);
        fill();
        QCOMPARE(find(u"4607990000021"_s), QList{2});
        QCOMPARE(m_journal->find(u"4607990000021"_s, 10)->barcodes, PastSales::Barcodes::Searched);
        QCOMPARE(find(u"460799000002"_s), QList<int>{}); // a part of one
        m_journal->setBarcodeKey("another key");
        QCOMPARE(find(u"4607990000021"_s), QList<int>{});
        m_journal->setBarcodeKey({});
        QCOMPARE(find(u"4607990000021"_s), QList<int>{});
        QCOMPARE(m_journal->find(u"4607990000021"_s, 10)->barcodes, PastSales::Barcodes::NoKey);
        m_journal.reset();
        // Neither the barcode nor the key is in the file.
        const QByteArray bytes = bytesOf(path());
        QVERIFY(bytes.contains("497291902") || bytes.contains("000021"));
        QVERIFY(!bytes.contains("4607990000021") && !bytes.contains(key));
    }

    void withoutAKeyNoBarcodeIsKept()
    {
        fill();
        m_journal->setBarcodeKey("a key");
        QCOMPARE(find(u"4607990000021"_s), QList<int>{});
        m_journal.reset();
        journal::Database database;
        QVERIFY(database.open(path()));
        QCOMPARE(database.value(u"SELECT count(*) FROM barcodes"_s)->toInt(), 0);
    }

    void whatChangesIsFoundAnew()
    {
        fill();
        JournaledSale sale = saleNumber(3, u"Буря"_s, 1);
        write({sale});
        QCOMPARE(find(u"гамлет"_s), QList{1});
        QCOMPARE(find(u"буря"_s), QList{3});
        sale.order.createdAt = *sale.order.createdAt - std::chrono::days(100); // another day
        write({sale});
        QCOMPARE(find(u"буря"_s), QList{3});
        QCOMPARE(find(QString()), (QList{4, 2, 1, 3}));
        write({SaleTickets{sale.order.id, {{.serial = u"АБ"_s, .number = u"777"_s}}}});
        QCOMPARE(find(u"аб777 буря"_s), QList{3});
        write({sale}); // its tickets stay
        QCOMPARE(find(u"аб777 буря"_s), QList{3});
        reopen();
        QCOMPARE(find(u"аб777"_s), QList{3});
        QCOMPARE(m_journal->find(u"аб777"_s, 10)->sales.constFirst().sale, sale);
    }

    void ticketsMayComeBeforeTheirSale()
    {
        write({SaleTickets{orderNumber(1), {{.serial = u"АБ"_s, .number = u"777"_s}}}});
        QCOMPARE(find(u"аб777"_s), QList<int>{});
        write({saleNumber(1, u"Буря"_s, 1)});
        QCOMPARE(find(u"аб777"_s), QList{1});
    }

    void theNewestComeFirstAndAreCut()
    {
        QList<JournalEntry> entries;
        for (int n = 1; n <= 300; ++n) // all at one time
            entries << saleNumber(n, u"Гамлет"_s, 1);
        JournaledSale future = saleNumber(301, u"Гамлет"_s, 0);
        future.order.createdAt = *future.order.createdAt + std::chrono::years(80);
        JournaledSale never = saleNumber(302, u"Гамлет"_s, 0);
        never.order.createdAt.reset();
        write(entries + QList<JournalEntry>{future, never});
        const auto some = m_journal->find(u"гамлет"_s, 10);
        QCOMPARE(some->sales.size(), 10);
        QVERIFY(some->isCut);
        QCOMPARE(some->sales.at(0).sale.order.id, future.order.id);
        QCOMPARE(some->sales.at(1).sale.order.id, never.order.id); // as if made now
        const auto all = m_journal->find(u"гамлет"_s, 302);
        QCOMPARE(all->sales.size(), 302);
        QVERIFY(!all->isCut);
        QCOMPARE(find(u"га"_s).size(), 10); // though an order of the future is there
        write({never});
        QCOMPARE(m_journal->find(u"гамлет"_s, 1000)->sales.size(), 302);
    }

    void anotherComputersAreFoundToo()
    {
        m_journal = {};
        m_journal = *Journal::open(path(), ours, {}, "first");
        write({saleNumber(1, u"Гамлет"_s, 1), RecordEntry{.what = u"created"_s, .order = orderNumber(1)}});
        m_journal = {};
        m_journal = *Journal::open(path(), ours, {}, "second");
        write({saleNumber(2, u"Гамлет"_s, 1)});
        const auto found = m_journal->find(u"гамлет"_s, 10)->sales;
        QCOMPARE(found.size(), 2);
        QVERIFY(found.at(0).isOfThisComputer);
        QVERIFY(!found.at(1).isOfThisComputer);
        QCOMPARE(found.at(1).sale.record.size(), 1);
    }

    void anOlderJournalIsIndexedInSlices()
    {
        QList<JournalEntry> others;
        for (int n = 100; n < 300; ++n)
            others << saleNumber(n, u"Чайка"_s, 50);
        write(others);
        fill();
        forgetIndex();
        QCOMPARE(find(QString()), QList<int>{});
        QVERIFY(!m_journal->find(QString(), 10)->isIndexed);
        JournaledSale written = saleNumber(3, u"Буря"_s, 1);
        written.order.createdAt = *written.order.createdAt + 1min;
        write({written}); // and is there at once
        QCOMPARE(find(QString()), QList{3});
        QVERIFY(*m_journal->fillIndex(0ms));
        QVERIFY(m_journal->find(QString(), 1000)->sales.size() < 200);
        m_journal.reset();
        {
            journal::Database database; // the next start goes on where it was
            QVERIFY(database.open(path()));
            QVERIFY(database.value(u"SELECT unindexed FROM account"_s)->toInt() <= 154);
        }
        reopen();
        QVERIFY(m_journal->find(QString(), 1000)->sales.size() >= 20);
        while (*m_journal->fillIndex(1000ms)) {
        }
        QVERIFY(m_journal->find(QString(), 10)->isIndexed);
        QCOMPARE(m_journal->find(QString(), 1000)->sales.size(), 204);
        QCOMPARE(find(QString()).first(4), (QList{4, 3, 2, 1}));
        QCOMPARE(find(u"буря"_s), QList{3});
        QCOMPARE(find(u"тк000022"_s), QList{2});
        QVERIFY(!*m_journal->fillIndex(1000ms));
    }

    void theIndexIsFilledAnewAfterDamage()
    {
        m_journal->setBarcodeKey("a key");
        fill();
        QVERIFY(m_journal->mend());
        QVERIFY(!m_journal->setAside().isEmpty());
        QVERIFY(!m_journal->find(QString(), 10)->isIndexed);
        while (*m_journal->fillIndex(1000ms)) {
        }
        QCOMPARE(find(QString()), (QList{4, 3, 2, 1}));
        QCOMPARE(find(u"тк000022"_s), QList{2});
        QCOMPARE(find(u"4607990000021"_s), QList{2});
    }

    void theThreadFindsAsideAndFillsBehind()
    {
        fill();
        forgetIndex();
        m_journal.reset();
        JournalThread thread([path = path()] { return Journal::open(path, ours, {}); });
        thread.open(this, [](const auto &) {});
        thread.load({}, this, [](const auto &) {});
        std::optional<PastSales> found;
        const auto look = [&](const QString &text) {
            found.reset();
            thread.find(text, 10, this, [&](const Journaled<PastSales> &past) {
                if (past)
                    found = *past;
            });
            [&] { QTRY_VERIFY(found); }();
            return found.value_or(PastSales());
        };
        QTRY_VERIFY(look(QString()).isIndexed);
        QCOMPARE(look(QString()).sales.size(), 4);
        // What was written before is found.
        thread.setBarcodeKey("a key");
        thread.write({saleNumber(9, u"Буря"_s, 1), SaleTickets{orderNumber(9), {{.barcode = u"460-9"_s}}}}, this,
                     [](const auto &) {});
        QCOMPARE(look(u"буря"_s).sales.size(), 1);
        QCOMPARE(look(u"460-9"_s).sales.size(), 1);
        QCOMPARE(found->barcodes, PastSales::Barcodes::InPart); // the others were kept without a key
    }

private:
    QList<int> find(const QString &text)
    {
        QList<int> numbers;
        const auto found = m_journal->find(text, 10);
        if (!found)
            qWarning("%s", qPrintable(found.error().detail));
        for (const PastSale &past : found.value_or(PastSales()).sales)
            numbers << past.sale.order.id.toString().toInt();
        return numbers;
    }

    static JournaledSale saleNumber(int n, const QString &title, int daysAgo)
    {
        // At noon, so that no change of the clocks makes it another day.
        const QDateTime midday(QDate::currentDate().addDays(-daysAgo), QTime(12, 0));
        JournaledSale sale;
        sale.order.id = orderNumber(n);
        sale.order.number = 497291900 + n;
        sale.order.status = OrderStatus::Done;
        sale.order.statusWord = u"done"_s;
        sale.lastKnown = OrderStatus::Done;
        sale.order.createdAt = toInstant(midday);
        sale.request.eventTitle = title;
        return sale;
    }

    void fill()
    {
        JournaledSale third = saleNumber(3, u"Гамлет, принц датский"_s, 1);
        third.order.createdAt = *third.order.createdAt + 1min;
        write({saleNumber(1, u"Гамлет"_s, 40), saleNumber(2, u"Вишнёвый сад и ёлка"_s, 1), third,
               saleNumber(4, u"Весна на сцене \"Quoted\" *звезда*"_s, 0),
               SaleTickets{orderNumber(2),
                           {{.serial = u"ТК"_s, .number = u"000021"_s, .barcode = u"4607990000021"_s},
                            {.serial = u"ТК"_s, .number = u"000022"_s, .barcode = u"4607990000022"_s}}}});
    }

    /// As it is after a migration.
    void forgetIndex()
    {
        m_journal.reset();
        {
            journal::Database database;
            QVERIFY(database.open(path()));
            for (const QString &statement : {u"DELETE FROM past"_s, u"UPDATE sales SET past_key = NULL"_s,
                                             u"UPDATE account SET unindexed = (SELECT max(rowid) FROM sales)"_s})
                QVERIFY(database.run(statement));
        }
        reopen();
    }
};

} // namespace okoshko::test::tst_journalpast

OKOSHKO_TEST(tst_journalpast, TestJournalPast, QCoreApplication)
#include "tst_journalpast.moc"
