// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/Catalogue.h"

#include <QMap>

namespace okoshko::sandbox {

enum class OrderStatus { Executed, InProgress, Done, Canceled, Expired, Refunded };

/// The actors that change the status of an order; each has its own transitions.
enum class Actor { Seller, PaymentPage, Timeout, Vendor, Bank };

/// The payment the seller chose. Answers contain it only once the order is in progress.
struct PaymentChoice
{
    QString system; ///< its name; empty = not chosen
    QString successUrl;
    QString failureUrl;
    bool sendsTickets = false; ///< the vendor sends the tickets to the customer's e-mail; the sandbox only notes it
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
    QMap<QString, QString> rules; ///< set → the price rule that was in force at its first reservation
    QStringList tickets;
    QStringList promoCodes; ///< ids
    QMap<QString, QString> customer;
    PaymentChoice payment;
    bool invited = false;   ///< free, by system/INVITATION
    bool started = false;   ///< has been in progress; answers contain customer and payment from then on
    QString payToken;       ///< the secret part of the payment page's address; empty without a page
    QString payAddress;     ///< sent as the page's address instead of the real one, if not empty
    bool buyerLeft = false; ///< the page accepts no more clicks
    int dealPercent = 0;    ///< the deal's fee for sets without a fee
    Amount nominal;         ///< face value, before a discount
    Amount extra;
    Amount discount;
    QHash<QString, QString> barcodes; ///< ticket → barcode; filled when done, removed by refunds
    Instant busyUntil;                ///< a change is being processed until then

    [[nodiscard]] Amount full() const { return nominal + extra - discount; }
    /// The sum to pay; zero for an invitation.
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
    QStringList ticketsRefund; ///< the tickets to refund
    QStringList tickets;       ///< the tickets that are kept
    Amount value;              ///< the sum to refund
};

/// The state diagram. `pageCollects`: the buyer pays at the payment page, so that the seller may not set the order
/// done.
[[nodiscard]] bool mayBecome(OrderStatus from, OrderStatus to, Actor actor, bool pageCollects);

/// The protocol's spelling: `executed`, `in_progress` …
[[nodiscard]] QString toText(OrderStatus status);
[[nodiscard]] std::optional<OrderStatus> orderStatusFrom(const QString &text);

[[nodiscard]] QString toText(RefundStatus status);
[[nodiscard]] std::optional<RefundStatus> refundStatusFrom(const QString &text);
[[nodiscard]] QString toText(Culprit culprit);

/// The fee of one ticket at that price: the rule's fee, or the one of the order's deal.
[[nodiscard]] Amount feeOf(const PriceRule &rule, const Order &order);

/// A POST or PATCH of an order, checked for form. Orders checks whether it can be done.
struct OrderRequest
{
    struct Payment
    {
        std::optional<QString> system; ///< a known system's name; the client may have sent its id
        std::optional<QString> successUrl;
        std::optional<QString> failureUrl;
        std::optional<bool> sendsTickets;
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
    std::optional<QStringList> ticketsRefund; ///< exactly one of the two lists is set
    std::optional<QStringList> ticketsStay;
};

[[nodiscard]] tl::expected<RefundRequest, Refusal> parseRefundRequest(const QJsonObject &body);

} // namespace okoshko::sandbox
