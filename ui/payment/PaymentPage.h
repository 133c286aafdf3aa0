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
class CollectPane;
class ColumnArea;
class ConfirmQuestion;
class Counter;
class ElidedLabel;
class Notice;
class OutcomePane;
class PagePane;
class PaymentDrafts;
class StatusPill;
class SumNotice;
class SystemsPane;
class WaitLine;
struct PaymentDraft;

/// One sale's payment, from the choice of the way to its end. It shows by itself what the server says; leaving it stops
/// nothing. What is typed, chosen and said here is of the order, and stands in its draft.
///
/// Controls: "backButton", "paySystem_1" …, "startPaymentButton", "whoseOrderButton", "cancelSaleButton",
/// "cancelSaleYesButton", "tryAgainButton", "askNowButton", "acceptSumButton", and those of its panes. A digit chooses
/// a way, Enter starts: one slip starts no payment, nor that of an order of which it is not known whose it is.
class PaymentPage final : public Page
{
    Q_OBJECT
public:
    PaymentPage(Counter &counter, PaymentDrafts &drafts, const QList<PaymentSystem> &systems, const Format &format,
                QWidget *parent);

    void setSale(const OrderId &id);
    void focusFirst() override;
    [[nodiscard]] bool isAtRest() const override;
    [[nodiscard]] const OrderId &sale() const { return m_id; }
    void showBrowserMissing(); ///< the answer to openPageRequested() where nothing opened

Q_SIGNALS:
    void openPageRequested(const okoshko::OrderId &id);
    void nextBuyerRequested();
    void sameAgainRequested(const okoshko::OrderId &id);
    void unsettledRequested(); ///< the list of what is to be settled

protected:
    void layOut(bool isLow) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void shareWidth(); ///< between the ways and the pane
    void makeHead();
    void makeFoot();
    void connectCounter();
    [[nodiscard]] const Sale *current() const;
    void edit(const std::function<void(PaymentDraft &)> &change);
    void leave(); ///< another page is shown from now on
    void refresh();
    void refreshHead(const Sale &sale);
    void noticeTrouble(const Sale &sale, Phase phase);
    void refreshFoot(const Sale &sale, Phase phase);
    void refreshFailure(const Sale &sale, Phase phase);
    [[nodiscard]] const Event *eventOf(const Sale &sale) const; ///< nullptr while it is not known
    [[nodiscard]] SaleRemark remarkOn(const Sale &sale) const;
    [[nodiscard]] Phase phaseNow(const Sale &sale) const { return phaseOf(sale, remarkOn(sale)); }
    void showPhase(Phase phase);
    void startPayment();
    void askToCancel();
    void cancelSale();
    void confirmSale();
    void askServer();
    void onAsked(const std::optional<ApiError> &failure);
    [[nodiscard]] QString awaitedWords(const Sale &sale) const;
    /// What a step that was asked for came to: says beside the buttons why it was not begun, where it was not.
    void tell(Refusal refusal);
    void showTold(); ///< what has just come is in view, and not what was looked at before
    void openPage(); ///< where its address is safe
    void requestPage();
    void copyAddress();

    Counter &m_counter;
    PaymentDrafts &m_drafts;
    Format m_format;
    OrderId m_id;
    std::optional<Phase> m_shown; ///< for the focus, which moves only when the phase does
    bool m_isLow = false;
    Refusal m_refused = Refusal::None;
    bool m_isAsking = false; ///< she has asked how it stands, and it is not answered yet
    QString m_awaited;       ///< what the wait is shown for

    StatusPill *m_pill = nullptr;
    QLabel *m_origin = nullptr;
    ElidedLabel *m_what = nullptr;
    SystemsPane *m_systems;
    SumNotice *m_newSum;
    QStackedWidget *m_panes;
    PagePane *m_page;
    CollectPane *m_collect;
    OutcomePane *m_outcome;
    QGridLayout *m_halves;
    QBoxLayout *m_right;
    ColumnArea *m_area;        ///< what scrolls of it
    QBoxLayout *m_content;     ///< of that
    QWidget *m_foot = nullptr; ///< notices and questions
    QWidget *m_bottom = nullptr;
    QBoxLayout *m_actions = nullptr; ///< at the bottom
    Notice *m_failure = nullptr;
    Notice *m_refusal = nullptr;
    ConfirmQuestion *m_question = nullptr;
    WaitLine *m_wait = nullptr;
    QLabel *m_answered = nullptr; ///< what came of asking
    ActionButton *m_ask = nullptr;
    ActionButton *m_start = nullptr;
    ActionButton *m_whose = nullptr; ///< leads to the question whose order it is
    ActionButton *m_cancel = nullptr;
};

} // namespace okoshko
