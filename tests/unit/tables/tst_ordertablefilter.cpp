// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/OrderTableModel.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/tables/Orders.h"
#include "tests/unit/tables/Recorder.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_ordertablefilter {

using Column = OrderTableModel::Column;

class OrderTableFilterTest : public QObject, private RecordedOrders
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void filtersByWords_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("found");
        QTest::newRow("nothing") << QString() << true;
        QTest::newRow("number") << u"497291001"_s << true;
        QTest::newRow("a part of it") << u"291"_s << true;
        QTest::newRow("number as shown") << u"497\u00a0291\u00a0001"_s << true;
        QTest::newRow("title, in capitals") << u"ЗВЁЗД"_s << true;
        QTest::newRow("without the dots") << u"звезд"_s << true;
        QTest::newRow("in quotation marks") << u"«звёзд"_s << true;
        QTest::newRow("venue") << u"планетарий"_s << true;
        QTest::newRow("city") << u"samara"_s << true;
        QTest::newRow("first name") << u"анна"_s << true;
        QTest::newRow("address") << u"anna@example"_s << true;
        QTest::newRow("system's name") << u"api/base"_s << true;
        QTest::newRow("system's label") << u"counter"_s << true;
        QTest::newRow("number with its sign") << u" № 497 291 001"_s << true;
        QTest::newRow("digits of it in other places") << u"291 497 001"_s << false;
        QTest::newRow("in the other layout") << u"ktrwbz pd`pl"_s << true;
        QTest::newRow("latin in the Russian one") << u"фттф\"учфьзду"_s << true;
        QTest::newRow("phone") << u"+7 (912) 345-67-89"_s << true;
        QTest::newRow("phone from an eight") << u"89123456789"_s << true;
        QTest::newRow("the end of a phone") << u"67 89"_s << true;
        QTest::newRow("another phone") << u"8 912 345-67-80"_s << false;
        QTest::newRow("all words") << u"лекция  анна 001"_s << true;
        QTest::newRow("one word too many") << u"лекция борис"_s << false;
        QTest::newRow("across two fields") << u"звёздахпланетарий"_s << false;
    }

    void filtersByWords()
    {
        QFETCH(QString, typed);
        QFETCH(bool, found);
        m_model->setPaymentSystems(defaultPaymentSystems());
        OrderRow row = heldRow(1, u"Лекция о звёздах"_s);
        row.venue.name = u"Планетарий"_s;
        row.venue.cityNames = {{u"en"_s, u"Samara"_s}};
        row.order.customer.firstName = u"Анна"_s;
        row.order.customer.email = u"anna@example.org"_s;
        row.order.customer.mobile = u"+7 912 345 67 89"_s;
        row.system = u"api/BASE"_s;
        m_model->put(row);
        m_model->setFilter({typed, {}});
        QCOMPARE(m_model->rowCount(), found ? 1 : 0);
        QCOMPARE(m_model->total(), 1);
        QCOMPARE(m_model->indexOf(orderId(1)).isValid(), found);
        QVERIFY(m_model->row(orderId(1)));
    }

    void typingALetterTouchesOnlyRowsThatComeOrGo()
    {
        const QStringList titles{u"Чайка"_s, u"Чаша"_s, u"Чарли"_s, u"Щелкунчик"_s, u"Чайник"_s};
        for (int number = 1; number <= titles.size(); ++number)
            m_model->put(heldRow(number, titles.at(number - 1)));
        QCOMPARE(shown(), (QList<int>{5, 4, 3, 2, 1}));
        m_signals.clear();
        m_model->setFilter({u"ча"_s, {}});
        QCOMPARE(m_signals, QStringList{u"removed 1-1"_s});
        m_signals.clear();
        m_model->setFilter({u"чай"_s, {}});
        QCOMPARE(m_signals, QStringList{u"removed 1-2"_s});
        QCOMPARE(shown(), (QList<int>{5, 1}));
        m_signals.clear();
        m_model->setFilter({u"чай "_s, {}});
        QCOMPARE(m_signals, QStringList());
        m_model->setFilter({});
        QCOMPARE(m_signals, QStringList{u"inserted 1-3"_s});
        QCOMPARE(shown(), (QList<int>{5, 4, 3, 2, 1}));
    }

    void aChangeMayBringARowInOrOut()
    {
        m_model->put(heldRow(1));
        m_model->put(heldRow(2));
        m_model->setFilter({{}, {OrderStatus::Executed}});
        m_signals.clear();
        m_model->put(rowOf(2, OrderStatus::Done));
        QCOMPARE(m_signals, (QStringList{u"removed 0-0"_s, u"counts"_s}));
        m_signals.clear();
        m_model->put(heldRow(2));
        QCOMPARE(m_signals, (QStringList{u"inserted 0-0"_s, u"counts"_s}));
        m_signals.clear();
        m_model->put(rowOf(3, OrderStatus::Done));
        QCOMPARE(m_signals, QStringList{u"counts"_s});
    }

    void aHundredScatteredRowsComeAndGoTogether()
    {
        constexpr int half = 400;
        for (int number = 1; number <= 2 * half; ++number)
            m_model->put(heldRow(number, number % 2 ? u"Чайка"_s : u"Щелкунчик"_s));
        const QPersistentModelIndex kept = m_model->indexOf(orderId(1), Column::Sum);
        m_signals.clear();
        m_model->setFilter({u"чайка"_s, {}});
        QCOMPARE(m_signals, (QStringList{u"layout"_s, u"removed 400-799"_s}));
        QCOMPARE(m_model->rowCount(), half);
        QCOMPARE(m_model->orderAt(kept), orderId(1));
        m_signals.clear();
        m_model->setFilter({});
        QCOMPARE(m_signals, (QStringList{u"inserted 400-799"_s, u"layout"_s}));
        for (int row = 0; row < 2 * half; ++row)
            QCOMPARE(m_model->orderAt(m_model->index(row, 0)), orderId(2 * half - row));
        QCOMPARE(kept.row(), 2 * half - 1);
        QCOMPARE(kept.column(), static_cast<int>(Column::Sum));
    }
};

} // namespace okoshko::test::tst_ordertablefilter

OKOSHKO_TEST(tst_ordertablefilter, OrderTableFilterTest, QCoreApplication)
#include "tst_ordertablefilter.moc"
