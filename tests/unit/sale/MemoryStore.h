// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/JournalStore.h"
#include "tests/unit/sale/ManualScheduler.h"

#include <deque>
#include <map>

namespace okoshko::test {

inline const JournalError diskFull{JournalError::Kind::DiskFull, QStringLiteral("no space")};

/// A journal in memory, by the contract of JournalStore: slow, full, hanging or damaged as the test says. What was
/// committed survives the heart.
class MemoryStore final : public JournalStore
{
public:
    explicit MemoryStore(ManualScheduler &scheduler)
        : m_scheduler(scheduler)
    {
    }

    // What the disk does.
    Microseconds commitTime = std::chrono::milliseconds(1);
    std::optional<JournalError> refusal; ///< what every write ends in; nothing = it is taken
    void hang() { m_isHanging = true; }  ///< no call ends before resume()
    void resume();
    /// The next write finds the file damaged; nothing of what it held can be salvaged.
    void loseAll() { m_isLost = true; }
    /// The same, found by the next probe.
    void loseAllAtProbe() { m_isLostAtProbe = true; }
    /// A damaged page: the sale's row is lost, the rest stays.
    void lose(const OrderId &id) { m_sales.erase(id); }
    /// The program is killed: what is not committed is lost.
    void kill();

    // What is in it.
    [[nodiscard]] std::optional<JournaledSale> sale(const OrderId &id) const;
    [[nodiscard]] qsizetype saleCount() const { return static_cast<qsizetype>(m_sales.size()); }
    [[nodiscard]] QStringList record(const OrderId &id) const; ///< its words, in order
    [[nodiscard]] QList<Intent> openIntents() const;
    [[nodiscard]] std::optional<IntentResult> outcome(Intent::Verb verb) const; ///< of the latest intent of \a verb
    [[nodiscard]] QList<Issue> issues() const;                                  ///< open ones
    [[nodiscard]] QStringList resolutions() const;                              ///< how issues were resolved
    [[nodiscard]] QString partner() const { return m_partner; }
    /// An ended sale of a past day.
    void addPast(const JournaledSale &sale) { m_sales[sale.order.id] = sale; }
    void setLastIntent(qint64 id) { m_lastIntent = id; }
    PastSales past; ///< what find() finds, whatever is looked for
    std::map<QUuid, PrintJob> jobs;
    QList<BlankUse> blankUses;
    QList<OrderId> notNeeded;
    [[nodiscard]] QList<BlankRange> blanks() const;

    // What was asked of it.
    QList<QList<JournalEntry>> commits; ///< the transactions that were taken
    int writes = 0;                     ///< attempts, taken or not
    int probes = 0;
    int recordQuestions = 0;
    int given = 0; ///< sales that the last load() gave

    void load(Instant since, QObject *context, Then<JournalContents> then) override;
    void write(const QList<JournalEntry> &entries, QObject *context, Then<Written> then) override;
    void probe(QObject *context, Then<Written> then) override;
    void find(const QString &text, int limit, QObject *context, Then<PastSales> then) override;
    void readPrints(const PrintQuery &query, QObject *context, Then<PrintRecord> then) override;
    void readOrders(const QList<OrderId> &orders, QObject *context, Then<KeptOrders> then) override;

private:
    struct KnownIntent
    {
        Intent intent;
        IntentResult outcome = IntentResult::Unknown;
    };
    struct KnownIssue
    {
        Issue issue;
        std::optional<QString> how;
    };

    template <class T>
    void enqueue(QObject *context, Then<T> then, std::function<Journaled<T>()> act);
    void pump();
    void clear();
    [[nodiscard]] std::optional<JournalError> fault(const QList<JournalEntry> &entries) const;
    void put(const JournalEntry &entry);

    ManualScheduler &m_scheduler;
    bool m_isHanging = false;
    bool m_isLost = false;
    bool m_isLostAtProbe = false;
    bool m_isBusy = false;
    quint64 m_life = 0; ///< counts kill()
    std::deque<std::function<void()>> m_queue;
    std::map<OrderId, JournaledSale> m_sales;
    std::map<OrderId, QList<RecordEntry>> m_records;
    std::map<qint64, KnownIntent> m_intents;
    std::map<qint64, KnownIssue> m_issues;
    std::map<QString, BlankRange> m_blanks;
    std::map<PartnerId, LegalNote> m_legal;
    QString m_partner;
    qint64 m_lastIntent = 0;
};

} // namespace okoshko::test
