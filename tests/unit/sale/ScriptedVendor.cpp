// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/sale/ScriptedVendor.h"

#include <QPointer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test {

namespace {

void failTest(const QString &why)
{
    QTest::qFail(qPrintable(u"the vendor was not told: "_s + why), __FILE__, __LINE__);
}

QString numbered(const QString &kind, int n)
{
    return kind + QString::number(n).rightJustified(24 - kind.size(), u'0');
}

} // namespace

EventId eventId(int n)
{
    return *EventId::parse(numbered(u"event"_s, n));
}

SetId setId(int n)
{
    return *SetId::parse(numbered(u"set"_s, n));
}

ReserveRequest wanting(int count)
{
    return {.event = eventId(), .eventTitle = u"The Seagull"_s, .random = {{setId(), count}}};
}

ApiError lost()
{
    return {.kind = ErrorKind::TimedOut, .effect = Effect::Possible};
}

ApiError offline()
{
    return {.kind = ErrorKind::NoConnection};
}

ApiError answered(int httpStatus, std::optional<std::chrono::seconds> retryAfter)
{
    static const std::map<int, ErrorKind> kinds{{400, ErrorKind::BadRequest},  {401, ErrorKind::Unauthorized},
                                                {403, ErrorKind::Forbidden},   {404, ErrorKind::NotFound},
                                                {409, ErrorKind::Conflict},    {429, ErrorKind::TooManyRequests},
                                                {500, ErrorKind::ServerFault}, {503, ErrorKind::ServerFault}};
    ApiError error{.kind = kinds.at(httpStatus), .httpStatus = httpStatus};
    if (error.kind == ErrorKind::ServerFault)
        error.effect = Effect::Possible;
    error.retryAfter = retryAfter;
    return error;
}

ScriptedVendor::ScriptedVendor(ManualScheduler &scheduler)
    : m_scheduler(scheduler)
    , m_begin(*parseInstant(u"2026-05-12T09:00:00Z"_s) - scheduler.now())
{
}

ScriptedVendor::~ScriptedVendor() = default;

Order &ScriptedVendor::at(const OrderId &id)
{
    expire();
    const auto it = m_orders.find(id);
    if (it != m_orders.end())
        return it->second;
    failTest(u"of an order "_s + id.toString());
    static okoshko::Order none;
    return none = {};
}

QList<OrderId> ScriptedVendor::all() const
{
    QList<OrderId> ids;
    for (const auto &[id, order] : m_orders)
        ids << id;
    return ids;
}

void ScriptedVendor::pay(const OrderId &id)
{
    okoshko::Order &order = at(id);
    order.status = OrderStatus::Done;
    order.statusWord = toWord(order.status);
}

void ScriptedVendor::expire()
{
    for (auto &[id, order] : m_orders) {
        if (!expires || !isHeld(order.status) || !order.reservedTill || *order.reservedTill > now())
            continue;
        order.status = OrderStatus::Expired;
        order.statusWord = toWord(order.status);
        order.reservedTill.reset();
    }
}

Order &ScriptedVendor::make(const ReserveRequest &request)
{
    okoshko::Order order;
    order.number = ++m_lastNumber;
    order.id = *OrderId::parse(numbered(u"order"_s, m_lastNumber));
    order.event = request.event;
    order.status = OrderStatus::Executed;
    order.statusWord = toWord(order.status);
    order.createdAt = order.updatedAt = now();
    order.reservedTill = now() + hold;
    order.tickets = request.tickets;
    setRandom(order, request.random);
    setPrice(order);
    return m_orders[order.id] = order;
}

