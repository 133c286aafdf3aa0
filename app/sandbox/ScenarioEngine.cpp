// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScenarioEngine.h"

#include <array>

namespace okoshko::sandbox {

namespace {

using namespace std::chrono_literals;

constexpr auto clockSkew = 7min;
constexpr int dealPercent = 10;

struct HoldRow
{
    Scenario scenario;
    std::chrono::seconds hold;
};

constexpr std::array holds{
    HoldRow{Scenario::HoldTwoMinutes, 125s},
    HoldRow{Scenario::HoldFifteenSeconds, 15s},
    HoldRow{Scenario::ExpiredBeforePayment, 8s},
};

enum class Collects { Anybody, Page, Server };

/// What befalls a payment by itself, counted from its start.
struct PaymentRow
{
    Scenario scenario;
    Collects collects; ///< which payments meet it
    std::optional<std::chrono::seconds> hold;
    std::optional<ScheduledTransition::What> turn;
    std::chrono::seconds turnAfter{0};
};

constexpr std::array payments{
    PaymentRow{Scenario::ExpiredWhilePaying, Collects::Anybody, 15s, std::nullopt},
    PaymentRow{Scenario::PaidLastSecond, Collects::Page, 15s, ScheduledTransition::What::Paid, 14s},
    PaymentRow{Scenario::PaidAfterExpiry, Collects::Page, 10s, ScheduledTransition::What::PaidLate, 15s},
    PaymentRow{Scenario::Declined, Collects::Page, std::nullopt, ScheduledTransition::What::Declined, 5s},
    PaymentRow{Scenario::InvoicePaid, Collects::Server, std::nullopt, ScheduledTransition::What::Paid, 10s},
    PaymentRow{Scenario::CancelledByServer, Collects::Anybody, std::nullopt,
               ScheduledTransition::What::CancelledByVendor, 5s},
};

struct PageRow
{
    Scenario scenario;
    Vendor::Page page;
};

constexpr std::array pages{
    PageRow{Scenario::NoRedirect, Vendor::Page::None},
    PageRow{Scenario::ForbiddenRedirect, Vendor::Page::Forbidden},
    PageRow{Scenario::BuyerLeaves, Vendor::Page::Left},
};

qsizetype ticketsWanted(const OrderWish &wish)
{
    qsizetype count = wish.tickets ? wish.tickets->size() : 0;
    for (const int part : wish.random.value_or(QMap<QString, int>()))
        count += part;
    return count;
}

void askForOneLess(OrderWish &wish)
{
    wish.allOrNothing = false;
    if (wish.tickets) {
        wish.tickets->removeLast();
        return;
    }
    for (int &part : *wish.random) {
        if (part > 0) {
            --part;
            return;
        }
    }
}

} // namespace

void ScenarioEngine::prepare()
{
    std::chrono::seconds ahead{0};
    if (m_board.isArmed(Scenario::ClockFast))
        ahead += clockSkew;
    if (m_board.isArmed(Scenario::ClockSlow))
        ahead -= clockSkew;
    m_vendor.setClockAhead(ahead);
    m_vendor.setHabits({.dealPercent = m_board.isArmed(Scenario::DealFee) ? dealPercent : 0,
                        .updatedStands = m_board.isArmed(Scenario::UpdatedStands)});
}

tl::expected<Changed, Refusal> ScenarioEngine::create(OrderWish wish)
{
    beforeCreate(wish);
    tl::expected<Changed, Refusal> changed = m_vendor.create(wish);
    if (!changed)
        return changed;
    // Where a set has no fee, the deal has added one.
    if (changed->order.dealPercent > 0 && changed->order.extra.minor > 0)
        (void)m_board.take(Scenario::DealFee, RequestKind::Create);
    afterCreate(changed->order);
    changed->order = *m_vendor.order(changed->order.id);
    return changed;
}

void ScenarioEngine::beforeCreate(OrderWish &wish)
{
    // What could not be seen is left for the next request.
    if (!wish.event || m_vendor.eventOnOffer(*wish.event) == nullptr || ticketsWanted(wish) == 0)
        return;
    const auto met = [this](Scenario scenario) { return m_board.take(scenario, RequestKind::Create); };
    if (met(Scenario::EventGone))
        m_vendor.withdraw(*wish.event);
    if (met(Scenario::PriceChanged))
        m_vendor.raisePrices(*wish.event);
    if (met(Scenario::SoldOut))
        m_vendor.takeElsewhere(wish);
    if (ticketsWanted(wish) > 1 && met(Scenario::Partial))
        askForOneLess(wish);
    if (met(Scenario::Empty)) {
        wish.random.reset();
        wish.tickets = QStringList();
    }
}

void ScenarioEngine::afterCreate(const Order &order)
{
    for (const HoldRow &row : holds) {
        if (m_board.take(row.scenario, RequestKind::Create)) {
            m_vendor.holdUntil(order.id, m_vendor.now() + row.hold);
            break;
        }
    }
    if (m_board.take(Scenario::CancelledByServer, RequestKind::Create))
        m_vendor.foresee(order.id, {ScheduledTransition::What::CancelledByVendor, m_vendor.now() + 5s});
}

tl::expected<Changed, Refusal> ScenarioEngine::change(const QString &id, const OrderWish &wish)
{
    tl::expected<Changed, Refusal> changed = m_vendor.change(id, wish);
    if (!changed || wish.status != OrderStatus::InProgress)
        return changed;
    afterStart(id);
    changed->order = *m_vendor.order(id);
    return changed;
}

void ScenarioEngine::afterStart(const QString &id)
{
    const auto hasPage = [&] { return !m_vendor.order(id)->payToken.isEmpty(); };
    for (const PageRow &row : pages) {
        if (hasPage() && m_board.take(row.scenario, RequestKind::Start)) {
            m_vendor.spoilPage(id, row.page);
            break;
        }
    }
    for (const PaymentRow &row : payments) {
        if ((row.collects == Collects::Page && !hasPage()) ||
            (row.collects == Collects::Server && !m_vendor.isConfirmedByServer(id)) ||
            !m_board.take(row.scenario, RequestKind::Start))
            continue;
        const Instant now = m_vendor.now();
        if (row.hold)
            m_vendor.holdUntil(id, now + *row.hold);
        if (row.turn)
            m_vendor.foresee(id, {*row.turn, now + row.turnAfter});
        break;
    }
}

} // namespace okoshko::sandbox
