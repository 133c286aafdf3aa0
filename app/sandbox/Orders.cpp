// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/Orders.h"

#include "app/sandbox/Payments.h"

using namespace Qt::StringLiterals;

namespace okoshko::sandbox {

namespace {

QString forbidden(OrderStatus from, OrderStatus to)
{
    return u"status: an order in %1 cannot become %2"_s.arg(toText(from), toText(to));
}

/// The tickets of `left` that `right` does not have.
QStringList without(const QStringList &left, const QStringList &right)
{
    QStringList rest;
    for (const QString &ticket : left) {
        if (!right.contains(ticket))
            rest.append(ticket);
    }
    return rest;
}

bool available(const Seat &seat, const Order &order)
{
    return seat.state == SeatState::Vacant || order.tickets.contains(seat.id);
}

struct Plan
{
    QStringList tickets;
    qsizetype wanted = 0;
};

tl::expected<Plan, Refusal> planChosen(const Inventory &inventory, const Event &event, const Order &order,
                                       const QStringList &wanted)
{
    Plan plan{{}, wanted.size()};
    (void)inventory.ofEvent(event.id); // makes the seats of a generated event
    for (const QString &id : wanted) {
        const Seat *seat = inventory.find(id);
        if (seat == nullptr || seat->event != event.id)
            return refuse(u"tickets: %1 is no ticket of this event"_s.arg(id));
        if (available(*seat, order))
            plan.tickets.append(id);
    }
    return plan;
}

tl::expected<Plan, Refusal> planRandom(const Inventory &inventory, const Event &event, const Order &order,
                                       const QMap<QString, int> &wanted)
{
    Plan plan;
    const QList<const Seat *> seats = inventory.ofEvent(event.id);
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        const TicketSet *set = event.set(it.key());
        if (set == nullptr)
            return refuse(u"random: %1 is no set of this event"_s.arg(it.key()));
        if (set->withSeats())
            return refuse(u"random: set %1 has seats, choose tickets"_s.arg(it.key()));
        int missing = it.value();
        // Tickets that the order already holds come first, so that a repeated request changes nothing.
        for (const bool held : {true, false}) {
            for (const Seat *seat : seats) {
                if (missing == 0)
                    break;
                if (seat->set == set->id && available(*seat, order) && order.tickets.contains(seat->id) == held) {
                    plan.tickets.append(seat->id);
                    --missing;
                }
            }
        }
        plan.wanted += it.value();
    }
    return plan;
}

/// The tickets that the order would hold: the request is the whole desired state, not a delta. Tickets of others are
/// left out; with all_or_nothing one missing ticket empties the list. Changes nothing. Refuses tickets or sets the
/// event does not have, random tickets of a set with seats, new tickets of a set that has no price at `now`, and, once
/// payment has begun, everything but removing tickets.
tl::expected<QStringList, Refusal> planTickets(const Inventory &inventory, const Event &event, const Order &order,
                                               const OrderRequest &request, Instant now)
{
    tl::expected<Plan, Refusal> plan = request.tickets ? planChosen(inventory, event, order, *request.tickets)
                                                       : planRandom(inventory, event, order, *request.random);
    if (!plan)
        return tl::unexpected(plan.error());
    for (const QString &id : plan->tickets) {
        const QString set = inventory.find(id)->set;
        if (!order.rules.contains(set) && event.set(set)->currentRule(now) == nullptr)
            return refuse(u"set %1 has no price now"_s.arg(set));
    }
    if (request.allOrNothing && plan->tickets.size() < plan->wanted)
        plan->tickets.clear();
    if (order.status != OrderStatus::InProgress)
        return plan->tickets;
    for (const QString &id : plan->tickets) {
        if (!order.tickets.contains(id))
            return refuse(u"tickets: none can be added once payment has begun"_s);
    }
    if (plan->tickets.isEmpty() || plan->tickets.size() < plan->wanted)
        return refuse(u"tickets: only some of the order's own can be dropped once payment has begun"_s);
    return plan->tickets;
}

std::optional<Refusal> presaleRefusal(const Event &event, const OrderRequest &request)
{
    const QStringList codes = request.promoCodes.value_or(QStringList());
    if (event.presale.isEmpty() || codes.contains(event.presale, Qt::CaseInsensitive))
        return std::nullopt;
    return Refusal{Reason::Invalid, {codes.isEmpty() ? u"Promokey needed"_s : u"Promokey not founded"_s}};
}

} // namespace

Orders::Orders(Inventory &inventory, const ServerClock &clock, IdSource &ids, Terms terms)
    : m_inventory(inventory)
    , m_clock(clock)
    , m_ids(ids)
    , m_terms(terms)
{
}

