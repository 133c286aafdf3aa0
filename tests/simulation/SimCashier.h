// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/InvariantChecker.h"
#include "tests/simulation/SimCounter.h"

#include <QSet>

#include <deque>

namespace okoshko::sim {

/// Which tickets there are to sell.
struct SimOffer
{
    EventId event;
    SetId free;
    SetId numbered;
};

/// The person at a counter, with buyers before her. She remembers them when the program dies.
///
/// What she does is drawn as decisions, where 0 is what an even-tempered cashier does. She presses what the windows
/// allow, and at times what they do not.
class SimCashier
{
public:
    SimCashier(SimCounter &counter, SimBuyers &buyers, InvariantChecker &checker, const SimOffer &offer);
    SimCashier(const SimCashier &) = delete;
    SimCashier &operator=(const SimCashier &) = delete;

    /// From now until \a until buyers come.
    void begin(Microseconds until);
    /// Nobody comes any more; what is open is brought to an end.
    void windUp();

private:
    struct Deal
    {
        enum class Stage { Reserving, Reserved, Paying, Over };

        int number = 0;
        QString marker;
        ReserveRequest request;
        int system = 0;
        int mind = 0; ///< what becomes of it, if all goes well
        Stage stage = Stage::Reserving;
        SaleService::Attempt attempt = 0;
        int life = 0;
        OrderId order;
        bool isUnclear = false;
        int unclearFor = 0;
        bool isDisclaimed = false;
        bool isGivenUp = false;
        bool hasMetPage = false;
        int tries = 0;
        Microseconds since{0};
    };

    void connectAll();
    void tick();
    void come(int slot);
    void reserve(Deal &deal);
    void goOn(Deal &deal);
    void goOnReserving(Deal &deal);
    void goOnReserved(Deal &deal, const Sale &sale);
    void goOnPaying(Deal &deal, const Sale &sale);
    void settleUnclear(Deal &deal, const QList<Candidate> &candidates);
    void lookAtIssues();
    void lookAtOrphans();
    void pressAnything();
    void lookAtList(const char *when, int deal);
    /// A second key right after the first.
    void hurry(const char *what, int deal);

    [[nodiscard]] QString markerOf(const Issue &issue) const;
    Refusal pay(const OrderId &order, int system, PaymentStart start = PaymentStart::Separate);
    Refusal change(const OrderId &order, const OrderChange &wanted);
    [[nodiscard]] OrderChange drawnChange(const Sale &sale, int number);
    Refusal confirm(const OrderId &order, PageSeen seen);
    Refusal cancel(const OrderId &order);
    void refresh(const OrderId &order);
    void over(Deal &deal);
    [[nodiscard]] Deal *dealOf(SaleService::Attempt attempt);
    [[nodiscard]] Deal *dealOf(const OrderId &order);
    [[nodiscard]] int draw(int n, const char *what, int number);
    [[nodiscard]] int rarely(int permille, int variants, const char *what, int number);

    SimCounter &m_counter;
    SimBuyers &m_buyers;
    InvariantChecker &m_checker;
    SimOffer m_offer;
    std::deque<Deal> m_deals;
    Microseconds m_until{0};
    Microseconds m_windUpSince{0};
    bool m_isWindingUp = false;
    int m_ticks = 0;
    int m_hurries = 0;
    int m_awaits = 0;
};

} // namespace okoshko::sim
