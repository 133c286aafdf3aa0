// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Order.h"
#include "Refusal.h"

#include <QJsonObject>

namespace okoshko::sandbox {

/// What a POST or PATCH on an order asks for, read and checked for shape. Whether it may be had is another matter.
struct OrderWish
{
    struct Payment
    {
        std::optional<QString> system; ///< a known system's name, whether a name or an id was sent
        std::optional<QString> successUrl;
        std::optional<QString> failureUrl;
    };

    std::optional<QString> event;
    std::optional<QMap<QString, int>> random; ///< set → how many
    std::optional<QStringList> tickets;
    bool allOrNothing = false;
    std::optional<QMap<QString, QString>> customer;
    std::optional<QStringList> promoCodes;
    std::optional<Payment> payment;
    std::optional<OrderStatus> status;

    [[nodiscard]] bool wantsTickets() const { return random || tickets; }
};

[[nodiscard]] tl::expected<OrderWish, Refusal> parseOrderWish(const QJsonObject &body);

struct RefundWish
{
    QString order;
    Culprit culprit = Culprit::User;
    std::optional<QStringList> ticketsRefund; ///< exactly one of the two lists is there
    std::optional<QStringList> ticketsStay;
};

[[nodiscard]] tl::expected<RefundWish, Refusal> parseRefundWish(const QJsonObject &body);

/// 24 letters or digits.
[[nodiscard]] bool isId(const QString &text);

} // namespace okoshko::sandbox
