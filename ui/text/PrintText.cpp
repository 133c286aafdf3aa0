// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/PrintText.h"

#include "models/domain/Text.h"
#include "ui/text/TicketText.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

/// Whether the words of \a job are this program's: it drew nothing, or a page that the printer cannot take. The print
/// service has no words for the last.
bool isDrawn(const PrintJob &job)
{
    return job.trouble == PrintTrouble::NotDrawn || job.trouble == PrintTrouble::SizeUnsupported ||
           job.trouble == PrintTrouble::TooLong;
}

/// `media-jam-error, other-error`: keywords of the Internet Printing Protocol (RFC 8011, 5.1.4) in place of a sentence.
QStringList keywordsIn(const QString &words)
{
    static const QRegularExpression keyword(u"^[a-z][a-z0-9]*([-_.][a-z0-9]+)+$"_s);
    const QStringList parts = words.split(u", "_s);
    const bool areKeywords =
        std::ranges::all_of(parts, [](const QString &part) { return keyword.match(part).hasMatch(); });
    return areKeywords ? parts : QStringList();
}

} // namespace

QString PrintTroubleText::sentence(const QString &keyword)
{
    // By how they begin: what follows is the part of the printer, and how severe it is.
    const std::array known{
        std::pair{"cups-held-for-auth"_L1,
                  tr("The print service wants a name and a password for this printer. Call the "
                     "administrator.")},
        std::pair{"job-hold"_L1, tr("The job is held at the print service. Call the administrator to release it.")},
        std::pair{"media-jam"_L1, tr("Paper is jammed. Take it out.")},
        std::pair{"toner-empty"_L1, tr("The toner, ink or ribbon has run out. Put in new.")},
        std::pair{"marker-supply-empty"_L1, tr("The toner, ink or ribbon has run out. Put in new.")},
        std::pair{"marker-waste-full"_L1, tr("The box for waste toner is full. Call the administrator.")},
        std::pair{"output-area-full"_L1, tr("The tray of printed paper is full. Empty it.")},
        std::pair{"input-tray-missing"_L1, tr("A paper tray is missing. Put it in.")},
        std::pair{"spool-area-full"_L1, tr("The print service has no room for jobs. Call the administrator.")}};
    const auto it = std::ranges::find_if(known, [&](const auto &row) { return keyword.startsWith(row.first); });
    return it != known.end()
               ? it->second
               : tr("It reports what Okoshko does not know. Look at its display; if that does not help, call "
                    "the administrator and tell the word.");
}

