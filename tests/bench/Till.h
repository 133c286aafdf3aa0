// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/SaleService.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>

namespace okoshko::bench {

/// Sells through \a service: reserves, and goes on to the payment at once. A sale whose page is known is given up, so
/// that nothing is asked about it while the next ones are measured.
class Till final : public QObject
{
    Q_OBJECT
public:
    /// \a service is ready, and outlives this.
    explicit Till(SaleService &service, PaymentStart start = PaymentStart::Separate);

    /// How long one sale takes, in milliseconds. Ends once it is given up.
    [[nodiscard]] double sell();
    /// Makes \a many sales, \a atOnce of them at a time.
    void sell(int many, int atOnce);

private:
    void reserve();

    SaleService &m_service;
    PaymentStart m_start;
    QSet<OrderId> m_open; ///< given up once their page is known
    int m_asked = 0;
    int m_shown = 0;
    int m_ended = 0;
    double m_shownAt = 0;
};

} // namespace okoshko::bench
