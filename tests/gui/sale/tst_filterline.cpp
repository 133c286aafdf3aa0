// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/sale/Till.h"
#include "tests/support/TestProgram.h"

#include "ui/main/FilterLine.h"
#include "ui/main/PastFinds.h"

#include <QLabel>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_filterline {

/// What stands above the orders: chips of their states, and how far was looked for what is typed.
class FilterLineTest : public QObject
{
    Q_OBJECT
    using Barcodes = PastSales::Barcodes;

private:
    static void put(OrderTableModel &table, int number, OrderStatus status)
    {
        OrderRow row;
        row.order.id = *OrderId::parse(u"56a6253df06c5a059a9%1"_s.arg(number, 5, 10, QChar(u'0')));
        row.order.status = status;
        table.put(row);
    }

private Q_SLOTS:
    void chipsOfWhatIsOverAreThereWhileThereIsSuchAnOrder_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<OrderStatus>("status");
        QTest::newRow("cancelled") << u"chipCanceled"_s << OrderStatus::Canceled;
        QTest::newRow("expired") << u"chipExpired"_s << OrderStatus::Expired;
        QTest::newRow("unknown") << u"chipUnknown"_s << OrderStatus::Unknown;
    }

    void chipsOfWhatIsOverAreThereWhileThereIsSuchAnOrder()
    {
        QFETCH(QString, name);
        QFETCH(OrderStatus, status);
        OrderTableModel table(Format(Format::Language::English));
        FilterLine line(table, nullptr);
        line.show();
        const auto *chip = line.findChild<QPushButton *>(name);
        put(table, 1, OrderStatus::Executed);
        QVERIFY(!chip->isVisible());
        for (const QString &other : {u"chipAll"_s, u"chipHeld"_s, u"chipPaying"_s, u"chipPaid"_s})
            QVERIFY2(line.findChild<QPushButton *>(other)->isVisible(), qPrintable(other));
        put(table, 2, status);
        QVERIFY(chip->isVisible());
        put(table, 2, OrderStatus::Done);
        QVERIFY(!chip->isVisible());

        put(table, 2, status);
        Till::shown<QPushButton>(line, name)->click();
        QCOMPARE(table.rowCount(), 1);
        put(table, 2, OrderStatus::Done); // the one that is chosen does not go from under her hand
        QVERIFY(chip->isVisible());
        QVERIFY(chip->isChecked());
        QCOMPARE(table.rowCount(), 0);
        Till::shown<QPushButton>(line, u"chipAll"_s)->click();
        QVERIFY(!chip->isVisible());
        QCOMPARE(table.rowCount(), 2);
    }

    void saysWhatCouldNotBeLookedThrough_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isIndexed");
        QTest::addColumn<Barcodes>("barcodes");
        QTest::addColumn<QString>("said");
        const QString notReady = u"Old orders are still being made ready for searching: look again in a few minutes."_s;
        const QString inPart = u"Some tickets cannot be found by their barcodes: they were sold without access to the "
                               "password store. Look for them by the order number."_s;
        const QString noKey = u"Barcodes could not be searched: the password store cannot be reached. Look by the "
                              "order number."_s;
        const QString barcode = u"4607991545811"_s;
        QTest::newRow("all of it") << barcode << true << Barcodes::Searched << QString();
        QTest::newRow("not ready") << u"Чайка"_s << false << Barcodes::Searched << notReady;
        QTest::newRow("in part") << barcode << true << Barcodes::InPart << inPart;
        QTest::newRow("no key") << barcode << true << Barcodes::NoKey << noKey;
        QTest::newRow("neither") << barcode << false << Barcodes::NoKey << QString(notReady + u' ' + noKey);
        QTest::newRow("in part, a word") << u"Чайка"_s << true << Barcodes::InPart << QString();
        QTest::newRow("no key, few digits") << u"46079"_s << true << Barcodes::NoKey << QString();
        QTest::newRow("no key, two words") << u"460799 1545811"_s << true << Barcodes::NoKey << QString();
    }

    void saysWhatCouldNotBeLookedThrough()
    {
        QFETCH(QString, typed);
        QFETCH(bool, isIndexed);
        QFETCH(Barcodes, barcodes);
        QFETCH(QString, said);
        Till till;
        till.store.past.isIndexed = isIndexed;
        till.store.past.barcodes = barcodes;
        PastFinds finds(till.counter(), till.systems, till.format, nullptr);
        finds.show();
        finds.look(typed);
        const auto *line = finds.findChild<QLabel *>(u"pastLine"_s);
        QVERIFY(line->text().endsWith(u"looking…"_s));
        QTRY_VERIFY(!finds.findChild<QTimer *>(u"pastMoment"_s)->isActive());
        till.settle();
        const QString nothing = u"In the list: 0. In the whole past of this counter: no more. Names and phones are "
                                "looked for in the list alone."_s;
        QCOMPARE(line->text(), said.isEmpty() ? nothing : QString(nothing + u' ' + said));
    }
};

} // namespace okoshko::test::tst_filterline

OKOSHKO_TEST(tst_filterline, FilterLineTest, QApplication)
#include "tst_filterline.moc"
