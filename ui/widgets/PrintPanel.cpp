// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PrintPanel.h"

#include "models/print/UnprintedRow.h"
#include "ui/text/PrintText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ConfirmQuestion.h"
#include "ui/widgets/KeyHint.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/PrintChoice.h"
#include "ui/widgets/WrapLayout.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

/// Of a job that can be begun again.
void dismiss(PrintService &printing, const PrintJob &job)
{
    if (job.kind == PrintJob::Kind::File && mayHaveComeOut(job))
        printing.giveUp(job.id); // its tickets count as issued: the next are marked as duplicates
    else
        printing.settle(job.id, {}, 0, {});
}

} // namespace

PrintPanel::PrintPanel(PrintService &printing, Place place, const Format &format, QWidget *parent)
    : QWidget(parent)
    , m_printing(printing)
    , m_place(place)
    , m_format(format)
    , m_line(makeLabel(this, place == Place::PaidPage ? Theme::Type::Title : Theme::Type::Text, Tone::Plain,
                       QFont::DemiBold))
    , m_notice(new Notice(this))
    , m_refusal(new Notice(this))
    , m_question(new ConfirmQuestion(this))
    , m_actions(new QWidget(this))
    , m_cameOut(makeButton(u"cameOutButton"_s, Qt::Key_W, &PrintPanel::askWhatCameOut))
    , m_print(makeButton(u"printButton"_s, Qt::Key_P, &PrintPanel::print))
    , m_other(makeButton(u"otherPrinterButton"_s, Qt::Key_O, &PrintPanel::printElsewhere))
    , m_pdf(makeButton(u"savePdfButton"_s, Qt::Key_S, &PrintPanel::savePdf))
    , m_notNeeded(makeButton(u"notNeededButton"_s, Qt::Key_N, &PrintPanel::askNotNeeded))
    , m_giveUp(makeButton(u"giveUpPrintButton"_s, Qt::Key_G, &PrintPanel::giveUp))
    , m_receipt(makeButton(u"printReceiptButton"_s, Qt::Key_R, &PrintPanel::printReceipt))
    , m_settings(makeButton(u"printSettingsButton"_s, {}, &PrintPanel::settingsRequested))
    , m_list(makeButton(u"unprintedListButton"_s, Qt::Key_F7, &PrintPanel::listRequested))
{
    m_line->setObjectName(u"printLine"_s);
    m_line->setWordWrap(true);
    m_notice->setObjectName(u"printNotice"_s);
    m_refusal->setObjectName(u"printRefusal"_s);
    if (place == Place::PaidPage) {
        m_line->setAlignment(Qt::AlignCenter);
        m_notice->centre();
        m_refusal->centre();
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(1));
    for (QWidget *part : {static_cast<QWidget *>(m_line), static_cast<QWidget *>(m_notice),
                          static_cast<QWidget *>(m_refusal), static_cast<QWidget *>(m_question), m_actions})
        column->addWidget(part);
    auto *row = new WrapLayout(m_actions, place == Place::PaidPage ? Qt::AlignHCenter : Qt::AlignLeft);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::space(place == Place::PaidPage ? 3 : 2));
    for (ActionButton *button : buttons())
        row->addWidget(button);
    m_question->takePlaceOf(*m_actions);

    m_cameOut->setText(tr("&Which came out?"));
    m_other->setText(tr("On &another printer…"));
    m_pdf->setText(tr("Save as PD&F…"));
    m_notNeeded->setText(tr("Not nee&ded"));
    m_receipt->setText(tr("Print a &receipt"));
    m_settings->setText(tr("Settin&gs"));
    const auto refreshOf = [this](const OrderId &id) {
        if (id == m_order)
            refresh();
    };
    connect(&printing, &PrintService::orderChanged, this, refreshOf);
    connect(&printing, &PrintService::jobChanged, this, [this](const QUuid &id) {
        const auto job = m_printing.job(id);
        if (id == m_job || (job && !job->order.isNull() && job->order == m_order))
            refresh();
    });
    refresh();
}

