// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/CatalogueReader.h"

#include "app/sandbox/Payments.h"
#include "app/sandbox/scenarios/Scenario.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <cmath>
#include <tuple>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE must be used outside a namespace. The linker drops resources of a static library that are not
// referenced.
static void registerSandboxResources()
{
    Q_INIT_RESOURCE(sandbox);
}

namespace okoshko::sandbox {

namespace {

/// A fault and its place: `path` as the node's, `what` a sentence that begins with it.
struct Complaint
{
    QString path;
    QString what; ///< empty = no fault
};

/// A value in a JSON document, with its path. Only the first complaint is kept, because later ones follow from it.
/// Reading continues with default values, so that readers need no error branches.
class CatalogueNode
{
public:
    CatalogueNode(QJsonValue value, QString path, Complaint *complaint)
        : m_value(std::move(value))
        , m_path(std::move(path))
        , m_complaint(complaint)
    {
    }

    [[nodiscard]] CatalogueNode operator[](const QString &key) const;
    [[nodiscard]] bool exists() const { return !m_value.isUndefined(); }
    [[nodiscard]] const QJsonValue &value() const { return m_value; }

    [[nodiscard]] QString text() const;
    [[nodiscard]] QString textOr(const QString &fallback) const { return exists() ? text() : fallback; }
    [[nodiscard]] QString id() const; ///< 24 lower-case hexadecimal digits
    [[nodiscard]] int number(int low, int high) const;
    [[nodiscard]] Amount amount() const;
    [[nodiscard]] bool flag() const;
    [[nodiscard]] QJsonObject object() const;
    /// Calls `read` for each element; complains if the value is no array.
    void each(const std::function<void(const CatalogueNode &)> &read) const;
    /// Calls `read` for each member with its key; complains if the value is no object.
    void eachMember(const std::function<void(const QString &, const CatalogueNode &)> &read) const;

    void complain(const QString &what) const;

private:
    QJsonValue m_value;
    QString m_path;
    Complaint *m_complaint;
};

CatalogueNode CatalogueNode::operator[](const QString &key) const
{
    if (!m_value.isObject())
        complain(u"must be an object"_s);
    const QString path = m_path.isEmpty() ? key : m_path + u'.' + key;
    return {m_value.toObject().value(key), path, m_complaint};
}

QString CatalogueNode::text() const
{
    if (!m_value.isString() || m_value.toString().trimmed().isEmpty())
        complain(u"must be a text that is not empty"_s);
    return m_value.toString();
}

QString CatalogueNode::id() const
{
    static const QRegularExpression shape(u"\\A[0-9a-f]{24}\\z"_s);
    QString text = m_value.toString();
    if (!shape.match(text).hasMatch())
        complain(u"must be an id of 24 lower-case hexadecimal digits"_s);
    return text;
}

int CatalogueNode::number(int low, int high) const
{
    const double number = m_value.toDouble(std::nan(""));
    if (!(number >= low && number <= high) || number != std::floor(number)) {
        complain(u"must be a whole number from %1 to %2"_s.arg(low).arg(high));
        return low;
    }
    return static_cast<int>(number);
}

Amount CatalogueNode::amount() const
{
    const std::optional<Amount> amount = parseAmount(m_value.toString());
    if (!amount)
        complain(u"must be a sum such as \"100.00\""_s);
    return amount.value_or(Amount{});
}

bool CatalogueNode::flag() const
{
    if (!m_value.isBool())
        complain(u"must be true or false"_s);
    return m_value.toBool();
}

QJsonObject CatalogueNode::object() const
{
    if (!m_value.isObject())
        complain(u"must be an object"_s);
    return m_value.toObject();
}

void CatalogueNode::each(const std::function<void(const CatalogueNode &)> &read) const
{
    if (!m_value.isArray())
        complain(u"must be a list"_s);
    const QJsonArray array = m_value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        read({array.at(i), u"%1[%2]"_s.arg(m_path).arg(i), m_complaint});
}

void CatalogueNode::eachMember(const std::function<void(const QString &, const CatalogueNode &)> &read) const
{
    const QJsonObject members = object();
    for (auto it = members.begin(); it != members.end(); ++it)
        read(it.key(), (*this)[it.key()]);
}

void CatalogueNode::complain(const QString &what) const
{
    if (!m_complaint->what.isEmpty())
        return;
    const QString missing = exists() ? QString() : u" (it is missing)"_s;
    const QString subject = m_path.isEmpty() ? u"the document"_s : m_path;
    *m_complaint = {m_path, subject + u' ' + what + missing};
}

/// The line of each value in a JSON text, by its path as CatalogueNode writes it (`events[3].sets[0].name`).
/// QJsonDocument must have read the text without an error.
class JsonPlaces
{
public:
    explicit JsonPlaces(const QByteArray &json);