void ScriptedVendor::setRandom(okoshko::Order &order, const QList<WantedTickets> &wanted)
{
    for (const WantedTickets &part : wanted) {
        QList<TicketId> held;
        for (const TicketId &id : std::as_const(order.tickets)) {
            if (m_sets.contains(id) && m_sets.at(id) == part.set)
                held << id;
        }
        for (; held.size() > part.count; ++vacant)
            order.tickets.removeOne(held.takeLast());
        for (; held.size() < part.count && vacant > 0; --vacant) {
            held << *TicketId::parse(numbered(u"ticket"_s, ++m_lastTicket));
            order.tickets << held.last();
            m_sets[held.last()] = part.set;
        }
        if (!held.isEmpty())
            order.rules.insert(part.set, *RuleId::parse(numbered(u"rule"_s, 1)));
        else
            order.rules.remove(part.set);
    }
}

/// \a wanted with 0 for the sets that \a order has and the request does not name.
QList<WantedTickets> ScriptedVendor::whole(const okoshko::Order &order, QList<WantedTickets> wanted)
{
    for (auto it = order.rules.cbegin(); it != order.rules.cend(); ++it) {
        const auto isOf = [&it](const WantedTickets &part) { return part.set == it.key(); };
        if (std::none_of(wanted.cbegin(), wanted.cend(), isOf))
            wanted.append({it.key(), 0});
    }
    return wanted;
}

void ScriptedVendor::setCodes(okoshko::Order &order, const QStringList &wanted)
{
    order.promoCodes.clear();
    for (const QString &code : wanted) {
        const auto known = codes.find(code);
        const auto refused = known == codes.end() ? PromoRefusal::NotFound : known->second;
        if (refused) {
            order.refusal = u"refused: "_s + code;
            order.promoRefusal = refused;
        } else {
            order.promoCodes << u"id of "_s + code;
        }
    }
}

void ScriptedVendor::setPrice(okoshko::Order &order) const
{
    const Money full = price * order.tickets.size();
    order.discount = order.promoCodes.isEmpty() ? Money() : Money::fromMinor(full.minor() / 10);
    order.value = order.nominal = full - order.discount;
}

void ScriptedVendor::start(okoshko::Order &order) const
{
    order.status = OrderStatus::InProgress;
    order.updatedAt = now();
    order.reservedTill = now() + paymentHold;
    order.payment.redirectUrl = page;
}

Result<Order> ScriptedVendor::told(Kind kind, const OrderId &id)
{
    okoshko::Order order = m_orders.at(id);
    if (order.status == OrderStatus::Executed)
        order.payment = {}; // the choice shows up once the payment has started (vendor documentation)
    const auto form = telling.find(kind);
    return form == telling.end() ? order : form->second(order);
}

// Calls --------------------------------------------------------------------------------------------------------------

template <class T>
Call ScriptedVendor::take(Kind kind, const OrderId &id, QObject *context, Then<T> then, std::function<Result<T>()> act)
{
    requests.append({kind, id, m_scheduler.now()});
    const Call call = Call::begin();
    const auto result = std::make_shared<std::optional<Result<T>>>();
    const auto reach = [act = std::move(act), result] {
        if (!*result)
            *result = act();
    };
    const bool isChange = kind == Kind::ChoosePayment || kind == Kind::StartPayment || kind == Kind::StartPaymentWith ||
                          kind == Kind::Change || kind == Kind::Confirm || kind == Kind::Cancel;
    const std::pair<OrderId, QPointer<QObject>> wire(id, context);
    if (isChange) {
        if (std::find(m_onWire.begin(), m_onWire.end(), wire) != m_onWire.end())
            failTest(u"that an order is changed twice at once"_s);
        m_onWire.push_back(wire);
    }
    const auto give = [this, call, then = std::move(then), guard = QPointer(context), isChange,
                       wire](const Result<T> &given, Microseconds later) {
        static_cast<void>(m_scheduler.add(m_scheduler.now() + later, [this, call, then, guard, given, isChange, wire] {
            if (isChange)
                std::erase(m_onWire, wire);
            Call mine = call;
            if (!mine.isPending() || !guard)
                return;
            mine.end();
            then(given);
        }));
    };
    const auto plan =
        std::find_if(m_plans.begin(), m_plans.end(), [kind](const Plan &each) { return each.kind == kind; });
    if (plan != m_plans.end()) {
        if (plan->reached == Reached::Yes)
            reach();
        const ApiError error = plan->error;
        if (--plan->times == 0)
            m_plans.erase(plan);
        give(tl::unexpected(error), latency);
    } else if (m_held.contains(kind)) {
        m_waiting.push_back({kind, reach,
                             [reach, result, give] {
                                 reach();
                                 give(**result, 0us);
                             },
                             [give](const ApiError &error) { give(tl::unexpected(error), 0us); }});
    } else {
        reach();
        give(**result, latency);
    }
    return call;
}

