// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/Inventory.h"
#include "app/sandbox/Order.h"
#include "app/sandbox/scenarios/Scenario.h"

namespace okoshko::sandbox {

/// A promo code that was not applied. A new order is made all the same; a change with it changes nothing.
struct PromoError
{
    QString code; ///< `promocode_not_found` …
    QString message;
};

/// An order after a change, and what of the change was not applied.
struct ChangeResult
{
    Order order;
    QList<PromoError> promoErrors;
};

/// What happens to an order by itself at a moment to come, if it still can.
struct ScheduledTransition
{
    OrderStatus to = OrderStatus::Done;
    Actor actor = Actor::PaymentPage;
    Instant at;
};

/// The orders and the rules that bind them. No HTTP and no JSON. What was to happen at a moment, a hold that
/// runs out among it, happens in catchUp(), in its right order. Every change happens whole or not at all. One thread.
class Orders
{
public:
    struct Terms
    {
        std::chrono::seconds hold = std::chrono::minutes(10); ///< how long a new order keeps its seats
        std::chrono::milliseconds processing{0}; ///< how long a change to an order keeps it from further ones
    };

    /// What the vendor does as the real one, and the documentation does not say.
    struct Habits
    {
        int dealPercent = 0;         ///< of new orders: the fee where a set has none
        bool keepsUpdatedAt = false; ///< `updated_at` does not move when an order is done or canceled
    };

    /// All must outlive this.
    Orders(Inventory &inventory, const ServerClock &clock, IdSource &ids, Terms terms);

    [[nodiscard]] tl::expected<ChangeResult, Refusal> create(const OrderRequest &request);
    [[nodiscard]] tl::expected<ChangeResult, Refusal> change(const QString &id, const OrderRequest &request);
    [[nodiscard]] tl::expected<Order, Refusal> order(const QString &id) const;
    /// By the secret part of its payment page's address.
    [[nodiscard]] tl::expected<Order, Refusal> orderByToken(const QString &token) const;
    [[nodiscard]] QList<Order> all() const; ///< the newest first
    [[nodiscard]] const Inventory &inventory() const { return m_inventory; }

    /// A change of status by another actor than the seller.
    [[nodiscard]] tl::expected<Order, Refusal> move(const QString &id, OrderStatus wanted, Actor actor);
    /// These tickets of a done order are refunded.
    void takeBack(const QString &id, const QStringList &tickets);

    void setHabits(Habits habits) { m_habits = habits; }

    // Scenarios.
    void holdUntil(const QString &id, Instant till);
    void schedule(const QString &id, ScheduledTransition transition); ///< in the place of the one before
    void spoilPage(const QString &id, PageFault fault);               ///< of an order in progress

    void catchUp();                        ///< what was to happen by now happens
    void shift(std::chrono::seconds step); ///< the clock has been moved: what is left of a hold stays

private:
    /// Everything a change would do, worked out on a copy before anything is done.
    struct Draft
    {
        Order order;
        QList<PromoError> promoErrors;
        bool seen = false; ///< something an answer shows has changed; only then `updated_at` moves, as recorded
    };

    [[nodiscard]] tl::expected<Draft, Refusal> draft(Order order, const OrderRequest &request, Instant now) const;
    void applyPromoCodes(Draft &draft, const QStringList &codes) const;
    [[nodiscard]] std::optional<Refusal> draftStatus(Draft &draft, OrderStatus wanted, Instant now) const;
    [[nodiscard]] std::optional<Refusal> draftStart(Order &order, Instant now) const;
    void price(Order &order, Instant now) const;
    [[nodiscard]] PaymentTerms termsOf(const Order &order) const; ///< its payment system must be chosen
    [[nodiscard]] int timesUsed(const PromoCode &promo, const QString &exceptOrder) const;
    [[nodiscard]] tl::expected<Order, Refusal> moveAt(const QString &id, OrderStatus wanted, Actor actor, Instant at);
    /// `updated_at` of an order that changes at `at`.
    void touch(Order &order, Instant at) const;
    void commit(Order order);
    void enterStatus(Order &order);   ///< what it does to the seats and the barcodes
    void carryOut(const QString &id); ///< its scheduled transition

    Inventory &m_inventory;
    const ServerClock &m_clock;
    IdSource &m_ids;
    Terms m_terms;
    Habits m_habits;
    QHash<QString, Order> m_orders;
    QStringList m_orderIds; ///< in the order of creation
    QStringList m_open;     ///< orders whose hold can still run out
    QHash<QString, QString> m_tokens;
    QHash<QString, ScheduledTransition> m_scheduled; ///< by order
};

} // namespace okoshko::sandbox
