// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/OrderRow.h"

#include <algorithm>

namespace okoshko {

namespace {

bool isAmong(const QList<Issue> &issues, Issue::Kind kind, const OrderId &order)
{
    return std::ranges::any_of(issues, [&](const Issue &issue) { return issue.kind == kind && issue.order == order; });
}

} // namespace

SaleRemark remarkOf(const Sale &sale, const QList<Issue> &issues)
{
    const auto isOpen = [&](Issue::Kind kind) { return isAmong(issues, kind, sale.order.id); };
    if (sale.isOpen() && (sale.isUnknownToServer || isOpen(Issue::Kind::UnknownToServer)))
        return SaleRemark::UnknownToServer;
    if (sale.isOpen() && sale.goal == SaleGoal::Release)
        return SaleRemark::Releasing;
    if (sale.isMoneyTaken() && sale.inProgress != Step::Confirm && sale.next != Step::Confirm)
        return SaleRemark::Unconfirmed;
    const bool wasPaid = sale.order.status == OrderStatus::Done ||
                         (sale.order.status == OrderStatus::Refunded && sale.payment() != nullptr);
    if (isOpen(Issue::Kind::MoneyTaken) && !wasPaid)
        return SaleRemark::MoneyTaken;
    if (isOpen(Issue::Kind::MoneyTaken))
        return mustBeResolvedFirst(sale.order.id, issues) ? SaleRemark::PaidTwiceInVain : SaleRemark::PaidTwice;
    if (wasPaid && isOpen(Issue::Kind::PaidTooLate))
        return SaleRemark::PaidTooLate;
    return wasPaid && isOpen(Issue::Kind::SeatsShort) ? SaleRemark::SeatsShort : SaleRemark::None;
}

bool mustBeResolvedFirst(const OrderId &order, const QList<Issue> &issues)
{
    return isAmong(issues, Issue::Kind::PaidTooLate, order) || isAmong(issues, Issue::Kind::SeatsShort, order);
}

bool isPerhapsOurs(const Sale &sale, const QList<Issue> &issues)
{
    return sale.origin == Sale::Origin::Elsewhere &&
           std::any_of(issues.cbegin(), issues.cend(), [&](const Issue &issue) {
               return issue.kind == Issue::Kind::UnknownReservation && issue.candidates.contains(sale.order.id);
           });
}

OrderRow OrderRow::of(const Sale &sale, const Event *event, SaleRemark remark)
{
    OrderRow row;
    row.order = sale.order;
    row.eventTitle = sale.request.eventTitle;
    if (event) {
        row.eventTitle = event->title;
        row.venue = event->venue;
        row.time = static_cast<const EventTime &>(*event);
    }
    // The server reports an id instead of the sent name; used only for orders made elsewhere.
    row.system = sale.system.isEmpty() ? sale.order.payment.system : sale.system;
    row.inProgress = sale.inProgress;
    row.remark = remark;
    return row;
}

} // namespace okoshko
