// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/vendor/SimVendor.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::sim {

namespace {

constexpr Microseconds executedHold = 10min;
constexpr Microseconds pageHold = 30min;
constexpr int dealPercent = 10; // 5600.00 became 6160.00
constexpr Microseconds sellerHold = 12h;
/// The recording: `reserved_till` and `updated_at` are these later than `created_at`.
constexpr Microseconds creationTakes = 14ms;
constexpr Microseconds storingTakes = 15ms;
constexpr qint64 firstNumber = 497291903;

// The first of each is the ordinary case.
constexpr std::array<Microseconds, 5> processingTimes{40ms, 300ms, 3s, 14800ms, 60s};
constexpr std::array<Microseconds, 4> lingerTimes{0ms, 500ms, 3s, 20s};
constexpr std::array<Microseconds, 4> expiryDelays{0s, 1s, 90s, 20min};
constexpr std::array<Microseconds, 3> cancelDelays{0s, 2s, 40s};
constexpr std::array<Microseconds, 4> wordTimes{0s, 20s, 3min, 40min};
constexpr std::array<Microseconds, 4> organiserTimes{0s, 20s, 4min, 590s};
constexpr std::array<Microseconds, 4> bankTimes{2s, 20s, 3min, 12min};
constexpr Microseconds invoiceTime = 5min;
constexpr Microseconds readingTakes = 20ms;

template <size_t size>
Microseconds at(const std::array<Microseconds, size> &times, int choice)
{
    return times[static_cast<size_t>(choice)];
}

ApiError refused(ErrorKind kind, int status, const QString &words)
{
    ApiError error;
    error.kind = kind;
    error.httpStatus = status;
    error.serverWords = words;
    return error;
}

ApiError badRequest(const QString &words)
{
    return refused(ErrorKind::BadRequest, 400, words);
}

ApiError forbiddenTransition(OrderStatus from, OrderStatus to)
{
    return badRequest(u"status: %1 -> %2 is not allowed"_s.arg(toWord(from), toWord(to)));
}

/// Which fields an answer leaves out; the first is the ordinary case. The first after it is `{}`.
const std::array<Order::Fields, 7> &omissions()
{
    using Field = Order::Field;
    static const Order::Fields all{Field::Number,    Field::Event,        Field::Status,    Field::CreatedAt,
                                   Field::UpdatedAt, Field::ReservedTill, Field::Tickets,   Field::Rules,
                                   Field::Customer,  Field::Payment,      Field::Value,     Field::ValueExtra,
                                   Field::Nominal,   Field::Discount,     Field::PromoCodes};
    static const std::array<Order::Fields, 7> result{
        Order::Fields(),
        all,
        all & ~Order::Fields(Field::Status),
        Order::Fields{Field::Payment, Field::ReservedTill},
        Order::Fields{Field::Tickets, Field::Value, Field::Nominal, Field::Rules},
        Order::Fields{Field::Status, Field::UpdatedAt},
        Order::Fields{Field::CreatedAt, Field::Number, Field::Event, Field::Customer},
    };
    return result;
}

/// \a order without what \a absent says.
Order without(const Order &order, Order::Fields absent)
{
    Order known;
    known.absent = omissions()[1];
    Order told = order;
    told.absent = absent;
    Order result = merged(known, told);
    result.absent = absent;
    return result;
}

} // namespace

SimVendor::SimVendor(SimScheduler &scheduler, Choices &choices, const SimRates &rates, VendorLog &log, SimStock &stock,
                     Instant start)
    : m_scheduler(scheduler)
    , m_choices(choices)
    , m_rates(rates)
    , m_log(log)
    , m_stock(stock)
    , m_start(start)
{
}

Instant SimVendor::now() const
{
    return m_start + m_scheduler.now();
}

Instant SimVendor::stamp() const
{
    return std::chrono::floor<std::chrono::milliseconds>(now());
}

const SimOrder *SimVendor::find(const OrderId &order) const
{
    const auto it = m_index.constFind(order);
    return it == m_index.cend() ? nullptr : &m_orders[static_cast<size_t>(*it)];
}

SimOrder *SimVendor::seek(const OrderId &order)
{
    const auto it = m_index.constFind(order);
    return it == m_index.cend() ? nullptr : &m_orders[static_cast<size_t>(*it)];
}

