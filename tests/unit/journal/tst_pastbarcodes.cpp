// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Journal.h"
#include "models/journal/Schema.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/journal/JournalFixtures.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_pastbarcodes {

using Barcodes = PastSales::Barcodes;

/// How far past orders can be found by their barcodes, and that the journal says so.
class TestPastBarcodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
    }

    void aNewJournalIsSearchedWhole()
    {
        QCOMPARE(found(), Barcodes::NoKey);
        m_journal->setBarcodeKey("a key");
        QCOMPARE(found(), Barcodes::Searched);
    }

    void aLostKeysTicketsAreNotFound()
    {
        m_journal->setBarcodeKey("the first key");
        keep(1, u"460-1"_s);
        QCOMPARE(found(), Barcodes::Searched);
        m_journal->setBarcodeKey("the second key");
        keep(2, u"460-2"_s);
        QCOMPARE(found(), Barcodes::InPart);
        QCOMPARE(find(u"460-1"_s), QList<OrderId>{});
        QCOMPARE(find(u"460-2"_s), QList{orderNumber(2)});
        open(); // the file knows it, too
        m_journal->setBarcodeKey("the second key");
        QCOMPARE(found(), Barcodes::InPart);
        // Told again by the server, they are found.
        keep(1, u"460-1"_s);
        QCOMPARE(found(), Barcodes::Searched);
        QCOMPARE(find(u"460-1"_s), QList{orderNumber(1)});
    }

    void norAreThoseKeptBeforeThereWasOne()
    {
        keep(1, u"460-1"_s);
        QCOMPARE(found(), Barcodes::NoKey);
        m_journal->setBarcodeKey("a key");
        QCOMPARE(found(), Barcodes::InPart);
        keep(1, u"460-1"_s);
        QCOMPARE(found(), Barcodes::Searched);
        // What was hashed stays so while there is none.
        m_journal->setBarcodeKey({});
        keep(1, u"460-1"_s);
        keep(1, {});
        m_journal->setBarcodeKey("a key");
        QCOMPARE(found(), Barcodes::Searched);
        QCOMPARE(find(u"460-1"_s), QList{orderNumber(1)});
    }

    void ticketsWithoutBarcodesNeedNone()
    {
        keep(1, {});
        m_journal->setBarcodeKey("a key");
        QCOMPARE(found(), Barcodes::Searched);
    }

    void anEarlierVersionsTicketsAreNotKnown()
    {
        m_journal.reset();
        QVERIFY(QFile::remove(path()));
        {
            journal::Database database;
            QVERIFY(database.open(path()));
            QVERIFY(journal::migrate(database, 2, u"counter"_s));
            QVERIFY(
                database.run(u"INSERT INTO account (server, key_mark) VALUES (?, ?)"_s, {ours.server, ours.keyMark}));
            QVERIFY(database.run(u"INSERT INTO tickets (order_id, numbers) VALUES (?, 'AB1')"_s,
                                 {orderNumber(1).toString()}));
        }
        open();
        QVERIFY(m_journal->load({}));
        m_journal->setBarcodeKey("a key");
        QCOMPARE(found(), Barcodes::InPart);
    }

private:
    QString path() const { return m_folder->filePath(u"journal.sqlite"_s); }

    void open()
    {
        m_journal.reset();
        auto opened = Journal::open(path(), ours, {});
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        m_journal = std::move(*opened);
    }

    void keep(int number, const QString &barcode)
    {
        JournaledSale sale;
        sale.order.id = orderNumber(number);
        sale.order.status = OrderStatus::Done;
        sale.order.createdAt = Instant(std::chrono::hours(number));
        const auto written = m_journal->write(
            {sale, SaleTickets{sale.order.id, {{.serial = u"AB"_s, .number = u"1"_s, .barcode = barcode}}}});
        QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
    }

    Barcodes found() const { return m_journal->find({}, 10).value_or(PastSales()).barcodes; }

    QList<OrderId> find(const QString &text) const
    {
        QList<OrderId> orders;
        for (const PastSale &past : m_journal->find(text, 10).value_or(PastSales()).sales)
            orders << past.sale.order.id;
        return orders;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Journal> m_journal;
};

} // namespace okoshko::test::tst_pastbarcodes

OKOSHKO_TEST(tst_pastbarcodes, TestPastBarcodes, QCoreApplication)
#include "tst_pastbarcodes.moc"
