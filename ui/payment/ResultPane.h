// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"
#include "models/sale/Sale.h"
#include "models/tables/Format.h"
#include "ui/payment/PaymentDrafts.h"
#include "ui/payment/Phase.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace okoshko {

class ActionButton;
class FigureLabel;
class PrintPanel;
class PrintService;

/// The result of a sale, or the reason why it does not continue, over the whole pane, with the next actions
/// ("nextBuyerButton", "sameAgainButton", "resolveNowButton"). After a cash sale also the received sum ("paidReceived")
/// and the change ("paidChange"). Once paid, what is printed and what to hand over (PrintPanel): Enter prints what is
/// not printed, does nothing while it prints, and then leads to the next buyer.
class ResultPane final : public QWidget
{
    Q_OBJECT
public:
    /// \a printing must outlive this.
    ResultPane(PrintService &printing, const Format &format, QWidget *parent);

    void show(const Sale &sale, Phase phase, SaleRemark remark, const Event *event, const PaymentDraft &draft,
              Instant now);
    void focusFirst();
    /// The next actions, in a place that does not scroll.
    [[nodiscard]] QWidget &actions() const { return *m_actions; }
    [[nodiscard]] bool isAtRest() const;
    void layOut(bool isLow); ///< see Page::layOut()

Q_SIGNALS:
    void nextBuyerRequested();
    void sameAgainRequested();
    void issuesRequested();
    void pdfRequested(const okoshko::OrderId &id);
    void settingsRequested();
    void unprintedRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void connectParts();
    void setTexts(const QString &heading, const QString &words);
    [[nodiscard]] QString paidHeading(const Sale &sale) const;
    void showWords(const Sale &sale, SaleRemark remark);
    void showTickets(const Sale &sale, const Event *event);
    void shareKeys();
    void showChange(const Sale &sale, const PaymentDraft &draft);

    Format m_format;
    Phase m_phase = Phase::Unknown;
    QLabel *m_sign;
    QLabel *m_heading;
    QLabel *m_words;
    QLabel *m_received;
    FigureLabel *m_change;
    FigureLabel *m_number;
    QLabel *m_tickets;
    QLabel *m_door; ///< the tickets may be unknown at the door
    bool m_isJustSold = false;
    bool m_isMoneyUnclear = false; ///< whether the buyer's money was taken is known to the cashier only
    QWidget *m_actions;
    PrintPanel *m_print;
    ActionButton *m_next;
    ActionButton *m_sameAgain;
    ActionButton *m_resolve;
};

} // namespace okoshko
