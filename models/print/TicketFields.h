// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Legal.h"
#include "models/domain/Print.h"

#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace okoshko {

/// What can stand on a ticket, by its name in a template (`{title}`). All values are texts ready to be drawn.
enum class TicketField {
    TicketWord, ///< «БИЛЕТ» in the counter's language
    Title,
    VenueName,
    VenueAddress,
    Start, ///< in the venue's zone
    AgeRating,
    Category,
    Sector,
    Row,
    Seat,
    Price, ///< what the buyer paid for this ticket, as far as reported
    Fee,   ///< the part of it that is a fee
    Series,
    Number,
    Barcode,
    OrganiserName,
    OrganiserInn,  ///< the digits alone: templates say «ИНН»
    OrganiserOgrn, ///< with its name, as it is an ОГРН or an ОГРНИП
    OrganiserAddress,
    SoldAt,
    CounterName,
    OrderNumber,
    TicketOfOrder, ///< `2/5`
};

/// The name of \a field in templates, and back.
[[nodiscard]] QString toWord(TicketField field);
[[nodiscard]] std::optional<TicketField> toTicketField(const QString &word);

/// One ticket as it is printed. Empty fields are left out.
struct TicketFields
{
    TicketCopy copy;
    QMap<TicketField, QString> texts;

    [[nodiscard]] QString text(TicketField field) const { return texts.value(field); }

    friend bool operator==(const TicketFields &, const TicketFields &) = default;
};

/// A line of a receipt: `label` left, `sum` right.
struct ReceiptLine
{
    QString label;
    QString sum;

    friend bool operator==(const ReceiptLine &, const ReceiptLine &) = default;
};

/// A receipt: number, face prices, fee, discount, total, method. It says that it is no fiscal receipt.
struct ReceiptFields
{
    QList<QString> heading;
    QList<ReceiptLine> lines;
    QList<QString> closing;

    friend bool operator==(const ReceiptFields &, const ReceiptFields &) = default;
};

} // namespace okoshko
