// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/SaleHistory.h"

namespace okoshko {

namespace {

using What = HistoryEntry::What;

What canceledBy(const Order &before, Step by)
{
    if (by == Step::Cancel)
        return What::Canceled;
    return before.status == OrderStatus::InProgress ? What::Declined : What::CanceledElsewhere;
}

} // namespace

std::optional<HistoryEntry> whatHappened(const Order &before, const Order &after, Step by, Instant now)
{
    if (before.status == after.status)
        return std::nullopt;
    switch (after.status) {
    case OrderStatus::InProgress:
        return HistoryEntry{.at = now, .what = What::PaymentStarted, .till = after.reservedTill};
    case OrderStatus::Done:
        return HistoryEntry{.at = now, .what = by == Step::Confirm ? What::Collected : What::PaidOnPage};
    case OrderStatus::Canceled:
        return HistoryEntry{.at = now, .what = canceledBy(before, by)};
    case OrderStatus::Expired:
        return HistoryEntry{.at = now, .what = What::Expired};
    case OrderStatus::Refunded:
        return HistoryEntry{.at = now, .what = What::Refunded};
    case OrderStatus::Executed:
    case OrderStatus::Unknown:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

HistoryEntry howItBegan(const Order &order, const ReserveRequest &request, Instant now)
{
    HistoryEntry entry{.at = order.createdAt.value_or(now), .what = What::Created, .till = order.reservedTill};
    if (order.tickets.isEmpty())
        entry.what = What::CreatedEmpty;
    else if (order.tickets.size() < request.wantedCount())
        entry.what = What::CreatedPartly;
    return entry;
}

} // namespace okoshko
