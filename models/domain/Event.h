// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"
#include "models/domain/Instant.h"
#include "models/domain/Money.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace okoshko {

/// A price and when it holds. Exactly one rule of a set is current (vendor documentation).
struct PriceRule
{
    RuleId id;
    std::optional<Instant> from;  ///< from when it holds; nothing = always held
    std::optional<Instant> until; ///< until when; nothing = open
    Money face;                   ///< `price_org`
    Money fee;                    ///< `price_extra`
    Money price;                  ///< `price`, what the buyer pays
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
    int amount = 0;
    int vacant = 0;
    Money face;
    Money fee;
    Money price;
    Seating seating = Seating::Free;
    QList<PriceRule> rules;

    /// The rule that takes over next after \a now, if the server told of one.
    [[nodiscard]] const PriceRule *nextRule(Instant now) const;

    friend bool operator==(const TicketSet &, const TicketSet &) = default;
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

    friend bool operator==(const Venue &, const Venue &) = default;
};

struct Event
{
    enum class Sale { Open, Closed }; ///< `status`: only "public" may be sold

    EventId id;
    QString title;
    QString description;
    std::optional<Instant> start;
    std::optional<Instant> end;
    Sale sale = Sale::Closed;
    QString ageRating;
    PartnerId org;
    QString orgName;
    Venue venue;
    QList<TicketSet> sets; ///< by position
    int amount = 0;
    int vacant = 0;

    [[nodiscard]] const TicketSet *set(const SetId &wanted) const;

    friend bool operator==(const Event &, const Event &) = default;
};

} // namespace okoshko
