// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/JournalStore.h"
#include "models/sale/Retry.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <deque>
#include <functional>
#include <optional>

namespace okoshko {

class ServerClock;

/// The outbox in front of the journal: everything that is written goes through it, in order, one transaction at a time.
///
/// An intent is durable before its request is sent. One that is not durable within ten seconds, or that the journal
/// does not take, is withdrawn and refused; it is never sent later. Everything else waits here until it is written, and
/// goes in one transaction with what waits beside it. Lives on the thread of the rules of selling.
class SaleJournal final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds intentLimit{10};

    using Done = std::function<void(const Journaled<void> &)>;

    /// All must outlive this.
    SaleJournal(JournalStore &store, const ServerClock &clock, Scheduler &scheduler, QObject *parent = nullptr);

    /// Reads what a start needs; \a then once it is there, or with the error that nothing can be sold with.
    void load(Instant since, std::function<void(const Journaled<JournalContents> &)> then);

    /// The program ends in order: hands everything but intents, which were not sent, to the store.
    void flush();

    /// The program is about to end. Intents, whose requests were not sent, are withdrawn and refused; from here on none
    /// is taken or answered. Everything else is tried at once, and is durable when isEmpty().
    void close();

    [[nodiscard]] qint64 newIntent() { return ++m_lastIntent; }

    /// Writes an intent and what belongs to it. \a done is called once, later, while \a context lives.
    void intend(const QList<JournalEntry> &entries, QObject *context, Done done);
    /// Writes as soon as the journal takes it; \a done, if any, once it is durable, while \a context lives.
    void keep(const QList<JournalEntry> &entries, QObject *context = nullptr, std::function<void()> done = {});

    /// Open issues, oldest first: what is in the journal, and what it has not taken yet.
    [[nodiscard]] const QList<Issue> &issues() const { return m_issues; }
    [[nodiscard]] const Issue *issue(qint64 id) const;
    /// Raises \a issue, whose id is not looked at, and gives its id; \a with is written along. An open one of the same
    /// kind and cause (order and intent) is changed instead.
    qint64 raise(Issue issue, const QList<JournalEntry> &with = {});
    /// Somebody (\a how) has dealt with it; it leaves the list once that is durable. \a with is written along.
    /// \a done, if any, once it is durable, while \a context lives.
    void resolve(qint64 id, const QString &how, const QList<JournalEntry> &with = {}, QObject *context = nullptr,
                 std::function<void()> done = {});
    /// Those of \a kinds about \a order that the server's own word has dealt with.
    void resolveByServer(const OrderId &order, Issue::Kinds kinds);

    /// Why the journal takes nothing; nothing while all is well. Only a successful write or probe clears it.
    [[nodiscard]] const std::optional<JournalError> &trouble() const { return m_trouble; }
    /// Where a damaged file was set aside, at the start or while selling; empty = never.
    [[nodiscard]] const QString &setAside() const { return m_setAside; }
    /// Whether everything is durable.
    [[nodiscard]] bool isEmpty() const { return m_waiting.empty() && m_inFlight.empty(); }
    /// What is not durable yet, in order.
    [[nodiscard]] QList<JournalEntry> unsaved() const;

    /// Whether the partner who answers is the one whose journal this is; notes him the first time. Once another one has
    /// answered, nothing is written any more and no intent is taken (OtherAccount): his word is not about our sales.
    [[nodiscard]] bool isOf(const QString &partner);
    [[nodiscard]] bool isForeign() const { return m_isForeign; }
    /// Whether there are sales, or were any.
    [[nodiscard]] Owner::Sales anySales() const { return m_anySales; }

    /// Looks among all orders of this counter.
    void find(const QString &text, int limit, QObject *context, JournalStore::Then<PastSales> then);

Q_SIGNALS:
    void troubleChanged(); ///< trouble() is different
    void issuesChanged();
    void emptied();  ///< isEmpty() has become true
    void salvaged(); ///< setAside() is different: what the rules know is to be written anew

private:
    struct Item
    {
        QList<JournalEntry> entries;
        QPointer<QObject> context;
        bool hasContext = false;
        Done done;
        std::optional<Microseconds> deadline; ///< of an intent
        bool isWithdrawn = false;             ///< refused while it was being written
    };

    void add(Item item);
    /// A sale that waits to be written as it was need not be: it is written as it is.
    void dropOlder(const QList<JournalEntry> &entries);
    void pump();
    void onWritten(const Journaled<Written> &written);
    void onFailed(const JournalError &error);
    void noteSetAside(const Written &written);
    void onDeadline();
    /// Withdraws the intents that are due at \a due (monotonic) or earlier, also those that are being written.
    void refuseIntents(const JournalError &why, Microseconds due);
    void probe();
    void armDeadline();
    void setTrouble(const std::optional<JournalError> &trouble);
    static void end(const Item &item, const Journaled<void> &result);

    JournalStore &m_store;
    const ServerClock &m_clock;
    Scheduler &m_scheduler;
    Retry m_retry;
    Timer m_deadline;
    Timer m_pump; ///< what is written in one turn goes in one transaction
    Timer m_probe;
    std::deque<Item> m_waiting;
    std::deque<Item> m_inFlight;
    QList<Issue> m_issues;
    QList<qint64> m_resolving; ///< issues whose resolution is not durable yet
    std::optional<JournalError> m_trouble;
    QString m_setAside;
    QString m_partner;
    bool m_isForeign = false;
    bool m_isLoaded = false;
    bool m_isClosed = false;
    bool m_isProbing = false;
    Owner::Sales m_anySales = Owner::Sales::Some;
    qint64 m_lastIntent = 0;
    qint64 m_lastIssue = 0;
};

} // namespace okoshko
