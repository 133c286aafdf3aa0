// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/Inventory.h"
#include "app/sandbox/Order.h"
#include "app/sandbox/scenarios/Scenario.h"

namespace okoshko::sandbox {

/// A promo code that was not applied. A new order is made without it; a change with it changes nothing.
struct PromoError
{
    QString code; ///< `promocode_not_found` …
    QString message;
};

/// An order after a change, and the promo codes that were not applied.
struct ChangeResult
{
    Order order;
    QList<PromoError> promoErrors;
};

/// A status change at a future moment, if it is possible then.
struct ScheduledTransition
{
    OrderStatus to = OrderStatus::Done;
    Actor actor = Actor::PaymentPage;
    Instant at;
};

/// The orders and their rules, without HTTP and JSON. Scheduled transitions and the ends of holds happen in catchUp(),
/// in the order of their times. Every change is done whole or not at all. One thread.
class Orders
{
public:
    struct Terms
    {
        std::chrono::seconds hold = std::chrono::minutes(10); ///< how long a new order holds its seats
        std::chrono::milliseconds processing{0};              ///< how long a changed order refuses further changes
    };

    /// Undocumented behaviour of the real vendor.
    struct Habits
    {
        int dealPercent = 0;         ///< for new orders: the fee of sets without a fee
        bool keepsUpdatedAt = false; ///< `updated_at` stays when an order is done or canceled
    };

    /// All must outlive this.
    Orders(Inventory &inventory, const ServerClock &clock, IdSource &ids, Terms terms);

    [[nodiscard]] tl::expected<ChangeResult, Refusal> create(const OrderRequest &request);
    [[nodiscard]] tl::expected<ChangeResult, Refusal> change(const QString &id, const OrderRequest &request);
    [[nodiscard]] tl::expected<Order, Refusal> order(const QString &id) const;
    /// The order with this token in its payment page's address.
    [[nodiscard]] tl::expected<Order, Refusal> orderByToken(const QString &token) const;
    [[nodiscard]] QList<Order> all() const; ///< the newest first
    [[nodiscard]] const Inventory &inventory() const { return m_inventory; }

    /// A change of status by an actor other than the seller.
    [[nodiscard]] tl::expected<Order, Refusal> move(const QString &id, OrderStatus wanted, Actor actor);
    /// Refunds these tickets of a done order; by the organiser's fault with their fees.
    void takeBack(const QString &id, const QStringList &tickets, Culprit culprit);

    void setHabits(Habits habits) { m_habits = habits; }

    // For scenarios:
    void holdUntil(const QString &id, Instant till);
    void schedule(const QString &id, ScheduledTransition transition); ///< replaces an earlier one
    void spoilPage(const QString &id, PageFault fault);               ///< of an order in progress

    void catchUp();                        ///< processes everything due by now
    void shift(std::chrono::seconds step); ///< the clock was moved by `step`; the remaining time of holds stays

private:
    /// The result of a change, computed on a copy.
    struct Draft
    {
        Order order;
        QList<PromoError> promoErrors;
        bool seen = false; ///< a field in answers has changed; only then `updated_at` changes, as recorded
    };

    [[nodiscard]] tl::expected<Draft, Refusal> draft(Order order, const OrderRequest &request, Instant now) const;
    void applyPromoCodes(Draft &draft, const QStringList &codes) const;
    [[nodiscard]] std::optional<Refusal> draftStatus(Draft &draft, OrderStatus wanted, Instant now) const;
    [[nodiscard]] std::optional<Refusal> draftStart(Order &order, Instant now) const;
    void price(Order &order, Instant now) const;
    [[nodiscard]] PaymentTerms termsOf(const Order &order) const; ///< its payment system must be set
    [[nodiscard]] int timesUsed(const PromoCode &promo, const QString &exceptOrder) const;
    [[nodiscard]] tl::expected<Order, Refusal> moveAt(const QString &id, OrderStatus wanted, Actor actor, Instant at);
    /// Sets `updated_at` for a change at `at`.
    void touch(Order &order, Instant at) const;
    void commit(Order order);
    void enterStatus(Order &order);   ///< changes seats and barcodes for the new status
    void carryOut(const QString &id); ///< executes its scheduled transition

    Inventory &m_inventory;
    const ServerClock &m_clock;
    IdSource &m_ids;
    Terms m_terms;
    Habits m_habits;
    QHash<QString, Order> m_orders;
    QStringList m_orderIds; ///< in the order of creation
    QStringList m_open;     ///< whose holds can still end
    QHash<QString, QString> m_tokens;
    QHash<QString, ScheduledTransition> m_scheduled; ///< by order
};

} // namespace okoshko::sandbox
