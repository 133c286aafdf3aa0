// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/sale/MemoryStore.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

/// JournalContents::printJobs
bool isInQuestion(const PrintJob &job)
{
    return !job.isOver() ||
           (job.kind == PrintJob::Kind::Tickets && job.state == PrintJob::State::GivenUp && !job.settled);
}

/// Calls \a f with each of \a entries that is of its kind.
template <class Entry, class F>
void each(const QList<JournalEntry> &entries, F f)
{
    for (const JournalEntry &entry : entries) {
        if (const auto *found = std::get_if<Entry>(&entry))
            f(*found);
    }
}

} // namespace

template <class T>
void MemoryStore::enqueue(QObject *context, Then<T> then, std::function<Journaled<T>()> act)
{
    m_queue.push_back([then = std::move(then), act = std::move(act), guard = QPointer(context)] {
        const Journaled<T> result = act();
        if (guard)
            then(result);
    });
    pump();
}

void MemoryStore::pump()
{
    if (m_isHanging || m_isBusy || m_queue.empty())
        return;
    m_isBusy = true;
    static_cast<void>(m_scheduler.add(m_scheduler.now() + commitTime, [this, life = m_life] {
        if (life != m_life)
            return;
        m_isBusy = false;
        if (m_isHanging) // it began to hang in the middle
            return;
        const auto operation = std::move(m_queue.front());
        m_queue.pop_front();
        operation();
        pump();
    }));
}

void MemoryStore::resume()
{
    m_isHanging = false;
    pump();
}

void MemoryStore::kill()
{
    ++m_life;
    m_queue.clear();
    m_isBusy = false;
}

std::optional<JournaledSale> MemoryStore::sale(const OrderId &id) const
{
    const auto it = m_sales.find(id);
    return it == m_sales.end() ? std::nullopt : std::optional(it->second);
}

QStringList MemoryStore::record(const OrderId &id) const
{
    QStringList words;
    const auto it = m_records.find(id);
    if (it != m_records.end()) {
        for (const RecordEntry &entry : it->second)
            words << entry.what;
    }
    return words;
}

QList<Intent> MemoryStore::openIntents() const
{
    QList<Intent> open;
    for (const auto &[id, known] : m_intents) {
        if (known.outcome == IntentResult::Unknown)
            open << known.intent;
    }
    return open;
}

std::optional<IntentResult> MemoryStore::outcome(Intent::Verb verb) const
{
    for (auto it = m_intents.rbegin(); it != m_intents.rend(); ++it) {
        if (it->second.intent.verb == verb)
            return it->second.outcome;
    }
    return std::nullopt;
}

QList<Issue> MemoryStore::issues() const
{
    QList<Issue> open;
    for (const auto &[id, known] : m_issues) {
        if (!known.how)
            open << known.issue;
    }
    return open;
}

QStringList MemoryStore::resolutions() const
{
    QStringList all;
    for (const auto &[id, known] : m_issues) {
        if (known.how)
            all << *known.how;
    }
    return all;
}

std::optional<JournalError> MemoryStore::fault(const QList<JournalEntry> &entries) const
{
    if (refusal)
        return refusal;
    std::optional<JournalError> found;
    each<Intent>(entries, [&](const Intent &intent) {
        const auto known = m_intents.find(intent.id);
        if (known != m_intents.end() && known->second.intent != intent)
            found = JournalError{JournalError::Kind::Failed, u"there is another intent of this id"_s};
    });
    return found;
}

