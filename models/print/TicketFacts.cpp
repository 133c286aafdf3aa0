// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/print/TicketFacts.h"

#include "models/sale/PriceBreakdown.h"
#include "models/tables/SearchText.h"

#include <QDateTime>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

using Field = Order::Field;

/// \a sum divided into \a parts equal sums; nothing if a kopeck would be left over.
std::optional<Money> share(Money sum, qint64 parts)
{
    return parts > 0 && sum.minor() % parts == 0 ? std::optional(Money::fromMinor(sum.minor() / parts)) : std::nullopt;
}

/// A function that adds a text to \a fields; an empty one is left out.
auto putInto(TicketFields &fields)
{
    return [&fields](TicketField field, const QString &text) {
        if (const QString trimmed = text.trimmed(); !trimmed.isEmpty())
            fields.texts.insert(field, trimmed);
    };
}

} // namespace

TicketFacts::TicketFacts(const Sale &sale, const Event *event, const Legal &legal, const Format &format,
                         const QString &counterName, const QList<PaymentSystem> &systems)
    : m_sale(sale)
    , m_event(event)
    , m_legal(legal)
    , m_format(format)
    , m_counterName(counterName)
    , m_systems(systems)
{
    for (const Ticket &ticket : sale.tickets)
        ++m_counts[ticket.set];
}

QList<TicketFields> TicketFacts::tickets(const QList<TicketCopy> &copies) const
{
    const TicketFields ofAll = orderFields();
    QList<TicketFields> all;
    for (const TicketCopy &copy : copies) {
        TicketFields fields = ofAll;
        fields.copy = copy;
        const auto ticket = std::ranges::find(m_sale.tickets, copy.ticket, &Ticket::id);
        if (ticket != m_sale.tickets.cend())
            putTicket(*ticket, fields);
        all << fields;
    }
    return all;
}

TicketFields TicketFacts::orderFields() const
{
    const Order &order = m_sale.order;
    TicketFields fields;
    const auto put = putInto(fields);
    put(TicketField::TicketWord, tr("TICKET"));
    put(TicketField::Title, m_event ? m_event->title : m_sale.request.eventTitle);
    put(TicketField::SoldAt, soldAt() ? time(*soldAt()) : QString());
    put(TicketField::CounterName, m_counterName);
    put(TicketField::OrderNumber,
        order.has(Field::Number) && order.number > 0 ? m_format.orderNumber(order.number) : QString());
    put(TicketField::OrganiserName, m_legal.name);
    put(TicketField::OrganiserInn, m_legal.inn);
    put(TicketField::OrganiserOgrn, !m_legal.ogrnip.isEmpty() ? tr("OGRNIP %1").arg(m_legal.ogrnip)
                                    : !m_legal.ogrn.isEmpty() ? tr("OGRN %1").arg(m_legal.ogrn)
                                                              : QString());
    put(TicketField::OrganiserAddress, m_legal.address);
    if (m_event) {
        put(TicketField::VenueName, m_event->venue.name);
        put(TicketField::VenueAddress, m_event->venue.address);
        put(TicketField::Start, start());
        put(TicketField::AgeRating, ageMark(m_event->ageRating));
    }
    return fields;
}

void TicketFacts::putTicket(const Ticket &ticket, TicketFields &fields) const
{
    const Order &order = m_sale.order;
    const auto put = putInto(fields);
    const TicketSet *set = m_event ? m_event->set(ticket.set) : nullptr;
    put(TicketField::Category, set ? set->name : QString());
    put(TicketField::Series, ticket.serial);
    put(TicketField::Number, ticket.number);
    put(TicketField::Barcode, ticket.barcode);
    const QString sector = ticket.seat && !ticket.seat->sector.isEmpty() ? ticket.seat->sector
                           : set                                         ? set->sector
                                                                         : QString();
    const QString sectorName = m_event ? m_event->sectorName(sector) : QString();
    // An unknown id says nothing to a visitor; a name does.
    put(TicketField::Sector, !sectorName.isEmpty() || VenueId::parse(sector) ? sectorName : sector);
    if (ticket.seat) {
        put(TicketField::Row, ticket.seat->row);
        put(TicketField::Seat, ticket.seat->number);
    }
    const Price price = priceOf(ticket.set);
    const qsizetype count = std::max(order.tickets.size(), m_sale.tickets.size());
    if (price.total)
        put(TicketField::Price, m_format.money(*price.total));
    else if (order.has(Field::Value))
        put(TicketField::Price,
            tr("%1 for the order (%2)").arg(m_format.money(order.value), m_format.tickets(static_cast<int>(count))));
    if (price.fee && !price.fee->isZero())
        put(TicketField::Fee, m_format.money(*price.fee));
    const qsizetype at = order.tickets.indexOf(ticket.id);
    if (at >= 0)
        put(TicketField::TicketOfOrder, u"%1/%2"_s.arg(QString::number(at + 1), QString::number(order.tickets.size())));
}

