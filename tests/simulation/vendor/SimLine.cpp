// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/vendor/SimLine.h"

#include "models/api/v1/V1Requests.h"

#include <array>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::sim {

namespace {

constexpr Microseconds travelTime = 30ms;
constexpr Microseconds refusalTime = 5ms;
constexpr Microseconds lossTime = 700ms;
/// The first of each is the ordinary case.
constexpr std::array<Microseconds, 5> jitters{0ms, 7ms, 61ms, 180ms, 650ms};
/// Those of LineFault::Slow and of the others that take time.
constexpr std::array<Microseconds, 4> slownesses{2s, 12s, 25s, 50s};
/// After the client has given up.
constexpr std::array<Microseconds, 4> latenesses{1s, 10s, 45s, 11min};
constexpr std::array<Microseconds, 4> stragglers{2s, 7s, 40s, 5min};

/// When a request reaches the vendor.
enum class Travel {
    Never,
    Now,
    Late,      ///< after the client's time-out
    Straggling ///< after it was cut at the client
};

/// What the client sees.
enum class Ending {
    Answer,         ///< what the vendor says
    SlowAnswer,     ///< … seconds later
    Nothing,        ///< until the time-out
    Refusal,        ///< the row's error, at once
    Cut,            ///< the row's error, soon
    Other,          ///< the row's error, in the time of an answer
    OtherAfter,     ///< the row's error in place of the vendor's answer
    OtherForValue,  ///< … where that is no error
    OtherForAnOrder ///< … and the request was about one order
};

struct FaultRow
{
    Travel travel = Travel::Now;
    Ending ending = Ending::Answer;
    ErrorKind kind = ErrorKind::Abandoned;
    int status = 0;
    std::optional<std::chrono::seconds> retryAfter;
};

FaultRow rowOf(LineFault fault)
{
    switch (fault) {
    case LineFault::None:
        return {Travel::Now, Ending::Answer};
    case LineFault::Slow:
        return {Travel::Now, Ending::SlowAnswer};
    case LineFault::Refused:
        return {Travel::Never, Ending::Refusal, ErrorKind::NoConnection};
    case LineFault::LostBefore:
        return {Travel::Never, Ending::Cut, ErrorKind::ConnectionLost};
    case LineFault::SilentBefore:
        return {Travel::Never, Ending::Nothing};
    case LineFault::LostAfter:
        return {Travel::Now, Ending::OtherAfter, ErrorKind::ConnectionLost};
    case LineFault::SilentAfter:
        return {Travel::Now, Ending::Nothing};
    case LineFault::LateEffect:
        return {Travel::Late, Ending::Nothing};
    case LineFault::LostThenEffect:
        return {Travel::Straggling, Ending::Cut, ErrorKind::ConnectionLost};
    case LineFault::Conflict:
        return {Travel::Never, Ending::Other, ErrorKind::Conflict, 409};
    case LineFault::TooMany:
        return {Travel::Never, Ending::Other, ErrorKind::TooManyRequests, 429};
    case LineFault::TooManyShort:
        return {Travel::Never, Ending::Other, ErrorKind::TooManyRequests, 429, 2s};
    case LineFault::TooManyLong:
        return {Travel::Never, Ending::Other, ErrorKind::TooManyRequests, 429, 3600s};
    case LineFault::ServerFaultBefore:
        return {Travel::Never, Ending::Other, ErrorKind::ServerFault, 502};
    case LineFault::ServerFaultAfter:
        return {Travel::Now, Ending::OtherAfter, ErrorKind::ServerFault, 500};
    case LineFault::NotJsonBefore:
        return {Travel::Never, Ending::Other, ErrorKind::NotJson, 200};
    case LineFault::NotJsonAfter:
        return {Travel::Now, Ending::OtherForValue, ErrorKind::NotJson, 200};
    case LineFault::WrongShapeAfter:
        return {Travel::Now, Ending::OtherForValue, ErrorKind::WrongShape, 200};
    case LineFault::OtherOrderAfter:
        return {Travel::Now, Ending::OtherForAnOrder, ErrorKind::OtherOrder, 200};
    case LineFault::TooLargeAfter:
        return {Travel::Now, Ending::OtherForValue, ErrorKind::TooLarge, 200};
    case LineFault::UnexpectedStatus:
        return {Travel::Never, Ending::Other, ErrorKind::UnexpectedStatus, 418};
    }
    Q_UNREACHABLE();
}

/// Whether such an error says that the vendor has done nothing.
bool isHarmless(ErrorKind kind)
{
    return kind == ErrorKind::NoConnection || kind == ErrorKind::Conflict || kind == ErrorKind::TooManyRequests;
}

/// Whether the answer with such an error is the vendor's, and so has its `Date`.
bool isServers(const FaultRow &row)
{
    const bool isProxys =
        row.kind == ErrorKind::UnexpectedStatus || (row.kind == ErrorKind::NotJson && row.travel == Travel::Never);
    return row.status != 0 && !isProxys;
}

template <size_t size>
Microseconds pick(const std::array<Microseconds, size> &times, Choices &choices, Choices::Label label)
{
    return times[static_cast<size_t>(choices.choose(static_cast<int>(size), label))];
}

ApiError failed(ErrorKind kind, Effect effect, int httpStatus = 0)
{
    ApiError error;
    error.kind = kind;
    error.effect = effect;
    error.httpStatus = httpStatus;
    return error;
}

} // namespace

