// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"
#include "models/domain/Instant.h"

#include <QList>
#include <QString>

#include <optional>

namespace okoshko {

/// Something about money or seats that a person has to settle. It stays until somebody has dealt with it, whatever
/// happens to the program meanwhile; some settle themselves when the server at last says how the order stands.
struct Unsettled
{
    enum class Kind {
        PaidTooLate,     ///< the money came after the order had expired or was cancelled
        UnknownOutcome,  ///< it cannot be told whether the server acted
        AbandonedAtBank, ///< the buyer went to pay, the hold is long over, and the server still waits
        SeatsShort,      ///< paid, with fewer seats than when the payment was started
    };

    qint64 id = 0; ///< given by the journal
    Kind kind = Kind::UnknownOutcome;
    OrderId order; ///< null where it is not even known which order
    EventId event;
    qint64 number = 0;       ///< of the order; 0 while there is none
    int wanted = 0;          ///< seats asked for or paid for
    int got = 0;             ///< seats that are there
    QList<OrderId> perhaps;  ///< for an order that is not known: those that it may be
    Instant since{};         ///< server time

    friend bool operator==(const Unsettled &, const Unsettled &) = default;
};

} // namespace okoshko
