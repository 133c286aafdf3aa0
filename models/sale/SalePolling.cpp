// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/SalePolling.h"

#include "models/api/TicketingApi.h"
#include "models/sale/Sale.h"
#include "models/sale/SaleJournal.h"

#include <algorithm>

namespace okoshko {

SalePolling::SalePolling(SaleContext &context, const Sale &sale, QObject *owner, Answered answered)
    : m_context(context)
    , m_sale(sale)
    , m_owner(owner)
    , m_answered(std::move(answered))
    , m_timer(context.scheduler)
    , m_since(context.scheduler.now())
{
}

void SalePolling::read()
{
    if (isReading())
        return;
    m_timer.stop();
    const quint64 asked = m_context.nextQuestion();
    m_reading = m_context.api.order(m_sale.order.id, m_owner, [this, asked](const Result<Order> &result) {
        ++m_asked;
        m_answered(asked, result);
    });
}

void SalePolling::abandon()
{
    m_timer.stop();
    m_reading.abandon();
}

std::optional<Microseconds> SalePolling::pause(ChangeEffect effect)
{
    return m_context.policy.poll.next(m_sale, m_context.now(),
                                      {.asked = m_asked,
                                       .failed = m_failed,
                                       .since = m_context.scheduler.now() - m_since,
                                       .isEffectUnknown = effect == ChangeEffect::Unknown,
                                       .isUnknown = m_sale.isUnknownToServer,
                                       .random = m_context.random.generate()});
}

void SalePolling::plan(ChangeEffect effect)
{
    const auto next = pause(effect);
    if (!next)
        m_timer.stop();
    else if (!isReading())
        m_timer.start(*next, [this] { read(); });
}

void SalePolling::hasten(ChangeEffect effect)
{
    const auto next = isReading() ? std::nullopt : pause(effect);
    if (next && (!m_timer.isActive() || m_timer.due() > m_context.scheduler.now() + *next))
        m_timer.start(*next, [this] { read(); });
}

void SalePolling::wait(std::chrono::seconds retryAfter)
{
    Microseconds bounded = std::min<Microseconds>(retryAfter, longestRetryAfter);
    const auto &till = m_sale.order.reservedTill;
    if (till && *till > m_context.now())
        bounded = std::min<Microseconds>(bounded, *till - m_context.now());
    if (!m_timer.isActive() || m_timer.due() - m_context.scheduler.now() < bounded)
        m_timer.start(bounded, [this] { read(); });
}

void SalePolling::noteNews()
{
    m_asked = 0;
    m_since = m_context.scheduler.now();
}

void SalePolling::noteAnswer()
{
    m_failed = 0;
    m_notFound = 0;
}

SalePolling::Knows SalePolling::noteFailure(const ApiError &error)
{
    ++m_failed;
    const Microseconds now = m_context.scheduler.now();
    if (error.kind != ErrorKind::NotFound || m_context.keyRefused || m_context.journal.isForeign())
        m_notFound = 0;
    else if (m_notFound++ == 0)
        m_notFoundSince = now;
    const bool isUnknown =
        m_notFound >= m_context.policy.notFoundUntilIssue && now - m_notFoundSince >= m_context.policy.notFoundSpan;
    return isUnknown ? Knows::No : Knows::Perhaps;
}

} // namespace okoshko