QList<OrderId> SimVendor::holds() const
{
    QList<OrderId> result;
    for (const SimOrder &order : m_orders) {
        if (isHeld(order.status) && !order.isForgotten)
            result << order.id();
    }
    return result;
}

QList<OrderId> SimVendor::paid() const
{
    QList<OrderId> result;
    for (const SimOrder &order : m_orders) {
        if (order.status == OrderStatus::Done && !order.isForgotten)
            result << order.id();
    }
    return result;
}

QString SimVendor::inconsistency() const
{
    for (const SimOrder &order : m_orders) {
        if (order.isForgotten || (!isHeld(order.status) && order.status != OrderStatus::Done))
            continue;
        const SeatStatus expected = isHeld(order.status) ? SeatStatus::Reserved : SeatStatus::Sold;
        for (const TicketId &ticket : order.face.tickets) {
            if (m_stock.holder(ticket) != order.ordinal || m_stock.status(ticket) != expected)
                return u"order %1 does not have its ticket %2"_s.arg(order.id().toString(), ticket.toString());
        }
    }
    return {};
}

Actor SimVendor::actorOf(const SimRequest &request)
{
    return {Actor::Kind::Counter, request.counter, request.number};
}

void SimVendor::submit(const SimRequestPtr &request, Done done)
{
    m_log.request(request->counter, request->number).reachedAt = m_scheduler.now();
    if (isChange(request->kind)) {
        beginChange(request, std::move(done));
    } else {
        m_scheduler.post(m_scheduler.now() + readingTakes,
                         [this, request, done = std::move(done)] { done(read(*request)); });
    }
}

void SimVendor::beginChange(const SimRequestPtr &request, Done done)
{
    int ordinal = -1;
    if (request->kind != RequestKind::Reserve) {
        SimOrder *order = seek(request->order);
        if (!order || order->isForgotten) {
            done(refused(ErrorKind::NotFound, 404, u"Not Found"_s));
            return;
        }
        if (order->isBusy) {
            done(refused(ErrorKind::Conflict, 409, u"Conflict"_s));
            return;
        }
        order->isBusy = true;
        ordinal = order->ordinal;
    }
    const int slow = m_choices.unusual(m_rates.slowProcessing, static_cast<int>(processingTimes.size()) - 1,
                                       Choices::ofRequest("vendor.slow", request->counter, request->number));
    m_scheduler.post(m_scheduler.now() + at(processingTimes, slow),
                     [this, request, ordinal, done = std::move(done)] { endChange(*request, ordinal, done); });
}

void SimVendor::endChange(const SimRequest &request, int ordinal, const Done &done)
{
    if (request.kind == RequestKind::Reserve) {
        done(reserve(request));
        return;
    }
    SimOrder &order = m_orders[static_cast<size_t>(ordinal)];
    const int linger = m_choices.unusual(m_rates.lingeringLock, static_cast<int>(lingerTimes.size()) - 1,
                                         Choices::ofRequest("vendor.linger", request.counter, request.number));
    if (linger == 0)
        order.isBusy = false;
    else
        m_scheduler.post(m_scheduler.now() + at(lingerTimes, linger), [&order] { order.isBusy = false; });

    if (order.isForgotten) {
        done(refused(ErrorKind::NotFound, 404, u"Not Found"_s));
        return;
    }
    switch (request.kind) {
    case RequestKind::ChoosePayment:
        done(choosePayment(order, request));
        return;
    case RequestKind::StartPayment:
        done(startPayment(order, request));
        return;
    case RequestKind::StartPaymentWith:
        done(startPaymentWith(order, request));
        return;
    case RequestKind::Change:
        done(change(order, request));
        return;
    case RequestKind::Confirm:
        done(confirm(order, request));
        return;
    case RequestKind::Cancel:
        done(cancel(order, request));
        return;
    case RequestKind::Reserve:
    case RequestKind::Events:
    case RequestKind::Seats:
    case RequestKind::Order:
    case RequestKind::Orders:
    case RequestKind::Tickets:
        break;
    }
    Q_UNREACHABLE();
}

