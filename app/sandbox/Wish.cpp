// SPDX-License-Identifier: GPL-3.0-or-later
#include "Wish.h"

#include "OrderStates.h"
#include "PaymentSystems.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>
#include <cmath>

namespace okoshko::sandbox {

namespace {

constexpr int mostTickets = 1000;

using Errors = QStringList;

std::optional<QStringList> parseIds(const QJsonValue &value, const QString &field, Errors &errors)
{
    if (value.isUndefined())
        return std::nullopt;
    QStringList ids;
    bool good = value.isArray() && value.toArray().size() <= mostTickets;
    for (const QJsonValue &item : value.toArray()) {
        good = good && isId(item.toString());
        if (!ids.contains(item.toString()))
            ids.append(item.toString());
    }
    if (!good)
        errors.append(QStringLiteral("%1: must be a list of at most %2 ids").arg(field).arg(mostTickets));
    return ids;
}

std::optional<QMap<QString, int>> parseRandom(const QJsonValue &value, Errors &errors)
{
    if (value.isUndefined())
        return std::nullopt;
    QMap<QString, int> counts;
    bool good = value.isObject();
    const QJsonObject members = value.toObject();
    for (auto it = members.begin(); it != members.end(); ++it) {
        const double count = it->toDouble(-1);
        good = good && isId(it.key()) && count >= 0 && count <= mostTickets && count == std::floor(count);
        counts.insert(it.key(), good ? static_cast<int>(count) : 0);
    }
    if (!good)
        errors.append(
            QStringLiteral("random: must give a whole number of tickets, 0 to %1, for each set id").arg(mostTickets));
    return counts;
}

/// A recording sends the string "true".
bool parseFlag(const QJsonValue &value, const QString &field, Errors &errors)
{
    if (value.isUndefined() || value.isNull())
        return false;
    const QString text =
        value.isBool() ? (value.toBool() ? QStringLiteral("true") : QStringLiteral("false")) : value.toString();
    if (text != QStringLiteral("true") && text != QStringLiteral("false"))
        errors.append(QStringLiteral("%1: must be true or false").arg(field));
    return text == QStringLiteral("true");
}

std::optional<QMap<QString, QString>> parseCustomer(const QJsonValue &value, Errors &errors)
{
    if (value.isUndefined())
        return std::nullopt;
    if (!value.isObject())
        errors.append(QStringLiteral("customer: must be an object"));
    QMap<QString, QString> customer;
    for (const char *name : {"email", "first_name", "last_name", "mobile", "lang", "user"}) {
        const QString field = QString::fromLatin1(name);
        const QJsonValue given = value.toObject().value(field);
        if (given.isUndefined() || given.isNull())
            continue;
        if (!given.isString() || given.toString().size() > 255)
            errors.append(QStringLiteral("customer.%1: must be a text of at most 255 characters").arg(field));
        customer.insert(field, given.toString());
    }
    static const QRegularExpression email(QStringLiteral("\\A[^@\\s]+@[^@\\s]+\\z"));
    const QString address = customer.value(QStringLiteral("email"));
    if (!address.isEmpty() && !email.match(address).hasMatch())
        errors.append(QStringLiteral("customer.email: is no e-mail address"));
    return customer;
}

std::optional<QString> parseUrl(const QJsonValue &value, const QString &field, Errors &errors)
{
    if (value.isUndefined())
        return std::nullopt;
    const QUrl url(value.toString(), QUrl::StrictMode);
    const bool web = url.scheme() == QStringLiteral("https") || url.scheme() == QStringLiteral("http");
    if (!value.isNull() && (!url.isValid() || !web || url.host().isEmpty()))
        errors.append(QStringLiteral("%1: must be an http or https address").arg(field));
    return value.toString();
}

std::optional<OrderWish::Payment> parsePayment(const QJsonValue &value, Errors &errors)
{
    if (value.isUndefined())
        return std::nullopt;
    if (!value.isObject())
        errors.append(QStringLiteral("payment: must be an object"));
    const QJsonObject members = value.toObject();
    OrderWish::Payment payment;
    const QJsonValue system = members.value(QStringLiteral("system"));
    if (!system.isUndefined()) {
        const PaymentSystem *known = findPaymentSystem(system.toString());
        if (known == nullptr)
            errors.append(QStringLiteral("payment.system: unknown payment system"));
        else
            payment.system = QString(known->name);
    }
    payment.successUrl =
        parseUrl(members.value(QStringLiteral("success_url")), QStringLiteral("payment.success_url"), errors);
    payment.failureUrl =
        parseUrl(members.value(QStringLiteral("failure_url")), QStringLiteral("payment.failure_url"), errors);
    return payment;
}

std::optional<QStringList> parsePromoCodes(const QJsonValue &value, Errors &errors)
{
    if (value.isUndefined())
        return std::nullopt;
    QStringList codes;
    bool good = value.isArray() && value.toArray().size() <= 20;
    for (const QJsonValue &item : value.toArray()) {
        good = good && item.isString();
        codes.append(item.toString());
    }
    if (!good)
        errors.append(QStringLiteral("promocodes: must be a list of at most 20 texts"));
    return codes;
}

} // namespace

bool isId(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("\\A[0-9a-zA-Z]{24}\\z"));
    return shape.match(text).hasMatch();
}

