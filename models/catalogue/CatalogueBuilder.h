// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/Catalogue.h"
#include "models/catalogue/EventCodec.h"

#include <QMultiHash>
#include <QSet>

#include <map>

namespace okoshko::catalogue {

/// Knows the events, and makes catalogues of them. Texts that are the same for many events are kept once. Lives on one
/// thread; what it gives may go to others.
class CatalogueBuilder
{
public:
    explicit CatalogueBuilder(EventRules rules);

    /// The number of \a event's place; a new one is the greatest.
    [[nodiscard]] int placeOf(const Event &event);
    [[nodiscard]] const Place &place(int number) const { return m_places.at(number).place; }
    void addPlace(int number, const Place &place); ///< as it was kept; no other has that number
    void forgetPlace(int number);                  ///< of no event

    /// Learns an event, which stands for the one of its id that was known, if any; tells whether it is different.
    /// \a detailsMark stands for its details.
    bool learn(const Event &event, int place, quint16 detailsMark);
    void forget(const EventId &event);
    [[nodiscard]] KnownEventPtr known(const EventId &event) const { return m_known.value(event).event; }
    /// Of the details that the event was learned with last.
    [[nodiscard]] std::optional<quint16> detailsMark(const EventId &event) const;
    [[nodiscard]] QList<EventId> all() const { return m_known.keys(); }

    void setExtent(std::optional<Instant> asOf, bool isCut);
    [[nodiscard]] CataloguePtr publish();

private:
    struct KnownPlace
    {
        Place place;
        QString words;
    };
    struct Entry
    {
        KnownEventPtr event;
        quint16 detailsMark = 0;
    };

    [[nodiscard]] QString shared(const QString &text);

    EventRules m_rules;
    std::map<int, KnownPlace> m_places; ///< by number
    QMultiHash<VenueId, int> m_placesByVenue;
    QSet<QString> m_texts;
    QHash<EventId, Entry> m_known;
    Catalogue m_catalogue;
    QSet<EventId> m_unsorted; ///< learned since the last catalogue
    bool m_isShrunk = false;  ///< events were forgotten since, or stand elsewhere
};

} // namespace okoshko::catalogue
