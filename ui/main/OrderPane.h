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
class PrintPanel;
class PrintService;
class ServerClock;
class StatusPill;
class SumNotice;
class WaitLine;

/// The selected order: tickets, price, hold, state, and the possible actions.
///
/// Controls: "payButton", "cancelOrderButton", "cancelYesButton", "cancelNoButton", "paneSameAgainButton",
/// "paneChangeButton", "paneResolveButton", and those of its PrintPanel.
class OrderPane final : public QFrame
{
    Q_OBJECT
public:
    /// \a clock and \a printing must outlive this.
    OrderPane(const ServerClock &clock, PrintService &printing, const QList<PaymentSystem> &systems,
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
    void changeRequested(const okoshko::OrderId &id); ///< of its tickets or promo codes
    void issuesRequested();                           ///< opens the list of open issues
    void pdfRequested(const okoshko::OrderId &id);
    void settingsRequested();

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeSums();
    [[nodiscard]] QWidget *makeNotices();
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
    PrintService &m_printing;
    Format m_format;
    QList<PaymentSystem> m_systems;
    std::optional<Sale> m_sale;
    std::optional<Event> m_event;
    SaleRemark m_remark = SaleRemark::None;
    bool m_isPerhapsOurs = false;  ///< made elsewhere, or by this counter's unanswered reservation
    std::optional<Step> m_awaited; ///< the step that the wait line is shown for

    QLabel *m_empty;
    QWidget *m_content;
    FigureLabel *m_number = nullptr;
    StatusPill *m_pill = nullptr;
    QLabel *m_origin = nullptr;
    Notice *m_remarkNotice = nullptr;
    SumNotice *m_newSum = nullptr;
    ElidedLabel *m_title = nullptr;
    QLabel *m_place = nullptr;
    QLabel *m_sumWords = nullptr;
    FigureLabel *m_sum = nullptr;
    QLabel *m_leftWords = nullptr;
    FigureLabel *m_left = nullptr;
    QWidget *m_tickets = nullptr;
    QVBoxLayout *m_ticketRows = nullptr;
    QLabel *m_payment = nullptr;
    QLabel *m_serverWords = nullptr;
    QLabel *m_buyer = nullptr;
    QLabel *m_historyWords = nullptr;
    QLabel *m_history = nullptr;
    PrintPanel *m_print = nullptr;
    Notice *m_failure = nullptr;
    Notice *m_refusal = nullptr;
    ConfirmQuestion *m_question = nullptr;
    WaitLine *m_wait = nullptr;
    ActionButton *m_pay = nullptr;
    ActionButton *m_cancel = nullptr;
    ActionButton *m_change = nullptr;
    ActionButton *m_sameAgain = nullptr;
    ActionButton *m_resolve = nullptr;
};

} // namespace okoshko
