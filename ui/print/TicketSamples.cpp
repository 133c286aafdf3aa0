// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/TicketSamples.h"

using namespace Qt::StringLiterals;

namespace okoshko {

TicketFields TicketSamples::ticket(Sample sample)
{
    using Field = TicketField;
    TicketFields fields;
    fields.texts = {
        {Field::TicketWord, tr("TICKET")},
        {Field::Title, tr("The Nutcracker")},
        {Field::VenueName, tr("Philharmonic Hall, Great Hall")},
        {Field::VenueAddress, tr("St Petersburg, Mikhailovskaya street, 2")},
        {Field::Start, tr("Thursday, 31 December 2026, 19:00")},
        {Field::AgeRating, u"6+"_s},
        {Field::Category, tr("Stalls")},
        {Field::Sector, tr("Left side")},
        {Field::Row, u"12"_s},
        {Field::Seat, u"27"_s},
        {Field::Price, tr("₽1,400.00")},
        {Field::Fee, tr("₽140.00")},
        {Field::Series, u"TC"_s},
        {Field::Number, u"00012345"_s},
        {Field::Barcode, u"4600123456789012"_s},
        {Field::OrganiserName, tr("City Philharmonic LLC")},
        {Field::OrganiserInn, u"7801234567"_s},
        {Field::OrganiserOgrn, tr("OGRN 1027800000000")},
        {Field::OrganiserAddress, tr("191186, St Petersburg, Mikhailovskaya street, 2")},
        {Field::SoldAt, tr("12 May 2026, 14:21")},
        {Field::CounterName, tr("Counter 2")},
        {Field::OrderNumber, u"497 291 903"_s},
        {Field::TicketOfOrder, u"2/5"_s},
    };
    if (sample == Sample::Usual)
        return fields;
    const auto many = [](const QString &text, int times) { return QStringList(times, text).join(u' '); };
    QMap<Field, QString> &texts = fields.texts;
    texts[Field::Title] = many(
        tr("International festival of symphonic, chamber and choral music in memory of the victims of all wars."), 5);
    texts[Field::VenueName] = many(tr("State Academic Theatre of Opera and Ballet named after its founder"), 2);
    texts[Field::VenueAddress] =
        many(tr("Republic of Sakha (Yakutia), Verkhnevilyuysky district, building 17, block 3"), 2);
    texts[Field::Start] =
        tr("Wednesday, 30 September 2026, 19:30 (Petropavlovsk-Kamchatsky, +9 h to the counter's time)");
    texts[Field::AgeRating] = u"18+"_s;
    texts[Field::Category] =
        tr("Folding seat behind a column with a restricted view, for holders of a benefit certificate");
    texts[Field::Sector] = tr("Upper amphitheatre, right side, entrance from the embankment");
    texts[Field::Row] = u"А-12/бис"_s;
    texts[Field::Seat] = u"1 002"_s;
    texts[Field::Price] = tr("₽1,234,567.00");
    texts[Field::Fee] = tr("₽123,456.70");
    texts[Field::Series] = u"АБВГД-2026"_s;
    texts[Field::Number] = u"000000000123456789"_s;
    texts[Field::Barcode] = u"46001234567890123"_s;
    texts[Field::OrganiserName] =
        tr("Autonomous non-profit organisation for the support of culture, arts and folk crafts “Northern Lights”");
    texts[Field::OrganiserInn] = u"780123456789"_s;
    texts[Field::OrganiserOgrn] = tr("OGRNIP 304780100000000");
    texts[Field::OrganiserAddress] = texts[Field::VenueAddress];
    texts[Field::CounterName] = tr("Counter 12, service entrance of the Small Hall");
    texts[Field::TicketOfOrder] = u"299/300"_s;
    return fields;
}

} // namespace okoshko
