// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"
#include "models/api/ServerClock.h"
#include "models/domain/JournalError.h"
#include "models/domain/Scheduler.h"
#include "models/sale/SalePolicy.h"

#include <QRandomGenerator>

#include <functional>
#include <utility>

namespace okoshko {

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
