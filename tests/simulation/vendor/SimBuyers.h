// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/vendor/Choices.h"
#include "tests/simulation/vendor/SimScheduler.h"
#include "tests/simulation/vendor/SimVendor.h"
#include "tests/simulation/vendor/VendorLog.h"

#include <QHash>
#include <QSet>

namespace okoshko::sim {

/// The people in front of the counters. What they do is drawn as decisions, which go on after faultsStop().
class SimBuyers
{
public:
    /// What a buyer does at the payment page.
    enum class AtPage {
        Pays,
        Declines,
        PaysTwice,
        PaysAtTheEnd, ///< a second before or after the end of the hold
        PaysLate,     ///< minutes after it
        WalksAway,
        DeclinesThenPays, ///< where the order stays in progress
    };
    enum class Cash { HandsOver, WalksAway };

    SimBuyers(SimScheduler &scheduler, Choices &choices, SimVendor &vendor, VendorLog &log);
    SimBuyers(const SimBuyers &) = delete;
    SimBuyers &operator=(const SimBuyers &) = delete;

    /// The buyer of \a order has the page before him, and decides; once an order.
    AtPage meetPage(const OrderId &order);
    /// As he decided; any order, any number of times.
    void act(const OrderId &order, AtPage what);

    /// What the cashier sees of the buyer of \a order where the seller collects; decided once an order, and written
    /// down when he hands the money over.
    Cash cash(const OrderId &order);
    /// The cashier gives the money back, because the order cannot be had.
    void returnCash(const OrderId &order);
    /// Whether the cashier has this buyer's money.
    [[nodiscard]] bool hasCash(const OrderId &order) const { return m_cash.contains(order); }

private:
    void payIn(const OrderId &order, Microseconds delay);
    void record(const OrderId &order, VendorLogEntry::What what);

    SimScheduler &m_scheduler;
    Choices &m_choices;
    SimVendor &m_vendor;
    VendorLog &m_log;
    QHash<OrderId, AtPage> m_atPage;
    QHash<OrderId, Cash> m_decided;
    QSet<OrderId> m_cash; ///< whose money lies in the till
};

} // namespace okoshko::sim