    /// Counted from one; for a missing path, the line where the nearest enclosing value begins.
    [[nodiscard]] qsizetype lineOf(QString path) const;

private:
    void value(const QString &path);
    void object(const QString &path);
    void array(const QString &path);
    [[nodiscard]] QString text();
    /// Skips spaces and returns the next character; 0 at the end.
    [[nodiscard]] char peek();
    void step();

    QByteArray m_json;
    qsizetype m_at = 0;
    qsizetype m_line = 1;
    QHash<QString, qsizetype> m_lines;
};

JsonPlaces::JsonPlaces(const QByteArray &json)
    : m_json(json)
{
    value({});
}

qsizetype JsonPlaces::lineOf(QString path) const
{
    while (!m_lines.contains(path) && !path.isEmpty())
        path.truncate(std::max<qsizetype>({path.lastIndexOf(u'.'), path.lastIndexOf(u'['), 0}));
    return m_lines.value(path, 1);
}

void JsonPlaces::value(const QString &path)
{
    const char first = peek();
    m_lines.insert(path, m_line);
    if (first == '{') {
        object(path);
    } else if (first == '[') {
        array(path);
    } else if (first == '"') {
        std::ignore = text();
    } else {
        while (m_at < m_json.size() && QByteArrayView(",]} \t\r\n").indexOf(m_json.at(m_at)) < 0)
            step();
    }
}

void JsonPlaces::object(const QString &path)
{
    step();
    while (peek() == '"') {
        const QString key = text();
        std::ignore = peek();
        step(); // the colon
        value(path.isEmpty() ? key : path + u'.' + key);
        if (peek() == ',')
            step();
    }
    step();
}

void JsonPlaces::array(const QString &path)
{
    step();
    for (int i = 0; peek() != ']' && peek() != '\0'; ++i) {
        value(u"%1[%2]"_s.arg(path).arg(i));
        if (peek() == ',')
            step();
    }
    step();
}

QString JsonPlaces::text()
{
    const qsizetype begin = m_at;
    step();
    while (m_at < m_json.size() && m_json.at(m_at) != '"') {
        if (m_json.at(m_at) == '\\')
            step();
        step();
    }
    step();
    // QJsonDocument decodes the escapes.
    const QByteArray alone = '[' + m_json.mid(begin, m_at - begin) + ']';
    return QJsonDocument::fromJson(alone).array().first().toString();
}

char JsonPlaces::peek()
{
    while (m_at < m_json.size() && QByteArrayView(" \t\r\n").indexOf(m_json.at(m_at)) >= 0)
        step();
    return m_at < m_json.size() ? m_json.at(m_at) : '\0';
}

void JsonPlaces::step()
{
    if (m_at < m_json.size() && m_json.at(m_at) == '\n')
        ++m_line;
    ++m_at;
}

constexpr int maxSeats = 100'000;

/// Reads the parts in order. Keeps the moment that relative times count from, and the ids already used.
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

/// Every seat by row and number; fewer than `seatCount` if one is listed twice.
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
    QString id = node.id();
    if (m_ids.contains(id))
        node.complain(u"repeats an id that is used above"_s);
    m_ids.insert(id);
    return id;
}

Instant Reader::moment(const CatalogueNode &node, const QTimeZone &zone) const
{
    const std::optional<Instant> moment = parseMoment(node.value().toString(), m_now, zone);
    if (!moment)
        node.complain(u"must be a moment such as \"+3d 19:30\", \"+15m\" or an ISO date and time"_s);
    return moment.value_or(m_now);
}

Organiser Reader::organiser(const CatalogueNode &node)
{
    Organiser organiser;
    organiser.id = freshId(node[u"id"_s]);
    organiser.name = node[u"name"_s].text();
    organiser.contact = node[u"contact"_s].object();
    organiser.legal = node[u"legal"_s].object();
    const CatalogueNode payments = node[u"payments"_s];
    if (!payments.exists())
        return organiser;
    payments.eachMember([&](const QString &system, const CatalogueNode &terms) {
        if (findPaymentSystem(system) == nullptr)
            terms.complain(u"is no payment system"_s);
        PaymentTerms wanted{terms[u"redirect"_s].flag(), {}};
        const CatalogueNode hold = terms[u"hold_seconds"_s];
        if (hold.exists())
            wanted.hold = std::chrono::seconds(hold.number(1, 30 * 24 * 3600));
        organiser.payments.insert(system, wanted);
    });
    return organiser;
}

Venue Reader::venue(const CatalogueNode &node)
{
    Venue venue;
    venue.id = freshId(node[u"id"_s]);
    venue.name = node[u"name"_s].text();
    venue.address = node[u"address"_s].text();
    venue.country = node[u"country"_s].object();
    const CatalogueNode point = node[u"point"_s];
    venue.point = point.exists() ? point.value() : QJsonValue(QJsonValue::Null);
    venue.zone = QTimeZone::utc();
    const CatalogueNode city = node[u"city"_s];
    if (!city.exists())
        return venue;
    venue.city = city.object();
    (void)city[u"id"_s].id(); // a city may have many venues, so its id may repeat
    (void)city[u"name"_s].object();
    const CatalogueNode zone = city[u"timezone"_s];
    venue.zone = QTimeZone(zone.text().toLatin1());
    if (!venue.zone.isValid())
        zone.complain(u"is no time zone"_s);
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
                range.complain(u"must be two seat numbers, the lower one first"_s);
            else
                row.seats.append({ends[0], ends[1]});
        });
        rows.append(row);
    });
    // JSON members are sorted as text, "10" before "2"; rows are wanted in numeric order.
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row &a, const Row &b) { return a.name.toInt() < b.name.toInt(); });
    return rows;
}

