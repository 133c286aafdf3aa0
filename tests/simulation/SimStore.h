// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/JournalStore.h"

#include "tests/simulation/vendor/Choices.h"
#include "tests/simulation/vendor/SimScheduler.h"

#include <QHash>
#include <QPointer>

#include <deque>
#include <functional>
#include <map>
#include <set>

namespace okoshko::sim {

/// How often the disk of a counter is not well, each in a thousand.
struct StoreRates
{
    int slow = 0;       ///< of writes: up to 15 s
    int refused = 0;    ///< of writes: once
    int full = 0;       ///< of writes: from here on nothing is taken for up to 10 minutes
    int damaged = 0;    ///< of writes: the file was found damaged and salvaged, with losses
    int unreadable = 0; ///< of loads: once
    int slowLoad = 0;   ///< of loads
};

/// The journal of one counter, in memory and in simulated time; it outlives the counter's crashes.
///
/// One call is served after the other. A write is all or nothing: it becomes durable at some moment before its answer,
/// and a crash in between leaves it written, or not, without anybody being told.
class SimStore final : public JournalStore
{
public:
    /// An intent as it is kept.
    struct Kept
    {
        Intent intent;
        std::optional<IntentResult> outcome; ///< none yet
        OrderId made;                        ///< of a Reserve

        [[nodiscard]] bool isOpen() const { return !outcome || *outcome == IntentResult::Unknown; }
    };

    SimStore(int counter, SimScheduler &scheduler, Choices &choices, const StoreRates &rates);
    SimStore(const SimStore &) = delete;
    SimStore &operator=(const SimStore &) = delete;

    void load(Instant since, QObject *context, Then<JournalContents> then) override;
    void write(const QList<JournalEntry> &entries, QObject *context, Then<Written> then) override;
    void probe(QObject *context, Then<Written> then) override;
    void find(const QString &text, int limit, QObject *context, Then<PastSales> then) override;
    /// Printing has a simulation of its own (tests/unit/print): nothing is kept of it here.
    void readPrints(const PrintQuery &query, QObject *context, Then<PrintRecord> then) override;
    void readOrders(const QList<OrderId> &orders, QObject *context, Then<KeptOrders> then) override;

    /// The counter has died: what is on its way to the disk arrives or does not, and nobody is told.
    void crash();
    /// The disk is well from now on.
    void faultsStop();
    [[nodiscard]] bool isBusy() const { return !m_queue.empty(); }
    /// Whether the last answer to a write or a probe was a good one.
    [[nodiscard]] bool wasWell() const { return m_wasWell; }
    [[nodiscard]] quint64 writes() const { return m_writes; }

    // What is durable.
    [[nodiscard]] const std::map<qint64, Kept> &intents() const { return m_intents; }
    [[nodiscard]] const std::map<OrderId, JournaledSale> &sales() const { return m_sales; }
    [[nodiscard]] const JournaledSale *sale(const OrderId &order) const;
    [[nodiscard]] const std::map<qint64, Issue> &issues() const { return m_issues; } ///< open ones
    [[nodiscard]] bool isResolved(qint64 issue) const { return m_resolved.contains(issue); }
    /// An open intent for \a verb of \a order.
    [[nodiscard]] bool hasOpenIntent(Intent::Verb verb, const OrderId &order) const;

    /// Told of each entry that has become durable, and of what an entry contradicts.
    std::function<void(const JournalEntry &)> onDurable;
    std::function<void(const QString &)> onContradiction;
    /// Told when a write has been given and when it has been answered: moments at which a counter can die.
    std::function<void()> onAwait;

private:
    struct Job
    {
        QList<JournalEntry> entries;
        std::function<void()> work;   ///< makes it durable
        std::function<void()> answer; ///< tells of it
        Microseconds takes{0};
    };

    [[nodiscard]] Microseconds drawTime();
    [[nodiscard]] std::optional<JournalError> drawFailure();
    void enqueue(Job job);
    void serve();
    void put(const QList<JournalEntry> &entries);
    void put(const JournalEntry &entry);
    [[nodiscard]] bool contradicts(const QList<JournalEntry> &entries) const;
    void loseSome();
    [[nodiscard]] JournalContents contents(Instant since) const;

    int m_counter;
    SimScheduler &m_scheduler;
    Choices &m_choices;
    const StoreRates &m_rates;
    std::deque<std::shared_ptr<Job>> m_queue;
    Scheduler::TaskId m_serving = 0;
    Microseconds m_fullUntil{0};
    bool m_isCalm = false;
    bool m_wasWell = true;
    quint64 m_writes = 0;
    int m_calls = 0;

    std::map<qint64, Kept> m_intents;
    std::map<OrderId, JournaledSale> m_sales; ///< with their records
    std::map<qint64, Issue> m_issues;
    std::set<qint64> m_resolved;
    QString m_partner;
    qint64 m_lastIntent = 0;
    qint64 m_lastIssue = 0;
};

} // namespace okoshko::sim
