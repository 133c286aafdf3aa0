// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/BlankSheet.h"

#include "models/tables/OrderCsv.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

using Cells = QList<CsvCell>;

struct SheetWords
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::BlankSheet)
};

CsvCell textCell(const QString &words)
{
    return {words, CsvCell::Kind::Text};
}

CsvCell numberCell(qint64 value)
{
    return value > 0 ? CsvCell{QString::number(value), CsvCell::Kind::Number} : CsvCell();
}

QString wordOf(BlankUse::Use use)
{
    switch (use) {
    case BlankUse::Use::Printed:
        return SheetWords::tr("printed");
    case BlankUse::Use::Spoiled:
        return SheetWords::tr("spoiled");
    case BlankUse::Use::PutIn:
        return SheetWords::tr("put in");
    case BlankUse::Use::TakenOut:
        return SheetWords::tr("taken out unused");
    }
    Q_UNREACHABLE();
}

Cells useCells(const BlankUse &use)
{
    const QDateTime at = toDateTime(use.at).toLocalTime();
    const qint64 last = use.first > 0 ? use.first + use.count - 1 : 0;
    return {textCell(use.queue),       textCell(at.toOffsetFromUtc(at.offsetFromUtc()).toString(Qt::ISODate)),
            textCell(wordOf(use.use)), numberCell(use.first),
            numberCell(last),          numberCell(use.count),
            textCell(use.reason)};
}

} // namespace

BlankDay BlankDay::of(Instant instant)
{
    const QDate day = toDateTime(instant).toLocalTime().date();
    return {toInstant(day.startOfDay()), toInstant(day.addDays(1).startOfDay())};
}

BlankSheet::BlankSheet(const QString &itsQueue, const QList<BlankUse> &all)
    : queue(itsQueue)
{
    std::ranges::copy_if(all, std::back_inserter(uses), [this](const BlankUse &use) { return use.queue == queue; });
    for (const BlankUse &use : std::as_const(uses)) {
        if (use.use == BlankUse::Use::Printed)
            printed += use.count;
        else if (use.use == BlankUse::Use::Spoiled)
            spoiled += use.count;
    }
}

QString BlankSheet::numbers(const BlankUse &use)
{
    if (use.first == 0)
        return {};
    const QString first = QString::number(use.first);
    return use.count > 1 ? first + u'–' + QString::number(use.first + use.count - 1) : first;
}

QByteArray toCsv(const BlankSheet &sheet, const std::optional<BlankRange> &range, const Format &format)
{
    QList<Cells> rows{{textCell(SheetWords::tr("Printer")), textCell(SheetWords::tr("Time")),
                       textCell(SheetWords::tr("What")), textCell(SheetWords::tr("First number")),
                       textCell(SheetWords::tr("Last number")), textCell(SheetWords::tr("Blanks")),
                       textCell(SheetWords::tr("Reason"))}};
    if (range)
        rows << Cells{textCell(range->queue),
                      {},
                      textCell(SheetWords::tr("range")),
                      numberCell(range->first),
                      numberCell(range->last),
                      numberCell(range->last - range->first + 1),
                      {}};
    for (const BlankUse &use : sheet.uses)
        rows << useCells(use);
    return toCsv(rows, csvSigns(format.language()));
}

} // namespace okoshko
