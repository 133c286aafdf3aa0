// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/Order.h"

#include "app/sandbox/Payments.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>
#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace okoshko::sandbox {

namespace {

struct Transition
{
    OrderStatus from;
    OrderStatus to;
    Actor actor;
};

constexpr std::array transitions{
    Transition{OrderStatus::Executed, OrderStatus::InProgress, Actor::Seller},
    Transition{OrderStatus::Executed, OrderStatus::Canceled, Actor::Seller},
    Transition{OrderStatus::Executed, OrderStatus::Expired, Actor::Timeout},
    Transition{OrderStatus::InProgress, OrderStatus::Done, Actor::Seller},
    Transition{OrderStatus::InProgress, OrderStatus::Done, Actor::PaymentPage},
    Transition{OrderStatus::InProgress, OrderStatus::Canceled, Actor::Seller},
    Transition{OrderStatus::InProgress, OrderStatus::Canceled, Actor::PaymentPage},
    Transition{OrderStatus::InProgress, OrderStatus::Expired, Actor::Timeout},
    // Only scenarios cause these: a cancellation by the vendor, and money that arrives after the order has ended.
    Transition{OrderStatus::Executed, OrderStatus::Canceled, Actor::Vendor},
    Transition{OrderStatus::InProgress, OrderStatus::Canceled, Actor::Vendor},
    Transition{OrderStatus::Expired, OrderStatus::Done, Actor::Bank},
    Transition{OrderStatus::Canceled, OrderStatus::Done, Actor::Bank},
};

constexpr std::array orderStatuses{"executed"_L1, "in_progress"_L1, "done"_L1,
                                   "canceled"_L1, "expired"_L1,     "refunded"_L1};
constexpr std::array refundStatuses{"new"_L1, "approved"_L1, "rejected"_L1};
constexpr std::array culprits{"user"_L1, "org"_L1};

} // namespace

bool mayBecome(OrderStatus from, OrderStatus to, Actor actor, bool pageCollects)
{
    if (to == OrderStatus::Done && actor == Actor::Seller && pageCollects)
        return false;
    return std::any_of(transitions.begin(), transitions.end(), [&](const Transition &transition) {
        return transition.from == from && transition.to == to && transition.actor == actor;
    });
}

QString toText(OrderStatus status)
{
    return wordOf(orderStatuses, status);
}

std::optional<OrderStatus> orderStatusFrom(const QString &text)
{
    return enumFrom<OrderStatus>(orderStatuses, text);
}

QString toText(RefundStatus status)
{
    return wordOf(refundStatuses, status);
}

std::optional<RefundStatus> refundStatusFrom(const QString &text)
{
    return enumFrom<RefundStatus>(refundStatuses, text);
}

QString toText(Culprit culprit)
{
    return wordOf(culprits, culprit);
}

Amount feeOf(const PriceRule &rule, const Order &order)
{
    return rule.extra.minor == 0 ? Amount{rule.org.minor * order.dealPercent / 100} : rule.extra;
}

namespace {

constexpr int maxTickets = 1000;

using Errors = QStringList;

std::optional<QStringList> parseIds(const QJsonValue &value, const QString &field, Errors &errors)
{
    if (value.isUndefined())
        return std::nullopt;
    QStringList ids;
    bool good = value.isArray() && value.toArray().size() <= maxTickets;
    for (const QJsonValue &item : value.toArray()) {
        good = good && isId(item.toString());
        if (!ids.contains(item.toString()))
            ids.append(item.toString());
    }
    if (!good)
        errors.append(u"%1: must be a list of at most %2 ids"_s.arg(field).arg(maxTickets));
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
        good = good && isId(it.key()) && count >= 0 && count <= maxTickets && count == std::floor(count);
        counts.insert(it.key(), good ? static_cast<int>(count) : 0);
    }
    if (!good)
        errors.append(u"random: must give a whole number of tickets, 0 to %1, for each set id"_s.arg(maxTickets));
    return counts;
}

/// A recording has the string "true".
bool parseFlag(const QJsonValue &value, const QString &field, Errors &errors)
{
    if (value.isUndefined() || value.isNull())
        return false;
    const QString text = value.isBool() ? (value.toBool() ? u"true"_s : u"false"_s) : value.toString();
    if (text != u"true"_s && text != u"false"_s)
        errors.append(u"%1: must be true or false"_s.arg(field));
    return text == u"true"_s;
}

