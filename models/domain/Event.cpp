// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/Event.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

const PriceRule *TicketSet::nextRule(Instant now) const
{
    const PriceRule *next = nullptr;
    for (const PriceRule &rule : rules) {
        const bool ahead = rule.state == PriceRule::State::Other && rule.from && *rule.from > now;
        if (ahead && (!next || *rule.from < *next->from))
            next = &rule;
    }
    return next;
}

QString Venue::cityName(const QString &language) const
{
    for (const QString &key : {language, u"default"_s, u"ru"_s, u"en"_s}) {
        const auto it = cityNames.constFind(key);
        if (it != cityNames.cend() && !it->isEmpty())
            return *it;
    }
    return {};
}

const TicketSet *Event::set(const SetId &wanted) const
{
    const auto it = std::find_if(sets.cbegin(), sets.cend(),
                                 [&wanted](const TicketSet &candidate) { return candidate.id == wanted; });
    return it == sets.cend() ? nullptr : &*it;
}

} // namespace okoshko
