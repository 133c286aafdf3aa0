// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/Values.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <optional>

namespace okoshko::sandbox {

struct Scenario;

/// An organiser's terms for one payment system, where they differ from the system's usual ones.
struct PaymentTerms
{
    bool redirects = false;                   ///< the buyer pays at a `redirect_url`; otherwise the seller collects
    std::optional<std::chrono::seconds> hold; ///< how long the seats are held for the payment
};

struct Organiser
{
    QString id;
    QString name;
    QJsonObject contact;
    QJsonObject legal;                     ///< `{type, bank, detail, who}`, answered unchanged
    QHash<QString, PaymentTerms> payments; ///< by the system's name, for example `api/BASE`
};

struct Venue
{
    QString id;
    QString name;
    QString address;
    QJsonObject city; ///< `{id, name, timezone}`; empty: answers leave it empty, and `zone` is UTC
    QJsonObject country;
    QJsonValue point;
    QTimeZone zone;
};

/// One price of a set. It is current from `from` (or always) until `until`, or else until the next rule's moment.
struct PriceRule
{
    QString id;
    std::optional<Instant> from;
    std::optional<Instant> until;
    Amount org;   ///< face value
    Amount extra; ///< the fee on top
};

/// Seats `first` to `last` of a row.
struct SeatRange
{
    int first = 0;
    int last = 0;
};

struct Row
{
    QString name;
    QList<SeatRange> seats;
};

struct TicketSet
{
    QString id;
    QString name;
    QString desc;
    QString sector; ///< id of a sector of the event; empty = none
    int amount = 0;
    int vacant = 0;     ///< how many are on sale when the server starts
    QList<Row> rows;    ///< empty: standing
    QList<Row> taken;   ///< seats sold elsewhere before the server started
    QList<Row> pending; ///< seats that are neither on sale nor sold
    QList<PriceRule> rules;

    [[nodiscard]] bool withSeats() const { return !rows.isEmpty(); }
    /// The rule in force; null between two rules and after the last one, when the set is not on sale.
    [[nodiscard]] const PriceRule *currentRule(Instant now) const;
    [[nodiscard]] const PriceRule *rule(const QString &ruleId) const;
};

struct Sector
{
    QString id;
    QString name;
};

/// The form of an event in answers, where it differs from the current recording.
struct EventStyle
{
    VeventForm times = VeventForm::Utc;
    bool terse = false;      ///< as in 2014: fewer fields, and an empty venue
    bool emptySeats = false; ///< every second place without a seat is `{}` instead of null
};

struct Event
{
    QString id;
    QString title;
    QString desc;
    QString status; ///< only `public` events are sold
    int ageRating = 0;
    QString org;
    QString venue;
    QTimeZone zone = QTimeZone::utc(); ///< the venue's
    Instant begin;
    Instant end;
    Instant updated;   ///< when the catalogue was read
    Instant goneUntil; ///< the event is not on offer before that moment; its orders stay
    QString mapName;   ///< empty: no map
    QList<Sector> sectors;
    QList<TicketSet> sets;
    QStringList tags;
    const Scenario *under = nullptr; ///< on offer only while that scenario is on
    EventStyle style;
    QString presale;        ///< the promo code that is needed to buy; empty = none
    bool generated = false; ///< one of very many: its seats are made when first requested
    QString firstTicket;    ///< ticket ids count up from here; empty = made of the event's id

    [[nodiscard]] const TicketSet *set(const QString &setId) const;
};

struct PromoCode
{
    QString id;
    QString code;
    int percent = 0;
    int minTickets = 0;
    int uses = 0; ///< 0: without limit
};

/// Everything on sale when the server starts. Plain values; `Inventory` holds what is sold later.
struct Catalogue
{
    QString partner; ///< the key's owner: `X-Partner`, and `vendor` of every order
    QList<Organiser> organisers;
    QList<Venue> venues;
    QList<Event> events;
    QList<PromoCode> promoCodes;

    /// Adds the content of `other`.
    void add(const Catalogue &other);

    [[nodiscard]] const Organiser *organiser(const QString &id) const;
    [[nodiscard]] const Venue *venue(const QString &id) const;
    [[nodiscard]] const Event *event(const QString &id) const;
    [[nodiscard]] const PromoCode *promoCode(const QString &idOrCode) const;
};

/// `count` further events, some 5 KB each in an answer, at their own venue; the same for the same count.
[[nodiscard]] Catalogue generatedEvents(int count, Instant now);

} // namespace okoshko::sandbox
