// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/ReservationFlow.h"

#include "models/sale/SaleContext.h"

#include "models/sale/SaleHistory.h"
#include "models/sale/SaleJournal.h"
#include "models/sale/SeatPicker.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

Q_LOGGING_CATEGORY(saleLog, "okoshko.sale")

namespace {

using Field = Order::Field;

bool refusesSeatList(const ApiError &error)
{
    return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::BadRequest;
}

bool isOfAnotherEvent(const Order &order, const ReserveRequest &request)
{
    return order.has(Field::Event) && !order.event.isNull() && order.event != request.event;
}

bool areOf(const QList<TicketId> &tickets, const ReserveRequest &request)
{
    return std::all_of(tickets.cbegin(), tickets.cend(),
                       [&request](const TicketId &ticket) { return request.tickets.contains(ticket); });
}

/// An empty order is cancelled (vendor documentation).
SaleGoal goalOf(const Order &order, SaleGoal wanted)
{
    return order.holdsNoTicket() ? SaleGoal::Release : wanted;
}

} // namespace

ReservationFlow::ReservationFlow(SaleContext &context, Attempt attempt, const ReserveRequest &request, TakenBy takenBy,
                                 QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_attempt(attempt)
    , m_asked(request)
    , m_takenBy(std::move(takenBy))
    , m_retry(context.scheduler)
    , m_limit(context.scheduler)
    , m_look(context.scheduler)
{
}

ReservationFlow::~ReservationFlow() = default;

void ReservationFlow::begin()
{
    if (m_asked.seats == ReserveRequest::Seats::Pick)
        pickSeats();
    else
        record(m_asked);
}

void ReservationFlow::pickSeats()
{
    m_state = State::Picking;
    const auto choose = [wanted = m_asked.random](const QList<HallSeat> &hall) {
        return okoshko::pickSeats(hall, wanted);
    };
    m_call = m_context.api.seats(m_asked.event, choose, this, [this](const Result<SeatChoice> &choice) {
        // If the vendor does not list the seats, random tickets are requested; the server decides.
        const bool isListed = choice ? choice->listed == SeatChoice::Listed::Yes : !refusesSeatList(choice.error());
        if (!isListed)
            return record(m_asked);
        if (!choice) {
            m_context.noteAnswer(&choice.error());
            if (!waits(choice.error(), [this] { pickSeats(); }))
                refuse(choice.error());
            return;
        }
        ReserveRequest chosen;
        chosen.event = m_asked.event;
        chosen.eventTitle = m_asked.eventTitle;
        chosen.promoCodes = m_asked.promoCodes;
        chosen.tickets = choice->tickets;
        if (!chosen.tickets.isEmpty())
            return record(chosen);
        Q_EMIT nothingLeft();
        end();
    });
}

void ReservationFlow::record(const ReserveRequest &request)
{
    m_state = State::Recording;
    m_retry.reset();
    m_intent = {.id = m_context.journal.newIntent(),
                .verb = Intent::Verb::Reserve,
                .request = request,
                .at = m_context.clock.isSynchronised() ? m_context.now() : Instant()};
    m_context.journal.intend({m_intent}, this, [this](const Journaled<void> &recorded) {
        if (!recorded) {
            Q_EMIT failed(notRecorded(recorded.error()));
            return end();
        }
        if (m_isLeft)
            return refuse({.kind = ErrorKind::Abandoned});
        m_sent = m_context.scheduler.now();
        send();
    });
}

void ReservationFlow::send()
{
    m_state = State::OnWire;
    const quint64 asked = m_context.nextQuestion();
    m_create = m_context.api.reserve(m_intent.request, this,
                                     [this, asked](const Result<Order> &result) { onAnswered(asked, result); });
    m_limit.start(m_context.policy.createLimit,
                  [this] { lose({.kind = ErrorKind::TimedOut, .effect = Effect::Possible}); });
}

void ReservationFlow::onAnswered(quint64 asked, const Result<Order> &result)
{
    m_limit.stop();
    m_context.noteAnswer(result ? nullptr : &result.error());
    if (m_state != State::OnWire)
        return onAnsweredLate(asked, result);
    if (result && isAnswer(*result))
        return becomeOrder(asked, *result, goal());
    if (result)
        return lose({.kind = ErrorKind::OtherOrder, .effect = Effect::Possible});
    const ApiError &error = result.error();
    if (error.effect == Effect::Possible)
        return lose(error);
    if (m_isLeft || !waits(error, [this] { send(); }))
        refuse(error);
}

Reserved ReservationFlow::answeredWith(quint64 asked, const Order &order, SaleGoal goal) const
{
    return {m_attempt,
            order,
            asked,
            m_asked,
            m_intent,
            goalOf(order, goal),
            Reserved::How::Answered,
            {howItBegan(order, m_asked, m_context.now())}};
}

void ReservationFlow::becomeOrder(quint64 asked, const Order &order, SaleGoal goal)
{
    m_state = State::Ended;
    Q_EMIT made(answeredWith(asked, order, goal));
    end();
}

/// The answer counted as lost; but an answered order is certainly of this counter.
void ReservationFlow::onAnsweredLate(quint64 asked, const Result<Order> &result)
{
    if (m_state == State::Claiming) { // a claim of this or another order is being written
        if (result && result->id != m_claiming && isAnswer(*result))
            m_late = {asked, *result};
        if (!result &&
            result.error().effect == Effect::None) // nothing was made: the claimed order is another counter's
            m_isDisclaimed = true;
        return;
    }
    // The answer replaces a claim that is still being read.
    const OrderId claiming = std::exchange(m_claiming, OrderId());
    const bool isMade = result && isAnswer(*result);
    const bool isRefused = !result && result.error().effect == Effect::None;
    if (m_state == State::Awaiting)
        return isMade ? becomeOrder(asked, *result, goal()) : end();
    if (!isMade && !isRefused) {
        m_claiming = claiming;
        return; // the search goes on
    }
    qCInfo(saleLog).noquote() << "reservation" << m_attempt << "was answered late";
    m_context.journal.resolve(m_issue, u"server"_s);
    if (isMade)
        becomeOrder(asked, *result, result->id == claiming ? m_claimGoal : goal());
    else
        refuse(result.error());
}

bool ReservationFlow::waits(const ApiError &error, std::function<void()> again)
{
    const Microseconds deadline =
        (m_sent > Microseconds(0) ? m_sent : m_context.scheduler.now()) + m_context.policy.assumedHold;
    if (!asksToWait(error) || !m_retry.again(m_context.policy.conflict, m_context.random.generate(), error.retryAfter,
                                             deadline, std::move(again)))
        return false;
    m_state = State::Waiting;
    Q_EMIT delayed(error, m_retry.due() - m_context.scheduler.now());
    return true;
}

// A create names no order, so its answer cannot be verified by an id. An order that is known already, has other content
// or has progressed belongs to another request (mixed-up answers) and is not accepted.
bool ReservationFlow::isAnswer(const Order &order) const
{
    const ReserveRequest &request = m_intent.request;
    const bool isUsed =
        order.has(Field::Status) && order.status != OrderStatus::Executed && order.status != OrderStatus::Unknown;
    if (order.id.isNull() || isOfAnotherEvent(order, request) || isUsed || m_takenBy(order.id) != Taken::No ||
        order.tickets.size() > request.wantedCount())
        return false;
    return request.tickets.isEmpty() || areOf(order.tickets, request);
}

/// Nothing was made.
void ReservationFlow::refuse(const ApiError &error)
{
    qCInfo(saleLog).noquote() << "reservation" << m_attempt << error.requestId << error.toLogLine();
    if (m_intent.id != 0)
        m_context.journal.keep({Conclusion{m_intent.id, IntentResult::Refused, {}}});
    Q_EMIT failed(error);
    end();
}

void ReservationFlow::end()
{
    m_state = State::Ended;
    m_retry.reset();
    m_limit.stop();
    m_look.stop();
    m_call.abandon();
    Q_EMIT ended();
}

void ReservationFlow::leave()
{
    m_isLeft = true;
    m_claimGoal = SaleGoal::Release;
    switch (m_state) {
    case State::Picking:
        return end();
    case State::Waiting:
        return refuse({.kind = ErrorKind::Abandoned});
    case State::Recording: // will not be sent after the recording
    case State::OnWire:    // its answer decides
    case State::Searching:
    case State::Claiming:
    case State::Awaiting:
    case State::Ended:
        return;
    }
}

// The create without an answer ---------------------------------------------------------------------------------------

void ReservationFlow::lose(const ApiError &error)
{
    qCInfo(saleLog).noquote() << "reservation" << m_attempt << error.requestId << error.toLogLine();
    m_lost = error;
    m_givenUp = m_context.scheduler.now();
    m_state = State::Searching;
    noteIssue({Conclusion{m_intent.id, IntentResult::Unknown, {}}});
    Q_EMIT searching(error);
    planLook();
}

/// The search ends; presumably nothing was made.
void ReservationFlow::endSearch()
{
    if (!m_create.isPending())
        return end();
    m_state = State::Awaiting;
    m_isLeft = true;
    m_issue = 0;
    m_look.stop();
    m_call.abandon();
}

void ReservationFlow::restore(const Intent &intent, qint64 issue)
{
    m_intent = intent;
    m_asked = intent.request;
    m_issue = issue;
    m_isLeft = true;
    m_isRestored = true;
    m_lost = {.kind = ErrorKind::ConnectionLost};
    m_givenUp = m_context.scheduler.now();
    m_state = State::Searching;
    noteIssue({});
    look();
}

std::optional<ReservationFlow::Window> ReservationFlow::window() const
{
    const SalePolicy &policy = m_context.policy;
    if (m_isRestored) {
        if (m_intent.at == Instant())
            return std::nullopt; // the server's time was unknown then
        // It is unknown how long the earlier run waited: the create may have been sent up to assumedHold later, and may
        // have taken effect later still.
        return Window{m_intent.at - policy.candidateBefore,
                      m_intent.at + policy.assumedHold + policy.lateEffect + policy.candidateAfter};
    }
    if (!m_context.clock.isSynchronised())
        return std::nullopt;
    // The server's time may have become known after the sending.
    const Microseconds now = m_context.scheduler.now();
    return Window{m_context.now() - (now - m_sent) - policy.candidateBefore,
                  m_context.now() - (now - m_givenUp) + policy.candidateAfter};
}

void ReservationFlow::noteIssue(const QList<JournalEntry> &with)
{
    Issue issue{.kind = Issue::Kind::UnknownReservation,
                .event = m_asked.event,
                .wanted = m_asked.wantedCount(),
                .intent = m_intent.id,
                .since = m_intent.at == Instant() ? m_context.now() : m_intent.at};
    for (const Candidate &candidate : m_candidates)
        issue.candidates << candidate.order.id;
    m_issue = m_context.journal.raise(issue, with);
}

void ReservationFlow::retryNow()
{
    if (m_state == State::Searching && !m_call.isPending() && m_claiming.isNull())
        look();
}

void ReservationFlow::keepAll()
{
    if (m_state == State::Searching)
        m_context.journal.keep({m_intent, Conclusion{m_intent.id, IntentResult::Unknown, {}}});
    else if (m_intent.id != 0 &&
             (m_state == State::OnWire || m_state == State::Waiting)) // otherwise it waits for the seats
        m_context.journal.keep({m_intent});
}

void ReservationFlow::planLook()
{
    const auto &looks = m_context.policy.looks;
    if (m_failedLooks == 0 && m_looks < looks.size()) {
        m_look.start(looks.at(m_looks), [this] { look(); });
        return;
    }
    const int growth = m_failedLooks > 0 ? m_failedLooks : m_looks - static_cast<int>(looks.size());
    m_look.start(m_context.policy.look.pause(growth, m_context.random.generate()), [this] { look(); });
}

void ReservationFlow::look()
{
    m_look.stop();
    OrderQuery query;
    query.event = m_intent.request.event;
    m_lookedFor = window();
    if (const auto &when = m_lookedFor) {
        query.createdFrom = when->from;
        query.createdUntil = when->until;
    }
    m_lookedAt = m_context.scheduler.now();
    m_call = m_context.api.orders(query, this, [this](const Result<OrderList> &list) { onLooked(list); });
}

void ReservationFlow::onLooked(const Result<OrderList> &list)
{
    m_context.noteAnswer(list ? nullptr : &list.error());
    if (!list) {
        if (++m_failedLooks == m_context.policy.readsUntilIssue && m_candidates.isEmpty())
            Q_EMIT candidatesChanged();
        planLook();
        if (const auto &wait = list.error().retryAfter; wait && m_look.due() - m_context.scheduler.now() < *wait)
            m_look.start(std::min<Microseconds>(*wait, longestRetryAfter), [this] { look(); });
        return;
    }
    ++m_looks;
    m_failedLooks = 0;
    QList<Candidate> candidates;
    for (const Order &order : list->orders) {
        if (!mayBe(order))
            continue;
        const Candidate *known = candidate(order.id);
        candidates.append({order, known ? known->tickets : QList<Ticket>()});
    }
    if (candidates != std::exchange(m_candidates, candidates)) {
        noteIssue({});
        Q_EMIT candidatesChanged();
        if (m_state != State::Searching)
            return;
    }
    constexpr qsizetype max = 8; // limit of the displayed candidates
    for (const Candidate &candidate : candidates.mid(0, max)) {
        if (candidate.tickets.isEmpty())
            readSeats(candidate.order.id);
    }
    if (!m_candidates.isEmpty() || !m_claiming.isNull() || !isHeldNoMore(*list))
        return planLook();
    m_context.journal.resolve(m_issue, u"server"_s, {Conclusion{m_intent.id, IntentResult::Refused, {}}});
    ApiError error = m_lost;
    error.effect = Effect::None;
    error.detail = u"looked for, and not there"_s;
    Q_EMIT failed(error);
    endSearch();
}

bool ReservationFlow::isHeldNoMore(const OrderList &list) const
{
    // An empty list is no proof while a slow server may still act, and a cut one never is; but after assumedHold every
    // unclaimed order has expired.
    const Microseconds past = m_lookedAt - m_givenUp; // since the start of the search in this run
    // Nor is a list whose time window was based on a wrong clock.
    const auto when = window();
    const bool isRight = !m_lookedFor || !when ||
                         std::chrono::abs(when->from - m_lookedFor->from) < m_context.policy.candidateBefore / 2;
    // Nor while a candidate is being claimed for another reservation, which may fail.
    const bool isOpen = std::any_of(list.orders.cbegin(), list.orders.cend(),
                                    [this](const Order &order) { return m_takenBy(order.id) == Taken::Perhaps; });
    return isRight && !isOpen && past >= m_context.policy.candidateAfter &&
           (list.extent == ListExtent::Whole ||
            past >= Microseconds(m_context.policy.candidateAfter) + m_context.policy.assumedHold);
}

void ReservationFlow::readSeats(const OrderId &id)
{
    m_context.api.tickets(id, this, [this, id](const Result<QList<Ticket>> &tickets) {
        Candidate *known = candidate(id);
        if (m_state != State::Searching || !tickets || !known || known->tickets == *tickets)
            return;
        known->tickets = *tickets;
        Q_EMIT candidatesChanged();
    });
}

bool ReservationFlow::mayBe(const Order &order) const
{
    const ReserveRequest &request = m_intent.request;
    const auto when = window();
    const bool isInTime =
        !order.createdAt || !when || (*order.createdAt >= when->from && *order.createdAt <= when->until);
    // Our order has had no further step: it must still be a hold.
    const bool isUsed = order.has(Field::Status) && order.status != OrderStatus::Executed;
    if (isOfAnotherEvent(order, request) || !isInTime || isUsed || m_takenBy(order.id) != Taken::No)
        return false;
    const bool isOver = order.reservedTill && *order.reservedTill <= m_context.now();
    if (isOver || order.tickets.size() > request.wantedCount())
        return false;
    if (!request.tickets.isEmpty())
        return areOf(order.tickets, request);
    const auto sets = order.rules.keys();
    return std::all_of(sets.cbegin(), sets.cend(), [&request](const SetId &set) {
        return std::any_of(request.random.cbegin(), request.random.cend(),
                           [&set](const WantedTickets &part) { return part.set == set; });
    });
}

void ReservationFlow::claim(const OrderId &id, SaleGoal goal)
{
    if (m_state == State::Claiming && id == m_claiming && !m_isDisclaimed) {
        m_claimGoal = goal;
        return;
    }
    if (m_state != State::Searching)
        return Q_EMIT claimFailed({.kind = ErrorKind::Abandoned}); // an earlier claim is being written
    const Candidate *known = candidate(id);
    if (!known || (id != m_claiming && m_takenBy(id) != Taken::No)) { // since it was displayed
        Q_EMIT claimFailed({.kind = ErrorKind::OtherOrder});
        return Q_EMIT candidatesChanged();
    }
    m_claiming = id;
    m_claimGoal = goal;
    m_look.stop();
    m_call.abandon();
    // The displayed data may be minutes old: another counter may have continued with its order.
    const quint64 asked = m_context.nextQuestion();
    m_call = m_context.api.order(id, this, [this, seen = known->order, asked](const Result<Order> &result) {
        m_context.noteAnswer(result ? nullptr : &result.error());
        const OrderId claimed =
            std::exchange(m_claiming, OrderId()); // otherwise takenBy() would report it as taken by this flow
        const Order order = result ? merged(seen, *result) : Order();
        if (!result || !mayBe(order)) {
            if (result)
                Q_EMIT otherOrderSeen(order, asked);
            Q_EMIT claimFailed(result ? ApiError{.kind = ErrorKind::OtherOrder} : result.error());
            Q_EMIT candidatesChanged(); // they can be claimed again
            return look();
        }
        m_claiming = claimed;
        recordClaim(order, asked);
    });
}

void ReservationFlow::recordClaim(const Order &order, quint64 asked)
{
    m_state = State::Claiming;
    const OrderId id = order.id;
    const Instant now = m_context.now();
    JournaledSale sale;
    sale.order = order;
    sale.request = m_asked;
    sale.goal = goalOf(order, m_claimGoal);
    const HistoryEntry began = howItBegan(order, m_asked, now);
    const HistoryEntry claimed{.at = now, .what = HistoryEntry::What::Claimed, .till = order.reservedTill};
    const Reserved reserved{m_attempt,       order, asked, m_asked, m_intent, sale.goal, Reserved::How::Claimed,
                            {began, claimed}};
    // Sends nothing: shown once written.
    m_context.journal.resolve(
        m_issue, u"ours"_s,
        {Conclusion{m_intent.id, IntentResult::Done, id}, sale, toRecord(began, id), toRecord(claimed, id)}, this,
        [this, sale, reserved] { onClaimWritten(sale, reserved); });
}

void ReservationFlow::onClaimWritten(JournaledSale sale, Reserved reserved)
{
    // If another order turned out to be ours, or the claim was withdrawn, this order is not ours: it is not released
    // but expires.
    const bool isLeftAlone = m_late || m_isDisclaimed;
    reserved.goal = isLeftAlone ? SaleGoal::Sell : goalOf(reserved.order, m_claimGoal);
    if (sale.goal != reserved.goal) { // also written before it is shown
        sale.goal = reserved.goal;
        m_context.journal.keep({sale}, this, [this, sale, reserved] { onClaimWritten(sale, reserved); });
        return;
    }
    m_state = State::Ended;
    if (m_late)
        Q_EMIT made(answeredWith(m_late->first, m_late->second, goal()));
    Q_EMIT made(reserved);
    end();
}

Candidate *ReservationFlow::candidate(const OrderId &id)
{
    const auto it = std::find_if(m_candidates.begin(), m_candidates.end(),
                                 [&id](const Candidate &each) { return each.order.id == id; });
    return it == m_candidates.end() ? nullptr : &*it;
}

void ReservationFlow::noteTaken(const OrderId &order)
{
    const auto isIt = [&order](const Candidate &each) { return each.order.id == order; };
    if (m_state != State::Searching || order == m_claiming || m_candidates.removeIf(isIt) == 0)
        return;
    noteIssue({});
    Q_EMIT candidatesChanged();
}

ReservationFlow::DisclaimResult ReservationFlow::disclaim(const QString &how)
{
    if (m_state != State::Searching) {
        m_isDisclaimed = m_isDisclaimed || m_state == State::Claiming;
        return DisclaimResult::TooLate;
    }
    m_claiming = {};
    m_context.journal.resolve(m_issue, how, {Conclusion{m_intent.id, IntentResult::Refused, {}}});
    endSearch();
    return DisclaimResult::Done;
}

} // namespace okoshko
