// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"
#include "models/sale/Sale.h"
#include "models/tables/Format.h"
#include "ui/payment/PaymentDrafts.h"

#include <QList>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QBoxLayout)
QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QLabel)

namespace okoshko {

class ActionButton;
class InputField;
class ServerClock;
class SetRow;

/// The change of a held order: how many tickets of each category ("setRow_<id>", "stepper_<id>"), which numbered seats
/// stay ("seat_<id>"), and the promo codes ("codeEdit", "applyCodeButton", "removeCode_1" …, "removeCodesButton").
/// "changeTicketsButton" requests the tickets. While the payment is awaited, tickets can only be given back, and codes
/// stay.
class ChangePane final : public QWidget
{
    Q_OBJECT
public:
    enum class Mode {
        Change,  ///< before the payment
        GiveBack ///< the payment is awaited
    };

    /// \a clock must outlive this.
    ChangePane(const ServerClock &clock, const Format &format, QWidget *parent);

    /// \a event may be null; \a draft has a plan. \a isBusy: a request is under way.
    void show(const Sale &sale, const Event *event, Mode mode, const PaymentDraft &draft, bool isBusy);
    void focusFirst();
    /// Shows why the code in the field was refused.
    void showCodeRefused(const QString &reason);

Q_SIGNALS:
    void planned(const okoshko::TicketPlan &plan);
    void ticketsWanted();
    /// All promo codes that the order is to have, as typed.
    void codesWanted(const QStringList &codes);
    void codeTyped(const QString &text);
    /// More tickets than there are were asked for; \a advice: what can be done.
    void tooManyAsked(int wanted, int most, const QString &advice);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *makeTickets();
    [[nodiscard]] QWidget *makeCodes();
    struct NamedSeat
    {
        Ticket ticket;
        QString words;

        friend bool operator==(const NamedSeat &, const NamedSeat &) = default;
    };

    void makeRows(const QList<SetId> &sets);
    void makeSeats(const QList<Ticket> &tickets, const Event *event);
    void showRows(const Event *event);
    void showSum();
    void showCodes(const PaymentDraft &draft);
    void setCount(const SetId &set, int count);
    void applyCode();
    void removeCode(qsizetype at);
    [[nodiscard]] bool areTicketsRead() const { return m_sale.order.ticketCount() == int(m_sale.tickets.size()); }
    [[nodiscard]] int maxCount(const TicketSet &set, const Event &event) const;
    void refuse(int wanted, int most);

    const ServerClock &m_clock;
    Format m_format;
    Sale m_sale;
    TicketPlan m_plan;
    QStringList m_codes; ///< applied ones, as typed
    Mode m_mode = Mode::Change;
    bool m_isBusy = false;
    QList<SetRow *> m_rows;
    QList<QCheckBox *> m_seats;
    QList<NamedSeat> m_shownSeats; ///< of m_seats
    QStringList m_shownCodes;      ///< of the rows below the field
    QLabel *m_heading;
    QLabel *m_words;
    QBoxLayout *m_rowsLayout = nullptr;
    QBoxLayout *m_seatsLayout = nullptr;
    QLabel *m_sum = nullptr;
    ActionButton *m_apply = nullptr;
    QWidget *m_codesBox = nullptr;
    InputField *m_code = nullptr;
    ActionButton *m_applyCode = nullptr;
    QWidget *m_codeRows = nullptr;
    QLabel *m_discount = nullptr;
};

} // namespace okoshko
