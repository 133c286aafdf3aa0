// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/SimStore.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::sim {

namespace {

// The first of each is the ordinary case.
constexpr std::array<Microseconds, 6> writeTimes{1ms, 60ms, 200ms, 2s, 9900ms, 15s};
constexpr std::array<Microseconds, 4> loadTimes{5ms, 300ms, 4s, 15s};
constexpr std::array<Microseconds, 4> fullTimes{0s, 5s, 50s, 10min};

} // namespace

SimStore::SimStore(int counter, SimScheduler &scheduler, Choices &choices, const StoreRates &rates)
    : m_counter(counter)
    , m_scheduler(scheduler)
    , m_choices(choices)
    , m_rates(rates)
{
}

Microseconds SimStore::drawTime()
{
    return writeTimes[static_cast<size_t>(m_choices.unusual(m_rates.slow, static_cast<int>(writeTimes.size()) - 1,
                                                            Choices::ofRequest("store.slow", m_counter, m_calls)))];
}

std::optional<JournalError> SimStore::drawFailure()
{
    if (m_isCalm)
        return std::nullopt;
    if (const int full = m_choices.unusual(m_rates.full, static_cast<int>(fullTimes.size()) - 1,
                                           Choices::ofRequest("store.full", m_counter, m_calls)))
        m_fullUntil = m_scheduler.now() + fullTimes[static_cast<size_t>(full)];
    const bool isFull = m_scheduler.now() < m_fullUntil;
    const bool isRefused = m_choices.chance(m_rates.refused, Choices::ofRequest("store.refused", m_counter, m_calls));
    if (isFull || isRefused)
        return JournalError{JournalError::Kind::DiskFull, u"simulated"_s};
    return std::nullopt;
}

void SimStore::load(Instant since, QObject *context, Then<JournalContents> then)
{
    ++m_calls;
    const bool isUnreadable =
        !m_isCalm && m_choices.chance(m_rates.unreadable, Choices::ofRequest("store.unreadable", m_counter, m_calls));
    const Microseconds takes =
        loadTimes[static_cast<size_t>(m_choices.unusual(m_rates.slowLoad, static_cast<int>(loadTimes.size()) - 1,
                                                        Choices::ofRequest("store.load", m_counter, m_calls)))];
    const auto found = std::make_shared<JournalContents>();
    enqueue({.work = [this, since, found] { *found = contents(since); },
             .answer =
                 [found, isUnreadable, then, guard = QPointer<QObject>(context)] {
                     if (!guard)
                         return;
                     if (isUnreadable)
                         then(tl::make_unexpected(JournalError{JournalError::Kind::Failed, u"simulated"_s}));
                     else
                         then(*found);
                 },
             .takes = takes});
}

void SimStore::write(const QList<JournalEntry> &entries, QObject *context, Then<Written> then)
{
    ++m_calls;
    ++m_writes;
    std::optional<JournalError> failure = drawFailure();
    const bool isDamaged = !m_isCalm && !failure &&
                           m_choices.chance(m_rates.damaged, Choices::ofRequest("store.damaged", m_counter, m_calls));
    const auto ended = std::make_shared<Journaled<Written>>(Written{isDamaged ? u"aside"_s : QString()});
    enqueue({.entries = entries,
             .work =
                 [this, entries, failure, isDamaged, ended] {
                     if (failure) {
                         *ended = tl::make_unexpected(*failure);
                         return;
                     }
                     if (contradicts(entries)) {
                         *ended = tl::make_unexpected(JournalError{JournalError::Kind::Failed, u"another intent"_s});
                         return;
                     }
                     if (isDamaged)
                         loseSome();
                     put(entries);
                 },
             .answer =
                 [this, ended, then, guard = QPointer<QObject>(context)] {
                     m_wasWell = ended->has_value();
                     if (guard) {
                         then(*ended);
                         if (onAwait)
                             onAwait();
                     }
                 },
             .takes = drawTime()});
    if (onAwait)
        onAwait();
}

void SimStore::probe(QObject *context, Then<Written> then)
{
    const bool isFull = !m_isCalm && m_scheduler.now() < m_fullUntil;
    enqueue({.answer =
                 [this, isFull, then, guard = QPointer<QObject>(context)] {
                     m_wasWell = !isFull;
                     if (!guard)
                         return;
                     if (isFull)
                         then(tl::make_unexpected(JournalError{JournalError::Kind::DiskFull, u"simulated"_s}));
                     else
                         then(Written{});
                 },
             .takes = 1ms});
}

void SimStore::find(const QString &, int, QObject *context, Then<PastSales> then)
{
    enqueue({.answer =
                 [then, guard = QPointer<QObject>(context)] {
                     if (guard)
                         then(PastSales{});
                 },
             .takes = 1ms});
}

void SimStore::readPrints(const PrintQuery &, QObject *context, Then<PrintRecord> then)
{
    enqueue({.work = [] {},
             .answer =
                 [then, guard = QPointer<QObject>(context)] {
                     if (guard)
                         then(PrintRecord());
                 },
             .takes = std::chrono::milliseconds(1)});
}

void SimStore::readOrders(const QList<OrderId> &orders, QObject *context, Then<KeptOrders> then)
{
    const auto kept = std::make_shared<KeptOrders>();
    enqueue({.work =
                 [this, orders, kept] {
                     for (const OrderId &order : orders) {
                         const JournaledSale *known = sale(order);
                         if (known && !known->order.statusWord.isEmpty()) // not lines of the record only
                             kept->sales << *known;
                     }
                 },
             .answer =
                 [then, kept, guard = QPointer<QObject>(context)] {
                     if (guard)
                         then(*kept);
                 },
             .takes = std::chrono::milliseconds(1)});
}

