// SPDX-License-Identifier: GPL-3.0-or-later
// From JSON to a Catalogue, checking everything the rest of the server relies on.
#include "Catalogue.h"
#include "CatalogueNode.h"
#include "JsonPlaces.h"
#include "PaymentSystems.h"
#include "Resources.h"

#include <QFile>
#include <QJsonDocument>
#include <QSet>
#include <algorithm>

namespace okoshko::sandbox {

namespace {

constexpr int mostSeats = 100'000;

/// Reads the parts in order, keeping the moment that relative times count from and the ids already taken.
class Reader
{
public:
    explicit Reader(Instant now)
        : m_now(now)
    {
    }

    Catalogue read(const CatalogueNode &root);

private:
    QString freshId(const CatalogueNode &node);
    Instant moment(const CatalogueNode &node, const QTimeZone &zone) const;
    Organiser organiser(const CatalogueNode &node);
    Venue venue(const CatalogueNode &node);
    Event event(const CatalogueNode &node, const Catalogue &known);
    static void scenario(const CatalogueNode &node, Event &event);
    static void style(const CatalogueNode &node, EventStyle &style);
    TicketSet set(const CatalogueNode &node, const Event &event, const QTimeZone &zone);
    QList<PriceRule> rules(const CatalogueNode &node, const QTimeZone &zone);
    QList<Row> rows(const CatalogueNode &node) const;
    void seats(const CatalogueNode &node, TicketSet &set) const;
    PromoCode promoCode(const CatalogueNode &node);

    Instant m_now;
    QSet<QString> m_ids;
};

int seatCount(const QList<Row> &rows)
{
    int count = 0;
    for (const Row &row : rows) {
        for (const SeatRange &range : row.seats)
            count += range.last - range.first + 1;
    }
    return count;
}

/// Every seat by its row and number; fewer than `seatCount` if one is named twice.
QSet<std::pair<QString, int>> seatNames(const QList<Row> &rows)
{
    QSet<std::pair<QString, int>> names;
    for (const Row &row : rows) {
        for (const SeatRange &range : row.seats) {
            for (int number = range.first; number <= range.last; ++number)
                names.insert({row.name, number});
        }
    }
    return names;
}

QString Reader::freshId(const CatalogueNode &node)
{
    const QString id = node.id();
    if (m_ids.contains(id))
        node.complain(QStringLiteral("repeats an id that is used above"));
    m_ids.insert(id);
    return id;
}

Instant Reader::moment(const CatalogueNode &node, const QTimeZone &zone) const
{
    const std::optional<Instant> moment = parseMoment(node.value().toString(), m_now, zone);
    if (!moment)
        node.complain(QStringLiteral("must be a moment such as \"+3d 19:30\", \"+15m\" or an ISO date and time"));
    return moment.value_or(m_now);
}

Organiser Reader::organiser(const CatalogueNode &node)
{
    Organiser organiser;
    organiser.id = freshId(node[QStringLiteral("id")]);
    organiser.name = node[QStringLiteral("name")].text();
    organiser.contact = node[QStringLiteral("contact")].object();
    organiser.legal = node[QStringLiteral("legal")].object();
    const CatalogueNode payments = node[QStringLiteral("payments")];
    if (!payments.exists())
        return organiser;
    payments.eachMember([&](const QString &system, const CatalogueNode &terms) {
        if (findPaymentSystem(system) == nullptr)
            terms.complain(QStringLiteral("is no payment system"));
        PaymentTerms wanted{terms[QStringLiteral("redirect")].flag(), {}};
        const CatalogueNode hold = terms[QStringLiteral("hold_seconds")];
        if (hold.exists())
            wanted.hold = std::chrono::seconds(hold.number(1, 30 * 24 * 3600));
        organiser.payments.insert(system, wanted);
    });
    return organiser;
}

Venue Reader::venue(const CatalogueNode &node)
{
    Venue venue;
    venue.id = freshId(node[QStringLiteral("id")]);
    venue.name = node[QStringLiteral("name")].text();
    venue.address = node[QStringLiteral("address")].text();
    venue.country = node[QStringLiteral("country")].object();
    const CatalogueNode point = node[QStringLiteral("point")];
    venue.point = point.exists() ? point.value() : QJsonValue(QJsonValue::Null);
    venue.zone = QTimeZone::utc();
    const CatalogueNode city = node[QStringLiteral("city")];
    if (!city.exists())
        return venue;
    venue.city = city.object();
    (void)city[QStringLiteral("id")].id(); // a city may have many venues, so its id may come again
    (void)city[QStringLiteral("name")].object();
    const CatalogueNode zone = city[QStringLiteral("timezone")];
    venue.zone = QTimeZone(zone.text().toLatin1());
    if (!venue.zone.isValid())
        zone.complain(QStringLiteral("is no time zone"));
    return venue;
}

QList<Row> Reader::rows(const CatalogueNode &node) const
{
    QList<Row> rows;
    node.eachMember([&](const QString &name, const CatalogueNode &ranges) {
        Row row{name, {}};
        ranges.each([&](const CatalogueNode &range) {
            QList<int> ends;
            range.each([&](const CatalogueNode &end) { ends.append(end.number(1, 9999)); });
            if (ends.size() != 2 || ends[0] > ends[1])
                range.complain(QStringLiteral("must be two seat numbers, the lower one first"));
            else
                row.seats.append({ends[0], ends[1]});
        });
        rows.append(row);
    });
    // JSON members come in the order of their text, "10" before "2"; a hall wants them by number.
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row &a, const Row &b) { return a.name.toInt() < b.name.toInt(); });
    return rows;
}