SimAnswer SimVendor::read(const SimRequest &request)
{
    switch (request.kind) {
    case RequestKind::Events:
        return m_stock.events();
    case RequestKind::Seats:
        return m_stock.seats(request.event);
    case RequestKind::Orders:
        return list(request);
    case RequestKind::Order:
    case RequestKind::Tickets: {
        const SimOrder *order = find(request.order);
        if (!order || order->isForgotten)
            return refused(ErrorKind::NotFound, 404, u"Not Found"_s);
        if (request.kind == RequestKind::Tickets)
            return ticketsOf(*order);
        return shown(*order);
    }
    case RequestKind::Reserve:
    case RequestKind::ChoosePayment:
    case RequestKind::StartPayment:
    case RequestKind::StartPaymentWith:
    case RequestKind::Change:
    case RequestKind::Confirm:
    case RequestKind::Cancel:
        break;
    }
    Q_UNREACHABLE();
}

std::optional<ApiError> SimVendor::refusal(const ReserveRequest &request) const
{
    if (!m_stock.isOpen(request.event))
        return badRequest(u"Event %1 not found"_s.arg(request.event.toString()));
    if (request.random.isEmpty() == request.tickets.isEmpty())
        return badRequest(u"either random or tickets"_s);
    for (const WantedTickets &wanted : request.random) {
        if (wanted.count < 1 || !m_stock.hasSet(request.event, wanted.set))
            return badRequest(u"random: wrong set or count"_s);
    }
    for (const TicketId &ticket : request.tickets) {
        if (!m_stock.hasTicket(request.event, ticket))
            return badRequest(u"tickets: %1 not found"_s.arg(ticket.toString()));
    }
    return std::nullopt;
}

QList<TicketId> SimVendor::takeFor(const ReserveRequest &request, int ordinal)
{
    QList<TicketId> taken = m_stock.take(request.tickets, ordinal);
    for (const WantedTickets &wanted : request.random)
        taken << m_stock.take(wanted.set, wanted.count, ordinal);

    // Somebody elsewhere was faster than the stock shows.
    const int fewer = m_choices.unusual(m_rates.shortOrder, 2, {"vendor.short", ordinal});
    const qsizetype kept = fewer == 0 ? taken.size() : fewer == 1 ? std::max<qsizetype>(taken.size() - 1, 0) : 0;
    m_stock.release(taken.mid(kept), ordinal);
    return taken.first(kept);
}

SimAnswer SimVendor::reserve(const SimRequest &request)
{
    if (const std::optional<ApiError> error = refusal(request.reserve))
        return *error;

    const int ordinal = static_cast<int>(m_orders.size());
    SimOrder &order = m_orders.emplace_back();
    order.ordinal = ordinal;
    order.maker = actorOf(request);
    order.wanted = request.reserve.wantedCount();
    const QString seconds =
        QString::number(std::chrono::floor<std::chrono::seconds>(now()).time_since_epoch().count(), 16);
    order.face.id = *OrderId::parse(seconds.right(8).rightJustified(8, u'0') + u"f06c5a21c3"_s +
                                    QString::number(0x93806b + ordinal, 16));
    order.face.number = firstNumber + ordinal;
    order.face.event = request.reserve.event;
    order.face.createdAt = stamp();
    order.face.updatedAt = stamp() + storingTakes;
    order.face.customer.language = u"ru"_s;
    m_index.insert(order.id(), ordinal);
    order.face.tickets = takeFor(request.reserve, ordinal);
    for (const WantedTickets &wanted : request.reserve.random)
        order.face.rules.insert(wanted.set, m_stock.ruleOf(wanted.set));
    for (const TicketId &ticket : std::as_const(request.reserve.tickets))
        order.face.rules.insert(m_stock.setOf(ticket).id, m_stock.ruleOf(m_stock.setOf(ticket).id));
    if (m_choices.chance(m_rates.dealFee, {"vendor.deal-fee", ordinal}))
        order.dealPercent = dealPercent;
    price(order);
    showStatus(order);
    m_log.request(request.counter, request.number).order = order.id();
    record(VendorLogEntry::What::Created, order, order.maker);
    setHold(order, creationTakes + executedHold);

    const int organiser = m_choices.unusual(m_rates.organiserCancels, static_cast<int>(organiserTimes.size()) - 1,
                                            {"vendor.organiser", ordinal});
    if (organiser != 0) {
        m_scheduler.post(m_scheduler.now() + at(organiserTimes, organiser),
                         [this, id = order.id()] { cancelByServer(id); });
    }
    Order answer = order.face;
    turnTickets(order, answer);
    return answer;
}

