// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/PaymentSystem.h"
#include "models/tables/Format.h"
#include "models/tables/OrderRow.h"
#include "models/tables/OrderTableModel.h"

#include <QCoreApplication>
#include <QHash>
#include <QString>
#include <QVariant>

namespace okoshko {

/// The content of the order table's cells: values by column and role, headers, and sort keys. A column is one row of
/// the table in OrderCells.cpp. Independent of which rows are shown. Used by OrderTableModel on the main thread.
class OrderCells
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::OrderCells)
public:
    using Column = OrderTableModel::Column;

    /// Sort key of a row in one column: first the text, then the number; rows without a key come last.
    struct SortKey
    {
        enum class Kind { Present, Missing };

        Kind kind = Kind::Present;
        QString text; ///< folded
        qint64 number = 0;
    };

    OrderCells(const Format &format, Instant now)
        : m_format(format)
        , m_now(now)
    {
    }

    [[nodiscard]] const Format &format() const { return m_format; }
    void setFormat(const Format &format) { m_format = format; }
    [[nodiscard]] Instant now() const { return m_now; }
    void setNow(Instant now) { m_now = now; }
    void setPaymentSystems(const QList<PaymentSystem> &systems) { m_systems = systems; }

    [[nodiscard]] QVariant data(const OrderRow &row, Column column, int role) const;
    [[nodiscard]] QVariant header(Column column, int role) const;
    [[nodiscard]] SortKey sortKey(const OrderRow &row, Column column) const;

    /// The folded text searched by the filter, with separators between the fields.
    [[nodiscard]] QString haystack(const OrderRow &row) const;

    /// Whether \a before and \a after look different in \a column.
    [[nodiscard]] bool differ(const OrderRow &before, const OrderRow &after, Column column) const;

private:
    struct Cell;

    [[nodiscard]] static const Cell &cellOf(Column column);
    [[nodiscard]] QString systemLabel(const OrderRow &row) const;
    [[nodiscard]] QString eventDetail(const OrderRow &row) const;
    [[nodiscard]] std::optional<Countdown> countdownOf(const OrderRow &row) const;
    [[nodiscard]] QVariant timeLeft(const OrderRow &row, int role) const;

    Format m_format;
    Instant m_now;
    QList<PaymentSystem> m_systems;
};

} // namespace okoshko