tl::expected<ChangeResult, Refusal> Orders::create(const OrderRequest &request)
{
    if (!request.event || !request.wantsTickets())
        return refuse(u"event and either random or tickets must be sent"_s);
    const Event *event = m_inventory.eventOnOffer(*request.event);
    if (event == nullptr)
        return refuseUnknown(u"there is no event %1"_s.arg(*request.event));
    if (event->status != u"public"_s)
        return refuse(u"event: it is not on sale"_s);
    if (const std::optional<Refusal> refusal = presaleRefusal(*event, request))
        return tl::unexpected(*refusal);
    const Instant now = m_clock.now();
    Order order;
    order.event = event->id;
    order.org = event->org;
    order.created = now;
    order.updated = now;
    order.reservedTill = now + m_terms.hold;
    order.dealPercent = m_habits.dealPercent;
    order.customer.insert(u"lang"_s, u"ru"_s);
    tl::expected<Draft, Refusal> drafted = draft(order, request, now);
    if (!drafted)
        return tl::unexpected(drafted.error());
    // Only a created order uses an id, so that refusals do not change a seeded sequence of ids.
    drafted->order.id = m_ids.id();
    drafted->order.number = m_ids.number();
    m_orderIds.append(drafted->order.id);
    m_open.append(drafted->order.id);
    commit(drafted->order);
    return ChangeResult{m_orders.value(drafted->order.id), drafted->promoErrors};
}

tl::expected<ChangeResult, Refusal> Orders::change(const QString &id, const OrderRequest &request)
{
    const tl::expected<Order, Refusal> known = order(id);
    if (!known)
        return tl::unexpected(known.error());
    const Instant now = m_clock.now();
    if (now < known->busyUntil)
        return tl::unexpected(Refusal{Reason::Busy, {u"a change to this order is still being processed"_s}});
    if (request.event && *request.event != known->event)
        return refuse(u"event: an order cannot move to another event"_s);
    tl::expected<Draft, Refusal> drafted = draft(*known, request, now);
    if (!drafted)
        return tl::unexpected(drafted.error());
    drafted->order.busyUntil = now + m_terms.processing;
    if (drafted->seen)
        touch(drafted->order, now);
    commit(drafted->order);
    return ChangeResult{m_orders.value(id), drafted->promoErrors};
}

tl::expected<Orders::Draft, Refusal> Orders::draft(Order order, const OrderRequest &request, Instant now) const
{
    const bool edits = request.wantsTickets() || request.customer || request.promoCodes || request.payment;
    if (edits && !order.open())
        return refuse(u"an order in %1 cannot be changed"_s.arg(toText(order.status)));
    if (order.status == OrderStatus::InProgress && (request.customer || request.promoCodes || request.payment))
        return refuse(u"only tickets can be dropped once payment has begun"_s);
    Draft draft{std::move(order), {}, request.wantsTickets()};
    if (request.wantsTickets()) {
        const Event *event = m_inventory.catalogue().event(draft.order.event);
        const tl::expected<QStringList, Refusal> tickets = planTickets(m_inventory, *event, draft.order, request, now);
        if (!tickets)
            return tl::unexpected(tickets.error());
        draft.order.tickets = *tickets;
    }
    if (request.customer) {
        for (auto it = request.customer->begin(); it != request.customer->end(); ++it)
            draft.order.customer.insert(it.key(), it.value());
    }
    if (request.promoCodes)
        applyPromoCodes(draft, *request.promoCodes);
    if (!draft.promoErrors.isEmpty() && !draft.order.id.isEmpty())
        return Draft{m_orders.value(draft.order.id), draft.promoErrors}; // 200 with the unchanged order
    if (request.payment) {
        draft.order.payment.system = request.payment->system.value_or(draft.order.payment.system);
        draft.order.payment.successUrl = request.payment->successUrl.value_or(draft.order.payment.successUrl);
        draft.order.payment.failureUrl = request.payment->failureUrl.value_or(draft.order.payment.failureUrl);
        draft.order.payment.sendsTickets = request.payment->sendsTickets.value_or(draft.order.payment.sendsTickets);
    }
    price(draft.order, now);
    if (request.status) {
        if (const std::optional<Refusal> refusal = draftStatus(draft, *request.status, now))
            return tl::unexpected(*refusal);
    }
    return draft;
}

void Orders::applyPromoCodes(Draft &draft, const QStringList &codes) const
{
    draft.seen = true;
    draft.order.promoCodes.clear();
    for (const QString &code : codes) {
        const PromoCode *promo = m_inventory.catalogue().promoCode(code);
        if (promo == nullptr) {
            draft.promoErrors.append({u"promocode_not_found"_s, u"There is no promo code %1"_s.arg(code)});
        } else if (promo->uses > 0 && timesUsed(*promo, draft.order.id) >= promo->uses) {
            draft.promoErrors.append({u"promocode_already_used"_s, u"The promo code %1 has been used"_s.arg(code)});
        } else if (draft.order.tickets.size() < promo->minTickets) {
            draft.promoErrors.append(
                {u"promocode_limit_min_tickets"_s,
                 u"The promo code %1 needs at least %2 tickets"_s.arg(code).arg(promo->minTickets)});
        } else if (!draft.order.promoCodes.contains(promo->id)) {
            draft.order.promoCodes.append(promo->id);
        }
    }
}

