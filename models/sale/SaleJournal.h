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

/// Queue of entries for the journal: written in order, one transaction at a time.
///
/// An intent is durable before its request is sent. An intent that is not durable within ten seconds, or fails, is
/// withdrawn and refused, never sent later. Other entries wait until written; waiting entries share a transaction.
/// Errors are JournalError values. Lives on the thread of SaleService.
class SaleJournal final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds intentLimit{10};

    using Done = std::function<void(const Journaled<void> &)>;

    /// All references must outlive this.
    SaleJournal(JournalStore &store, const ServerClock &clock, Scheduler &scheduler, QObject *parent = nullptr);

    /// Reads what a start needs; after an error nothing can be sold.
    void load(Instant since, std::function<void(const Journaled<JournalContents> &)> then);

    /// At an orderly end of the program: passes all entries except unsent intents to the store.
    void flush();

    /// Before the end of the program: withdraws and refuses waiting intents and accepts no more. Other entries are
    /// written at once and are durable when isEmpty().
    void close();

    [[nodiscard]] qint64 newIntent() { return ++m_lastIntent; }

    /// Writes an intent, or a print job to be begun, and its accompanying entries. \a done is called once,
    /// asynchronously, while \a context exists. A withdrawn print job is written as given up.
    void intend(const QList<JournalEntry> &entries, QObject *context, Done done);
    /// Writes \a entries as soon as possible; \a done is called once they are durable, while \a context exists.
    void keep(const QList<JournalEntry> &entries, QObject *context = nullptr, std::function<void()> done = {});

    /// Open issues, oldest first, including those not written yet.
    [[nodiscard]] const QList<Issue> &issues() const { return m_issues; }
    [[nodiscard]] const Issue *issue(qint64 id) const;
    /// Raises \a issue with a new id and returns the id; \a with is written in the same transaction. An open issue of
    /// the same kind, order and intent is changed instead.
    qint64 raise(Issue issue, const QList<JournalEntry> &with = {});
    /// Resolves an issue (\a how: by whom); it leaves issues() once that is durable. \a with is written in the same
    /// transaction. \a done is called once durable, while \a context exists.
    void resolve(qint64 id, const QString &how, const QList<JournalEntry> &with = {}, QObject *context = nullptr,
                 std::function<void()> done = {});
    /// Resolves the issues of \a kinds about \a order by a state reported by the server.
    void resolveByServer(const OrderId &order, Issue::Kinds kinds);

    /// Why the journal cannot be written; nothing if it can. Cleared only by a successful write or probe.
    [[nodiscard]] const std::optional<JournalError> &trouble() const { return m_trouble; }
    /// The new name of a file found damaged in this run; empty = none.
    [[nodiscard]] const QString &setAside() const { return m_setAside; }
    /// Whether everything is durable.
    [[nodiscard]] bool isEmpty() const { return m_waiting.empty() && m_inFlight.empty(); }
    /// What is not durable yet, in order.
    [[nodiscard]] QList<JournalEntry> unsaved() const;

    /// Whether the answering partner owns this journal; stores the first one. After an answer of another partner
    /// nothing is written and no intent is accepted (OtherAccount), as its data do not concern these sales.
    [[nodiscard]] bool isOf(const QString &partner);
    [[nodiscard]] bool isForeign() const { return m_isForeign; }
    /// Whether there ever were sales.
    [[nodiscard]] Owner::Sales anySales() const { return m_anySales; }

    /// Searches all orders of this counter.
    void find(const QString &text, int limit, QObject *context, JournalStore::Then<PastSales> then);
    /// Reads what was printed, as far as it is written; after load().
    void readPrints(const PrintQuery &query, QObject *context, JournalStore::Then<PrintRecord> then);
    /// Reads what is kept of \a orders, as far as it is written; after load().
    void readOrders(const QList<OrderId> &orders, QObject *context, JournalStore::Then<KeptOrders> then);

Q_SIGNALS:
    /// load() has succeeded; emitted before its `then` is called.
    void loaded(const okoshko::JournalContents &contents);
    void troubleChanged(); ///< trouble() has changed
    void issuesChanged();
    void emptied();  ///< isEmpty() has become true
    void salvaged(); ///< setAside() has changed: the current state has to be written again

private:
    struct Item
    {
        QList<JournalEntry> entries;
        QPointer<QObject> context;
        bool hasContext = false;
        Done done;
        std::optional<Microseconds> deadline; ///< set for intents
        bool isWithdrawn = false;             ///< withdrawn during the write
    };

    void add(Item item);
    /// Drops waiting older snapshots of the sales in \a entries.
    void dropOlder(const QList<JournalEntry> &entries);
    void pump();
    void onWritten(const Journaled<Written> &written);
    void onFailed(const JournalError &error);
    void noteSetAside(const Written &written);
    void onDeadline();
    /// Withdraws the intents with a deadline up to \a due (monotonic), also those being written.
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
    Timer m_pump; ///< collects the entries of one event loop iteration into one transaction
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
