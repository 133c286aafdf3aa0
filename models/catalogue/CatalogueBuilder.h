// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/Catalogue.h"
#include "models/catalogue/EventCodec.h"

#include <QMultiHash>
#include <QSet>

#include <map>

namespace okoshko::catalogue {

/// Holds the known events and builds catalogues. Texts that are equal for many events are stored once. Used on one
/// thread; the catalogues may be shared with others.
class CatalogueBuilder
{
public:
    explicit CatalogueBuilder(EventRules rules);

    /// The number of \a event's place; new places get the next number.
    [[nodiscard]] int placeOf(const Event &event);
    [[nodiscard]] const Place &place(int number) const { return m_places.at(number).place; }
    void addPlace(int number, const Place &place); ///< from the copy; the number must be unused
    void forgetPlace(int number);                  ///< must not be used by an event

    /// Adds or replaces an event; returns whether it changed. \a detailsMark is a checksum of its details.
    bool learn(const Event &event, int place, quint16 detailsMark);
    void forget(const EventId &event);
    [[nodiscard]] KnownEventPtr known(const EventId &event) const { return m_known.value(event).event; }
    /// The detailsMark of the event's last learn().
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
    QSet<EventId> m_unsorted; ///< changed since the last catalogue
    bool m_isShrunk = false;  ///< events were removed or moved since then
};

} // namespace okoshko::catalogue