void MemoryStore::put(const JournalEntry &entry)
{
    struct Visitor
    {
        MemoryStore &store;

        void operator()(const Intent &intent) const
        {
            store.m_intents.try_emplace(intent.id, KnownIntent{intent});
            store.m_lastIntent = std::max(store.m_lastIntent, intent.id);
        }
        void operator()(const Conclusion &conclusion) const
        {
            const auto it = store.m_intents.find(conclusion.intent);
            if (it == store.m_intents.end())
                return;
            it->second.outcome = conclusion.outcome;
            if (!conclusion.order.isNull())
                it->second.intent.order = conclusion.order;
        }
        void operator()(const JournaledSale &sale) const { store.m_sales[sale.order.id] = sale; }
        void operator()(const RecordEntry &entry) const
        {
            QList<RecordEntry> &record = store.m_records[entry.order];
            const bool isThere = std::any_of(record.cbegin(), record.cend(), [&entry](const RecordEntry &known) {
                return known.at == entry.at && known.what == entry.what && known.words == entry.words;
            });
            if (!isThere)
                record << entry;
        }
        void operator()(const Issue &issue) const
        {
            KnownIssue &known = store.m_issues[issue.id];
            if (!known.how)
                known.issue = issue;
        }
        void operator()(const Resolution &resolution) const
        {
            const auto it = store.m_issues.find(resolution.issue);
            if (it != store.m_issues.end() && !it->second.how)
                it->second.how = resolution.how;
        }
        void operator()(const SaleTickets &) const {}
        void operator()(const PartnerNote &note) const { store.m_partner = note.partner; }
        void operator()(const PrintJob &job) const { store.jobs[job.id] = job; }
        void operator()(const PrintNotNeeded &entry) const
        {
            store.notNeeded.removeAll(entry.order);
            if (!entry.isWithdrawn)
                store.notNeeded << entry.order;
        }
        void operator()(const BlankRange &range) const { store.m_blanks[range.queue] = range; }
        void operator()(const BlankUse &use) const { store.blankUses << use; }
        void operator()(const LegalNote &note) const { store.m_legal[note.organiser] = note; }
    };
    std::visit(Visitor{*this}, entry);
}

void MemoryStore::load(Instant since, QObject *context, Then<JournalContents> then)
{
    enqueue<JournalContents>(context, std::move(then), [this, since]() -> Journaled<JournalContents> {
        if (refusal)
            return tl::unexpected(*refusal);
        JournalContents contents;
        for (const auto &[id, kept] : m_sales) {
            const bool isUnfinished = !isFinal(kept.order.status) && !kept.closed;
            const QList<Intent> open = openIntents();
            const bool isNamed = std::any_of(open.cbegin(), open.cend(),
                                             [&id = id](const Intent &intent) { return intent.order == id; });
            const bool isPrinted = std::ranges::any_of(
                jobs, [&id = id](const auto &each) { return each.second.order == id && isInQuestion(each.second); });
            if (!isUnfinished && !isNamed && !isPrinted && (!kept.order.createdAt || *kept.order.createdAt < since))
                continue;
            JournaledSale sale = kept;
            const auto record = m_records.find(id);
            if (record != m_records.end())
                sale.record = record->second;
            contents.sales << sale;
        }
        std::sort(contents.sales.begin(), contents.sales.end(),
                  [](const JournaledSale &a, const JournaledSale &b) { return a.order.createdAt < b.order.createdAt; });
        contents.openIntents = openIntents();
        contents.issues = issues();
        contents.partner = m_partner;
        contents.anySales = m_intents.empty() && m_sales.empty() ? Owner::Sales::None : Owner::Sales::Some;
        contents.lastIntent = m_lastIntent;
        contents.lastIssue = m_issues.empty() ? 0 : m_issues.rbegin()->first;
        for (const auto &[id, job] : jobs) {
            if (isInQuestion(job))
                contents.printJobs << job;
        }
        std::ranges::stable_sort(contents.printJobs, {}, &PrintJob::at);
        contents.blanks = blanks();
        for (const auto &[id, note] : m_legal)
            contents.legal << note;
        given = static_cast<int>(contents.sales.size());
        return contents;
    });
}

void MemoryStore::write(const QList<JournalEntry> &entries, QObject *context, Then<Written> then)
{
    enqueue<Written>(context, std::move(then), [this, entries]() -> Journaled<Written> {
        ++writes;
        Written written;
        if (std::exchange(m_isLost, false)) {
            clear();
            written.setAside = u"journal.damaged.sqlite"_s;
        }
        if (const auto error = fault(entries))
            return tl::unexpected(*error);
        commits << entries;
        for (const JournalEntry &entry : entries)
            put(entry);
        return written;
    });
}