// NOLINTNEXTLINE(readability-function-size): a few lines for each trouble
PrintTroubleText::PrintTroubleText(const PrintJob &job)
{
    const QString printer = PrintText::printer(job);
    const bool isReceipt = job.kind == PrintJob::Kind::Receipt;
    const QString byItself = tr("Printing then goes on by itself.");
    // Not while the printer may still print it.
    const QString orFile = job.queueJob == 0 ? tr("Or save the tickets as a PDF.") : QString();
    if (job.isGivingUp) {
        setTexts(tr("The job is being taken back from the printer %1").arg(printer),
                 tr("Wait a moment, and leave the printer as it is: if it is put right now, they are printed."));
        return;
    }
    const QString chooseAnother =
        tr("Nothing was printed. Choose another template or printer in the settings, then print again.");
    const QStringList keywords = keywordsIn(job.words);
    QStringList advice;
    const QString callAdministrator = tr("Nothing was printed. Call the administrator, then print again.");
    switch (job.trouble) {
    case PrintTrouble::NoPrintService:
        setTexts(tr("The computer's print service does not answer"),
                 tr("Call the administrator: the print service (CUPS) must run.") + u' ' +
                     (job.queueJob == 0
                          ? orFile
                          : tr("Printing then goes on by itself. Or give it up and save the tickets as a PDF.")));
        break;
    case PrintTrouble::NoSuchQueue:
        setTexts(tr("This computer has no printer %1").arg(printer),
                 tr("Nothing was printed. Choose a printer in the settings, then print again.") + u' ' + orFile);
        break;
    case PrintTrouble::Rejecting:
        setTexts(tr("The printer %1 accepts no jobs").arg(printer), callAdministrator + u' ' + orFile);
        break;
    case PrintTrouble::Stopped:
        setTexts(tr("The printer %1 is stopped").arg(printer),
                 tr("Look at the printer, and call the administrator to start it again.") + u' ' + byItself);
        break;
    case PrintTrouble::PaperOut:
        setTexts(tr("The printer %1 has no paper").arg(printer), tr("Put paper in.") + u' ' + byItself);
        break;
    case PrintTrouble::CoverOpen:
        setTexts(tr("The cover of the printer %1 is open").arg(printer), tr("Close it.") + u' ' + byItself);
        break;
    case PrintTrouble::Offline:
        setTexts(tr("The printer %1 is off or not connected").arg(printer),
                 tr("Switch it on and look at its cable.") + u' ' + byItself);
        break;
    case PrintTrouble::BackendFailed:
        setTexts(tr("The tickets do not get through to the printer %1").arg(printer),
                 tr("Switch it on and look at its cable. The print service tries again by itself, perhaps much later: "
                    "give up first if you print them otherwise."));
        break;
    case PrintTrouble::Slow:
        setTexts(tr("The printer %1 has not finished, and tells no reason").arg(printer),
                 tr("Look at the printer: it may be warming up, or be busy with others' jobs.") + u' ' + byItself +
                     u' ' + tr("Or give it up, and print the tickets elsewhere or save them as a PDF."));
        break;
    case PrintTrouble::SizeUnsupported:
        setTexts(tr("The printer %1 cannot print on paper of this size").arg(printer), chooseAnother + u' ' + orFile);
        break;
    case PrintTrouble::TooLong:
        setTexts(tr("The tickets are longer than the printer %1 can print").arg(printer),
                 chooseAnother + u' ' + orFile);
        break;
    case PrintTrouble::NotDrawn:
        if (job.kind == PrintJob::Kind::File)
            setTexts(tr("The PDF could not be written"),
                     tr("There is no file. Save it again in another folder, or print the tickets."));
        else
            setTexts(tr("The tickets could not be drawn"), callAdministrator);
        break;
    case PrintTrouble::Expired:
        setTexts(isReceipt ? tr("The receipt was not printed in time") : tr("The tickets were not printed in time"),
                 tr("The job was taken back, so that nobody prints it later. Look at the printer and say which tickets "
                    "came out; the others can be printed again."));
        break;
    case PrintTrouble::Canceled:
        setTexts(tr("The print job was broken off, not by Okoshko"),
                 tr("Look at the printer and say which tickets came out; the others can be printed again."));
        break;
    case PrintTrouble::Lost:
        if (job.kind == PrintJob::Kind::File)
            setTexts(tr("It is not known whether the PDF was written"),
                     tr("Okoshko was closed meanwhile, or the folder does not answer. Look for the file; if it is not "
                        "there, save it again in another folder, or print the tickets: they are marked as duplicates, "
                        "as the file may exist."));
        else
            setTexts(isReceipt ? tr("It is not known whether the receipt was printed")
                               : tr("It is not known whether the tickets were printed"),
                     tr("The print service does not know the job. Look at the printer and say which tickets came "
                        "out; the others can be printed again."));
        break;
    case PrintTrouble::None:
    case PrintTrouble::Other:
        for (const QString &keyword : keywords) {
            if (!advice.contains(sentence(keyword)))
                advice << sentence(keyword);
        }
        if (advice.isEmpty())
            advice << tr("Look at the printer.");
        setTexts(tr("The printer %1 needs attention").arg(printer), advice.join(u' ') + u' ' + byItself);
        break;
    }
    body = body.trimmed();
    if (isReceipt)
        body = tr("Only the receipt is not printed, not the tickets. Look at the printer; the receipt can be printed "
                  "again from the order.");
    if (job.words.isEmpty())
        return;
    const QString words = isolated(sanitizedText(job.words));
    if (job.kind == PrintJob::Kind::File || isDrawn(job))
        body += u' ' + words;
    else if (!keywords.isEmpty())
        body += u' ' + tr("The print service's own word: “%1”").arg(words);
    else
        body += u' ' + tr("The printer says: “%1”").arg(words);
}

void PrintTroubleText::setTexts(const QString &what, const QString &advice)
{
    title = what.simplified();
    body = advice;
}