std::array<ActionButton *, 9> PrintPanel::buttons() const
{
    return {m_cameOut, m_print, m_other, m_pdf, m_notNeeded, m_giveUp, m_receipt, m_settings, m_list};
}

void PrintPanel::putActions(QWidget &actions, QLayout &row)
{
    for (ActionButton *button : buttons())
        row.addWidget(button);
    m_actions->hide();
    m_question->takePlaceOf(actions);
}

void PrintPanel::layOut(bool isLow)
{
    for (ActionButton *button : buttons())
        button->setDrawnSize(isLow || (button != m_print && button != m_cameOut) ? ActionButton::Size::Text
                                                                                 : ActionButton::Size::Touch);
    if (std::exchange(m_isLow, isLow) != isLow)
        refresh();
}

ActionButton *PrintPanel::makeButton(const QString &name, Qt::Key key, void (PrintPanel::*pressed)())
{
    auto *button = new ActionButton(ActionButton::Weight::Normal, m_actions);
    button->setObjectName(name);
    if (key != Qt::Key{})
        button->setKey(key);
    connect(button, &QPushButton::clicked, this, pressed);
    return button;
}

void PrintPanel::show(const OrderId &order, const std::optional<Sale> &sale, const Event *event)
{
    if (std::exchange(m_order, order) != order) {
        m_question->withdraw();
        m_notice->clear();
        m_refusal->clear();
        m_given.reset();
        m_afterGiven = {};
        m_attempt.reset();
        m_last.reset();
    }
    m_job = {};
    m_sale = sale;
    m_event = event ? std::optional(*event) : std::nullopt;
    refresh();
}

void PrintPanel::showJob(const QUuid &job)
{
    m_job = job;
    refresh();
}

PrintPanel::Entry PrintPanel::entry() const
{
    Entry entry;
    if (!m_job.isNull()) {
        entry.job = m_printing.job(m_job);
        return entry;
    }
    if (m_order.isNull())
        return entry;
    entry.state = m_printing.stateOf(m_order);
    if (const auto unprinted = m_printing.unprintedOf(m_order)) {
        entry.unprinted = *unprinted;
        entry.job = unprinted->job;
        for (const TicketId &ticket : unprinted->tickets) {
            if (!unprinted->withoutCode.contains(ticket) && !unprinted->sameBarcode.contains(ticket))
                entry.printable << ticket;
        }
    }
    // One that needs the cashier comes before one that does not; a receipt comes after the tickets.
    for (const PrintJob &job : m_printing.openJobs()) {
        const bool isFirst = !entry.job || !entry.job->isOpen() || job.state == PrintJob::State::Attention;
        const bool isLater = job.kind == PrintJob::Kind::Receipt && entry.state != PrintState::Printed &&
                             entry.state != PrintState::NotNeeded;
        if (job.order == m_order && isFirst && !isLater)
            entry.job = job;
    }
    const bool lacks = entry.printable.isEmpty() || entry.unprinted.lack != PrintData::Lack::None;
    entry.isAwaited = m_isJustPaid && entry.unprinted.willPrintByItself && !entry.job && lacks;
    return entry;
}