tl::expected<OrderWish, Refusal> parseOrderWish(const QJsonObject &body)
{
    Errors errors;
    OrderWish wish;
    const QJsonValue event = body.value(QStringLiteral("event"));
    if (!event.isUndefined()) {
        if (!isId(event.toString()))
            errors.append(QStringLiteral("event: must be an id"));
        wish.event = event.toString();
    }
    wish.random = parseRandom(body.value(QStringLiteral("random")), errors);
    wish.tickets = parseIds(body.value(QStringLiteral("tickets")), QStringLiteral("tickets"), errors);
    if (wish.random && wish.tickets)
        errors.append(QStringLiteral("random and tickets must not be sent together"));
    wish.allOrNothing =
        parseFlag(body.value(QStringLiteral("all_or_nothing")), QStringLiteral("all_or_nothing"), errors);
    wish.customer = parseCustomer(body.value(QStringLiteral("customer")), errors);
    wish.promoCodes = parsePromoCodes(body.value(QStringLiteral("promocodes")), errors);
    wish.payment = parsePayment(body.value(QStringLiteral("payment")), errors);
    const QJsonValue status = body.value(QStringLiteral("status"));
    if (!status.isUndefined()) {
        wish.status = orderStatusFrom(status.toString());
        if (!wish.status)
            errors.append(QStringLiteral("status: unknown status"));
    }
    if (!errors.isEmpty())
        return tl::unexpected(Refusal{Reason::Invalid, errors});
    return wish;
}

tl::expected<RefundWish, Refusal> parseRefundWish(const QJsonObject &body)
{
    Errors errors;
    RefundWish wish;
    wish.order = body.value(QStringLiteral("order")).toString();
    if (!isId(wish.order))
        errors.append(QStringLiteral("order: must be an id"));
    const std::optional<Culprit> culprit = culpritFrom(body.value(QStringLiteral("culprit")).toString());
    if (!culprit)
        errors.append(QStringLiteral("culprit: must be \"user\" or \"org\""));
    wish.culprit = culprit.value_or(Culprit::User);
    wish.ticketsRefund =
        parseIds(body.value(QStringLiteral("tickets_refund")), QStringLiteral("tickets_refund"), errors);
    wish.ticketsStay = parseIds(body.value(QStringLiteral("tickets")), QStringLiteral("tickets"), errors);
    if (wish.ticketsRefund.has_value() == wish.ticketsStay.has_value())
        errors.append(QStringLiteral("either tickets_refund or tickets must be sent"));
    if (!errors.isEmpty())
        return tl::unexpected(Refusal{Reason::Invalid, errors});
    return wish;
}

} // namespace okoshko::sandbox
