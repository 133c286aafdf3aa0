// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/OrderCells.h"

#include "models/domain/Text.h"
#include "models/sale/Countdown.h"
#include "models/sale/PriceBreakdown.h"
#include "models/tables/SearchText.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

using Column = OrderTableModel::Column;

/// Tool tips detect HTML: server text must be escaped.
QString plainToolTip(const QStringList &lines)
{
    QStringList escaped;
    for (const QString &line : lines) {
        if (!line.isEmpty())
            escaped << line.toHtmlEscaped();
    }
    return escaped.isEmpty() ? QString() : u"<qt>"_s + escaped.join(u"<br/>"_s) + u"</qt>"_s;
}

int alignment(Column column)
{
    switch (column) {
    case Column::Tickets:
    case Column::Sum:
    case Column::Created:
        return (Qt::AlignRight | Qt::AlignVCenter).toInt();
    case Column::Number:
    case Column::Event:
    case Column::System:
    case Column::Status:
    case Column::TimeLeft:
        return (Qt::AlignLeft | Qt::AlignVCenter).toInt();
    }
    Q_UNREACHABLE();
}

qint64 ticks(Instant instant)
{
    return instant.time_since_epoch().count();
}

OrderCells::SortKey keyOf(const std::optional<Instant> &instant)
{
    using Kind = OrderCells::SortKey::Kind;
    return instant ? OrderCells::SortKey{Kind::Present, {}, ticks(*instant)}
                   : OrderCells::SortKey{Kind::Missing, {}, 0};
}

} // namespace

QString OrderCells::systemLabel(const OrderRow &row) const
{
    return m_format.wayToPay(row.order, row.system, m_systems);
}

QVariant OrderCells::data(const OrderRow &row, Column column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return display(row, column);
    case Qt::ToolTipRole: {
        const QString text = toolTip(row, column);
        return text.isEmpty() ? QVariant() : QVariant(text);
    }
    case Qt::AccessibleTextRole:
        return accessibleText(row, column);
    case Qt::TextAlignmentRole:
        return alignment(column);
    case OrderTableModel::SortRole: {
        const SortKey key = sortKey(row, column);
        if (key.kind == SortKey::Kind::Missing)
            return {};
        return key.text.isEmpty() ? QVariant(key.number) : QVariant(key.text);
    }
    case OrderTableModel::OrderIdRole:
        return row.order.id.toString();
    case OrderTableModel::StatusRole:
        return static_cast<int>(row.order.status);
    case OrderTableModel::DetailRole:
        return column == Column::Event ? QVariant(eventDetail(row)) : QVariant();
    case OrderTableModel::SecondsLeftRole:
    case OrderTableModel::FractionRole:
    case OrderTableModel::UrgencyRole:
        return timeLeft(row, role);
    case OrderTableModel::RemarkRole:
        return static_cast<int>(row.remark);
    case OrderTableModel::UnderWayRole:
        return row.inProgress.has_value();
    default: // roles are an open set
        return {};
    }
}

QString OrderCells::display(const OrderRow &row, Column column) const
{
    switch (column) {
    case Column::Number:
        return m_format.orderNumber(row.order.number);
    case Column::Event:
        return m_format.title(row.eventTitle);
    case Column::Tickets:
        return m_format.count(row.order.ticketCount());
    case Column::Sum:
        return m_format.sum(PriceBreakdown::of(row.order).total);
    case Column::System:
        return systemLabel(row);
    case Column::Status:
        return row.remark == SaleRemark::None ? m_format.status(row.order.status) : m_format.remark(row.remark);
    case Column::TimeLeft: {
        const auto countdown = countdownOf(row);
        return countdown ? m_format.timeLeft(countdown->left) : QString();
    }
    case Column::Created:
        return row.order.createdAt ? m_format.createdAt(*row.order.createdAt, m_now) : QString();
    }
    Q_UNREACHABLE();
}

QString OrderCells::toolTip(const OrderRow &row, Column column) const
{
    switch (column) {
    case Column::Event: {
        const QString when = m_format.eventTimeLong(row.time, row.venue, m_now);
        return plainToolTip({display(row, column), when, row.venue.name, row.venue.address});
    }
    case Column::System:
        return systemLabel(row).isEmpty() ? QString() : plainToolTip({row.system});
    case Column::Status:
        return row.order.status == OrderStatus::Unknown
                   ? plainToolTip({tr("The server says: %1").arg(row.order.statusWord)})
                   : QString();
    case Column::TimeLeft:
        return countdownOf(row) ? tr("Held until %1").arg(m_format.createdAt(*row.order.reservedTill, m_now))
                                : QString();
    case Column::Tickets:
        return row.order.has(Order::Field::Tickets) ? QString() : m_format.tickets(std::nullopt);
    case Column::Number:
    case Column::Sum:
    case Column::Created:
        return {};
    }
    Q_UNREACHABLE();
}

QVariant OrderCells::accessibleText(const OrderRow &row, Column column) const
{
    switch (column) {
    case Column::Event: {
        return inOneLine({display(row, column), eventDetail(row)}, u", "_s);
    }
    case Column::Tickets:
        return m_format.tickets(row.order.ticketCount());
    case Column::TimeLeft: {
        const auto countdown = countdownOf(row);
        return countdown ? QVariant(m_format.timeLeftWords(countdown->left)) : QVariant();
    }
    case Column::Number:
    case Column::Sum:
    case Column::System:
    case Column::Status:
    case Column::Created:
        return display(row, column);
    }
    Q_UNREACHABLE();
}

