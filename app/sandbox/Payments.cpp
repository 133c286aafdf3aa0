// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/Payments.h"

#include "app/sandbox/Orders.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace okoshko::sandbox {

namespace {

using enum PaymentSystem::ConfirmedBy;

// The ids of api/BASE and system/INVITATION are recorded; the others are made up in their likeness.
constexpr std::array systems{
    PaymentSystem{QLatin1String("api/BASE"), QLatin1String("545b544a5d645a463e779d53"), Seller, false},
    PaymentSystem{QLatin1String("platron/OTHER"), QLatin1String("545b544a5d645a463e779d54"), Page, true},
    PaymentSystem{QLatin1String("platron/RUSSIANSTANDARD"), QLatin1String("545b544a5d645a463e779d55"), Page, true},
    PaymentSystem{QLatin1String("platron/CASH"), QLatin1String("545b544a5d645a463e779d56"), Page, true},
    PaymentSystem{QLatin1String("platron/YANDEXMONEY"), QLatin1String("545b544a5d645a463e779d57"), Page, true},
    PaymentSystem{QLatin1String("platron/ALFACLICK"), QLatin1String("545b544a5d645a463e779d58"), Page, true},
    PaymentSystem{QLatin1String("platron/TEST"), QLatin1String("545b544a5d645a463e779d59"), Page, true},
    PaymentSystem{QLatin1String("platron/TEST_WITHOUT_PLATRON"), QLatin1String("545b544a5d645a463e779d5a"), Page, true},
    PaymentSystem{QLatin1String("system/INVITATION"), QLatin1String("553a6ad49cb538165c3a6ad9"), Nobody, false},
    PaymentSystem{QLatin1String("system/INVOICE"), QLatin1String("553a6ad49cb538165c3a6ada"), Server, false},
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
    const tl::expected<Order, Refusal> order = m_orders.orderByToken(token);
    if (!order)
        return order;
    if (order->buyerLeft)
        return refuse(u"the buyer has closed the page"_s);
    return m_orders.move(order->id, paid ? OrderStatus::Done : OrderStatus::Canceled, Actor::PaymentPage);
}

tl::expected<Order, Refusal> Payments::settle(const QString &id, bool paid)
{
    const tl::expected<Order, Refusal> order = m_orders.order(id);
    if (!order)
        return order;
    if (!order->payToken.isEmpty())
        return settleAtPage(order->payToken, paid);
    if (!isConfirmedByServer(*order))
        return refuse(u"the order has no payment page"_s);
    return m_orders.move(id, paid ? OrderStatus::Done : OrderStatus::Canceled, Actor::PaymentPage);
}

} // namespace okoshko::sandbox