SimAnswer SimVendor::choosePayment(SimOrder &order, const SimRequest &request)
{
    const SimSystem *system = findSystem(request.choice.system);
    if (!system)
        return badRequest(u"payment.system: not found"_s);
    const bool isForbidden = m_choices.chance(m_rates.systemForbidden,
                                              Choices::ofRequest("vendor.forbidden", request.counter, request.number));
    if (isForbidden || m_forbidden.contains(system->name))
        return refused(ErrorKind::Forbidden, 403, u"Forbidden"_s);
    if (order.status != OrderStatus::Executed)
        return badRequest(u"payment: the order is %1"_s.arg(toWord(order.status)));
    order.system = system;
    if (request.choice.customer)
        order.customer = request.choice.customer;
    if (system->mover == SimSystem::Mover::AtOnce) {
        order.face.payment.system = system->id;
        if (order.customer)
            order.face.customer = *order.customer;
    } else {
        order.face.payment.system.clear();
    }
    record(VendorLogEntry::What::Chosen, order, actorOf(request));
    return changed(order);
}

SimAnswer SimVendor::startPayment(SimOrder &order, const SimRequest &request)
{
    if (order.status == OrderStatus::InProgress &&
        m_choices.chance(m_rates.repeatAccepted,
                         Choices::ofRequest("vendor.repeat", request.counter, request.number))) {
        return changed(order);
    }
    if (order.status != OrderStatus::Executed)
        return forbiddenTransition(order.status, OrderStatus::InProgress);
    if (!order.system)
        return badRequest(u"payment.system is not set"_s);
    if (order.face.tickets.isEmpty())
        return badRequest(u"the order has no tickets"_s);
    if (order.system->customerData == SimSystem::CustomerData::NameAndEmail &&
        (!order.customer || order.customer->firstName.isEmpty() || order.customer->lastName.isEmpty() ||
         order.customer->email.isEmpty())) {
        return badRequest(u"customer: first_name, last_name and email are required"_s);
    }

    const Actor actor = actorOf(request);
    if (order.customer)
        order.face.customer = *order.customer;
    order.face.payment.system = order.system->id;
    order.face.updatedAt = stamp();
    if (order.system->mover == SimSystem::Mover::AtOnce) {
        order.face.value = Money();
        move(order, OrderStatus::Done, actor);
        return changed(order);
    }
    const bool hasPage = order.system->page == SimSystem::Page::Always ||
                         (order.system->page == SimSystem::Page::ByOrder &&
                          m_choices.chance(m_rates.basePage, {"vendor.base-page", order.ordinal}));
    if (hasPage) {
        order.face.payment.redirectUrl = QUrl(u"https://www.goodservice.ru/payment_params.php?customer="_s +
                                              QString::number(order.face.number, 16).rightJustified(40, u'0'));
        order.isSellerAllowed = order.system->mover == SimSystem::Mover::Seller &&
                                m_choices.chance(m_rates.confirmWithPage, {"vendor.confirm-with-page", order.ordinal});
    }
    move(order, OrderStatus::InProgress, actor);
    setHold(order, hasPage ? pageHold : sellerHold);
    if (order.system->mover == SimSystem::Mover::Bank)
        awaitInvoice(order);
    return changed(order);
}

SimAnswer SimVendor::startPaymentWith(SimOrder &order, const SimRequest &request)
{
    if (m_choices.chance(m_rates.combinedRefused, {"vendor.combined-refused", order.ordinal}))
        return badRequest(u"payment and status: one at a time"_s);
    const SimAnswer chosen = choosePayment(order, request);
    return std::holds_alternative<ApiError>(chosen) ? chosen : startPayment(order, request);
}

std::optional<ApiError> SimVendor::refusal(const SimOrder &order, const OrderChange &change) const
{
    if (!isHeld(order.status))
        return badRequest(u"the order is %1"_s.arg(toWord(order.status)));
    if (change.random && change.tickets)
        return badRequest(u"either random or tickets"_s);
    const auto isHeldHere = [&order](const TicketId &id) { return order.face.tickets.contains(id); };
    const bool isGivingBack = change.tickets && !change.tickets->isEmpty() &&
                              std::all_of(change.tickets->cbegin(), change.tickets->cend(), isHeldHere);
    if (order.status == OrderStatus::InProgress && (!isGivingBack || change.promoCodes))
        return badRequest(u"the order is in_progress"_s);
    ReserveRequest wanted;
    wanted.event = order.face.event;
    wanted.random = change.random.value_or(QList<WantedTickets>());
    wanted.tickets = change.tickets.value_or(QList<TicketId>());
    return change.random || change.tickets ? refusal(wanted) : std::nullopt;
}

