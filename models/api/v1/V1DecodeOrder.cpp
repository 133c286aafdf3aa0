// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/V1Decode.h"

#include "models/domain/Text.h"

#include <QUrl>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace okoshko::v1 {

namespace {

using Need = JsonValue::Need;

struct StatusWord
{
    const char16_t *word;
    OrderStatus status;
};

// v2 spells it "cancelled"; a server between the two generations may as well (vendor documentation).
constexpr StatusWord statusWords[]{{u"executed", OrderStatus::Executed},  {u"in_progress", OrderStatus::InProgress},
                                   {u"done", OrderStatus::Done},          {u"canceled", OrderStatus::Canceled},
                                   {u"cancelled", OrderStatus::Canceled}, {u"expired", OrderStatus::Expired},
                                   {u"refunded", OrderStatus::Refunded}};

/// The status word for display; marked if it was shortened, so that it does not equal a known word.
QString shownStatus(const QString &word)
{
    const QString shown = sanitizedText(word);
    return shown == word || shown.endsWith(u'…') ? shown : shown + u'…';
}

OrderStatus toStatus(const QString &word)
{
    for (const StatusWord &row : statusWords) {
        if (word == QStringView(row.word))
            return row.status;
    }
    return OrderStatus::Unknown;
}

constexpr JsonField<Customer> customerFields[]{
    {"first_name",
     [](Customer &customer, JsonValue &value) { customer.firstName = value.prose(Need::Optional, longestShownText); }},
    {"last_name",
     [](Customer &customer, JsonValue &value) { customer.lastName = value.prose(Need::Optional, longestShownText); }},
    {"email",
     [](Customer &customer, JsonValue &value) { customer.email = value.prose(Need::Optional, longestShownText); }},
    {"mobile", [](Customer &customer, JsonValue &value) { customer.mobile = value.label(Need::Optional); }},
    {"lang", [](Customer &customer, JsonValue &value) { customer.language = value.text(Need::Optional); }},
};

/// Parsed as by a browser. An unreadable address is an error, not an absent one: without an address the cashier
/// collects the money.
QUrl decodeAddress(JsonValue &value)
{
    const QString written = value.text(Need::Optional);
    QUrl url(written, QUrl::TolerantMode);
    if (!written.isEmpty() && (!url.isValid() || url.isEmpty() || written.contains(QChar::ReplacementCharacter)))
        value.complain(u"is not a valid address");
    return url;
}

constexpr JsonField<Payment> paymentFields[]{
    {"system", [](Payment &payment, JsonValue &value) { payment.system = value.labelOrOf("id"); },
     JsonField<Payment>::Part::Needed},
    {"redirect_url", [](Payment &payment, JsonValue &value) { payment.redirectUrl = decodeAddress(value); },
     JsonField<Payment>::Part::Needed},
};

/// An id, or an object with a name (`fields-schema`).
QString decodeSector(JsonValue &value)
{
    return value.labelOrOf("name");
}

/// `{"id", "p", "d"}`: price of a ticket of a set, and the discount in it (public payloads).
struct SetValue
{
    SetId set;
    std::optional<Money> price;
    std::optional<Money> discount;
};

constexpr JsonField<SetValue> setValueFields[]{
    {"id", [](SetValue &set, JsonValue &value) { set.set = value.reference<SetId>(Need::Optional); },
     JsonField<SetValue>::Part::Needed},
    {"p", [](SetValue &set, JsonValue &value) { set.price = value.money(Need::Optional); },
     JsonField<SetValue>::Part::Needed},
    {"d", [](SetValue &set, JsonValue &value) { set.discount = value.money(Need::Optional); },
     JsonField<SetValue>::Part::Needed},
};

struct Values
{
    std::optional<Money> nominal;
    std::optional<Money> discount;
    std::optional<Money> extra;
    std::optional<Money> full;
    QHash<SetId, Money> facePrices;
    QHash<SetId, Money> discounts;
};

constexpr JsonField<Values> valuesFields[]{
    {"nominal", [](Values &values, JsonValue &value) { values.nominal = value.money(Need::Optional); },
     JsonField<Values>::Part::Needed},
    {"discount", [](Values &values, JsonValue &value) { values.discount = value.money(Need::Optional); },
     JsonField<Values>::Part::Needed},
    {"extra", [](Values &values, JsonValue &value) { values.extra = value.money(Need::Optional); }},
    {"full", [](Values &values, JsonValue &value) { values.full = value.money(Need::Optional); }},
    {"sets",
     [](Values &values, JsonValue &value) {
         QHash<SetId, Money> prices;
         QHash<SetId, Money> discounts;
         value.elements(Need::Optional, [&prices, &discounts](JsonValue &element) {
             SetValue set;
             const bool isRead =
                 !element.isNull() && element.readPart([&set](JsonValue &part) { part.read(set, setValueFields); });
             if (!isRead || set.set.isNull() || !set.price)
                 return;
             prices.insert(set.set, *set.price + set.discount.value_or(Money()));
             if (set.discount && !set.discount->isZero())
                 discounts.insert(set.set, *set.discount);
         });
         if (value.hasErrors())
             return;
         values.facePrices = prices;
         values.discounts = discounts;
     }},
};

/// A barcode with an unreadable letter is useless.
QString decodeBarcode(JsonValue &value)
{
    QString barcode = value.label(Need::Optional);
    if (!barcode.contains(QChar::ReplacementCharacter))
        return barcode;
    value.complain(u"is not a valid barcode");
    return {};
}

constexpr JsonField<Ticket> listedTicketFields[]{
    {"id", [](Ticket &ticket, JsonValue &value) { ticket.id = value.reference<TicketId>(Need::Required); },
     JsonField<Ticket>::Part::Needed},
    {"barcode", [](Ticket &ticket, JsonValue &value) { ticket.barcode = decodeBarcode(value); }},
};

/// An order and the sums of `values`, which replace sums that the order lacks.
struct OrderDraft : Order
{
    std::optional<Money> full;
    std::optional<Money> extra;
    QStringList barcodes;
};

/// A member of an order and the field that it fills.
struct OrderField
{
    std::string_view name;
    Order::Field field;
    /// Returns whether the member had a value.
    bool (*read)(OrderDraft &order, JsonValue &value);
};

bool readSum(Money &sum, JsonValue &value)
{
    const auto reported = value.money(Need::Required);
    sum = reported.value_or(Money());
    return reported.has_value();
}

bool readTime(std::optional<Instant> &time, JsonValue &value)
{
    time = value.instant(Need::Optional);
    return time.has_value();
}

constexpr OrderField orderFields[]{
    {"number", Order::Field::Number,
     [](OrderDraft &order, JsonValue &value) {
         const auto number = value.integer(Need::Required);
         order.number = number.value_or(0);
         return number.has_value();
     }},
    {"event", Order::Field::Event,
     [](OrderDraft &order, JsonValue &value) {
         order.event = value.reference<EventId>(Need::Optional);
         return !order.event.isNull();
     }},
    {"status", Order::Field::Status,
     [](OrderDraft &order, JsonValue &value) {
         const QString word = value.text(Need::Required);
         order.statusWord = shownStatus(word);
         order.status = toStatus(word);
         return true;
     }},
    {"created_at", Order::Field::CreatedAt,
     [](OrderDraft &order, JsonValue &value) { return readTime(order.createdAt, value); }},
    {"updated_at", Order::Field::UpdatedAt,
     [](OrderDraft &order, JsonValue &value) { return readTime(order.updatedAt, value); }},
    {"reserved_till", Order::Field::ReservedTill,
     [](OrderDraft &order, JsonValue &value) { return readTime(order.reservedTill, value); }},
    {"tickets", Order::Field::Tickets,
     [](OrderDraft &order, JsonValue &value) {
         order.tickets.clear();
         order.barcodes.clear();
         value.elements(Need::Required, [&order](JsonValue &ticket) {
             if (!ticket.isObject())
                 return order.tickets.append(ticket.reference<TicketId>(Need::Required));
             Ticket listed;
             ticket.read(listed, listedTicketFields);
             if (listed.id.isNull())
                 ticket.complainOf("id", u"is missing");
             order.tickets.append(listed.id);
             if (!listed.barcode.isEmpty())
                 order.barcodes << listed.barcode;
         });
         return true;
     }},
    {"promocodes", Order::Field::PromoCodes,
     [](OrderDraft &order, JsonValue &value) {
         order.promoCodes.clear();
         value.elements(Need::Required, [&order](JsonValue &code) { order.promoCodes << code.labelOrOf("id"); });
         return true;
     }},
    {"rules", Order::Field::Rules,
     [](OrderDraft &order, JsonValue &value) {
         order.rules.clear();
         value.members([&order](std::string_view set, JsonValue &rule) {
             if (const auto id = SetId::parse(set))
                 order.rules.insert(*id, rule.reference<RuleId>(Need::Optional));
         });
         return true;
     }},
    {"customer", Order::Field::Customer,
     [](OrderDraft &order, JsonValue &value) {
         value.read(order.customer, customerFields);
         return true;
     }},
    {"payment", Order::Field::Payment,
     [](OrderDraft &order, JsonValue &value) {
         value.read(order.payment, paymentFields);
         return true;
     }},
    {"value", Order::Field::Value, [](OrderDraft &order, JsonValue &value) { return readSum(order.value, value); }},
    {"value_extra", Order::Field::ValueExtra,
     [](OrderDraft &order, JsonValue &value) { return readSum(order.valueExtra, value); }},
    {"values", Order::Field::Nominal,
     [](OrderDraft &order, JsonValue &value) {
         Values values;
         value.read(values, valuesFields);
         order.nominal = values.nominal.value_or(Money());
         // An absent discount is none (the recording).
         order.discount = values.discount.value_or(Money());
         order.absent.setFlag(Order::Field::Discount, !values.discount && !values.nominal);
         order.extra = values.extra;
         order.full = values.full;
         order.facePrices = values.facePrices;
         order.discounts = values.discounts;
         return values.nominal.has_value();
     }},
};

constexpr JsonField<Seat> seatFields[]{
    {"sector", [](Seat &seat, JsonValue &value) { seat.sector = decodeSector(value); }, JsonField<Seat>::Part::Needed},
    {"row", [](Seat &seat, JsonValue &value) { seat.row = value.label(Need::Optional); },
     JsonField<Seat>::Part::Needed},
    {"number", [](Seat &seat, JsonValue &value) { seat.number = value.label(Need::Optional); },
     JsonField<Seat>::Part::Needed},
};

SeatStatus toSeatStatus(const QString &word)
{
    if (word == u"vacant")
        return SeatStatus::Vacant;
    if (word == u"reserved")
        return SeatStatus::Reserved;
    return word == u"sold" ? SeatStatus::Sold : SeatStatus::Unknown;
}

/// `{}` and null are a ticket without a seat (public payloads). A partly readable seat is an error.
std::optional<Seat> decodeSeat(JsonValue &value)
{
    Seat seat;
    value.read(seat, seatFields);
    return seat == Seat() || value.hasErrors() ? std::nullopt : std::optional(seat);
}

constexpr JsonField<Ticket> ticketFields[]{
    {"id", [](Ticket &ticket, JsonValue &value) { ticket.id = value.reference<TicketId>(Need::Required); },
     JsonField<Ticket>::Part::Needed},
    {"set", [](Ticket &ticket, JsonValue &value) { ticket.set = value.reference<SetId>(Need::Optional); }},
    {"serial", [](Ticket &ticket, JsonValue &value) { ticket.serial = value.label(Need::Optional); }},
    {"number", [](Ticket &ticket, JsonValue &value) { ticket.number = value.label(Need::Optional); }},
    {"barcode", [](Ticket &ticket, JsonValue &value) { ticket.barcode = decodeBarcode(value); }},
    {"seat", [](Ticket &ticket, JsonValue &value) { ticket.seat = decodeSeat(value); }},
};

constexpr JsonField<HallSeat> hallSeatFields[]{
    {"id", [](HallSeat &seat, JsonValue &value) { seat.ticket = value.reference<TicketId>(Need::Required); },
     JsonField<HallSeat>::Part::Needed},
    {"set", [](HallSeat &seat, JsonValue &value) { seat.set = value.reference<SetId>(Need::Optional); },
     JsonField<HallSeat>::Part::Needed},
    {"status", [](HallSeat &seat, JsonValue &value) { seat.status = toSeatStatus(value.text(Need::Optional)); },
     JsonField<HallSeat>::Part::Needed},
    {"seat", [](HallSeat &seat, JsonValue &value) { seat.seat = decodeSeat(value); },
     JsonField<HallSeat>::Part::Needed},
    {"reserved_till", [](HallSeat &seat, JsonValue &value) { seat.reservedTill = value.instant(Need::Optional); }},
};

/// Some answers have sum and fee in `values` only, and a fee of 0 in the order (public payloads of both generations).
void completeSums(OrderDraft &order)
{
    using Field = Order::Field;
    if (!order.has(Field::Value) && order.full) {
        order.value = *order.full;
        order.absent.setFlag(Field::Value, false);
    }
    if (order.extra && (!order.has(Field::ValueExtra) || order.valueExtra.isZero())) {
        order.valueExtra = *order.extra;
        order.absent.setFlag(Field::ValueExtra, false);
    }
}

void forgetValues(OrderDraft &order)
{
    order.full = order.extra = std::nullopt;
    order.facePrices.clear();
    order.discounts.clear();
}

void readRefusal(OrderDraft &order, JsonValue &member)
{
    (void)member.readPart([&order](JsonValue &errors) {
        const ServerWords words = decodeErrors(errors);
        order.refusal = words.text;
        order.promoRefusal = words.promoRefusal;
    });
}

/// A field that \a isNeeded must be readable. False if what was read of \a order is not whole.
bool readField(OrderDraft &order, const OrderField &row, JsonValue &member, bool isNeeded)
{
    const bool isValues = row.field == Order::Field::Nominal;
    if (member.isNull()) {
        // An expired order has `"reserved_till": null` in public payloads: reported as no running hold.
        const bool isFirst = !order.has(row.field); // no earlier member of the same name
        if (isValues)
            forgetValues(order);
        order.absent.setFlag(row.field, row.field != Order::Field::ReservedTill);
        return isFirst;
    }
    bool isReported = false;
    const auto read = [&](JsonValue &part) { isReported = row.read(order, part); };
    bool isWhole = true;
    if (isNeeded)
        read(member);
    else
        isWhole = member.readPart(read);
    if (!isWhole && isValues) {
        order.absent.setFlag(Order::Field::Discount);
        forgetValues(order);
    }
    order.absent.setFlag(row.field, !isReported || !isWhole);
    return isWhole;
}

/// The fields in \a needed must be readable if present.
Order decodeFields(JsonValue &value, Order::Fields needed, QStringList *barcodes = nullptr)
{
    OrderDraft order;
    order.absent = allOrderFields;
    bool isWhole = true;
    bool hasData = false;
    value.members([&](std::string_view name, JsonValue &member) {
        if (name == "id")
            order.id = member.reference<OrderId>(Need::Optional);
        hasData = hasData || name == "data";
        if (name == "errors" && !member.isNull())
            readRefusal(order, member);
        const auto *const row = std::find_if(std::begin(orderFields), std::end(orderFields),
                                             [name](const OrderField &each) { return each.name == name; });
        if (row == std::end(orderFields))
            return;
        isWhole = readField(order, *row, member, needed.testFlag(row->field)) && isWhole;
    });
    // Otherwise an answer of the second generation would count as empty.
    if (order.id.isNull() && hasData)
        value.complainOf("data", u"is of another generation");
    completeSums(order);
    if (barcodes)
        *barcodes = order.barcodes;
    if (isWhole)
        return order; // NOLINT(cppcoreguidelines-slicing): the rest was merged into its sums
    // Unreadable fields count as absent and get their defaults.
    Order reported = merged({.id = order.id, .absent = allOrderFields}, order);
    reported.refusal = order.refusal;
    reported.promoRefusal = order.promoRefusal;
    reported.facePrices = order.facePrices;
    reported.discounts = order.discounts;
    return reported;
}

} // namespace

Order decodeOrder(JsonValue &value)
{
    Order order = decodeFields(value, {});
    if (order.id.isNull())
        value.complainOf("id", u"is missing");
    return order;
}

ListedOrder decodeListedOrder(JsonValue &value)
{
    QStringList barcodes;
    ListedOrder order{decodeFields(value, {}, &barcodes), {}};
    if (order.id.isNull())
        value.complainOf("id", u"is missing");
    order.barcodes = barcodes;
    return order;
}

Order decodeNamedOrder(JsonValue &value)
{
    return decodeFields(value, Order::Field::Status);
}

Order decodeChangedOrder(JsonValue &value)
{
    return decodeFields(value, Order::Field::Status | Order::Field::Payment);
}

Ticket decodeTicket(JsonValue &value)
{
    Ticket ticket;
    value.read(ticket, ticketFields);
    if (ticket.id.isNull())
        value.complainOf("id", u"is missing");
    return ticket;
}

HallSeat decodeHallSeat(JsonValue &value)
{
    HallSeat seat;
    value.read(seat, hallSeatFields);
    if (seat.ticket.isNull())
        value.complainOf("id", u"is missing");
    return seat;
}

} // namespace okoshko::v1
