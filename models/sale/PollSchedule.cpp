// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/PollSchedule.h"

#include "models/sale/Sale.h"

#include <algorithm>

namespace okoshko {

using std::chrono::milliseconds;

namespace {

/// Whether a payment may still arrive for an ended order: the buyer was sent to a page and had not paid.
bool mayLandLate(const Sale &sale)
{
    const bool ended = sale.order.status == OrderStatus::Canceled || sale.order.status == OrderStatus::Expired;
    const bool wasOnPage = sale.isPaidOnPage() || !sale.order.payment.redirectUrl.isEmpty();
    return ended && (wasOnPage || (sale.paymentStartedAt && sale.confirmedBy != ConfirmedBy::Cashier));
}

} // namespace

std::optional<Microseconds> PollSchedule::next(const Sale &sale, Instant now, const Progress &progress) const
{
    if (sale.origin != Sale::Origin::ThisCounter || sale.closed)
        return std::nullopt;
    const bool isUnread = sale.known == Sale::Known::FromJournal && !isFinal(sale.lastKnown);
    const bool isOpen = isHeld(sale.lastKnown) && !isFinal(sale.order.status);
    const bool isLate = mayLandLate(sale) && progress.since < lateMoneyWatch;
    if (!isOpen && !isLate && !isUnread && !progress.isEffectUnknown)
        return std::nullopt;
    if (progress.isUnknown)
        return RetryPolicy{slowest, thinnest}.pause(progress.asked, progress.random);
    if (progress.failed > 0 && (isOpen || isUnread))
        return RetryPolicy{first, slowest}.pause(progress.failed, progress.random);
    if (progress.isEffectUnknown)
        return RetryPolicy{first, slowest}.pause(std::max(0, progress.asked - 1) / 4, progress.random);
    if (isLate)
        return std::min<Microseconds>(RetryPolicy{slowest, thinnest}.pause(progress.asked, progress.random),
                                      lateMoneyWatch - progress.since);

    const auto &till = sale.order.reservedTill;
    const bool over = till && *till <= now;
    std::optional<Microseconds> untilEnd;
    if (till && !over)
        untilEnd = *till - now;
    // A hold changes before its end only by steps made here; a sale that is being released is read.
    if (sale.lastKnown == OrderStatus::Executed && !over && sale.goal == SaleGoal::Sell)
        return std::min<Microseconds>(untilEnd.value_or(slowest), thinnest);

    // 15 readings at the first pace, then the pause grows by half every ten readings.
    const int slowdowns = std::max(0, progress.asked - 15) / 10;
    milliseconds pause = std::min(slowest, first + first * slowdowns);
    if (till && *till + bankPatience <= now)
        pause = RetryPolicy{slowest, thinnest}.pause(slowdowns, progress.random);
    // Always reads at the end of the hold.
    return untilEnd ? std::min<Microseconds>(pause, *untilEnd) : pause;
}

} // namespace okoshko
