// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/Catalogue.h"

#include <QMap>

namespace okoshko::sandbox {

enum class OrderStatus { Executed, InProgress, Done, Canceled, Expired, Refunded };

/// Who changes the status of an order: each may do different things.
enum class Actor { Seller, PaymentPage, Timeout, Vendor, Bank };

/// The payment the seller chose. An answer shows it only once the order is in progress.
struct PaymentChoice
{
    QString system; ///< its name; empty until chosen
    QString successUrl;
    QString failureUrl;
};

struct Order
{
    QString id;
    qint64 number = 0;
    OrderStatus status = OrderStatus::Executed;
    Instant created;
    Instant updated;
    Instant reservedTill;
    QString event;
    QString org;
    QMap<QString, QString> rules; ///< set → the price rule in force when its first ticket was reserved
    QStringList tickets;
    QStringList promoCodes; ///< ids
    QMap<QString, QString> customer;
    PaymentChoice payment;
    bool invited = false;   ///< given away, by system/INVITATION
    bool started = false;   ///< has been in progress; shows the customer and the payment from then on
    QString payToken;       ///< the secret part of the payment page's address; empty without a page
    QString payAddress;     ///< said to be the page's address instead of the true one, if not empty
    bool buyerLeft = false; ///< the page takes no more clicks
    int dealPercent = 0;    ///< the fee that the deal adds where a set has none
    Amount nominal;         ///< face value, before a discount
    Amount extra;
    Amount discount;
    QHash<QString, QString> barcodes; ///< ticket → barcode; filled when done, emptied by refunds
    Instant busyUntil;                ///< a change is being processed until then

    [[nodiscard]] Amount full() const { return nominal + extra - discount; }
    /// What is to be paid: nothing once an invitation has been given.
    [[nodiscard]] Amount value() const { return invited ? Amount{} : full(); }
    [[nodiscard]] bool open() const { return status == OrderStatus::Executed || status == OrderStatus::InProgress; }
};

enum class RefundStatus { New, Approved, Rejected };
enum class Culprit { User, Org };

struct Refund
{
    QString id;
    RefundStatus status = RefundStatus::New;
    Culprit culprit = Culprit::User;
    Instant created;
    Instant updated;
    QString order;
    QString event;
    QString org;
    QStringList ticketsRefund; ///< what comes back
    QStringList tickets;       ///< what stays with the buyer
    Amount value;              ///< the money to give back
};

/// The state diagram. `pageCollects`: the buyer pays this order at the payment page, so that a seller may not
/// set it done.
[[nodiscard]] bool mayBecome(OrderStatus from, OrderStatus to, Actor actor, bool pageCollects);

/// The protocol's words: `executed`, `in_progress` …
[[nodiscard]] QString toText(OrderStatus status);
[[nodiscard]] std::optional<OrderStatus> orderStatusFrom(const QString &text);

[[nodiscard]] QString toText(RefundStatus status);
[[nodiscard]] std::optional<RefundStatus> refundStatusFrom(const QString &text);
[[nodiscard]] QString toText(Culprit culprit);

/// The fee of one ticket of that price in the order: the rule's own, or the one that the order's deal adds.
[[nodiscard]] Amount feeOf(const PriceRule &rule, const Order &order);

/// What a POST or PATCH on an order asks for, read and checked for shape. Orders decides whether it is possible.
struct OrderRequest
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

[[nodiscard]] tl::expected<OrderRequest, Refusal> parseOrderRequest(const QJsonObject &body);

struct RefundRequest
{
    QString order;
    Culprit culprit = Culprit::User;
    std::optional<QStringList> ticketsRefund; ///< exactly one of the two lists is there
    std::optional<QStringList> ticketsStay;
};

[[nodiscard]] tl::expected<RefundRequest, Refusal> parseRefundRequest(const QJsonObject &body);

} // namespace okoshko::sandbox
