// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/TicketSamples.h"

#include "models/print/TicketFacts.h"

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

template <class Id>
Id idOf(int number)
{
    return *Id::parse(u"%1"_s.arg(number, Id::length, 10, QChar(u'0')));
}

Instant at(const char16_t *time)
{
    return *parseInstant(QString::fromUtf16(time));
}

} // namespace

struct TicketSamples::Made
{
    int tickets = 1;
    int number = 1; ///< of the ticket among them, from 1
    qint64 price = 0;
    qint64 fee = 0; ///< in it; both in minor units
    Event event{};
    TicketSet set{.id = idOf<SetId>(1)};
    Legal legal{};
    Ticket ticket{};
    QString counter{};

    [[nodiscard]] Sale paid() const;
};

Sale TicketSamples::Made::paid() const
{
    Sale sale;
    sale.order.status = OrderStatus::Done;
    sale.order.number = 497291903;
    sale.order.updatedAt = at(u"2026-05-12T11:21:00+00:00");
    sale.order.value = Money::fromMinor(price * tickets);
    sale.order.valueExtra = Money::fromMinor(fee * tickets);
    sale.request.random = {{set.id, tickets}};
    for (int i = 1; i <= tickets; ++i) {
        sale.order.tickets << idOf<TicketId>(i);
        sale.tickets.append({.id = idOf<TicketId>(i), .set = set.id});
    }
    return sale;
}

TicketSamples::Made TicketSamples::usual()
{
    Made made{.tickets = 5, .number = 2, .price = 140000, .fee = 14000};
    made.event.title = tr("The Nutcracker");
    made.event.venue.name = tr("Philharmonic Hall, Great Hall");
    made.event.venue.address = tr("St Petersburg, Mikhailovskaya street, 2");
    made.event.venue.timeZone = "Europe/Moscow";
    made.event.start = at(u"2026-12-31T16:00:00+00:00");
    made.event.ageRating = u"6"_s;
    made.set.name = tr("Stalls");
    made.legal = {.name = tr("City Philharmonic LLC"),
                  .inn = u"7801234567"_s,
                  .ogrn = u"1027800000000"_s,
                  .address = tr("191186, St Petersburg, Mikhailovskaya street, 2")};
    made.ticket = {.serial = u"TC"_s,
                   .number = u"00012345"_s,
                   .barcode = u"4600123456789012"_s,
                   .seat = Seat{tr("Left side"), u"12"_s, u"27"_s}};
    made.counter = tr("Counter 2");
    return made;
}

TicketSamples::Made TicketSamples::longest()
{
    Made made{.tickets = 300, .number = 299, .price = 123456700, .fee = 12345670};
    const auto many = [](const QString &text, int times) { return QStringList(times, text).join(u' '); };
    made.event.title = many(
        tr("International festival of symphonic, chamber and choral music in memory of the victims of all wars."), 5);
    made.event.venue.name = many(tr("State Academic Theatre of Opera and Ballet named after its founder"), 2);
    made.event.venue.address =
        many(tr("Republic of Sakha (Yakutia), Verkhnevilyuysky district, building 17, block 3"), 2);
    made.event.start = at(u"2026-09-30T07:30:00+00:00"); // of several days, by the clock of the counter
    made.event.end = at(u"2026-12-30T15:30:00+00:00");
    made.event.ageRating = u"18"_s;
    made.set.name = tr("Folding seat behind a column with a restricted view, for holders of a benefit certificate");
    made.legal = {.name = tr("Autonomous non-profit organisation for the support of culture, arts and folk crafts "
                             "“Northern Lights”"),
                  .inn = u"780123456789"_s,
                  .ogrnip = u"304780100000000"_s,
                  .address = made.event.venue.address};
    made.ticket = {
        .serial = u"АБВГД-2026"_s,
        .number = u"000000000123456789"_s,
        .barcode = u"46001234567890123"_s,
        .seat = Seat{tr("Upper amphitheatre, right side, entrance from the embankment"), u"А-12/бис"_s, u"1 002"_s}};
    made.counter = tr("Counter 12, service entrance of the Small Hall");
    return made;
}

TicketFields TicketSamples::ticket(Sample sample, const QString &language)
{
    Made made = sample == Sample::Usual ? usual() : longest();
    made.event.sets << made.set;
    Sale sale = made.paid();
    Ticket &shown = sale.tickets[made.number - 1];
    made.ticket.id = shown.id;
    made.ticket.set = made.set.id;
    shown = made.ticket;
    const Format format(language == u"ru" ? Format::Language::Russian : Format::Language::English);
    const TicketFacts facts(sale, &made.event, made.legal, format, made.counter, {});
    return facts.tickets({{shown.id, 0}}).constFirst();
}

} // namespace okoshko
