// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/OrderCsv.h"

#include "models/sale/PriceBreakdown.h"
#include "models/tables/Csv.h"
#include "models/tables/OrderTableModel.h"

#include <QCoreApplication>

#include <optional>

namespace okoshko {

namespace {

using Column = OrderTableModel::Column;
using Kind = CsvCell::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::OrderCsv)
};

/// `2026-05-12T14:23:29+03:00`
CsvCell timeCell(const std::optional<Instant> &instant)
{
    if (!instant)
        return {};
    const QDateTime local = toDateTime(*instant).toLocalTime();
    return {local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate), Kind::Text};
}

/// Of whole days the venue's: `2026-05-12`.
CsvCell eventCell(const OrderRow &row, const std::optional<Instant> &instant)
{
    if (!instant || row.time.dates == EventTime::Dates::WithTime)
        return timeCell(instant);
    return {toDateTime(*instant).toTimeZone(row.venue.zone()).date().toString(Qt::ISODate), Kind::Text};
}

/// Of whole days the last, not the midnight after it.
std::optional<Instant> lastOf(const EventTime &time)
{
    return time.end && time.dates == EventTime::Dates::DaysOnly ? *time.end - Microseconds(1) : time.end;
}

CsvCell sumCell(const std::optional<Money> &sum)
{
    return sum ? CsvCell{sum->toString(), Kind::Number} : CsvCell();
}

CsvSigns signsOf(Format::Language language)
{
    switch (language) {
    case Format::Language::Russian:
        return {.separator = u';', .decimal = u','};
    case Format::Language::English:
        return {.separator = u',', .decimal = u'.'};
    }
    Q_UNREACHABLE();
}

QList<CsvCell> head(const OrderTableModel &orders)
{
    const auto title = [&orders](Column column) {
        return CsvCell{orders.headerData(static_cast<int>(column), Qt::Horizontal, Qt::DisplayRole).toString(),
                       Kind::Text};
    };
    return {title(Column::Number),
            title(Column::Event),
            {Words::tr("Starts"), Kind::Text},
            {Words::tr("Ends"), Kind::Text},
            {Words::tr("Venue"), Kind::Text},
            title(Column::Tickets),
            {Words::tr("Face price"), Kind::Text},
            {Words::tr("Fee"), Kind::Text},
            {Words::tr("Discount"), Kind::Text},
            title(Column::Sum),
            title(Column::System),
            title(Column::Status),
            {Words::tr("Held until"), Kind::Text},
            title(Column::Created)};
}

QList<CsvCell> cells(const QModelIndex &index, const OrderRow &row)
{
    const Order &order = row.order;
    const PriceBreakdown price = PriceBreakdown::of(order);
    const auto number = [&order](Order::Field field, qint64 value) {
        return order.has(field) ? CsvCell{QString::number(value), Kind::Number} : CsvCell();
    };
    const auto shown = [&index](Column column) {
        return CsvCell{index.siblingAtColumn(static_cast<int>(column)).data(Qt::DisplayRole).toString(), Kind::Text};
    };
    return {number(Order::Field::Number, order.number),
            shown(Column::Event),
            eventCell(row, row.time.start),
            eventCell(row, lastOf(row.time)),
            {row.venue.name, Kind::Text},
            number(Order::Field::Tickets, order.tickets.size()),
            sumCell(price.face),
            sumCell(price.fee),
            sumCell(price.discount),
            sumCell(price.total),
            shown(Column::System),
            shown(Column::Status),
            timeCell(isHeld(order.status) ? order.reservedTill : std::nullopt),
            timeCell(order.createdAt)};
}

} // namespace

QByteArray toCsv(const OrderTableModel &orders)
{
    QList<QList<CsvCell>> rows{head(orders)};
    for (int i = 0; i < orders.rowCount(); ++i) {
        const QModelIndex index = orders.index(i, 0);
        if (const OrderRow *row = orders.row(orders.orderAt(index)))
            rows << cells(index, *row);
    }
    return toCsv(rows, signsOf(orders.format().language()));
}

} // namespace okoshko
