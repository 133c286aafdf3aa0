// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"
#include "models/sale/PriceBreakdown.h"
#include "models/tables/Format.h"

#include <QList>
#include <QString>

namespace okoshko {

/// A part of a sum: `Сбор` and `560,00`.
struct PriceLine
{
    QString what;
    QString sum; ///< without the currency sign; says so where it is not told

    friend bool operator==(const PriceLine &, const PriceLine &) = default;
};

/// What \a price is made of: face price, fee, discount. Nothing where the total is the face price.
[[nodiscard]] QList<PriceLine> priceLines(const PriceBreakdown &price, const Format &format);
/// The same in one line: `Номинал 5 600,00 · Сбор 560,00`.
[[nodiscard]] QString priceWords(const PriceBreakdown &price, const Format &format);

/// What has become of the price \a before: face price, fee and discount, each for itself, and what is to pay; a line
/// each. A fee or a discount that there was not before is none that has changed.
[[nodiscard]] QString changeWords(const PriceBreakdown &before, const PriceBreakdown &now, const Format &format);
/// That the deal's fee may come on top, as far as it is told before there is an order.
[[nodiscard]] QString dealFeeWords(const DealFee &fee, const Format &format);

} // namespace okoshko
