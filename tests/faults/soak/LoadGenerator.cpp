// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/soak/LoadGenerator.h"

#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

constexpr int buyersAtOnce = 6;

// Of the demo catalogue: one event whose buyers pay on a page, one where the cashier collects.
const EventId pageEvent = *EventId::parse(u"56a6253df06c5a059a93802e"_s);
const SetId pageSet = *SetId::parse(u"56a6254bf06c5a059b93800c"_s);
const EventId cashEvent = *EventId::parse(u"7c5dc498be9a4f9bfc4fad21"_s);
const SetId cashSet = *SetId::parse(u"f30ce6d791b9de451b931a4d"_s);
const PaymentChoice choice{u"api/BASE"_s, {}};

} // namespace

LoadGenerator::LoadGenerator(FaultFixture &fixture)
    : m_fixture(fixture)
{
    connect(&fixture.service, &SaleService::reserved, this, &LoadGenerator::onReserved);
    connect(&fixture.service, &SaleService::saleChanged, this, &LoadGenerator::onChanged);
    connect(&fixture.service, &SaleService::reservationFailed, this,
            [this](SaleService::Attempt attempt, const ApiError &error) {
                m_asked.remove(attempt);
                m_complaints << u"not reserved: "_s + error.toLogLine();
            });
    connect(&fixture.service, &SaleService::stepFailed, this, [this](const OrderId &id, Step, const ApiError &error) {
        m_complaints << id.toString() + u": "_s + error.toLogLine();
    });
}

LoadGenerator::Course LoadGenerator::courseOf(int sale)
{
    switch (sale % 10) {
    case 3:
        return Course::GivenUpHeld;
    case 7:
        return Course::GivenUpPaying;
    case 5:
        return Course::Page;
    default: // numbers, no enum
        return Course::Cash;
    }
}

void LoadGenerator::sell(int many)
{
    m_wanted = many;
    beginMore();
}

void LoadGenerator::beginMore()
{
    while (m_begun < m_wanted && m_asked.size() + m_inProgress.size() < buyersAtOnce) {
        const Course course = courseOf(m_begun++);
        ReserveRequest request;
        request.event = course == Course::Page ? pageEvent : cashEvent;
        request.random.append({course == Course::Page ? pageSet : cashSet, 1 + m_begun % 3});
        m_asked.insert(m_fixture.service.reserve(request), course);
    }
}

void LoadGenerator::onReserved(SaleService::Attempt attempt, const OrderId &id)
{
    const Course course = m_asked.take(attempt);
    m_inProgress.insert(id, course);
    const Refusal refusal =
        course == Course::GivenUpHeld ? m_fixture.service.cancel(id) : m_fixture.service.pay(id, choice);
    if (refusal != Refusal::None)
        m_complaints << u"refused after the reservation: %1"_s.arg(static_cast<int>(refusal));
}

void LoadGenerator::onChanged(const OrderId &id)
{
    const auto course = m_inProgress.constFind(id);
    const Sale *sale = m_fixture.service.sale(id);
    if (course == m_inProgress.cend() || !sale || sale->inProgress)
        return;
    if (isFinal(sale->order.status))
        end(*sale, *course);
    else if (sale->order.status == OrderStatus::InProgress)
        goOn(*sale, *course);
}

void LoadGenerator::goOn(const Sale &sale, Course course)
{
    const OrderId id = sale.order.id;
    // Not within the signal: the desk may not have done with the change that it tells of.
    switch (course) {
    case Course::Cash:
        QMetaObject::invokeMethod(
            this, [this, id] { static_cast<void>(m_fixture.service.confirm(id)); }, Qt::QueuedConnection);
        return;
    case Course::GivenUpHeld:
    case Course::GivenUpPaying:
        QMetaObject::invokeMethod(
            this, [this, id] { static_cast<void>(m_fixture.service.cancel(id)); }, Qt::QueuedConnection);
        return;
    case Course::Page:
        pay(sale.order.payment.redirectUrl);
        return;
    }
    Q_UNREACHABLE();
}

void LoadGenerator::pay(const QUrl &page)
{
    QNetworkReply *reply = m_buyers.post(QNetworkRequest(QUrl(page.toString() + u"/pay"_s)), QByteArray());
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}

void LoadGenerator::end(const Sale &sale, Course course)
{
    const bool isPaid = sale.order.status == OrderStatus::Done;
    const bool wasToBePaid = course == Course::Cash || course == Course::Page;
    if (isPaid != wasToBePaid)
        m_complaints << sale.order.id.toString() + u" ended as "_s + toWord(sale.order.status);
    isPaid ? ++m_paid : ++m_givenUp;
    m_inProgress.remove(sale.order.id);
    beginMore();
}

} // namespace okoshko::test
