// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/PriceText.h"

#include "models/domain/Text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

struct PriceWords
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
        add(PriceWords::tr("Face price"), price.face);
    if (hasFee)
        add(PriceWords::tr("Fee"), price.fee);
    if (hasDiscount)
        add(PriceWords::tr("Discount"), price.discount ? std::optional(Money() - *price.discount) : std::nullopt);
    return lines;
}

QString changeWords(const PriceBreakdown &before, const PriceBreakdown &now, const Format &format)
{
    QStringList lines;
    const auto addChange = [&](const QString &what, const std::optional<Money> &was, const std::optional<Money> &is) {
        if (is && was && was != is)
            lines << PriceWords::tr("%1: was %2, now %3").arg(what, format.plainMoney(*was), format.plainMoney(*is));
        else if (is)
            lines << PriceWords::tr("%1: %2").arg(what, format.plainMoney(*is));
    };
    const auto unlessNone = [](const std::optional<Money> &sum) { return sum == Money() ? std::nullopt : sum; };
    // Where neither part is told the new total may contain a fee.
    const bool isFaceKnown = now.face || now.fee;
    addChange(PriceWords::tr("Face price"), before.faceOrImplied(), isFaceKnown ? now.faceOrImplied() : std::nullopt);
    addChange(PriceWords::tr("Fee"), unlessNone(before.fee), unlessNone(now.fee));
    addChange(PriceWords::tr("Discount"), {}, unlessNone(now.discount));
    addChange(PriceWords::tr("Not explained by the server"), {}, now.unexplained());
    const bool isOther = before.total && now.total && before.total != now.total;
    lines << (isOther ? PriceWords::tr("To pay: was %1, now %2").arg(format.sum(before.total), format.sum(now.total))
                      : PriceWords::tr("To pay: %1").arg(format.sum(now.total)));
    return lines.join(u'\n');
}

QStringList discountWords(const Sale &sale, const Event *event, const Format &format)
{
    const Order &order = sale.order;
    if (!order.has(Order::Field::Discount) || order.discount.isZero())
        return {};
    const auto words = [&format](Money discount) { return format.plainMoney(Money() - discount); };
    QStringList lines;
    for (const TicketSet &set : event ? event->sets : QList<TicketSet>()) {
        const auto count = static_cast<int>(std::ranges::count(sale.tickets, set.id, &Ticket::set));
        const Money each = order.discounts.value(set.id);
        if (count > 0 && !each.isZero())
            lines << PriceWords::tr("%1: %2").arg(isolated(set.name), words(each * count));
    }
    lines << PriceWords::tr("Discount in all: %1").arg(words(order.discount));
    return lines;
}

QString dealFeeWords(const DealFee &fee, const Format &format)
{
    return fee.percent ? PriceWords::tr("a seller's fee of %1 may come on top").arg(format.percent(*fee.percent))
                       : PriceWords::tr("a seller's fee may come on top");
}

QString priceWords(const PriceBreakdown &price, const Format &format)
{
    QStringList parts;
    for (const PriceLine &line : priceLines(price, format))
        parts << line.what + QChar(QChar::Nbsp) + line.sum;
    return parts.join(u" · "_s);
}

SumText::SumText(const Sale &sale, SaleRemark remark, const Format &format)
{
    const auto was = sale.priceBefore();
    if (!was)
        return;
    const PriceBreakdown now = PriceBreakdown::of(sale.order);
    m_accept = tr("&Understood");
    if (sale.isFree()) {
        title =
            tr("There is nothing to pay for the order any more. The buyer was told %1.").arg(format.sum(was->total));
        body = tr("If money was taken for it already, give it back to the buyer.");
        return;
    }
    const bool isDearer = now.total > was->total;
    title = (isDearer ? tr("The order costs more than the buyer was told: it was %1, now it is %2.")
                      : tr("The order costs less than the buyer was told: it was %1, now it is %2."))
                .arg(format.sum(was->total), format.sum(now.total));
    body = changeWords(*was, now, format) + u'\n' + advice(sale, remark, *was, format);
    if (isDearer && isHeld(sale.order.status))
        m_accept = tr("The buyer &agrees to %1").arg(format.sum(now.total));
}

QString SumText::adviceOnPaid(const Sale &sale, SaleRemark remark, const PriceBreakdown &was, const Format &format)
{
    const PriceBreakdown now = PriceBreakdown::of(sale.order);
    const HistoryEntry *payment = sale.payment();
    const bool isCash = payment && payment->what == HistoryEntry::What::Collected;
    const auto taken = sale.moneyTaken();
    if (taken && isInDrawer(remark))
        return tr("It is paid, and not with the %1 in the drawer: that is to be given back whole.")
            .arg(format.money(*taken));
    if (taken && !isCash && sale.raised.testFlag(Issue::Kind::MoneyTaken))
        return tr("It is paid, and not with money of this counter: nothing is to be settled with the buyer.");
    if (!isCash || !was.total || !now.total)
        return tr("It is paid. If the money was taken at this counter, it was the old sum: settle the difference with "
                  "the buyer.");
    return *now.total > *was.total
               ? tr("It is paid, but %1 was taken and the server counts %2. Take the difference of %3 from the buyer; "
                    "if the buyer does not agree, hand out no tickets and call the administrator.")
                     .arg(format.sum(was.total), format.sum(now.total), format.money(*now.total - *was.total))
               : tr("It is paid, but %1 was taken and the server counts %2. Give the difference of %3 back to the "
                    "buyer.")
                     .arg(format.sum(was.total), format.sum(now.total), format.money(*was.total - *now.total));
}

QString SumText::advice(const Sale &sale, SaleRemark remark, const PriceBreakdown &was, const Format &format)
{
    const PriceBreakdown now = PriceBreakdown::of(sale.order);
    const bool isDearer = now.total > was.total;
    if (sale.order.status == OrderStatus::Done)
        return adviceOnPaid(sale, remark, was, format);
    if (!isHeld(sale.order.status))
        return tr("Whether it is paid is not known: take no money and give none back before that is clear.");
    if (sale.isMoneyTaken()) {
        return (isDearer ? tr("The money is in the drawer: %1 was taken, and %2 is to be paid now. Take the difference "
                              "from the buyer, and confirm again; else cancel the order and give the money back.")
                         : tr("The money is in the drawer: %1 was taken, and %2 is to be paid now. Give the difference "
                              "back to the buyer, and confirm again; else cancel the order and give the money back."))
            .arg(format.sum(was.total), format.sum(now.total));
    }
    return isDearer ? tr("Tell the buyer the new sum. No money is taken, and no payment goes on, before the buyer "
                         "agrees; else cancel the order.")
                    : tr("Tell the buyer the new sum, and take no more than that.");
}

} // namespace okoshko
