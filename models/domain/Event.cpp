// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/Event.h"

#include <algorithm>
#include <chrono>

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

std::optional<DealFee> DealFee::of(const QString &written)
{
    QString figures = written.trimmed();
    const bool isPercentage = figures.endsWith(u'%');
    if (isPercentage)
        figures = figures.chopped(1).trimmed();
    const auto number = Money::parse(figures); // no more than two decimals
    if (figures.isEmpty() || (number && *number <= Money()))
        return std::nullopt;
    const bool isKnown = isPercentage && number && *number <= Money::fromMinor(100'00);
    return DealFee{isKnown ? std::optional(static_cast<int>(number->minor())) : std::nullopt};
}

QString Venue::cityName(const QString &language) const
{
    for (const QString &key : {language, u"default"_s, u"ru"_s, u"en"_s}) {
        const auto it = cityNames.constFind(key);
        if (it != cityNames.cend() && !it->isEmpty())
            return *it;
    }
    const auto any =
        std::find_if(cityNames.cbegin(), cityNames.cend(), [](const QString &city) { return !city.isEmpty(); });
    return any == cityNames.cend() ? QString() : *any;
}

std::optional<QTimeZone> Venue::reportedZone() const
{
    const QTimeZone zone = timeZone.isEmpty() ? QTimeZone() : QTimeZone(timeZone);
    return zone.isValid() ? std::optional(zone) : std::nullopt;
}

QTimeZone Venue::zone() const
{
    const auto reported = reportedZone();
    return reported ? *reported : QTimeZone::systemTimeZone();
}

bool Event::isOver(Instant now) const
{
    const auto from = overFrom();
    return from && *from <= now;
}

std::optional<Instant> Event::overFrom() const
{
    if (end && (!start || *start < *end))
        return end;
    if (!start)
        return std::nullopt;
    const QDateTime began = toDateTime(*start).toTimeZone(venue.zone());
    const Instant dayEnds = toInstant(began.date().addDays(1).startOfDay(began.timeZone()));
    return std::max<Instant>(dayEnds, *start + std::chrono::hours(6));
}

bool Event::isUnderWay(Instant now) const
{
    return start && *start <= now && !isOver(now);
}

QString Event::sectorName(const QString &sector) const
{
    if (const auto it = sectorNames.constFind(sector); it != sectorNames.cend())
        return *it;
    const bool isName = std::find(sectorNames.cbegin(), sectorNames.cend(), sector) != sectorNames.cend();
    return isName ? sector : QString();
}

bool Event::addsFeeTo(const TicketSet &set) const
{
    const bool isInPrice = (set.fee && !set.fee->isZero()) || (set.face && set.face != set.price);
    return dealFee && set.isForSale() && !set.price->isZero() && !isInPrice;
}

const TicketSet *Event::set(const SetId &wanted) const
{
    const auto it = std::find_if(sets.cbegin(), sets.cend(),
                                 [&wanted](const TicketSet &candidate) { return candidate.id == wanted; });
    return it == sets.cend() ? nullptr : &*it;
}

} // namespace okoshko
