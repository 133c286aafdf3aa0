// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/Sale.h"
#include "models/tables/Format.h"
#include "ui/payment/PaymentDrafts.h"

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

/// There is no page: the cashier takes the money. What was received ("receivedEdit", or the notes' buttons), the change
/// ("changeLabel"), and the confirmation ("confirmPaidButton"), which asks once ("confirmPaidYesButton").
///
/// Where it is not known whether a page was opened, that is asked first ("noPageButton", "askForPageButton"). Once the
/// money is in the drawer nobody is told to take it again, whatever becomes of its confirmation. Where nothing is to be
/// paid, neither a page nor money is asked about; where it is not told how much, the server is asked.
class CollectPane final : public QWidget
{
    Q_OBJECT
public:
    /// \a clock must outlive this.
    CollectPane(const ServerClock &clock, const Format &format, QWidget *parent);

    /// The confirmation and its question, which stay in view where the pane scrolls. Shown with the pane.
    [[nodiscard]] QWidget &actions() const { return *m_actions; }
    [[nodiscard]] ActionButton &confirm() const { return *m_confirm; } ///< of them
    /// \a buttons are hidden while it asks whether the money is there.
    void takePlaceOf(QWidget &buttons);
    void layOut(bool isLow); ///< see Page::layOut()

    /// \a open: the sale's changes whose effect is not known.
    void show(const Sale &sale, const QList<Intent> &open, const PaymentDraft &draft);
    /// The money is in the drawer: its confirmation is on its way, in doubt, or to be asked for again.
    [[nodiscard]] bool hasMoney() const
    {
        return !isFree() && (m_stage == Stage::Confirming || m_stage == Stage::InDoubt || m_stage == Stage::Again);
    }
    void focusFirst();
    /// What is being asked is no question any more.
    void startAnew();

Q_SIGNALS:
    void receivedTyped(const QString &text);
    void noPageSaid(); ///< the cashier has said that no page was opened
    void confirmed();
    void askServerRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class Stage {
        NoTickets,  ///< the order holds none any more
        AskForSum,  ///< the server has not told how much is to be paid
        NewSum,     ///< it costs something else than the buyer was told, and she has not said that he agrees
        AskForPage, ///< whether a page was opened is not known, and the cashier has not said that there is none
        Take,
        Confirming, ///< the confirmation is on its way
        InDoubt,    ///< it is not known whether the server took it; asked for again, the order is read first
        Again       ///< the server did not take it
    };

    [[nodiscard]] Stage stageOf(const Sale &sale, const QList<Intent> &open) const;
    [[nodiscard]] bool isFree() const { return m_due == Money(); }
    void arrange();
    void showStage(Stage stage);
    void showWords();
    void askToConfirm();
    void receive(Money sum);
    void refreshChange();

    const ServerClock &m_clock;
    Format m_format;
    std::optional<Money> m_due; ///< nothing: not told
    Stage m_stage = Stage::Take;
    PaymentDraft m_draft;       ///< of this order
    bool m_isSumNew = false;    ///< nothing is confirmed before she has said that the buyer agrees
    bool m_isElsewhere = false; ///< the order was made at another counter
    QGridLayout *m_sums;
    QLabel *m_heading;
    QLabel *m_words;
    QLabel *m_held;
    QLabel *m_receivedWords;
    QLineEdit *m_received;
    std::array<ActionButton *, 4> m_notes{};
    QLabel *m_changeWords;
    FigureLabel *m_change;
    QWidget *m_actions;
    ConfirmQuestion *m_question;
    ActionButton *m_confirm;
    QWidget *m_page; ///< the buttons of the question for a page
    ActionButton *m_askForPage;
    ActionButton *m_noPage;
};

} // namespace okoshko
