// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/OrderTableModel.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/tables/Orders.h"
#include "tests/unit/tables/Recorder.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_ordertablemodel {

using Column = OrderTableModel::Column;

class OrderTableModelTest : public QObject, private RecordedOrders
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void showsAnOrder()
    {
        m_model->put(heldRow(1));
        QCOMPARE(text(0, Column::Number), u"497\u00a0291\u00a0001"_s);
        QCOMPARE(text(0, Column::Event), u"Чайка"_s);
        QCOMPARE(text(0, Column::Tickets), u"2"_s);
        QCOMPARE(text(0, Column::Sum), u"₽1,400.00"_s);
        QCOMPARE(text(0, Column::System), QString());
        QCOMPARE(text(0, Column::Status), u"Held"_s);
        QCOMPARE(text(0, Column::TimeLeft), u"10:00"_s);
        QCOMPARE(text(0, Column::Created), u"14:23"_s);
        QCOMPARE(value(0, Column::Event, OrderTableModel::DetailRole).toString(),
                 u"today, 19:00 · Самарская филармония"_s);
        QCOMPARE(value(0, Column::TimeLeft, OrderTableModel::SecondsLeftRole).toLongLong(), 600);
        QCOMPARE(value(0, Column::TimeLeft, OrderTableModel::FractionRole).toDouble(), 1.0);
        QCOMPARE(value(0, Column::TimeLeft, OrderTableModel::UrgencyRole).toInt(),
                 static_cast<int>(Countdown::Urgency::Calm));
        QCOMPARE(value(0, Column::TimeLeft, Qt::AccessibleTextRole).toString(), u"10 minute(s)"_s);
        QCOMPARE(value(0, Column::Number, OrderTableModel::OrderIdRole).toString(), orderId(1).toString());
        QCOMPARE(value(0, Column::Status, OrderTableModel::StatusRole).toInt(),
                 static_cast<int>(OrderStatus::Executed));
        QCOMPARE(value(0, Column::Status, OrderTableModel::UnderWayRole).toBool(), false);
    }

    void showsWhatIsKnownOfAnOrderMadeElsewhere()
    {
        OrderRow row = rowOf(1, OrderStatus::Unknown);
        row.eventTitle.clear();
        row.time.start.reset();
        row.venue = {};
        row.order.createdAt.reset();
        row.order.statusWord = u"<b>frozen</b>"_s;
        row.system = u"545b544a5d645a463e779d53"_s;
        m_model->put(row);
        QCOMPARE(text(0, Column::Event), u"Title not told"_s);
        QCOMPARE(text(0, Column::System), QString()); // an id is no name
        QCOMPARE(text(0, Column::Created), QString());
        QCOMPARE(text(0, Column::TimeLeft), QString());
        QVERIFY(!value(0, Column::TimeLeft, OrderTableModel::SecondsLeftRole).isValid());
        QVERIFY(!value(0, Column::TimeLeft, OrderTableModel::FractionRole).isValid());
        // A tool tip that looks like HTML is taken for HTML; the server's words must not be.
        QVERIFY(value(0, Column::Status, Qt::ToolTipRole).toString().contains(u"&lt;b&gt;frozen&lt;/b&gt;"));
    }

    void figuresStandOnTheRight()
    {
        m_model->put(heldRow(1));
        for (int column = 0; column < OrderTableModel::columns; ++column) {
            const auto which = static_cast<Column>(column);
            const bool right = which == Column::Tickets || which == Column::Sum || which == Column::Created;
            const int alignment = value(0, which, Qt::TextAlignmentRole).toInt();
            QCOMPARE((alignment & Qt::AlignRight) != 0, right);
            QCOMPARE(m_model->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt(), alignment);
            QVERIFY(!m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
            QVERIFY(!m_model->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
        }
        QVERIFY(!m_model->headerData(OrderTableModel::columns, Qt::Horizontal, Qt::DisplayRole).isValid());
        QVERIFY(!m_model->headerData(0, Qt::Vertical, Qt::DisplayRole).isValid());
    }

    /// Exactly the cells that differ.
    void changesOnlyTheCellsThatDiffer_data()
    {
        QTest::addColumn<OrderRow>("after");
        QTest::addColumn<QStringList>("told");
        OrderRow row = heldRow(1);
        QTest::newRow("nothing") << row << QStringList();
        row.order.updatedAt = noon() + 3s;
        QTest::newRow("what is not shown") << row << QStringList();
        row = heldRow(1);
        row.order.status = OrderStatus::Done;
        QTest::newRow("paid") << row << QStringList{u"changed 0,5-0,6"_s, u"counts"_s};
        row = heldRow(1);
        row.inProgress = Step::StartPayment;
        QTest::newRow("under way") << row << QStringList{u"changed 0,5-0,5"_s};
        row.inProgress = std::nullopt;
        row.order.tickets.removeLast();
        row.order.value = Money::fromMinor(70000);
        QTest::newRow("fewer tickets") << row << QStringList{u"changed 0,2-0,3"_s};
        row = heldRow(1);
        row.system = u"api/BASE"_s;
        row.venue.name = u"Клуб «Подвал»"_s;
        QTest::newRow("venue and system") << row << QStringList{u"changed 0,1-0,1"_s, u"changed 0,4-0,4"_s};
        row = heldRow(1);
        row.order.reservedTill = noon() + 30min;
        QTest::newRow("held longer") << row << QStringList{u"changed 0,6-0,6"_s};
        row = heldRow(1);
        row.order.createdAt = noon() - 5min;
        QTest::newRow("made earlier") << row << QStringList{u"changed 0,6-0,7"_s}; // the hold's share changes too
    }

    void changesOnlyTheCellsThatDiffer()
    {
        QFETCH(OrderRow, after);
        QFETCH(QStringList, told);
        m_model->put(heldRow(1));
        m_signals.clear();
        m_model->put(after);
        QCOMPARE(m_signals, told);
        QCOMPARE(*m_model->row(orderId(1)), after);
    }

    void aChangedSortKeyMovesTheRow()
    {
        m_model->sort(static_cast<int>(Column::Sum), Qt::AscendingOrder);
        for (int number = 1; number <= 4; ++number)
            putSum(number, number * 100);
        QCOMPARE(shown(), (QList<int>{1, 2, 3, 4}));
        const QPersistentModelIndex first = m_model->indexOf(orderId(1));
        m_signals.clear();
        putSum(1, 350);
        QCOMPARE(m_signals, (QStringList{u"moved 0-0 to 3"_s, u"changed 2,3-2,3"_s}));
        QCOMPARE(shown(), (QList<int>{2, 3, 1, 4}));
        QCOMPARE(first.row(), 2);
        m_signals.clear();
        putSum(4, 50);
        QCOMPARE(m_signals, (QStringList{u"moved 3-3 to 0"_s, u"changed 0,3-0,3"_s}));
        m_signals.clear();
        putSum(4, 60); // in place
        QCOMPARE(m_signals, QStringList{u"changed 0,3-0,3"_s});
    }

    void newestFirstAndStableAmongEquals()
    {
        for (int number : {2, 5, 1, 4, 3}) {
            OrderRow row = heldRow(number);
            row.order.createdAt = noon() + std::chrono::seconds(number);
            m_model->put(row);
        }
        QCOMPARE(shown(), (QList<int>{5, 4, 3, 2, 1}));
        m_model->sort(static_cast<int>(Column::Sum), Qt::AscendingOrder); // all equal
        QCOMPARE(shown(), (QList<int>{5, 4, 3, 2, 1}));
        m_model->sort(static_cast<int>(Column::Created), Qt::AscendingOrder);
        QCOMPARE(shown(), (QList<int>{1, 2, 3, 4, 5}));
        m_model->sort(-1, Qt::AscendingOrder);
        QCOMPARE(shown(), (QList<int>{5, 4, 3, 2, 1}));
    }

    void ordersWithoutAHoldStandLastInBothDirections()
    {
        for (int number = 1; number <= 3; ++number) {
            OrderRow row = heldRow(number);
            row.order.reservedTill = noon() + std::chrono::minutes(number);
            m_model->put(row);
        }
        m_model->put(rowOf(4, OrderStatus::Done));
        m_model->sort(static_cast<int>(Column::TimeLeft), Qt::AscendingOrder);
        QCOMPARE(shown(), (QList<int>{1, 2, 3, 4}));
        m_model->sort(static_cast<int>(Column::TimeLeft), Qt::DescendingOrder);
        QCOMPARE(shown(), (QList<int>{3, 2, 1, 4}));
    }

    void aSecondTouchesOnlyRunningCountdowns()
    {
        for (int number = 1; number <= 5; ++number)
            m_model->put(rowOf(number, number == 3 ? OrderStatus::Done : OrderStatus::Executed));
        // By number, descending: 5 4 3 2 1; the third row is paid.
        QCOMPARE(shown(), (QList<int>{5, 4, 3, 2, 1}));
        m_signals.clear();
        m_model->setNow(noon() + 400ms); // the figure does not change
        QCOMPARE(m_signals, (QStringList{}));
        m_model->setNow(noon() + 1s);
        QCOMPARE(m_signals, (QStringList{u"changed 0,6-1,6"_s, u"changed 3,6-4,6"_s}));
        QCOMPARE(text(0, Column::TimeLeft), u"09:59"_s);
        m_model->setNow(noon() + 11min);
        QCOMPARE(text(0, Column::TimeLeft), u"00:00"_s);
        QCOMPARE(text(0, Column::Status), u"Held"_s); // only the server says expired
        m_signals.clear();
        m_model->setNow(noon() + 12min);
        QCOMPARE(m_signals, QStringList());
    }

    void aNewDayTurnsTodayIntoADate()
    {
        m_model->put(rowOf(1, OrderStatus::Done));
        m_signals.clear();
        m_model->setNow(noon() + 24h);
        QCOMPARE(m_signals, (QStringList{u"changed 0,1-0,1"_s, u"changed 0,6-0,7"_s}));
        QCOMPARE(text(0, Column::Created), u"12 May, 14:23"_s);
    }

    void countsAllOrdersShownOrNot()
    {
        m_model->setFilter({u"nothing of the kind"_s, {}});
        for (int number = 1; number <= 3; ++number)
            m_model->put(rowOf(number, OrderStatus::Done));
        m_model->put(heldRow(4));
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(m_model->total(), 4);
        QCOMPARE(m_model->countOf(OrderStatus::Done), 3);
        QCOMPARE(m_model->countOf(OrderStatus::Executed), 1);
        m_model->put(rowOf(4, OrderStatus::Canceled));
        m_model->remove(orderId(1));
        QCOMPARE(m_model->countOf(OrderStatus::Executed), 0);
        QCOMPARE(m_model->countOf(OrderStatus::Canceled), 1);
        QCOMPARE(m_model->countOf(OrderStatus::Done), 2);
        m_signals.clear();
        m_model->remove(orderId(1)); // gone already
        QCOMPARE(m_signals, QStringList());
    }

    void whatIsNotPrintedIsShownCountedAndFound()
    {
        OrderRow row = rowOf(1, OrderStatus::Done);
        m_model->put(row);
        m_model->put(rowOf(2, OrderStatus::Done));
        for (const auto &[state, word, isOpen] : {std::tuple(PrintState::NotPrinted, u"Not printed"_s, true),
                                                  {PrintState::Printing, u"Printing"_s, false},
                                                  {PrintState::Attention, u"Not printed"_s, true},
                                                  {PrintState::Printed, u"Paid"_s, false},
                                                  {PrintState::NotNeeded, u"Paid"_s, false},
                                                  {PrintState::None, u"Paid"_s, false}}) {
            row.print = state;
            m_model->put(row);
            const QModelIndex cell = m_model->indexOf(orderId(1), Column::Status);
            QCOMPARE(cell.data().toString(), word);
            QCOMPARE(cell.data(OrderTableModel::PrintRole).toInt(), static_cast<int>(state));
            QCOMPARE(m_model->notPrinted(), isOpen ? 1 : 0);
            m_model->setFilter({.print = OrderFilter::Print::NotPrinted});
            QCOMPARE(m_model->rowCount(), isOpen ? 1 : 0);
            m_model->setFilter({});
        }
        row.print = PrintState::NotPrinted;
        row.remark = SaleRemark::PaidTooLate; // it comes first
        m_model->put(row);
        QCOMPARE(m_model->indexOf(orderId(1), Column::Status).data().toString(), u"Paid too late"_s);
        m_model->remove(orderId(1));
        QCOMPARE(m_model->notPrinted(), 0);
    }

    void anotherLanguageChangesEveryCellAndTheOrder()
    {
        m_model->setPaymentSystems({{u"x"_s, {{u"ru"_s, u"Ящик"_s}, {u"en"_s, u"Box"_s}}, {}, {}},
                                    {u"y"_s, {{u"ru"_s, u"Карта"_s}, {u"en"_s, u"Card"_s}}, {}, {}}});
        m_model->sort(static_cast<int>(Column::System), Qt::AscendingOrder);
        for (const auto &[number, system] : {std::pair(1, u"x"_s), std::pair(2, u"y"_s), std::pair(3, QString())}) {
            OrderRow row = heldRow(number);
            row.system = system;
            m_model->put(row);
        }
        QCOMPARE(shown(), (QList<int>{1, 2, 3})); // Box, Card, none
        QSignalSpy headers(m_model.get(), &QAbstractItemModel::headerDataChanged);
        m_signals.clear();
        m_model->setFormat(Format(Format::Language::Russian));
        QCOMPARE(shown(), (QList<int>{2, 1, 3})); // Карта, Ящик, none
        QCOMPARE(m_signals, (QStringList{u"layout"_s, u"changed 0,0-2,7"_s}));
        QCOMPARE(headers.count(), 1);
        QCOMPARE(text(0, Column::System), u"Карта"_s);
        m_model->setFilter({u"ящик"_s, {}});
        QCOMPARE(shown(), QList<int>{1});
        m_model->setPaymentSystems({});
        QCOMPARE(shown(), QList<int>());
    }

    void invalidIndexesAreHarmless()
    {
        QVERIFY(m_model->orderAt({}).isNull());
        QVERIFY(!m_model->indexOf(orderId(1)).isValid());
        QVERIFY(!m_model->row(orderId(1)));
        QVERIFY(!m_model->data({}, Qt::DisplayRole).isValid());
        m_model->sort(99, Qt::AscendingOrder);
        QCOMPARE(m_model->sortColumn(), Column::Created);
    }

private:
    [[nodiscard]] QVariant value(int row, Column column, int role) const
    {
        return m_model->data(m_model->index(row, static_cast<int>(column)), role);
    }
    [[nodiscard]] QString text(int row, Column column) const { return value(row, column, Qt::DisplayRole).toString(); }

    void putSum(int number, qint64 minor)
    {
        OrderRow row = heldRow(number);
        row.order.value = Money::fromMinor(minor);
        m_model->put(row);
    }
};

} // namespace okoshko::test::tst_ordertablemodel

OKOSHKO_TEST(tst_ordertablemodel, OrderTableModelTest, QCoreApplication)
#include "tst_ordertablemodel.moc"
