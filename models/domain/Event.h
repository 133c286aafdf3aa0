// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"
#include "models/domain/Instant.h"
#include "models/domain/Legal.h"
#include "models/domain/Money.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace okoshko {

/// A price and its period. At most one rule of a set is current: rules end a minute before the next one begins, and the
/// last one can end before the event does (public payloads).
struct PriceRule
{
    RuleId id;
    std::optional<Instant> from;  ///< nothing = no lower bound
    std::optional<Instant> until; ///< nothing = no upper bound
    std::optional<Money> face;    ///< `price_org`
    std::optional<Money> fee;     ///< `price_extra`
    std::optional<Money> price;   ///< `price`: face price and fee
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
    QString sector;             ///< an id of Event::sectorNames; empty if the set has no sector, or several
    std::optional<int> amount;  ///< nothing = not reported
    std::optional<int> vacant;  ///< nothing = not reported (old public payloads)
    std::optional<Money> face;  ///< before the fee
    std::optional<Money> fee;   ///< nothing = not reported. The organiser's deal may add another fee to the order.
    std::optional<Money> price; ///< face price and fee; nothing = not for sale, between two price rules
    Seating seating = Seating::Free;
    QList<PriceRule> rules;

    /// There is a price now, and it is not negative.
    [[nodiscard]] bool isForSale() const { return price && *price >= Money(); }
    /// The rule that begins next after \a now, if any.
    [[nodiscard]] const PriceRule *nextRule(Instant now) const;

    friend bool operator==(const TicketSet &, const TicketSet &) = default;
};

/// The fee that the deal between organiser and seller puts on top of the face price (`deal.extra`).
struct DealFee
{
    std::optional<int> percent; ///< in hundredths of a percent; nothing = the form is unknown

    /// Parses \a written, `10.0%`; nothing if it is no fee.
    [[nodiscard]] static std::optional<DealFee> of(const QString &written);

    friend bool operator==(const DealFee &, const DealFee &) = default;
};

struct Venue
{
    VenueId id;
    QString name;
    QString address;
    QHash<QString, QString> cityNames; ///< by language ("ru", "en", "default")
    QByteArray timeZone;               ///< IANA id, empty if not reported

    /// The city in \a language, else the default name, else any; empty if not reported.
    [[nodiscard]] QString cityName(const QString &language) const;
    /// The reported zone, if this computer knows it.
    [[nodiscard]] std::optional<QTimeZone> reportedZone() const;
    /// The reported zone, or this computer's.
    [[nodiscard]] QTimeZone zone() const;

    friend bool operator==(const Venue &, const Venue &) = default;
};

/// When an event takes place.
struct EventTime
{
    /// Whether start and end are times of day, or whole days of the venue.
    enum class Dates { WithTime, DaysOnly };

    /// UTC. Local times and days are converted by the venue's zone (Venue::zone).
    std::optional<Instant> start;
    std::optional<Instant> end; ///< with DaysOnly the midnight after the last day
    Dates dates = Dates::WithTime;

    friend bool operator==(const EventTime &, const EventTime &) = default;
};

struct Event : EventTime
{
    /// `status`: only "public" may be sold. Old public payloads have no status; their lists contain events on sale
    /// only.
    enum class Sale { Open, Closed, NotReported };

    EventId id;
    QString title;
    QString description;
    Sale sale = Sale::NotReported;
    QString ageRating;
    Venue venue;
    std::optional<DealFee> dealFee; ///< nothing = not reported; an order may still include one
    QList<TicketSet> sets;          ///< by position
    enum class SetList { Reported, NotReported } setList = SetList::Reported;
    int unreadableSets = 0;              ///< sets that were left out because they could not be read
    QHash<QString, QString> sectorNames; ///< `map.sectors`: by the id that seats and sets name
    std::optional<int> amount;           ///< nothing = not reported
    std::optional<int> vacant;           ///< nothing = not reported
    PartnerId organiser;                 ///< `org`; null if not reported
    std::optional<Legal> legal;          ///< `legal_detail` of the organiser; nothing = not reported

    [[nodiscard]] const TicketSet *set(const SetId &wanted) const;
    /// The deal's fee is added to the price of \a set. Usually the price includes it (public payloads).
    [[nodiscard]] bool addsFeeTo(const TicketSet &set) const;
    /// Not closed for sale by the server.
    [[nodiscard]] bool isOnSale() const { return sale != Sale::Closed; }
    /// The event has ended at \a now. Without an end after its start it lasts until the end of its first day, at least
    /// six hours; without start and end it is never over.
    [[nodiscard]] bool isOver(Instant now) const;
    /// When it is over; nothing = never.
    [[nodiscard]] std::optional<Instant> overFrom() const;
    /// At \a now the event has begun and is not over.
    [[nodiscard]] bool isUnderWay(Instant now) const;
    /// The name of the sector with this id or name; empty if the map has no such sector.
    [[nodiscard]] QString sectorName(const QString &sector) const;

    friend bool operator==(const Event &, const Event &) = default;
};

} // namespace okoshko
