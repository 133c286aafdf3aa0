// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"
#include "models/print/PrintService.h"
#include "models/sale/Sale.h"
#include "models/tables/Format.h"
#include "ui/text/Message.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/PrintRemedy.h"

#include <QPointer>
#include <QUuid>
#include <QWidget>

#include <array>
#include <functional>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLayout)

namespace okoshko {

class ConfirmQuestion;
class PrintChoice;

/// The printing of an order's tickets: how it stands, live, and what can be done. A press begins one job at most;
/// copies are asked for once; after a job that failed or was given up it asks which tickets came out.
///
/// Controls: "printButton" (P), "otherPrinterButton" (O), "cameOutButton" (W), "giveUpPrintButton" (G), "savePdfButton"
/// (S), "notNeededButton" (N), "printReceiptButton" (R), "printSettingsButton", "unprintedListButton" (F7),
/// "printNotice", "printLine", "printRefusal"; in its questions those of PrintChoice, "printYesButton",
/// "printNoButton".
class PrintPanel final : public QWidget
{
    Q_OBJECT
public:
    enum class Place {
        PaidPage, ///< Enter prints what is not printed; the state is always told
        Order,    ///< beside an order's other actions; a state without need of action is not told
        List,     ///< in the list of what is not printed
    };

    /// \a printing must outlive this.
    PrintPanel(PrintService &printing, Place place, const Format &format, QWidget *parent);

    /// Shows the tickets of \a sale; \a event may be null. Nothing without a sale.
    void show(const std::optional<Sale> &sale, const Event *event)
    {
        show(sale ? sale->order.id : OrderId(), sale, event);
    }
    /// Shows the job of an order whose sale is not known; nothing can be printed of it.
    void showUnknown(const OrderId &order) { show(order, std::nullopt, nullptr); }
    /// Whether the order was paid a moment ago: its barcodes are then waited for.
    void setJustPaid(bool isJustPaid) { m_isJustPaid = isJustPaid; }
    /// Shows a job without an order: a test ticket.
    void showJob(const QUuid &job);

    /// Moves the buttons to \a row of \a actions, which gives place to questions.
    void putActions(QWidget &actions, QLayout &row);
    void layOut(bool isLow); ///< see Page::layOut(); in a low window only its key opens the settings
    /// Something is printed now, or is to be done first: Enter belongs to this, or does nothing.
    [[nodiscard]] bool takesEnter() const { return m_takesEnter; }
    /// Its first enabled button; null if there is none.
    [[nodiscard]] ActionButton *first() const;
    [[nodiscard]] bool isAsking() const;
    [[nodiscard]] bool isInTrouble() const; ///< something is not printed, and the cashier should know why
    /// Says something about the order.
    [[nodiscard]] bool hasWords() const;
    /// No question is asked, and no refusal is shown.
    [[nodiscard]] bool isAtRest() const;

Q_SIGNALS:
    void pdfRequested(const okoshko::OrderId &id);
    void settingsRequested();
    void listRequested(); ///< of what is not printed
    /// Other buttons than before are shown.
    void actionsChanged();

protected:
    bool event(QEvent *event) override;

private:
    // Entry is what is, Offer what may be done, Attempt a press that waits for the order.
    struct Entry ///< the state that is shown
    {
        PrintState state = PrintState::None;
        std::optional<PrintJob> job;
        UnprintedOrder unprinted;
        QList<TicketId> printable;

        [[nodiscard]] bool isWaiting() const { return job && job->state == PrintJob::State::Attention; }
        [[nodiscard]] bool isPrinting() const { return job && job->isOpen() && !isWaiting(); }
        /// It was just paid, and is printed by itself once the server has told what is missing.
        bool isAwaited = false;
    };

    struct Words
    {
        QString line;
        bool isGood = false; ///< nothing is to be done
        Message notice;
        Notice::Kind kind = Notice::Kind::Warning;
    };
    struct Offer ///< what can be done in that state
    {
        std::optional<Remedy> remedy; ///< of a job that does not go on
        bool isToPrint = false;       ///< nothing is under way, and something is not printed
        bool isDone = false;          ///< nothing is under way, and nothing is to be printed
        bool isToBeSettled = false;   ///< which tickets of a job that was given up came out
        bool isWorking = false;       ///< the paid page waits for it
        bool isAgain = false;         ///< a job that nothing came out of can be begun again
        bool isPrintable = false;
        bool isToAsk = false; ///< for barcodes
    };

