// SPDX-License-Identifier: GPL-3.0-or-later
#include "Vendor.h"

#include "OrderStates.h"
#include "PaymentSystems.h"
#include "Reservation.h"

namespace okoshko::sandbox {

namespace {

QString forbidden(OrderStatus from, OrderStatus to)
{
    return QStringLiteral("status: an order in %1 cannot become %2").arg(toText(from), toText(to));
}

bool isConfirmedByServer(const Order &order)
{
    const PaymentSystem *system = findPaymentSystem(order.payment.system);
    return system != nullptr && system->settling == PaymentSystem::Settling::ByServer;
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

} // namespace

Vendor::Vendor(Catalogue catalogue, Terms terms, Clock clock)
    : m_catalogue(std::move(catalogue))
    , m_terms(terms)
    , m_clock(std::move(clock))
    , m_ids(terms.seed)
    , m_stock(m_catalogue)
{
}

const Inventory &Vendor::stock()
{
    catchUp();
    return m_stock;
}

tl::expected<Changed, Refusal> Vendor::create(const OrderWish &wish)
{
    catchUp();
    if (!wish.event || !wish.wantsTickets())
        return refuse(QStringLiteral("event and either random or tickets must be sent"));
    const Event *event = eventOnOffer(*wish.event);
    if (event == nullptr)
        return refuseUnknown(QStringLiteral("there is no event %1").arg(*wish.event));
    if (event->status != QStringLiteral("public"))
        return refuse(QStringLiteral("event: it is not on sale"));
    if (const std::optional<Refusal> refusal = presaleRefusal(*event, wish))
        return tl::unexpected(*refusal);
    const Instant now = this->now();
    Order order;
    order.event = event->id;
    order.org = event->org;
    order.created = now;
    order.updated = now;
    order.reservedTill = now + m_terms.hold;
    order.dealPercent = m_habits.dealPercent;
    order.customer.insert(QStringLiteral("lang"), QStringLiteral("ru"));
    tl::expected<Draft, Refusal> drafted = draft(order, wish, now);
    if (!drafted)
        return tl::unexpected(drafted.error());
    // Only an order that comes to be takes an id, so that refusals leave a seeded row of ids alone.
    drafted->order.id = m_ids.id();
    drafted->order.number = m_ids.number();
    m_orderIds.append(drafted->order.id);
    m_open.append(drafted->order.id);
    commit(drafted->order);
    return Changed{m_orders.value(drafted->order.id), drafted->troubles};
}

tl::expected<Changed, Refusal> Vendor::change(const QString &id, const OrderWish &wish)
{
    tl::expected<Order, Refusal> known = order(id);
    if (!known)
        return tl::unexpected(known.error());
    const Instant now = this->now();
    if (now < known->busyUntil)
        return tl::unexpected(
            Refusal{Reason::Busy, {QStringLiteral("a change to this order is still being processed")}});
    if (wish.event && *wish.event != known->event)
        return refuse(QStringLiteral("event: an order cannot move to another event"));
    tl::expected<Draft, Refusal> drafted = draft(*known, wish, now);
    if (!drafted)
        return tl::unexpected(drafted.error());
    drafted->order.busyUntil = now + m_terms.processing;
    if (drafted->seen)
        touch(drafted->order, now);
    commit(drafted->order);
    return Changed{m_orders.value(id), drafted->troubles};
}

tl::expected<Vendor::Draft, Refusal> Vendor::draft(Order order, const OrderWish &wish, Instant now) const
{
    const bool edits = wish.wantsTickets() || wish.customer || wish.promoCodes || wish.payment;
    if (edits && !order.open())
        return refuse(QStringLiteral("an order in %1 cannot be changed").arg(toText(order.status)));
    if (order.status == OrderStatus::InProgress && (wish.customer || wish.promoCodes || wish.payment))
        return refuse(QStringLiteral("only tickets can be dropped once payment has begun"));
    Draft draft{std::move(order), {}, wish.wantsTickets()};
    if (wish.wantsTickets()) {
        const Event *event = m_catalogue.event(draft.order.event);
        const tl::expected<QStringList, Refusal> tickets = planTickets(m_stock, *event, draft.order, wish, now);
        if (!tickets)
            return tl::unexpected(tickets.error());
        draft.order.tickets = *tickets;
    }
    if (wish.customer) {
        for (auto it = wish.customer->begin(); it != wish.customer->end(); ++it)
            draft.order.customer.insert(it.key(), it.value());
    }
    if (wish.promoCodes && applyPromoCodes(draft, *wish.promoCodes) == Applied::No && !draft.order.id.isEmpty())
        return Draft{*m_orders.constFind(draft.order.id), draft.troubles}; // 200, and the order is what it was
    if (wish.payment) {
        draft.order.payment.system = wish.payment->system.value_or(draft.order.payment.system);
        draft.order.payment.successUrl = wish.payment->successUrl.value_or(draft.order.payment.successUrl);
        draft.order.payment.failureUrl = wish.payment->failureUrl.value_or(draft.order.payment.failureUrl);
    }
    priceOrder(draft.order, m_stock, m_catalogue, now);
    if (wish.status) {
        if (const std::optional<Refusal> refusal = draftStatus(draft, *wish.status, now))
            return tl::unexpected(*refusal);
    }
    return draft;
}

Vendor::Applied Vendor::applyPromoCodes(Draft &draft, const QStringList &codes) const
{
    draft.seen = true;
    draft.order.promoCodes.clear();
    for (const QString &code : codes) {
        const PromoCode *promo = m_catalogue.promoCode(code);
        if (promo == nullptr) {
            draft.troubles.append(
                {QStringLiteral("promocode_not_found"), QStringLiteral("There is no promo code %1").arg(code)});
        } else if (promo->uses > 0 && timesUsed(*promo, draft.order.id) >= promo->uses) {
            draft.troubles.append({QStringLiteral("promocode_already_used"),
                                   QStringLiteral("The promo code %1 has been used").arg(code)});
        } else if (draft.order.tickets.size() < promo->minTickets) {
            draft.troubles.append(
                {QStringLiteral("promocode_limit_min_tickets"),
                 QStringLiteral("The promo code %1 needs at least %2 tickets").arg(code).arg(promo->minTickets)});
        } else if (!draft.order.promoCodes.contains(promo->id)) {
            draft.order.promoCodes.append(promo->id);
        }
    }
    return draft.troubles.isEmpty() ? Applied::Yes : Applied::No;
}

std::optional<Refusal> Vendor::presaleRefusal(const Event &event, const OrderWish &wish)
{
    const QStringList codes = wish.promoCodes.value_or(QStringList());
    if (event.presale.isEmpty() || codes.contains(event.presale, Qt::CaseInsensitive))
        return std::nullopt;
    return Refusal{Reason::Invalid,
                   {codes.isEmpty() ? QStringLiteral("Promokey needed") : QStringLiteral("Promokey not founded")}};
}

void Vendor::touch(Order &order, Instant at) const
{
    // As recorded: an invitation, done at its start, moves it all the same.
    const bool isEnd = order.status == OrderStatus::Done || order.status == OrderStatus::Canceled;
    if (!m_habits.updatedStands || !isEnd || order.invited)
        order.updated = at;
}

int Vendor::timesUsed(const PromoCode &promo, const QString &exceptOrder) const
{
    int count = 0;
    for (const Order &order : m_orders) {
        const bool alive = order.open() || order.status == OrderStatus::Done;
        if (alive && order.id != exceptOrder && order.promoCodes.contains(promo.id))
            ++count;
    }
    return count;
}

PaymentTerms Vendor::termsOf(const Order &order) const
{
    // Nothing is to be paid for a free order, so nobody is sent to a payment page.
    if (order.full().minor == 0)
        return {false, std::chrono::hours(12)};
    return termsFor(*m_catalogue.organiser(order.org), *findPaymentSystem(order.payment.system));
}

std::optional<Refusal> Vendor::draftStatus(Draft &draft, OrderStatus wanted, Instant now) const
{
    Order &order = draft.order;
    if (!mayBecome(order.status, wanted, Actor::Seller,
                   !order.payToken.isEmpty() || sandbox::isConfirmedByServer(order)))
        return Refusal{Reason::Invalid, {forbidden(order.status, wanted)}};
    draft.seen = true;
    order.status = wanted;
    if (wanted == OrderStatus::InProgress)
        return draftStart(draft, now);
    return std::nullopt;
}

std::optional<Refusal> Vendor::draftStart(Draft &draft, Instant now) const
{
    Order &order = draft.order;
    const PaymentSystem *system = findPaymentSystem(order.payment.system);
    if (order.tickets.isEmpty())
        return Refusal{Reason::Invalid, {QStringLiteral("status: an order without tickets cannot be paid")}};
    if (system == nullptr)
        return Refusal{Reason::Invalid, {QStringLiteral("payment.system: must be chosen before payment begins")}};
    QStringList missing;
    for (const char *field : {"first_name", "last_name", "email"}) {
        if (system->needsCustomer && order.customer.value(QString::fromLatin1(field)).trimmed().isEmpty())
            missing.append(
                QStringLiteral("customer.%1: is needed by %2").arg(QString::fromLatin1(field), system->name));
    }
    if (!missing.isEmpty())
        return Refusal{Reason::Invalid, missing};
    order.started = true;
    if (system->settling == PaymentSystem::Settling::AtOnce) {
        order.status = OrderStatus::Done;
        order.invited = true;
    } else {
        order.reservedTill = now + *termsOf(order).hold;
    }
    return std::nullopt;
}

void Vendor::commit(Order order)
{
    const Order before = m_orders.value(order.id);
    const bool starts = order.status == OrderStatus::InProgress && before.status != OrderStatus::InProgress;
    if (starts && termsOf(order).redirects) {
        order.payToken = m_ids.token();
        m_tokens.insert(order.payToken, order.id);
    }
    m_stock.release(without(before.tickets, order.tickets));
    m_stock.reserve(without(order.tickets, before.tickets), order.id);
    if (order.status != before.status)
        arrive(order);
    if (!order.open())
        m_open.removeOne(order.id);
    m_orders.insert(order.id, order);
}

void Vendor::arrive(Order &order)
{
    switch (order.status) {
    case OrderStatus::Executed:
    case OrderStatus::InProgress:
    case OrderStatus::Refunded:
        break;
    case OrderStatus::Canceled:
    case OrderStatus::Expired:
        m_stock.release(order.tickets);
        break;
    case OrderStatus::Done:
        m_stock.sell(order.tickets);
        for (const QString &ticket : order.tickets)
            order.barcodes.insert(ticket, m_ids.barcode());
        break;
    }
}

tl::expected<Order, Refusal> Vendor::order(const QString &id)
{
    catchUp();
    const auto found = m_orders.constFind(id);
    if (found == m_orders.constEnd())
        return refuseUnknown(QStringLiteral("there is no order %1").arg(id));
    return *found;
}

QList<Order> Vendor::orders()
{
    catchUp();
    QList<Order> list;
    for (auto it = m_orderIds.crbegin(); it != m_orderIds.crend(); ++it)
        list.append(m_orders.value(*it));
    return list;
}

tl::expected<Order, Refusal> Vendor::orderByToken(const QString &token)
{
    return order(m_tokens.value(token));
}

tl::expected<Order, Refusal> Vendor::settlePayment(const QString &token, bool paid)
{
    tl::expected<Order, Refusal> order = orderByToken(token);
    if (!order)
        return order;
    const OrderStatus wanted = paid ? OrderStatus::Done : OrderStatus::Canceled;
    if (order->buyerLeft)
        return refuse(QStringLiteral("the buyer has closed the page"));
    if (!mayBecome(order->status, wanted, Actor::PaymentPage, true))
        return refuse(forbidden(order->status, wanted));
    order->status = wanted;
    touch(*order, now());
    commit(*order);
    return m_orders.value(order->id);
}

bool Vendor::isConfirmedByServer(const QString &id)
{
    const tl::expected<Order, Refusal> order = this->order(id);
    return order && sandbox::isConfirmedByServer(*order);
}

tl::expected<Order, Refusal> Vendor::settle(const QString &id, bool paid)
{
    tl::expected<Order, Refusal> order = this->order(id);
    if (!order || !order->payToken.isEmpty())
        return order ? settlePayment(order->payToken, paid) : order;
    const OrderStatus wanted = paid ? OrderStatus::Done : OrderStatus::Canceled;
    if (!sandbox::isConfirmedByServer(*order))
        return refuse(QStringLiteral("the order has no payment page"));
    if (!mayBecome(order->status, wanted, Actor::PaymentPage, true))
        return refuse(forbidden(order->status, wanted));
    order->status = wanted;
    touch(*order, now());
    commit(*order);
    return m_orders.value(id);
}

} // namespace okoshko::sandbox