void SimVendor::setTickets(SimOrder &order, const OrderChange &change)
{
    QList<TicketId> kept;
    ReserveRequest more;
    if (change.tickets) {
        for (const TicketId &id : *change.tickets)
            (order.face.tickets.contains(id) ? kept : more.tickets) << id;
    } else {
        for (WantedTickets part : *change.random) {
            for (const TicketId &id : std::as_const(order.face.tickets)) {
                if (part.count > 0 && m_stock.setOf(id).id == part.set) {
                    kept << id;
                    --part.count;
                }
            }
            if (part.count > 0)
                more.random << part;
        }
    }
    QList<TicketId> dropped;
    for (const TicketId &id : std::as_const(order.face.tickets)) {
        if (!kept.contains(id))
            dropped << id;
    }
    m_stock.release(dropped, order.ordinal);
    order.face.tickets = kept + takeFor(more, order.ordinal);
    order.face.rules.clear();
    for (const TicketId &id : std::as_const(order.face.tickets))
        order.face.rules.insert(m_stock.setOf(id).id, m_stock.ruleOf(m_stock.setOf(id).id));
}

SimAnswer SimVendor::change(SimOrder &order, const SimRequest &request)
{
    if (const std::optional<ApiError> error = refusal(order, request.change))
        return *error;
    if (m_choices.chance(m_rates.changeRefused,
                         Choices::ofRequest("vendor.change-refused", request.counter, request.number)))
        return badRequest(u"the order cannot be changed"_s);
    if (request.change.random || request.change.tickets)
        setTickets(order, request.change);
    Order answer;
    if (request.change.promoCodes) {
        order.face.promoCodes.clear();
        for (const QString &code : *request.change.promoCodes) {
            if (m_choices.chance(m_rates.codeRefused,
                                 Choices::ofRequest("vendor.code-refused", request.counter, request.number)))
                answer.refusal = u"Promocode not found"_s;
            else
                order.face.promoCodes << u"code-"_s + code.toLower();
        }
    }
    price(order);
    order.face.updatedAt = stamp();
    record(VendorLogEntry::What::SeatsChanged, order, actorOf(request), order.status);
    const QString refusal = answer.refusal;
    answer = changed(order);
    answer.refusal = refusal;
    answer.promoRefusal = refusal.isEmpty() ? std::nullopt : std::optional(PromoRefusal::NotFound);
    return answer;
}

SimAnswer SimVendor::confirm(SimOrder &order, const SimRequest &request)
{
    if (order.status == OrderStatus::Done &&
        m_choices.chance(m_rates.repeatAccepted,
                         Choices::ofRequest("vendor.repeat", request.counter, request.number))) {
        return changed(order);
    }
    const bool isSellers =
        order.system && order.system->mover == SimSystem::Mover::Seller && (!order.hasPage() || order.isSellerAllowed);
    if (order.status != OrderStatus::InProgress || !isSellers)
        return forbiddenTransition(order.status, OrderStatus::Done);
    if (m_choices.chance(m_rates.confirmRefused,
                         Choices::ofRequest("vendor.confirm-refused", request.counter, request.number)))
        return badRequest(u"Not enough money, сontact to TicketsCloud manager"_s);
    move(order, OrderStatus::Done, actorOf(request));
    return changed(order);
}

SimAnswer SimVendor::cancel(SimOrder &order, const SimRequest &request)
{
    if (order.status == OrderStatus::Canceled &&
        m_choices.chance(m_rates.repeatAccepted,
                         Choices::ofRequest("vendor.repeat", request.counter, request.number))) {
        return changed(order);
    }
    if (!isHeld(order.status))
        return forbiddenTransition(order.status, OrderStatus::Canceled);
    if (order.paymentsUnderWay > 0 &&
        m_choices.chance(m_rates.cancelRefused,
                         Choices::ofRequest("vendor.cancel-refused", request.counter, request.number))) {
        return badRequest(u"the order is being paid"_s);
    }
    const Actor actor = actorOf(request);
    // The last: until asked again.
    const int lazy = order.isCancelAsked
                         ? 0
                         : m_choices.unusual(m_rates.lazyCancel, static_cast<int>(cancelDelays.size()),
                                             Choices::ofRequest("vendor.lazy-cancel", request.counter, request.number));
    order.isCancelAsked = true;
    if (lazy == 0) {
        move(order, OrderStatus::Canceled, actor);
    } else if (lazy < static_cast<int>(cancelDelays.size())) {
        m_scheduler.post(m_scheduler.now() + at(cancelDelays, lazy), [this, &order, actor] {
            if (isHeld(order.status) && !order.isForgotten)
                move(order, OrderStatus::Canceled, actor);
        });
    }
    return changed(order);
}

