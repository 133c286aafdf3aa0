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

/// Asks the server about one order, and decides when it is asked next (PollSchedule).
class SalePolling
{
public:
    /// Called with each answer and the number of its question.
    using Answered = std::function<void(quint64 asked, const Result<Order> &)>;

    /// \a sale and \a owner, in whose life \a answered is called, must outlive this.
    SalePolling(SaleContext &context, const Sale &sale, QObject *owner, Answered answered);

    /// Asks now, unless a reading is under way.
    void read();
    [[nodiscard]] bool isReading() const { return m_reading.isPending(); }
    [[nodiscard]] bool isIdle() const { return !m_timer.isActive() && !isReading(); }
    /// Nothing is planned; a reading goes on.
    void stop() { m_timer.stop(); }
    /// The answer that is awaited would tell of the time before a change: it is not wanted.
    void abandon();

    enum class ChangeEffect { Known, Unknown }; ///< whether a change's effect is not known
    void plan(ChangeEffect effect);
    /// What is planned comes no later than it would now.
    void hasten(ChangeEffect effect);
    /// As the server asks (`Retry-After`), within its bound and the remaining hold: no question before.
    void wait(std::chrono::seconds retryAfter);

    /// The state has changed: counted anew.
    void noteNews();
    void noteAnswer();
    enum class Knows { Perhaps, No }; ///< No: 404 again and again, while neither key nor partner is in doubt
    [[nodiscard]] Knows noteFailure(const ApiError &error);
    [[nodiscard]] int failed() const { return m_failed; } ///< readings in a row

private:
    [[nodiscard]] std::optional<Microseconds> pause(ChangeEffect effect);

    SaleContext &m_context;
    const Sale &m_sale;
    QObject *m_owner;
    Answered m_answered;
    Timer m_timer;
    Call m_reading;
    Microseconds m_since{0}; ///< monotonic: when the state last changed
    int m_asked = 0;         ///< readings since the state last changed
    int m_failed = 0;
    int m_notFound = 0; ///< answers 404 in a row …
    Microseconds m_notFoundSince{0};
};

} // namespace okoshko