/// A call and its request.
struct SimLine::Flight
{
    SimRequest request;
    Call call;
    QPointer<QObject> context;
    Deliver deliver;
    Microseconds sentAt{0};
    Microseconds clockAtSending{0};
    bool hasEnded = false;
    Scheduler::TaskId timeout = 0;
    SimAnswer answer; ///< what it ends with, once that is on its way
    From answeredBy = From::Elsewhere;
    Instant date{}; ///< the server's, in whole seconds

    /// What a change may have done when no good answer comes.
    [[nodiscard]] Effect effect() const { return isChange(request.kind) ? Effect::Possible : Effect::None; }
};

SimLine::SimLine(int counter, SimScheduler &scheduler, Choices &choices, const SimRates &rates,
                 const SimWindows &windows, VendorLog &log, SimVendor &vendor)
    : m_counter(counter)
    , m_scheduler(scheduler)
    , m_choices(choices)
    , m_rates(rates)
    , m_windows(windows)
    , m_log(log)
    , m_vendor(vendor)
{
}

Microseconds SimLine::patience(RequestKind kind)
{
    switch (kind) {
    case RequestKind::Events:
    case RequestKind::Seats:
    case RequestKind::Orders:
        return v1::listLimits.time;
    case RequestKind::Reserve:
        return v1::createLimits.time;
    case RequestKind::ChoosePayment:
    case RequestKind::StartPayment:
    case RequestKind::StartPaymentWith:
    case RequestKind::Change:
    case RequestKind::Confirm:
    case RequestKind::Cancel:
        return v1::changeLimits.time;
    case RequestKind::Order:
    case RequestKind::Tickets:
        return v1::orderLimits.time;
    }
    Q_UNREACHABLE();
}

void SimLine::feedClock()
{
    if (m_clock) {
        const Microseconds now = m_clock->monotonicNow();
        m_clock->addSample(std::chrono::floor<std::chrono::seconds>(m_vendor.now()), now - 2 * travelTime, now);
    }
}

template <class T>
Call SimLine::ask(const SimRequest &request, QObject *context, Then<T> then)
{
    return send(request, context, [then = std::move(then)](const SimAnswer &answer) {
        if (const T *value = std::get_if<T>(&answer))
            then(Result<T>(*value));
        else
            then(tl::make_unexpected(std::get<ApiError>(answer)));
    });
}