std::optional<Refusal> Orders::draftStatus(Draft &draft, OrderStatus wanted, Instant now) const
{
    Order &order = draft.order;
    if (!mayBecome(order.status, wanted, Actor::Seller, !order.payToken.isEmpty() || isConfirmedByServer(order)))
        return Refusal{Reason::Invalid, {forbidden(order.status, wanted)}};
    draft.seen = true;
    order.status = wanted;
    if (wanted == OrderStatus::InProgress)
        return draftStart(order, now);
    return std::nullopt;
}

std::optional<Refusal> Orders::draftStart(Order &order, Instant now) const
{
    const PaymentSystem *system = systemOf(order);
    if (order.tickets.isEmpty())
        return Refusal{Reason::Invalid, {u"status: an order without tickets cannot be paid"_s}};
    if (system == nullptr)
        return Refusal{Reason::Invalid, {u"payment.system: must be chosen before payment begins"_s}};
    QStringList missing;
    for (const char *field : {"first_name", "last_name", "email"}) {
        if (system->needsCustomer && order.customer.value(QString::fromLatin1(field)).trimmed().isEmpty())
            missing.append(u"customer.%1: is needed by %2"_s.arg(QString::fromLatin1(field), system->name));
    }
    if (!missing.isEmpty())
        return Refusal{Reason::Invalid, missing};
    order.started = true;
    if (system->confirmedBy == PaymentSystem::ConfirmedBy::Nobody) {
        order.status = OrderStatus::Done;
        order.invited = true;
    } else {
        order.reservedTill = now + *termsOf(order).hold;
    }
    return std::nullopt;
}

/// Sets the price rules for the order's tickets and computes its sums. A set keeps the rule of its first reservation as
/// long as the order holds tickets of it.
void Orders::price(Order &order, Instant now) const
{
    const Catalogue &catalogue = m_inventory.catalogue();
    const Event *event = catalogue.event(order.event);
    const QMap<QString, QString> before = std::exchange(order.rules, {});
    order.nominal = {};
    order.extra = {};
    for (const QString &ticket : order.tickets) {
        const TicketSet *set = event->set(m_inventory.find(ticket)->set);
        const PriceRule *kept = set->rule(before.value(set->id));
        const PriceRule &rule = kept != nullptr ? *kept : *set->currentRule(now);
        order.rules.insert(set->id, rule.id);
        order.nominal = order.nominal + rule.org;
        order.extra = order.extra + feeOf(rule, order);
    }
    order.discount = {};
    for (const QString &id : order.promoCodes) {
        if (const PromoCode *promo = catalogue.promoCode(id))
            order.discount = order.discount + Amount{order.nominal.minor * promo->percent / 100};
    }
    order.discount = std::min(order.discount, order.nominal);
}

PaymentTerms Orders::termsOf(const Order &order) const
{
    // A free order has no payment page.
    if (order.full().minor == 0)
        return {false, std::chrono::hours(12)};
    return termsFor(*m_inventory.catalogue().organiser(order.org), *systemOf(order));
}

void Orders::touch(Order &order, Instant at) const
{
    // As recorded: an invitation is done at its start, and changes it all the same.
    const bool isEnd = order.status == OrderStatus::Done || order.status == OrderStatus::Canceled;
    if (!m_habits.keepsUpdatedAt || !isEnd || order.invited)
        order.updated = at;
}

int Orders::timesUsed(const PromoCode &promo, const QString &exceptOrder) const
{
    int count = 0;
    for (const Order &order : m_orders) {
        const bool alive = order.open() || order.status == OrderStatus::Done;
        if (alive && order.id != exceptOrder && order.promoCodes.contains(promo.id))
            ++count;
    }
    return count;
}

void Orders::commit(Order order)
{
    const Order before = m_orders.value(order.id);
    const bool starts = order.status == OrderStatus::InProgress && before.status != OrderStatus::InProgress;
    if (starts && termsOf(order).redirects) {
        order.payToken = m_ids.token();
        m_tokens.insert(order.payToken, order.id);
    }
    m_inventory.release(without(before.tickets, order.tickets));
    m_inventory.reserve(without(order.tickets, before.tickets), order.id);
    if (order.status != before.status)
        enterStatus(order);
    if (!order.open())
        m_open.removeOne(order.id);
    m_orders.insert(order.id, order);
}