QList<PriceRule> Reader::rules(const CatalogueNode &node, const QTimeZone &zone)
{
    QList<PriceRule> rules;
    node.each([&](const CatalogueNode &item) {
        PriceRule rule;
        rule.id = freshId(item[QStringLiteral("id")]);
        const CatalogueNode from = item[QStringLiteral("from")];
        if (from.exists())
            rule.from = moment(from, zone);
        else if (!rules.isEmpty())
            from.complain(QStringLiteral("must say when this price begins"));
        if (!rules.isEmpty() && rule.from && rules.last().from && *rule.from <= *rules.last().from)
            from.complain(QStringLiteral("must come after the price before it"));
        if (item[QStringLiteral("until")].exists())
            rule.until = moment(item[QStringLiteral("until")], zone);
        rule.org = item[QStringLiteral("price_org")].amount();
        rule.extra = item[QStringLiteral("price_extra")].amount();
        rules.append(rule);
    });
    if (rules.isEmpty()) {
        node.complain(QStringLiteral("must hold at least one price"));
        rules.append(PriceRule{});
    }
    return rules;
}

void Reader::seats(const CatalogueNode &node, TicketSet &set) const
{
    const CatalogueNode seats = node[QStringLiteral("seats")];
    const CatalogueNode taken = node[QStringLiteral("taken")];
    set.rows = rows(seats);
    set.amount = seatCount(set.rows);
    if (set.amount > mostSeats || set.amount < 1) {
        seats.complain(QStringLiteral("must hold 1 to %1 seats").arg(mostSeats));
        return;
    }
    const QSet<std::pair<QString, int>> names = seatNames(set.rows);
    if (names.size() < set.amount)
        seats.complain(QStringLiteral("names a seat twice"));
    if (taken.exists())
        set.taken = rows(taken);
    const QSet<std::pair<QString, int>> takenNames = seatNames(set.taken);
    if (!names.contains(takenNames))
        taken.complain(QStringLiteral("names a seat that is not there"));
    const CatalogueNode pending = node[QStringLiteral("pending")];
    if (pending.exists())
        set.pending = rows(pending);
    const QSet<std::pair<QString, int>> pendingNames = seatNames(set.pending);
    if (!names.contains(pendingNames) || takenNames.intersects(pendingNames))
        pending.complain(QStringLiteral("names a seat that is not there or is taken"));
    set.vacant = set.amount - static_cast<int>(takenNames.size() + pendingNames.size());
}