QList<PriceRule> Reader::rules(const CatalogueNode &node, const QTimeZone &zone)
{
    QList<PriceRule> rules;
    node.each([&](const CatalogueNode &item) {
        PriceRule rule;
        rule.id = freshId(item[u"id"_s]);
        const CatalogueNode from = item[u"from"_s];
        if (from.exists())
            rule.from = moment(from, zone);
        else if (!rules.isEmpty())
            from.complain(u"must say when this price begins"_s);
        if (!rules.isEmpty() && rule.from && rules.last().from && *rule.from <= *rules.last().from)
            from.complain(u"must come after the price before it"_s);
        if (item[u"until"_s].exists())
            rule.until = moment(item[u"until"_s], zone);
        rule.org = item[u"price_org"_s].amount();
        rule.extra = item[u"price_extra"_s].amount();
        rules.append(rule);
    });
    if (rules.isEmpty()) {
        node.complain(u"must hold at least one price"_s);
        rules.append(PriceRule{});
    }
    return rules;
}

void Reader::seats(const CatalogueNode &node, TicketSet &set) const
{
    const CatalogueNode seats = node[u"seats"_s];
    const CatalogueNode taken = node[u"taken"_s];
    set.rows = rows(seats);
    set.amount = seatCount(set.rows);
    if (set.amount > maxSeats || set.amount < 1) {
        seats.complain(u"must hold 1 to %1 seats"_s.arg(maxSeats));
        return;
    }
    const QSet<std::pair<QString, int>> names = seatNames(set.rows);
    if (names.size() < set.amount)
        seats.complain(u"names a seat twice"_s);
    if (taken.exists())
        set.taken = rows(taken);
    const QSet<std::pair<QString, int>> takenNames = seatNames(set.taken);
    if (!names.contains(takenNames))
        taken.complain(u"names a seat that is not there"_s);
    const CatalogueNode pending = node[u"pending"_s];
    if (pending.exists())
        set.pending = rows(pending);
    const QSet<std::pair<QString, int>> pendingNames = seatNames(set.pending);
    if (!names.contains(pendingNames) || takenNames.intersects(pendingNames))
        pending.complain(u"names a seat that is not there or is taken"_s);
    set.vacant = set.amount - static_cast<int>(takenNames.size() + pendingNames.size());
}