    void show(const OrderId &order, const std::optional<Sale> &sale, const Event *event);
    [[nodiscard]] Entry entry() const;
    [[nodiscard]] const Event *shownEvent() const { return m_event ? &*m_event : nullptr; }
    [[nodiscard]] const Sale *sale() const { return m_sale ? &*m_sale : nullptr; }
    [[nodiscard]] std::array<ActionButton *, 9> buttons() const;
    [[nodiscard]] ActionButton *makeButton(const QString &name, Qt::Key key, void (PrintPanel::*pressed)());
    void refresh();
    void refreshWords(const Entry &entry);
    [[nodiscard]] Words wordsOf(const Entry &entry) const;
    void refreshButtons(const Entry &entry);
    void refreshKeys(const Offer &offer);
    [[nodiscard]] Offer offerOf(const Entry &entry) const;
    [[nodiscard]] QString printWords(const Entry &entry, const Offer &offer) const; ///< of the button
    /// What is said of an order whose tickets are printed.
    [[nodiscard]] QString printedWords() const;
    void say(const QString &line, bool isGood);
    void showRefusal(PrintRefusal refusal);

    struct Attempt ///< a press that prints, or leads to a file
    {
        ActionButton *button = nullptr; ///< shows that it works until it is begun
        QString yes{};                  ///< the answer that goes on without the organiser's data
        QList<TicketId> tickets{};
        std::function<PrintRefusal()> begin{}; ///< of attempt(): this may be gone by then
        int number = 0;                        ///< set by attempt()
    };
    /// Begins what a press asks for, once the order is read: at once if it was read a moment ago. Paper does not wait
    /// for the cashier to stay.
    void attempt(Attempt attempt);
    void goOn(const Attempt &attempt);
    /// Asks first if the organiser's data are missing.
    void begin(const Attempt &attempt);
    /// \a failed: the job that it takes the place of.
    [[nodiscard]] Attempt toPrint(const QString &printer = {}, const std::optional<PrintJob> &failed = std::nullopt);
    void print();
    void printAgain();
    void printElsewhere();
    void askWhatCameOut();
    void giveUp();
    /// Gives the job up that is at the printer; then, if not all of it came out, \a then.
    void giveUpFor(const std::function<void()> &then);
    void savePdf();
    void requestPdf();
    void askNotNeeded();
    void printReceipt();

    /// With a box for each of \a tickets, if there is one.
    [[nodiscard]] PrintChoice *makeChoice(const QList<TicketId> &tickets, Qt::CheckState state);
    [[nodiscard]] QString chosenPrinter() const; ///< its name; empty if there is no choice
    /// \a choice may be null.
    void ask(const Message &message, const QString &yes, PrintChoice *choice, std::function<void()> then);

    PrintService &m_printing;
    Place m_place;
    Format m_format;
    OrderId m_order;
    QUuid m_job; ///< of showJob()
    std::optional<Sale> m_sale;
    std::optional<Event> m_event;
    bool m_isJustPaid = false;
    bool m_isLow = false;
    std::optional<PrintJob> m_last;     ///< of tickets, that was seen to be printed or saved
    std::optional<PrintJob> m_given;    ///< given up here: it is asked what came out once it is cancelled
    std::function<void()> m_afterGiven; ///< giveUpFor()
    bool m_isAskedInTrouble = false;    ///< the question, about a job that does not go on
    std::optional<Attempt> m_attempt;   ///< waits for the order
    int m_lastAttempt = 0;

    QLabel *m_line;
    Notice *m_notice;
    Notice *m_refusal;
    ConfirmQuestion *m_question;
    QWidget *m_actions;
    ActionButton *m_cameOut;
    ActionButton *m_print;
    ActionButton *m_other;
    ActionButton *m_pdf;
    ActionButton *m_notNeeded;
    ActionButton *m_giveUp;
    ActionButton *m_receipt;
    ActionButton *m_settings;
    ActionButton *m_list;
    bool m_takesEnter = false;
    QPointer<PrintChoice> m_choice; ///< of the question
};

} // namespace okoshko