Call SimLine::events(QObject *context, TakeEvents take, Then<EventListEnd> then)
{
    SimRequest request;
    request.kind = RequestKind::Events;
    return ask<QList<Event>>(request, context,
                             [take = std::move(take), then = std::move(then)](const Result<QList<Event>> &events) {
                                 if (events)
                                     take(*events);
                                 then(events.map([](const QList<Event> &) { return EventListEnd(); }));
                             });
}

Call SimLine::event(const EventId &event, QObject *context, Then<Event> then)
{
    SimRequest request;
    request.kind = RequestKind::Events;
    return ask<QList<Event>>(request, context, [event, then = std::move(then)](const Result<QList<Event>> &events) {
        if (!events)
            return then(tl::unexpected(events.error()));
        for (const Event &each : *events) {
            if (each.id == event)
                return then(each);
        }
        then(tl::unexpected(failed(ErrorKind::NotFound, Effect::None, 404)));
    });
}

Call SimLine::seats(const EventId &event, ChooseSeats choose, QObject *context, Then<SeatChoice> then)
{
    SimRequest request;
    request.kind = RequestKind::Seats;
    request.event = event;
    return ask<QList<HallSeat>>(
        request, context, [choose = std::move(choose), then = std::move(then)](const Result<QList<HallSeat>> &hall) {
            then(hall.map(choose));
        });
}

Call SimLine::reserve(const ReserveRequest &wanted, QObject *context, Then<Order> then)
{
    SimRequest request;
    request.kind = RequestKind::Reserve;
    request.reserve = wanted;
    return ask(request, context, std::move(then));
}

Call SimLine::choosePayment(const OrderId &order, const PaymentChoice &choice, QObject *context, Then<Order> then)
{
    SimRequest request;
    request.kind = RequestKind::ChoosePayment;
    request.order = order;
    request.choice = choice;
    return ask(request, context, std::move(then));
}

Call SimLine::startPayment(const OrderId &order, QObject *context, Then<Order> then)
{
    SimRequest request;
    request.kind = RequestKind::StartPayment;
    request.order = order;
    return ask(request, context, std::move(then));
}

Call SimLine::startPaymentWith(const OrderId &order, const PaymentChoice &choice, QObject *context, Then<Order> then)
{
    SimRequest request;
    request.kind = RequestKind::StartPaymentWith;
    request.order = order;
    request.choice = choice;
    return ask(request, context, std::move(then));
}

Call SimLine::change(const OrderId &order, const OrderChange &change, QObject *context, Then<Order> then)
{
    SimRequest request;
    request.kind = RequestKind::Change;
    request.order = order;
    request.change = change;
    return ask(request, context, std::move(then));
}

Call SimLine::confirm(const OrderId &order, QObject *context, Then<Order> then)
{
    SimRequest request;
    request.kind = RequestKind::Confirm;
    request.order = order;
    return ask(request, context, std::move(then));
}

Call SimLine::cancel(const OrderId &order, QObject *context, Then<Order> then)
{
    SimRequest request;
    request.kind = RequestKind::Cancel;
    request.order = order;
    return ask(request, context, std::move(then));
}

Call SimLine::order(const OrderId &order, QObject *context, Then<Order> then)
{
    SimRequest request;
    request.kind = RequestKind::Order;
    request.order = order;
    return ask(request, context, std::move(then));
}

Call SimLine::orders(const OrderQuery &query, QObject *context, Then<OrderList> then)
{
    SimRequest request;
    request.kind = RequestKind::Orders;
    request.query = query;
    return ask(request, context, std::move(then));
}

Call SimLine::tickets(const OrderId &order, QObject *context, Then<QList<Ticket>> then)
{
    SimRequest request;
    request.kind = RequestKind::Tickets;
    request.order = order;
    return ask(request, context, std::move(then));
}

Call SimLine::legal(const PartnerId &, QObject *context, Then<Legal> then)
{
    // The rules of selling do not ask for it: it fails and takes time like the events.
    SimRequest request;
    request.kind = RequestKind::Events;
    return ask<QList<Event>>(request, context, [then = std::move(then)](const Result<QList<Event>> &events) {
        then(events.map([](const QList<Event> &) { return Legal{.name = u"ООО «Сцена»"_s, .inn = u"7700000000"_s}; }));
    });
}