// NOLINTNEXTLINE(readability-function-size): a text for each, which the compiler counts
PrintRefusalText::PrintRefusalText(PrintRefusal refusal)
{
    switch (refusal) {
    case PrintRefusal::None:
        return;
    case PrintRefusal::NotPaid:
        title = tr("The order is not paid.");
        body = tr("Nothing was printed. Tickets are printed once the server says that the order is paid.");
        return;
    case PrintRefusal::Refunded:
        title = tr("The tickets were refunded.");
        body = tr("Nothing was printed: the buyer has got the money back, and nobody is let in with them.");
        return;
    case PrintRefusal::ToBeResolved:
        title = tr("Something is wrong with this order: it has to be resolved first.");
        body =
            tr("Nothing was printed. See the list “Needs attention” (F8): once the order is off that list, its tickets "
               "can be printed.");
        return;
    case PrintRefusal::NoBarcodes:
        title = tr("The server has not told the barcodes yet.");
        body = tr("Nothing was printed: a ticket without its barcode is worth nothing. They are being asked for; "
                  "press again in a moment.");
        return;
    case PrintRefusal::SameBarcode:
        title = tr("Several tickets of this order have the same barcode.");
        body = tr("They are held back: only one buyer would be let in. Call Ticketscloud with the order's number.");
        return;
    case PrintRefusal::NoPrinter:
        title = tr("No printer is set up.");
        body = tr("Nothing was printed. Save the tickets as a PDF, or choose a printer in the settings (Ctrl+,).");
        return;
    case PrintRefusal::Busy:
        title = tr("Tickets of this order are being printed or saved already.");
        body = tr("Nothing more was printed. Wait until it is done, or give it up first.");
        return;
    case PrintRefusal::NotTakenBack:
        title = tr("What was given up may still be at the printer.");
        body =
            tr("Nothing more was printed: the job is taken back as soon as the print service answers. Until then save "
               "the tickets as a PDF.");
        return;
    case PrintRefusal::AlreadyPrinted:
        title = tr("The tickets are printed already.");
        body = tr("Nothing was printed. “Print again” makes copies that are marked as duplicates.");
        return;
    case PrintRefusal::NotRecorded:
        title = tr("The journal cannot be read or written just now.");
        body = tr(
            "Nothing was printed: it would not be known later what was. Press again in a moment; if it stays so, see "
            "that the disk has room.");
        return;
    case PrintRefusal::EventUnknown:
        title = tr("The event of this order is not known.");
        body = tr("Nothing was printed: the tickets would have no title, start and venue. The server is being asked "
                  "for the event; press again in a moment. If it stays so, call Ticketscloud with the order's number.");
        return;
    case PrintRefusal::Incomplete:
        title = tr("Data that a ticket has to carry are not known.");
        body = tr("Nothing was printed. Press again to be asked whether to go on without them.");
        return;
    }
    Q_UNREACHABLE();
}

QString PrintText::printer(const PrintJob &job)
{
    const QString name = job.profile.isEmpty() ? job.queue : job.profile;
    return name.isEmpty() ? QString() : tr("“%1”").arg(isolated(sanitizedText(name)));
}

QString PrintText::subject(const PrintJob &job, const Format &format)
{
    const QString tickets = format.tickets(static_cast<int>(job.copies.size()));
    switch (job.kind) {
    case PrintJob::Kind::Tickets:
        return tr("%1 on %2").arg(tickets, printer(job));
    case PrintJob::Kind::File:
        return tr("%1 as a PDF").arg(tickets);
    case PrintJob::Kind::Receipt:
        return tr("Receipt on %1").arg(printer(job));
    case PrintJob::Kind::Test:
        return tr("Test ticket on %1").arg(printer(job));
    }
    Q_UNREACHABLE();
}

QString PrintText::printing(const PrintJob &job, const Format &format)
{
    const QString on = printer(job);
    switch (job.kind) {
    case PrintJob::Kind::Tickets:
        return tr("Printing %1 on %2…").arg(format.tickets(static_cast<int>(job.copies.size())), on);
    case PrintJob::Kind::File:
        return tr("Saving %1 as a PDF…").arg(format.tickets(static_cast<int>(job.copies.size())));
    case PrintJob::Kind::Receipt:
        return tr("Printing the receipt on %1…").arg(on);
    case PrintJob::Kind::Test:
        return tr("Printing a test ticket on %1…").arg(on);
    }
    Q_UNREACHABLE();
}