void Orders::enterStatus(Order &order)
{
    switch (order.status) {
    case OrderStatus::Executed:
    case OrderStatus::InProgress:
    case OrderStatus::Refunded:
        break;
    case OrderStatus::Canceled:
    case OrderStatus::Expired:
        m_inventory.release(order.tickets);
        break;
    case OrderStatus::Done:
        m_inventory.sell(order.tickets);
        for (const QString &ticket : order.tickets)
            order.barcodes.insert(ticket, m_ids.barcode());
        break;
    }
}

tl::expected<Order, Refusal> Orders::order(const QString &id) const
{
    const auto found = m_orders.constFind(id);
    if (found == m_orders.constEnd())
        return refuseUnknown(u"there is no order %1"_s.arg(id));
    return *found;
}

QList<Order> Orders::all() const
{
    QList<Order> list;
    for (const QString &id : m_orderIds)
        list.prepend(m_orders.value(id));
    return list;
}

tl::expected<Order, Refusal> Orders::orderByToken(const QString &token) const
{
    return order(m_tokens.value(token));
}

tl::expected<Order, Refusal> Orders::move(const QString &id, OrderStatus wanted, Actor actor)
{
    return moveAt(id, wanted, actor, m_clock.now());
}

tl::expected<Order, Refusal> Orders::moveAt(const QString &id, OrderStatus wanted, Actor actor, Instant at)
{
    Order order = m_orders.value(id);
    if (!mayBecome(order.status, wanted, actor, true))
        return refuse(forbidden(order.status, wanted));
    if (actor == Actor::Bank) {
        // The order had ended and its tickets were on sale; it gets those that are still vacant.
        m_orders[id].tickets.removeIf(
            [this](const QString &ticket) { return m_inventory.find(ticket)->state != SeatState::Vacant; });
        order.tickets = m_orders[id].tickets;
        m_inventory.reserve(order.tickets, id);
    }
    order.status = wanted;
    touch(order, at);
    commit(order);
    return m_orders.value(id);
}

void Orders::takeBack(const QString &id, const QStringList &tickets, Culprit culprit)
{
    Order &order = m_orders[id];
    for (const QString &ticket : tickets)
        order.barcodes.remove(ticket);
    // As the vendor does: the order loses the tickets and its face value shrinks; the seats go on sale again. A fee
    // that is not given back stays with the order.
    const Amount extra = order.extra;
    order.tickets = without(order.tickets, tickets);
    price(order, m_clock.now());
    if (culprit == Culprit::User)
        order.extra = extra;
    m_inventory.release(tickets);
    order.updated = m_clock.now();
    if (order.barcodes.isEmpty())
        order.status = OrderStatus::Refunded;
}

void Orders::holdUntil(const QString &id, Instant till)
{
    m_orders[id].reservedTill = till;
}

void Orders::schedule(const QString &id, ScheduledTransition transition)
{
    m_scheduled.insert(id, transition);
}

void Orders::spoilPage(const QString &id, PageFault fault)
{
    Order &order = m_orders[id];
    switch (fault) {
    case PageFault::None:
        m_tokens.remove(order.payToken);
        order.payToken.clear();
        break;
    case PageFault::Forbidden:
        order.payAddress = u"javascript:alert('okoshko')"_s;
        break;
    case PageFault::Left:
        order.buyerLeft = true;
        break;
    }
}

void Orders::catchUp()
{
    const Instant now = m_clock.now();
    const QStringList open = m_open;
    for (const QString &id : open) {
        const Instant till = m_orders.value(id).reservedTill;
        const auto next = m_scheduled.constFind(id);
        // Events are processed in the order of their times, however late this runs.
        if (next != m_scheduled.constEnd() && next->at <= now && next->at < till)
            carryOut(id);
        if (till <= now)
            (void)moveAt(id, OrderStatus::Expired, Actor::Timeout, till); // fails if the order has ended by then
    }
    const QStringList scheduled = m_scheduled.keys();
    for (const QString &id : scheduled) {
        if (m_scheduled.value(id).at <= now)
            carryOut(id);
    }
    m_inventory.catchUp();
}

void Orders::carryOut(const QString &id)
{
    const ScheduledTransition next = m_scheduled.take(id);
    (void)moveAt(id, next.to, next.actor, next.at); // fails if it is no longer possible
}

void Orders::shift(std::chrono::seconds step)
{
    for (Order &order : m_orders) {
        for (Instant *moment : {&order.created, &order.updated, &order.reservedTill, &order.busyUntil})
            *moment += step;
    }
    for (ScheduledTransition &next : m_scheduled)
        next.at += step;
    m_inventory.shift(step);
}

} // namespace okoshko::sandbox