SimAnswer SimVendor::list(const SimRequest &request)
{
    const OrderQuery &query = request.query;
    const auto passes = [&](const SimOrder &order) {
        return !order.isForgotten && (!query.event || order.face.event == *query.event) &&
               (!query.createdFrom || order.face.createdAt >= query.createdFrom) &&
               (!query.createdUntil || order.face.createdAt <= query.createdUntil);
    };
    QList<const SimOrder *> found;
    for (const SimOrder &order : m_orders) {
        if (passes(order))
            found.append(&order);
    }
    std::reverse(found.begin(), found.end());
    std::ranges::stable_sort(found, std::ranges::greater(),
                             [](const SimOrder *order) { return order->face.createdAt; });

    OrderList result;
    const auto drop = [&](int which) {
        if (which == 1) // an oldest-first list that was cut
            found = found.mid(found.size() / 3);
        else if (which == 2)
            found = found.first(found.size() / 2);
        else if (which == 3) // every second one
            for (qsizetype i = found.size() - 1; i >= 0; i -= 2)
                found.remove(i);
        else if (which == 4)
            found.clear();
    };
    if (const int cut = m_choices.unusual(m_rates.cutList, 4,
                                          Choices::ofRequest("vendor.cut-list", request.counter, request.number))) {
        drop(cut);
        result.extent = ListExtent::Cut;
    }
    drop(m_choices.unusual(m_rates.listWithHoles, 4,
                           Choices::ofRequest("vendor.list-holes", request.counter, request.number)));
    if (found.size() > query.limit) {
        found = found.first(query.limit);
        result.extent = ListExtent::Cut;
    }
    const bool hasDates = !m_choices.chance(m_rates.listWithoutDates,
                                            Choices::ofRequest("vendor.list-dates", request.counter, request.number));
    result.orders.reserve(found.size());
    for (const SimOrder *order : std::as_const(found))
        result.orders << (hasDates ? order->face : without(order->face, Order::Field::CreatedAt));
    return result;
}

SimAnswer SimVendor::ticketsOf(const SimOrder &order) const
{
    QList<Ticket> result;
    for (const TicketId &id : order.face.tickets) {
        Ticket ticket = m_stock.ticket(id);
        if (order.status == OrderStatus::Done)
            ticket.barcode = m_stock.barcode(id);
        result << ticket;
    }
    return result;
}

Order SimVendor::changed(const SimOrder &order)
{
    const int terse = m_choices.unusual(m_rates.terseChange, static_cast<int>(omissions().size()) - 1,
                                        {"vendor.terse-change", order.ordinal});
    Order answer = terse == 0 ? order.face : without(order.face, omissions()[static_cast<size_t>(terse)]);
    turnTickets(order, answer);
    return answer;
}

Order SimVendor::shown(const SimOrder &order)
{
    const int terse = m_choices.unusual(m_rates.terseRead, static_cast<int>(omissions().size()) - 1,
                                        {"vendor.terse-read", order.ordinal});
    Order answer = terse == 0 ? order.face : without(order.face, omissions()[static_cast<size_t>(terse)]);
    turnTickets(order, answer);
    return answer;
}

void SimVendor::turnTickets(const SimOrder &order, Order &answer)
{
    if (answer.tickets.size() > 1 && m_choices.chance(m_rates.turnedTickets, {"vendor.turned", order.ordinal}))
        std::reverse(answer.tickets.begin(), answer.tickets.end());
}

void SimVendor::record(VendorLogEntry::What what, const SimOrder &order, const Actor &actor, OrderStatus from)
{
    VendorLogEntry entry;
    entry.at = m_scheduler.now();
    entry.what = what;
    entry.actor = actor;
    entry.order = order.id();
    entry.from = from;
    entry.to = order.status;
    entry.sum = order.face.value;
    entry.seats = static_cast<int>(order.face.tickets.size());
    m_log.add(entry);
    if (actor.kind == Actor::Kind::Counter) {
        VendorLogRequest &request = m_log.request(actor.counter, actor.request);
        if (!request.effectAt)
            request.effectAt = entry.at;
    }
}

