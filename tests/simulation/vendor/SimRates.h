// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

namespace okoshko::sim {

/// What can happen to one request on its way. The order is that of the recorded values: 0 is None.
enum class LineFault {
    None,
    Slow,              ///< the answer needs seconds more, perhaps more than the client waits
    Refused,           ///< never sent
    LostBefore,        ///< cut; the vendor never got it
    SilentBefore,      ///< no answer; the vendor never got it
    LostAfter,         ///< cut after the effect
    SilentAfter,       ///< the effect, and no answer
    LateEffect,        ///< reaches the vendor after the client's time-out
    LostThenEffect,    ///< cut at the client; reaches the vendor later
    Conflict,          ///< 409 without a change of ours that could explain it
    TooMany,           ///< 429
    TooManyShort,      ///< 429, Retry-After: 2
    TooManyLong,       ///< 429, Retry-After: 3600
    ServerFaultBefore, ///< 502, not passed on
    ServerFaultAfter,  ///< 500 after the effect
    NotJsonBefore,     ///< a proxy's page with 200; not passed on
    NotJsonAfter,      ///< a body that is no JSON, after the effect
    WrongShapeAfter,   ///< a field of the wrong type, after the effect
    OtherOrderAfter,   ///< the answer to another question, after the effect
    TooLargeAfter,     ///< a body past the cap, after the effect
    UnexpectedStatus,  ///< a status that the protocol does not have, without effect
};

inline constexpr std::size_t lineFaultCount = static_cast<std::size_t>(LineFault::UnexpectedStatus);

/// How often what is unusual happens, each in a thousand.
struct SimRates
{
    std::array<int, lineFaultCount> line{}; ///< of requests; the first is LineFault::Slow
    int jitter = 0;                         ///< of requests: some milliseconds more each way, so that answers cross

    // Of changes.
    int slowProcessing = 0;  ///< the order is busy for up to a minute before the effect
    int lingeringLock = 0;   ///< … or for some seconds after it
    int terseChange = 0;     ///< the answer to a change leaves fields out
    int repeatAccepted = 0;  ///< 200 where the order already is where it shall go, instead of 400
    int lazyCancel = 0;      ///< 200 to a cancel before the order moves, or that never moves it
    int systemForbidden = 0; ///< 403 to the choice of a payment system
    int confirmRefused = 0;  ///< 400 "Not enough money" to a confirmation that is allowed
    int combinedRefused = 0; ///< 400 to a payment system and a start in one request
    int changeRefused = 0;   ///< 400 to a change that is allowed
    int codeRefused = 0;     ///< 200 with an error, and the promo code is not applied

    // Of answers with orders.
    int terseRead = 0;
    int turnedTickets = 0; ///< tickets in another order

    // Of lists of orders.
    int cutList = 0;
    int listWithHoles = 0; ///< orders are missing although the list is whole as far as anyone can tell
    int listWithoutDates = 0;

    // Of orders.
    int shortOrder = 0;      ///< fewer tickets than asked for, or none, although there are some
    int dealFee = 0;         ///< the deal adds a fee that the price before did not tell
    int basePage = 0;        ///< a seller-collects system that has a page all the same
    int confirmWithPage = 0; ///< … where the seller may confirm all the same
    int strangeWord = 0;     ///< a status word that nobody knows, for a while, at a move
    int lateExpiry = 0;      ///< the server expires the order seconds to minutes after the end of its hold
    int slowBank = 0;        ///< money needs minutes from the page to the server, or until after the end of the hold
    int keptExpired = 0;     ///< money for an expired order does not make it done
    int revivedCanceled =
        0; ///< money for a canceled order makes it done; not in the vendor documentation, so off in every preset
    int cancelRefused = 0;    ///< 400 to a cancel while money is under way
    int declineStays = 0;     ///< declined at the page, and the order stays in progress
    int invoiceUnpaid = 0;    ///< an invoice that is never paid, or that the server cancels
    int organiserCancels = 0; ///< the server cancels a held order by itself

    // Of each kind of window, for each counter and for all.
    int window = 0;

    friend bool operator==(const SimRates &, const SimRates &) = default;

    /// Nothing unusual.
    [[nodiscard]] static SimRates calm() { return {}; }
    /// A bad day: every fault happens, most requests are well.
    [[nodiscard]] static SimRates rough();
    /// Half of all requests have a fault.
    [[nodiscard]] static SimRates storm();
};

} // namespace okoshko::sim
