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
#include <QStringList>

namespace okoshko {

/// A part of a sum: `Сбор` and `560,00`.
struct PriceLine
{
    QString what;
    QString sum; ///< without the currency sign; a note if unknown

    friend bool operator==(const PriceLine &, const PriceLine &) = default;
};

/// The parts of \a price: face price, fee, discount. Empty if the total is the face price.
[[nodiscard]] QList<PriceLine> priceLines(const PriceBreakdown &price, const Format &format);
/// The same in one line: `Номинал 5 600,00 · Сбор 560,00`.
[[nodiscard]] QString priceWords(const PriceBreakdown &price, const Format &format);

/// The discount of each category, as far as the server reports it, and the discount in all; a line each. Empty without
/// a discount. \a event may be null.
[[nodiscard]] QStringList discountWords(const Sale &sale, const Event *event, const Format &format);

/// The changes from the price \a before, a line each: face price, fee, discount, and the total. A fee or discount that
/// \a before lacks is not a change.
[[nodiscard]] QString changeWords(const PriceBreakdown &before, const PriceBreakdown &now, const Format &format);
/// That the deal's fee may be added, as far as it is known before there is an order.
[[nodiscard]] QString dealFeeWords(const DealFee &fee, const Format &format);

/// The message that an order costs another sum than the buyer was told: both sums, what it means for the buyer, and the
/// button to go on.
class SumText : public Message
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::SumText)
public:
    /// Empty if \a sale costs what the buyer was told.
    SumText(const Sale &sale, SaleRemark remark, const Format &format);

    [[nodiscard]] const QString &accept() const { return m_accept; } ///< text of the button

private:
    [[nodiscard]] static QString advice(const Sale &sale, SaleRemark remark, const PriceBreakdown &was,
                                        const Format &format);
    [[nodiscard]] static QString adviceOnPaid(const Sale &sale, SaleRemark remark, const PriceBreakdown &was,
                                              const Format &format);

    QString m_accept;
};

} // namespace okoshko
