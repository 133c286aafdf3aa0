// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Till.h"

#include "tests/bench/Measured.h"

using namespace Qt::StringLiterals;

namespace okoshko::bench {

namespace {

// Of the demo catalogue: an event whose buyers pay on a page.
const EventId soldEvent = *EventId::parse(u"56a6253df06c5a059a93802e"_s);
const SetId soldSet = *SetId::parse(u"56a6254bf06c5a059b93800c"_s);
const PaymentChoice page{u"api/BASE"_s, {}};

} // namespace

Till::Till(SaleService &service, PaymentStart start)
    : m_service(service)
    , m_start(start)
{
    connect(&service, &SaleService::reserved, this, [this](SaleService::Attempt, const OrderId &id) {
        m_open << id;
        if (m_service.pay(id, page, m_start) != Refusal::None)
            qFatal("the payment was refused");
    });
    connect(&service, &SaleService::redirectReady, this, [this](const OrderId &id) {
        m_shownAt = now();
        ++m_shown;
        // Not within the signal: what it tells of may not be over.
        QMetaObject::invokeMethod(
            this, [this, id] { static_cast<void>(m_service.cancel(id)); }, Qt::QueuedConnection);
    });
    connect(&service, &SaleService::saleChanged, this, [this](const OrderId &id) {
        const Sale *sale = m_service.sale(id);
        if (sale && !sale->inProgress && sale->order.status == OrderStatus::Canceled && m_open.remove(id))
            ++m_ended;
    });
    connect(&service, &SaleService::reservationFailed, this, [](SaleService::Attempt, const ApiError &error) {
        qFatal("not reserved: %s", qPrintable(error.toLogLine()));
    });
    connect(&service, &SaleService::stepFailed, this, [](const OrderId &, Step, const ApiError &error) {
        qFatal("a step failed: %s", qPrintable(error.toLogLine()));
    });
}

void Till::reserve()
{
    ReserveRequest request;
    request.event = soldEvent;
    request.eventTitle = u"Вечер записанных заказов"_s;
    request.random.append({soldSet, 1});
    ++m_asked;
    m_service.reserve(request);
}

double Till::sell()
{
    const double begun = now();
    reserve();
    runUntil([this] { return m_shown == m_asked; });
    const double took = m_shownAt - begun;
    runUntil([this] { return m_ended == m_asked; });
    return took;
}

void Till::sell(int many, int atOnce)
{
    const int wanted = m_asked + many;
    while (m_ended < wanted) {
        while (m_asked < wanted && m_asked - m_ended < atOnce)
            reserve();
        const int before = m_ended;
        runUntil([this, before] { return m_ended != before; });
    }
}

} // namespace okoshko::bench