Call ScriptedVendor::changeOrder(Kind kind, const OrderId &id, QObject *context, Then<okoshko::Order> then,
                                 std::function<Result<okoshko::Order>(okoshko::Order &)> act)
{
    return take<okoshko::Order>(kind, id, context, std::move(then),
                                [this, kind, id, act = std::move(act)]() -> Result<okoshko::Order> {
                                    okoshko::Order &order = at(id);
                                    if (order.id.isNull() || m_forgotten.contains(id))
                                        return tl::unexpected(answered(404));
                                    const auto done = act(order);
                                    order.statusWord = toWord(order.status);
                                    return done ? told(kind, id) : done;
                                });
}

std::optional<ScriptedVendor::Waiting> ScriptedVendor::oldest(Kind kind, bool isEnding)
{
    const auto it = std::find_if(m_waiting.begin(), m_waiting.end(),
                                 [kind](const Waiting &waiting) { return waiting.kind == kind; });
    if (it == m_waiting.end()) {
        QTest::qFail("no call of this kind waits", __FILE__, __LINE__);
        return std::nullopt;
    }
    const Waiting found = *it;
    if (isEnding)
        m_waiting.erase(it);
    return found;
}

int ScriptedVendor::waiting(Kind kind) const
{
    return static_cast<int>(std::count_if(m_waiting.begin(), m_waiting.end(),
                                          [kind](const Waiting &waiting) { return waiting.kind == kind; }));
}

void ScriptedVendor::takeEffect(Kind kind)
{
    if (const auto found = oldest(kind, false))
        found->takeEffect();
}

void ScriptedVendor::answer(Kind kind)
{
    if (const auto found = oldest(kind, true))
        found->answer();
    m_scheduler.pass(0us);
}

void ScriptedVendor::answerAll(Kind kind)
{
    answerAtOnce(kind);
    while (waiting(kind) > 0)
        answer(kind);
}

void ScriptedVendor::fail(Kind kind, const ApiError &error)
{
    if (const auto found = oldest(kind, true))
        found->fail(error);
    m_scheduler.pass(0us);
}

void ScriptedVendor::failNext(Kind kind, const ApiError &error, Reached reached, int times)
{
    m_plans.push_back({kind, error, reached, times});
}

int ScriptedVendor::count(Kind kind, const OrderId &id) const
{
    return static_cast<int>(std::count_if(requests.cbegin(), requests.cend(), [&](const Request &request) {
        return request.kind == kind && (id.isNull() || request.order == id);
    }));
}

Call ScriptedVendor::events(QObject *context, TakeEvents taken, Then<EventListEnd> then)
{
    const auto told = std::make_shared<QList<okoshko::Event>>();
    const auto givePage = [told, taken = std::move(taken), then = std::move(then)](const Result<EventListEnd> &end) {
        if (end)
            taken(*told);
        then(end);
    };
    return take<EventListEnd>(Kind::Events, {}, context, givePage, [this, told]() -> Result<EventListEnd> {
        *told = onSale;
        return listEnd;
    });
}

