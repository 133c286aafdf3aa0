// SPDX-License-Identifier: GPL-3.0-or-later
#include "OrderJson.h"

#include "EventJson.h"
#include "OrderStates.h"
#include "PaymentSystems.h"

namespace okoshko::sandbox {

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

bool settlesAtOnce(const Order &order)
{
    const PaymentSystem *system = findPaymentSystem(order.payment.system);
    return system != nullptr && system->settling == PaymentSystem::Settling::AtOnce;
}

/// Whether an answer tells the customer and the payment system; of an invitation they are known at once.
bool isTold(const Order &order)
{
    return order.started || settlesAtOnce(order);
}

QJsonObject customerJson(const Order &order)
{
    const QString lang = QStringLiteral("lang");
    if (!isTold(order))
        return {{lang, QStringLiteral("ru")}};
    QJsonObject customer;
    if (settlesAtOnce(order)) { // as recorded
        for (const char *field : {"email", "first_name", "last_name", "mobile", "lang", "user"})
            customer.insert(QLatin1String(field), QJsonValue::Null);
    }
    for (auto it = order.customer.begin(); it != order.customer.end(); ++it)
        customer.insert(it.key(), it.value());
    return customer;
}

QJsonObject paymentJson(const Order &order, const QUrl &publicUrl)
{
    const PaymentSystem *system = isTold(order) ? findPaymentSystem(order.payment.system) : nullptr;
    QJsonObject payment{
        {QStringLiteral("failure_url"), system == nullptr ? QJsonValue() : orNull(order.payment.failureUrl)},
        {QStringLiteral("success_url"), system == nullptr ? QJsonValue() : orNull(order.payment.successUrl)},
        {QStringLiteral("system"), system == nullptr ? QJsonValue() : QJsonValue(QString(system->id))},
    };
    if (!order.payAddress.isEmpty())
        payment.insert(QStringLiteral("redirect_url"), order.payAddress);
    else if (!order.payToken.isEmpty())
        payment.insert(QStringLiteral("redirect_url"), payAddress(publicUrl, order.payToken));
    return payment;
}

QJsonObject valuesJson(const Order &order)
{
    QJsonObject values{
        {QStringLiteral("extra"), toText(order.extra)},
        {QStringLiteral("full"), toText(order.full())},
        {QStringLiteral("nominal"), toText(order.nominal - order.discount)}, // as recorded: what is left of it
    };
    if (!order.promoCodes.isEmpty())
        values.insert(QStringLiteral("discount"), toText(order.discount));
    return values;
}

} // namespace

QJsonObject toJson(const Order &order, const QString &vendor, const QUrl &publicUrl)
{
    QJsonObject rules;
    for (auto it = order.rules.begin(); it != order.rules.end(); ++it)
        rules.insert(it.key(), it.value());
    return {
        {QStringLiteral("id"), order.id},
        {QStringLiteral("created_at"), toIso(order.created)},
        {QStringLiteral("customer"), customerJson(order)},
        {QStringLiteral("deal"), QJsonValue::Null},
        {QStringLiteral("event"), order.event},
        {QStringLiteral("number"), order.number},
        {QStringLiteral("org"), order.org},
        {QStringLiteral("payment"), paymentJson(order, publicUrl)},
        {QStringLiteral("promocodes"), QJsonArray::fromStringList(order.promoCodes)},
        {QStringLiteral("reserved_till"), toIso(order.reservedTill)},
        {QStringLiteral("rules"), rules},
        {QStringLiteral("status"), toText(order.status)},
        {QStringLiteral("tickets"), QJsonArray::fromStringList(order.tickets)},
        {QStringLiteral("updated_at"), toIso(order.updated)},
        {QStringLiteral("value"), toText(order.value())},
        {QStringLiteral("value_extra"), toText(order.extra)},
        {QStringLiteral("values"), valuesJson(order)},
        {QStringLiteral("vendor"), vendor},
    };
}

QJsonObject orderTicketJson(const Seat &seat, const Order &order)
{
    return {
        {QStringLiteral("id"), seat.id},
        {QStringLiteral("serial"), seat.serial},
        {QStringLiteral("number"), seat.ticketNumber},
        {QStringLiteral("barcode"), orNull(order.barcodes.value(seat.id))},
        {QStringLiteral("seat"), seatPlace(seat)},
        {QStringLiteral("set"), seat.set},
    };
}

QJsonObject toJson(const Refund &refund, const QString &vendor)
{
    return {
        {QStringLiteral("id"), refund.id},
        {QStringLiteral("status"), toText(refund.status)},
        {QStringLiteral("culprit"), toText(refund.culprit)},
        {QStringLiteral("created_at"), toIso(refund.created)},
        {QStringLiteral("updated_at"), toIso(refund.updated)},
        {QStringLiteral("order"), refund.order},
        {QStringLiteral("event"), refund.event},
        {QStringLiteral("org"), refund.org},
        {QStringLiteral("vendor"), vendor},
        {QStringLiteral("tickets"), QJsonArray::fromStringList(refund.tickets)},
        {QStringLiteral("tickets_refund"), QJsonArray::fromStringList(refund.ticketsRefund)},
        {QStringLiteral("value"), toText(refund.value)},
    };
}

QString payAddress(const QUrl &publicUrl, const QString &token)
{
    QUrl address = publicUrl;
    address.setPath(QStringLiteral("/pay/") + token);
    return address.toString(QUrl::FullyEncoded);
}

} // namespace okoshko::sandbox
