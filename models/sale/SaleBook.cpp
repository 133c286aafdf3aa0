// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/SaleBook.h"

#include "models/api/ServerClock.h"
#include "models/sale/HistoryWords.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

Q_LOGGING_CATEGORY(log, "okoshko.journal")

ApiError notRecorded(const JournalError &error)
{
    return {.kind = ErrorKind::NotRecorded, .detail = toWord(error.kind) + u": "_s + error.detail};
}

/// Whether what was asked has come to pass, as far as the order's state can tell.
Outcome outcomeBy(Intent::Verb verb, OrderStatus status)
{
    const bool started = status != OrderStatus::Executed;
    const bool paid = status == OrderStatus::Done || status == OrderStatus::Refunded;
    const bool ended = status == OrderStatus::Canceled || status == OrderStatus::Expired;
    const bool done = (verb == Intent::Verb::StartPayment && started) || (verb == Intent::Verb::Confirm && paid) ||
                      (verb == Intent::Verb::Cancel && ended);
    // Whether a payment system was taken cannot be told (the recording); it is chosen again before the payment starts.
    return done ? Outcome::Done : Outcome::Refused;
}

JournaledSale toJournaled(const Sale &sale)
{
    JournaledSale kept;
    kept.order = sale.order;
    kept.request = sale.request;
    kept.system = sale.system;
    kept.paymentStartedAt = sale.paymentStartedAt;
    kept.paidOnPage = sale.paidOnPage;
    kept.wish = sale.wish;
    return kept;
}

} // namespace