std::optional<ApiError> SimLine::blocked() const
{
    using Kind = SimWindow::Kind;
    const auto isOpen = [&](Kind kind) { return m_windows.isOpen(kind, m_counter, m_scheduler.now()); };
    if (isOpen(Kind::NoConnection))
        return failed(ErrorKind::NoConnection, Effect::None);
    if (isOpen(Kind::HostUnknown))
        return failed(ErrorKind::HostUnknown, Effect::None);
    if (isOpen(Kind::Proxy))
        return failed(ErrorKind::Proxy, Effect::None, 407);
    if (isOpen(Kind::Tls))
        return failed(ErrorKind::Tls, Effect::None);
    return std::nullopt;
}

LineFault SimLine::drawFault(int number)
{
    using Kind = SimWindow::Kind;
    const auto isOpen = [&](Kind kind) { return m_windows.isOpen(kind, m_counter, m_scheduler.now()); };
    if (isOpen(Kind::Silence))
        return LineFault::SilentBefore;
    if (isOpen(Kind::MuteAnswers))
        return LineFault::SilentAfter;
    if (isOpen(Kind::Overloaded))
        return LineFault::TooMany;
    if (isOpen(Kind::ServerFault))
        return LineFault::ServerFaultBefore;
    if (isOpen(Kind::Slow))
        return LineFault::Slow;
    return static_cast<LineFault>(
        m_choices.weighted(m_rates.line, Choices::ofRequest("line.fault", m_counter, number)));
}

Microseconds SimLine::jitter(const char *what, int number)
{
    return jitters[static_cast<size_t>(m_choices.unusual(m_rates.jitter, static_cast<int>(jitters.size()) - 1,
                                                         Choices::ofRequest(what, m_counter, number)))];
}

Call SimLine::send(const SimRequest &request, QObject *context, Deliver deliver)
{
    Q_ASSERT(context);
    const auto flight = std::make_shared<Flight>();
    flight->request = request;
    flight->request.counter = m_counter;
    flight->request.number = m_log.addRequest(m_counter, request.kind, request.order, m_scheduler.now()).number;
    flight->call = Call::begin();
    flight->context = context;
    flight->deliver = std::move(deliver);
    flight->sentAt = m_scheduler.now();
    flight->clockAtSending = m_clock ? m_clock->monotonicNow() : Microseconds(0);
    ++m_underWay;
    const int number = flight->request.number;
    if (const std::optional<ApiError> error = blocked()) {
        endLater(flight, refusalTime, *error);
        return flight->call;
    }
    flight->timeout = m_scheduler.add(flight->sentAt + patience(request.kind), [this, flight] {
        flight->timeout = 0;
        end(flight, failed(ErrorKind::TimedOut, flight->effect()));
    });

    const LineFault fault = drawFault(number);
    const FaultRow row = rowOf(fault);
    const Microseconds travel = travelTime + jitter("line.up", number);
    if (row.ending == Ending::Refusal)
        endLater(flight, refusalTime, errorOf(*flight, fault));
    else if (row.ending == Ending::Cut)
        endLater(flight, lossTime, errorOf(*flight, fault));
    else if (row.ending == Ending::Other)
        endLater(flight, travel + travelTime, errorOf(*flight, fault), isServers(row) ? From::Server : From::Elsewhere);

    switch (row.travel) {
    case Travel::Never:
        break;
    case Travel::Now:
        pass(flight, travel, fault);
        break;
    case Travel::Late:
        pass(flight,
             patience(request.kind) + pick(latenesses, m_choices, Choices::ofRequest("line.late", m_counter, number)),
             fault);
        break;
    case Travel::Straggling:
        pass(flight, pick(stragglers, m_choices, Choices::ofRequest("line.straggler", m_counter, number)), fault);
        break;
    }
    return flight->call;
}