TicketFacts::Price TicketFacts::priceOf(const SetId &set) const
{
    const Order &order = m_sale.order;
    const QList<Ticket> &tickets = m_sale.tickets;
    const bool isWhole = order.has(Field::Value) && order.has(Field::Tickets) && !tickets.isEmpty() &&
                         tickets.size() == order.tickets.size();
    if (!isWhole)
        return {};
    const QHash<SetId, qint64> &counts = m_counts;
    // Otherwise the sums may have a part of tickets that were paid back.
    if (counts.size() == 1 && m_sale.ticketsPaidFor() == tickets.size()) {
        const auto count = counts.cbegin().value();
        const std::optional<Money> total = share(order.value, count);
        return {.total = total,
                .fee = total && order.has(Field::ValueExtra) ? share(order.valueExtra, count) : std::nullopt};
    }
    const bool isPlain = order.has(Field::ValueExtra) && order.valueExtra.isZero() && order.has(Field::Discount) &&
                         order.discount.isZero();
    Money face;
    bool hasFaces = true;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        hasFaces = hasFaces && order.facePrices.contains(it.key());
        face = face + order.facePrices.value(it.key()) * it.value();
    }
    if (isPlain && hasFaces && face == order.value)
        return {.total = order.facePrices.value(set), .fee = Money()};

    // The catalogue's prices, if the order confirms each of their sums.
    Money total;
    Money fee;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        const TicketSet *known = m_event ? m_event->set(it.key()) : nullptr;
        if (!known || !known->price || !known->fee)
            return {};
        total = total + *known->price * it.value();
        fee = fee + *known->fee * it.value();
    }
    const bool isConfirmed = order.has(Field::ValueExtra) && total == order.value && fee == order.valueExtra &&
                             order.has(Field::Discount) && order.discount.isZero();
    const TicketSet *own = m_event ? m_event->set(set) : nullptr;
    return isConfirmed && own ? Price{.total = own->price, .fee = own->fee} : Price();
}

ReceiptFields TicketFacts::receipt(int duplicate, Instant now) const
{
    const Order &order = m_sale.order;
    ReceiptFields receipt;
    if (duplicate > 0)
        receipt.heading << tr("DUPLICATE %1 · %2").arg(QString::number(duplicate), printedAt(now));
    receipt.heading
        << tr("Receipt for order %1").arg(m_format.orderNumber(order.has(Field::Number) ? order.number : 0));
    if (const QString title = m_event ? m_event->title : m_sale.request.eventTitle; !title.isEmpty())
        receipt.heading << title;
    if (m_event && !start().isEmpty())
        receipt.heading << start();

    QList<SetId> sets;
    for (const Ticket &ticket : m_sale.tickets) {
        if (!sets.contains(ticket.set))
            sets << ticket.set;
    }
    for (const SetId &id : std::as_const(sets)) {
        const TicketSet *set = m_event ? m_event->set(id) : nullptr;
        const auto count = std::ranges::count_if(m_sale.tickets, [&id](const Ticket &t) { return t.set == id; });
        const QString name = set && !set->name.isEmpty() ? set->name : tr("Tickets");
        const bool isTold = order.facePrices.contains(id);
        receipt.lines.append({isTold ? u"%1, %2 × %3"_s.arg(name, m_format.count(static_cast<int>(count)),
                                                            m_format.money(order.facePrices.value(id)))
                                     : u"%1, %2"_s.arg(name, m_format.tickets(static_cast<int>(count))),
                              isTold ? m_format.money(order.facePrices.value(id) * count) : QString()});
    }
    const PriceBreakdown price = PriceBreakdown::of(order);
    const auto line = [&](const QString &label, const std::optional<Money> &sum, bool isShownIfZero) {
        if (sum && (isShownIfZero || !sum->isZero()))
            receipt.lines.append({label, m_format.money(*sum)});
    };
    line(tr("Face price"), price.face, true);
    line(tr("Discount"), price.discount, false);
    line(tr("Fee"), price.fee, false);
    line(tr("Total"), price.total, true);
    const QString system =
        m_format.wayToPay(order, m_sale.system.isEmpty() ? order.payment.system : m_sale.system, m_systems);
    if (!system.isEmpty())
        receipt.lines.append({tr("Payment"), system});

    if (!m_legal.name.isEmpty())
        receipt.closing << (m_legal.inn.isEmpty() ? m_legal.name
                                                  : u"%1, %2"_s.arg(m_legal.name, tr("INN %1").arg(m_legal.inn)));
    if (const auto sold = soldAt())
        receipt.closing << (m_counterName.isEmpty() ? time(*sold) : u"%1, %2"_s.arg(time(*sold), m_counterName));
    receipt.closing << tr("This is not a fiscal receipt.");
    return receipt;
}

QString TicketFacts::printedAt(Instant now) const
{
    return m_counterName.isEmpty() ? time(now) : u"%1, %2"_s.arg(time(now), m_counterName);
}

QString TicketFacts::time(Instant instant) const
{
    const QDateTime local = toDateTime(instant).toLocalTime();
    switch (m_format.language()) {
    case Format::Language::Russian:
        return m_format.locale().toString(local, u"dd.MM.yyyy HH:mm");
    case Format::Language::English:
        return m_format.locale().toString(local, u"d MMM yyyy, HH:mm");
    }
    Q_UNREACHABLE();
}

QString TicketFacts::start() const
{
    return m_format.eventTimePrinted(*m_event, m_event->venue);
}

std::optional<Instant> TicketFacts::soldAt() const
{
    if (const HistoryEntry *payment = m_sale.payment())
        return payment->at;
    return m_sale.order.updatedAt ? m_sale.order.updatedAt : m_sale.order.createdAt;
}

} // namespace okoshko