Call ScriptedVendor::event(const EventId &id, QObject *context, Then<okoshko::Event> then)
{
    return take<okoshko::Event>(Kind::Event, {}, context, std::move(then), [this, id]() -> Result<okoshko::Event> {
        const auto it = std::find_if(onSale.cbegin(), onSale.cend(), [&id](const auto &each) { return each.id == id; });
        return it == onSale.cend() ? Result<okoshko::Event>(tl::unexpected(answered(404))) : *it;
    });
}

Call ScriptedVendor::seats(const EventId &, ChooseSeats choose, QObject *context, Then<SeatChoice> then)
{
    return take<SeatChoice>(Kind::Seats, {}, context, std::move(then),
                            [this, choose = std::move(choose)]() -> Result<SeatChoice> { return choose(hall); });
}

Call ScriptedVendor::reserve(const ReserveRequest &request, QObject *context, Then<okoshko::Order> then)
{
    reserved << request;
    if (request.event.isNull() || request.wantedCount() == 0 || request.seats == ReserveRequest::Seats::Pick)
        failTest(u"what to reserve"_s);
    return take<okoshko::Order>(Kind::Reserve, {}, context, std::move(then),
                                [this, request] { return told(Kind::Reserve, make(request).id); });
}

Call ScriptedVendor::choosePayment(const OrderId &id, const PaymentChoice &choice, QObject *context,
                                   Then<okoshko::Order> then)
{
    choices << choice;
    if (choice.system.isEmpty())
        failTest(u"how the buyer pays"_s);
    return changeOrder(Kind::ChoosePayment, id, context, std::move(then),
                       [](okoshko::Order &order) -> Result<okoshko::Order> {
                           if (order.status != OrderStatus::Executed)
                               return tl::unexpected(answered(400));
                           order.payment.system = u"545b544a5d645a463e779d53"_s;
                           return order;
                       });
}

Call ScriptedVendor::startPayment(const OrderId &id, QObject *context, Then<okoshko::Order> then)
{
    return changeOrder(Kind::StartPayment, id, context, std::move(then),
                       [this](okoshko::Order &order) -> Result<okoshko::Order> {
                           if (order.status != OrderStatus::Executed)
                               return tl::unexpected(answered(400));
                           start(order);
                           return order;
                       });
}

Call ScriptedVendor::startPaymentWith(const OrderId &id, const PaymentChoice &choice, QObject *context,
                                      Then<okoshko::Order> then)
{
    choices << choice;
    if (choice.system.isEmpty())
        failTest(u"how the buyer pays"_s);
    return changeOrder(Kind::StartPaymentWith, id, context, std::move(then),
                       [this](okoshko::Order &order) -> Result<okoshko::Order> {
                           if (order.status != OrderStatus::Executed)
                               return tl::unexpected(answered(400));
                           order.payment.system = u"545b544a5d645a463e779d53"_s;
                           start(order);
                           return order;
                       });
}

Call ScriptedVendor::change(const OrderId &id, const OrderChange &wanted, QObject *context, Then<okoshko::Order> then)
{
    changes << wanted;
    if (wanted.isEmpty())
        failTest(u"what to change"_s);
    return changeOrder(Kind::Change, id, context, std::move(then),
                       [this, wanted](okoshko::Order &order) -> Result<okoshko::Order> {
                           if (!isHeld(order.status))
                               return tl::unexpected(answered(400));
                           order.refusal.clear();
                           order.promoRefusal.reset();
                           if (wanted.tickets)
                               order.tickets = *wanted.tickets;
                           else if (wanted.random)
                               setRandom(order, whole(order, *wanted.random));
                           if (wanted.promoCodes)
                               setCodes(order, *wanted.promoCodes);
                           setPrice(order);
                           return order;
                       });
}

