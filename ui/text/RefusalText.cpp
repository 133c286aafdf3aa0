// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/RefusalText.h"

namespace okoshko {

RefusalText::RefusalText(Refusal refusal)
{
    switch (refusal) {
    case Refusal::None:
        return;
    case Refusal::UnknownOrder:
        m_title = tr("This counter does not know the order.");
        m_body = tr("Nothing was done. Refresh the list (F5) and choose again.");
        return;
    case Refusal::Busy:
        m_title = tr("It is being done already.");
        m_body = tr("Wait for the server's answer.");
        return;
    case Refusal::Confirming:
        m_title = tr("It is being confirmed that the money was taken.");
        m_body = tr("Nothing else was done. Wait for the server's answer, then look at the order's state.");
        return;
    case Refusal::Forbidden:
        m_title = tr("As the order stands now, it does not allow this.");
        m_body = tr("Nothing was done. Ask the server (F5) and look at the order's state.");
        return;
    case Refusal::AskForPage:
        m_title = tr("It is not known whether a payment page was opened for this order.");
        m_body = tr("Nothing was done. Ask the buyer first whether there is a page.");
        return;
    case Refusal::NewSum:
        m_title = tr("The sum of the order has changed.");
        m_body = tr("Nothing was done. Tell the buyer the new sum, and say that it is agreed to; then press again.");
        return;
    case Refusal::NotReadYet:
        m_title = tr("The server has not told yet how the order stands.");
        m_body = tr("Nothing was done. Wait a moment, or ask the server (F5); then press again.");
        return;
    case Refusal::KeyRefused:
        m_title = tr("The server does not accept this counter's key.");
        m_body = tr("Nothing was done. Nothing can be sold until the key is right: call the administrator.");
        return;
    }
    Q_UNREACHABLE();
}

} // namespace okoshko