QString PrintText::awaitingBarcodes()
{
    return tr("Waiting for the barcodes…");
}

QString PrintText::awaitingData()
{
    return tr("Waiting for the data of the event and its organiser…");
}

QString PrintText::duplicate(int number)
{
    return tr("DUPLICATE %1").arg(number);
}

QString PrintText::printed(std::optional<int> tickets, const Format &format)
{
    return tr("Printed: hand over %1").arg(format.tickets(tickets));
}

QString PrintText::printedWithReceipt(std::optional<int> tickets, const Format &format)
{
    return tr("Printed: hand over %1 and the receipt").arg(format.tickets(tickets));
}

QString PrintText::nothingAgain()
{
    return tr("No copies were made: the tickets were printed before");
}

QString PrintText::saved(std::optional<int> tickets, const Format &format)
{
    return tr("Saved as a PDF: %1").arg(format.tickets(tickets));
}

QString PrintText::notNeeded()
{
    return tr("No tickets on paper are needed");
}

QString PrintText::notPrinted(qsizetype tickets, const Format &format)
{
    return tr("Not printed: %1").arg(format.tickets(static_cast<int>(tickets)));
}

Message PrintText::toBeSettled()
{
    return {tr("Which tickets came out?"),
            tr("The printing was given up. Say first which tickets came out: until then each counts as printed, and "
               "would be marked as a duplicate.")};
}

Message PrintText::blanksUsedUp()
{
    return {tr("The numbered blanks are used up"),
            tr("Put the next stack in, and set its range in the list of what is not printed (F7): until then the "
               "blanks are counted without their numbers.")};
}

Message PrintText::noneMarked()
{
    return {tr("No ticket is marked."), tr("Nothing was printed. Mark the tickets with Space, or all with A.")};
}

Message PrintText::refunded(int tickets)
{
    return {tr("%n ticket(s) were refunded", nullptr, tickets),
            tr("The buyer has got the money back for them: they are left out.")};
}

Message PrintText::refundedOnPaper(int tickets)
{
    return {tr("%n ticket(s) were refunded, and are printed, or perhaps printed", nullptr, tickets),
            tr("The buyer gets the money back: if the paper was not handed in yet, take it back, and let nobody "
               "have it.")};
}

QString PrintText::why(const UnprintedOrder &entry, const Sale *sale, const PrintSettings &settings)
{
    QStringList reasons;
    if (entry.isToBeResolved)
        reasons << tr("Do not hand out tickets: the order is in the list “Needs attention” (F8) and has to be resolved "
                      "first.");
    if (!entry.withoutCode.isEmpty())
        reasons << tr("The server has not told the barcode of %n ticket(s) yet.", nullptr,
                      static_cast<int>(entry.withoutCode.size()));
    if (!entry.sameBarcode.isEmpty())
        reasons << tr("%n ticket(s) are held back: they have the same barcode. Call Ticketscloud with the order's "
                      "number.",
                      nullptr, static_cast<int>(entry.sameBarcode.size()));
    if (!reasons.isEmpty())
        reasons << tr(
            "Tell the buyer: the order is paid, and its tickets are handed out later, by the order's number.");
    if (entry.lack != PrintData::Lack::None && entry.willPrintByItself)
        reasons << tr("The server is being asked for what a ticket has to carry: it is then printed by itself.");
    else if (entry.lack == PrintData::Lack::Event)
        reasons << tr("The event is not known, and a ticket has to carry its title, start and venue.");
    else if (entry.lack == PrintData::Lack::Legal)
        reasons << tr("The organiser's data, which a ticket has to carry, are not known: it is not printed by itself.");
    if (entry.job && isToBeSettled(*entry.job))
        reasons << toBeSettled().body;
    else if (entry.job && entry.job->state == PrintJob::State::GivenUp)
        reasons << tr("The printing was given up.");
    if (entry.mayBeAtPrinter)
        reasons << tr("The job is taken back as soon as the print service answers; until then the tickets can be saved "
                      "as a PDF, where they are marked as duplicates.");
    if (entry.job && entry.job->state == PrintJob::State::Done)
        reasons << tr("The other tickets are printed.");
    if (!settings.printerOf(PrinterProfile::Prints::Tickets))
        reasons << tr("No printer is set up: save a PDF, or choose a printer in the settings (Ctrl+,).");
    if (entry.isSentByEmail)
        reasons << tr("The tickets were sent to the buyer by e-mail.");
    if (!reasons.isEmpty())
        return reasons.join(u' ');
    if (entry.willPrintByItself)
        return tr("It is printed by itself in a moment.");
    if (sale && sale->origin == Sale::Origin::Elsewhere)
        return tr("The order was made elsewhere: it is not printed by itself.");
    if (settings.automatic == PrintSettings::Automatic::OnRequest)
        return tr("Tickets are printed on request here.");
    const HistoryEntry *payment = sale ? sale->payment() : nullptr;
    if (payment && payment->what != HistoryEntry::What::PaidUnknown)
        return tr("The tickets were not printed when the order was paid; later they are not printed by themselves.");
    return tr("It was paid while Okoshko was closed, or not by this counter's doing: it is not printed by itself.");
}

