// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/PollPace.h"

#include <QList>

#include <chrono>

namespace okoshko {

/// How long and how often the desk waits before it asks again, sends again, or tells the cashier that it cannot tell.
struct Patience
{
    using Milliseconds = std::chrono::milliseconds;

    PollPace pace;
    int mostConflicts = 10;             ///< so often a change is sent again after 409 or 429
    Milliseconds conflictPause{1000};   ///< where the server names no other (`Retry-After`)
    Milliseconds releasePause{5000};    ///< before seats that could not be given back are tried again; grows
    int mostReadBacks = 5;              ///< failed readings after a change of unknown outcome, until it is a doubt
    Milliseconds bankPatience{300000};  ///< past the end of the hold, until a payment counts as abandoned
    int mostEnded = 1000;               ///< ended sales that are kept in memory; the journal keeps all
    /// Pauses before each look for a reservation whose answer was lost. The last lie beyond the time-out, for a server
    /// that is slow may act after we have given up waiting.
    QList<Milliseconds> looks{Milliseconds(500),  Milliseconds(1500), Milliseconds(3000),
                              Milliseconds(5000), Milliseconds(10000), Milliseconds(15000)};
    Milliseconds clockSlack{2000}; ///< an order that was made so long before it was asked for may still be it
    Milliseconds neighbours{3600000}; ///< orders of others within this time show that others sell the same event
};

} // namespace okoshko