void SimVendor::move(SimOrder &order, OrderStatus to, const Actor &actor)
{
    const OrderStatus from = order.status;
    order.status = to;
    // `updated_at` stays where it was, but for an expiry; the start of a payment has set it already.
    switch (to) {
    case OrderStatus::Expired:
        order.face.reservedTill.reset();
        order.face.updatedAt = stamp();
        m_stock.release(order.face.tickets, order.ordinal);
        break;
    case OrderStatus::Canceled:
    case OrderStatus::Refunded:
        m_stock.release(order.face.tickets, order.ordinal);
        break;
    case OrderStatus::Done:
        m_stock.sell(order.face.tickets, order.ordinal);
        break;
    case OrderStatus::Executed:
    case OrderStatus::InProgress:
    case OrderStatus::Unknown:
        break;
    }
    if (!isHeld(to))
        m_scheduler.remove(std::exchange(order.expiry, 0));
    record(VendorLogEntry::What::Moved, order, actor, from);

    showStatus(order);
    const int word =
        m_choices.unusual(m_rates.strangeWord, static_cast<int>(wordTimes.size()) - 1, {"vendor.word", order.ordinal});
    if (word != 0) {
        order.face.status = OrderStatus::Unknown;
        order.face.statusWord = u"awaiting_bank"_s;
        m_scheduler.post(m_scheduler.now() + at(wordTimes, word), [this, &order] { showStatus(order); });
    }
}

void SimVendor::showStatus(SimOrder &order)
{
    order.face.status = order.status;
    order.face.statusWord = toWord(order.status);
}

void SimVendor::price(SimOrder &order)
{
    Money nominal;
    Money fees;
    for (const TicketId &ticket : std::as_const(order.face.tickets)) {
        const TicketSet &set = m_stock.setOf(ticket);
        const Money face = set.face.value_or(Money());
        const Money fee = set.fee.value_or(Money());
        nominal = nominal + face;
        fees = fees + (fee.isZero() ? Money::fromMinor(face.minor() * order.dealPercent / 100) : fee);
    }
    order.face.discount = order.face.promoCodes.isEmpty() ? Money() : Money::fromMinor(nominal.minor() / 10);
    order.face.nominal = nominal - order.face.discount;
    order.face.valueExtra = fees;
    order.face.value = order.face.nominal + fees;
}

void SimVendor::setHold(SimOrder &order, Microseconds length)
{
    order.face.reservedTill = stamp() + length;
    scheduleExpiry(order);
}

void SimVendor::scheduleExpiry(SimOrder &order)
{
    m_scheduler.remove(order.expiry);
    const int late = m_choices.unusual(m_rates.lateExpiry, static_cast<int>(expiryDelays.size()) - 1,
                                       {"vendor.late-expiry", order.ordinal});
    // The buyer was sent to the bank, of which nothing is heard.
    const bool isAtBank = order.status == OrderStatus::InProgress && order.hasPage() &&
                          m_choices.chance(m_rates.lateExpiry, {"vendor.bank-waits", order.ordinal});
    const Microseconds delay = isAtBank ? expiryDelays.back() : at(expiryDelays, late);
    order.expiry = m_scheduler.add(m_scheduler.now() + (*order.face.reservedTill - now()) + delay,
                                   [this, ordinal = order.ordinal] { expire(ordinal); });
}

void SimVendor::expire(int ordinal)
{
    SimOrder &order = m_orders[static_cast<size_t>(ordinal)];
    order.expiry = 0;
    if (!isHeld(order.status) || order.isForgotten)
        return;
    if (now() < *order.face.reservedTill) // the clock was set back
        scheduleExpiry(order);
    else
        move(order, OrderStatus::Expired, {});
}

void SimVendor::awaitInvoice(const SimOrder &order)
{
    const int outcome = m_choices.unusual(m_rates.invoiceUnpaid, 2, {"vendor.invoice", order.ordinal});
    if (outcome == 1)
        return;
    m_scheduler.post(m_scheduler.now() + invoiceTime, [this, outcome, id = order.id()] {
        SimOrder &invoiced = *seek(id);
        if (outcome == 2) {
            cancelByServer(id);
        } else if (invoiced.status == OrderStatus::InProgress) {
            ++invoiced.paymentsUnderWay;
            land(invoiced.ordinal);
        }
    });
}