Call ScriptedVendor::confirm(const OrderId &id, QObject *context, Then<okoshko::Order> then)
{
    return changeOrder(Kind::Confirm, id, context, std::move(then),
                       [](okoshko::Order &order) -> Result<okoshko::Order> {
                           if (order.status != OrderStatus::InProgress)
                               return tl::unexpected(answered(400));
                           order.status = OrderStatus::Done;
                           return order;
                       });
}

Call ScriptedVendor::cancel(const OrderId &id, QObject *context, Then<okoshko::Order> then)
{
    return changeOrder(Kind::Cancel, id, context, std::move(then),
                       [this](okoshko::Order &order) -> Result<okoshko::Order> {
                           if (!isHeld(order.status))
                               return tl::unexpected(answered(400));
                           if (cancelsAtOnce)
                               order.status = OrderStatus::Canceled;
                           return order;
                       });
}

Call ScriptedVendor::order(const OrderId &id, QObject *context, Then<okoshko::Order> then)
{
    return take<okoshko::Order>(Kind::Order, id, context, std::move(then), [this, id]() -> Result<okoshko::Order> {
        if (at(id).id.isNull() || m_forgotten.contains(id))
            return tl::unexpected(answered(404));
        return told(Kind::Order, id);
    });
}

bool ScriptedVendor::isExpected(const OrderQuery &query) const
{
    if (mayAsk && mayAsk(query))
        return true;
    if (!query.createdFrom || query.limit < 1000)
        return false;
    if (!query.event) // the order list: of the last day
        return !query.createdUntil && now() - *query.createdFrom <= 25h && *query.createdFrom < now();
    const bool isOfAReservation =
        std::any_of(reserved.cbegin(), reserved.cend(),
                    [&query](const ReserveRequest &request) { return request.event == *query.event; });
    return isOfAReservation && query.createdUntil && *query.createdUntil > *query.createdFrom;
}

Call ScriptedVendor::orders(const OrderQuery &query, QObject *context, Then<OrderList> then)
{
    queries << query;
    if (!isExpected(query))
        failTest(u"of such a list query"_s);
    return take<OrderList>(Kind::Orders, {}, context, std::move(then), [this, query]() -> Result<OrderList> {
        expire();
        OrderList list;
        for (const auto &[id, kept] : m_orders) {
            const bool isTooOld = query.createdFrom && kept.createdAt && *kept.createdAt < *query.createdFrom;
            const bool isTooNew = query.createdUntil && kept.createdAt && *kept.createdAt > *query.createdUntil;
            if ((!ignoresDates && (isTooOld || isTooNew)) || m_forgotten.contains(id) ||
                (query.event && kept.event != *query.event))
                continue;
            list.orders.prepend(*told(Kind::Orders, id));
        }
        if (list.orders.size() > query.limit) {
            list.orders.resize(query.limit);
            list.extent = ListExtent::Cut;
        }
        return listed ? listed(list) : list;
    });
}

Call ScriptedVendor::tickets(const OrderId &id, QObject *context, Then<QList<Ticket>> then)
{
    return take<QList<Ticket>>(Kind::Tickets, id, context, std::move(then), [this, id]() -> Result<QList<Ticket>> {
        const okoshko::Order &order = at(id);
        if (order.id.isNull() || m_forgotten.contains(id))
            return tl::unexpected(answered(404));
        QList<Ticket> tickets;
        for (const TicketId &ticket : order.tickets)
            tickets.append({.id = ticket,
                            .set = m_sets.contains(ticket) ? m_sets.at(ticket) : setId(),
                            .number = ticket.toString().last(6),
                            .barcode = order.status == OrderStatus::Done ? ticket.toString().last(12) : QString()});
        return tellTickets ? tellTickets(tickets) : tickets;
    });
}

Call ScriptedVendor::legal(const PartnerId &, QObject *context, Then<okoshko::Legal> then)
{
    return take<okoshko::Legal>(Kind::Legal, {}, context, std::move(then),
                                [this]() -> Result<okoshko::Legal> { return legalData; });
}

} // namespace okoshko::test
