// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/NaiveReader.h"

#include "models/api/v1/V1Decode.h"
#include "models/domain/Text.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <span>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko::fuzz {

namespace {

using Kind = NaiveJson::Kind;

class Reader
{
public:
    int parts = 0;
    bool isWrong = false; ///< the part that is being read

    /// \a read() for one part: whether it can be read.
    template <class Read>
    bool part(const Read &read)
    {
        const bool outer = std::exchange(isWrong, false);
        read();
        const bool isRead = !std::exchange(isWrong, outer);
        parts += isRead ? 0 : 1;
        return isRead;
    }

    /// So many of them as are read.
    static std::span<const NaiveMember> membersOf(const NaiveJson &json)
    {
        const std::span<const NaiveMember> all(json.members);
        return all.first(std::min<std::size_t>(all.size(), v1::JsonValue::maxElements));
    }
    /// The member \a name, where it is told.
    const NaiveJson *find(const NaiveJson &json, const QString &name)
    {
        for (const auto &[each, value] : membersOf(json)) {
            if (each == name && !value.is(Kind::Null))
                return &value;
        }
        return nullptr;
    }
    /// The same of what must be an object or null.
    const NaiveJson *member(const NaiveJson &json, const QString &name)
    {
        isWrong = isWrong || !(json.is(Kind::Object) || json.is(Kind::Null));
        isWrong = isWrong || std::ssize(json.members) > v1::JsonValue::maxElements;
        return isWrong ? nullptr : find(json, name);
    }

