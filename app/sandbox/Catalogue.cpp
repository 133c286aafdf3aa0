// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catalogue.h"

#include <algorithm>

namespace okoshko::sandbox {

namespace {

template <typename T>
const T *byId(const QList<T> &list, const QString &id)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const T &item) { return item.id == id; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

const PriceRule *TicketSet::currentRule(Instant now) const
{
    qsizetype current = 0; // the first rule is in force until another one begins
    for (qsizetype i = 1; i < rules.size(); ++i) {
        if (*rules[i].from <= now)
            current = i;
    }
    const PriceRule &rule = rules[current];
    return rule.until && *rule.until <= now ? nullptr : &rule;
}

const PriceRule *TicketSet::rule(const QString &ruleId) const
{
    return byId(rules, ruleId);
}

const TicketSet *Event::set(const QString &setId) const
{
    return byId(sets, setId);
}

void Catalogue::add(const Catalogue &other)
{
    organisers += other.organisers;
    venues += other.venues;
    events += other.events;
    promoCodes += other.promoCodes;
}

const Organiser *Catalogue::organiser(const QString &id) const
{
    return byId(organisers, id);
}

const Venue *Catalogue::venue(const QString &id) const
{
    return byId(venues, id);
}

const Event *Catalogue::event(const QString &id) const
{
    return byId(events, id);
}

const PromoCode *Catalogue::promoCode(const QString &idOrCode) const
{
    const auto found = std::find_if(promoCodes.begin(), promoCodes.end(), [&](const PromoCode &promo) {
        return promo.id == idOrCode || promo.code.compare(idOrCode, Qt::CaseInsensitive) == 0;
    });
    return found == promoCodes.end() ? nullptr : &*found;
}

} // namespace okoshko::sandbox
