// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/Catalogue.h"
#include "app/sandbox/Order.h"

#include <QLatin1String>

namespace okoshko::sandbox {

class Orders;

/// A payment system of the vendor. Adding one is adding a row to the table in the .cpp.
struct PaymentSystem
{
    /// Who confirms the payment, unless the organiser arranged otherwise.
    enum class ConfirmedBy {
        Seller,
        Page,   ///< where the buyer pays
        Server, ///< when the money has come by bank
        Nobody  ///< nothing is paid: done as soon as it is started
    };

    QLatin1String name; ///< what a client sends
    QLatin1String id;   ///< what an order answers with, once in progress
    ConfirmedBy confirmedBy = ConfirmedBy::Seller;
    bool needsCustomer = false; ///< first name, last name and e-mail must be known
};

/// By name or by id; null if there is none.
[[nodiscard]] const PaymentSystem *findPaymentSystem(const QString &nameOrId);

/// What holds for this organiser: the organiser's own terms, or the system's usual ones. `hold` is always set:
/// half an hour for a payment page, twelve hours for a seller who collects, as recorded.
[[nodiscard]] PaymentTerms termsFor(const Organiser &organiser, const PaymentSystem &system);

/// The system that was chosen for the order; null before that.
[[nodiscard]] inline const PaymentSystem *systemOf(const Order &order)
{
    return findPaymentSystem(order.payment.system);
}
[[nodiscard]] bool isConfirmedByServer(const Order &order);

/// How the money for orders comes in, other than by the seller's word: the buyer at the payment page, or the bank.
class Payments
{
public:
    /// `orders` must outlive this.
    explicit Payments(Orders &orders)
        : m_orders(orders)
    {
    }

    /// The buyer pays or declines at the page. The token is the secret part of its address.
    [[nodiscard]] tl::expected<Order, Refusal> settleAtPage(const QString &token, bool paid);
    /// The same for an order by its id; also for one that only the server confirms.
    [[nodiscard]] tl::expected<Order, Refusal> settle(const QString &id, bool paid);

private:
    Orders &m_orders;
};

} // namespace okoshko::sandbox
