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
    /// A person said that it did not come out, while the print service could not be asked: it may come out yet.
    bool isMissing = false;
    bool isRefundTold = false; ///< the cashier was told that its ticket is refunded, and it is on paper

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
    Slow,            ///< it has not ended in its time, and no reason is reported
    SizeUnsupported, ///< the queue does not support the paper's size
    TooLong,         ///< the document is longer than the printer's maximum
    NotDrawn,        ///< the document could not be made or written
    Expired,         ///< it was not printed within its time
    Canceled,        ///< cancelled or aborted at the print service
    Lost,            ///< unknown whether it was printed: the print service does not know the job
    Other,           ///< another reason of the printer; its words are shown
};

/// The name of \a trouble in logs and in the journal, and back (Other for an unknown word).
[[nodiscard]] QString toWord(PrintTrouble trouble);
[[nodiscard]] PrintTrouble toPrintTrouble(const QString &word);

/// Whether the tickets of an order are printed, for lists and pages.
enum class PrintState {
    None,       ///< the order is not paid, or its print state is unknown
    NotPrinted, ///< paid, and some tickets were neither printed nor declared as not needed
    Printing,
    Attention, ///< a job needs the cashier
    Printed,
    NotNeeded, ///< a person said that no tickets are needed on paper
};

/// The order stands in the list of what is not printed.
[[nodiscard]] constexpr bool isNotPrinted(PrintState state)
{
    return state == PrintState::NotPrinted || state == PrintState::Attention;
}

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
        Attention, ///< the cashier should know why it is not printed: `trouble`, `words`; it may go on by itself
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
    int pages = 0;           ///< of its document; 0 = not drawn yet
    bool isNumbered = false; ///< it is printed on numbered blanks
    /// Of a job that is not open: `copies`, except those that are missing, came out, told by a person or certain.
    /// False: each of them may have come out.
    bool settled = false;
    /// A person has given it up, or said what came out, and its queue has not reported its end yet: it is to be
    /// cancelled there. The state is GivenUp or Done already if the print service does not answer.
    bool isGivingUp = false;

    /// Neither done nor given up.
    [[nodiscard]] bool isOpen() const { return state != State::Done && state != State::GivenUp; }
    /// Nothing of it is at its queue, and nothing is to be done about it.
    [[nodiscard]] bool isOver() const { return !isOpen() && !isGivingUp; }

    friend bool operator==(const PrintJob &, const PrintJob &) = default;
};

/// The numbered blanks of a queue: preprinted paper.
struct BlankRange
{
    QString queue;
    qint64 first = 0, last = 0;
    qint64 next = 0; ///< the next blank to be used; beyond `last` when the range is used up

    friend bool operator==(const BlankRange &, const BlankRange &) = default;
};

/// Blanks that were used or spoiled, or a stack of them: a line of the daily sheet.
struct BlankUse
{
    enum class Use {
        Printed,
        Spoiled,
        PutIn,    ///< a stack: its range was set
        TakenOut, ///< the unused rest of a stack, when another range was set
    };

    QString queue;
    Instant at{}; ///< server time
    Use use = Use::Printed;
    qint64 first = 0; ///< number of the first one; 0 = beyond the range, so that the number is not known
    int count = 0;
    QString reason; ///< of spoiled ones, as typed
    QUuid job;      ///< null if they were spoiled without a job

    friend bool operator==(const BlankUse &, const BlankUse &) = default;
};

/// The most blanks of one line, and of one range.
inline constexpr qint64 maxBlanks = 1'000'000;

} // namespace okoshko
