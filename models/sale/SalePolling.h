// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"
#include "models/api/TicketingApi.h"
#include "models/sale/SaleContext.h"

#include <functional>

QT_FORWARD_DECLARE_CLASS(QObject)

namespace okoshko {

struct Order;
struct Sale;

/// Reads one order from the server and schedules the next reading (PollSchedule). Owned by SaleProcess, on its thread.
class SalePolling
{
public:
    /// Called with each answer and the number of its question.
    using Answered = std::function<void(quint64 asked, const Result<Order> &)>;

    /// All references must outlive this; \a answered is called while \a owner exists.
    SalePolling(SaleContext &context, const Sale &sale, QObject *owner, Answered answered);

    /// Reads now, unless a reading is running.
    void read();
    [[nodiscard]] bool isIdle() const { return !m_timer.isActive() && !isReading(); }
    /// Cancels the scheduled reading, not a running one.
    void stop() { m_timer.stop(); }
    /// Drops the answer of a running reading, which may be older than a change.
    void abandon();

    enum class ChangeEffect { Known, Unknown }; ///< whether all effects of changes are known
    void plan(ChangeEffect effect);
    /// Reschedules the next reading if it would now be earlier.
    void hasten(ChangeEffect effect);
    /// Waits for the server's `Retry-After`, within its bound and the remaining hold.
    void wait(std::chrono::seconds retryAfter);

    /// The state has changed: resets the counters.
    void noteNews();
    void noteAnswer();
    enum class Knows { Perhaps, No }; ///< No: repeated 404 although key and partner are right
    [[nodiscard]] Knows noteFailure(const ApiError &error);
    [[nodiscard]] int failed() const { return m_failed; } ///< consecutive failed readings

private:
    [[nodiscard]] bool isReading() const { return m_reading.isPending(); }
    [[nodiscard]] std::optional<Microseconds> pause(ChangeEffect effect);

    SaleContext &m_context;
    const Sale &m_sale;
    QObject *m_owner;
    Answered m_answered;
    Timer m_timer;
    Call m_reading;
    Microseconds m_since{0}; ///< monotonic: last change of the state
    int m_asked = 0;         ///< readings since then
    int m_failed = 0;
    int m_notFound = 0; ///< answers 404 in a row …
    Microseconds m_notFoundSince{0};
};

} // namespace okoshko
