// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Catalogue.h"
#include "IdSource.h"
#include "Inventory.h"
#include "Order.h"
#include "Refusal.h"
#include "Wish.h"

namespace okoshko::sandbox {

/// A promo code that was not applied. A new order is made all the same; a change with it changes nothing.
struct PromoTrouble
{
    QString code; ///< `promocode_not_found` …
    QString message;
};

/// What befalls an order by itself at a moment to come, if it still can.
struct ScheduledTransition
{
    enum class What { Paid, PaidLate, Declined, CancelledByVendor };

    What what;
    Instant at;
};

/// An order after a change, and what of the change did not come true.
struct Changed
{
    Order order;
    QList<PromoTrouble> troubles;
};

/// The ticket vendor: his events, seats, orders and refunds, and the rules that bind them. It knows no HTTP and no
/// JSON answers, and takes the time from the clock it is given. What was to happen at a moment, a hold that runs out
/// among it, happens at the first question asked after that moment, in its right order. Every change happens whole or
/// not at all. One thread.
class Vendor
{
public:
    struct Terms
    {
        std::chrono::seconds hold = std::chrono::minutes(10); ///< how long a new order keeps its seats
        std::chrono::milliseconds processing{0}; ///< how long a change to an order keeps it from further ones
        std::optional<quint64> seed;
    };

    Vendor(Catalogue catalogue, Terms terms, Clock clock);

    [[nodiscard]] const Catalogue &catalogue() const { return m_catalogue; }
    [[nodiscard]] Instant now() const { return m_clock() + m_ahead; }
    /// The event, unless it is gone or never was.
    [[nodiscard]] const Event *eventOnOffer(const QString &id) const;
    [[nodiscard]] const Inventory &stock();

    [[nodiscard]] tl::expected<Changed, Refusal> create(const OrderWish &wish);
    [[nodiscard]] tl::expected<Changed, Refusal> change(const QString &id, const OrderWish &wish);
    [[nodiscard]] tl::expected<Order, Refusal> order(const QString &id);
    [[nodiscard]] QList<Order> orders(); ///< the newest first

    /// The payment page's side. The token is the secret part of its address.
    [[nodiscard]] tl::expected<Order, Refusal> orderByToken(const QString &token);
    [[nodiscard]] tl::expected<Order, Refusal> settlePayment(const QString &token, bool paid);

    [[nodiscard]] tl::expected<Refund, Refusal> createRefund(const RefundWish &wish);
    [[nodiscard]] tl::expected<Refund, Refusal> decideRefund(const QString &id, RefundStatus decision);
    [[nodiscard]] tl::expected<Refund, Refusal> refund(const QString &id) const;
    [[nodiscard]] QList<Refund> refunds() const; ///< the oldest first

    // Levers: what the protocol has no request for, and a scenario brings about.

    /// What the vendor does as the real one, and the documentation does not say.
    struct Habits
    {
        int dealPercent = 0;        ///< of new orders: the fee where a set has none
        bool updatedStands = false; ///< `updated_at` does not move when an order is done or canceled
    };
    void setHabits(Habits habits) { m_habits = habits; }
    /// Whether neither a page nor the seller says that the order is paid; and saying so, or that it is given up.
    [[nodiscard]] bool isConfirmedByServer(const QString &id);
    [[nodiscard]] tl::expected<Order, Refusal> settle(const QString &id, bool paid);

    /// Moves the server's clock, and with it every moment written into an order: what is left of a hold stays.
    void setClockAhead(std::chrono::seconds ahead);
    void holdUntil(const QString &id, Instant till);
    void foresee(const QString &id, ScheduledTransition turn); ///< in the place of what was foreseen before
    enum class Page { None, Forbidden, Left };
    /// Takes the payment page of an order in progress away, says a forbidden address in its place, or stops its clicks.
    void spoilPage(const QString &id, Page page);
    /// For a minute: all that the wish asks for is with somebody else; the event's prices are higher; it is gone.
    void takeElsewhere(const OrderWish &wish);
    void raisePrices(const QString &event);
    void withdraw(const QString &event);

private:
    /// Everything a change would do, worked out on a copy before anything is done.
    struct Draft
    {
        Order order;
        QList<PromoTrouble> troubles;
        bool seen = false; ///< something an answer shows has changed; only then `updated_at` moves, as recorded
    };

    [[nodiscard]] tl::expected<Draft, Refusal> draft(Order order, const OrderWish &wish, Instant now) const;
    enum class Applied { No, Yes };
    /// Yes: all of them.
    Applied applyPromoCodes(Draft &draft, const QStringList &codes) const;
    [[nodiscard]] std::optional<Refusal> draftStatus(Draft &draft, OrderStatus wanted, Instant now) const;
    [[nodiscard]] std::optional<Refusal> draftStart(Draft &draft, Instant now) const;
    [[nodiscard]] PaymentTerms termsOf(const Order &order) const; ///< its payment system must be chosen
    [[nodiscard]] int timesUsed(const PromoCode &promo, const QString &exceptOrder) const;
    [[nodiscard]] static std::optional<Refusal> presaleRefusal(const Event &event, const OrderWish &wish);
    /// `updated_at` of an order that changes at `at`.
    void touch(Order &order, Instant at) const;
    void commit(Order order);
    void arrive(Order &order); ///< what entering a status does to the seats and the barcodes
    void catchUp();            ///< what was to happen by now happens
    void expire(const QString &id);
    void happen(const QString &id); ///< its turn
    void regainTickets(const QString &id);
    void returnFromElsewhere();
    [[nodiscard]] Event *eventFor(const QString &id);

    Catalogue m_catalogue;
    Terms m_terms;
    Clock m_clock;
    Habits m_habits;
    std::chrono::seconds m_ahead{0};
    IdSource m_ids;
    Inventory m_stock;
    QHash<QString, Order> m_orders;
    QStringList m_orderIds; ///< in the order of creation
    QStringList m_open;     ///< orders whose hold can still run out
    QHash<QString, QString> m_tokens;
    QList<Refund> m_refunds;
    QHash<QString, ScheduledTransition> m_turns;        ///< by order
    QList<std::pair<Instant, QStringList>> m_elsewhere; ///< tickets that others hold, and until when
};

} // namespace okoshko::sandbox
