// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/CancelText.h"

#include <QStringList>

namespace okoshko {

CancelText::CancelText(const Sale &sale, const Format &format, bool isInDrawer)
{
    const bool isElsewhere = sale.origin == Sale::Origin::Elsewhere;
    m_title = isElsewhere ? tr("Cancel another counter's order?") : tr("Cancel this order?");
    QStringList words{tr("Order %1.").arg(format.orderNumber(sale.order.number))};
    if (isElsewhere)
        words << tr("It was made at another counter, and its buyer may be standing there.");
    words << (sale.order.status == OrderStatus::InProgress
                  ? tr("The payment that was started is closed, and the seats go back on sale at once.")
                  : tr("The seats go back on sale at once."));
    if (isInDrawer)
        words << tr("The money is in the drawer: give it back to the buyer.");
    m_words = words.join(u' ');
}

QString CancelText::yes()
{
    return tr("&Yes, cancel it");
}

QString CancelText::no()
{
    return tr("N&o");
}

} // namespace okoshko
