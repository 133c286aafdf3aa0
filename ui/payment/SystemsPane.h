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

/// The sum and what it is made of ("paymentPrice"), what it is for ("paymentSeats"), and the ways to pay it: large
/// buttons "paySystem_1" …, as many as are offered, with their digit keys, and the buyer's fields where the chosen one
/// needs them. A digit chooses; nothing is started by it. Where nothing is to be paid, neither is asked for.
class SystemsPane final : public QFrame
{
    Q_OBJECT
public:
    /// \a systems: all that are configured; those that are off are not shown, but an order may still name them.
    SystemsPane(const QList<PaymentSystem> &systems, const Format &format, QWidget *parent);

    enum class Sum { Due, Taken }; ///< once it is in the drawer nobody is told that it is to be paid
    /// \a event may be null.
    void show(const Sale &sale, const Event *event, Phase phase, const PaymentDraft &draft, Sum sum);
    /// What to pay with; nothing while a field is not right.
    [[nodiscard]] std::optional<PaymentChoice> choice() const;
    /// There is a way to pay it; where choice() is nothing all the same, the buyer's fields are not right.
    [[nodiscard]] bool hasWay() const;
    void sayMissing(); ///< which of the buyer's fields are not right
    /// Where they are not, the keyboard goes to the first of them; false where it does not.
    [[nodiscard]] bool focusMissing();
    [[nodiscard]] bool isTyping() const; ///< digits belong to a field now
    void layOut(bool isLow);             ///< see Page::layOut()

Q_SIGNALS:
    void chosen(const QString &system);
    void buyerTyped(const okoshko::Customer &typed);

private:
    void makeButtons();
    void showSeats(const QList<TicketLine> &lines);
    void choose(int index);
    void showWay(const QString &system);
    [[nodiscard]] QString offeredOr(const QString &system) const; ///< the first, where \a system is not offered
    [[nodiscard]] bool needsBuyer() const;                        ///< the chosen way does
    [[nodiscard]] std::optional<PaymentChoice> freeChoice() const;
    [[nodiscard]] QString sumWords() const;

    QList<PaymentSystem> m_systems; ///< those that are offered
    Format m_format;
    OrderId m_order;
    Phase m_phase = Phase::Choose;
    Sum m_due = Sum::Due;
    bool m_isFree = false;
    QLabel *m_sumWords;
    FigureLabel *m_sum;
    QLabel *m_price;   ///< what it is made of
    QLabel *m_tickets; ///< how many
    QScrollArea *m_seats;
    QList<TicketLine> m_lines; ///< that stand there
    QButtonGroup *m_group;
    QList<ActionButton *> m_buttons; ///< one a system
    QScrollArea *m_area;             ///< what stands under the sum
    QBoxLayout *m_rows;              ///< of that
    QWidget *m_choice;               ///< there: the ways, and the buyer's fields
    QBoxLayout *m_ways;
    BuyerFields *m_buyer;
    QLabel *m_note;
};

} // namespace okoshko
