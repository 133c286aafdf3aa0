// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/Sale.h"
#include "models/tables/Format.h"
#include "ui/payment/PaymentDrafts.h"

#include <QList>
#include <QWidget>

#include <array>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QGridLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)

namespace okoshko {

class ActionButton;
class ConfirmQuestion;
class FigureLabel;
class ServerClock;

/// The payment without a page: the cashier collects the money. Received sum ("receivedEdit", or the buttons "note_0"
/// for the exact sum and "note_2000" for what buyers hand over), change ("changeLabel"), and confirmation
/// ("confirmPaidButton"), which asks once ("confirmPaidYesButton").
///
/// If it is unknown whether a page was opened, the pane asks that first ("noPageButton", "askForPageButton"). Once the
/// cashier has confirmed the money, the pane never asks to collect it again, whatever happens to the confirmation. A
/// free order needs neither page nor money; an unknown sum is requested from the server.
class CollectPane final : public QWidget
{
    Q_OBJECT
public:
    /// \a clock must outlive this.
    CollectPane(const ServerClock &clock, const Format &format, QWidget *parent);

    /// The confirmation button and its question, in a place that does not scroll. Shown with the pane.
    [[nodiscard]] QWidget &actions() const { return *m_actions; }
    [[nodiscard]] ActionButton &confirm() const { return *m_confirm; } ///< one of the actions
    /// Hides \a buttons while the pane asks whether the money was received.
    void takePlaceOf(QWidget &buttons);
    void layOut(bool isLow); ///< see Page::layOut()

    /// \a open: the sale's changes whose result is unknown.
    void show(const Sale &sale, const QList<Intent> &open, const PaymentDraft &draft);
    void focusFirst();
    /// Withdraws the open question.
    void startAnew();

Q_SIGNALS:
    void receivedTyped(const QString &text);
    void noPageConfirmed(); ///< the cashier says that no page was opened
    void confirmed();
    void askServerRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class State {
        NoTickets,  ///< the order holds no tickets any more
        AskForSum,  ///< the server has not sent the sum to pay
        NewSum,     ///< the sum differs from the one the buyer was told, and the cashier has not confirmed it
        AskForPage, ///< it is unknown whether a page was opened, and the cashier has not answered
        Take,
        Confirming, ///< the confirmation is being sent
        InDoubt,    ///< its result is unknown; sending it again reads the order first
        Again       ///< the server refused it
    };

    [[nodiscard]] State stateOf(const Sale &sale, const QList<Intent> &open) const;
    [[nodiscard]] bool isFree() const { return m_due == Money(); }
    void arrange();
    void showState(State state);
    void showWords();
    void askToConfirm();
    void receive(Money sum);
    void showNotes(bool areShown);
    void refreshChange();

    const ServerClock &m_clock;
    Format m_format;
    std::optional<Money> m_due; ///< nothing = unknown
    State m_state = State::Take;
    PaymentDraft m_draft;       ///< of this order
    bool m_isSumNew = false;    ///< no confirmation before the buyer has agreed
    bool m_isChanging = false;  ///< a change of the order runs: the sum may become another
    bool m_isElsewhere = false; ///< the order was made at another counter
    QGridLayout *m_sums;
    QLabel *m_heading;
    QLabel *m_words;
    QLabel *m_held;
    QLabel *m_receivedWords;
    QLineEdit *m_received;
    /// The first enters the exact sum, the others those of sumsHandedOver().
    std::array<ActionButton *, 1 + maxHandedOver> m_notes{};
    QList<Money> m_handedOver; ///< the sums of the buttons after the first
    QLabel *m_changeWords;
    FigureLabel *m_change;
    QWidget *m_actions;
    ConfirmQuestion *m_question;
    ActionButton *m_confirm;
    QWidget *m_page; ///< buttons of the question for a page
    ActionButton *m_askForPage;
    ActionButton *m_noPage;
};

} // namespace okoshko