ApiError SimLine::errorOf(const Flight &flight, LineFault fault)
{
    const FaultRow row = rowOf(fault);
    // Only a change to an order can conflict with another.
    if (row.kind == ErrorKind::Conflict && (!isChange(flight.request.kind) || flight.request.order.isNull()))
        return failed(ErrorKind::ServerFault, flight.effect(), 500);
    ApiError error = failed(row.kind, isHarmless(row.kind) ? Effect::None : flight.effect(), row.status);
    error.retryAfter = row.retryAfter;
    if (row.kind == ErrorKind::WrongShape)
        error.field = u"values.full"_s;
    return error;
}

void SimLine::pass(const FlightPtr &flight, Microseconds travel, LineFault fault)
{
    m_scheduler.post(m_scheduler.now() + travel, [this, flight, fault] {
        if (m_windows.isOpen(SimWindow::Kind::KeyUnknown, m_counter, m_scheduler.now())) {
            answered(flight, failed(ErrorKind::Unauthorized, Effect::None, 401), fault);
            return;
        }
        m_vendor.submit(SimRequestPtr(flight, &flight->request),
                        [this, flight, fault](const SimAnswer &answer) { answered(flight, answer, fault); });
    });
}

void SimLine::answered(const FlightPtr &flight, const SimAnswer &answer, LineFault fault)
{
    if (flight->hasEnded)
        return;
    const FaultRow row = rowOf(fault);
    const int number = flight->request.number;
    const Microseconds travel = travelTime + jitter("line.down", number);
    const bool isValue = !std::holds_alternative<ApiError>(answer);
    const bool isReplaced = row.ending == Ending::OtherAfter || (row.ending == Ending::OtherForValue && isValue) ||
                            (row.ending == Ending::OtherForAnOrder && isValue && !flight->request.order.isNull());
    if (isReplaced) {
        endLater(flight, travel, errorOf(*flight, fault), isServers(row) ? From::Server : From::Elsewhere);
    } else if (row.ending == Ending::SlowAnswer) {
        const Microseconds more = pick(slownesses, m_choices, Choices::ofRequest("line.slow", m_counter, number));
        endLater(flight, travel + more, answer, From::Server);
    } else if (row.ending != Ending::Nothing && row.ending != Ending::Cut) {
        endLater(flight, travel, answer, From::Server);
    }
}

void SimLine::endLater(const FlightPtr &flight, Microseconds delay, const SimAnswer &answer, From from)
{
    flight->answer = answer;
    flight->answeredBy = from;
    flight->date = std::chrono::floor<std::chrono::seconds>(m_vendor.now());
    m_scheduler.post(m_scheduler.now() + delay, [this, flight] {
        if (flight->hasEnded)
            return;
        if (flight->answeredBy == From::Server && m_clock)
            m_clock->addSample(flight->date, flight->clockAtSending, m_clock->monotonicNow());
        end(flight, flight->answer);
    });
}

void SimLine::end(const FlightPtr &flight, const SimAnswer &answer)
{
    if (flight->hasEnded)
        return;
    flight->hasEnded = true;
    m_scheduler.remove(std::exchange(flight->timeout, 0));
    --m_underWay;

    VendorLogRequest &record = m_log.request(m_counter, flight->request.number);
    record.endedAt = m_scheduler.now();
    if (!flight->context || !flight->call.isPending()) {
        record.end = VendorLogRequest::End::Dropped;
        return;
    }
    flight->call.end();
    if (const ApiError *known = std::get_if<ApiError>(&answer)) {
        ApiError error = *known;
        error.requestId = u"c%1-%2"_s.arg(m_counter).arg(flight->request.number);
        record.end = VendorLogRequest::End::Error;
        record.error = error.kind;
        record.effect = error.effect;
        record.httpStatus = error.httpStatus;
        flight->deliver(error);
    } else {
        record.end = VendorLogRequest::End::Value;
        flight->deliver(answer);
    }
}

} // namespace okoshko::sim
