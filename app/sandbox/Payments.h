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
    /// Who confirms the payment, unless the organiser has other terms.
    enum class ConfirmedBy {
        Seller,
        Page,   ///< the buyer pays at the page
        Server, ///< when the bank transfer has arrived
        Nobody  ///< nothing is paid: done as soon as it is started
    };

    QLatin1String name; ///< as sent by clients
    QLatin1String id;   ///< as answered in an order once in progress
    ConfirmedBy confirmedBy = ConfirmedBy::Seller;
    bool needsCustomer = false; ///< first name, last name and e-mail are required
};

/// By name or by id; null if unknown.
[[nodiscard]] const PaymentSystem *findPaymentSystem(const QString &nameOrId);

/// The organiser's terms, or the system's usual ones. `hold` is always set: half an hour for a payment page, twelve
/// hours if the seller collects, as recorded.
[[nodiscard]] PaymentTerms termsFor(const Organiser &organiser, const PaymentSystem &system);

/// The payment system of the order; null before it is chosen.
[[nodiscard]] inline const PaymentSystem *systemOf(const Order &order)
{
    return findPaymentSystem(order.payment.system);
}
[[nodiscard]] bool isConfirmedByServer(const Order &order);

/// Payments that the seller does not confirm: by the buyer at the payment page, or by the bank.
class Payments
{
public:
    /// `orders` must outlive this.
    explicit Payments(Orders &orders)
        : m_orders(orders)
    {
    }

    /// The buyer pays or declines at the page; the token is in its address.
    [[nodiscard]] tl::expected<Order, Refusal> settleAtPage(const QString &token, bool paid);
    /// The same by the order's id; also for a payment that only the server confirms.
    [[nodiscard]] tl::expected<Order, Refusal> settle(const QString &id, bool paid);

private:
    Orders &m_orders;
};

} // namespace okoshko::sandbox