void PrintPanel::refresh()
{
    const QWidget *focus = window()->focusWidget();
    const auto all = buttons();
    const bool hadFocus =
        focus == this || std::ranges::any_of(all, [focus](const ActionButton *button) { return button == focus; });
    const auto shown = [&all] {
        QList<bool> states;
        for (const ActionButton *button : all)
            states << (!button->isHidden() && button->isEnabled());
        return states;
    };
    const QList<bool> before = shown();
    const Entry now = entry();
    if (m_isAskedInTrouble && !now.isWaiting())
        m_question->withdraw(); // it goes on by itself, or is printed
    const QList<PrintJob> open = m_printing.openJobs();
    for (const PrintJob &job : open) {
        if (job.order == m_order && isOfTickets(job) && job.state != PrintJob::State::Attention)
            m_last = job;
    }
    // A given-up job: what came out is asked once it is certain that no more will.
    const bool isOver = m_given && (!now.job || now.job->id != m_given->id || !now.job->isOpen());
    if (m_given && isOver) {
        const PrintJob given = *m_given;
        m_given.reset();
        const auto last = m_printing.job(given.id);
        if (last && isToBeSettled(*last) && isVisible())
            QMetaObject::invokeMethod(this, &PrintPanel::askWhatCameOut, Qt::QueuedConnection);
        else if (const auto then = std::exchange(m_afterGiven, {}); then && last && last->settled && isVisible())
            QMetaObject::invokeMethod(this, then, Qt::QueuedConnection); // nothing came out
    }
    refreshWords(now);
    refreshButtons(now);
    if (shown() == before)
        return;
    ActionButton *next = first();
    if (hadFocus && (m_attempt || !next)) // an impatient second press does nothing
        setFocus(Qt::OtherFocusReason);
    else if (hadFocus)
        next->setFocus(Qt::OtherFocusReason);
    Q_EMIT actionsChanged();
}

void PrintPanel::refreshWords(const Entry &entry)
{
    const Words words = wordsOf(entry);
    say(words.line, words.isGood);
    if (words.notice.title.isEmpty())
        m_notice->clear();
    else if (!m_notice->updateMessage(words.notice))
        m_notice->showMessage(words.kind, words.notice);
}

PrintPanel::Words PrintPanel::wordsOf(const Entry &entry) const
{
    if (m_attempt)
        return {.line = tr("The server is being asked about the order…")};
    if (entry.isWaiting()) {
        const PrintTroubleText trouble(*entry.job);
        if (entry.job->kind != PrintJob::Kind::Receipt || entry.state != PrintState::Printed)
            return {.notice = trouble, .kind = Notice::Kind::Failure};
        const auto tickets = m_sale ? m_sale->order.ticketCount() : std::nullopt;
        return {.line = PrintText::printed(tickets, m_format),
                .isGood = true,
                .notice = trouble,
                .kind = Notice::Kind::Failure};
    }
    if (entry.isAwaited)
        return {.line = entry.printable.isEmpty() ? PrintText::awaitingBarcodes() : PrintText::awaitingData()};
    if (entry.isPrinting())
        return {.line = PrintText::printing(*entry.job, m_format)};
    const bool hasPrinter = m_printing.settings().printerOf(PrinterProfile::Prints::Tickets);
    if (entry.state == PrintState::NotPrinted && (m_place != Place::Order || hasPrinter)) {
        const bool isOurs = m_sale && m_sale->origin == Sale::Origin::ThisCounter;
        return {.notice = {PrintText::notPrinted(entry.unprinted.tickets.size(), m_format),
                           PrintText::why(entry.unprinted, sale(), m_printing.settings())},
                .kind = isOurs && hasPrinter ? Notice::Kind::Warning : Notice::Kind::Info};
    }
    if (entry.state == PrintState::Attention)
        return {.notice = PrintText::toBeSettled()};
    Words words;
    if (const int refunded = m_printing.refundedOnPaperOf(m_order); refunded > 0)
        words.notice = PrintText::refundedOnPaper(refunded);
    else if (entry.state == PrintState::Printed && m_last && m_last->isNumbered &&
             m_printing.blanks().isUsedUp(m_last->queue))
        words.notice = PrintText::blanksUsedUp();
    if (m_place == Place::Order)
        return words;
    words.isGood = true;
    if (entry.state == PrintState::Printed)
        words.line = printedWords();
    else if (entry.state == PrintState::NotNeeded)
        words.line = PrintText::notNeeded();
    return words;
}

