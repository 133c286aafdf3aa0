// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"
#include "models/sale/Sale.h"
#include "ui/payment/PaymentDraft.h"

#include <QHash>
#include <QObject>

namespace okoshko {

class SaleService;

/// The drafts of the payments of all orders, while a session lasts. They outlive the page that shows them. That of an
/// order which has ended is dropped, as soon as it is not shown.
class PaymentDrafts final : public QObject
{
    Q_OBJECT
public:
    /// \a service must outlive this.
    explicit PaymentDrafts(const SaleService &service, QObject *parent = nullptr);

    [[nodiscard]] PaymentDraft of(const OrderId &id) const { return m_drafts.value(id); }
    void keep(const OrderId &id, const PaymentDraft &draft);
    /// The payment of \a id is being shown, and no other one; of a null id: none is.
    void setShown(const OrderId &id);
    [[nodiscard]] const OrderId &shown() const { return m_shown; }
    /// The money for \a sale is in the drawer, and the server has not taken its confirmation as far as is known.
    [[nodiscard]] bool isMoneyTaken(const Sale &sale) const;

private:
    void dropEnded(const OrderId &id);

    const SaleService &m_service;
    QHash<OrderId, PaymentDraft> m_drafts;
    OrderId m_shown;
};

} // namespace okoshko
