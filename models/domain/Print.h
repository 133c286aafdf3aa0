// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"
#include "models/domain/Instant.h"

#include <QList>
#include <QString>
#include <QUuid>

#include <tl/expected.hpp>

namespace okoshko {

/// One printed copy of a ticket.
struct TicketCopy
{
    TicketId ticket;
    int duplicate = 0; ///< 0: the first issue; n: the n-th copy after it, marked as a duplicate

    friend bool operator==(const TicketCopy &, const TicketCopy &) = default;
};

/// Why something is not printed, or not printed yet. A closed set: each has its words for the cashier.
enum class PrintTrouble {
    None,
    NoPrintService, ///< the computer's print service does not answer
    NoSuchQueue,    ///< the queue is unknown to the print service
    Rejecting,      ///< the queue accepts no jobs
    Stopped,        ///< the queue is stopped
    PaperOut,
    CoverOpen,
    Offline,
    BackendFailed,   ///< the print service could not pass the job to the printer
    SizeUnsupported, ///< the queue does not support the paper's size
    TooLong,         ///< the document is longer than the printer's maximum
    NotDrawn,        ///< the document could not be made or written
    Expired,         ///< it was not printed within its time
    Canceled,        ///< cancelled at the print service
    Lost,            ///< unknown whether it was printed: the print service does not know the job
    Other,           ///< another reason of the printer; its words are shown
};

/// The name of \a trouble in logs and in the journal, and back (Other for an unknown word).
[[nodiscard]] QString toWord(PrintTrouble trouble);
[[nodiscard]] PrintTrouble toPrintTrouble(const QString &word);

/// Why a call to the print service, or the drawing of a document, failed.
struct PrintError
{
    PrintTrouble trouble = PrintTrouble::Other;
    QString words;  ///< the print service's or the printer's message; may be empty
    QString detail; ///< technical, English, for the log

    friend bool operator==(const PrintError &, const PrintError &) = default;
};

template <class T>
using Printed = tl::expected<T, PrintError>;

/// A print job of this counter. It is in the journal before it is passed to the print service, under whose queue it is
/// named by its id; the name contains no personal data.
struct PrintJob
{
    enum class Kind {
        Tickets,
        Receipt,
        Test, ///< a test ticket of a printer profile: no order
        File, ///< a PDF file in place of paper: the first issue, or copies
    };
    enum class State {
        Waiting,   ///< in the journal, not yet accepted by the print service
        Printing,  ///< accepted
        Attention, ///< it does not go on by itself: `trouble` and `words` say why
        Done,
        GivenUp, ///< it will not be printed
    };

    QUuid id;
    Kind kind = Kind::Tickets;
    OrderId order;            ///< null for Test
    QList<TicketCopy> copies; ///< of Tickets and File; in the order of printing
    QString profile;          ///< the name of the printer profile
    QString queue;            ///< the queue's name at the print service; empty for File
    State state = State::Waiting;
    PrintTrouble trouble = PrintTrouble::None;
    QString words;    ///< the printer's own reason
    int queueJob = 0; ///< its number at the print service; 0 = none yet
    Instant at{};     ///< server time
    Instant expires{};

    /// Neither done nor given up.
    [[nodiscard]] bool isOpen() const { return state != State::Done && state != State::GivenUp; }

    friend bool operator==(const PrintJob &, const PrintJob &) = default;
};

} // namespace okoshko
