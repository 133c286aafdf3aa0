// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"
#include "models/domain/Instant.h"

#include <QFlags>
#include <QList>

namespace okoshko {

/// Something about money or seats that needs a person's attention. It stays open until somebody has resolved it,
/// whatever happens to the program meanwhile; some are resolved when the server says how the order stands. An issue
/// that was resolved is not raised again for the same cause.
struct Issue
{
    enum class Kind {
        PaidTooLate = 1 << 0,        ///< the money came after the order had expired or was cancelled
        UnknownOutcome = 1 << 1,     ///< it cannot be told whether the server did what was asked of it (`intent`)
        AbandonedAtBank = 1 << 2,    ///< the buyer went to pay, the hold is long over, and the server still waits
        SeatsShort = 1 << 3,         ///< paid, with fewer seats than when the payment was started
        UnknownReservation = 1 << 4, ///< a create was not answered (`intent`): one of `candidates` may be its order
        UnknownToServer = 1 << 5,    ///< the server says that it does not know this counter's order (404)
        FoundAgain = 1 << 6,         ///< taken for this counter's by an earlier version, which could not be certain
    };
    Q_DECLARE_FLAGS(Kinds, Kind)

    qint64 id = 0; ///< given by whoever raises it, above all ids that the journal knows
    Kind kind = Kind::UnknownOutcome;
    OrderId order; ///< null where it is not even known which order
    EventId event;
    qint64 number = 0; ///< of the order; 0 while there is none
    int wanted = 0;    ///< seats asked for or paid for
    int got = 0;       ///< seats that are there
    qint64 intent = 0; ///< that it is about; 0 = none
    QList<OrderId> candidates;
    Instant since{}; ///< server time

    friend bool operator==(const Issue &, const Issue &) = default;
};

} // namespace okoshko
