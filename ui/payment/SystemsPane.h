// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/TicketingApi.h"
#include "models/domain/PaymentSystem.h"
#include "models/tables/Format.h"
#include "ui/payment/PaymentDrafts.h"
#include "ui/payment/Phase.h"
#include "ui/text/TicketText.h"

#include <QFrame>
#include <QList>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QBoxLayout)
QT_FORWARD_DECLARE_CLASS(QButtonGroup)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QScrollArea)

namespace okoshko {

class ActionButton;
class BuyerFields;
class FigureLabel;

/// The sum and its parts ("paymentPrice"), the tickets ("paymentSeats"), and the payment systems: large buttons
/// "paySystem_1" … with digit keys, and the buyer's fields if the chosen system needs them or the cashier wants them
/// ("buyerButton"). A digit chooses and starts nothing. A free order shows no systems.
class SystemsPane final : public QFrame
{
    Q_OBJECT
public:
    /// \a systems: all that are configured; those that are off are not shown, but an order may refer to them.
    SystemsPane(const QList<PaymentSystem> &systems, const Format &format, QWidget *parent);

    /// \a event may be null. Money that the cashier has taken is not shown as due.
    void show(const Sale &sale, const Event *event, Phase phase, const PaymentDraft &draft);
    /// The chosen system and the buyer; nothing while a field is not right.
    [[nodiscard]] std::optional<PaymentChoice> choice() const;
    /// There is a system to choose; if choice() is nothing then, the buyer's fields are not right.
    [[nodiscard]] bool hasWay() const;
    void putBuyerInto(PaymentDraft &draft) const; ///< the buyer's fields, as typed
    void focusBuyer();
    void showMissing(); ///< shows which of the buyer's fields are not right
    /// Focuses the first of the buyer's fields that is not right; false if there is none.
    [[nodiscard]] bool focusMissing();
    [[nodiscard]] bool isTyping() const; ///< digits go to a field
    void layOut(bool isLow);             ///< see Page::layOut()

Q_SIGNALS:
    void chosen(const QString &system);
    void buyerTyped(); ///< see putBuyerInto()
    void buyerAsked(bool isAsked);
    void noteEntered();

private:
    void connectParts();
    void makeButtons();
    void showSeats(const QList<TicketLine> &lines);
    void choose(int index);
    void showWay(const QString &system);
    [[nodiscard]] QString offeredOr(const QString &system) const; ///< \a system, or the first one if it is not offered
    [[nodiscard]] bool needsBuyer() const;                        ///< the chosen system needs them
    [[nodiscard]] std::optional<PaymentChoice> freeChoice() const;
    [[nodiscard]] std::optional<PaymentChoice> withBuyer(const PaymentChoice &choice) const;
    [[nodiscard]] QString sumWords() const;

    QList<PaymentSystem> m_systems; ///< those that are offered
    Format m_format;
    OrderId m_order;
    Phase m_phase = Phase::Choose;
    bool m_isPaid = false;
    bool m_isTaken = false;
    bool m_isFree = false;
    PaymentDraft::Delivery m_delivery = PaymentDraft::Delivery::Counter;
    QLabel *m_sumWords;
    FigureLabel *m_sum;
    QLabel *m_price;   ///< the parts of the sum
    QLabel *m_tickets; ///< their number
    QScrollArea *m_seats;
    QList<TicketLine> m_lines; ///< the shown lines
    QButtonGroup *m_group;
    QList<ActionButton *> m_buttons; ///< one per system
    QScrollArea *m_area;             ///< the scrolling part below the sum
    QBoxLayout *m_rows;              ///< layout of that part
    QWidget *m_choice;               ///< systems and buyer's fields
    QBoxLayout *m_ways;
    ActionButton *m_ask; ///< shows the buyer's fields
    BuyerFields *m_buyer;
    QLabel *m_note;
};

} // namespace okoshko
