// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/PriceText.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::PriceText)
};

} // namespace

QList<PriceLine> priceLines(const PriceBreakdown &price, const Format &format)
{
    QList<PriceLine> lines;
    const auto add = [&](const QString &what, const std::optional<Money> &sum) {
        lines.append({what, sum ? format.plainMoney(*sum) : format.sum({})});
    };
    const bool hasFee = price.fee != Money();
    const bool hasDiscount = price.discount != Money();
    if (hasFee || hasDiscount || price.face != price.total)
        add(Words::tr("Face price"), price.face);
    if (hasFee)
        add(Words::tr("Fee"), price.fee);
    if (hasDiscount)
        add(Words::tr("Discount"), price.discount ? std::optional(Money() - *price.discount) : std::nullopt);
    return lines;
}

QString priceWords(const PriceBreakdown &price, const Format &format)
{
    QStringList parts;
    for (const PriceLine &line : priceLines(price, format))
        parts << line.what + QChar(QChar::Nbsp) + line.sum;
    return parts.join(u" · "_s);
}

} // namespace okoshko
