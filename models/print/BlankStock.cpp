// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/print/BlankStock.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

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

QList<JournalEntry> BlankStock::setRange(const QString &queue, qint64 first, qint64 last)
{
    if (queue.isEmpty() || first <= 0 || last < first)
        return {};
    const BlankRange range{.queue = queue, .first = first, .last = last, .next = first};
    m_ranges.insert(queue, range);
    return {range};
}

QList<JournalEntry> BlankStock::take(BlankUse line, int count)
{
    QList<JournalEntry> entries;
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
    return entries;
}

HistoryEntry BlankStock::spoiledLine(Instant at, int count, qint64 first, const QString &reason)
{
    return {.at = at,
            .what = HistoryEntry::What::BlanksSpoiled,
            .words = u"%1 %2 %3"_s.arg(QString::number(count), QString::number(first), reason)};
}

} // namespace okoshko
