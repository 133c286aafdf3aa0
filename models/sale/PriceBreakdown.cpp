// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/PriceBreakdown.h"

#include "models/domain/Event.h"
#include "models/domain/Order.h"

#include <QStringList>

namespace okoshko {

namespace {

const QString absentPart = QStringLiteral("-");

std::optional<Money> sum(const std::optional<Money> &a, const std::optional<Money> &b)
{
    return a && b ? std::optional(*a + *b) : std::nullopt;
}

/// The face price computed from the total.
std::optional<Money> impliedFace(const PriceBreakdown &price)
{
    if (!price.total)
        return std::nullopt;
    return *price.total - price.fee.value_or(Money()) + price.discount.value_or(Money());
}

} // namespace

PriceBreakdown PriceBreakdown::of(const Order &order)
{
    using Field = Order::Field;
    const auto reported = [&order](Field field, Money value) {
        return order.has(field) ? std::optional(value) : std::nullopt;
    };
    PriceBreakdown price;
    price.fee = reported(Field::ValueExtra, order.valueExtra);
    price.discount = reported(Field::Discount, order.discount);
    price.total = reported(Field::Value, order.value);
    if (order.has(Field::Nominal))
        price.face = order.nominal + price.discount.value_or(Money());
    return price;
}

PriceBreakdown PriceBreakdown::of(const TicketSet &set, int count)
{
    const auto all = [count](const std::optional<Money> &one) {
        return one ? std::optional(*one * count) : std::nullopt;
    };
    std::optional<Money> fee = set.fee;
    if (!fee && set.face && set.price && *set.price > *set.face)
        fee = *set.price - *set.face;
    return {.face = all(set.face), .fee = all(fee), .discount = std::nullopt, .total = all(set.price)};
}

PriceBreakdown PriceBreakdown::operator+(const PriceBreakdown &other) const
{
    return {.face = sum(face, other.face),
            .fee = sum(fee, other.fee),
            .discount = sum(discount, other.discount),
            .total = sum(total, other.total)};
}

std::optional<Money> PriceBreakdown::faceOrImplied() const
{
    return face ? face : impliedFace(*this);
}

std::optional<Money> PriceBreakdown::unexplained() const
{
    if (!face || !fee || !total)
        return std::nullopt;
    const Money rest = *total - (*face - discount.value_or(Money()) + *fee);
    return rest.isZero() ? std::nullopt : std::optional(rest);
}

PriceBreakdown::Change PriceBreakdown::changeTo(const PriceBreakdown &now, Money mayAdd) const
{
    const auto isMore = [](const std::optional<Money> &than, const std::optional<Money> &is) {
        return than && is && *is > *than;
    };
    // Some vendors report no fee beforehand and add the deal's fee to every sale: an added fee, not a new price.
    const bool isFeeReported = fee.value_or(Money()) > Money() || mayAdd > Money();
    const PriceBreakdown highest = withFee(isFeeReported ? mayAdd : now.fee.value_or(Money()));
    const auto nowFace = now.fee ? now.faceOrImplied() : now.face; // otherwise it may include the fee
    if (isMore(highest.total, now.total) || isMore(highest.fee, now.fee) || isMore(faceOrImplied(), nowFace))
        return Change::Higher;
    return isMore(sum(now.total, now.discount.value_or(Money())), total) ? Change::Lower : Change::None;
}

PriceBreakdown PriceBreakdown::withFee(Money more) const
{
    PriceBreakdown with = *this;
    with.fee = sum(fee, more);
    with.total = sum(total, more);
    return with;
}

QString SumChange::toWords() const
{
    QStringList words;
    for (const PriceBreakdown &price : {was, now}) {
        for (const std::optional<Money> &part : {price.face, price.fee, price.discount, price.total})
            words << (part ? part->toString() : absentPart);
    }
    return words.join(u' ');
}

SumChange SumChange::parse(const QString &words)
{
    const QStringList parts = words.split(u' ');
    const auto price = [&parts](qsizetype first) {
        return PriceBreakdown{.face = Money::parse(parts.value(first)),
                              .fee = Money::parse(parts.value(first + 1)),
                              .discount = Money::parse(parts.value(first + 2)),
                              .total = Money::parse(parts.value(first + 3))};
    };
    return {price(0), price(4)};
}

} // namespace okoshko
