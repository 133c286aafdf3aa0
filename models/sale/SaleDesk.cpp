// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/SaleDesk.h"

#include "models/api/ServerClock.h"
#include "models/sale/RedirectRule.h"
#include "models/sale/SaleHistory.h"
#include "models/sale/SeatPicker.h"
#include "models/sale/Ticker.h"
#include "models/sale/Transitions.h"

#include <QLoggingCategory>

#include <algorithm>

namespace okoshko {

using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(log, "okoshko.sale")

/// So often a change is sent again after 409 before the cashier is told.
constexpr int mostConflicts = 10;

bool tellsOf(const QList<HallSeat> &hall, const QList<WantedTickets> &wanted)
{
    return std::any_of(hall.cbegin(), hall.cend(), [&wanted](const HallSeat &seat) {
        return std::any_of(wanted.cbegin(), wanted.cend(),
                           [&seat](const WantedTickets &part) { return part.set == seat.set; });
    });
}

bool refusesToTell(const ApiError &error)
{
    return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::BadRequest ||
           error.kind == ErrorKind::Unsupported;
}

} // namespace

SaleDesk::SaleDesk(TicketingApi &api, ServerClock &clock, Ticker &ticker, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_clock(clock)
{
    connect(&ticker, &Ticker::second, this, &SaleDesk::onSecond);
}

const Sale *SaleDesk::sale(const OrderId &id) const
{
    const auto it = m_sales.find(id);
    return it == m_sales.end() ? nullptr : &it->second;
}

void SaleDesk::loadOrders(int limit)
{
    if (m_loading.isPending())
        return;
    OrderQuery query;
    query.limit = limit;
    m_loading = m_api.orders(query, this, [this](const Result<QList<Order>> &result) {
        if (!result) {
            Q_EMIT loadingFailed(result.error());
            return;
        }
        for (const Order &order : *result) {
            const auto known = m_sales.find(order.id);
            if (known == m_sales.end()) {
                adopt(order, {}, Sale::Origin::Elsewhere);
            } else if (!known->second.underWay && known->second.order != order) {
                accept(known->second, order, Step::Read);
                Q_EMIT saleChanged(order.id);
            }
        }
        Q_EMIT ordersLoaded();
    });
}

SaleDesk::Attempt SaleDesk::reserve(const ReserveRequest &request)
{
    const Attempt attempt = ++m_lastAttempt;
    if (request.seats == ReserveRequest::Seats::Pick)
        pickAndReserve(attempt, request);
    else
        sendReservation(attempt, request, request);
    return attempt;
}

void SaleDesk::pickAndReserve(Attempt attempt, const ReserveRequest &request)
{
    m_api.seats(request.event, this, [this, attempt, request](const Result<QList<HallSeat>> &hall) {
        // A vendor who does not tell the seats one by one may give them out at random after all: it has the last word.
        const bool told = hall ? tellsOf(*hall, request.random) : !refusesToTell(hall.error());
        if (!told) {
            sendReservation(attempt, request, request);
            return;
        }
        if (!hall) {
            Q_EMIT reservationFailed(attempt, hall.error());
            return;
        }
        ReserveRequest sent;
        sent.event = request.event;
        sent.completeness = request.completeness;
        sent.tickets = pickSeats(*hall, request.random);
        if (sent.tickets.isEmpty())
            Q_EMIT nothingLeft(attempt);
        else
            sendReservation(attempt, sent, request);
    });
}

void SaleDesk::sendReservation(Attempt attempt, const ReserveRequest &sent, const ReserveRequest &asked)
{
    m_api.reserve(sent, this, [this, attempt, asked](const Result<Order> &result) {
        if (!result) {
            Q_EMIT reservationFailed(attempt, result.error());
            // The order may exist all the same: then it is to be seen among the others before anything is repeated.
            if (result.error().effect == Effect::Possible)
                loadOrders();
            return;
        }
        const OrderId id = result->id;
        adopt(*result, asked, Sale::Origin::ThisCounter);
        Q_EMIT reserved(attempt, id);
        if (result->tickets.isEmpty())
            static_cast<void>(cancel(id)); // an empty order is of no use to anybody (api.md, "Create")
        else
            readTickets(id);
    });
}

SaleDesk::Refusal SaleDesk::pay(const OrderId &id, const PaymentChoice &choice)
{
    return begin(id, {Step::ChoosePayment, choice});
}

SaleDesk::Refusal SaleDesk::confirm(const OrderId &id)
{
    return begin(id, {Step::Confirm, {}});
}

SaleDesk::Refusal SaleDesk::cancel(const OrderId &id)
{
    return begin(id, {Step::Cancel, {}});
}

SaleDesk::Refusal SaleDesk::refresh(const OrderId &id)
{
    const Refusal refusal = judge(id, Step::Read);
    if (refusal == Refusal::None) {
        read(id);
        readTickets(id);
    }
    return refusal;
}

SaleDesk::Refusal SaleDesk::judge(const OrderId &id, Step step) const
{
    const Sale *known = sale(id);
    if (!known)
        return Refusal::UnknownOrder;
    if (known->underWay)
        return Refusal::Busy;
    const bool payingNothing = step == Step::ChoosePayment && known->order.tickets.isEmpty();
    const bool payingElsewhere = step == Step::Confirm && !known->order.payment.redirectUrl.isEmpty();
    const bool allowed = mayStep(known->order.status, step) == Verdict::Allowed && !payingNothing && !payingElsewhere;
    return allowed ? Refusal::None : Refusal::Forbidden;
}

SaleDesk::Refusal SaleDesk::begin(const OrderId &id, const Change &change)
{
    const Refusal refusal = judge(id, change.step);
    if (refusal != Refusal::None)
        return refusal;
    Sale &sale = m_sales.at(id);
    Work &work = m_work[id];
    sale.underWay = change.step;
    sale.failure.reset();
    work.change = change;
    work.conflicts = 0;
    // An answer that was asked for before the change would tell of the time before it.
    work.reading.abandon();
    send(id);
    Q_EMIT saleChanged(id);
    return Refusal::None;
}

void SaleDesk::send(const OrderId &id)
{
    Work &work = m_work[id];
    work.resendAt.reset();
    const auto then = [this, id](const Result<Order> &result) { onAnswered(id, result); };
    switch (work.change.step) {
    case Step::ChoosePayment:
        m_api.choosePayment(id, work.change.choice, this, then);
        return;
    case Step::StartPayment:
        m_api.startPayment(id, this, then);
        return;
    case Step::Confirm:
        m_api.confirm(id, this, then);
        return;
    case Step::Cancel:
        m_api.cancel(id, this, then);
        return;
    case Step::Read:
        return; // a reading is no change
    }
}

void SaleDesk::onAnswered(const OrderId &id, const Result<Order> &result)
{
    Work &work = m_work[id];
    const Step step = work.change.step;
    if (result) {
        onChanged(id, step, *result);
    } else if (result.error().kind == ErrorKind::Conflict && ++work.conflicts <= mostConflicts) {
        work.resendAt = m_clock.now() + result.error().retryAfter.value_or(1s);
    } else {
        onChangeFailed(id, step, result.error());
    }
}

void SaleDesk::onChanged(const OrderId &id, Step step, const Order &order)
{
    Sale &sale = m_sales.at(id);
    sale.underWay.reset();
    accept(sale, order, step);

    if (step == Step::ChoosePayment) {
        sale.system = m_work[id].change.choice.system;
        sale.history.append({.at = m_clock.now(), .what = HistoryEntry::What::SystemChosen, .words = sale.system});
        // Choosing and starting are one step for the cashier; the server may meanwhile have ended the order.
        if (begin(id, {Step::StartPayment, {}}) == Refusal::None)
            return;
    }
    Q_EMIT saleChanged(id);
    if (step == Step::StartPayment)
        offerRedirect(sale);
}

void SaleDesk::onChangeFailed(const OrderId &id, Step step, const ApiError &error)
{
    qCInfo(log).noquote() << "order" << id.toString() << "step" << static_cast<int>(step) << error.toLogLine();
    Sale &sale = m_sales.at(id);
    sale.underWay.reset();
    sale.failure = Sale::Failure{step, error};
    sale.history.append({.at = m_clock.now(), .what = HistoryEntry::What::StepFailed, .error = error});
    Q_EMIT saleChanged(id);
    Q_EMIT stepFailed(id, step, error);
    // Whatever the reason: only the server knows now how the order stands.
    if (error.kind != ErrorKind::Unauthorized && error.kind != ErrorKind::Forbidden)
        read(id);
}

void SaleDesk::offerRedirect(const Sale &sale)
{
    if (sale.order.status != OrderStatus::InProgress || sale.order.payment.redirectUrl.isEmpty())
        return;
    const OrderId id = sale.order.id;
    if (judgeRedirect(sale.order.payment.redirectUrl) == Opening::Safe) {
        Q_EMIT redirectReady(id);
    } else {
        qCWarning(log) << "order" << id.toString() << "payment address refused, scheme"
                       << sale.order.payment.redirectUrl.scheme();
        Q_EMIT redirectRefused(id);
    }
}

void SaleDesk::read(const OrderId &id)
{
    Work &work = m_work[id];
    if (work.reading.isPending())
        return;
    work.askAt.reset();
    work.reading = m_api.order(id, this, [this, id](const Result<Order> &result) { onRead(id, result); });
}

void SaleDesk::onRead(const OrderId &id, const Result<Order> &result)
{
    Work &work = m_work[id];
    Sale &sale = m_sales.at(id);
    work.reading = {};
    ++work.asked;
    if (result) {
        work.failed = 0;
        const bool startWasLost = sale.failure && sale.failure->step == Step::StartPayment;
        accept(sale, *result, Step::Read);
        if (sale.failure && sale.failure->step == Step::Read)
            sale.failure.reset();
        Q_EMIT saleChanged(id);
        if (startWasLost)
            offerRedirect(sale); // the start whose answer was lost may have reached the server
    } else {
        ++work.failed;
        if (!sale.failure)
            sale.failure = Sale::Failure{Step::Read, result.error()};
        plan(id);
        Q_EMIT saleChanged(id);
    }
}

void SaleDesk::readTickets(const OrderId &id)
{
    const auto known = m_work.find(id);
    if (known == m_work.end() || known->second.readingTickets.isPending())
        return;
    known->second.readingTickets = m_api.tickets(id, this, [this, id](const Result<QList<Ticket>> &result) {
        Sale &sale = m_sales.at(id);
        if (result && sale.tickets != *result) {
            sale.tickets = *result;
            Q_EMIT saleChanged(id);
        }
    });
}

void SaleDesk::adopt(const Order &order, const ReserveRequest &request, Sale::Origin origin)
{
    Sale sale;
    sale.order = order;
    sale.origin = origin;
    sale.request = request;
    sale.lastAskedAt = m_clock.now();
    if (origin == Sale::Origin::ThisCounter)
        sale.history.append(howItBegan(order, request, m_clock.now()));
    m_sales.insert_or_assign(order.id, std::move(sale));
    plan(order.id);
    Q_EMIT saleAdded(order.id);
}

void SaleDesk::accept(Sale &sale, const Order &order, Step by)
{
    const Instant now = m_clock.now();
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
    if (before.status != OrderStatus::Done && order.status == OrderStatus::Done) {
        m_work[order.id].readingTickets.abandon(); // asked for before they had barcodes
        readTickets(order.id);
    }
    plan(order.id);
}

void SaleDesk::plan(const OrderId &id)
{
    Work &work = m_work[id];
    work.askAt = m_pace.next(m_sales.at(id), m_clock.now(), work.asked, work.failed);
}

void SaleDesk::onSecond()
{
    const Instant now = m_clock.now();
    for (auto &[id, work] : m_work) {
        const bool changing = m_sales.at(id).underWay.has_value();
        if (changing && work.resendAt && *work.resendAt <= now)
            send(id);
        else if (!changing && work.askAt && *work.askAt <= now)
            read(id);
    }
}

} // namespace okoshko
