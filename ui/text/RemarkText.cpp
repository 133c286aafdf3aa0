// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/RemarkText.h"

namespace okoshko {

RemarkText::RemarkText(SaleRemark remark)
{
    switch (remark) {
    case SaleRemark::None:
        return;
    case SaleRemark::UnknownToServer:
        m_title = tr("The server does not know this order");
        m_body = tr("Take no money. If the buyer has paid, call Ticketscloud with the order's number; else close the "
                    "order in the list “Needs attention” (F8).");
        return;
    case SaleRemark::Releasing:
        m_title = tr("The order is being cancelled");
        m_body =
            tr("Take no money: the seats go back on sale as soon as the server agrees. It is tried again by itself.");
        return;
    case SaleRemark::PaidTooLate:
        m_title = tr("Paid too late");
        m_body =
            tr("The money came after the seats had gone back on sale: do not hand out tickets before it is resolved.");
        return;
    case SaleRemark::SeatsShort:
        m_title = tr("Paid for more seats than there are");
        m_body = tr("The order has fewer seats than were paid for: do not hand out tickets before it is resolved.");
        return;
    }
    Q_UNREACHABLE();
}

QString RemarkText::madeElsewhere(bool isPerhapsOurs)
{
    return isPerhapsOurs ? tr("Perhaps made here, by a reservation without an answer: see “Needs attention” (F8)")
                         : tr("Made at another counter");
}

} // namespace okoshko
