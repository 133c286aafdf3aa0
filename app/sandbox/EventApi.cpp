// SPDX-License-Identifier: GPL-3.0-or-later
#include "EventApi.h"

#include "EventJson.h"
#include "NewerGeneration.h"

#include <algorithm>

namespace okoshko::sandbox {

namespace {

QString idOf(const QJsonObject &object)
{
    return object.value(QStringLiteral("id")).toString();
}

Amount lowestPrice(const Event &event, Instant now)
{
    std::optional<Amount> lowest;
    for (const TicketSet &set : event.sets) {
        if (const PriceRule *rule = set.currentRule(now))
            lowest = std::min(lowest.value_or(rule->org + rule->extra), rule->org + rule->extra);
    }
    return lowest.value_or(Amount{});
}

} // namespace

const Event *EventApi::onOffer(const QString &id) const
{
    const Event *event = m_vendor.eventOnOffer(id);
    return event == nullptr || !m_traits.isOffered(*event) ? nullptr : event;
}

QJsonObject EventApi::render(const Call &call, const Event &event)
{
    return m_references.narrow(call, toJson(event, m_vendor.catalogue(), m_vendor.stock(), m_vendor.now()));
}

QList<const Event *> EventApi::filtered(ListQuery &query) const
{
    const QStringList orgs = query.words(QStringLiteral("org"));
    const QStringList venues = query.words(QStringLiteral("venue"));
    const QStringList cities = query.words(QStringLiteral("city"));
    const QStringList countries = query.words(QStringLiteral("country"));
    const QStringList ids = query.words(QStringLiteral("ids"));
    const QStringList statuses = query.words(QStringLiteral("status"));
    const QStringList tags = query.words(QStringLiteral("tags"));
    const auto lifetime = query.instants(QStringLiteral("lifetime__range"));
    const auto price = query.amounts(QStringLiteral("price__range"));
    const Instant now = m_vendor.now();
    QList<const Event *> found;
    for (const Event &event : m_vendor.catalogue().events) {
        const Venue &venue = *m_vendor.catalogue().venue(event.venue);
        const bool inTime = !lifetime || (event.begin <= lifetime->high && event.end >= lifetime->low);
        const bool inPrice = !price || std::any_of(event.sets.begin(), event.sets.end(), [&](const TicketSet &set) {
            const PriceRule *rule = set.currentRule(now);
            return rule != nullptr && price->contains(rule->org + rule->extra);
        });
        const bool isTagged = tags.isEmpty() || std::any_of(tags.begin(), tags.end(), [&event](const QString &tag) {
                                  return event.tags.contains(tag);
                              });
        const bool isOnOffer = now >= event.goneUntil && m_traits.isOffered(event);
        if (isOnOffer && inTime && inPrice && isTagged && passes(ids, event.id) && passes(statuses, event.status) &&
            passes(orgs, event.org) && passes(venues, venue.id) &&
            (cities.isEmpty() || passes(cities, idOf(venue.city))) &&
            (countries.isEmpty() || passes(countries, idOf(venue.country))))
            found.append(&event);
    }
    return found;
}

void EventApi::sort(QList<const Event *> &events, ListQuery &query) const
{
    const Instant now = m_vendor.now();
    QStringList keys = query.words(QStringLiteral("sort"));
    std::reverse(keys.begin(), keys.end()); // stable sorts, the least important key first
    for (QString key : keys) {
        const bool down = key.startsWith(QLatin1Char('-'));
        if (down)
            key.remove(0, 1);
        const bool byPrice = key == QStringLiteral("price");
        if (!byPrice && key != QStringLiteral("start"))
            query.complain(QStringLiteral("sort"), QStringLiteral("can be by price and start"));
        std::stable_sort(events.begin(), events.end(), [&](const Event *a, const Event *b) {
            const Event &first = down ? *b : *a;
            const Event &second = down ? *a : *b;
            return byPrice ? lowestPrice(first, now) < lowestPrice(second, now) : first.begin < second.begin;
        });
    }
}

Reply EventApi::list(const Call &call)
{
    ListQuery query(call.request);
    QList<const Event *> events = filtered(query);
    sort(events, query);
    events = query.page(events, m_traits.paging(call));
    if (const auto refusal = query.refusal())
        return errorReply(*refusal);
    m_traits.noteOffered(events, call);
    const bool hasHoles = m_traits.meets(Scenario::Holes, call);
    QJsonArray rendered;
    for (const Event *event : std::as_const(events)) {
        const QJsonObject json = render(call, *event);
        rendered.append(hasHoles ? VendorTraits::withHolesInSets(json) : json);
    }
    if (m_traits.meets(Scenario::NewerGeneration, call))
        return newerListReply(rendered);
    return jsonReply(200, hasHoles ? VendorTraits::withHoles(rendered) : rendered);
}

Reply EventApi::read(const Call &call)
{
    const Event *event = onOffer(call.id);
    if (event == nullptr)
        return errorReply(404, QStringLiteral("there is no event %1").arg(call.id));
    const QJsonObject json = render(call, *event);
    if (m_traits.meets(Scenario::NewerGeneration, call))
        return newerReply(json);
    return jsonReply(200, m_traits.meets(Scenario::Holes, call) ? VendorTraits::withHolesInSets(json) : json);
}

Reply EventApi::tickets(const Call &call)
{
    if (onOffer(call.id) == nullptr)
        return errorReply(404, QStringLiteral("there is no event %1").arg(call.id));
    ListQuery query(call.request);
    const QStringList statuses = query.words(QStringLiteral("status"));
    const QStringList sectors = query.words(QStringLiteral("sector"));
    for (const QString &status : statuses) {
        if (!seatStateFrom(status))
            query.complain(QStringLiteral("status"), QStringLiteral("unknown status"));
    }
    if (const auto refusal = query.refusal())
        return errorReply(*refusal);
    QHash<QString, Instant> holds;
    for (const Order &order : m_vendor.orders()) {
        if (order.event == call.id && order.open())
            holds.insert(order.id, order.reservedTill);
    }
    QJsonArray tickets;
    for (const Seat *seat : m_vendor.stock().ofEvent(call.id)) {
        if (!passes(statuses, toText(seat->state)) || !passes(sectors, seat->sector))
            continue;
        const auto hold = holds.constFind(seat->order);
        const auto till = hold == holds.constEnd() ? std::nullopt : std::optional<Instant>(*hold);
        tickets.append(m_references.narrow(call, toJson(*seat, till)));
    }
    if (m_traits.meets(Scenario::NewerGeneration, call))
        return newerListReply(tickets);
    return jsonReply(200, m_traits.meets(Scenario::Holes, call) ? VendorTraits::withHoles(tickets) : tickets);
}

Reply EventApi::partner(const Call &call)
{
    const Organiser *organiser = m_vendor.catalogue().organiser(call.id);
    if (organiser == nullptr)
        return errorReply(404, QStringLiteral("there is no partner %1").arg(call.id));
    return jsonReply(200, m_references.narrow(call, toJson(*organiser)));
}

} // namespace okoshko::sandbox
