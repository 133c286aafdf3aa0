// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/OrderTableModel.h"
#include "tests/support/Nightly.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/tables/Orders.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_ordertabletwin {

using Column = OrderTableModel::Column;

namespace {

/// The table as one would write it without a thought for speed: a plain list, filtered and sorted anew each time.
class Twin
{
public:
    void put(const OrderRow &row) { m_rows[row.order.number] = row; }
    void remove(const OrderId &id)
    {
        std::erase_if(m_rows, [&id](const auto &item) { return item.second.order.id == id; });
    }

    OrderFilter filter;
    Column column = Column::Created;
    Qt::SortOrder order = Qt::DescendingOrder;
    Instant now = noon();

    [[nodiscard]] const std::map<qint64, OrderRow> &all() const { return m_rows; }

    [[nodiscard]] QList<OrderRow> shown() const
    {
        QList<OrderRow> rows;
        for (const auto &[number, row] : m_rows) {
            if (matches(row))
                rows << row;
        }
        std::sort(rows.begin(), rows.end(), [this](const OrderRow &a, const OrderRow &b) { return before(a, b); });
        return rows;
    }

private:
    [[nodiscard]] bool matches(const OrderRow &row) const
    {
        if (!filter.statuses.isEmpty() && !filter.statuses.contains(row.order.status))
            return false;
        if (filter.print == OrderFilter::Print::NotPrinted && !isNotPrinted(row.print))
            return false;
        const QStringList words = filter.text.split(u' ', Qt::SkipEmptyParts);
        return std::all_of(words.cbegin(), words.cend(), [&row](const QString &word) {
            return row.eventTitle.contains(word, Qt::CaseInsensitive) ||
                   QString::number(row.order.number).contains(word) || row.system.contains(word, Qt::CaseInsensitive) ||
                   row.venue.name.contains(word, Qt::CaseInsensitive);
        });
    }

    /// Text, number, and whether there is anything at all.
    struct Key
    {
        bool present = true;
        QString text;
        qint64 number = 0;
    };

    [[nodiscard]] Key key(const OrderRow &row) const
    {
        const Order &o = row.order;
        switch (column) {
        case Column::Number:
            return {.number = o.number};
        case Column::Event:
            return {.text = row.eventTitle.toLower(), .number = row.time.start->time_since_epoch().count()};
        case Column::Tickets:
            return {.number = o.tickets.size()};
        case Column::Sum:
            return {.number = o.value.minor()};
        case Column::System:
            if (o.value.isZero() && !o.tickets.isEmpty())
                return {.text = u"free, no money"_s};
            return {.present = !row.system.isEmpty(), .text = row.system.toLower()};
        case Column::Status:
            return {.number = std::find(allOrderStatuses.begin(), allOrderStatuses.end(), o.status) -
                              allOrderStatuses.begin()};
        case Column::TimeLeft:
            return {.present = isHeld(o.status), .number = o.reservedTill->time_since_epoch().count()};
        case Column::Created:
            return {.number = o.createdAt->time_since_epoch().count()};
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] bool before(const OrderRow &a, const OrderRow &b) const
    {
        const Key left = key(a);
        const Key right = key(b);
        if (left.present != right.present)
            return left.present;
        if (left.present) {
            const auto l = std::tie(left.text, left.number);
            const auto r = std::tie(right.text, right.number);
            if (l != r)
                return order == Qt::AscendingOrder ? l < r : l > r;
        }
        if (a.order.createdAt != b.order.createdAt)
            return *a.order.createdAt > *b.order.createdAt;
        return a.order.number > b.order.number;
    }

    std::map<qint64, OrderRow> m_rows;
};

/// A view's memory: what it was last told. It asks only for what a signal says is different.
class Onlooker : public QObject
{
public:
    explicit Onlooker(const OrderTableModel &model)
        : m_model(model)
    {
        connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
            for (int row = first; row <= last; ++row)
                m_rows.insert(row, read(row));
        });
        connect(&model, &QAbstractItemModel::rowsRemoved, this,
                [this](const QModelIndex &, int first, int last) { m_rows.remove(first, last - first + 1); });
        connect(&model, &QAbstractItemModel::rowsMoved, this,
                [this](const QModelIndex &, int first, int, const QModelIndex &, int to) {
                    m_rows.move(first, to > first ? to - 1 : to);
                });
        connect(&model, &QAbstractItemModel::layoutChanged, this, [this] {
            for (int row = 0; row < m_rows.size(); ++row)
                m_rows[row] = read(row);
        });
        connect(&model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
            for (int row = from.row(); row <= to.row(); ++row) {
                for (int column = from.column(); column <= to.column(); ++column)
                    m_rows[row][column] = cell(row, column);
            }
        });
        connect(&model, &QAbstractItemModel::modelReset, this, [] { QFAIL("the model was reset"); });
    }

    [[nodiscard]] QVariantList cell(int row, int column) const
    {
        QVariantList values;
        for (const int role : {static_cast<int>(Qt::DisplayRole), static_cast<int>(Qt::AccessibleTextRole),
                               static_cast<int>(Qt::ToolTipRole), static_cast<int>(OrderTableModel::SortRole),
                               static_cast<int>(OrderTableModel::DetailRole)})
            values << m_model.index(row, column).data(role);
        const auto which = static_cast<Column>(column);
        if (which == Column::TimeLeft) {
            values << m_model.index(row, column).data(OrderTableModel::FractionRole)
                   << m_model.index(row, column).data(OrderTableModel::UrgencyRole);
        }
        if (which == Column::Status)
            values << m_model.index(row, column).data(OrderTableModel::UnderWayRole)
                   << m_model.index(row, column).data(OrderTableModel::PrintRole);
        return values;
    }

    [[nodiscard]] QList<QVariantList> read(int row) const
    {
        QList<QVariantList> cells;
        for (int column = 0; column < OrderTableModel::columns; ++column)
            cells << cell(row, column);
        return cells;
    }

    [[nodiscard]] const QList<QList<QVariantList>> &rows() const { return m_rows; }

