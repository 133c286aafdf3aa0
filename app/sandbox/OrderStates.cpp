// SPDX-License-Identifier: GPL-3.0-or-later
#include "OrderStates.h"

#include <algorithm>
#include <array>

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
    Transition{OrderStatus::Done, OrderStatus::Refunded, Actor::RefundDesk},
    // The vendor himself, and money that lands when its order is over: only scenarios send these two.
    Transition{OrderStatus::Executed, OrderStatus::Canceled, Actor::Office},
    Transition{OrderStatus::InProgress, OrderStatus::Canceled, Actor::Office},
    Transition{OrderStatus::Expired, OrderStatus::Done, Actor::Bank},
    Transition{OrderStatus::Canceled, OrderStatus::Done, Actor::Bank},
};

template <typename Enum, std::size_t size>
std::optional<Enum> fromText(const QString &text, const std::array<Enum, size> &values)
{
    const auto found = std::find_if(values.begin(), values.end(), [&](Enum value) { return toText(value) == text; });
    return found == values.end() ? std::nullopt : std::optional<Enum>(*found);
}

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
    switch (status) {
    case OrderStatus::Executed:
        return QStringLiteral("executed");
    case OrderStatus::InProgress:
        return QStringLiteral("in_progress");
    case OrderStatus::Done:
        return QStringLiteral("done");
    case OrderStatus::Canceled:
        return QStringLiteral("canceled");
    case OrderStatus::Expired:
        return QStringLiteral("expired");
    case OrderStatus::Refunded:
        return QStringLiteral("refunded");
    }
    Q_UNREACHABLE();
}

std::optional<OrderStatus> orderStatusFrom(const QString &text)
{
    return fromText(text, std::array{OrderStatus::Executed, OrderStatus::InProgress, OrderStatus::Done,
                                     OrderStatus::Canceled, OrderStatus::Expired, OrderStatus::Refunded});
}

QString toText(RefundStatus status)
{
    switch (status) {
    case RefundStatus::New:
        return QStringLiteral("new");
    case RefundStatus::Approved:
        return QStringLiteral("approved");
    case RefundStatus::Rejected:
        return QStringLiteral("rejected");
    }
    Q_UNREACHABLE();
}

std::optional<RefundStatus> refundStatusFrom(const QString &text)
{
    return fromText(text, std::array{RefundStatus::New, RefundStatus::Approved, RefundStatus::Rejected});
}

QString toText(Culprit culprit)
{
    switch (culprit) {
    case Culprit::User:
        return QStringLiteral("user");
    case Culprit::Org:
        return QStringLiteral("org");
    }
    Q_UNREACHABLE();
}

std::optional<Culprit> culpritFrom(const QString &text)
{
    return fromText(text, std::array{Culprit::User, Culprit::Org});
}

} // namespace okoshko::sandbox
