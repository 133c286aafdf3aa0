// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/SaleService.h"

#include <QObject>
#include <QStringList>

namespace okoshko::test {

/// Who stands at a desk: asks for tickets, keeps what is told, and claims what she knows to be her buyer's. Lives on
/// the desk's thread.
class Cashier final : public QObject
{
    Q_OBJECT
public:
    /// What she says when orders are shown of which one may be her buyer's.
    enum class Says {
        Mine, ///< if it is one
        None,
        Nothing ///< the question stays open
    };

    explicit Cashier(SaleService &service); ///< which must outlive this

    void setSays(Says says) { m_says = says; }

    /// Asks for tickets. Ended: isReserved(), isRefused(), or, unless she says Mine, isAsked().
    void reserve(const ReserveRequest &request);
    [[nodiscard]] SaleService::Attempt attempt() const { return m_attempt; }
    [[nodiscard]] const OrderId &order() const { return m_order; } ///< null until there is one
    [[nodiscard]] bool isRefused() const { return m_isRefused; }
    [[nodiscard]] bool isAsked() const { return !m_shown.isEmpty(); }
    [[nodiscard]] const QList<Order> &shown() const { return m_shown; } ///< the last time

    /// What was told, in order, each in a few words: `searched`, `shown 1`, `reserved`, `failed timed-out`,
    /// `Confirm server-fault`, `Read tls`.
    [[nodiscard]] const QStringList &told() const { return m_told; }
    void forget() { m_told.clear(); }
    /// How often tickets were asked for.
    [[nodiscard]] int asked() const { return m_asked; }

private:
    void onShown(SaleService::Attempt attempt, const QList<Candidate> &candidates);
    void onSaleChanged(const OrderId &id);

    SaleService &m_service;
    Says m_says = Says::Mine;
    SaleService::Attempt m_attempt = 0;
    OrderId m_order;
    QList<Order> m_shown;
    QStringList m_told;
    bool m_isRefused = false;
    int m_asked = 0;
};

} // namespace okoshko::test