QString OrderCells::eventDetail(const OrderRow &row) const
{
    return inOneLine({m_format.eventTimeShort(row.time, row.venue, m_now), row.venue.name});
}

std::optional<Countdown> OrderCells::countdownOf(const OrderRow &row) const
{
    return isStillOffered(row.remark) ? m_format.countdown(row.order, m_now) : std::nullopt;
}

QVariant OrderCells::timeLeft(const OrderRow &row, int role) const
{
    const auto countdown = countdownOf(row);
    if (!countdown)
        return {};
    if (role == OrderTableModel::SecondsLeftRole)
        return static_cast<qint64>(countdown->left.count());
    if (role == OrderTableModel::FractionRole)
        return countdown->fraction;
    return static_cast<int>(countdown->urgency);
}

OrderCells::SortKey OrderCells::sortKey(const OrderRow &row, Column column) const
{
    using Kind = SortKey::Kind;
    switch (column) {
    case Column::Number:
        return {Kind::Present, {}, row.order.number};
    case Column::Event:
        return {Kind::Present, folded(display(row, column)),
                row.time.start ? ticks(*row.time.start) : std::numeric_limits<qint64>::max()};
    case Column::Tickets:
        return row.order.has(Order::Field::Tickets) ? SortKey{Kind::Present, {}, row.order.tickets.size()}
                                                    : SortKey{Kind::Missing, {}, 0};
    case Column::Sum:
        return row.order.has(Order::Field::Value) ? SortKey{Kind::Present, {}, row.order.value.minor()}
                                                  : SortKey{Kind::Missing, {}, 0};
    case Column::System: {
        const QString label = systemLabel(row);
        return label.isEmpty() ? SortKey{Kind::Missing, {}, 0} : SortKey{Kind::Present, folded(label), 0};
    }
    case Column::Status:
        return {Kind::Present, {}, static_cast<int>(row.order.status)};
    case Column::TimeLeft:
        return keyOf(isHeld(row.order.status) && isStillOffered(row.remark) ? row.order.reservedTill : std::nullopt);
    case Column::Created:
        return keyOf(row.order.createdAt);
    }
    Q_UNREACHABLE();
}

QString OrderCells::haystack(const OrderRow &row) const
{
    const Customer &buyer = row.order.customer;
    QStringList fields{QString::number(row.order.number),
                       row.eventTitle,
                       row.venue.name,
                       buyer.firstName,
                       buyer.lastName,
                       buyer.email,
                       buyer.mobile,
                       digitsOf(buyer.mobile),
                       row.system,
                       systemLabel(row)};
    fields << row.venue.cityNames.values();
    return folded(fields.join(u'\n'));
}

bool OrderCells::differ(const OrderRow &before, const OrderRow &after, Column column) const
{
    static constexpr std::array roles{
        static_cast<int>(Qt::DisplayRole),
        static_cast<int>(Qt::ToolTipRole),
        static_cast<int>(Qt::AccessibleTextRole),
        static_cast<int>(OrderTableModel::SortRole),
        static_cast<int>(OrderTableModel::DetailRole),
    };
    if (std::any_of(roles.cbegin(), roles.cend(),
                    [&](int role) { return data(before, column, role) != data(after, column, role); }))
        return true;
    // The values below belong to all columns, but are drawn in these only.
    switch (column) {
    case Column::Status:
        return before.order.status != after.order.status || before.remark != after.remark ||
               before.inProgress.has_value() != after.inProgress.has_value();
    case Column::TimeLeft:
        return countdownOf(before) != countdownOf(after);
    case Column::Number:
    case Column::Event:
    case Column::Tickets:
    case Column::Sum:
    case Column::System:
    case Column::Created:
        return false;
    }
    Q_UNREACHABLE();
}

QVariant OrderCells::header(Column column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return title(column);
    case Qt::ToolTipRole:
        return explanation(column);
    case Qt::TextAlignmentRole:
        return alignment(column);
    default:
        return {};
    }
}

QString OrderCells::title(Column column) const
{
    switch (column) {
    case Column::Number:
        return tr("Order");
    case Column::Event:
        return tr("Event");
    case Column::Tickets:
        return tr("Tickets");
    case Column::Sum:
        return tr("Total");
    case Column::System:
        return tr("Payment method");
    case Column::Status:
        return tr("Status");
    case Column::TimeLeft:
        return tr("Time left");
    case Column::Created:
        return tr("Created");
    }
    Q_UNREACHABLE();
}

QString OrderCells::explanation(Column column) const
{
    switch (column) {
    case Column::Number:
        return tr("The order's number");
    case Column::Event:
        return tr("What the tickets are for, when and where");
    case Column::Tickets:
        return tr("How many tickets the order holds");
    case Column::Sum:
        return tr("What the buyer pays, fees included");
    case Column::System:
        return tr("How the buyer pays");
    case Column::Status:
        return tr("Where the order stands, as the server last told");
    case Column::TimeLeft:
        return tr("How long the seats are still held");
    case Column::Created:
        return tr("When the order was made, by this computer's time zone");
    }
    Q_UNREACHABLE();
}

} // namespace okoshko
