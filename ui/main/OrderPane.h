// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"
#include "models/domain/PaymentSystem.h"
#include "models/sale/Sale.h"
#include "models/sale/SaleProcess.h"
#include "models/tables/Format.h"

#include <QFrame>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace okoshko {

class ActionButton;
class ConfirmQuestion;
class ElidedLabel;
class FigureLabel;
class Notice;
class PaymentDrafts;
class ServerClock;
class StatusPill;
class SumNotice;
class WaitLine;

/// The selected order: tickets, price, hold, state, and the possible actions.
///
/// Controls: "payButton", "cancelOrderButton", "cancelYesButton", "cancelNoButton", "paneSameAgainButton",
/// "paneSettleButton".
class OrderPane final : public QFrame
{
    Q_OBJECT
public:
    /// \a clock and \a drafts must outlive this.
    OrderPane(const ServerClock &clock, const PaymentDrafts &drafts, const QList<PaymentSystem> &systems,
              const Format &format, QWidget *parent);

    /// Shows \a sale with its event and its remark; nothing = no order is selected.
    void setSale(const std::optional<Sale> &sale, const std::optional<Event> &event,
                 SaleRemark remark = SaleRemark::None, bool isPerhapsOurs = false);
    void showTime();

    void askToCancel(); ///< asks once, then emits cancelRequested(); at once if the order was given up already
    void showRefusal(Refusal refusal); ///< shows why a requested step was not begun

Q_SIGNALS:
    void paymentRequested(const okoshko::OrderId &id);
    void cancelRequested(const okoshko::OrderId &id);
    void sumAccepted(const okoshko::OrderId &id, okoshko::Money sum);
    void sameAgainRequested(const okoshko::OrderId &id);
    void unsettledRequested(); ///< opens the list of open issues

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeSums();
    [[nodiscard]] QWidget *makeBody();
    [[nodiscard]] QWidget *makeFoot();
    void refresh();
    void refreshRemark();
    void refreshTickets();
    void refreshHistory();
    void refreshActions();
    void refreshFailure();
    [[nodiscard]] QString wayOf(const QString &system) const;
    [[nodiscard]] static QString awaitedWords(Step step);

    const ServerClock &m_clock;
    const PaymentDrafts &m_drafts;
    Format m_format;
    QList<PaymentSystem> m_systems;
    std::optional<Sale> m_sale;
    std::optional<Event> m_event;
    SaleRemark m_remark = SaleRemark::None;
    bool m_isPerhapsOurs = false;  ///< made elsewhere, or by this counter's unanswered reservation
    std::optional<Step> m_awaited; ///< the step that the wait line is shown for

    QLabel *m_empty;
    QWidget *m_content;
    FigureLabel *m_number;
    StatusPill *m_pill;
    QLabel *m_origin;
    Notice *m_remarkNotice;
    SumNotice *m_newSum;
    ElidedLabel *m_title;
    QLabel *m_place;
    QLabel *m_sumWords;
    FigureLabel *m_sum;
    QLabel *m_leftWords;
    FigureLabel *m_left;
    QWidget *m_tickets;
    QVBoxLayout *m_ticketRows;
    QLabel *m_payment;
    QLabel *m_serverWords;
    QLabel *m_buyer;
    QLabel *m_historyWords;
    QLabel *m_history;
    Notice *m_failure;
    Notice *m_refusal;
    ConfirmQuestion *m_question;
    WaitLine *m_wait;
    ActionButton *m_pay;
    ActionButton *m_cancel;
    ActionButton *m_sameAgain;
    ActionButton *m_settle;
};

} // namespace okoshko