TicketSet Reader::set(const CatalogueNode &node, const Event &event, const QTimeZone &zone)
{
    TicketSet set;
    set.id = freshId(node[u"id"_s]);
    set.name = node[u"name"_s].text();
    set.desc = node[u"desc"_s].textOr(QString());
    const CatalogueNode sector = node[u"sector"_s];
    set.sector = sector.textOr(QString());
    const auto isNamed = [&](const Sector &known) { return known.id == set.sector; };
    if (sector.exists() && std::none_of(event.sectors.begin(), event.sectors.end(), isNamed))
        sector.complain(u"is no sector of this event"_s);
    if (node[u"seats"_s].exists()) {
        seats(node, set);
    } else {
        set.amount = node[u"amount"_s].number(1, maxSeats);
        const CatalogueNode vacant = node[u"vacant"_s];
        set.vacant = vacant.exists() ? vacant.number(0, set.amount) : set.amount;
    }
    set.rules = rules(node[u"rules"_s], zone);
    return set;
}

void Reader::scenario(const CatalogueNode &node, Event &event)
{
    if (!node.exists())
        return;
    event.under = findScenario(node.text());
    if (event.under == nullptr)
        node.complain(u"is no scenario"_s);
}

void Reader::style(const CatalogueNode &node, EventStyle &style)
{
    if (!node.exists())
        return;
    static const QHash<QString, VeventForm> forms{{u"utc"_s, VeventForm::Utc},
                                                  {u"local"_s, VeventForm::Local},
                                                  {u"day"_s, VeventForm::Day},
                                                  {u"bare"_s, VeventForm::Bare}};
    const CatalogueNode times = node[u"times"_s];
    if (times.exists() && !forms.contains(times.text()))
        times.complain(u"must be utc, local, day or bare"_s);
    style.times = forms.value(times.textOr(QString()), VeventForm::Utc);
    const auto flag = [&node](const QString &name) { return node[name].exists() && node[name].flag(); };
    style.terse = flag(u"terse"_s);
    style.emptySeats = flag(u"empty_seats"_s);
}

