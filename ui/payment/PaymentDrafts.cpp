// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payment/PaymentDrafts.h"

#include "models/sale/SaleService.h"

#include <utility>

namespace okoshko {

PaymentDrafts::PaymentDrafts(const SaleService &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
{
    connect(&service, &SaleService::saleChanged, this, &PaymentDrafts::dropEnded);
    connect(&service, &SaleService::saleForgotten, this, &PaymentDrafts::dropEnded);
}

void PaymentDrafts::keep(const OrderId &id, const PaymentDraft &draft)
{
    m_drafts.insert(id, draft);
}

void PaymentDrafts::setShown(const OrderId &id)
{
    if (const OrderId before = std::exchange(m_shown, id); before != id)
        dropEnded(before);
}

bool PaymentDrafts::isMoneyTaken(const Sale &sale) const
{
    return sale.isMoneyTaken() || (sale.isOpen() && of(sale.order.id).taken);
}

void PaymentDrafts::dropEnded(const OrderId &id)
{
    const Sale *sale = m_service.sale(id);
    if (id != m_shown && (!sale || !sale->isOpen()))
        m_drafts.remove(id);
}

} // namespace okoshko
