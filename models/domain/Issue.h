// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"
#include "models/domain/Instant.h"

#include <QFlags>
#include <QList>

namespace okoshko {

/// A problem with money or seats that a person has to deal with. It stays open, across restarts, until it is resolved
/// by a person or, for some kinds, by a new state reported by the server. A resolved issue is not raised again for the
/// same cause.
struct Issue
{
    enum class Kind {
        PaidTooLate = 1 << 0,        ///< paid after the order had expired or was cancelled
        UnknownOutcome = 1 << 1,     ///< it is unknown whether the server carried out `intent`
        AbandonedAtBank = 1 << 2,    ///< the payment was started, the hold is long over, and the server still waits
        SeatsShort = 1 << 3,         ///< paid, with fewer seats than at the start of the payment
        UnknownReservation = 1 << 4, ///< a create (`intent`) was not answered: its order may be one of `candidates`
        UnknownToServer = 1 << 5,    ///< the server does not know this counter's order (404)
        FoundAgain = 1 << 6,         ///< assigned to this counter by an earlier version without certainty
        MoneyTaken = 1 << 7,         ///< the cashier had put the money into the drawer, and it was not paid with it
    };
    Q_DECLARE_FLAGS(Kinds, Kind)

    qint64 id = 0; ///< assigned by the raiser, greater than all ids in the journal
    Kind kind = Kind::UnknownOutcome;
    OrderId order; ///< null if the order is unknown
    EventId event;
    qint64 number = 0; ///< of the order; 0 while there is none
    int wanted = 0;    ///< seats asked for or paid for
    int got = 0;       ///< seats that are there
    qint64 intent = 0; ///< the intent concerned; 0 = none
    QList<OrderId> candidates;
    Instant since{}; ///< server time

    friend bool operator==(const Issue &, const Issue &) = default;
};

} // namespace okoshko
