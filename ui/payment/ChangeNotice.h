// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/TicketChange.h"
#include "models/tables/Format.h"

#include <QStringList>
#include <QWidget>

#include <optional>

namespace okoshko {

class Counter;
class Notice;
class PaymentDrafts;
struct Sale;

/// Requests the changes of an order and shows what came of them ("changedNotice"): the new sum, and fewer tickets than
/// asked for, which the cashier accepts or not ("takeTheseButton", "changeAgainButton"). A failure of the request is
/// the sale's, and a refused code is told by codeRefused(). Hidden while there is nothing to show.
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
    void showTooMany(int wanted, int most);

    [[nodiscard]] bool isPicking() const { return m_tickets.isPicking(); }
    [[nodiscard]] bool isRequesting() const { return m_requested.has_value(); }
    /// codeRefused() was emitted for the failure of the sale.
    [[nodiscard]] bool isCodeRefused() const { return m_isCodeRefused; }
    /// Fewer tickets came than asked for, and the cashier has not accepted them.
    [[nodiscard]] bool isShort() const { return m_isShort; }

Q_SIGNALS:
    void refused(okoshko::Refusal refusal); ///< why the request was not begun; None: it was
    void codeRefused(const QString &reason);
    void codesApplied(const QStringList &codes);
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
        QList<WantedTickets> wanted;
        QStringList codes;
        qsizetype codesBefore = 0;
    };

    void onPassed(Refusal refusal);
    void showTickets(const Sale &sale, const Requested &requested);
    /// Which categories are missing, once the tickets are read.
    void showMissing(const Sale &sale);
    void showCodes(const Sale &sale, const Requested &requested);

    Counter &m_counter;
    PaymentDrafts &m_drafts;
    Format m_format;
    OrderId m_id;
    TicketChange m_tickets;
    std::optional<Requested> m_requested;
    QList<WantedTickets> m_missing; ///< wanted, while it is not shown which of them are missing
    bool m_isShort = false;
    bool m_isCodeRefused = false;
    Notice *m_notice;
};

} // namespace okoshko
