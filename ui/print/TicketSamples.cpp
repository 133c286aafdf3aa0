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

struct Counts
{
    int tickets = 1;
    int shown = 1; ///< which of them, from 1
    qint64 price = 0;
    qint64 fee = 0; ///< in it; both in minor units
};

Sale paid(const Counts &counts)
{
    Sale sale;
    sale.order.status = OrderStatus::Done;
    sale.order.number = 497291903;
    sale.order.updatedAt = at(u"2026-05-12T11:21:00+00:00");
    sale.order.value = Money::fromMinor(counts.price * counts.tickets);
    sale.order.valueExtra = Money::fromMinor(counts.fee * counts.tickets);
    for (int i = 1; i <= counts.tickets; ++i) {
        sale.order.tickets << idOf<TicketId>(i);
        sale.tickets.append({.id = idOf<TicketId>(i), .set = idOf<SetId>(1)});
    }
    return sale;
}

} // namespace

TicketFields TicketSamples::ticket(Sample sample, const QString &language)
{
    Event event;
    TicketSet set{.id = idOf<SetId>(1)};
    Legal legal;
    Sale sale;
    Ticket ticket;
    QString counter;
    switch (sample) {
    case Sample::Usual: {
        const Counts counts{.tickets = 5, .shown = 2, .price = 140000, .fee = 14000};
        event.title = tr("The Nutcracker");
        event.venue.name = tr("Philharmonic Hall, Great Hall");
        event.venue.address = tr("St Petersburg, Mikhailovskaya street, 2");
        event.venue.timeZone = "Europe/Moscow";
        event.start = at(u"2026-12-31T16:00:00+00:00");
        event.ageRating = u"6"_s;
        set.name = tr("Stalls");
        legal = {.name = tr("City Philharmonic LLC"),
                 .inn = u"7801234567"_s,
                 .ogrn = u"1027800000000"_s,
                 .address = tr("191186, St Petersburg, Mikhailovskaya street, 2")};
        ticket = {.serial = u"TC"_s,
                  .number = u"00012345"_s,
                  .barcode = u"4600123456789012"_s,
                  .seat = Seat{tr("Left side"), u"12"_s, u"27"_s}};
        counter = tr("Counter 2");
        sale = paid(counts);
        ticket.id = sale.order.tickets.at(counts.shown - 1);
        break;
    }
    case Sample::Longest: {
        const Counts counts{.tickets = 300, .shown = 299, .price = 123456700, .fee = 12345670};
        const auto many = [](const QString &text, int times) { return QStringList(times, text).join(u' '); };
        event.title = many(
            tr("International festival of symphonic, chamber and choral music in memory of the victims of all wars."),
            5);
        event.venue.name = many(tr("State Academic Theatre of Opera and Ballet named after its founder"), 2);
        event.venue.address =
            many(tr("Republic of Sakha (Yakutia), Verkhnevilyuysky district, building 17, block 3"), 2);
        event.start = at(u"2026-09-30T07:30:00+00:00"); // of several days, by the clock of the counter
        event.end = at(u"2026-12-30T15:30:00+00:00");
        event.ageRating = u"18"_s;
        set.name = tr("Folding seat behind a column with a restricted view, for holders of a benefit certificate");
        legal = {.name = tr("Autonomous non-profit organisation for the support of culture, arts and folk crafts "
                            "“Northern Lights”"),
                 .inn = u"780123456789"_s,
                 .ogrnip = u"304780100000000"_s,
                 .address = event.venue.address};
        ticket = {.serial = u"АБВГД-2026"_s,
                  .number = u"000000000123456789"_s,
                  .barcode = u"46001234567890123"_s,
                  .seat = Seat{tr("Upper amphitheatre, right side, entrance from the embankment"), u"А-12/бис"_s,
                               u"1 002"_s}};
        counter = tr("Counter 12, service entrance of the Small Hall");
        sale = paid(counts);
        ticket.id = sale.order.tickets.at(counts.shown - 1);
        break;
    }
    }
    event.sets << set;
    ticket.set = set.id;
    sale.tickets[sale.order.tickets.indexOf(ticket.id)] = ticket;
    const Format format(language == u"ru" ? Format::Language::Russian : Format::Language::English);
    const TicketFacts facts(sale, &event, legal, format, counter, {});
    return facts.tickets({{ticket.id, 0}}).constFirst();
}

} // namespace okoshko