SaleBook::SaleBook(Journal &journal, const ServerClock &clock, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_clock(clock)
{
    if (const auto unsettled = m_journal.unsettled())
        m_unsettled = *unsettled;
    if (const auto open = m_journal.openIntents()) {
        for (const Intent &intent : *open) {
            if (intent.verb == Intent::Verb::Reserve)
                m_lostReservations << intent;
            else
                m_open[intent.order] << intent;
        }
    }
}

Result<Intent> SaleBook::intend(Intent intent, const Sale *sale)
{
    const auto written = enter([&]() -> Journaled<void> {
        const auto id = m_journal.intend(intent);
        if (!id)
            return tl::unexpected(id.error());
        intent.id = *id;
        return sale ? write(*sale) : Journaled<void>();
    });
    take(written, sale);
    return written ? Result<Intent>(intent) : tl::unexpected(notRecorded(written.error()));
}

void SaleBook::conclude(const Intent &intent, Outcome outcome, const Sale *sale)
{
    const OrderId order = sale ? sale->order.id : OrderId();
    const auto written = enter([&]() -> Journaled<void> {
        const auto concluded = m_journal.conclude(intent.id, outcome, order);
        return concluded && sale ? write(*sale) : concluded;
    });
    m_late.removeIf([&intent](const Conclusion &late) { return late.intent == intent.id; }); // this one is newer
    if (!written)
        m_late << Conclusion{intent.id, outcome, order};
    take(written, sale);
    if (outcome == Outcome::Unknown && sale)
        m_open[sale->order.id] << intent;
}

void SaleBook::keep(const Sale &sale)
{
    take(enter([&] { return write(sale); }), &sale);
}

Journaled<void> SaleBook::enter(const std::function<Journaled<void>()> &work)
{
    return m_foreign ? tl::unexpected(*m_foreign) : m_journal.atOnce(work);
}

Journaled<void> SaleBook::write(const Sale &sale)
{
    if (const auto mirrored = m_journal.mirror(toJournaled(sale)); !mirrored)
        return mirrored;
    for (qsizetype i = m_recorded.value(sale.order.id); i < sale.history.size(); ++i) {
        if (const auto recorded = m_journal.record(toRecord(sale.history.at(i), sale.order.id)); !recorded)
            return recorded;
    }
    return {};
}

void SaleBook::concludeBy(const Order &order)
{
    const QList<Intent> open = m_open.take(order.id);
    for (const Intent &intent : open) {
        m_late << Conclusion{intent.id, outcomeBy(intent.verb, order.status), order.id};
        concludeLate();
    }
}

void SaleBook::concludeLate()
{
    while (!m_late.isEmpty()) {
        const Conclusion &first = m_late.constFirst();
        const auto concluded =
            enter([&] { return m_journal.conclude(first.intent, first.outcome, first.order); });
        if (!concluded)
            return take(concluded);
        m_late.removeFirst();
        take(concluded);
    }
}

bool SaleBook::knows(const OrderId &id) const
{
    return m_journal.knows(id).value_or(false);
}

QList<Sale> SaleBook::sales(Instant since)
{
    QList<Sale> restoredSales;
    const auto kept = m_journal.sales(since);
    for (const JournaledSale &sale : kept.value_or(QList<JournaledSale>()))
        restoredSales << restored(sale);
    return restoredSales;
}

QList<Intent> SaleBook::lostReservations()
{
    return std::exchange(m_lostReservations, {});
}

void SaleBook::forget(const OrderId &order)
{
    m_recorded.remove(order);
}

Sale SaleBook::restored(const JournaledSale &kept)
{
    Sale sale;
    sale.order = kept.order;
    sale.origin = Sale::Origin::ThisCounter;
    sale.known = Sale::Known::FromJournal;
    sale.wish = kept.wish;
    sale.request = kept.request;
    sale.system = kept.system;
    sale.paymentStartedAt = kept.paymentStartedAt;
    sale.paidOnPage = kept.paidOnPage;
    const auto record = m_journal.recordOf(sale.order.id);
    for (const RecordEntry &entry : record.value_or(QList<RecordEntry>())) {
        if (const auto told = toHistory(entry))
            sale.history << *told;
    }
    m_recorded[sale.order.id] = sale.history.size();
    return sale;
}

qint64 SaleBook::doubt(const Unsettled &entry)
{
    qint64 id = 0;
    take(enter([&]() -> Journaled<void> {
        const auto added = m_journal.addUnsettled(entry);
        id = added.value_or(0);
        return added ? Journaled<void>() : tl::unexpected(added.error());
    }));
    const bool isThere = std::any_of(m_unsettled.cbegin(), m_unsettled.cend(), [&](const Unsettled &known) {
        return known.kind == entry.kind && known.order == entry.order && (!entry.order.isNull() || known.since == entry.since);
    });
    if (!isThere) {
        // Shown even where the journal did not take it: it is true all the same.
        m_unsettled << entry;
        m_unsettled.last().id = id;
        qCWarning(log) << "to be settled:" << static_cast<int>(entry.kind) << entry.order.toString();
        Q_EMIT unsettledChanged();
    }
    return id;
}

void SaleBook::settle(qint64 id, const QString &how)
{
    const auto it = std::find_if(m_unsettled.begin(), m_unsettled.end(),
                                 [id](const Unsettled &entry) { return entry.id == id; });
    if (it == m_unsettled.end())
        return;
    const Instant now = m_clock.now();
    const auto settled = enter([&]() -> Journaled<void> {
        const HistoryEntry told{.at = now, .what = HistoryEntry::What::Settled, .words = how};
        if (const auto done = m_journal.settle(id, now, how); !done)
            return done;
        return m_journal.record(toRecord(told, it->order));
    });
    take(settled);
    if (!settled)
        return; // it stays in the list until the journal takes it
    m_unsettled.erase(it);
    Q_EMIT unsettledChanged();
}

void SaleBook::settleByServer(const OrderId &order, Unsettled::Kind kind)
{
    const auto it = std::find_if(m_unsettled.cbegin(), m_unsettled.cend(), [&](const Unsettled &entry) {
        return entry.kind == kind && entry.order == order;
    });
    if (it != m_unsettled.cend())
        settle(it->id, u"server"_s);
}

void SaleBook::take(const Journaled<void> &written, const Sale *sale)
{
    if (written) {
        if (sale)
            m_recorded[sale->order.id] = sale->history.size();
        if (std::exchange(m_trouble, std::nullopt)) {
            concludeLate();
            Q_EMIT troubleChanged();
        }
        return;
    }
    qCWarning(log).noquote() << toWord(written.error().kind) << written.error().detail;
    if (m_trouble != written.error()) {
        m_trouble = written.error();
        Q_EMIT troubleChanged();
    }
}

void SaleBook::retry()
{
    if (m_trouble)
        take(enter([this] { return m_journal.probe(); }));
    else if (const auto inPlace = m_journal.isInPlace(); !inPlace)
        take(inPlace);
}

bool SaleBook::isOf(const QString &partner)
{
    const auto noted = m_foreign ? tl::unexpected(*m_foreign) : m_journal.notePartner(partner);
    if (!noted && noted.error().kind == JournalError::Kind::OtherAccount)
        m_foreign = noted.error();
    take(noted);
    return !m_foreign;
}

Owner::Sales SaleBook::sales() const
{
    const auto owner = m_journal.owner();
    return owner ? owner->sales : Owner::Sales::Some;
}

} // namespace okoshko
