// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/print/BlankStock.h"

#include "models/api/ServerClock.h"
#include "models/print/OrderPrints.h"
#include "models/sale/SaleHistory.h"
#include "models/sale/SaleJournal.h"

#include <QPointer>

#include <algorithm>
#include <utility>
#include <variant>

using namespace Qt::StringLiterals;

namespace okoshko {

using Use = BlankUse::Use;

BlankStock::BlankStock(SaleJournal &journal, const ServerClock &clock, UsageOf usageOf, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_clock(clock)
    , m_usageOf(std::move(usageOf))
{
    connect(&journal, &SaleJournal::emptied, this, [this] {
        for (const QString &queue : std::exchange(m_unwritten, {}))
            Q_EMIT changed(queue);
    });
}

void BlankStock::restore(const QList<BlankRange> &ranges)
{
    for (const BlankRange &range : ranges)
        m_ranges.insert(range.queue, range);
}

std::optional<BlankRange> BlankStock::range(const QString &queue) const
{
    const auto it = m_ranges.constFind(queue);
    return it == m_ranges.cend() ? std::nullopt : std::optional(*it);
}

bool BlankStock::isUsedUp(const QString &queue) const
{
    const auto it = m_ranges.constFind(queue);
    return it == m_ranges.cend() || it->next > it->last;
}

void BlankStock::setRange(const QString &queue, qint64 first, qint64 last, QObject *context,
                          std::function<void(BlankRefusal)> then)
{
    const BlankRange range{.queue = queue, .first = first, .last = last, .next = first};
    m_journal.readPrints({.taken = range}, this,
                         [this, range, guard = QPointer(context), then = std::move(then)](const auto &read) {
                             const BlankRefusal refusal = put(range, read);
                             if (guard && then)
                                 then(refusal);
                         });
}

BlankRefusal BlankStock::put(const BlankRange &range, const Journaled<PrintRecord> &read)
{
    const bool isRange = range.first > 0 && range.last >= range.first && range.last - range.first < maxBlanks;
    if (range.queue.isEmpty() || !isRange)
        return BlankRefusal::NoRange;
    if (!read)
        return BlankRefusal::NotRecorded;
    const BlankRange before = m_ranges.value(range.queue);
    const bool isUsed = range.first < before.next && range.last >= before.first; // perhaps not written yet
    if (isUsed || !read->taken.isEmpty())
        return BlankRefusal::Used;
    if (m_usageOf(range.queue) != Usage::None)
        return BlankRefusal::InUse;
    const auto line = [&range, at = m_clock.now()](Use use, qint64 first, qint64 last) {
        const qint64 count = std::min(last - first + 1, maxBlanks);
        return BlankUse{.queue = range.queue, .at = at, .use = use, .first = first, .count = static_cast<int>(count)};
    };
    QList<JournalEntry> entries;
    if (before.next > 0 && before.next <= before.last)
        entries << line(Use::TakenOut, before.next, before.last);
    entries << line(Use::PutIn, range.first, range.last) << range;
    m_ranges.insert(range.queue, range);
    m_journal.keep(entries);
    note(range.queue);
    return BlankRefusal::None;
}

QList<JournalEntry> BlankStock::take(BlankUse line, int count)
{
    QList<JournalEntry> entries;
    if (count <= 0)
        return entries;
    line.at = m_clock.now();
    const auto range = m_ranges.find(line.queue);
    if (range != m_ranges.end()) {
        line.first = range->next;
        line.count = static_cast<int>(std::clamp<qint64>(range->last - range->next + 1, 0, count));
        if (line.count > 0) {
            range->next += line.count;
            entries << line << *range;
        }
    }
    if (const int beyond = count - line.count; beyond > 0) {
        line.first = 0;
        line.count = beyond;
        entries << line;
    }
    note(line.queue);
    return entries;
}

QList<JournalEntry> BlankStock::takeFor(const PrintJob &before, const PrintJob &now)
{
    const bool isDone = now.state == PrintJob::State::Done && before.state != PrintJob::State::Done;
    BlankUse line{.queue = now.queue, .job = now.id};
    if (!now.isNumbered)
        return {};
    if (isDone && now.kind == PrintJob::Kind::Test) {
        line.use = Use::Spoiled;
        line.reason = tr("test ticket");
    }
    if (now.kind != PrintJob::Kind::Tickets)
        return take(line, isDone ? now.pages : 0);
    const QList<TicketCopy> fresh = newlyPrinted(before, now);
    return take(line, fresh.isEmpty() ? 0 : sheetsOf(before, fresh.size()));
}

BlankRefusal BlankStock::spoil(const QString &queue, int count, const QString &reason)
{
    if (m_usageOf(queue) == Usage::Printing)
        return BlankRefusal::InUse;
    QList<JournalEntry> entries = take({.queue = queue, .use = Use::Spoiled, .reason = reason}, count);
    for (const HistoryEntry &line : linesOf(entries))
        entries << toRecord(line, {});
    m_journal.keep(entries);
    return BlankRefusal::None;
}

void BlankStock::note(const QString &queue)
{
    m_unwritten.insert(queue);
    Q_EMIT changed(queue);
}

QList<HistoryEntry> BlankStock::linesOf(const QList<JournalEntry> &taken)
{
    using What = HistoryEntry::What;
    QList<HistoryEntry> lines;
    for (const JournalEntry &entry : taken) {
        const auto *use = std::get_if<BlankUse>(&entry);
        if (!use)
            continue;
        const QStringList words{QString::number(use->count), QString::number(use->first), use->reason};
        lines << HistoryEntry{.at = use->at,
                              .what = use->use == BlankUse::Use::Spoiled ? What::BlanksSpoiled : What::BlanksUsed,
                              .words = words.join(u' ').trimmed()};
    }
    return lines;
}

void BlankStock::readUses(Instant from, Instant till, QObject *context,
                          std::function<void(const Journaled<QList<BlankUse>> &)> then)
{
    m_journal.readPrints({.from = from, .till = till}, context,
                         [then = std::move(then)](const Journaled<PrintRecord> &read) {
                             then(read.map([](const PrintRecord &record) { return record.blanks; }));
                         });
}

} // namespace okoshko
