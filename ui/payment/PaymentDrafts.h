// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"
#include "models/domain/Money.h"
#include "models/domain/Order.h"
#include "models/sale/Sale.h"
#include "models/sale/TicketChange.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include <optional>

namespace okoshko {

/// The cashier's input for one order and its payment. It contains the buyer's name and address: it is kept in memory
/// only and never logged.
struct PaymentDraft
{
    enum class Page {
        NotSaid,
        NoneOpened ///< the cashier said that no payment page was opened for the order
    };

    enum class Buyer {
        Anonymous,
        Asked ///< the cashier has opened the fields for the buyer's data
    };
    enum class Delivery { Counter, Email }; ///< where the buyer gets the tickets

    QString system{}; ///< name of the payment system; empty = the first one offered
    Customer buyer{}; ///< as typed; its language is empty until chosen
    Buyer buyerFields = Buyer::Anonymous;
    Delivery delivery = Delivery::Counter;
    QString note{};     ///< as typed, for this counter only
    QString keptNote{}; ///< the note in the order's record
    QString received{}; ///< as typed
    /// The sum that the cashier first confirmed as received, whatever happened to the confirmation; nothing = not
    /// confirmed.
    std::optional<Money> taken{};
    Page page = Page::NotSaid;
    std::optional<TicketPlan> plan{}; ///< of the change of the order that is being made; nothing = none
    QString code{};                   ///< a promo code, as typed

    /// Nothing if the text is empty or no sum.
    [[nodiscard]] std::optional<Money> receivedSum() const;
    /// The buyer's change for \a due; nothing if the received sum is too small, or so large that it is a typing error.
    [[nodiscard]] std::optional<Money> change(Money due) const;

    friend bool operator==(const PaymentDraft &, const PaymentDraft &) = default;
};

/// The largest banknote: change can never reach it.
constexpr Money largestNote = Money::fromMinor(5000'00);

/// The sums that buyers hand over for \a due in banknotes of 50 to 5,000 roubles, ascending, without \a due itself: for
/// 1,350 these are 1,400, 1,500, 2,000 and 5,000. At most `maxHandedOver`; the sums of the rarer notes are left out
/// first.
[[nodiscard]] QList<Money> sumsHandedOver(Money due);
constexpr qsizetype maxHandedOver = 5;

class SaleService;

/// The drafts of all orders' payments during a session; they outlive the page. The draft of an ended order is deleted
/// as soon as it is not shown.
class PaymentDrafts final : public QObject
{
    Q_OBJECT
public:
    /// \a service must outlive this.
    explicit PaymentDrafts(const SaleService &service, QObject *parent = nullptr);

    [[nodiscard]] PaymentDraft of(const OrderId &id) const { return m_drafts.value(id); }
    void keep(const OrderId &id, const PaymentDraft &draft);
    /// The order whose payment is shown; null = none.
    void setShown(const OrderId &id);
    [[nodiscard]] const OrderId &shown() const { return m_shown; }

private:
    void dropEnded(const OrderId &id);

    const SaleService &m_service;
    QHash<OrderId, PaymentDraft> m_drafts;
    OrderId m_shown;
};

} // namespace okoshko
