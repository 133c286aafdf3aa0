// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/Format.h"
#include "models/tables/OrderRow.h"

#include "models/domain/PaymentSystem.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

namespace okoshko {

/// The orders of this counter, one a row. Filters and sorts by itself (a proxy's text filter takes eight times as
/// long; design.md, "Costs"). A change touches only the cells that changed; there is never a reset.
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
        UnderWayRole,            ///< bool: a request for this order is under way
    };

    explicit OrderTableModel(const Format &format, QObject *parent = nullptr);

    /// Adds the order, or changes the cells that differ.
    void put(const OrderRow &row);
    void remove(const OrderId &id);

    /// The server's time; the time-left cells that read differently are told.
    void setNow(Instant now);
    void setFormat(const Format &format);
    /// Names the systems by their labels.
    void setPaymentSystems(const QList<PaymentSystem> &systems);

    void setFilter(const OrderFilter &filter);
    [[nodiscard]] const OrderFilter &filter() const { return m_filter; }

    /// All orders, shown or not, by status.
    [[nodiscard]] int total() const;
    [[nodiscard]] int countOf(OrderStatus status) const;

    [[nodiscard]] QModelIndex indexOf(const OrderId &id, Column column = Column::Number) const;
    [[nodiscard]] OrderId orderAt(const QModelIndex &index) const;
    [[nodiscard]] const OrderRow *row(const OrderId &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    /// total() or countOf() is different.
    void countsChanged();
};

} // namespace okoshko
