// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"
#include "models/domain/Instant.h"
#include "models/domain/Money.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace okoshko {

/// A price and when it holds. At most one rule of a set is current: rules end a minute before the next one begins, and
/// the last one can end before the event does (public payloads).
struct PriceRule
{
    RuleId id;
    std::optional<Instant> from;  ///< from when it holds; nothing = always held
    std::optional<Instant> until; ///< until when; nothing = open
    std::optional<Money> face;    ///< `price_org`
    std::optional<Money> fee;     ///< `price_extra`
    std::optional<Money> price;   ///< `price`: face and fee
    enum class State { Current, Other } state = State::Other;

    friend bool operator==(const PriceRule &, const PriceRule &) = default;
};

/// A set: tickets of one kind and price within an event ("Категория").
struct TicketSet
{
    enum class Seating { Free, Numbered };

    SetId id;
    int position = 0; ///< `pos`, the order in which sets are shown
    QString name;
    QString description;
    QString sector;             ///< an id of Event::sectorNames; empty where the set is of no sector, or of several
    std::optional<int> amount;  ///< nothing: not told
    std::optional<int> vacant;  ///< nothing: not told (old public payloads)
    std::optional<Money> face;  ///< before the fee
    std::optional<Money> fee;   ///< nothing: not told. The organiser's deal may add another one to the order.
    std::optional<Money> price; ///< face and fee; nothing: not for sale at the moment, being between two price rules
    Seating seating = Seating::Free;
    QList<PriceRule> rules;

    /// A price holds at the moment, and it is none below zero.
    [[nodiscard]] bool isForSale() const { return price && *price >= Money(); }
    /// The rule that takes over next after \a now, if the server told of one.
    [[nodiscard]] const PriceRule *nextRule(Instant now) const;

    friend bool operator==(const TicketSet &, const TicketSet &) = default;
};

/// The fee that the deal between organiser and seller puts on top of the face price (`deal.extra`).
struct DealFee
{
    std::optional<int> percent; ///< in hundredths of a percent; nothing: told in a form whose meaning is not known

    /// As it is written: `10.0%`. Nothing where that is no fee.
    [[nodiscard]] static std::optional<DealFee> of(const QString &written);

    friend bool operator==(const DealFee &, const DealFee &) = default;
};

struct Venue
{
    VenueId id;
    QString name;
    QString address;
    QHash<QString, QString> cityNames; ///< by language ("ru", "en", "default")
    QByteArray timeZone;               ///< IANA id of the city, empty if not told

    /// The city in \a language, else the default one, else any; empty if not told.
    [[nodiscard]] QString cityName(const QString &language) const;
    /// The zone that is told and known, if any.
    [[nodiscard]] std::optional<QTimeZone> reportedZone() const;
    /// That zone, or this computer's.
    [[nodiscard]] QTimeZone zone() const;

    friend bool operator==(const Venue &, const Venue &) = default;
};

/// When an event takes place.
struct EventTime
{
    /// Whether start and end are times of day, or whole days of the venue.
    enum class Dates { WithTime, DaysOnly };

    /// Where the server told a local time or a day, it was read in the venue's zone, or in this computer's where the
    /// venue tells none (Venue::zone).
    std::optional<Instant> start;
    std::optional<Instant> end; ///< with DaysOnly the midnight that ends the last day
    Dates dates = Dates::WithTime;

    friend bool operator==(const EventTime &, const EventTime &) = default;
};

struct Event : EventTime
{
    /// `status`: only "public" may be sold. Old public payloads have none: those lists hold what is on sale.
    enum class Sale { Open, Closed, NotReported };

    EventId id;
    QString title;
    QString description;
    Sale sale = Sale::NotReported;
    QString ageRating;
    Venue venue;
    std::optional<DealFee> dealFee; ///< nothing: none is told, yet an order may still come with one
    QList<TicketSet> sets;          ///< by position
    enum class SetList { Reported, NotReported } setList = SetList::Reported;
    int unreadableSets = 0;              ///< sets that were left out because they could not be read
    QHash<QString, QString> sectorNames; ///< `map.sectors`: by the id that seats and sets name
    std::optional<int> amount;           ///< nothing: not told
    std::optional<int> vacant;           ///< nothing: not told

    [[nodiscard]] const TicketSet *set(const SetId &wanted) const;
    /// The fee of the deal is to be expected on top of the price of \a set. Mostly it stands in that price already
    /// (public payloads).
    [[nodiscard]] bool addsFeeTo(const TicketSet &set) const;
    /// May be sold as far as the server tells.
    [[nodiscard]] bool isOnSale() const { return sale != Sale::Closed; }
    /// The event has ended at \a now. One without an end after its start lasts until its first day ends, but six hours
    /// at least; one without start and end is never over.
    [[nodiscard]] bool isOver(Instant now) const;
    /// From when on it is over; nothing: never.
    [[nodiscard]] std::optional<Instant> overFrom() const;
    /// The event has begun at \a now and is not over.
    [[nodiscard]] bool isUnderWay(Instant now) const;
    /// The name of the sector that a seat or a set of the event tells by its id or by that name; empty where the map
    /// has no such sector.
    [[nodiscard]] QString sectorName(const QString &sector) const;

    friend bool operator==(const Event &, const Event &) = default;
};

} // namespace okoshko
