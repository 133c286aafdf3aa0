// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/SaleJournal.h"

#include "models/domain/Text.h"
#include "models/journal/JournalStore.h"

#include "models/api/ServerClock.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

constexpr RetryPolicy writeAgain{std::chrono::milliseconds(1000), std::chrono::milliseconds(10000), 0};
constexpr std::chrono::seconds probePause{5}; ///< between checks that the file is in its place

const JournalError foreign{JournalError::Kind::OtherAccount, u"another partner's server answers"_s};
const JournalError tooSlow{JournalError::Kind::TooSlow, u"not written within ten seconds"_s};
const JournalError ending{JournalError::Kind::TooSlow, u"the program ends"_s};

/// \a job as given up, with nothing printed.
PrintJob neverBegun(PrintJob job)
{
    job.state = PrintJob::State::GivenUp;
    job.copies.clear();
    job.settled = true;
    return job;
}

} // namespace

SaleJournal::SaleJournal(JournalStore &store, const ServerClock &clock, Scheduler &scheduler, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_scheduler(scheduler)
    , m_retry(scheduler)
    , m_deadline(scheduler)
    , m_pump(scheduler)
    , m_probe(scheduler)
{
}

void SaleJournal::load(Instant since, std::function<void(const Journaled<JournalContents> &)> then)
{
    m_store.load(since, this, [this, then = std::move(then)](const Journaled<JournalContents> &contents) {
        if (contents) {
            m_lastIntent = std::max(m_lastIntent, contents->lastIntent);
            m_lastIssue = contents->lastIssue;
            m_issues = contents->issues;
            m_anySales = contents->anySales;
            m_partner = m_partner.isEmpty() ? contents->partner : m_partner;
            m_isForeign = !contents->partner.isEmpty() && contents->partner != m_partner;
            if (m_isForeign)
                setTrouble(foreign);
            m_isLoaded = true;
            if (!contents->setAside.isEmpty()) {
                m_setAside = contents->setAside;
                Q_EMIT salvaged();
            }
            m_probe.start(probePause, [this] { probe(); });
        } else {
            setTrouble(contents.error());
        }
        if (contents)
            Q_EMIT loaded(*contents);
        then(contents);
        if (contents && !m_issues.isEmpty())
            Q_EMIT issuesChanged();
        if (contents && contents->partner.isEmpty() && !m_partner.isEmpty())
            keep({PartnerNote{m_partner}});
        pump();
    });
}

void SaleJournal::flush()
{
    QList<JournalEntry> entries;
    for (const Item &item : std::exchange(m_waiting, {})) {
        if (!item.deadline)
            entries << item.entries;
    }
    if (m_isLoaded && !m_isForeign && !entries.isEmpty())
        m_store.write(entries, this, [](const Journaled<Written> &) {});
}

void SaleJournal::close()
{
    m_isClosed = true;
    refuseIntents(ending, Microseconds::max());
    m_deadline.stop();
    m_retry.reset();
    pump();
}

void SaleJournal::intend(const QList<JournalEntry> &entries, QObject *context, Done done)
{
    if (m_isClosed)
        return;
    add({.entries = entries,
         .context = context,
         .hasContext = true,
         .done = std::move(done),
         .deadline = m_scheduler.now() + (m_isForeign ? Microseconds(0) : Microseconds(intentLimit))});
    m_anySales = Owner::Sales::Some;
    armDeadline();
}

void SaleJournal::keep(const QList<JournalEntry> &entries, QObject *context, std::function<void()> done)
{
    if (entries.isEmpty())
        return;
    Item item{.entries = entries, .context = context, .hasContext = context != nullptr};
    if (done)
        item.done = [done = std::move(done)](const Journaled<void> &) { done(); };
    add(std::move(item));
}

void SaleJournal::add(Item item)
{
    if (!item.deadline) // an intent may be withdrawn together with its snapshot
        dropOlder(item.entries);
    m_waiting.push_back(std::move(item));
    if (!m_pump.isActive())
        m_pump.start(Microseconds(0), [this] { pump(); });
}

void SaleJournal::dropOlder(const QList<JournalEntry> &entries)
{
    for (const JournalEntry &entry : entries) {
        const auto *sale = std::get_if<JournaledSale>(&entry);
        if (!sale)
            continue;
        for (Item &item : m_waiting) {
            if (!item.deadline)
                item.entries.removeIf([sale](const JournalEntry &older) {
                    const auto *before = std::get_if<JournaledSale>(&older);
                    return before && before->order.id == sale->order.id;
                });
        }
    }
}

void SaleJournal::pump()
{
    const bool isIntended =
        std::any_of(m_waiting.cbegin(), m_waiting.cend(), [](const Item &item) { return item.deadline.has_value(); });
    // After a failure writes are retried later, but at once for an intent.
    if (!m_isLoaded || m_isForeign || !m_inFlight.empty() || m_waiting.empty() || (m_retry.isWaiting() && !isIntended))
        return;
    m_retry.cancel();
    m_inFlight.swap(m_waiting);
    QList<JournalEntry> entries;
    for (const Item &item : m_inFlight)
        entries << item.entries;
    m_store.write(entries, this, [this](const Journaled<Written> &written) {
        if (written)
            onWritten(written);
        else
            onFailed(written.error());
    });
}

void SaleJournal::onWritten(const Journaled<Written> &written)
{
    m_retry.reset();
    setTrouble(std::nullopt);
    const std::deque<Item> done = std::exchange(m_inFlight, {});
    // Callbacks of this write come first, so that the entries written again are up to date.
    for (const Item &item : done)
        end(item, {});
    noteSetAside(*written);
    pump();
    if (isEmpty())
        Q_EMIT emptied();
}

void SaleJournal::noteSetAside(const Written &written)
{
    if (written.setAside.isEmpty())
        return;
    m_setAside = written.setAside;
    for (const Issue &issue : std::as_const(m_issues)) {
        if (!m_resolving.contains(issue.id)) // otherwise its resolution is being written
            keep({issue});
    }
    Q_EMIT salvaged();
}

void SaleJournal::onFailed(const JournalError &error)
{
    qCWarning(journalLog).noquote() << enumName(error.kind) << error.detail;
    std::deque<Item> failed = std::exchange(m_inFlight, {});
    // Entries other than intents are put back before the newer ones.
    const auto kept =
        std::stable_partition(failed.begin(), failed.end(), [](const Item &item) { return item.deadline.has_value(); });
    m_waiting.insert(m_waiting.begin(), std::move_iterator(kept), std::move_iterator(failed.end()));
    failed.erase(kept, failed.end());
    setTrouble(error);
    static_cast<void>(m_retry.again(writeAgain, 0, std::nullopt, std::nullopt, [this] { pump(); }));
    for (const Item &item : failed)
        end(item, tl::unexpected(error));
    pump();
}

void SaleJournal::end(const Item &item, const Journaled<void> &result)
{
    if (item.done && !item.isWithdrawn && (!item.hasContext || item.context))
        item.done(result);
}

void SaleJournal::armDeadline()
{
    std::optional<Microseconds> first;
    for (const auto *items : {&m_waiting, &m_inFlight}) {
        for (const Item &item : *items) {
            if (item.deadline && !item.isWithdrawn && (!first || *item.deadline < *first))
                first = item.deadline;
        }
    }
    if (first)
        m_deadline.start(*first - m_scheduler.now(), [this] { onDeadline(); });
}

void SaleJournal::onDeadline()
{
    refuseIntents(m_isForeign ? foreign : tooSlow, m_scheduler.now());
    armDeadline();
}

void SaleJournal::refuseIntents(const JournalError &why, Microseconds due)
{
    std::deque<Item> refused;
    const auto isLate = [due](const Item &item) { return item.deadline && !item.isWithdrawn && *item.deadline <= due; };
    for (auto item = m_waiting.begin(); item != m_waiting.end();) {
        if (!isLate(*item)) {
            ++item;
            continue;
        }
        refused.push_back(std::move(*item));
        item = m_waiting.erase(item);
    }
    QList<JournalEntry> withdrawn;
    for (Item &item : m_inFlight) {
        if (!isLate(item))
            continue;
        refused.push_back(item);
        item.isWithdrawn = true; // if the write succeeds, a Refused conclusion follows
        for (const JournalEntry &entry : item.entries) {
            if (const auto *intent = std::get_if<Intent>(&entry))
                withdrawn << Conclusion{intent->id, IntentResult::Refused, {}};
            else if (const auto *job = std::get_if<PrintJob>(&entry))
                withdrawn << neverBegun(*job);
        }
    }
    keep(withdrawn);
    for (const Item &item : refused)
        end(item, tl::unexpected(why));
}

void SaleJournal::probe()
{
    m_probe.start(probePause, [this] { probe(); });
    if (!m_inFlight.empty() || m_isForeign || m_isProbing)
        return;
    m_isProbing = true;
    m_store.probe(this, [this](const Journaled<Written> &probed) {
        m_isProbing = false;
        if (!probed)
            return setTrouble(probed.error());
        if (m_waiting.empty() && m_inFlight.empty())
            setTrouble(std::nullopt);
        noteSetAside(*probed);
    });
}

void SaleJournal::setTrouble(const std::optional<JournalError> &trouble)
{
    if (m_trouble == trouble)
        return;
    m_trouble = trouble;
    Q_EMIT troubleChanged();
}

QList<JournalEntry> SaleJournal::unsaved() const
{
    QList<JournalEntry> entries;
    for (const auto *items : {&m_inFlight, &m_waiting}) {
        for (const Item &item : *items)
            entries << item.entries;
    }
    return entries;
}

const Issue *SaleJournal::issue(qint64 id) const
{
    const auto it =
        std::find_if(m_issues.cbegin(), m_issues.cend(), [id](const Issue &issue) { return issue.id == id; });
    return it == m_issues.cend() ? nullptr : &*it;
}

qint64 SaleJournal::raise(Issue issue, const QList<JournalEntry> &with)
{
    const auto same = std::find_if(m_issues.begin(), m_issues.end(), [&issue](const Issue &known) {
        return known.kind == issue.kind && known.order == issue.order && known.intent == issue.intent;
    });
    issue.id = same == m_issues.end() ? ++m_lastIssue : same->id;
    if (same == m_issues.end()) {
        qCWarning(journalLog) << "issue" << issue.id << static_cast<int>(issue.kind) << issue.order.toString();
        m_issues << issue;
    } else {
        issue.since = same->since;
        if (*same == issue)
            return issue.id;
        *same = issue;
    }
    keep(QList<JournalEntry>{issue} + with);
    Q_EMIT issuesChanged();
    return issue.id;
}

void SaleJournal::resolve(qint64 id, const QString &how, const QList<JournalEntry> &with, QObject *context,
                          std::function<void()> done)
{
    const Issue *known = issue(id);
    if (!known || m_resolving.contains(id))
        return;
    m_resolving << id;
    const bool hasContext = context != nullptr;
    keep(QList<JournalEntry>{Resolution{id, m_clock.now(), how}} + with, this,
         [this, id, hasContext, context = QPointer<QObject>(context), done = std::move(done)] {
             m_resolving.removeAll(id);
             m_issues.removeIf([id](const Issue &issue) { return issue.id == id; });
             if (done && (!hasContext || context))
                 done();
             Q_EMIT issuesChanged();
         });
}

void SaleJournal::resolveByServer(const OrderId &order, Issue::Kinds kinds)
{
    const QList<Issue> all = m_issues;
    for (const Issue &issue : all) {
        if (issue.order == order && kinds.testFlag(issue.kind))
            resolve(issue.id, u"server"_s);
    }
}

bool SaleJournal::isOf(const QString &partner)
{
    if (m_partner.isEmpty()) {
        m_partner = partner;
        if (m_isLoaded)
            keep({PartnerNote{partner}});
    }
    if (m_partner != partner && !m_isForeign) {
        m_isForeign = true;
        setTrouble(foreign);
    }
    return !m_isForeign;
}

void SaleJournal::readPrints(const PrintQuery &query, QObject *context, JournalStore::Then<PrintRecord> then)
{
    m_store.readPrints(query, context, std::move(then));
}

void SaleJournal::readOrders(const QList<OrderId> &orders, QObject *context, JournalStore::Then<KeptOrders> then)
{
    m_store.readOrders(orders, context, std::move(then));
}

void SaleJournal::find(const QString &text, int limit, QObject *context, JournalStore::Then<PastSales> then)
{
    m_store.find(text, limit, context, std::move(then));
}

} // namespace okoshko
