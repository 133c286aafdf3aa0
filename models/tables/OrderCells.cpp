// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/OrderCells.h"

#include "models/domain/Text.h"
#include "models/sale/Countdown.h"
#include "models/sale/PriceBreakdown.h"
#include "models/tables/SearchText.h"
#include "models/tables/SoughtOrder.h"

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

/// A column of the table.
struct OrderCells::Cell
{
    Column column = Column::Number;
    const char *title = nullptr;
    const char *explanation = nullptr; ///< of the header
    Qt::AlignmentFlag alignment = Qt::AlignLeft;
    QString (*display)(const OrderCells &cells, const OrderRow &row) = nullptr;
    SortKey (*sortKey)(const OrderCells &cells, const OrderRow &row) = nullptr;
    /// Lines of plain text; null or empty = no tool tip.
    QStringList (*toolTip)(const OrderCells &cells, const OrderRow &row) = nullptr;
    /// What assistive tools read; null = what is displayed.
    QString (*accessibleText)(const OrderCells &cells, const OrderRow &row) = nullptr;
    /// Whether a delegate would draw it differently, beyond its texts.
    bool (*isDrawnAnew)(const OrderCells &cells, const OrderRow &before, const OrderRow &after) = nullptr;
};

// NOLINTNEXTLINE(readability-function-size): a table
const OrderCells::Cell &OrderCells::cellOf(Column column)
{
    using Cells = const OrderCells &;
    using Row = const OrderRow &;
    static const SortKey missing{.kind = SortKey::Kind::Missing};
    static constexpr std::array table{
        Cell{
            .column = Column::Number,
            .title = QT_TR_NOOP("Order"),
            .explanation = QT_TR_NOOP("The order's number"),
            .alignment = Qt::AlignLeft,
            .display = [](Cells cells, Row row) { return cells.m_format.orderNumber(row.order.number); },
            .sortKey = [](Cells, Row row) { return SortKey{.number = row.order.number}; },
        },
        Cell{
            .column = Column::Event,
            .title = QT_TR_NOOP("Event"),
            .explanation = QT_TR_NOOP("What the tickets are for, when and where"),
            .alignment = Qt::AlignLeft,
            .display = [](Cells cells, Row row) { return cells.m_format.title(row.eventTitle); },
            .sortKey =
                [](Cells cells, Row row) {
                    return SortKey{.text = folded(cells.m_format.title(row.eventTitle)),
                                   .number =
                                       row.time.start ? ticks(*row.time.start) : std::numeric_limits<qint64>::max()};
                },
            .toolTip =
                [](Cells cells, Row row) {
                    return QStringList{cells.m_format.title(row.eventTitle),
                                       cells.m_format.eventTimeLong(row.time, row.venue, cells.m_now), row.venue.name,
                                       row.venue.address};
                },
            .accessibleText =
                [](Cells cells, Row row) {
                    return inOneLine({cells.m_format.title(row.eventTitle), cells.eventDetail(row)}, u", "_s);
                },
        },
        Cell{
            .column = Column::Tickets,
            .title = QT_TR_NOOP("Tickets"),
            .explanation = QT_TR_NOOP("How many tickets the order holds"),
            .alignment = Qt::AlignRight,
            .display = [](Cells cells, Row row) { return cells.m_format.count(row.order.ticketCount()); },
            .sortKey =
                [](Cells, Row row) {
                    return row.order.has(Order::Field::Tickets) ? SortKey{.number = row.order.tickets.size()} : missing;
                },
            .toolTip =
                [](Cells cells, Row row) {
                    return row.order.has(Order::Field::Tickets) ? QStringList()
                                                                : QStringList{cells.m_format.tickets(std::nullopt)};
                },
            .accessibleText = [](Cells cells, Row row) { return cells.m_format.tickets(row.order.ticketCount()); },
        },
        Cell{
            .column = Column::Sum,
            .title = QT_TR_NOOP("Total"),
            .explanation = QT_TR_NOOP("What the buyer pays, fees included"),
            .alignment = Qt::AlignRight,
            .display = [](Cells cells, Row row) { return cells.m_format.sum(PriceBreakdown::of(row.order).total); },
            .sortKey =
                [](Cells, Row row) {
                    return row.order.has(Order::Field::Value) ? SortKey{.number = row.order.value.minor()} : missing;
                },
        },
        Cell{
            .column = Column::System,
            .title = QT_TR_NOOP("Payment method"),
            .explanation = QT_TR_NOOP("How the buyer pays"),
            .alignment = Qt::AlignLeft,
            .display = [](Cells cells, Row row) { return cells.systemLabel(row); },
            .sortKey =
                [](Cells cells, Row row) {
                    const QString label = cells.systemLabel(row);
                    return label.isEmpty() ? missing : SortKey{.text = folded(label)};
                },
            .toolTip =
                [](Cells cells, Row row) {
                    return cells.systemLabel(row).isEmpty() ? QStringList() : QStringList{row.system};
                },
        },
        Cell{
            .column = Column::Status,
            .title = QT_TR_NOOP("Status"),
            .explanation = QT_TR_NOOP("Where the order stands, as the server last told"),
            .alignment = Qt::AlignLeft,
            .display = [](Cells cells,
                          Row row) { return cells.m_format.state(row.order.status, row.remark, row.print); },
            .sortKey = [](Cells, Row row) { return SortKey{.number = static_cast<int>(row.order.status)}; },
            .toolTip =
                [](Cells, Row row) {
                    return row.order.status == OrderStatus::Unknown
                               ? QStringList{tr("The server says: %1").arg(row.order.statusWord)}
                               : QStringList();
                },
            .isDrawnAnew =
                [](Cells, Row before, Row after) {
                    return before.order.status != after.order.status || before.remark != after.remark ||
                           before.print != after.print || before.inProgress.has_value() != after.inProgress.has_value();
                },
        },
        Cell{
            .column = Column::TimeLeft,
            .title = QT_TR_NOOP("Time left"),
            .explanation = QT_TR_NOOP("How long the seats are still held"),
            .alignment = Qt::AlignLeft,
            .display =
                [](Cells cells, Row row) {
                    const auto countdown = cells.countdownOf(row);
                    return countdown ? cells.m_format.timeLeft(countdown->left) : QString();
                },
            .sortKey =
                [](Cells, Row row) {
                    const bool isCounted = isHeld(row.order.status) && isStillOffered(row.remark);
                    return isCounted ? keyOf(row.order.reservedTill) : missing;
                },
            .toolTip =
                [](Cells cells, Row row) {
                    return cells.countdownOf(row)
                               ? QStringList{tr("Held until %1")
                                                 .arg(cells.m_format.moment(*row.order.reservedTill, cells.m_now))}
                               : QStringList();
                },
            .accessibleText =
                [](Cells cells, Row row) {
                    const auto countdown = cells.countdownOf(row);
                    return countdown ? cells.m_format.timeLeftWords(countdown->left) : QString();
                },
            .isDrawnAnew = [](Cells cells, Row before,
                              Row after) { return cells.countdownOf(before) != cells.countdownOf(after); },
        },
        Cell{
            .column = Column::Created,
            .title = QT_TR_NOOP("Created"),
            .explanation = QT_TR_NOOP("When the order was made, by this computer's time zone"),
            .alignment = Qt::AlignRight,
            .display =
                [](Cells cells, Row row) {
                    return row.order.createdAt ? cells.m_format.moment(*row.order.createdAt, cells.m_now) : QString();
                },
            .sortKey = [](Cells, Row row) { return keyOf(row.order.createdAt); },
        },
    };
    static_assert(table.size() == OrderTableModel::columns);
    const Cell &cell = table.at(static_cast<size_t>(column));
    Q_ASSERT(cell.column == column);
    return cell;
}

