// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Print.h"
#include "models/journal/JournalStore.h"
#include "models/sale/Sale.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

#include <functional>
#include <optional>

namespace okoshko {

class SaleJournal;
class ServerClock;

/// Why a range of blanks was not set, or spoiled ones were not booked.
enum class BlankRefusal {
    None,
    NoRange,     ///< it does not begin above zero, or has less than one number, or more than maxBlanks
    Used,        ///< a number of it was used before
    InUse,       ///< a job takes from the stack that is in, or nobody has said yet what it took
    NotRecorded, ///< what was used could not be read
};

/// The numbered blanks of each queue: which is the next one, and what became of the others. Lives on the main thread.
class BlankStock final : public QObject
{
    Q_OBJECT
public:
    static constexpr int longestReason = 100; ///< characters: why blanks are spoiled

    /// What takes from the blanks of a queue, so many that it is not known yet.
    enum class Usage {
        None,
        Waiting,  ///< jobs that wait at their printer, as far as known before anything came out
        Printing, ///< others: they print, or it was not said what came out
    };
    using UsageOf = std::function<Usage(const QString &queue)>;

    /// All references must outlive this.
    BlankStock(SaleJournal &journal, const ServerClock &clock, UsageOf usageOf, QObject *parent = nullptr);

    void restore(const QList<BlankRange> &ranges);
    [[nodiscard]] QList<BlankRange> ranges() const { return m_ranges.values(); }
    [[nodiscard]] std::optional<BlankRange> range(const QString &queue) const;
    /// The next blank's number; 0 = not known.
    [[nodiscard]] qint64 next(const QString &queue) const { return m_ranges.value(queue).next; }
    /// The blanks in the queue have no known numbers: no range is set, or it is used up.
    [[nodiscard]] bool isUsedUp(const QString &queue) const;

    /// Puts a stack in, and takes out what is left of the one before: not while a job takes from that one. \a then is
    /// called once, asynchronously, while \a context exists.
    void setRange(const QString &queue, qint64 first, qint64 last, QObject *context = nullptr,
                  std::function<void(BlankRefusal)> then = {});
    /// Takes \a count blanks of the queue of \a line, whose time and numbers are set here: those beyond the range have
    /// none. Returns what is to be written; nothing if \a count is not above zero.
    [[nodiscard]] QList<JournalEntry> take(BlankUse line, int count);
    /// Takes what the change of a job from \a before to \a now has used.
    [[nodiscard]] QList<JournalEntry> takeFor(const PrintJob &before, const PrintJob &now);
    /// Takes the next \a count blanks, which a person has found spoiled: not with Usage::Printing, as those blanks come
    /// first. Where a job waits, the spoiled ones are taken for those that made it wait.
    BlankRefusal spoil(const QString &queue, int count, const QString &reason);
    /// What an order's record says of the blanks among \a taken, which take() has returned.
    [[nodiscard]] static QList<HistoryEntry> linesOf(const QList<JournalEntry> &taken);

    /// The daily sheet: the lines from \a from until before \a till, oldest first. \a then is called once,
    /// asynchronously, while \a context exists.
    void readUses(Instant from, Instant till, QObject *context,
                  std::function<void(const Journaled<QList<BlankUse>> &)> then);

Q_SIGNALS:
    void changed(const QString &queue); ///< at once, and again when readUses() has it

private:
    [[nodiscard]] BlankRefusal put(const BlankRange &range, const Journaled<PrintRecord> &read);
    void note(const QString &queue);

    SaleJournal &m_journal;
    const ServerClock &m_clock;
    UsageOf m_usageOf;
    QHash<QString, BlankRange> m_ranges;
    QSet<QString> m_unwritten; ///< queues whose last lines are not durable yet
};

} // namespace okoshko
