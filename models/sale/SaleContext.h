// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"
#include "models/api/ServerClock.h"
#include "models/domain/Scheduler.h"
#include "models/domain/StorageError.h"
#include "models/sale/PollSchedule.h"
#include "models/sale/Retry.h"

#include <QList>
#include <QLoggingCategory>
#include <QRandomGenerator>

#include <chrono>
#include <functional>
#include <utility>

namespace okoshko {

/// "okoshko.sale" in the log.
Q_DECLARE_LOGGING_CATEGORY(saleLog)

/// The durations and bounds of selling. All of them are durations of a monotonic clock.
struct SalePolicy
{
    using Milliseconds = std::chrono::milliseconds;

    PollSchedule poll;
    /// A change that was answered 409 or 429 is sent again.
    RetryPolicy conflict{Milliseconds(1000), Milliseconds(10000), 10};
    /// Seats that could not be given back are tried again.
    RetryPolicy release{Milliseconds(5000), Milliseconds(180000), 0};
    /// Without a hold that tells how long it is worth waiting: from sending a create, or from the last answer that
    /// showed the order alive.
    Milliseconds assumedHold{600000};
    /// A create that is not answered by then counts as lost, and its order is looked for; what the port could not send
    /// it has given up before. An answer that comes later is taken all the same.
    Milliseconds createLimit{46000};
    /// After an answer was lost: so long a slow server may still act on the request.
    Milliseconds lateEffect{60000};
    int readsUntilIssue = 5;          ///< failed readings after a change of unknown outcome, until it is an issue
    int notFoundUntilIssue = 3;       ///< answers 404 …
    Milliseconds notFoundSpan{60000}; ///< … over at least so long, until the server counts as not knowing the order
    int maxEnded = 1000;              ///< ended sales that are kept in memory; the journal keeps all
    Milliseconds listSpan{86400000};  ///< the order list is asked for so far back
    Milliseconds listPause{120000};   ///< the list is read again while it holds open orders of other counters
    /// Pauses before each look for the order of a create without an answer; then the last one, growing.
    QList<Milliseconds> looks{Milliseconds(500),  Milliseconds(1500),  Milliseconds(3000),
                              Milliseconds(5000), Milliseconds(10000), Milliseconds(15000)};
    RetryPolicy look{Milliseconds(15000), Milliseconds(120000), 0};
    Milliseconds candidateBefore{5000}; ///< created so long before the create was sent, an order may still be its
    Milliseconds candidateAfter{60000}; ///< … and so long after its answer was given up
};

class SaleJournal;
class TicketingApi;

/// What the rules of selling share: the port, the journal, the time, and the order of questions to the server. Owned by
/// SaleService.
struct SaleContext
{
    TicketingApi &api;
    const ServerClock &clock;
    Scheduler &scheduler;
    SaleJournal &journal;
    SalePolicy policy;
    QRandomGenerator random;

    bool keyRefused = false; ///< the server said 401: selling stops

    /// Each question to the server gets a number, in the order of asking; so do the answers to changes. What was asked
    /// later and answered is newer.
    [[nodiscard]] quint64 nextQuestion() { return ++lastQuestion; }
    quint64 lastQuestion = 0;

    [[nodiscard]] Instant now() const { return clock.now(); }

    /// Heeds what an answer says about the key.
    void noteAnswer(const ApiError *error)
    {
        if (!error)
            keyRefused = false;
        else if (error->kind == ErrorKind::Unauthorized && !std::exchange(keyRefused, true))
            onKeyRefused();
    }
    std::function<void()> onKeyRefused; ///< set by SaleService
};

/// Why a step was refused whose intent the journal did not take.
[[nodiscard]] inline ApiError notRecorded(const JournalError &error)
{
    return {.kind = ErrorKind::NotRecorded, .detail = toWord(error.kind) + QStringLiteral(": ") + error.detail};
}

/// The server has refused the step itself, and will refuse it again.
[[nodiscard]] inline bool isRefusal(const ApiError &error)
{
    return error.effect == Effect::None && (error.kind == ErrorKind::BadRequest || error.kind == ErrorKind::Forbidden);
}

/// The server asks to wait before the same change is sent again: it is certainly not done.
[[nodiscard]] inline bool asksToWait(const ApiError &error)
{
    return error.kind == ErrorKind::Conflict || error.kind == ErrorKind::TooManyRequests;
}

} // namespace okoshko
