// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/Payments.h"

#include "app/sandbox/Orders.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace okoshko::sandbox {

namespace {

using enum PaymentSystem::ConfirmedBy;

// The ids of api/BASE and system/INVITATION are recorded; the others are made up.
constexpr std::array systems{
    PaymentSystem{"api/BASE"_L1, "545b544a5d645a463e779d53"_L1, Seller, false},
    PaymentSystem{"platron/OTHER"_L1, "545b544a5d645a463e779d54"_L1, Page, true},
    PaymentSystem{"platron/RUSSIANSTANDARD"_L1, "545b544a5d645a463e779d55"_L1, Page, true},
    PaymentSystem{"platron/CASH"_L1, "545b544a5d645a463e779d56"_L1, Page, true},
    PaymentSystem{"platron/YANDEXMONEY"_L1, "545b544a5d645a463e779d57"_L1, Page, true},
    PaymentSystem{"platron/ALFACLICK"_L1, "545b544a5d645a463e779d58"_L1, Page, true},
    PaymentSystem{"platron/TEST"_L1, "545b544a5d645a463e779d59"_L1, Page, true},
    PaymentSystem{"platron/TEST_WITHOUT_PLATRON"_L1, "545b544a5d645a463e779d5a"_L1, Page, true},
    PaymentSystem{"system/INVITATION"_L1, "553a6ad49cb538165c3a6ad9"_L1, Nobody, false},
    PaymentSystem{"system/INVOICE"_L1, "553a6ad49cb538165c3a6ada"_L1, Server, false},
};

} // namespace

const PaymentSystem *findPaymentSystem(const QString &nameOrId)
{
    const auto found = std::find_if(systems.begin(), systems.end(), [&](const PaymentSystem &system) {
        return system.name == nameOrId || system.id == nameOrId;
    });
    return found == systems.end() ? nullptr : &*found;
}

PaymentTerms termsFor(const Organiser &organiser, const PaymentSystem &system)
{
    PaymentTerms terms = organiser.payments.value(QString(system.name), PaymentTerms{system.confirmedBy == Page, {}});
    if (!terms.hold)
        terms.hold = terms.redirects ? std::chrono::seconds(std::chrono::minutes(30))
                                     : std::chrono::seconds(std::chrono::hours(12));
    return terms;
}

bool isConfirmedByServer(const Order &order)
{
    const PaymentSystem *system = systemOf(order);
    return system != nullptr && system->confirmedBy == Server;
}

tl::expected<Order, Refusal> Payments::settleAtPage(const QString &token, bool paid)
{
    tl::expected<Order, Refusal> order = m_orders.orderByToken(token);
    if (!order)
        return order;
    if (order->buyerLeft)
        return refuse(u"the buyer has closed the page"_s);
    return m_orders.move(order->id, paid ? OrderStatus::Done : OrderStatus::Canceled, Actor::PaymentPage);
}

tl::expected<Order, Refusal> Payments::settle(const QString &id, bool paid)
{
    tl::expected<Order, Refusal> order = m_orders.order(id);
    if (!order)
        return order;
    if (!order->payToken.isEmpty())
        return settleAtPage(order->payToken, paid);
    if (!isConfirmedByServer(*order))
        return refuse(u"the order has no payment page"_s);
    return m_orders.move(id, paid ? OrderStatus::Done : OrderStatus::Canceled, Actor::PaymentPage);
}

} // namespace okoshko::sandbox