private:
    const OrderTableModel &m_model;
    QList<QList<QVariantList>> m_rows;
};

class Chance
{
public:
    explicit Chance(quint32 seed)
        : m_engine(seed)
    {
    }

    int below(int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(m_engine); }
    QString pick(const QStringList &texts) { return texts.at(below(static_cast<int>(texts.size()))); }

    OrderRow row(int orders)
    {
        OrderRow row = heldRow(below(orders) + 1, pick({u"Чайка"_s, u"Чаща"_s, u"Щелкунчик"_s, u"jazz"_s}));
        row.order.status = allOrderStatuses.at(static_cast<size_t>(below(allOrderStatuses.size())));
        row.order.createdAt = noon() - std::chrono::minutes(below(20));
        row.order.reservedTill = noon() + std::chrono::seconds(below(900));
        row.order.value = Money::fromMinor(below(5) * 10000);
        row.order.tickets.resize(below(3));
        row.time.start = noon() + std::chrono::hours(below(3));
        row.venue.name = pick({u"Подвал"_s, u"Планетарий"_s});
        row.system = pick({QString(), u"api/BASE"_s, u"platron/OTHER"_s});
        if (below(4) == 0)
            row.inProgress = Step::Read;
        if (row.order.status == OrderStatus::Done)
            row.print = static_cast<PrintState>(below(6));
        return row;
    }

    OrderFilter filter()
    {
        OrderFilter filter;
        // Often nothing or little, so that many rows come and go at once.
        filter.text =
            below(2) ? pick({QString(), u"ча"_s}) : pick({u"чай"_s, u"чайка план"_s, u"29100"_s, u"base"_s, u"JAZZ"_s});
        for (int statuses = below(2) ? below(7) : 0; statuses > 0; --statuses)
            filter.statuses.insert(allOrderStatuses.at(static_cast<size_t>(below(allOrderStatuses.size()))));
        if (below(5) == 0)
            filter.print = OrderFilter::Print::NotPrinted;
        return filter;
    }

private:
    std::mt19937 m_engine;
};

} // namespace