bool SimVendor::doesPageAccept(const OrderId &id) const
{
    const SimOrder *order = find(id);
    return order && !order->isForgotten && order->hasPage() &&
           (order->status == OrderStatus::InProgress || order->status == OrderStatus::Expired);
}

bool SimVendor::pay(const OrderId &id)
{
    if (!doesPageAccept(id))
        return false;
    SimOrder &order = *seek(id);
    ++order.paymentsUnderWay;
    record(VendorLogEntry::What::PaymentMade, order, {Actor::Kind::Buyer}, order.status);
    const int slow =
        m_choices.unusual(m_rates.slowBank, static_cast<int>(bankTimes.size()), {"vendor.bank", order.ordinal});
    // The last: just after the end of the hold.
    const Microseconds afterHold = order.face.reservedTill ? *order.face.reservedTill - now() + 5s : 5s;
    const Microseconds takes = slow < static_cast<int>(bankTimes.size()) ? at(bankTimes, slow) : afterHold;
    m_scheduler.post(m_scheduler.now() + takes, [this, ordinal = order.ordinal] { land(ordinal); });
    return true;
}

void SimVendor::land(int ordinal)
{
    SimOrder &order = m_orders[static_cast<size_t>(ordinal)];
    const Actor buyer{Actor::Kind::Buyer};
    --order.paymentsUnderWay;
    ++order.paymentsLanded;
    record(VendorLogEntry::What::MoneyLanded, order, buyer, order.status);
    if (order.isForgotten)
        return;
    switch (order.status) {
    case OrderStatus::InProgress:
        move(order, OrderStatus::Done, buyer);
        return;
    case OrderStatus::Expired:
        if (m_choices.chance(m_rates.keptExpired, {"vendor.kept-expired", ordinal}))
            return;
        break;
    case OrderStatus::Canceled:
        if (!m_choices.chance(m_rates.revivedCanceled, {"vendor.revived", ordinal}))
            return;
        break;
    case OrderStatus::Executed:
    case OrderStatus::Done:
    case OrderStatus::Refunded:
    case OrderStatus::Unknown:
        return;
    }
    // Its seats were on sale meanwhile: it gets those that are left.
    const QList<TicketId> had = order.face.tickets;
    order.face.tickets = m_stock.take(had, ordinal);
    if (order.face.tickets != had)
        record(VendorLogEntry::What::SeatsChanged, order, {}, order.status);
    move(order, OrderStatus::Done, buyer);
}

bool SimVendor::decline(const OrderId &id)
{
    SimOrder *order = seek(id);
    if (!order || order->isForgotten || !order->hasPage() || order->status != OrderStatus::InProgress)
        return false;
    if (!m_choices.chance(m_rates.declineStays, {"vendor.decline-stays", order->ordinal}) &&
        order->paymentsUnderWay == 0)
        move(*order, OrderStatus::Canceled, {Actor::Kind::Buyer});
    return true;
}

void SimVendor::cancelByServer(const OrderId &id)
{
    SimOrder *order = seek(id);
    if (order && !order->isForgotten && isHeld(order->status))
        move(*order, OrderStatus::Canceled, {});
}

void SimVendor::refund(const OrderId &id)
{
    SimOrder *order = seek(id);
    if (order && !order->isForgotten && order->status == OrderStatus::Done)
        move(*order, OrderStatus::Refunded, {});
}

void SimVendor::forgetAll()
{
    for (SimOrder &order : m_orders) {
        if (order.isForgotten)
            continue;
        order.isForgotten = true;
        m_scheduler.remove(std::exchange(order.expiry, 0));
        record(VendorLogEntry::What::Forgotten, order, {}, order.status);
    }
    m_stock.releaseAll();
}

int SimVendor::sellElsewhere(const SetId &set, int count)
{
    const QList<TicketId> taken = m_stock.take(set, count, SimStock::elsewhere);
    m_stock.sell(taken, SimStock::elsewhere);
    return static_cast<int>(taken.size());
}

void SimVendor::faultsStop()
{
    m_forbidden.clear();
    for (SimOrder &order : m_orders) {
        showStatus(order);
        if (order.expiry != 0)
            scheduleExpiry(order);
    }
}

} // namespace okoshko::sim