TicketSet Reader::set(const CatalogueNode &node, const Event &event, const QTimeZone &zone)
{
    TicketSet set;
    set.id = freshId(node[QStringLiteral("id")]);
    set.name = node[QStringLiteral("name")].text();
    set.desc = node[QStringLiteral("desc")].textOr(QString());
    const CatalogueNode sector = node[QStringLiteral("sector")];
    set.sector = sector.textOr(QString());
    const auto isNamed = [&](const Sector &known) { return known.id == set.sector; };
    if (sector.exists() && std::none_of(event.sectors.begin(), event.sectors.end(), isNamed))
        sector.complain(QStringLiteral("is no sector of this event"));
    if (node[QStringLiteral("seats")].exists()) {
        seats(node, set);
    } else {
        set.amount = node[QStringLiteral("amount")].number(1, mostSeats);
        const CatalogueNode vacant = node[QStringLiteral("vacant")];
        set.vacant = vacant.exists() ? vacant.number(0, set.amount) : set.amount;
    }
    set.rules = rules(node[QStringLiteral("rules")], zone);
    return set;
}

void Reader::scenario(const CatalogueNode &node, Event &event)
{
    if (!node.exists())
        return;
    const ScenarioRow *row = findScenario(node.text());
    if (row == nullptr)
        node.complain(QStringLiteral("is no scenario"));
    else
        event.under = row->scenario;
}

void Reader::style(const CatalogueNode &node, EventStyle &style)
{
    if (!node.exists())
        return;
    static const QHash<QString, VeventForm> forms{{QStringLiteral("utc"), VeventForm::Utc},
                                                  {QStringLiteral("local"), VeventForm::Local},
                                                  {QStringLiteral("day"), VeventForm::Day},
                                                  {QStringLiteral("bare"), VeventForm::Bare}};
    const CatalogueNode times = node[QStringLiteral("times")];
    if (times.exists() && !forms.contains(times.text()))
        times.complain(QStringLiteral("must be utc, local, day or bare"));
    style.times = forms.value(times.textOr(QString()), VeventForm::Utc);
    const auto flag = [&node](const QString &name) { return node[name].exists() && node[name].flag(); };
    style.terse = flag(QStringLiteral("terse"));
    style.emptySeats = flag(QStringLiteral("empty_seats"));
}

Event Reader::event(const CatalogueNode &node, const Catalogue &known)
{
    Event event;
    event.id = freshId(node[QStringLiteral("id")]);
    event.updated = m_now;
    event.title = node[QStringLiteral("title")].text();
    event.desc = node[QStringLiteral("desc")].textOr(QString());
    event.status = node[QStringLiteral("status")].textOr(QStringLiteral("public"));
    event.ageRating = node[QStringLiteral("age_rating")].number(0, 21);
    event.org = node[QStringLiteral("org")].id();
    if (known.organiser(event.org) == nullptr)
        node[QStringLiteral("org")].complain(QStringLiteral("is no organiser of this catalogue"));
    event.venue = node[QStringLiteral("venue")].id();
    const Venue *venue = known.venue(event.venue);
    if (venue == nullptr)
        node[QStringLiteral("venue")].complain(QStringLiteral("is no venue of this catalogue"));
    const QTimeZone zone = venue == nullptr || !venue->zone.isValid() ? QTimeZone::utc() : venue->zone;
    event.zone = zone;
    event.begin = moment(node[QStringLiteral("begin")], zone);
    event.end = moment(node[QStringLiteral("end")], zone);
    if (event.end <= event.begin)
        node[QStringLiteral("end")].complain(QStringLiteral("must come after the beginning"));
    event.presale = node[QStringLiteral("presale")].textOr(QString());
    scenario(node[QStringLiteral("scenario")], event);
    style(node[QStringLiteral("style")], event.style);
    if (node[QStringLiteral("first_ticket")].exists())
        event.firstTicket = node[QStringLiteral("first_ticket")].id();
    const CatalogueNode map = node[QStringLiteral("map")];
    if (map.exists()) {
        event.mapName = map[QStringLiteral("name")].text();
        map[QStringLiteral("sectors")].each([&](const CatalogueNode &sector) {
            event.sectors.append({freshId(sector[QStringLiteral("id")]), sector[QStringLiteral("name")].text()});
        });
    }
    node[QStringLiteral("sets")].each([&](const CatalogueNode &item) { event.sets.append(set(item, event, zone)); });
    const CatalogueNode tags = node[QStringLiteral("tags")];
    if (tags.exists())
        tags.each([&](const CatalogueNode &tag) { event.tags.append(tag.text()); });
    return event;
}