QString PrintPanel::printedWords() const
{
    const auto tickets = m_sale ? m_sale->order.ticketCount() : std::nullopt;
    const std::optional<PrintJob> last = m_last ? m_printing.job(m_last->id) : std::nullopt; // what became of it
    const QList<TicketCopy> copies = last ? printedCopies(*last) : QList<TicketCopy>();
    if (last && copies.isEmpty())
        return PrintText::nothingAgain();
    const bool isAgain = last && std::ranges::all_of(copies, [](const TicketCopy &copy) { return copy.duplicate > 0; });
    const auto count = isAgain ? std::optional(static_cast<int>(copies.size())) : tickets;
    if (last && last->kind == PrintJob::Kind::File)
        return PrintText::saved(count, m_format);
    return m_printing.isReceiptPrinted(m_order) && !isAgain ? PrintText::printedWithReceipt(count, m_format)
                                                            : PrintText::printed(count, m_format);
}

void PrintPanel::say(const QString &line, bool isGood)
{
    const QString before = m_line->text();
    QPalette ink = palette();
    if (isGood)
        ink.setColor(QPalette::WindowText, Theme::palette().success.foreground);
    m_line->setPalette(ink);
    m_line->setText(breakable(line));
    m_line->setAccessibleName(line);
    m_line->setVisible(!line.isEmpty());
    if (line.isEmpty() || m_line->text() == before)
        return;
    QAccessibleEvent alert(m_line, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

PrintPanel::Offer PrintPanel::offerOf(const Entry &entry) const
{
    using Kind = PrintJob::Kind;
    const bool hasPrinter = m_printing.settings().printerOf(PrinterProfile::Prints::Tickets);
    Offer offer;
    if (entry.isWaiting())
        offer.remedy = remedyFor(*entry.job);
    const bool isAtRest = !entry.isPrinting() && !offer.remedy;
    offer.isToPrint = isAtRest && entry.state == PrintState::NotPrinted && !entry.isAwaited;
    offer.isDone = isAtRest && (entry.state == PrintState::Printed || entry.state == PrintState::NotNeeded);
    offer.isToBeSettled = isAtRest && entry.job && isToBeSettled(*entry.job);
    offer.isWorking = (entry.isPrinting() || entry.isAwaited) && m_place == Place::PaidPage;
    offer.isAgain = offer.remedy == Remedy::Again && entry.job->kind != Kind::Test && hasPrinter && m_sale;
    // What came out is said first: the rest is then printed without being marked as duplicates.
    offer.isPrintable = offer.isToPrint && hasPrinter && !entry.printable.isEmpty() && !offer.isToBeSettled &&
                        !entry.unprinted.mayBeAtPrinter && !entry.unprinted.isToBeResolved;
    offer.isToAsk = offer.isToPrint && entry.printable.isEmpty() && !entry.unprinted.withoutCode.isEmpty();
    return offer;
}

QString PrintPanel::printWords(const Entry &entry, const Offer &offer) const
{
    if (offer.isWorking)
        return tr("&Printing…");
    if (offer.isToAsk)
        return tr("Ask for the &barcodes");
    if (entry.state == PrintState::NotNeeded)
        return tr("&Print");
    if (offer.isDone)
        return tr("&Print again…");
    if (offer.isAgain && entry.job->kind != PrintJob::Kind::File)
        return tr("&Print again on %1").arg(PrintText::printer(*entry.job));
    if (entry.printable.size() < entry.unprinted.tickets.size())
        return tr("&Print the other %n", nullptr, static_cast<int>(entry.printable.size()));
    return tr("&Print");
}

void PrintPanel::refreshButtons(const Entry &entry)
{
    using Kind = PrintJob::Kind;
    const PrintSettings &settings = m_printing.settings();
    const Offer offer = offerOf(entry);
    const bool hasPrinter = settings.printerOf(PrinterProfile::Prints::Tickets);
    const bool isTicketJob = entry.job && isOfTickets(*entry.job);
    m_print->setVisible(offer.isWorking || offer.isAgain || offer.isPrintable || offer.isToAsk ||
                        (offer.isDone && hasPrinter));
    m_print->setText(printWords(entry, offer));
    const bool hasChoice = settings.printersOf(PrinterProfile::Prints::Tickets).size() > 1;
    const bool isRefusedPaper = offer.isAgain && entry.job->kind == Kind::Tickets;
    m_other->setVisible(hasChoice && m_sale &&
                        (offer.isPrintable || isRefusedPaper || (offer.remedy && isForElsewhere(*entry.job))));
    m_cameOut->setVisible(offer.remedy == Remedy::CameOut || offer.isToBeSettled);
    const bool isFileOffered = offer.isToPrint && !entry.printable.isEmpty() && !entry.unprinted.isToBeResolved;
    m_pdf->setVisible(m_sale &&
                      (isFileOffered || (offer.remedy == Remedy::Again && isTicketJob) ||
                       (offer.remedy && isAtPrinter(*entry.job)) || (offer.isDone && m_place != Place::List)));
    m_notNeeded->setVisible(offer.isToPrint && (hasPrinter || m_place == Place::List));
    m_giveUp->setVisible(offer.remedy && offer.remedy != Remedy::CameOut);
    m_giveUp->setText(offer.remedy == Remedy::AtPrinter ? tr("&Give up and take it back") : tr("&Give up"));
    m_receipt->setVisible(m_place != Place::List && entry.state != PrintState::None && !entry.isPrinting() &&
                          !offer.remedy && settings.printerOf(PrinterProfile::Prints::Receipts));
    m_settings->setVisible(!hasPrinter && offer.isToPrint && !m_isLow && m_place != Place::Order);
    const QList<UnprintedRow> others = m_place == Place::PaidPage ? unprintedRows(m_printing) : QList<UnprintedRow>();
    const auto listed = std::ranges::count_if(others, [this](const UnprintedRow &one) { return one.order != m_order; });
    m_list->setVisible(listed > 0 && !m_order.isNull());
    m_list->setText(tr("Others not pr&inted: %1").arg(listed));

    const auto setWorking = [this](ActionButton *button, bool works) {
        const bool isBegun = m_attempt && m_attempt->button == button;
        button->setWorking(works || isBegun ? ActionButton::Working::Yes : ActionButton::Working::No);
    };
    setWorking(m_print, offer.isWorking);
    setWorking(m_receipt, false);
    setWorking(m_giveUp, m_given.has_value());
    refreshKeys(offer);
}

void PrintPanel::refreshKeys(const Offer &offer)
{
    // On the page of a paid order Enter does what is likely: it prints once.
    const bool isPaidPage = m_place == Place::PaidPage;
    m_takesEnter = isPaidPage && (offer.isWorking || m_attempt || offer.remedy || offer.isToBeSettled ||
                                  (offer.isToPrint && !offer.isToAsk && !m_print->isHidden()));
    const auto keyOf = [&](ActionButton &button, Qt::Key letter, bool isFirst) {
        using Weight = ActionButton::Weight;
        button.setWeight(isFirst && m_place != Place::Order ? Weight::Primary : Weight::Normal);
        if (isPaidPage && isFirst)
            button.setKey(Qt::Key_Return, letter);
        else
            button.setKey(letter);
    };
    keyOf(*m_print, Qt::Key_P, !offer.isDone && !offer.isToAsk && m_cameOut->isHidden());
    keyOf(*m_cameOut, Qt::Key_W, true);
}

ActionButton *PrintPanel::first() const
{
    for (ActionButton *button : buttons()) {
        if (button->isVisible() && button->isEnabled())
            return button;
    }
    return nullptr;
}

bool PrintPanel::isInTrouble() const
{
    return !m_notice->isHidden() && m_printing.settings().printerOf(PrinterProfile::Prints::Tickets);
}

bool PrintPanel::isAsking() const
{
    return m_question->isAsking();
}

bool PrintPanel::hasWords() const
{
    return !m_line->isHidden() || !m_notice->isHidden() || !m_refusal->isHidden();
}

bool PrintPanel::isAtRest() const
{
    return !m_question->isAsking() && m_refusal->isHidden() && !m_given && !m_attempt;
}

void PrintPanel::showRefusal(PrintRefusal refusal)
{
    if (refusal == PrintRefusal::None)
        m_refusal->clear();
    else
        m_refusal->showMessage(Notice::Kind::Warning, PrintRefusalText(refusal));
    refresh();
}

void PrintPanel::print()
{
    const Entry now = entry();
    const bool isDone = now.state == PrintState::Printed || now.state == PrintState::NotNeeded;
    if (isDone && !now.isWaiting() && !now.isPrinting())
        return printAgain();
    if (now.isPrinting() || (now.isWaiting() && remedyFor(*now.job) != Remedy::Again))
        return;
    if (now.isWaiting() && now.job->kind == PrintJob::Kind::Receipt) {
        dismiss(m_printing, *now.job);
        return printReceipt();
    }
    attempt(toPrint({}, now.isWaiting() ? now.job : std::nullopt));
}

void PrintPanel::attempt(Attempt attempt)
{
    if (m_attempt)
        return;
    attempt.number = ++m_lastAttempt;
    m_attempt = attempt;
    PrintData &server = m_printing.data();
    server.whenCurrent(m_order, &server, [self = QPointer(this), attempt] {
        if (self)
            self->goOn(attempt);
        else
            static_cast<void>(attempt.begin()); // what is not printed is listed
    });
    if (m_attempt)
        refresh();
}

void PrintPanel::goOn(const Attempt &attempt)
{
    const bool isShown = m_attempt && m_attempt->number == attempt.number;
    if (isShown) {
        m_attempt.reset();
        refresh();
    }
    if (isShown && isVisible())
        begin(attempt);
    else
        static_cast<void>(attempt.begin());
}

bool PrintPanel::event(QEvent *event)
{
    // It has the keyboard while it prints: a second press is not for the button of another order.
    if (event->type() == QEvent::ShortcutOverride && (m_attempt || entry().isPrinting())) {
        const auto *press = static_cast<QKeyEvent *>(event);
        if (keyAtPlace(*press) == Qt::Key_P) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void PrintPanel::begin(const Attempt &attempt)
{
    const PrintRefusal refusal = attempt.begin();
    if (refusal == PrintRefusal::Incomplete && m_sale) {
        const EventId event = m_sale->order.event;
        return ask(PrintText::withoutLegal(m_printing.data().legalStateOf(event)), attempt.yes, nullptr,
                   [this, attempt, event] {
                       m_printing.data().allowWithoutLegal(event);
                       begin(attempt);
                   });
    }
    showRefusal(refusal);
    const int refunded = m_printing.data().refundedOf(m_order, attempt.tickets);
    if (refusal == PrintRefusal::None && refunded > 0)
        m_refusal->showMessage(Notice::Kind::Warning, PrintText::refunded(refunded));
}

PrintPanel::Attempt PrintPanel::toPrint(const QString &printer, const std::optional<PrintJob> &failed)
{
    return {.button = m_print,
            .yes = tr("&Yes, print without them"),
            .tickets = m_sale ? m_sale->order.tickets : QList<TicketId>(),
            .begin = [&printing = m_printing, printer, failed, order = m_order] {
                if (failed)
                    dismiss(printing, *failed);
                return printing.print(order, printer);
            }};
}

void PrintPanel::printAgain()
{
    if (!m_sale)
        return;
    const QList<TicketId> tickets = m_sale->order.tickets;
    int most = 0;
    for (const TicketId &ticket : tickets)
        most = std::max(most, m_printing.copiesOf(m_order, ticket));
    if (most == 0) // they were not needed until now
        return attempt(toPrint());
    m_printing.data().read(m_order); // while the question is read
    PrintChoice *choice = makeChoice(tickets.size() > 1 ? tickets : QList<TicketId>(), Qt::Checked);
    choice->addPrinters(m_printing.settings().printersOf(PrinterProfile::Prints::Tickets));
    ask({tr("Print the tickets again?"), tr("Each is marked as a duplicate (%1). Only one of two equal tickets is let "
                                            "in: take the old ones back if you can.")
                                             .arg(PrintText::duplicate(most))},
        tr("&Yes, print duplicates"), choice, [this, tickets] {
            const QList<TicketId> chosen = m_choice && m_choice->hasTickets() ? m_choice->tickets() : tickets;
            if (chosen.isEmpty())
                return m_refusal->showMessage(Notice::Kind::Warning, PrintText::noneMarked());
            Attempt again = toPrint();
            again.tickets = chosen;
            again.begin = [&printing = m_printing, chosen, order = m_order, on = chosenPrinter()] {
                return printing.reprint(order, chosen, on);
            };
            attempt(again);
        });
}

void PrintPanel::printElsewhere()
{
    const Entry now = entry();
    const bool isFailed = now.isWaiting() && remedyFor(*now.job) == Remedy::Again;
    const bool isThere = now.isWaiting() && isForElsewhere(*now.job);
    if (now.isPrinting() || (now.isWaiting() && !isFailed && !isThere))
        return;
    const QStringList all = m_printing.settings().printersOf(PrinterProfile::Prints::Tickets);
    auto *choice = new PrintChoice(this);
    choice->addPrinters(all, now.isWaiting() ? now.job->profile : all.value(0));
    ask({tr("On which printer?"),
         isThere ? tr("The job is first taken back from the printer %1. This order only: the next one is printed as it "
                      "is set.")
                       .arg(PrintText::printer(*now.job))
                 : tr("This order only: the next one is printed as it is set.")},
        tr("&Yes, print there"), choice, [this, isThere, failed = isFailed ? now.job : std::nullopt] {
            const QString on = chosenPrinter();
            if (isThere)
                return giveUpFor([this, on] { attempt(toPrint(on)); });
            attempt(toPrint(on, failed));
        });
}

void PrintPanel::askWhatCameOut()
{
    const Entry now = entry();
    const bool isAsked =
        now.job && (now.isWaiting() ? remedyFor(*now.job) == Remedy::CameOut : isToBeSettled(*now.job));
    if (!isAsked)
        return;
    QList<TicketId> tickets;
    for (const TicketCopy &copy : now.job->copies)
        tickets << copy.ticket;
    PrintChoice *choice = makeChoice(tickets, Qt::Unchecked);
    if (now.job->isNumbered)
        choice->addSpoiled();
    ask({tr("Which tickets came out of the printer, whole and readable?"),
         tickets.size() > 1
             ? tr("Mark them with Space, or all with A. The others can be printed again, without being duplicates.")
             : tr("If it came out, mark it with Space; otherwise it can be printed again, without being a duplicate.")},
        tr("&Yes, only the marked ones came out"), choice,
        [this, id = now.job->id, then = std::exchange(m_afterGiven, {}), count = tickets.size()] {
            if (!m_choice)
                return;
            const QList<TicketId> cameOut = m_choice->tickets();
            m_printing.settle(id, cameOut, m_choice->spoiled(), m_choice->spoiledWhy());
            refresh();
            if (then && cameOut.size() < count)
                then();
        });
}

void PrintPanel::giveUp()
{
    const Entry now = entry();
    if (!now.job || !now.job->isOpen() || m_given)
        return;
    m_given = now.job;
    m_printing.giveUp(now.job->id);
    refresh();
}

void PrintPanel::giveUpFor(const std::function<void()> &then)
{
    const Entry now = entry();
    if (!now.isWaiting() || !isAtPrinter(*now.job)) // it is printed meanwhile, or has failed
        return refresh();
    m_afterGiven = then;
    giveUp();
}

void PrintPanel::savePdf()
{
    const Entry now = entry();
    const bool isThere = now.isWaiting() && isAtPrinter(*now.job);
    if (isThere && now.job->trouble != PrintTrouble::NoPrintService)
        return ask({tr("Give the printing up and save a PDF?"),
                    tr("The job is first taken back from the printer %1.").arg(PrintText::printer(*now.job))},
                   tr("&Yes, give up and save"), nullptr, [this] { giveUpFor([this] { savePdf(); }); });
    if (isThere)
        return ask({tr("Give the printing up and save a PDF?"),
                    tr("The printer may have begun, and the job is taken back only when the print service answers: in "
                       "the file each ticket is marked as a duplicate.")},
                   tr("&Yes, give up and save"), nullptr, [this, job = now.job->id] {
                       m_printing.giveUp(job);
                       savePdf();
                   });
    if (now.isWaiting() && now.job->kind == PrintJob::Kind::File)
        dismiss(m_printing, *now.job);
    if (now.state != PrintState::Printed) // a refused job holds until the file is there
        return requestPdf();
    ask({tr("Save the tickets as a PDF as well?"),
         tr("They were printed before: in the file each is marked as a duplicate.")},
        tr("&Yes, save duplicates"), nullptr, [this] { requestPdf(); });
}

void PrintPanel::requestPdf()
{
    if (m_attempt)
        return;
    begin({.yes = tr("&Yes, save without them"), .begin = [this] {
               const PrintRefusal refusal = m_printing.beginPdf(m_order);
               // The order is read once the path is chosen, and its event with it.
               if (refusal != PrintRefusal::None && refusal != PrintRefusal::EventUnknown)
                   return refusal;
               Q_EMIT pdfRequested(m_order);
               return PrintRefusal::None;
           }});
}

void PrintPanel::askNotNeeded()
{
    ask({tr("Are no tickets on paper needed for this order?"),
         tr("It leaves the list of what is not printed. They can still be printed from the list of orders.")},
        tr("&Yes, none are needed"), nullptr, [this] {
            m_printing.setNotNeeded(m_order);
            refresh();
        });
}

void PrintPanel::printReceipt()
{
    const auto receipt = [this](const QString &printer) {
        return Attempt{.button = m_receipt, .begin = [&printing = m_printing, printer, order = m_order] {
                           return printing.printReceipt(order, printer);
                       }};
    };
    const int before = m_printing.receiptsOf(m_order);
    if (before == 0)
        return attempt(receipt({}));
    auto *choice = new PrintChoice(this);
    choice->addPrinters(m_printing.settings().printersOf(PrinterProfile::Prints::Receipts));
    ask({tr("Print the receipt again?"),
         tr("It was printed before, or may have been: this one is marked as a duplicate (%1).")
             .arg(PrintText::duplicate(before))},
        tr("&Yes, print a duplicate"), choice, [this, receipt] { attempt(receipt(chosenPrinter())); });
}

QString PrintPanel::chosenPrinter() const
{
    return m_choice ? m_choice->printer() : QString();
}

void PrintPanel::ask(const Message &message, const QString &yes, PrintChoice *choice, std::function<void()> then)
{
    const bool isTooMany = m_question->isAsking() || m_attempt;
    if (choice && (isTooMany || choice->isEmpty()))
        delete std::exchange(choice, nullptr);
    if (isTooMany)
        return;
    m_choice = choice;
    m_refusal->clear();
    m_isAskedInTrouble = entry().isWaiting();
    m_question->ask({.message = message,
                     .yes = yes,
                     .yesName = u"printYesButton"_s,
                     .no = tr("N&o"),
                     .noName = u"printNoButton"_s,
                     .part = choice},
                    std::move(then));
}

PrintChoice *PrintPanel::makeChoice(const QList<TicketId> &tickets, Qt::CheckState state)
{
    auto *choice = new PrintChoice(this);
    QStringList words;
    for (const TicketId &ticket : tickets)
        words << (m_sale ? PrintText::ticket(ticket, sale(), shownEvent())
                         : PrintText::ticket(static_cast<int>(words.size()) + 1));
    if (!tickets.isEmpty())
        choice->addTickets(tickets, words, state);
    return choice;
}

} // namespace okoshko
