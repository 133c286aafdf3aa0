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

QString changeWords(const PriceBreakdown &before, const PriceBreakdown &now, const Format &format)
{
    QStringList lines;
    const auto tell = [&](const QString &what, const std::optional<Money> &was, const std::optional<Money> &is) {
        if (is && was && was != is)
            lines << Words::tr("%1: was %2, now %3").arg(what, format.plainMoney(*was), format.plainMoney(*is));
        else if (is)
            lines << Words::tr("%1: %2").arg(what, format.plainMoney(*is));
    };
    const auto unlessNone = [](const std::optional<Money> &sum) { return sum == Money() ? std::nullopt : sum; };
    tell(Words::tr("Face price"), before.faceOrImplied(), now.faceOrImplied());
    tell(Words::tr("Fee"), unlessNone(before.fee), unlessNone(now.fee));
    tell(Words::tr("Discount"), {}, unlessNone(now.discount));
    tell(Words::tr("Not explained by the server"), {}, now.unexplained());
    const bool isOther = before.total && now.total && before.total != now.total;
    lines << (isOther ? Words::tr("To pay: was %1, now %2").arg(format.sum(before.total), format.sum(now.total))
                      : Words::tr("To pay: %1").arg(format.sum(now.total)));
    return lines.join(u'\n');
}

QString dealFeeWords(const DealFee &fee, const Format &format)
{
    return fee.percent ? Words::tr("a seller's fee of %1 may come on top").arg(format.percent(*fee.percent))
                       : Words::tr("a seller's fee may come on top");
}

QString priceWords(const PriceBreakdown &price, const Format &format)
{
    QStringList parts;
    for (const PriceLine &line : priceLines(price, format))
        parts << line.what + QChar(QChar::Nbsp) + line.sum;
    return parts.join(u" · "_s);
}

} // namespace okoshko