Event Reader::event(const CatalogueNode &node, const Catalogue &known)
{
    Event event;
    event.id = freshId(node[u"id"_s]);
    event.updated = m_now;
    event.title = node[u"title"_s].text();
    event.desc = node[u"desc"_s].textOr(QString());
    event.status = node[u"status"_s].textOr(u"public"_s);
    event.ageRating = node[u"age_rating"_s].number(0, 21);
    event.org = node[u"org"_s].id();
    if (known.organiser(event.org) == nullptr)
        node[u"org"_s].complain(u"is no organiser of this catalogue"_s);
    event.venue = node[u"venue"_s].id();
    const Venue *venue = known.venue(event.venue);
    if (venue == nullptr)
        node[u"venue"_s].complain(u"is no venue of this catalogue"_s);
    const QTimeZone zone = venue == nullptr || !venue->zone.isValid() ? QTimeZone::utc() : venue->zone;
    event.zone = zone;
    event.begin = moment(node[u"begin"_s], zone);
    event.end = moment(node[u"end"_s], zone);
    if (event.end <= event.begin)
        node[u"end"_s].complain(u"must come after the beginning"_s);
    event.presale = node[u"presale"_s].textOr(QString());
    scenario(node[u"scenario"_s], event);
    style(node[u"style"_s], event.style);
    if (node[u"first_ticket"_s].exists())
        event.firstTicket = node[u"first_ticket"_s].id();
    const CatalogueNode map = node[u"map"_s];
    if (map.exists()) {
        event.mapName = map[u"name"_s].text();
        map[u"sectors"_s].each([&](const CatalogueNode &sector) {
            event.sectors.append({freshId(sector[u"id"_s]), sector[u"name"_s].text()});
        });
    }
    node[u"sets"_s].each([&](const CatalogueNode &item) { event.sets.append(set(item, event, zone)); });
    const CatalogueNode tags = node[u"tags"_s];
    if (tags.exists())
        tags.each([&](const CatalogueNode &tag) { event.tags.append(tag.text()); });
    return event;
}

PromoCode Reader::promoCode(const CatalogueNode &node)
{
    PromoCode promo;
    promo.id = freshId(node[u"id"_s]);
    promo.code = node[u"code"_s].text();
    promo.percent = node[u"percent"_s].number(1, 100);
    if (node[u"min_tickets"_s].exists())
        promo.minTickets = node[u"min_tickets"_s].number(1, maxSeats);
    if (node[u"uses"_s].exists())
        promo.uses = node[u"uses"_s].number(1, maxSeats);
    return promo;
}

Catalogue Reader::read(const CatalogueNode &root)
{
    Catalogue catalogue;
    catalogue.partner = root[u"partner"_s].id();
    root[u"organisers"_s].each([&](const CatalogueNode &node) { catalogue.organisers.append(organiser(node)); });
    if (catalogue.organiser(catalogue.partner) == nullptr)
        root[u"partner"_s].complain(u"is no organiser of this catalogue"_s);
    root[u"venues"_s].each([&](const CatalogueNode &node) { catalogue.venues.append(venue(node)); });
    root[u"events"_s].each([&](const CatalogueNode &node) { catalogue.events.append(event(node, catalogue)); });
    const CatalogueNode promoCodes = root[u"promocodes"_s];
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
        return tl::unexpected(u"line %1: %2"_s.arg(line).arg(error.errorString()));
    }
    Complaint complaint;
    const QJsonValue root = document.isObject() ? QJsonValue(document.object()) : QJsonValue(document.array());
    Catalogue catalogue = Reader(now).read({root, {}, &complaint});
    if (!complaint.what.isEmpty())
        return tl::unexpected(u"line %1: %2"_s.arg(JsonPlaces(json).lineOf(complaint.path)).arg(complaint.what));
    return catalogue;
}

namespace {

tl::expected<Catalogue, QString> loadFile(const QString &name, Instant now)
{
    registerSandboxResources();
    QFile source(name);
    if (!source.open(QIODevice::ReadOnly))
        return tl::unexpected(u"%1: %2"_s.arg(source.fileName(), source.errorString()));
    return parseCatalogue(source.readAll(), now).map_error([&](const QString &complaint) {
        return u"%1: %2"_s.arg(source.fileName(), complaint);
    });
}

} // namespace

Catalogue scenarioEvents(Instant now)
{
    tl::expected<Catalogue, QString> events = loadFile(u":/sandbox/scenario-events.json"_s, now);
    if (!events)
        qFatal("%s", qPrintable(events.error())); // compiled in, and checked by a test
    return *events;
}

tl::expected<Catalogue, QString> loadCatalogue(const QString &file, Instant now)
{
    return loadFile(file.isEmpty() ? u":/sandbox/catalogue.json"_s : file, now);
}

} // namespace okoshko::sandbox
