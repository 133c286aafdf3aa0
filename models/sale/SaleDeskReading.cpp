// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/ServerClock.h"
#include "models/sale/Doubts.h"
#include "models/sale/SaleBook.h"
#include "models/sale/SaleDesk.h"
#include "models/sale/SaleHistory.h"
#include "models/sale/Transitions.h"

#include <QLoggingCategory>

#include <vector>

// What the server says about an order, and when it is asked again.

namespace okoshko {

namespace {

Q_LOGGING_CATEGORY(log, "okoshko.sale")

/// Whether the server has refused to give the seats back for good: then the cashier must know, and it is not repeated.
bool isRefusedForGood(const Sale::Failure &failure)
{
    return failure.step == Step::Cancel && failure.error.kind == ErrorKind::BadRequest;
}

} // namespace

SaleDesk::Refusal SaleDesk::refresh(const OrderId &id)
{
    const Refusal refusal = judge(id, Step::Read);
    if (refusal == Refusal::None) {
        read(id);
        readTickets(id);
    }
    return refusal;
}

void SaleDesk::read(const OrderId &id)
{
    Work &work = m_work[id];
    if (work.reading.isPending())
        return;
    work.askAt.reset();
    work.reading = m_places.api.order(id, this, [this, id](const Result<Order> &result) { onRead(id, result); });
}

void SaleDesk::onRead(const OrderId &id, const Result<Order> &result)
{
    Work &work = m_work[id];
    Sale &sale = m_sales.at(id);
    work.reading = {};
    ++work.asked;
    if (!result)
        return onReadFailed(id, result.error());

    work.failed = 0;
    m_keyRefused = false;
    const bool isFirst = sale.known == Sale::Known::FromJournal;
    const bool startWasLost = sale.failure && sale.failure->step == Step::StartPayment;
    sale.known = Sale::Known::FromServer;
    accept(sale, *result, Step::Read);
    m_places.book.concludeBy(*result);
    m_places.book.settleByServer(id, Unsettled::Kind::UnknownOutcome);
    if (sale.failure && sale.failure->step == Step::Read)
        sale.failure.reset();
    else if (sale.failure)
        sale.failure->error.effect = Effect::None; // the order stands as it stood: now it is known
    if (sale.failure && isRefusedForGood(*sale.failure) && isHeld(sale.order.status)) {
        sale.wish = Wish::Sell;
        plan(id);
    }
    Q_EMIT saleChanged(id);
    if (startWasLost)
        offerRedirect(sale); // the start whose answer was lost may have reached the server
    if (isFirst) {
        readTickets(id);
        Q_EMIT saleReadBack(id);
    }
}

void SaleDesk::onReadFailed(const OrderId &id, const ApiError &error)
{
    Work &work = m_work[id];
    Sale &sale = m_sales.at(id);
    ++work.failed;
    noteKey(error);
    if (!sale.failure)
        sale.failure = Sale::Failure{Step::Read, error};
    plan(id);
    if (error.retryAfter && work.askAt)
        work.askAt = std::max(*work.askAt, m_places.clock.now() + *error.retryAfter);
    const bool isUnknown = sale.failure->error.effect == Effect::Possible || error.kind == ErrorKind::NotFound;
    if (work.failed == m_patience.mostReadBacks && isUnknown && sale.origin == Sale::Origin::ThisCounter)
        m_places.book.doubt(doubtAbout(sale, Unsettled::Kind::UnknownOutcome, m_places.clock.now()));
    Q_EMIT saleChanged(id);
    if (sale.known == Sale::Known::FromJournal && work.failed == 1)
        Q_EMIT saleReadBack(id);
}

void SaleDesk::readTickets(const OrderId &id)
{
    const auto known = m_work.find(id);
    if (known == m_work.end() || known->second.readingTickets.isPending())
        return;
    known->second.readingTickets = m_places.api.tickets(id, this, [this, id](const Result<QList<Ticket>> &result) {
        const auto it = m_sales.find(id);
        if (result && it != m_sales.end() && it->second.tickets != *result) {
            it->second.tickets = *result;
            Q_EMIT saleChanged(id);
        }
    });
}

void SaleDesk::accept(Sale &sale, const Order &order, Step by)
{
    const Instant now = m_places.clock.now();
    const Order before = std::exchange(sale.order, order);
    sale.lastAskedAt = now;
    if (!mayBeReached(before.status, order.status))
        qCWarning(log) << "order" << order.id.toString() << "went from" << toWord(before.status) << "to"
                       << toWord(order.status);
    if (const auto entry = whatHappened(before, order, by, now)) {
        sale.history.append(*entry);
        sale.failure.reset();
        m_work[order.id].asked = 0;
    }
    if (before.status != OrderStatus::InProgress && order.status == OrderStatus::InProgress)
        sale.paymentStartedAt = order.updatedAt.value_or(now);
    const bool unseen = order.status == OrderStatus::InProgress &&
                        sale.confirmation == PaymentSystem::Confirmation::Server;
    sale.paidOnPage = sale.paidOnPage || unseen || !order.payment.redirectUrl.isEmpty();
    if (before.status != OrderStatus::Done && order.status == OrderStatus::Done) {
        m_work[order.id].readingTickets.abandon(); // asked for before they had barcodes
        readTickets(order.id);
    }
    settleDoubts(before, sale);
    plan(order.id);
    // What is under way is kept when it ends, together with its outcome.
    if (sale.origin == Sale::Origin::ThisCounter && before != order && !sale.underWay)
        m_places.book.keep(sale);
}

void SaleDesk::settleDoubts(const Order &before, const Sale &sale)
{
    if (sale.origin != Sale::Origin::ThisCounter)
        return;
    if (isFinal(sale.order.status))
        m_places.book.settleByServer(sale.order.id, Unsettled::Kind::AbandonedAtBank);
    if (const auto doubt = doubtAfter(before, sale, m_places.clock.now()))
        m_places.book.doubt(*doubt);
}

void SaleDesk::plan(const OrderId &id)
{
    Work &work = m_work[id];
    const Sale &sale = m_sales.at(id);
    const Instant now = m_places.clock.now();
    work.askAt = m_patience.pace.next(sale, now, work.asked, work.failed, m_random.generate());
    if (sale.known == Sale::Known::FromJournal && !work.askAt && work.failed > 0)
        work.askAt = now + m_patience.pace.slowest;
    const bool release = sale.wish == Wish::Release && isHeld(sale.order.status) && !sale.underWay;
    if (!release)
        work.releaseAt.reset();
    else if (!work.releaseAt)
        work.releaseAt = now + (work.released == 0 ? std::chrono::milliseconds(0)
                                                   : backOff(m_patience.releasePause, m_patience.pace.slowest,
                                                             work.released - 1, m_random.generate()));
}

void SaleDesk::onSecond()
{
    const Instant now = m_places.clock.now();
    m_places.book.retry();
    m_reservations.onSecond();
    std::vector<OrderId> ids;
    for (const auto &[id, work] : m_work)
        ids.push_back(id);
    for (const OrderId &id : ids) {
        const auto it = m_work.find(id);
        if (it == m_work.end())
            continue;
        Work &work = it->second;
        const Sale &sale = m_sales.at(id);
        if (sale.underWay) {
            if (work.resendAt && *work.resendAt <= now)
                send(id);
            continue;
        }
        if (isAbandonedAtBank(sale, now, m_patience))
            m_places.book.doubt(doubtAbout(sale, Unsettled::Kind::AbandonedAtBank, now));
        if (work.releaseAt && *work.releaseAt <= now && !work.reading.isPending() &&
            cancel(id) == Refusal::None)
            continue;
        if (work.askAt && *work.askAt <= now)
            read(id);
    }
}

} // namespace okoshko
