// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Http.h"
#include "Vendor.h"

namespace okoshko::sandbox {

/// `{"data": …, "refs": {…}}` with status 200: how the API's second generation answers.
[[nodiscard]] Reply newerReply(const QJsonValue &data, const QJsonObject &refs = {});
/// With `pagination`; its total is that of the page, as it was seen.
[[nodiscard]] Reply newerListReply(const QJsonArray &data);

/// An order as the second generation writes it: tickets as objects, times without an offset, `cancelled` with two l.
[[nodiscard]] QJsonObject newerJson(const Order &order, Vendor &vendor);
/// The event, partners and sets that the order names.
[[nodiscard]] QJsonObject newerRefs(const Order &order, Vendor &vendor);

} // namespace okoshko::sandbox
