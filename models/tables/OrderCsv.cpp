// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/OrderCsv.h"

#include "models/sale/PriceBreakdown.h"
#include "models/sale/Sale.h"
#include "models/tables/OrderTableModel.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

/// Blanks and invisible characters that spreadsheets may skip before a formula.
bool isPassedOver(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Format || c.category() == QChar::Other_Control;
}

/// Some East Asian spreadsheets also accept the full-width forms.
bool beginsFormula(QChar c)
{
    return u"=+-@\uFF1D\uFF0B\uFF0D\uFF20"_s.contains(c);
}

bool looksLikeFormula(const QString &text)
{
    if (text.startsWith(u'\t') || text.startsWith(u'\r') || text.startsWith(u'\n'))
        return true;
    for (const QChar c : text) {
        if (!isPassedOver(c))
            return beginsFormula(c);
    }
    return false;
}

/// Removes control characters except line ends and tabs; many readers stop at a NUL.
QString withoutControls(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control && c != u'\t' && c != u'\r' && c != u'\n')
            c = QChar::ReplacementCharacter;
    }
    return text;
}

QString field(const CsvCell &cell, const CsvSigns &signs)
{
    if (cell.kind == CsvCell::Kind::Number)
        return QString(cell.text).replace(u'.', signs.decimal);
    QString text = withoutControls(cell.text);
    if (looksLikeFormula(text))
        text.prepend(u'\'');
    // Also quoted if it begins or ends with blanks, which readers may trim otherwise.
    const bool plain =
        std::all_of(text.cbegin(), text.cend(),
                    [](QChar c) { return c.isLetterOrNumber() || c == u' ' || c == u'.' || c == u':'; }) &&
        text == text.trimmed();
    return plain ? text : u'"' + text.replace(u"\""_s, u"\"\""_s) + u'"';
}

} // namespace

QByteArray toCsv(const QList<QList<CsvCell>> &rows, const CsvSigns &signs)
{
    QByteArray bytes("\xEF\xBB\xBF");
    for (const QList<CsvCell> &row : rows) {
        QStringList fields;
        for (const CsvCell &cell : row)
            fields << field(cell, signs);
        bytes += fields.join(signs.separator).toUtf8() + "\r\n";
    }
    return bytes;
}

CsvSigns csvSigns(Format::Language language)
{
    switch (language) {
    case Format::Language::Russian:
        return {.separator = u';', .decimal = u','};
    case Format::Language::English:
        return {.separator = u',', .decimal = u'.'};
    }
    Q_UNREACHABLE();
}

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

/// Whole days are the venue's: `2026-05-12`.
CsvCell eventCell(const OrderRow &row, const std::optional<Instant> &instant)
{
    if (!instant || row.time.dates == EventTime::Dates::WithTime)
        return timeCell(instant);
    return {toDateTime(*instant).toTimeZone(row.venue.zone()).date().toString(Qt::ISODate), Kind::Text};
}

/// The last day of whole days, not the midnight after it.
std::optional<Instant> lastOf(const EventTime &time)
{
    return time.end && time.dates == EventTime::Dates::DaysOnly ? *time.end - Microseconds(1) : time.end;
}

CsvCell sumCell(const std::optional<Money> &sum)
{
    return sum ? CsvCell{sum->toString(), Kind::Number} : CsvCell();
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
            {Words::tr("Taken at the counter"), Kind::Text},
            title(Column::System),
            title(Column::Status),
            {Words::tr("Held until"), Kind::Text},
            title(Column::Created),
            {Words::tr("Printing"), Kind::Text}};
}

bool isOfPrinting(HistoryEntry::What what)
{
    using What = HistoryEntry::What;
    constexpr std::array all{What::Printed,     What::PrintedAgain,   What::ReceiptPrinted,
                             What::SavedAsFile, What::PrintNotNeeded, What::PrintGivenUp,
                             What::BlanksUsed,  What::BlanksSpoiled,  What::RefundedOnPaper};
    return std::ranges::find(all, what) != all.cend();
}

/// `2026-05-12T14:23:29+03:00, Касса 1: напечатано на «Лента»: 2 билета; …`
CsvCell printingCell(const Sale *sale, const QString &counterName, const Format &format)
{
    QStringList lines;
    const QList<HistoryEntry> history = sale ? sale->history : QList<HistoryEntry>();
    for (const HistoryEntry &entry : history) {
        if (!isOfPrinting(entry.what))
            continue;
        const QString at = timeCell(entry.at).text;
        lines << (counterName.isEmpty() ? at : at + u", "_s + counterName) + u": "_s + format.history(entry, {});
    }
    return {lines.join(u"; "_s), Kind::Text};
}

/// Where the order stands, whether its tickets are printed or not.
QString statusOf(const OrderRow &row, const Format &format)
{
    return format.state(row.order.status, row.remark, PrintState::None);
}

/// Not what was given back, as far as that was said.
std::optional<Money> takenOf(const OrderRow &row, const Sale *sale)
{
    if (!sale)
        return std::nullopt;
    const HistoryEntry *payment = sale->payment();
    const bool isCounted = payment && payment->what == HistoryEntry::What::Collected;
    return isCounted || isInDrawer(row.remark) || sale->isMoneyTaken() ? sale->moneyTaken() : std::nullopt;
}

QList<CsvCell> cells(const QModelIndex &index, const OrderRow &row, const Sale *sale, const Format &format)
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
            sumCell(takenOf(row, sale)),
            shown(Column::System),
            {statusOf(row, format), Kind::Text},
            timeCell(isHeld(order.status) ? order.reservedTill : std::nullopt),
            timeCell(order.createdAt)};
}

} // namespace

QByteArray toCsv(const OrderTableModel &orders, const QString &counterName,
                 const std::function<const Sale *(const OrderId &)> &saleOf)
{
    QList<QList<CsvCell>> rows{head(orders)};
    for (int i = 0; i < orders.rowCount(); ++i) {
        const QModelIndex index = orders.index(i, 0);
        const OrderRow *row = orders.row(orders.orderAt(index));
        if (!row)
            continue;
        const Sale *sale = saleOf(row->order.id);
        rows << (cells(index, *row, sale, orders.format()) << printingCell(sale, counterName, orders.format()));
    }
    return toCsv(rows, csvSigns(orders.format().language()));
}

} // namespace okoshko