QString OrderCells::systemLabel(const OrderRow &row) const
{
    return m_format.wayToPay(row.order, row.system, m_systems);
}

QVariant OrderCells::data(const OrderRow &row, Column column, int role) const
{
    const Cell &cell = cellOf(column);
    switch (role) {
    case Qt::DisplayRole:
        return cell.display(*this, row);
    case Qt::ToolTipRole: {
        const QString text = cell.toolTip ? plainToolTip(cell.toolTip(*this, row)) : QString();
        return text.isEmpty() ? QVariant() : QVariant(text);
    }
    case Qt::AccessibleTextRole:
        return cell.accessibleText ? cell.accessibleText(*this, row) : cell.display(*this, row);
    case Qt::TextAlignmentRole:
        return (cell.alignment | Qt::AlignVCenter).toInt();
    case OrderTableModel::SortRole: {
        const SortKey key = cell.sortKey(*this, row);
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
    case OrderTableModel::PrintRole:
        return static_cast<int>(row.print);
    case OrderTableModel::UnderWayRole:
        return row.inProgress.has_value();
    default: // roles are an open set
        return {};
    }
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
    return cellOf(column).sortKey(*this, row);
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
    // A Russian phone is typed with either prefix.
    if (const QString phone = phoneDigits(buyer.mobile); !phone.isEmpty())
        fields << u'8' + phone << u'7' + phone;
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
    const auto isDrawnAnew = cellOf(column).isDrawnAnew;
    return isDrawnAnew && isDrawnAnew(*this, before, after);
}

QVariant OrderCells::header(Column column, int role) const
{
    const Cell &cell = cellOf(column);
    switch (role) {
    case Qt::DisplayRole:
        return tr(cell.title);
    case Qt::ToolTipRole:
        return tr(cell.explanation);
    case Qt::TextAlignmentRole:
        return (cell.alignment | Qt::AlignVCenter).toInt();
    default:
        return {};
    }
}

} // namespace okoshko
