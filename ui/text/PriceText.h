// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"
#include "models/sale/PriceBreakdown.h"
#include "models/sale/Sale.h"
#include "models/tables/Format.h"
#include "ui/text/Message.h"

#include <QCoreApplication>
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

/// That an order costs something else than the buyer was told, in the cashier's language: what it was and is now, what
/// it means for the buyer, and what she says to go on.
class SumText : public Message
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::SumText)
public:
    /// Empty where \a sale costs what the buyer was told.
    SumText(const Sale &sale, const Format &format, bool isMoneyTaken);

    [[nodiscard]] const QString &accept() const { return m_accept; } ///< a button's text

private:
    [[nodiscard]] static QString advice(const Sale &sale, const PriceBreakdown &was, const Format &format,
                                        bool isMoneyTaken);
    [[nodiscard]] static QString adviceOnPaid(const Sale &sale, const PriceBreakdown &was, const Format &format);

    QString m_accept;
};

} // namespace okoshko