void MemoryStore::clear()
{
    m_sales.clear();
    m_records.clear();
    m_intents.clear();
    m_issues.clear();
    jobs.clear();
    blankUses.clear();
    notNeeded.clear();
    m_blanks.clear();
    m_legal.clear();
    m_partner.clear();
    m_lastIntent = 0;
}

void MemoryStore::probe(QObject *context, Then<Written> then)
{
    enqueue<Written>(context, std::move(then), [this]() -> Journaled<Written> {
        ++probes;
        if (std::exchange(m_isLostAtProbe, false)) {
            clear();
            return Written{u"journal.damaged.sqlite"_s};
        }
        return refusal ? Journaled<Written>(tl::unexpected(*refusal)) : Journaled<Written>(Written());
    });
}

QList<BlankRange> MemoryStore::blanks() const
{
    QList<BlankRange> all;
    for (const auto &[queue, range] : m_blanks)
        all << range;
    return all;
}

void MemoryStore::readPrints(const PrintQuery &query, QObject *context, Then<PrintRecord> then)
{
    enqueue<PrintRecord>(context, std::move(then), [this, query]() -> Journaled<PrintRecord> {
        if (refusal)
            return tl::unexpected(*refusal);
        PrintRecord record;
        for (const auto &[id, job] : jobs) {
            if (query.orders.contains(job.order))
                record.jobs << job;
        }
        std::ranges::stable_sort(record.jobs, {}, &PrintJob::at);
        std::ranges::copy_if(notNeeded, std::back_inserter(record.notNeeded),
                             [&query](const OrderId &order) { return query.orders.contains(order); });
        std::ranges::copy_if(blankUses, std::back_inserter(record.blanks), [&query](const BlankUse &use) {
            return query.from && query.till && use.at >= *query.from && use.at < *query.till;
        });
        for (const BlankUse &use : std::as_const(blankUses)) {
            const bool isUsed = use.use == BlankUse::Use::Printed || use.use == BlankUse::Use::Spoiled;
            if (query.taken && isUsed && use.queue == query.taken->queue && use.first > 0 &&
                use.first <= query.taken->last && use.first + use.count > query.taken->first)
                record.taken = {use};
        }
        for (const auto &[id, kept] : m_sales) {
            const qsizetype tickets = kept.order.tickets.size();
            const bool isPrinted = std::ranges::any_of(jobs, [&id = id, tickets](const auto &each) {
                const PrintJob &job = each.second;
                return job.order == id && job.copies.size() == tickets && job.state == PrintJob::State::Done;
            });
            if (query.paidSince && kept.order.status == OrderStatus::Done && kept.order.createdAt >= query.paidSince &&
                !isPrinted && !notNeeded.contains(id))
                record.unprinted << kept;
        }
        return record;
    });
}

void MemoryStore::readOrders(const QList<OrderId> &orders, QObject *context, Then<KeptOrders> then)
{
    ++recordQuestions;
    enqueue<KeptOrders>(context, std::move(then), [this, orders]() -> Journaled<KeptOrders> {
        if (refusal)
            return tl::unexpected(*refusal);
        KeptOrders kept;
        for (const OrderId &order : orders) {
            const auto record = m_records.find(order);
            const QList<RecordEntry> lines = record == m_records.end() ? QList<RecordEntry>() : record->second;
            if (std::optional<JournaledSale> known = sale(order)) {
                known->record = lines;
                kept.sales << *known;
            } else {
                kept.record << lines;
            }
        }
        std::ranges::stable_sort(kept.record, {}, &RecordEntry::at);
        return kept;
    });
}

void MemoryStore::find(const QString &, int, QObject *context, Then<PastSales> then)
{
    enqueue<PastSales>(context, std::move(then), [this]() -> Journaled<PastSales> { return past; });
}

} // namespace okoshko::test
