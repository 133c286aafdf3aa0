// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"
#include "models/print/PrintService.h"
#include "models/sale/Sale.h"
#include "models/tables/Format.h"
#include "ui/text/Message.h"

#include <QCoreApplication>
#include <QString>

namespace okoshko {

/// Why a print job does not go on: what happened, what it means for the buyer, and what to do. A reason in the words of
/// the printer or the print service is quoted at the end; one of this program, where nothing was sent, is not quoted.
class PrintTroubleText : public Message
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::PrintTroubleText)
public:
    explicit PrintTroubleText(const PrintJob &job); ///< of one that needs attention

private:
    /// What \a keyword of the print service means, and what to do.
    [[nodiscard]] static QString sentence(const QString &keyword);
    void setTexts(const QString &what, const QString &advice);
};

/// Why a print request was not begun, and what to do.
class PrintRefusalText : public Message
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::PrintRefusalText)
public:
    explicit PrintRefusalText(PrintRefusal refusal); ///< not None
};

/// What is said about the tickets of one order and their printing.
class PrintText
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::PrintText)
public:
    /// `“roll”`: the printer of \a job, by its profile or else its queue; empty for a file.
    [[nodiscard]] static QString printer(const PrintJob &job);
    /// `3 tickets on “roll”`, `3 tickets as a PDF`, `Receipt on “roll”`: what \a job prints.
    [[nodiscard]] static QString subject(const PrintJob &job, const Format &format);
    /// `Printing 3 tickets on “roll”…`, `Saving 3 tickets as PDF…`
    [[nodiscard]] static QString printing(const PrintJob &job, const Format &format);
    [[nodiscard]] static QString awaitingBarcodes();
    [[nodiscard]] static QString awaitingData(); ///< of the event or its organiser
    /// `DUPLICATE 2`: the mark of a copy, on the paper and wherever it is spoken of.
    [[nodiscard]] static QString duplicate(int number);
    /// `Printed: hand over 3 tickets.`
    [[nodiscard]] static QString printed(std::optional<int> tickets, const Format &format);
    [[nodiscard]] static QString printedWithReceipt(std::optional<int> tickets, const Format &format);
    /// What was to be printed or saved again came to nothing.
    [[nodiscard]] static QString nothingAgain();
    [[nodiscard]] static QString saved(std::optional<int> tickets, const Format &format); ///< as a PDF
    [[nodiscard]] static QString notNeeded();
    /// `Not printed: 3 tickets`
    [[nodiscard]] static QString notPrinted(qsizetype tickets, const Format &format);
    /// A job that was given up, and nobody has said what came out.
    [[nodiscard]] static Message toBeSettled();
    [[nodiscard]] static Message blanksUsedUp();
    [[nodiscard]] static Message noneMarked();          ///< of the tickets to be printed again
    [[nodiscard]] static Message refunded(int tickets); ///< of those that were to be printed with others
    /// Of tickets that are on paper, or perhaps.
    [[nodiscard]] static Message refundedOnPaper(int tickets);
    /// Why the tickets of \a entry are not printed, a sentence each. \a sale may be null.
    [[nodiscard]] static QString why(const UnprintedOrder &entry, const Sale *sale, const PrintSettings &settings);
    /// What the tickets of a held order have to carry, and is missing, or not known yet; nothing if nothing is, or if
    /// no printer prints tickets. Said before the order is paid.
    [[nodiscard]] static std::optional<Message> lacking(PrintService &printing, const Sale &sale);
    /// The question before tickets are printed without data that they have to carry.
    [[nodiscard]] static Message withoutLegal(LegalState state);
    /// For the first minute after a sale: the control at the door may not know the ticket yet.
    [[nodiscard]] static QString atTheDoor();

    /// `Взрослый · Партер, ряд 4, место 11`, or series and number, or `ticket 2`. \a sale and \a event may be null.
    [[nodiscard]] static QString ticket(const TicketId &id, const Sale *sale, const Event *event);
    [[nodiscard]] static QString ticket(int at); ///< `Ticket 2`, of its order or its job
};

} // namespace okoshko
