// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/print/TicketFields.h"

#include <algorithm>
#include <array>
#include <utility>

namespace okoshko {

namespace {

constexpr std::array fieldWords{
    std::pair(TicketField::TicketWord, "ticket"),
    std::pair(TicketField::Title, "title"),
    std::pair(TicketField::VenueName, "venue"),
    std::pair(TicketField::VenueAddress, "venueAddress"),
    std::pair(TicketField::Start, "start"),
    std::pair(TicketField::AgeRating, "age"),
    std::pair(TicketField::Category, "category"),
    std::pair(TicketField::Sector, "sector"),
    std::pair(TicketField::Row, "row"),
    std::pair(TicketField::Seat, "seat"),
    std::pair(TicketField::Price, "price"),
    std::pair(TicketField::Fee, "fee"),
    std::pair(TicketField::Series, "series"),
    std::pair(TicketField::Number, "number"),
    std::pair(TicketField::Barcode, "barcode"),
    std::pair(TicketField::OrganiserName, "organiser"),
    std::pair(TicketField::OrganiserInn, "inn"),
    std::pair(TicketField::OrganiserOgrn, "ogrn"),
    std::pair(TicketField::OrganiserAddress, "organiserAddress"),
    std::pair(TicketField::SoldAt, "soldAt"),
    std::pair(TicketField::CounterName, "counter"),
    std::pair(TicketField::OrderNumber, "order"),
    std::pair(TicketField::TicketOfOrder, "ticketOfOrder"),
};

} // namespace

QString toWord(TicketField field)
{
    const auto *row =
        std::find_if(fieldWords.begin(), fieldWords.end(), [field](const auto &known) { return known.first == field; });
    return QString::fromLatin1(row->second);
}

std::optional<TicketField> toTicketField(const QString &word)
{
    const auto *row = std::find_if(fieldWords.begin(), fieldWords.end(),
                                   [&word](const auto &known) { return word == QLatin1String(known.second); });
    return row == fieldWords.end() ? std::nullopt : std::optional(row->first);
}

} // namespace okoshko
