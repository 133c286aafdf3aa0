// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/vendor/SimRequest.h"

#include <QByteArray>
#include <QHash>

#include <deque>
#include <optional>
#include <vector>

namespace okoshko::sim {

/// Who did something.
struct Actor
{
    enum class Kind {
        Counter,
        Buyer,
        Server, ///< the vendor by itself: expiry, the night's reset, the organiser
    };

    Kind kind = Kind::Server;
    int counter = 0; ///< for Kind::Counter
    int request = 0; ///< the counter's request that did it

    friend bool operator==(const Actor &, const Actor &) = default;
};

/// Something that really happened.
struct VendorLogEntry
{
    enum class What {
        Created,      ///< `to` is Executed, `seats` how many it got
        Chosen,       ///< a payment system was set
        Moved,        ///< `from` → `to`
        PaymentMade,  ///< the buyer has paid at the page; the server does not know yet
        MoneyLanded,  ///< the server knows of the payment
        CashHanded,   ///< the cashier has the buyer's money
        CashReturned, ///< … and gave it back
        SeatsChanged, ///< the order now has `seats`
        Forgotten,    ///< the vendor does not know the order any more
    };

    Microseconds at{0};
    What what = What::Created;
    Actor actor;
    OrderId order;
    OrderStatus from = OrderStatus::Unknown;
    OrderStatus to = OrderStatus::Unknown;
    Money sum;
    int seats = 0;

    friend bool operator==(const VendorLogEntry &, const VendorLogEntry &) = default;
};

/// A request of a counter and what became of it.
struct VendorLogRequest
{
    enum class End {
        Pending,
        Value,   ///< `then` got a value
        Error,   ///< `then` got `error`
        Dropped, ///< nobody was told: the context was gone or the call was abandoned
    };

    int counter = 0;
    int number = 0;
    RequestKind kind = RequestKind::Events;
    OrderId order; ///< the one asked about; for reserve the one that was created
    Microseconds sentAt{0};
    std::optional<Microseconds> reachedAt; ///< when the vendor got it
    std::optional<Microseconds> effectAt;  ///< when it changed something
    std::optional<Microseconds> endedAt;
    End end = End::Pending;
    ErrorKind error = ErrorKind::Abandoned; ///< of meaning with End::Error, as the next two
    Effect effect = Effect::None;           ///< what the counter was told about it
    int httpStatus = 0;

    friend bool operator==(const VendorLogRequest &, const VendorLogRequest &) = default;
};

/// What really happened, for a checker. The counters under test must not see it.
class VendorLog
{
public:
    void add(const VendorLogEntry &entry);
    /// Gives the new request its number.
    VendorLogRequest &addRequest(int counter, RequestKind kind, const OrderId &order, Microseconds at);
    [[nodiscard]] VendorLogRequest &request(int counter, int number);

    [[nodiscard]] const std::vector<VendorLogEntry> &entries() const { return m_entries; }
    [[nodiscard]] std::vector<VendorLogEntry> entriesOf(const OrderId &order) const;
    [[nodiscard]] const std::deque<VendorLogRequest> &requests(int counter) const;
    [[nodiscard]] int counters() const { return static_cast<int>(m_requests.size()); }

    /// How often \a counter sent \a kind about \a order (null = about any) from \a from until just before \a until.
    [[nodiscard]] int requestCount(int counter, RequestKind kind, const OrderId &order = {},
                                   Microseconds from = Microseconds(0), Microseconds until = Microseconds::max()) const;

    /// In the order of their making; \a counter 0 = all.
    [[nodiscard]] QList<OrderId> ordersMadeBy(int counter) const;
    [[nodiscard]] std::optional<VendorLogEntry> creation(const OrderId &order) const;
    /// The request that created \a order; null if there is no such order.
    [[nodiscard]] const VendorLogRequest *creatingRequest(const OrderId &order) const;
    /// Whether the counter that created \a order got the answer.
    [[nodiscard]] bool isCreationTold(const OrderId &order) const;
    /// The last time that \a order moved to \a to, and who did it: by whom it was canceled, started, paid, confirmed.
    [[nodiscard]] std::optional<VendorLogEntry> lastMove(const OrderId &order, OrderStatus to) const;
    /// Nothing before its creation.
    [[nodiscard]] std::optional<OrderStatus> statusAt(const OrderId &order, Microseconds at) const;
    [[nodiscard]] int count(const OrderId &order, VendorLogEntry::What what) const;

    /// Every entry and every request, one a line; two runs are the same exactly if these are.
    [[nodiscard]] QByteArray toText() const;

private:
    std::vector<VendorLogEntry> m_entries;
    QHash<OrderId, std::vector<size_t>> m_byOrder;
    std::vector<std::deque<VendorLogRequest>> m_requests; ///< by counter
};

} // namespace okoshko::sim