std::optional<QMap<QString, QString>> parseCustomer(const QJsonValue &value, Errors &errors)
{
    if (value.isUndefined())
        return std::nullopt;
    if (!value.isObject())
        errors.append(u"customer: must be an object"_s);
    QMap<QString, QString> customer;
    for (const char *name : {"email", "first_name", "last_name", "mobile", "lang", "user"}) {
        const QString field = QString::fromLatin1(name);
        const QJsonValue given = value.toObject().value(field);
        if (given.isUndefined() || given.isNull())
            continue;
        if (!given.isString() || given.toString().size() > 255)
            errors.append(u"customer.%1: must be a text of at most 255 characters"_s.arg(field));
        customer.insert(field, given.toString());
    }
    static const QRegularExpression email(u"\\A[^@\\s]+@[^@\\s]+\\z"_s);
    const QString address = customer.value(u"email"_s);
    if (!address.isEmpty() && !email.match(address).hasMatch())
        errors.append(u"customer.email: is no e-mail address"_s);
    return customer;
}

std::optional<QString> parseUrl(const QJsonValue &value, const QString &field, Errors &errors)
{
    if (value.isUndefined())
        return std::nullopt;
    const QUrl url(value.toString(), QUrl::StrictMode);
    const bool web = url.scheme() == u"https"_s || url.scheme() == u"http"_s;
    if (!value.isNull() && (!url.isValid() || !web || url.host().isEmpty()))
        errors.append(u"%1: must be an http or https address"_s.arg(field));
    return value.toString();
}

std::optional<OrderRequest::Payment> parsePayment(const QJsonValue &value, Errors &errors)
{
    if (value.isUndefined())
        return std::nullopt;
    if (!value.isObject())
        errors.append(u"payment: must be an object"_s);
    const QJsonObject members = value.toObject();
    OrderRequest::Payment payment;
    const QJsonValue system = members.value(u"system"_s);
    if (!system.isUndefined()) {
        const PaymentSystem *known = findPaymentSystem(system.toString());
        if (known == nullptr)
            errors.append(u"payment.system: unknown payment system"_s);
        else
            payment.system = QString(known->name);
    }
    payment.successUrl = parseUrl(members.value(u"success_url"_s), u"payment.success_url"_s, errors);
    payment.failureUrl = parseUrl(members.value(u"failure_url"_s), u"payment.failure_url"_s, errors);
    const QString sends = u"send_tickets"_s;
    if (members.contains(sends))
        payment.sendsTickets = parseFlag(members.value(sends), u"payment.send_tickets"_s, errors);
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
        errors.append(u"promocodes: must be a list of at most 20 texts"_s);
    return codes;
}

} // namespace

tl::expected<OrderRequest, Refusal> parseOrderRequest(const QJsonObject &body)
{
    Errors errors;
    OrderRequest request;
    const QJsonValue event = body.value(u"event"_s);
    if (!event.isUndefined()) {
        if (!isId(event.toString()))
            errors.append(u"event: must be an id"_s);
        request.event = event.toString();
    }
    request.random = parseRandom(body.value(u"random"_s), errors);
    request.tickets = parseIds(body.value(u"tickets"_s), u"tickets"_s, errors);
    if (request.random && request.tickets)
        errors.append(u"random and tickets must not be sent together"_s);
    request.allOrNothing = parseFlag(body.value(u"all_or_nothing"_s), u"all_or_nothing"_s, errors);
    request.customer = parseCustomer(body.value(u"customer"_s), errors);
    request.promoCodes = parsePromoCodes(body.value(u"promocodes"_s), errors);
    request.payment = parsePayment(body.value(u"payment"_s), errors);
    const QJsonValue status = body.value(u"status"_s);
    if (!status.isUndefined()) {
        request.status = orderStatusFrom(status.toString());
        if (!request.status)
            errors.append(u"status: unknown status"_s);
    }
    if (!errors.isEmpty())
        return tl::unexpected(Refusal{Reason::Invalid, errors});
    return request;
}

tl::expected<RefundRequest, Refusal> parseRefundRequest(const QJsonObject &body)
{
    Errors errors;
    RefundRequest request;
    request.order = body.value(u"order"_s).toString();
    if (!isId(request.order))
        errors.append(u"order: must be an id"_s);
    const std::optional<Culprit> culprit = enumFrom<Culprit>(culprits, body.value(u"culprit"_s).toString());
    if (!culprit)
        errors.append(u"culprit: must be \"user\" or \"org\""_s);
    request.culprit = culprit.value_or(Culprit::User);
    request.ticketsRefund = parseIds(body.value(u"tickets_refund"_s), u"tickets_refund"_s, errors);
    request.ticketsStay = parseIds(body.value(u"tickets"_s), u"tickets"_s, errors);
    if (request.ticketsRefund.has_value() == request.ticketsStay.has_value())
        errors.append(u"either tickets_refund or tickets must be sent"_s);
    if (!errors.isEmpty())
        return tl::unexpected(Refusal{Reason::Invalid, errors});
    return request;
}

} // namespace okoshko::sandbox
