// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/SoughtOrder.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_soughtorder {

class SoughtOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesWhatTheBuyerSays_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isFound");
        QTest::newRow("number") << u"12345678"_s << true;
        QTest::newRow("number as shown") << u"№ 12 345 678"_s << true;
        QTest::newRow("a part of the number") << u"345678"_s << false;
        QTest::newRow("first name") << u"анна"_s << true;
        QTest::newRow("both names") << u"Иванова Анна"_s << true;
        QTest::newRow("ё is е") << u"ковалева"_s << true;
        QTest::newRow("the beginning of a name") << u"ива"_s << true;
        QTest::newRow("the end of a name") << u"нова"_s << false;
        QTest::newRow("another name") << u"Анна Петрова"_s << false;
        QTest::newRow("in the other layout") << u"bdfyjdf"_s << true;
        QTest::newRow("e-mail") << u"Anna.I@example.org"_s << true;
        QTest::newRow("phone with 8") << u"89123456789"_s << true;
        QTest::newRow("phone with +7, written") << u"+7 (912) 345-67-89"_s << true;
        QTest::newRow("phone without a prefix") << u"912 345 67 89"_s << true;
        QTest::newRow("its last four digits") << u"67-89"_s << true;
        QTest::newRow("three digits") << u"789"_s << false;
        QTest::newRow("another phone") << u"89123456780"_s << false;
        QTest::newRow("barcode") << u"4607991545811"_s << true;
        QTest::newRow("barcode of letters") << u"ab12cd"_s << true;
        QTest::newRow("barcode in the Russian layout") << u"фи12св"_s << true;
        QTest::newRow("a part of a barcode") << u"460799154581"_s << false;
        QTest::newRow("nothing") << u"  "_s << false;
        QTest::newRow("a sign") << u"№"_s << false;
    }

    void matchesWhatTheBuyerSays()
    {
        QFETCH(QString, typed);
        Order order;
        order.number = 12345678;
        order.customer = {u"Анна"_s, u"Иванова-Ковалёва"_s, u"anna.i@example.org"_s, u"+7 912 345-67-89"_s, {}};
        QTEST(SoughtOrder(typed).matches(order, {u"4607991545811"_s, u"AB12CD"_s}), "isFound");
    }

    void anEmptyOrderIsNeverFound()
    {
        for (const QString &typed : {u"12345678"_s, u"Анна"_s, u"0000"_s, QString()})
            QVERIFY2(!SoughtOrder(typed).matches({}, {}), qPrintable(typed));
    }
};

} // namespace okoshko::test::tst_soughtorder

OKOSHKO_TEST(tst_soughtorder, SoughtOrderTest, QCoreApplication)
#include "tst_soughtorder.moc"
