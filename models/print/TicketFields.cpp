// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/print/TicketFields.h"

#include "models/domain/Word.h"

#include <array>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

constexpr std::array fieldWords{
    Word{TicketField::TicketWord, "ticket"_L1},
    Word{TicketField::Title, "title"_L1},
    Word{TicketField::VenueName, "venue"_L1},
    Word{TicketField::VenueAddress, "venueAddress"_L1},
    Word{TicketField::Start, "start"_L1},
    Word{TicketField::AgeRating, "age"_L1},
    Word{TicketField::Category, "category"_L1},
    Word{TicketField::Sector, "sector"_L1},
    Word{TicketField::Row, "row"_L1},
    Word{TicketField::Seat, "seat"_L1},
    Word{TicketField::Price, "price"_L1},
    Word{TicketField::Fee, "fee"_L1},
    Word{TicketField::Series, "series"_L1},
    Word{TicketField::Number, "number"_L1},
    Word{TicketField::Barcode, "barcode"_L1},
    Word{TicketField::OrganiserName, "organiser"_L1},
    Word{TicketField::OrganiserInn, "inn"_L1},
    Word{TicketField::OrganiserOgrn, "ogrn"_L1},
    Word{TicketField::OrganiserAddress, "organiserAddress"_L1},
    Word{TicketField::SoldAt, "soldAt"_L1},
    Word{TicketField::CounterName, "counter"_L1},
    Word{TicketField::OrderNumber, "order"_L1},
    Word{TicketField::TicketOfOrder, "ticketOfOrder"_L1},
};

} // namespace

QString toWord(TicketField field)
{
    return wordOf(fieldWords, field);
}

std::optional<TicketField> toTicketField(const QString &word)
{
    return valueOf(fieldWords, word);
}

} // namespace okoshko
