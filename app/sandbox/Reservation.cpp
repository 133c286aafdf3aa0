// SPDX-License-Identifier: GPL-3.0-or-later
#include "Reservation.h"

namespace okoshko::sandbox {

namespace {

bool available(const Seat &seat, const Order &order)
{
    return seat.state == SeatState::Vacant || order.tickets.contains(seat.id);
}

struct Plan
{
    QStringList tickets;
    qsizetype wanted = 0;
};

tl::expected<Plan, Refusal> planChosen(const Inventory &stock, const Event &event, const Order &order,
                                       const QStringList &wanted)
{
    Plan plan{{}, wanted.size()};
    (void)stock.ofEvent(event.id); // makes the seats of a generated event
    for (const QString &id : wanted) {
        const Seat *seat = stock.find(id);
        if (seat == nullptr || seat->event != event.id)
            return refuse(QStringLiteral("tickets: %1 is no ticket of this event").arg(id));
        if (available(*seat, order))
            plan.tickets.append(id);
    }
    return plan;
}

tl::expected<Plan, Refusal> planRandom(const Inventory &stock, const Event &event, const Order &order,
                                       const QMap<QString, int> &wanted)
{
    Plan plan;
    const QList<const Seat *> seats = stock.ofEvent(event.id);
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        const TicketSet *set = event.set(it.key());
        if (set == nullptr)
            return refuse(QStringLiteral("random: %1 is no set of this event").arg(it.key()));
        if (set->withSeats())
            return refuse(QStringLiteral("random: set %1 has seats, choose tickets").arg(it.key()));
        int missing = it.value();
        // What the order holds already comes first, so that a repeated request changes nothing.
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

} // namespace

tl::expected<QStringList, Refusal> planTickets(const Inventory &stock, const Event &event, const Order &order,
                                               const OrderWish &wish, Instant now)
{
    tl::expected<Plan, Refusal> plan =
        wish.tickets ? planChosen(stock, event, order, *wish.tickets) : planRandom(stock, event, order, *wish.random);
    if (!plan)
        return tl::unexpected(plan.error());
    for (const QString &id : plan->tickets) {
        const QString set = stock.find(id)->set;
        if (!order.rules.contains(set) && event.set(set)->currentRule(now) == nullptr)
            return refuse(QStringLiteral("set %1 has no price now").arg(set));
    }
    if (wish.allOrNothing && plan->tickets.size() < plan->wanted)
        plan->tickets.clear();
    if (order.status != OrderStatus::InProgress)
        return plan->tickets;
    for (const QString &id : plan->tickets) {
        if (!order.tickets.contains(id))
            return refuse(QStringLiteral("tickets: none can be added once payment has begun"));
    }
    if (plan->tickets.isEmpty() || plan->tickets.size() < plan->wanted)
        return refuse(QStringLiteral("tickets: only some of the order's own can be dropped once payment has begun"));
    return plan->tickets;
}

Amount feeOf(const PriceRule &rule, const Order &order)
{
    return rule.extra.minor == 0 ? Amount{rule.org.minor * order.dealPercent / 100} : rule.extra;
}

void priceOrder(Order &order, const Inventory &stock, const Catalogue &catalogue, Instant now)
{
    const Event *event = catalogue.event(order.event);
    const QMap<QString, QString> before = std::exchange(order.rules, {});
    order.nominal = {};
    order.extra = {};
    for (const QString &ticket : order.tickets) {
        const TicketSet *set = event->set(stock.find(ticket)->set);
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

} // namespace okoshko::sandbox
