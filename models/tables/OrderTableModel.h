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

/// The orders of this counter, one per row. Filters and sorts itself (a proxy model's text filter takes eight times as
/// long, measured). Changes are signalled per cell, without resets.
///
/// Equal rows are sorted newest first; rows without a key (no hold, no system) come last in both directions. Initially
/// sorted by creation, newest first. Lives on the main thread.
class OrderTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { Number, Event, Tickets, Sum, System, Status, TimeLeft, Created };
    static constexpr int columns = static_cast<int>(Column::Created) + 1;

    enum Role {
        SortRole = Qt::UserRole, ///< sort key: a number or a text
        OrderIdRole,             ///< QString
        StatusRole,              ///< int of OrderStatus
        DetailRole,              ///< Event column: the second line, time and venue
        SecondsLeftRole,         ///< qint64; invalid where no hold runs
        FractionRole,            ///< double 0 … 1 of the hold; invalid where no hold runs
        UrgencyRole,             ///< int of Countdown::Urgency; invalid where no hold runs
        RemarkRole,              ///< int of SaleRemark
        PrintRole,               ///< int of PrintState
        UnderWayRole,            ///< bool: a request for this order is running
    };

    explicit OrderTableModel(const Format &format, QObject *parent = nullptr);
    ~OrderTableModel() override;

    /// Adds or updates an order.
    void put(const OrderRow &row);
    void remove(const OrderId &id);

    /// Sets the server's time and updates the time-left cells that changed; at the counter's midnight also the dates.
    /// Until the first call the computer's time is used.
    void setNow(Instant now);
    /// Set after a change of the language.
    [[nodiscard]] const Format &format() const;
    void setFormat(const Format &format);
    /// Sets the labels of the payment systems.
    void setPaymentSystems(const QList<PaymentSystem> &systems);

    void setFilter(const OrderFilter &filter);
    [[nodiscard]] const OrderFilter &filter() const { return m_filter; }

    /// Counts of all orders, shown or not, by status.
    [[nodiscard]] int total() const;
    [[nodiscard]] int countOf(OrderStatus status) const;
    [[nodiscard]] int notPrinted() const { return m_notPrinted; } ///< see isNotPrinted()

    [[nodiscard]] QModelIndex indexOf(const OrderId &id, Column column = Column::Number) const;
    [[nodiscard]] OrderId orderAt(const QModelIndex &index) const; ///< null for an invalid index
    /// Null if there is no such order. Valid until the next change of the model.
    [[nodiscard]] const OrderRow *row(const OrderId &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// A negative \a column restores the initial order.
    void sort(int column, Qt::SortOrder order) override;
    [[nodiscard]] Column sortColumn() const { return m_sortColumn; }
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_sortOrder; }

Q_SIGNALS:
    /// total(), countOf() or notPrinted() has changed.
    void countsChanged();

private:
    struct Entry;
    struct Range
    {
        int first = 0;
        int last = 0;
    };

    // "at" is an index in m_entries, "row" an index in m_shown.
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
    void count(const OrderRow &row, int by);
    void noteHold(int at);

    std::unique_ptr<OrderCells> m_cells;
    std::vector<Entry> m_entries; ///< all orders, unsorted
    QHash<OrderId, int> m_places; ///< indices in m_entries
    QList<int> m_shown;           ///< the rows: indices in m_entries
    QSet<int> m_held;             ///< indices of the orders with a running hold
    std::array<int, allOrderStatuses.size()> m_counts{};
    int m_notPrinted = 0;
    OrderFilter m_filter;
    /// Words of m_filter in each reading; all words of one reading must occur.
    QList<QStringList> m_words{QStringList()};
    Column m_sortColumn = Column::Created;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

} // namespace okoshko
