// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/Sale.h"
#include "models/sale/TicketChange.h"
#include "models/tables/Format.h"

#include <QPointer>
#include <QStringList>
#include <QWidget>

#include <optional>

namespace okoshko {

class ActionButton;
class Counter;
class Notice;
class PaymentDrafts;
/// Requests the changes of an order and shows what came of them ("changedNotice"): the new sum, and fewer tickets than
/// asked for until the cashier accepts them or changes the order ("takeTheseButton", "changeAgainButton"). A failure of
/// the request is the sale's, and a refused code is told by codeRefused(). Hidden while there is nothing to show.
class ChangeNotice final : public QWidget
{
    Q_OBJECT
public:
    /// Both references must outlive this.
    ChangeNotice(Counter &counter, PaymentDrafts &drafts, const Format &format, QWidget *parent);

    void setSale(const OrderId &id); ///< forgets the order before
    /// Requests the tickets of the order's plan (PaymentDraft::plan).
    void requestTickets();
    void requestCodes(const QStringList &codes); ///< all that the order is to have, as typed
    void stop();                                 ///< what was not sent is not sent
    void clear();                                ///< the last result
    /// The sale may have changed: shows the result of the request, once it has ended.
    void refresh(const Sale &sale);
    void showTooMany(int wanted, int most, const QString &advice);
    bool focusQuestion(); ///< whether there is one

    [[nodiscard]] bool isPicking() const { return m_tickets.isPicking(); }
    [[nodiscard]] bool isRequesting() const { return m_requested.has_value(); }
    /// codeRefused() was emitted for the failure of the sale.
    [[nodiscard]] bool isCodeRefused() const { return m_isCodeRefused; }
    /// Nothing is lost if it is built anew.
    [[nodiscard]] bool isAtRest() const { return !m_requested && (isHidden() || m_shortfall); }

Q_SIGNALS:
    void refused(okoshko::Refusal refusal); ///< why the request was not begun; None: it was
    void codeRefused(const QString &reason);
    void codesApplied();
    void ticketsChanged();
    void accepted();       ///< fewer tickets
    void againRequested(); ///< to choose other tickets
    void moved();          ///< what the other functions return has changed

private:
    struct Requested
    {
        enum class Part { Tickets, Codes };

        Part part = Part::Tickets;
        Order before;
        QStringList codes;
        qsizetype codesBefore = 0;
    };

    void onPassed(Refusal refusal);
    void showTickets(const Sale &sale, const Requested &requested);
    /// Fewer tickets than asked for, and of which categories, once the tickets are read.
    void showShortfall(const Sale &sale);
    void refuseCode(const ApiError &error);
    void showCodes(const Sale &sale, const Requested &requested);

    Counter &m_counter;
    PaymentDrafts &m_drafts;
    Format m_format;
    OrderId m_id;
    TicketChange m_tickets;
    std::optional<Requested> m_requested;
    std::optional<Requested> m_inDoubt; ///< the last one, until what the order shows tells that it was carried out
    std::optional<Sale::Shortfall> m_shortfall; ///< shown
    QString m_sums;                             ///< what the last change did to the sum
    QPointer<ActionButton> m_again;
    bool m_isCodeRefused = false;
    Notice *m_notice;
};

} // namespace okoshko
