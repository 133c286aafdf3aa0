// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/Values.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <optional>
#include <tl/expected.hpp>

namespace okoshko::sandbox {

struct Scenario;

/// How an organiser takes money through one payment system, where that differs from the system's own habit.
struct PaymentTerms
{
    bool redirects = false;                   ///< the buyer pays at a `redirect_url`; otherwise the seller collects
    std::optional<std::chrono::seconds> hold; ///< how long the seats wait for the money
};

struct Organiser
{
    QString id;
    QString name;
    QJsonObject contact;
    QJsonObject legal;                     ///< `{type, bank, detail, who}`, handed out as it stands
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
    QString sector; ///< id of a sector of the event; empty without one
    int amount = 0;
    int vacant = 0;     ///< how many are still on sale when the server starts
    QList<Row> rows;    ///< empty: standing
    QList<Row> taken;   ///< seats sold elsewhere before the server started
    QList<Row> pending; ///< seats that are neither on sale nor sold
    QList<PriceRule> rules;

    [[nodiscard]] bool withSeats() const { return !rows.isEmpty(); }
    /// The rule in force; null between two of them, and when the last is over. Then the set is not on sale.
    [[nodiscard]] const PriceRule *currentRule(Instant now) const;
    [[nodiscard]] const PriceRule *rule(const QString &ruleId) const;
};

struct Sector
{
    QString id;
    QString name;
};

/// How an answer writes down an event, where that differs from the recording of today's kind.
struct EventStyle
{
    VeventForm times = VeventForm::Utc;
    bool terse = false;      ///< as in 2014: much is left out, and the venue is empty
    bool emptySeats = false; ///< every second place without a seat is `{}` instead of null
};

struct Event
{
    QString id;
    QString title;
    QString desc;
    QString status; ///< only `public` may be sold
    int ageRating = 0;
    QString org;
    QString venue;
    QTimeZone zone = QTimeZone::utc(); ///< the venue's
    Instant begin;
    Instant end;
    Instant updated;   ///< when the catalogue was read
    Instant goneUntil; ///< the event is not on offer before that moment; orders for it stay
    QString mapName;   ///< empty: no map
    QList<Sector> sectors;
    QList<TicketSet> sets;
    QStringList tags;
    const Scenario *under = nullptr; ///< only on offer while that scenario is on
    EventStyle style;
    QString presale;        ///< the code without which nothing is sold; empty: none is needed
    bool generated = false; ///< one of very many: its seats are made when they are first asked for
    QString firstTicket;    ///< ticket ids count up from here; empty: made out of the event's id

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

/// Everything on sale, as it stood when the server started. Plain values; what is sold meanwhile lives in `Inventory`.
struct Catalogue
{
    QString partner; ///< whom the key belongs to: `X-Partner`, and `vendor` of every order
    QList<Organiser> organisers;
    QList<Venue> venues;
    QList<Event> events;
    QList<PromoCode> promoCodes;

    /// Takes all that the other has as well.
    void add(const Catalogue &other);

    [[nodiscard]] const Organiser *organiser(const QString &id) const;
    [[nodiscard]] const Venue *venue(const QString &id) const;
    [[nodiscard]] const Event *event(const QString &id) const;
    [[nodiscard]] const PromoCode *promoCode(const QString &idOrCode) const;
};

/// Reads a catalogue, JSON:
///
///     partner         id of the organiser the key belongs to
///     organisers[]    id, name, contact {}, legal {type, bank, detail {}, who},
///                     payments? {system: {redirect: bool, hold_seconds?}}  where the organiser differs from the
///                     system's own
///     venues[]        id, name, address, city? {id, name {}, timezone}, country {}, point? [lat, lon]
///     events[]        id, title, desc?, status?, age_rating, org, venue, begin, end, first_ticket?, tags? [],
///                     map? {name, sectors [{id, name}]}, sets [], scenario? (on offer only while it is on),
///                     presale? (a promo code), style? {times? "utc" | "local" | "day" | "bare", terse?, empty_seats?}
///     sets[]          id, name, desc?, sector?, rules [], and either amount, vacant?
///                     or seats {row: [[first, last]…]}, taken? {the same}, pending? {the same}
///     rules[]         id, from (not in the first), until?, price_org, price_extra; each holds until its until or the
///                     next one's from
///     promocodes?[]   id, code, percent, min_tickets?, uses?
///
/// Moments are as `parseMoment` reads them, in the venue's zone. An error names the line, the field by its path
/// (`line 210: events[3].sets[0].rules[1].from …`) and what is wrong; of a field that is missing, the line where what
/// should have it begins. Relative moments count from `now`.
[[nodiscard]] tl::expected<Catalogue, QString> parseCatalogue(const QByteArray &json, Instant now);

/// The built-in events that scenarios bring about, with their organisers and venues; to be added to another catalogue.
[[nodiscard]] Catalogue scenarioEvents(Instant now);

/// Reads the file, or the built-in demo if `file` is empty. An error begins with the file's name.
[[nodiscard]] tl::expected<Catalogue, QString> loadCatalogue(const QString &file, Instant now);

/// So many further events, some 5 KB each in an answer, at a venue of their own; the same for the same count.
[[nodiscard]] Catalogue generatedEvents(int count, Instant now);

} // namespace okoshko::sandbox
