// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Journal.h"
#include "models/journal/JournalStore.h"

#include <array>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <variant>
#include <vector>

namespace okoshko {

/// How a journal was opened.
struct JournalOpened
{
    Journal::Found found = Journal::Found::Whole;
    QString setAside; ///< where the damaged file was set aside; empty unless Salvaged

    friend bool operator==(const JournalOpened &, const JournalOpened &) = default;
};

namespace journal {

/// Where values cross between the main thread and the journal's threads, guarded by one mutex. Every method but wait()
/// returns at once; each may be called from any thread.
class Mailbox
{
public:
    using Job = std::function<void()>;
    using Milliseconds = std::chrono::milliseconds;

    /// The threads: one writes, one looks for past orders, one checks.
    enum class Lane { Write, Find, Check };

    struct Answer
    {
        using Value = std::variant<Journaled<JournalOpened>, Journaled<JournalContents>, Journaled<Written>,
                                   Journaled<PastSales>, Journaled<void>>;
        quint64 number = 0; ///< of the call
        Value value;
    };

    /// \a wake is called while an answer waits that was not taken.
    explicit Mailbox(std::function<void()> wake);

    void post(Lane lane, Job job);
    /// The lane's next job, in the order in which they were posted; waits for one, at most \a patience. Nothing when
    /// there was none, or when the lane is over.
    [[nodiscard]] std::optional<Job> wait(Lane lane, std::optional<Milliseconds> patience = std::nullopt);
    /// Whether there is nothing more to do for the lane: it was closed and, the writing one, emptied.
    [[nodiscard]] bool isOver(Lane lane) const;

    void answer(Answer answer);
    [[nodiscard]] std::vector<Answer> takeAnswers();

    /// No further job is taken. Those of the writing lane are still done, those of the others are dropped.
    void close();
    /// Nothing is done any more, nobody is woken.
    void abandon();

    /// A thread says that it is at its end.
    void leave(Lane lane);
    /// Waits until the lane's thread has left, at most \a patience, and tells whether it has.
    [[nodiscard]] bool waitUntilLeft(Lane lane, Milliseconds patience);

private:
    struct Queue
    {
        std::deque<Job> jobs;
        bool isLeft = false;
    };

    [[nodiscard]] Queue &queue(Lane lane) { return m_queues.at(static_cast<std::size_t>(lane)); }
    [[nodiscard]] bool isOverLocked(Lane lane) const;

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::function<void()> m_wake;
    std::array<Queue, 3> m_queues;
    std::vector<Answer> m_answers;
    bool m_isClosed = false;
};

} // namespace journal
} // namespace okoshko