void SimStore::enqueue(Job job)
{
    m_queue.push_back(std::make_shared<Job>(std::move(job)));
    if (m_queue.size() == 1)
        serve();
}

void SimStore::serve()
{
    if (m_queue.empty())
        return;
    m_serving = m_scheduler.add(m_scheduler.now() + m_queue.front()->takes, [this] {
        m_serving = 0;
        const std::shared_ptr<Job> job = m_queue.front();
        if (job->work)
            job->work();
        m_queue.pop_front();
        serve();
        job->answer();
    });
}

void SimStore::crash()
{
    m_scheduler.remove(std::exchange(m_serving, 0));
    // What was being written may be on the disk; what waited behind it was never given to it.
    const bool isWritten = !m_queue.empty() && m_choices.decide(2, {"store.torn", m_counter}) == 1;
    if (isWritten && m_queue.front()->work)
        m_queue.front()->work();
    m_queue.clear();
}

void SimStore::faultsStop()
{
    m_isCalm = true;
    m_fullUntil = Microseconds(0);
}

const JournaledSale *SimStore::sale(const OrderId &order) const
{
    const auto it = m_sales.find(order);
    return it == m_sales.end() ? nullptr : &it->second;
}

bool SimStore::hasOpenIntent(Intent::Verb verb, const OrderId &order) const
{
    // The latest are the last.
    return std::any_of(m_intents.rbegin(), m_intents.rend(), [&](const auto &each) {
        const Kept &kept = each.second;
        return kept.isOpen() && kept.intent.verb == verb && kept.intent.order == order;
    });
}

bool SimStore::contradicts(const QList<JournalEntry> &entries) const
{
    for (const JournalEntry &entry : entries) {
        const auto *intent = std::get_if<Intent>(&entry);
        const auto known = intent ? m_intents.find(intent->id) : m_intents.end();
        if (known != m_intents.end() && !(known->second.intent == *intent)) {
            if (onContradiction)
                onContradiction(u"intent %1 is there already, for something else"_s.arg(intent->id));
            return true;
        }
    }
    return false;
}

void SimStore::put(const QList<JournalEntry> &entries)
{
    for (const JournalEntry &entry : entries) {
        put(entry);
        if (onDurable)
            onDurable(entry);
    }
}

void SimStore::put(const JournalEntry &entry)
{
    if (const auto *intent = std::get_if<Intent>(&entry)) {
        m_intents.try_emplace(intent->id, Kept{*intent, std::nullopt, {}});
        m_lastIntent = std::max(m_lastIntent, intent->id);
    } else if (const auto *conclusion = std::get_if<Conclusion>(&entry)) {
        const auto it = m_intents.find(conclusion->intent);
        if (it == m_intents.end())
            return;
        it->second.outcome = conclusion->outcome;
        if (!conclusion->order.isNull())
            it->second.made = conclusion->order;
    } else if (const auto *sale = std::get_if<JournaledSale>(&entry)) {
        JournaledSale &kept = m_sales[sale->order.id];
        const QList<RecordEntry> record = std::move(kept.record);
        kept = *sale;
        kept.order.customer = {};
        kept.record = record;
    } else if (const auto *line = std::get_if<RecordEntry>(&entry)) {
        if (line->order.isNull())
            return;
        QList<RecordEntry> &record = m_sales[line->order].record;
        const bool isThere = std::ranges::any_of(record, [line](const RecordEntry &known) {
            return known.at == line->at && known.what == line->what && known.words == line->words;
        });
        if (!isThere)
            record << *line;
        m_sales[line->order].order.id = line->order;
    } else if (const auto *issue = std::get_if<Issue>(&entry)) {
        if (!m_resolved.contains(issue->id))
            m_issues.insert_or_assign(issue->id, *issue);
        m_lastIssue = std::max(m_lastIssue, issue->id);
    } else if (const auto *resolution = std::get_if<Resolution>(&entry)) {
        m_issues.erase(resolution->issue);
        m_resolved.insert(resolution->issue);
    } else if (const auto *partner = std::get_if<PartnerNote>(&entry)) {
        m_partner = partner->partner;
    }
}

/// What cannot be read any more when a damaged file is salvaged.
void SimStore::loseSome()
{
    int number = 0;
    std::erase_if(m_sales, [&](const auto &) {
        return m_choices.choose(2, {"store.lost-sale", m_counter, ++number}) == 1;
    });
    number = 0;
    std::erase_if(m_issues, [&](const auto &) {
        return m_choices.choose(2, {"store.lost-issue", m_counter, ++number}) == 1;
    });
}

JournalContents SimStore::contents(Instant since) const
{
    JournalContents all;
    for (const auto &[id, sale] : m_sales) {
        const bool mayChange = !sale.closed && (isHeld(sale.order.status) || sale.order.status == OrderStatus::Unknown);
        const bool isRecent = sale.order.createdAt && *sale.order.createdAt >= since;
        const bool isNamed = std::ranges::any_of(m_intents, [&sale](const auto &each) {
            return each.second.isOpen() && each.second.intent.order == sale.order.id;
        });
        if (mayChange || isRecent || isNamed)
            all.sales << sale;
    }
    std::ranges::stable_sort(all.sales, {}, [](const JournaledSale &sale) {
        return std::pair(sale.order.createdAt.value_or(Instant()), sale.order.number);
    });
    for (const auto &[id, kept] : m_intents) {
        if (kept.isOpen())
            all.openIntents << kept.intent;
    }
    for (const auto &[id, issue] : m_issues)
        all.issues << issue;
    all.partner = m_partner;
    all.anySales = m_intents.empty() && m_sales.empty() ? Owner::Sales::None : Owner::Sales::Some;
    all.lastIntent = m_lastIntent;
    all.lastIssue = m_lastIssue;
    return all;
}

} // namespace okoshko::sim
