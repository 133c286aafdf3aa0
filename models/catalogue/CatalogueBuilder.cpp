// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/CatalogueBuilder.h"

#include <algorithm>
#include <utility>

namespace okoshko::catalogue {

CatalogueBuilder::CatalogueBuilder(EventRules rules)
    : m_rules(std::move(rules))
{
}

QString CatalogueBuilder::shared(const QString &text)
{
    const auto it = m_texts.constFind(text);
    if (it != m_texts.cend())
        return *it;
    QString exact = text;
    exact.squeeze(); // the decoder reserves too much
    m_texts.insert(exact);
    return exact;
}

int CatalogueBuilder::placeOf(const Event &event)
{
    const auto [from, to] = std::as_const(m_placesByVenue).equal_range(event.venue.id);
    const auto it = std::find_if(from, to, [&](int number) {
        const Place &known = place(number);
        return known.venue == event.venue && known.sectorNames == event.sectorNames;
    });
    if (it != to)
        return *it;
    const int number = m_places.empty() ? 0 : m_places.rbegin()->first + 1;
    addPlace(number, {event.venue, event.sectorNames});
    return number;
}

void CatalogueBuilder::addPlace(int number, const Place &place)
{
    m_placesByVenue.insert(place.venue.id, number);
    m_places.insert({number, {place, m_rules.places(place.venue)}});
}

void CatalogueBuilder::forgetPlace(int number)
{
    m_placesByVenue.remove(place(number).venue.id, number);
    m_places.erase(number);
}

bool CatalogueBuilder::learn(const Event &reported, int place, quint16 detailsMark)
{
    const KnownPlace &itsPlace = m_places.at(place);
    const auto known = m_known.find(reported.id);
    if (known != m_known.end()) {
        known->detailsMark = detailsMark;
        if (known->event->event == withoutDetails(reported))
            return false;
        m_isShrunk = true;
    }
    // Copies all texts: the decoder's texts lie between freed blocks and would fragment the memory.
    Event event = decodeBrief(encodeBrief(reported)).value_or(Event());
    event.venue = itsPlace.place.venue;
    event.sectorNames = itsPlace.place.sectorNames;
    event.ageRating = shared(event.ageRating);
    if (event.legal) {
        for (QString *text :
             {&event.legal->name, &event.legal->inn, &event.legal->ogrn, &event.legal->ogrnip, &event.legal->address})
            *text = shared(*text);
    }
    for (TicketSet &set : event.sets) {
        set.name = shared(set.name);
        set.sector = shared(set.sector);
    }
    const EventId id = event.id;
    const auto overFrom = event.overFrom();
    QString words = m_rules.words(event);
    words.squeeze();
    m_known.insert(id, {std::make_shared<const KnownEvent>(
                            KnownEvent{std::move(event), overFrom, std::move(words), itsPlace.words}),
                        detailsMark});
    m_unsorted.insert(id);
    return true;
}

void CatalogueBuilder::forget(const EventId &event)
{
    if (m_known.remove(event))
        m_isShrunk = true;
    m_unsorted.remove(event);
}

std::optional<quint16> CatalogueBuilder::detailsMark(const EventId &event) const
{
    const auto it = m_known.constFind(event);
    return it == m_known.cend() ? std::nullopt : std::optional(it->detailsMark);
}

void CatalogueBuilder::setExtent(std::optional<Instant> asOf, bool isCut)
{
    m_catalogue.asOf = asOf;
    m_catalogue.isCut = isCut;
}

CataloguePtr CatalogueBuilder::publish()
{
    const auto isEarlier = [this](const KnownEventPtr &a, const KnownEventPtr &b) {
        return m_rules.isEarlier(a->event, b->event);
    };
    QList<KnownEventPtr> &events = m_catalogue.events;
    if (m_isShrunk) {
        events.removeIf([this](const KnownEventPtr &event) { return known(event->event.id) != event; });
        m_catalogue.byId.removeIf([this](const auto &it) { return known(it.key()) != it.value(); });
    }
    const qsizetype before = events.size();
    for (const EventId &id : std::as_const(m_unsorted)) {
        const KnownEventPtr event = known(id);
        events.append(event);
        m_catalogue.byId.insert(id, event);
    }
    std::sort(events.begin() + before, events.end(), isEarlier);
    std::inplace_merge(events.begin(), events.begin() + before, events.end(), isEarlier);
    m_unsorted.clear();
    m_isShrunk = false;
    return std::make_shared<const Catalogue>(m_catalogue);
}

} // namespace okoshko::catalogue
