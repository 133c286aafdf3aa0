// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/vendor/SimBuyers.h"

#include <array>

using namespace std::chrono_literals;

namespace okoshko::sim {

namespace {

/// In the order of AtPage, from Declines.
constexpr std::array<int, 6> pageHabits{100, 50, 50, 50, 100, 50};
constexpr std::array<int, 1> cashHabits{150};
constexpr std::array<Microseconds, 4> payTimes{20s, 3s, 90s, 8min};
constexpr Microseconds declineTime = 15s;

} // namespace

SimBuyers::SimBuyers(SimScheduler &scheduler, Choices &choices, SimVendor &vendor, VendorLog &log)
    : m_scheduler(scheduler)
    , m_choices(choices)
    , m_vendor(vendor)
    , m_log(log)
{
}

SimBuyers::AtPage SimBuyers::meetPage(const OrderId &order)
{
    if (const auto known = m_atPage.constFind(order); known != m_atPage.cend())
        return *known;
    const SimOrder *met = m_vendor.find(order);
    if (!met)
        return AtPage::WalksAway;
    const auto what = static_cast<AtPage>(m_choices.decideWeighted(pageHabits, {"buyer.page", met->ordinal}));
    m_atPage.insert(order, what);
    act(order, what);
    return what;
}

void SimBuyers::act(const OrderId &order, AtPage what)
{
    const SimOrder *met = m_vendor.find(order);
    if (!met)
        return;
    const Microseconds left =
        met->face.reservedTill ? std::max(*met->face.reservedTill - m_vendor.now(), Microseconds(0)) : Microseconds(0);
    switch (what) {
    case AtPage::Pays:
    case AtPage::PaysTwice: {
        const Microseconds time = payTimes[static_cast<size_t>(
            m_choices.decide(static_cast<int>(payTimes.size()), {"buyer.time", met->ordinal}))];
        payIn(order, time);
        if (what == AtPage::PaysTwice)
            payIn(order, time + 1s);
        return;
    }
    case AtPage::PaysAtTheEnd:
        payIn(order, left + (m_choices.decide(2, {"buyer.end", met->ordinal}) == 0 ? -3s : 1s));
        return;
    case AtPage::PaysLate:
        payIn(order, left + 4min);
        return;
    case AtPage::Declines:
    case AtPage::DeclinesThenPays:
        m_scheduler.post(m_scheduler.now() + declineTime, [this, order] { m_vendor.decline(order); });
        if (what == AtPage::DeclinesThenPays)
            payIn(order, 3 * declineTime);
        return;
    case AtPage::WalksAway:
        return;
    }
    Q_UNREACHABLE();
}

void SimBuyers::payIn(const OrderId &order, Microseconds delay)
{
    m_scheduler.post(m_scheduler.now() + delay, [this, order] { m_vendor.pay(order); });
}

SimBuyers::Cash SimBuyers::cash(const OrderId &order)
{
    if (const auto known = m_decided.constFind(order); known != m_decided.cend())
        return *known;
    const SimOrder *met = m_vendor.find(order);
    if (!met)
        return Cash::WalksAway;
    const auto decided = static_cast<Cash>(m_choices.decideWeighted(cashHabits, {"buyer.cash", met->ordinal}));
    m_decided.insert(order, decided);
    if (decided == Cash::HandsOver) {
        m_cash.insert(order);
        record(order, VendorLogEntry::What::CashHanded);
    }
    return decided;
}

void SimBuyers::returnCash(const OrderId &order)
{
    if (m_cash.remove(order))
        record(order, VendorLogEntry::What::CashReturned);
}

void SimBuyers::record(const OrderId &order, VendorLogEntry::What what)
{
    const SimOrder &met = *m_vendor.find(order);
    VendorLogEntry entry;
    entry.at = m_scheduler.now();
    entry.what = what;
    entry.actor.kind = Actor::Kind::Buyer;
    entry.order = order;
    entry.from = met.status;
    entry.to = met.status;
    entry.sum = met.face.value;
    entry.seats = static_cast<int>(met.face.tickets.size());
    m_log.add(entry);
}

} // namespace okoshko::sim