    QString text(const NaiveJson *json, qsizetype most = v1::JsonValue::maxLetters)
    {
        if (!json || json->is(Kind::Null))
            return {};
        QString whole;
        for (const char32_t c : json->text.toUcs4())
            whole += QStringView(QChar::fromUcs4(c)); // half a character is U+FFFD
        isWrong = isWrong || !json->is(Kind::Text) || whole.size() > most;
        return isWrong ? QString() : whole;
    }
    QString prose(const NaiveJson *json, qsizetype most = longestShownText)
    {
        return sanitizedText(text(json, std::numeric_limits<qsizetype>::max()), most);
    }
    QString webProse(const NaiveJson *json, qsizetype most = longestShownText)
    {
        return sanitizedText(withoutMarkup(text(json, std::numeric_limits<qsizetype>::max())), most);
    }
    QString label(const NaiveJson *json)
    {
        if (json && json->is(Kind::Number)) {
            const auto number = integer(json);
            return number ? QString::number(*number) : QString();
        }
        return sanitizedText(text(json, v1::JsonValue::maxLabelLetters));
    }
    QString labelOrOf(const NaiveJson *json, const QString &name)
    {
        return label(json && json->is(Kind::Object) ? member(*json, name) : json);
    }
    std::optional<qint64> integer(const NaiveJson *json)
    {
        bool isWhole = false;
        qint64 number = 0;
        if (!json)
            return std::nullopt;
        if (json->is(Kind::Text) ||
            (json->is(Kind::Number) && !json->text.contains(u'.') && !json->text.toLower().contains(u'e')))
            number = json->text.toLongLong(&isWhole);
        isWrong = isWrong || !isWhole;
        return isWhole ? std::optional(number) : std::nullopt;
    }
    std::optional<int> count(const NaiveJson *json)
    {
        const auto number = integer(json);
        if (number && (*number < 0 || *number > std::numeric_limits<int>::max()))
            isWrong = true;
        return number && !isWrong ? std::optional(static_cast<int>(*number)) : std::nullopt;
    }
    std::optional<bool> boolean(const NaiveJson *json)
    {
        isWrong = isWrong || (json && !json->is(Kind::Bool));
        return json && json->is(Kind::Bool) ? std::optional(json->boolean) : std::nullopt;
    }
    std::optional<Money> money(const NaiveJson *json)
    {
        return parsed<Money>(json, [](const QString &t) { return Money::parse(t); });
    }
    std::optional<Instant> instant(const NaiveJson *json)
    {
        return parsed<Instant>(json, [](const QString &t) { return parseInstant(t); });
    }
    template <class SomeId>
    SomeId id(const NaiveJson *json)
    {
        if (json && json->is(Kind::Object))
            json = member(*json, u"id"_s);
        return parsed<SomeId>(json, [](const QString &t) { return SomeId::parse(t); }).value_or(SomeId());
    }
    /// Calls \a take for each element of what must be a list or null.
    template <class Take>
    void list(const NaiveJson *json, const Take &take)
    {
        if (!json)
            return;
        isWrong = isWrong || !json->is(Kind::List) || std::ssize(json->elements) > v1::JsonValue::maxElements;
        const auto count = std::min<std::size_t>(json->elements.size(), v1::JsonValue::maxElements);
        for (std::size_t i = 0; i < count; ++i)
            take(json->elements[i]);
    }

private:
    /// Nothing and the empty text are not told.
    template <class T, class Parse>
    std::optional<T> parsed(const NaiveJson *json, const Parse &parse)
    {
        const QString written = text(json, std::numeric_limits<qsizetype>::max());
        const auto value = written.isEmpty() ? std::optional<T>() : std::optional<T>(parse(written));
        isWrong = isWrong || (!written.isEmpty() && !value);
        return value;
    }
};

/// Reads the value that is told of one member, as a part by itself; \a into stays as it is where that cannot be.
template <class T, class Read>
void tell(Reader &reader, const NaiveJson &json, const QString &name, T &into, const Read &read)
{
    if (const NaiveJson *value = reader.find(json, name)) {
        T told{};
        if (reader.part([&] { told = read(value); }))
            into = told;
    }
}

void readCustomer(Reader &r, const NaiveJson &json, Customer &customer)
{
    (void)r.member(json, {});
    const auto prose = [&r](const NaiveJson *value) { return r.prose(value); };
    tell(r, json, u"first_name"_s, customer.firstName, prose);
    tell(r, json, u"last_name"_s, customer.lastName, prose);
    tell(r, json, u"email"_s, customer.email, prose);
    tell(r, json, u"mobile"_s, customer.mobile, [&r](const NaiveJson *value) { return r.label(value); });
    tell(r, json, u"lang"_s, customer.language, [&r](const NaiveJson *value) { return r.text(value); });
}

Payment readPayment(Reader &r, const NaiveJson &json)
{
    Payment payment;
    if (const NaiveJson *system = r.member(json, u"system"_s))
        payment.system = r.labelOrOf(system, u"id"_s);
    if (const NaiveJson *address = r.member(json, u"redirect_url"_s)) {
        const QString written = r.text(address);
        payment.redirectUrl = QUrl(written);
        // Without an address the cashier takes the money: one that cannot be read must not pass for none.
        r.isWrong = r.isWrong ||
                    (!written.isEmpty() &&
                     (payment.redirectUrl.isEmpty() || !payment.redirectUrl.isValid() || written.contains(u'\ufffd')));
    }
    return payment;
}

/// `["text", {"code", "msg"}, …]`
QString readErrors(Reader &r, const NaiveJson *json)
{
    QStringList words;
    r.list(json, [&](const NaiveJson &element) {
        QString message;
        QString code;
        r.part([&] {
            const auto text = [&r](const NaiveJson *value) { return r.text(value); };
            if (element.is(Kind::Text)) {
                message = r.text(&element);
            } else if (!element.is(Kind::Null)) {
                (void)r.member(element, {});
                tell(r, element, u"code"_s, code, text);
                tell(r, element, u"msg"_s, message, text);
            }
        });
        words << (message.isEmpty() ? code : message);
    });
    words.removeAll(QString());
    return sanitizedText(words.join(u"; ")).simplified();
}

QString statusWord(const QString &word)
{
    const QString shown = sanitizedText(word);
    return shown == word || shown.endsWith(u'…') ? shown : shown + u'…';
}

OrderStatus status(const QString &word)
{
    const QHash<QString, OrderStatus> known{
        {u"executed"_s, OrderStatus::Executed},  {u"in_progress"_s, OrderStatus::InProgress},
        {u"done"_s, OrderStatus::Done},          {u"canceled"_s, OrderStatus::Canceled},
        {u"cancelled"_s, OrderStatus::Canceled}, {u"expired"_s, OrderStatus::Expired},
        {u"refunded"_s, OrderStatus::Refunded}};
    return known.value(word, OrderStatus::Unknown);
}

/// `[{"id", "p", "d"}, …]`: before the discount a ticket of that set costs both together.
QHash<SetId, Money> ticketPrices(Reader &r, const NaiveJson *json)
{
    QHash<SetId, Money> prices;
    r.list(json, [&](const NaiveJson &element) {
        SetId set;
        std::optional<Money> left;
        std::optional<Money> off;
        const bool isRead = r.part([&] {
            set = r.id<SetId>(r.member(element, u"id"_s));
            left = r.money(r.member(element, u"p"_s));
            off = r.money(r.member(element, u"d"_s));
        });
        if (isRead && left && !set.isNull())
            prices[set] = off ? *left + *off : *left;
    });
    return prices;
}

/// All but the id.
void readFields(Reader &r, const NaiveJson &json, Order &order)
{
    using Field = Order::Field;
    order.absent = allOrderFields;
    /// Reads \a name into \a member, by what gives nothing where nothing is told.
    const auto field = [&](const QString &name, Field field, auto member, const auto &read) {
        const NaiveJson *value = r.find(json, name);
        if (!value)
            return;
        std::optional<std::remove_reference_t<decltype(order.*member)>> told;
        if (r.part([&] { told = read(value); }) && told) {
            order.*member = *told;
            order.absent.setFlag(field, false);
        }
    };
    const auto sum = [&r](const NaiveJson *value) {
        const auto money = r.money(value);
        r.isWrong = r.isWrong || !money;
        return money;
    };
    const auto time = [&r](const NaiveJson *value) {
        using Told = std::optional<std::optional<Instant>>;
        const auto instant = r.instant(value);
        return instant ? Told(std::in_place, instant) : Told();
    };
    field(u"number"_s, Field::Number, &Order::number, [&r](const NaiveJson *value) { return r.integer(value); });
    field(u"event"_s, Field::Event, &Order::event, [&r](const NaiveJson *value) {
        const auto id = r.id<EventId>(value);
        return id.isNull() ? std::nullopt : std::optional(id);
    });
    field(u"status"_s, Field::Status, &Order::statusWord, [&r, &order](const NaiveJson *value) {
        const QString word = r.text(value);
        r.isWrong = r.isWrong || word.isEmpty();
        order.status = status(word);
        return std::optional(statusWord(word));
    });
    field(u"created_at"_s, Field::CreatedAt, &Order::createdAt, time);
    field(u"updated_at"_s, Field::UpdatedAt, &Order::updatedAt, time);
    field(u"reserved_till"_s, Field::ReservedTill, &Order::reservedTill, time);
    for (const auto &[name, value] : json.members) {
        if (name == u"reserved_till" && value.is(Kind::Null))
            order.absent.setFlag(Field::ReservedTill, false);
    }
    field(u"tickets"_s, Field::Tickets, &Order::tickets, [&r](const NaiveJson *value) {
        QList<TicketId> tickets;
        r.list(value, [&](const NaiveJson &ticket) {
            tickets << r.id<TicketId>(&ticket);
            r.isWrong = r.isWrong || tickets.last().isNull();
        });
        return std::optional(tickets);
    });
    field(u"rules"_s, Field::Rules, &Order::rules, [&r](const NaiveJson *value) {
        QHash<SetId, RuleId> rules;
        (void)r.member(*value, {});
        for (const auto &[set, rule] : value->members) {
            if (const auto id = SetId::parse(set))
                rules.insert(*id, r.id<RuleId>(&rule));
        }
        return std::optional(rules);
    });
    field(u"customer"_s, Field::Customer, &Order::customer, [&r](const NaiveJson *value) {
        Customer customer;
        readCustomer(r, *value, customer);
        return std::optional(customer);
    });
    field(u"payment"_s, Field::Payment, &Order::payment,
          [&r](const NaiveJson *value) { return std::optional(readPayment(r, *value)); });
    field(u"value"_s, Field::Value, &Order::value, sum);
    field(u"value_extra"_s, Field::ValueExtra, &Order::valueExtra, sum);
    if (const NaiveJson *values = r.find(json, u"values"_s)) {
        std::optional<Money> nominal;
        std::optional<Money> discount;
        std::optional<Money> extra;
        std::optional<Money> full;
        QHash<SetId, Money> prices;
        const bool isRead = r.part([&] {
            nominal = r.money(r.member(*values, u"nominal"_s));
            discount = r.money(r.member(*values, u"discount"_s));
            const auto money = [&r](const NaiveJson *value) { return r.money(value); };
            tell(r, *values, u"extra"_s, extra, money);
            tell(r, *values, u"full"_s, full, money);
            tell(r, *values, u"sets"_s, prices, [&r](const NaiveJson *value) { return ticketPrices(r, value); });
        });
        if (isRead) {
            order.nominal = nominal.value_or(Money());
            order.discount = discount.value_or(Money());
            order.facePrices = prices;
            order.absent.setFlag(Field::Nominal, !nominal);
            order.absent.setFlag(Field::Discount, !nominal && !discount);
            // The order itself tells it, or else its values do; they alone may know of a fee.
            if (full && order.absent.testFlag(Field::Value)) {
                order.value = *full;
                order.absent.setFlag(Field::Value, false);
            }
            if (extra && order.valueExtra == Money()) {
                order.valueExtra = *extra;
                order.absent.setFlag(Field::ValueExtra, false);
            }
        }
    }
    if (!order.has(Field::Status))
        order.status = OrderStatus::Unknown;
}

QString sectorOf(Reader &r, const NaiveJson *value)
{
    return r.labelOrOf(value, u"name"_s);
}

std::optional<Seat> seat(Reader &r, const NaiveJson *json)
{
    Seat seat;
    if (const auto *sector = r.member(*json, u"sector"_s))
        seat.sector = sectorOf(r, sector);
    seat.row = r.label(r.member(*json, u"row"_s));
    seat.number = r.label(r.member(*json, u"number"_s));
    return seat == Seat() ? std::nullopt : std::optional(seat);
}

struct Rule
{
    PriceRule rule;
    v1::Lifetime lifetime;
};

Rule rule(Reader &r, const NaiveJson &json)
{
    Rule result;
    PriceRule &rule = result.rule;
    if (r.boolean(r.member(json, u"current"_s)).value_or(false))
        rule.state = PriceRule::State::Current;
    rule.face = r.money(r.member(json, u"price_org"_s));
    rule.fee = r.money(r.member(json, u"price_extra"_s));
    rule.price = r.money(r.member(json, u"price"_s));
    tell(r, json, u"id"_s, rule.id, [&r](const NaiveJson *value) { return r.id<RuleId>(value); });
    tell(r, json, u"cal"_s, result.lifetime, [&r](const NaiveJson *value) { return v1::parseVEvent(r.text(value)); });
    if (!rule.price && rule.face)
        rule.price = *rule.face + rule.fee.value_or(Money());
    if (rule.price && !rule.price->isWritable())
        rule.price.reset();
    return result;
}

struct Set
{
    TicketSet set;
    QList<Rule> rules;
};

Set set(Reader &r, const NaiveJson &json)
{
    Set result;
    TicketSet &set = result.set;
    set.id = r.id<SetId>(r.member(json, u"id"_s));
    r.isWrong = r.isWrong || set.id.isNull();
    set.vacant = r.count(r.member(json, u"amount_vacant"_s));
    const auto withSeats = r.boolean(r.member(json, u"with_seats"_s));
    const bool hasSeats = r.member(json, u"seats"_s) != nullptr;
    set.seating = withSeats.value_or(hasSeats) ? TicketSet::Seating::Numbered : TicketSet::Seating::Free;
    set.face = r.money(r.member(json, u"price_org"_s));
    set.fee = r.money(r.member(json, u"price_extra"_s));
    set.price = r.money(r.member(json, u"price"_s));
    tell(r, json, u"pos"_s, set.position, [&r](const NaiveJson *value) {
        return static_cast<int>(std::clamp<qint64>(r.integer(value).value_or(0), std::numeric_limits<int>::min(),
                                                   std::numeric_limits<int>::max()));
    });
    tell(r, json, u"name"_s, set.name, [&r](const NaiveJson *value) { return r.webProse(value); });
    tell(r, json, u"desc"_s, set.description, [&r](const NaiveJson *value) { return r.webProse(value, 2000); });
    tell(r, json, u"sector"_s, set.sector, [&r](const NaiveJson *value) { return r.labelOrOf(value, u"id"_s); });
    tell(r, json, u"amount"_s, set.amount, [&r](const NaiveJson *value) { return r.count(value); });
    if (const NaiveJson *rules = r.find(json, u"rules"_s)) {
        r.part([&] {
            r.list(rules, [&](const NaiveJson &element) {
                Rule read;
                if (!element.is(Kind::Null) && r.part([&] { read = rule(r, element); }))
                    result.rules << read;
            });
        });
    }
    for (const Rule &each : result.rules) {
        if (each.rule.state != PriceRule::State::Current)
            continue;
        set.face = set.face ? set.face : each.rule.face;
        set.fee = set.fee ? set.fee : each.rule.fee;
        set.price = set.price ? set.price : each.rule.price;
    }
    return result;
}

void readCity(Reader &r, const NaiveJson &json, Venue &venue)
{
    (void)r.member(json, {});
    if (const NaiveJson *name = r.find(json, u"name"_s)) {
        const auto take = [&](const QString &language, const NaiveJson *text) {
            venue.cityNames.insert(language, r.webProse(text));
            venue.cityNames.removeIf([](const auto &it) { return it.value().isEmpty(); });
        };
        r.part([&] {
            if (name->is(Kind::Text))
                return take(u"default"_s, name);
            (void)r.member(*name, {});
            for (const auto &[language, text] : Reader::membersOf(*name)) {
                const bool isSpoken = QStringList{u"ru"_s, u"en"_s, u"default"_s}.contains(language);
                if (text.is(Kind::Null) || (!isSpoken && !venue.cityNames.isEmpty()))
                    continue;
                r.part([&, each = &text, &key = language] { take(key, each); });
            }
        });
    }
    tell(r, json, u"timezone"_s, venue.timeZone, [&r](const NaiveJson *value) { return v1::zoneName(r.text(value)); });
}

void readVenue(Reader &r, const NaiveJson &json, Venue &venue)
{
    (void)r.member(json, {});
    tell(r, json, u"id"_s, venue.id, [&r](const NaiveJson *value) { return r.id<VenueId>(value); });
    tell(r, json, u"name"_s, venue.name, [&r](const NaiveJson *value) { return r.webProse(value); });
    tell(r, json, u"address"_s, venue.address, [&r](const NaiveJson *value) { return r.webProse(value); });
    if (const NaiveJson *city = r.find(json, u"city"_s))
        r.part([&] { readCity(r, *city, venue); });
}

void readSectors(Reader &r, const NaiveJson &json, Event &event)
{
    (void)r.member(json, {});
    const NaiveJson *sectors = r.find(json, u"sectors"_s);
    if (!sectors)
        return;
    r.part([&] {
        r.list(sectors, [&](const NaiveJson &element) {
            QString id;
            QString name;
            const auto label = [&r](const NaiveJson *value) { return r.label(value); };
            const bool isRead = r.part([&] {
                (void)r.member(element, {});
                tell(r, element, u"id"_s, id, label);
                tell(r, element, u"name"_s, name, label);
            });
            if (isRead && !id.isEmpty() && !name.isEmpty())
                event.sectorNames.insert(id, withoutMarkup(name));
        });
    });
}

/// `10.0%`: a number of at most two decimals and a sign. What is no such thing is a fee of which nothing more is known.
std::optional<DealFee> feeOf(const QString &label)
{
    static const QRegularExpression form(u"\\A(-?)([0-9]{1,12})(?:\\.([0-9])([0-9])?)?\\s*(%?)\\z"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    const QString written = label.trimmed();
    if (written.isEmpty() || written == u"%")
        return std::nullopt;
    const QRegularExpressionMatch match = form.match(written);
    if (!match.hasMatch())
        return DealFee{};
    const qint64 hundredths =
        match.captured(2).toLongLong() * 100 + match.captured(3).toInt() * 10 + match.captured(4).toInt();
    if (!match.captured(1).isEmpty() || hundredths == 0)
        return std::nullopt;
    const bool isShare = !match.captured(5).isEmpty() && hundredths <= 10'000;
    return DealFee{isShare ? std::optional(static_cast<int>(hundredths)) : std::nullopt};
}

void setTimes(Event &event, const v1::Lifetime &lifetime, QList<Set> &sets)
{
    for (const auto &time : {lifetime.start, lifetime.end}) {
        if (time && !time->isZoneKnown)
            event.venue.timeZone.clear();
    }
    const auto instant = [&event](const std::optional<v1::CalendarTime> &time) {
        return time ? v1::instantOf(*time, event.venue.timeZone) : std::nullopt;
    };
    event.start = instant(lifetime.start);
    event.end = instant(lifetime.end);
    if (event.start && !lifetime.start->time) {
        event.dates = Event::Dates::DaysOnly;
        if (!event.end || *event.end <= *event.start)
            event.end = instant(v1::CalendarTime{lifetime.start->date.addDays(1), std::nullopt, lifetime.start->zone});
    }
    for (Set &set : sets) {
        for (Rule &rule : set.rules) {
            rule.rule.from = instant(rule.lifetime.start);
            rule.rule.until = instant(rule.lifetime.end);
            set.set.rules << rule.rule;
        }
        event.sets << set.set;
    }
}

std::optional<int> total(const Event &event, std::optional<int> TicketSet::*count)
{
    qint64 sum = 0;
    bool isTold = !event.sets.isEmpty() && event.unreadableSets == 0;
    for (const TicketSet &set : event.sets) {
        isTold = isTold && set.*count;
        sum += (set.*count).value_or(0);
    }
    return isTold ? std::optional(static_cast<int>(std::min<qint64>(sum, std::numeric_limits<int>::max())))
                  : std::nullopt;
}

template <class T>
Naive<T> result(const Reader &r, const T &value)
{
    return {r.isWrong ? std::nullopt : std::optional(value), r.parts};
}

} // namespace

namespace {

Naive<Order> readAnyOrder(const NaiveJson &json)
{
    Reader r;
    Order order;
    order.id = r.id<OrderId>(r.member(json, u"id"_s));
    readFields(r, json, order);
    tell(r, json, u"errors"_s, order.refusal, [&r](const NaiveJson *value) { return readErrors(r, value); });
    const bool isOther = std::ranges::any_of(json.members, [](const auto &each) { return each.name == u"data"; });
    r.isWrong = r.isWrong || (order.id.isNull() && isOther);
    return result(r, order);
}

} // namespace

Naive<Order> readNamedOrder(const NaiveJson &json)
{
    Naive<Order> order = readAnyOrder(json);
    const bool isStatusTold = std::ranges::any_of(
        json.members, [](const auto &each) { return each.name == u"status" && !each.value.is(NaiveJson::Kind::Null); });
    if (order.value && isStatusTold && !order.value->has(Order::Field::Status))
        order.value.reset();
    return order;
}

Naive<Order> readOrder(const NaiveJson &json)
{
    Naive<Order> order = readAnyOrder(json);
    if (order.value && order.value->id.isNull())
        order.value.reset();
    return order;
}

Naive<Event> readEvent(const NaiveJson &json)
{
    Reader r;
    Event event;
    v1::Lifetime lifetime;
    QList<Set> sets;
    event.id = r.id<EventId>(r.member(json, u"id"_s));
    r.isWrong = r.isWrong || event.id.isNull();
    if (const NaiveJson *title = r.find(json, u"title"_s)) {
        if (title->is(Kind::Object)) {
            r.part([&] { (void)r.member(*title, {}); });
            tell(r, *title, u"text"_s, event.title, [&r](const NaiveJson *value) { return r.webProse(value); });
            tell(r, *title, u"desc"_s, event.description,
                 [&r](const NaiveJson *value) { return r.webProse(value, 2000); });
        } else {
            r.part([&] { event.title = r.webProse(title); });
        }
    }
    tell(r, json, u"lifetime"_s, lifetime, [&r](const NaiveJson *value) { return v1::parseVEvent(r.text(value)); });
    if (const NaiveJson *status = r.find(json, u"status"_s))
        r.part([&] { event.sale = r.text(status) == u"public" ? Event::Sale::Open : Event::Sale::Closed; });
    tell(r, json, u"age_rating"_s, event.ageRating, [&r](const NaiveJson *value) { return r.label(value); });
    if (const NaiveJson *venue = r.find(json, u"venue"_s)) {
        if (venue->is(Kind::Object))
            r.part([&] { readVenue(r, *venue, event.venue); });
        else
            tell(r, json, u"venue"_s, event.venue.id, [&r](const NaiveJson *value) { return r.id<VenueId>(value); });
    }
    if (const NaiveJson *deal = r.find(json, u"deal"_s); deal && deal->is(Kind::Object)) {
        r.part([&] { (void)r.member(*deal, {}); });
        tell(r, *deal, u"extra"_s, event.dealFee, [&r](const NaiveJson *value) { return feeOf(r.label(value)); });
    }
    if (const NaiveJson *map = r.find(json, u"map"_s))
        r.part([&] { readSectors(r, *map, event); });
    event.setList = Event::SetList::NotReported;
    if (const NaiveJson *list = r.find(json, u"sets"_s)) {
        const bool isRead = r.part([&] {
            r.list(list, [&](const NaiveJson &element) {
                Set read;
                if (r.part([&] { read = set(r, element); }))
                    sets << read;
                else
                    ++event.unreadableSets;
            });
        });
        event.setList = isRead ? Event::SetList::Reported : Event::SetList::NotReported;
    }
    tell(r, json, u"tickets_amount"_s, event.amount, [&r](const NaiveJson *value) { return r.count(value); });
    tell(r, json, u"tickets_amount_vacant"_s, event.vacant, [&r](const NaiveJson *value) { return r.count(value); });
    setTimes(event, lifetime, sets);
    std::ranges::stable_sort(event.sets, {}, &TicketSet::position);
    event.amount = event.amount ? event.amount : total(event, &TicketSet::amount);
    event.vacant = event.vacant ? event.vacant : total(event, &TicketSet::vacant);
    return result(r, event);
}

Naive<Ticket> readTicket(const NaiveJson &json)
{
    Reader r;
    Ticket ticket;
    const auto label = [&r](const NaiveJson *value) { return r.label(value); };
    ticket.id = r.id<TicketId>(r.member(json, u"id"_s));
    r.isWrong = r.isWrong || ticket.id.isNull();
    tell(r, json, u"set"_s, ticket.set, [&r](const NaiveJson *value) { return r.id<SetId>(value); });
    tell(r, json, u"serial"_s, ticket.serial, label);
    tell(r, json, u"number"_s, ticket.number, label);
    tell(r, json, u"barcode"_s, ticket.barcode, [&r](const NaiveJson *value) {
        const QString barcode = r.label(value);
        r.isWrong = r.isWrong || barcode.contains(u'\ufffd');
        return barcode;
    });
    tell(r, json, u"seat"_s, ticket.seat, [&r](const NaiveJson *value) { return seat(r, value); });
    return result(r, ticket);
}

Naive<HallSeat> readHallSeat(const NaiveJson &json)
{
    Reader r;
    HallSeat place;
    place.ticket = r.id<TicketId>(r.member(json, u"id"_s));
    r.isWrong = r.isWrong || place.ticket.isNull();
    place.set = r.id<SetId>(r.member(json, u"set"_s));
    const QString word = r.text(r.member(json, u"status"_s));
    place.status = word == u"vacant"     ? SeatStatus::Vacant
                   : word == u"reserved" ? SeatStatus::Reserved
                   : word == u"sold"     ? SeatStatus::Sold
                                         : SeatStatus::Unknown;
    if (const auto *told = r.member(json, u"seat"_s))
        place.seat = seat(r, told);
    tell(r, json, u"reserved_till"_s, place.reservedTill, [&r](const NaiveJson *value) { return r.instant(value); });
    return result(r, place);
}

} // namespace okoshko::fuzz
