// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Print.h"
#include "models/journal/JournalStore.h"
#include "models/sale/Sale.h"

#include <QHash>
#include <QList>

#include <optional>

namespace okoshko {

/// The numbered blanks of each queue: which is the next one. It writes nothing: what is to be written is returned.
class BlankStock
{
public:
    void restore(const QList<BlankRange> &ranges);
    [[nodiscard]] QList<BlankRange> ranges() const { return m_ranges.values(); }
    [[nodiscard]] std::optional<BlankRange> range(const QString &queue) const;
    /// The next blank's number; 0 = not known.
    [[nodiscard]] qint64 next(const QString &queue) const { return m_ranges.value(queue).next; }
    /// Nothing if it is no range.
    [[nodiscard]] QList<JournalEntry> setRange(const QString &queue, qint64 first, qint64 last);
    /// Takes \a count blanks of the queue of \a line, whose numbers are set here: those beyond the range have none.
    [[nodiscard]] QList<JournalEntry> take(BlankUse line, int count);
    /// What the record says of \a count spoiled blanks; \a first as from next().
    [[nodiscard]] static HistoryEntry spoiledLine(Instant at, int count, qint64 first, const QString &reason);

private:
    QHash<QString, BlankRange> m_ranges;
};

} // namespace okoshko