std::optional<Message> PrintText::lacking(PrintService &printing, const Sale &sale)
{
    const PrintData::Lack lack = printing.data().lackOf(sale.order.event);
    if (lack == PrintData::Lack::None || !isHeld(sale.order.status) ||
        !printing.settings().printerOf(PrinterProfile::Prints::Tickets))
        return std::nullopt;
    const QString title = tr("Tickets of this event will not print by themselves");
    if (lack == PrintData::Lack::Event)
        return Message{tr("The event of this order has not been read yet"),
                       tr("A ticket has to carry its title, start and venue: until they come, it is not printed.")};
    switch (printing.data().legalStateOf(sale.order.event)) {
    case LegalState::Unknown:
        return Message{tr("The organiser's data have not been read yet"),
                       tr("A ticket has to carry them: until they come, it is not printed by itself.")};
    case LegalState::Asking:
        return Message{tr("The server is being asked for the organiser's data"),
                       tr("A ticket has to carry them: until they come, it is not printed by itself.")};
    case LegalState::Failed:
        return Message{tr("The organiser's data could not be read"),
                       tr("A ticket has to carry them. The server is asked again; until they come, tickets of this "
                          "event are not printed by themselves.")};
    case LegalState::Missing:
    case LegalState::Complete:
        return Message{title, tr("The server does not have all of the organiser's data that a ticket has to carry. The "
                                 "organiser has to add them at Ticketscloud; until then it is asked before printing.")};
    }
    Q_UNREACHABLE();
}

Message PrintText::withoutLegal(LegalState state)
{
    const QString title = tr("Print without the organiser's data?");
    const QString needed = tr("A ticket has to carry the organiser's name, INN, OGRN and address.");
    switch (state) {
    case LegalState::Unknown:
    case LegalState::Failed:
        return {title, needed + u' ' + tr("The server has not told them.")};
    case LegalState::Asking:
        return {title, needed + u' ' + tr("The server is being asked for them: they may come in a moment.")};
    case LegalState::Missing:
    case LegalState::Complete:
        return {title, needed + u' ' +
                           tr("The server does not have all of them: the organiser has to add them at Ticketscloud.")};
    }
    Q_UNREACHABLE();
}

QString PrintText::atTheDoor()
{
    return tr("At the door the tickets may be unknown for some seconds.");
}

QString PrintText::ticket(const TicketId &id, const Sale *sale, const Event *event)
{
    const QList<Ticket> tickets = sale ? sale->tickets : QList<Ticket>();
    const auto it = std::ranges::find_if(tickets, [&id](const Ticket &ticket) { return ticket.id == id; });
    if (it == tickets.cend()) {
        const qsizetype at = sale ? sale->order.tickets.indexOf(id) : -1;
        return at < 0 ? tr("Ticket") : ticket(static_cast<int>(at) + 1);
    }
    const TicketSet *set = event ? event->set(it->set) : nullptr;
    const QString seat = seatWords(it->seat, set, event);
    const QString name = set ? set->name : QString();
    const QString serial = seat.isEmpty() ? inOneLine({it->serial, it->number}, u" "_s) : QString();
    const QString words = inOneLine({name, seat.isEmpty() ? sectorOf(it->seat, set, event) : seat, serial}, u", "_s);
    return words.isEmpty() ? ticket(static_cast<int>(sale->order.tickets.indexOf(id)) + 1) : words;
}

QString PrintText::ticket(int at)
{
    return tr("Ticket %1").arg(at);
}

} // namespace okoshko