/// Random commands to the model and to its naive twin under the eye of somebody who believes the signals: all three
/// must agree after each.
class OrderTableTwinTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithItsTwin_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<int>("orders");
        QTest::addColumn<int>("commands");
        QTest::addColumn<int>("puts"); // of a hundred commands
        QTest::newRow("few orders") << quint32(1) << 12 << 1500 << 70;
        QTest::newRow("some orders") << quint32(2) << 60 << 400 << 70;
        QTest::newRow("so many that they come and go together") << quint32(3) << 700 << (isNightly() ? 80 : 25) << 10;
        const quint32 fresh = std::random_device()();
        QTest::addRow("seed %u", fresh) << fresh << 40 << 500 << 60;
    }

    void agreesWithItsTwin()
    {
        QFETCH(quint32, seed);
        QFETCH(int, orders);
        QFETCH(int, commands);
        QFETCH(int, puts);
        Chance chance(seed);
        OrderTableModel model(Format(Format::Language::English));
        model.setNow(noon());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const Onlooker onlooker(model);
        Twin twin;
        QPersistentModelIndex followed;
        OrderId followedId;

        for (int filled = 0; filled < 2 * orders; ++filled) {
            const OrderRow row = chance.row(orders);
            model.put(row);
            twin.put(row);
        }
        for (int command = 0; command < commands; ++command) {
            const int kind = chance.below(100) < puts ? 0 : chance.below(30);
            if (kind == 0) {
                const OrderRow row = chance.row(orders);
                model.put(row);
                twin.put(row);
            } else if (kind < 10) {
                const OrderId id = orderId(chance.below(orders) + 1);
                model.remove(id);
                twin.remove(id);
            } else if (kind < 18) {
                twin.filter = chance.filter();
                model.setFilter(twin.filter);
            } else if (kind < 24) {
                twin.column = static_cast<Column>(chance.below(OrderTableModel::columns));
                twin.order = chance.below(2) ? Qt::AscendingOrder : Qt::DescendingOrder;
                model.sort(static_cast<int>(twin.column), twin.order);
            } else {
                twin.now += std::chrono::milliseconds(chance.below(4000));
                model.setNow(twin.now);
            }
            const QString difference = compare(model, twin, onlooker);
            QVERIFY2(difference.isEmpty(),
                     qPrintable(u"seed %1, command %2: %3"_s.arg(seed).arg(command).arg(difference)));
            if (followed.isValid())
                QCOMPARE(model.orderAt(followed), followedId);
            if (!followed.isValid() && model.rowCount() > 0) {
                followed = model.index(chance.below(model.rowCount()), chance.below(OrderTableModel::columns));
                followedId = model.orderAt(followed);
            }
        }
    }

private:
    /// What differs, or nothing.
    static QString compare(const OrderTableModel &model, const Twin &twin, const Onlooker &onlooker)
    {
        const QList<OrderRow> wanted = twin.shown();
        if (model.rowCount() != wanted.size())
            return u"%1 rows instead of %2"_s.arg(model.rowCount()).arg(wanted.size());
        if (onlooker.rows().size() != wanted.size())
            return u"the onlooker saw %1 rows"_s.arg(onlooker.rows().size());
        for (int row = 0; row < wanted.size(); ++row) {
            const OrderId id = wanted.at(row).order.id;
            const QModelIndex index = model.index(row, 0);
            if (model.orderAt(index) != id || model.indexOf(id) != index)
                return u"row %1 is another order"_s.arg(row);
            if (*model.row(id) != wanted.at(row))
                return u"row %1 is an older order"_s.arg(row);
            if (onlooker.rows().at(row) != onlooker.read(row))
                return u"row %1 changed and nobody was told"_s.arg(row);
        }
        const auto notPrinted =
            std::ranges::count_if(twin.all(), [](const auto &item) { return isNotPrinted(item.second.print); });
        if (model.notPrinted() != notPrinted)
            return u"%1 orders are not printed"_s.arg(model.notPrinted());
        if (model.total() != static_cast<int>(twin.all().size()))
            return u"%1 orders in all"_s.arg(model.total());
        for (const OrderStatus status : allOrderStatuses) {
            const auto count = std::count_if(twin.all().cbegin(), twin.all().cend(),
                                             [status](const auto &item) { return item.second.order.status == status; });
            if (model.countOf(status) != count)
                return u"%1 orders are %2"_s.arg(model.countOf(status)).arg(toWord(status));
        }
        return {};
    }
};

} // namespace okoshko::test::tst_ordertabletwin

OKOSHKO_TEST(tst_ordertabletwin, OrderTableTwinTest, QCoreApplication)
#include "tst_ordertabletwin.moc"
