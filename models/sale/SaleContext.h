// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"
#include "models/api/ServerClock.h"
#include "models/domain/Scheduler.h"
#include "models/domain/StorageError.h"
#include "models/domain/Text.h"
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

/// The durations (monotonic time) and limits of selling.
struct SalePolicy
{
    using Milliseconds = std::chrono::milliseconds;

    PollSchedule poll;
    /// Retries of a change answered with 409 or 429.
    RetryPolicy conflict{Milliseconds(1000), Milliseconds(10000), 10};
    /// Retries of a cancellation.
    RetryPolicy release{Milliseconds(5000), Milliseconds(180000), 0};
    /// Replaces an unknown end of hold: from sending a create, or from the last answer that showed the order open.
    Milliseconds assumedHold{600000};
    /// A create that is not answered by then counts as lost, and its order is searched for; unsent requests have failed
    /// before. A later answer is still accepted.
    Milliseconds createLimit{46000};
    /// How long after a lost answer a request may still take effect.
    Milliseconds lateEffect{60000};
    int readsUntilIssue = 5;          ///< failed readings after a change of unknown effect until it becomes an issue
    int notFoundUntilIssue = 3;       ///< answers 404 …
    Milliseconds notFoundSpan{60000}; ///< … over at least so long, until the server counts as not knowing the order
    int maxEnded = 1000;              ///< ended sales kept in memory; the journal keeps all
    Milliseconds listSpan{86400000};  ///< period of the order list
    Milliseconds listPause{120000};   ///< between readings of the list while it has open orders of other counters
    /// Pauses between the searches for the order of an unanswered create; after the last one growing.
    QList<Milliseconds> looks{Milliseconds(500),  Milliseconds(1500),  Milliseconds(3000),
                              Milliseconds(5000), Milliseconds(10000), Milliseconds(15000)};
    RetryPolicy look{Milliseconds(15000), Milliseconds(120000), 0};
    Milliseconds candidateBefore{5000}; ///< an order created up to so long before the sending is a candidate
    Milliseconds candidateAfter{60000}; ///< … and up to so long after its answer was given up
};

class SaleJournal;
class TicketingApi;

/// Shared by the classes of models/sale: API, journal, clocks, policy, and the numbering of requests. Owned by
/// SaleService, used on its thread.
struct SaleContext
{
    TicketingApi &api;
    const ServerClock &clock;
    Scheduler &scheduler;
    SaleJournal &journal;
    SalePolicy policy;
    QRandomGenerator random;

    bool keyRefused = false;             ///< answered 401: selling stops
    bool isCombinedStartRefused = false; ///< in this session: payments are started by separate requests

    /// Numbers the requests, and the answers to changes, in order: the answer with the greater number is newer.
    [[nodiscard]] quint64 nextQuestion() { return ++lastQuestion; }
    quint64 lastQuestion = 0;

    [[nodiscard]] Instant now() const { return clock.now(); }

    /// Updates keyRefused from an answer.
    void noteAnswer(const ApiError *error)
    {
        if (!error)
            keyRefused = false;
        else if (error->kind == ErrorKind::Unauthorized && !std::exchange(keyRefused, true))
            onKeyRefused();
    }
    std::function<void()> onKeyRefused; ///< set by SaleService
};

/// The error of a step whose intent could not be journaled.
[[nodiscard]] inline ApiError notRecorded(const JournalError &error)
{
    return {.kind = ErrorKind::NotRecorded, .detail = enumName(error.kind) + QStringLiteral(": ") + error.detail};
}

/// The server has refused the step; a retry is useless.
[[nodiscard]] inline bool isRefusal(const ApiError &error)
{
    return error.effect == Effect::None && (error.kind == ErrorKind::BadRequest || error.kind == ErrorKind::Forbidden);
}

/// The server asks to wait before a retry: the change was not made.
[[nodiscard]] inline bool asksToWait(const ApiError &error)
{
    return error.kind == ErrorKind::Conflict || error.kind == ErrorKind::TooManyRequests;
}

} // namespace okoshko