PromoCode Reader::promoCode(const CatalogueNode &node)
{
    PromoCode promo;
    promo.id = freshId(node[QStringLiteral("id")]);
    promo.code = node[QStringLiteral("code")].text();
    promo.percent = node[QStringLiteral("percent")].number(1, 100);
    if (node[QStringLiteral("min_tickets")].exists())
        promo.minTickets = node[QStringLiteral("min_tickets")].number(1, mostSeats);
    if (node[QStringLiteral("uses")].exists())
        promo.uses = node[QStringLiteral("uses")].number(1, mostSeats);
    return promo;
}

Catalogue Reader::read(const CatalogueNode &root)
{
    Catalogue catalogue;
    catalogue.partner = root[QStringLiteral("partner")].id();
    root[QStringLiteral("organisers")].each(
        [&](const CatalogueNode &node) { catalogue.organisers.append(organiser(node)); });
    if (catalogue.organiser(catalogue.partner) == nullptr)
        root[QStringLiteral("partner")].complain(QStringLiteral("is no organiser of this catalogue"));
    root[QStringLiteral("venues")].each([&](const CatalogueNode &node) { catalogue.venues.append(venue(node)); });
    root[QStringLiteral("events")].each(
        [&](const CatalogueNode &node) { catalogue.events.append(event(node, catalogue)); });
    const CatalogueNode promoCodes = root[QStringLiteral("promocodes")];
    if (promoCodes.exists())
        promoCodes.each([&](const CatalogueNode &node) { catalogue.promoCodes.append(promoCode(node)); });
    return catalogue;
}

} // namespace

tl::expected<Catalogue, QString> parseCatalogue(const QByteArray &json, Instant now)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        const auto line = json.left(error.offset).count('\n') + 1;
        return tl::unexpected(QStringLiteral("line %1: %2").arg(line).arg(error.errorString()));
    }
    Complaint complaint;
    const QJsonValue root = document.isObject() ? QJsonValue(document.object()) : QJsonValue(document.array());
    Catalogue catalogue = Reader(now).read({root, {}, &complaint});
    if (!complaint.what.isEmpty())
        return tl::unexpected(
            QStringLiteral("line %1: %2").arg(JsonPlaces(json).lineOf(complaint.path)).arg(complaint.what));
    return catalogue;
}

namespace {

tl::expected<Catalogue, QString> loadFile(const QString &name, Instant now)
{
    initResources();
    QFile source(name);
    if (!source.open(QIODevice::ReadOnly))
        return tl::unexpected(QStringLiteral("%1: %2").arg(source.fileName(), source.errorString()));
    return parseCatalogue(source.readAll(), now).map_error([&](const QString &complaint) {
        return QStringLiteral("%1: %2").arg(source.fileName(), complaint);
    });
}

} // namespace

Catalogue scenarioEvents(Instant now)
{
    tl::expected<Catalogue, QString> events = loadFile(QStringLiteral(":/sandbox/scenario-events.json"), now);
    if (!events)
        qFatal("%s", qPrintable(events.error())); // it is compiled in, and a test reads it
    return *events;
}

tl::expected<Catalogue, QString> loadCatalogue(const QString &file, Instant now)
{
    return loadFile(file.isEmpty() ? QStringLiteral(":/sandbox/catalogue.json") : file, now);
}

} // namespace okoshko::sandbox
