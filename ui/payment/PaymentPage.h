// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/PaymentSystem.h"
#include "models/sale/SaleService.h"
#include "models/tables/Format.h"
#include "ui/payment/Phase.h"
#include "ui/widgets/Page.h"

#include <functional>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QBoxLayout)
QT_FORWARD_DECLARE_CLASS(QGridLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace okoshko {

class ActionButton;
class ChangeNotice;
class ChangePane;
class CollectPane;
class ColumnArea;
class ConfirmQuestion;
class Counter;
class ElidedLabel;
class Notice;
class ResultPane;
class PagePane;
class PaymentDrafts;
class StatusPill;
class SumNotice;
class SystemsPane;
class WaitLine;
class WrapLayout;
struct PaymentDraft;

/// The payment of one sale, from the choice of the payment system to its end. It follows the server's changes; leaving
/// it stops nothing. Input belongs to the order and is kept in its draft.
///
/// Controls: "backButton", "paySystem_1" …, "startPaymentButton", "whoseOrderButton", "cancelSaleButton",
/// "cancelSaleYesButton", "tryAgainButton", "askNowButton", "acceptSumButton", "changeOrderButton", and those of its
/// panes; after a change that brought fewer tickets than asked for "takeTheseButton" and "changeAgainButton". A digit
/// chooses a payment system, Enter starts: a single wrong key starts no payment, and none is started for an order that
/// may belong to another counter, or while the cashier has not accepted fewer tickets.
class PaymentPage final : public Page
{
    Q_OBJECT
public:
    PaymentPage(Counter &counter, PaymentDrafts &drafts, const QList<PaymentSystem> &systems, const Format &format,
                QWidget *parent);

    void setSale(const OrderId &id);
    /// Starts the payment of the shown sale in cash by \a system, chosen before it was reserved. Starts nothing if that
    /// needs a decision: the sale is free, or there is no such system.
    void startInCash(const QString &system);
    void focusFirst() override;
    [[nodiscard]] bool isAtRest() const override;
    [[nodiscard]] const OrderId &sale() const { return m_id; }
    void guardStart();         ///< the Enter of another page does not start the payment (ActionButton::guard)
    void changeOrder();        ///< opens the change of the order, if its state allows one
    void showBrowserMissing(); ///< the answer to openPageRequested() if nothing opened

Q_SIGNALS:
    void openPageRequested(const okoshko::OrderId &id);
    void nextBuyerRequested();
    void sameAgainRequested(const okoshko::OrderId &id);
    void issuesRequested(); ///< opens the list of open issues
    void pdfRequested(const okoshko::OrderId &id);
    void settingsRequested();
    void unprintedRequested();

protected:
    void layOut(bool isLow) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void shareWidth(); ///< between the systems and the pane
    void makeHead();
    void makeFoot();
    void connectParts();
    void connectCounter();
    [[nodiscard]] const Sale *current() const;
    void edit(const std::function<void(PaymentDraft &)> &change);
    void leave(); ///< called when another page is shown
    void refresh();
    void refreshHead(const Sale &sale);
    void noticeTrouble(const Sale &sale, Phase phase);
    void refreshFoot(const Sale &sale, Phase phase);
    void refreshFailure(const Sale &sale, Phase phase);
    void connectChange();
    [[nodiscard]] bool mayChange(const Sale &sale, Phase phase) const;
    [[nodiscard]] bool isChanging(const Sale &sale, Phase phase) const; ///< the pane is shown
    void closeChange();
    void watchEvent(const EventId &event); ///< while its tickets are changed on screen; null = none
    void askToGiveBack();                  ///< before the payment nothing is asked
    void keepNote();
    void refreshLegal(const Sale &sale);
    [[nodiscard]] const Event *eventOf(const Sale &sale) const; ///< nullptr while unknown
    [[nodiscard]] SaleRemark remarkOn(const Sale &sale) const;
    [[nodiscard]] Phase phaseNow(const Sale &sale) const { return phaseOf(sale, remarkOn(sale)); }
    void showPhase(Phase phase);
    void showPane(Phase phase);
    void startPayment(PaymentStart start);
    void askToCancel();
    void cancelSale();
    void confirmSale();
    void askServer();
    void onAsked(const std::optional<ApiError> &failure);
    [[nodiscard]] QString awaitedWords(const Sale &sale) const;
    /// Shows the reason why a requested step was not begun; None clears it.
    void showRefusal(Refusal refusal);
    void scrollToMessages();
    void openPage(); ///< if its address is safe
    void requestPage();
    void copyAddress();

    Counter &m_counter;
    PaymentDrafts &m_drafts;
    Format m_format;
    OrderId m_id;
    std::optional<Phase> m_shown; ///< the focus moves only when the phase changes
    bool m_isLow = false;
    Refusal m_refused = Refusal::None;
    bool m_isAsking = false; ///< the cashier asked the server, and there is no answer yet
    QString m_awaited;       ///< the text of the wait line
    bool m_isChangeShown = false;
    EventId m_watched;

    StatusPill *m_pill = nullptr;
    QLabel *m_origin = nullptr;
    ElidedLabel *m_what = nullptr;
    SystemsPane *m_systems;
    SumNotice *m_newSum;
    QStackedWidget *m_panes;
    PagePane *m_page;
    CollectPane *m_collect;
    ResultPane *m_outcome;
    ChangePane *m_change;
    QGridLayout *m_halves;
    QBoxLayout *m_right;
    ColumnArea *m_area;        ///< the scroll area around m_content
    QBoxLayout *m_content;     ///< the scrolling part
    QWidget *m_foot = nullptr; ///< notices and questions
    QWidget *m_bottom = nullptr;
    QBoxLayout *m_actions = nullptr; ///< at the bottom
    OrderId m_ofSum;                 ///< whose sum is shown
    Money m_sum;
    WrapLayout *m_buttons = nullptr; ///< among the actions
    Notice *m_failure = nullptr;
    Notice *m_refusal = nullptr;
    ChangeNotice *m_changed = nullptr; ///< requests changes, and shows their results
    Notice *m_legal = nullptr;         ///< what a ticket has to carry is not known
    ConfirmQuestion *m_question = nullptr;
    WaitLine *m_wait = nullptr;
    QLabel *m_answered = nullptr; ///< result of asking the server
    ActionButton *m_ask = nullptr;
    ActionButton *m_start = nullptr;
    ActionButton *m_whose = nullptr; ///< opens the question whose order it is
    ActionButton *m_cancel = nullptr;
    ActionButton *m_edit = nullptr; ///< opens the change of the order; in a low window it scrolls with the content
};

} // namespace okoshko
