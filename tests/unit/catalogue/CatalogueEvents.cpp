// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/catalogue/CatalogueEvents.h"

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

template <class AnyId>
AnyId idOf(const QString &kind, int number)
{
    return *AnyId::parse(kind + QString::number(number).rightJustified(24 - kind.size(), u'0'));
}

} // namespace

Event fullEvent(int number, int vacant)
{
    Event event;
    event.id = idOf<EventId>(u"event"_s, number);
    event.title = u"Вечер №%1"_s.arg(number);
    event.description = u"Что будет на вечере %1"_s.arg(number);
    event.start = Instant(std::chrono::hours(500000 + number));
    event.end = *event.start + std::chrono::hours(3);
    event.dates = number % 2 ? Event::Dates::WithTime : Event::Dates::DaysOnly;
    event.sale = Event::Sale::Open;
    event.ageRating = u"12"_s;
    event.venue.id = idOf<VenueId>(u"venue"_s, number / 4);
    event.venue.name = u"Зал %1"_s.arg(number / 4);
    event.venue.address = u"ул. Ленина, %1"_s.arg(number / 4);
    event.venue.cityNames = {{u"ru"_s, u"Самара"_s}, {u"en"_s, u"Samara"_s}};
    event.venue.timeZone = "Europe/Samara";
    event.sectorNames = {{u"s1"_s, u"Партер"_s}};
    event.dealFee = DealFee{number % 3 == 0 ? std::optional(1000 + number) : std::nullopt};
    event.amount = 200;
    event.vacant = vacant + 100;
    event.unreadableSets = 1;
    event.organiser = idOf<PartnerId>(u"org"_s, number / 4);
    if (number % 2 == 0)
        event.legal = Legal{u"ООО «Вечер»"_s, u"7700000000"_s, u"1027700000000"_s, {}, u"г. Самара"_s};
    event.setList = number % 5 == 3 ? Event::SetList::NotReported : Event::SetList::Reported;
    TicketSet cheap;
    cheap.id = idOf<SetId>(u"cheap"_s, number);
    cheap.name = u"Балкон"_s;
    cheap.description = u"Без места"_s;
    TicketSet dear;
    dear.id = idOf<SetId>(u"dear"_s, number);
    dear.position = 1;
    dear.name = u"Партер"_s;
    dear.sector = u"s1"_s;
    dear.amount = 100;
    dear.vacant = vacant;
    dear.face = Money::fromMinor(100000);
    dear.fee = Money::fromMinor(5000);
    dear.price = Money::fromMinor(105000);
    dear.seating = TicketSet::Seating::Numbered;
    dear.rules = {{.id = idOf<RuleId>(u"rule"_s, number),
                   .until = *event.start,
                   .face = dear.face,
                   .fee = dear.fee,
                   .price = dear.price,
                   .state = PriceRule::State::Current}};
    event.sets = {cheap, dear};
    return event;
}

QList<Event> fullEvents(int count)
{
    QList<Event> events;
    for (int number = 0; number < count; ++number)
        events << fullEvent(number);
    return events;
}

} // namespace okoshko::test
