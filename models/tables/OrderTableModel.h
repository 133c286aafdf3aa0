// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/PaymentSystem.h"
#include "models/tables/Format.h"
#include "models/tables/OrderRow.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QSet>
#include <QStringList>

#include <array>
#include <memory>
#include <vector>

namespace okoshko {

class OrderCells;

/// The orders of this counter, one a row. Filters and sorts by itself (a proxy's text filter takes eight times as
/// long; measured). A change touches only the cells that changed; there is never a reset.
///
/// Rows that compare equal stand newest first; rows with nothing to sort by (no hold, no system) stand last in either
/// direction. At first it sorts by creation, newest first. Lives on the thread of its views.
class OrderTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { Number, Event, Tickets, Sum, System, Status, TimeLeft, Created };
    static constexpr int columns = static_cast<int>(Column::Created) + 1;

    enum Role {
        SortRole = Qt::UserRole, ///< what the column sorts by: a number or a text
        OrderIdRole,             ///< QString
        StatusRole,              ///< int of OrderStatus
        DetailRole,              ///< Event column: time and venue, the second line
        SecondsLeftRole,         ///< qint64; invalid where no hold runs
        FractionRole,            ///< double 0 … 1 of the hold; invalid where no hold runs
        UrgencyRole,             ///< int of Countdown::Urgency; invalid where no hold runs
        RemarkRole,              ///< SaleRemark, as an int: what the state alone does not say
        UnderWayRole,            ///< bool: a request for this order is under way
    };

    explicit OrderTableModel(const Format &format, QObject *parent = nullptr);
    ~OrderTableModel() override;

    /// Adds the order, or changes the cells that differ.
    void put(const OrderRow &row);
    void remove(const OrderId &id);

    /// The server's time; the time-left cells that read differently are told. When the counter's day turns, "today"
    /// in the other cells turns too. Until the first call it is the computer's time.
    void setNow(Instant now);
    /// After a change of the language.
    [[nodiscard]] const Format &format() const;
    void setFormat(const Format &format);
    /// Names the systems by their labels.
    void setPaymentSystems(const QList<PaymentSystem> &systems);

    void setFilter(const OrderFilter &filter);
    [[nodiscard]] const OrderFilter &filter() const { return m_filter; }

    /// All orders, shown or not, by status.
    [[nodiscard]] int total() const;
    [[nodiscard]] int countOf(OrderStatus status) const;

    [[nodiscard]] QModelIndex indexOf(const OrderId &id, Column column = Column::Number) const;
    [[nodiscard]] OrderId orderAt(const QModelIndex &index) const; ///< null for an invalid index
    /// Nothing where there is no such order. Holds until the next change of the model.
    [[nodiscard]] const OrderRow *row(const OrderId &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// A negative \a column brings the first order back.
    void sort(int column, Qt::SortOrder order) override;
    [[nodiscard]] Column sortColumn() const { return m_sortColumn; }
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_sortOrder; }

Q_SIGNALS:
    /// total() or countOf() is different.
    void countsChanged();

private:
    struct Entry;
    struct Range
    {
        int first = 0;
        int last = 0;
    };

    // An order is named by its place in m_entries ("at"), a row by its place in m_shown ("row").
    [[nodiscard]] Entry &entryAt(int at);
    [[nodiscard]] const Entry &entryAt(int at) const;
    [[nodiscard]] bool less(const Entry &a, const Entry &b) const;
    [[nodiscard]] bool matches(const Entry &entry) const;
    [[nodiscard]] Entry makeEntry(const OrderRow &row) const;
    [[nodiscard]] int rowOf(int at) const;
    [[nodiscard]] int rowFor(const Entry &entry, int from, int to) const;

    void add(const OrderRow &row);
    void change(int at, const OrderRow &row);
    void changeShown(int at, Entry &&entry);
    void show(int at);
    void hide(int row);
    void forget(int at);
    void store(int at, Entry &&entry);

    void refilter();
    void hideRows(const QList<Range> &ranges);
    void showEntries(const QList<int> &entering);
    void resort();
    void reorder(const QList<int> &order);
    void rebuildEntries();
    void tellChanged(int row, const QList<Column> &changedColumns);
    void tellAll(Column first, Column last);
    void count(OrderStatus status, int by);
    void noteHold(int at);

    std::unique_ptr<OrderCells> m_cells;
    std::vector<Entry> m_entries; ///< all orders, in no order
    QHash<OrderId, int> m_places; ///< where in m_entries
    QList<int> m_shown;           ///< the rows: places in m_entries
    QSet<int> m_held;             ///< places of the orders whose hold runs
    std::array<int, allOrderStatuses.size()> m_counts{};
    OrderFilter m_filter;
    /// Of m_filter, in each reading; those of one must be met.
    QList<QStringList> m_words{QStringList()};
    Column m_sortColumn = Column::Created;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

} // namespace okoshko
