// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Amount.h"
#include "Instant.h"

#include <QHash>
#include <QMap>
#include <QStringList>
#include <optional>

namespace okoshko::sandbox {

enum class OrderStatus { Executed, InProgress, Done, Canceled, Expired, Refunded };

/// Who wants an order to change its status: each may do different things.
enum class Actor { Seller, PaymentPage, Timeout, RefundDesk, Office, Bank };

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

} // namespace okoshko::sandbox
