// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Catalogue.h"
#include "Inventory.h"
#include "Order.h"

#include <QJsonObject>
#include <QUrl>

namespace okoshko::sandbox {

/// An order, field for field as recorded. Customer and payment show only once payment has begun, and
/// `redirect_url` only if there is a payment page: it stands under `publicUrl`.
[[nodiscard]] QJsonObject toJson(const Order &order, const QString &vendor, const QUrl &publicUrl);

/// A ticket of an order; the barcode is null until the order is done, and again once the ticket was given back.
[[nodiscard]] QJsonObject orderTicketJson(const Seat &seat, const Order &order);

[[nodiscard]] QJsonObject toJson(const Refund &refund, const QString &vendor);

/// `http://127.0.0.1:…/pay/<token>`
[[nodiscard]] QString payAddress(const QUrl &publicUrl, const QString &token);

} // namespace okoshko::sandbox
