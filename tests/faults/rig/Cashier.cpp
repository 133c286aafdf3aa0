// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/rig/Cashier.h"

#include <QMetaEnum>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

QString nameOf(Step step)
{
    switch (step) {
    case Step::StartPayment:
        return u"StartPayment"_s;
    case Step::Confirm:
        return u"Confirm"_s;
    case Step::Cancel:
        return u"Cancel"_s;
    case Step::Read:
        return u"Read"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

Cashier::Cashier(SaleService &service)
    : m_service(service)
{
    connect(&service, &SaleService::reserved, this, [this](SaleService::Attempt attempt, const OrderId &id) {
        m_told << u"reserved"_s;
        if (attempt == m_attempt)
            m_order = id;
    });
    connect(&service, &SaleService::nothingLeft, this, [this] {
        m_told << u"nothing left"_s;
        m_isRefused = true;
    });
    connect(&service, &SaleService::reservationFailed, this, [this](SaleService::Attempt, const ApiError &error) {
        m_told << u"failed "_s + toWord(error.kind);
        m_isRefused = true;
    });
    connect(&service, &SaleService::reservationSearched, this, [this] { m_told << u"searched"_s; });
    connect(&service, &SaleService::reservationUnclear, this, &Cashier::onShown);
    connect(&service, &SaleService::stepFailed, this, [this](const OrderId &, Step step, const ApiError &error) {
        m_told << nameOf(step) + u' ' + toWord(error.kind);
    });
    connect(&service, &SaleService::saleChanged, this, &Cashier::onSaleChanged);
}

void Cashier::reserve(const ReserveRequest &request)
{
    m_order = {};
    m_shown.clear();
    m_isRefused = false;
    ++m_asked;
    m_attempt = m_service.reserve(request);
}

void Cashier::onShown(SaleService::Attempt attempt, const QList<Candidate> &candidates)
{
    // Told again when their seats are known.
    const QString words = u"shown %1"_s.arg(candidates.size());
    if (m_told.isEmpty() || m_told.last() != words)
        m_told << words;
    m_shown.clear();
    for (const Candidate &candidate : candidates)
        m_shown << candidate.order;
    if (candidates.isEmpty() || m_says == Says::Nothing)
        return;
    // Not within the signal: the desk may not have done with what it tells of.
    const OrderId claimed = m_says == Says::Mine ? candidates.first().order.id : OrderId();
    QMetaObject::invokeMethod(
        this,
        [this, attempt, claimed] {
            if (claimed.isNull())
                m_service.disclaim(attempt);
            else
                m_service.claim(attempt, claimed);
        },
        Qt::QueuedConnection);
}

/// That a reading failed is told with the sale, not as a step; once, however often it is tried.
void Cashier::onSaleChanged(const OrderId &id)
{
    const Sale *sale = m_service.sale(id);
    if (!sale || !sale->failure || sale->failure->step != Step::Read)
        return;
    const QString words = nameOf(Step::Read) + u' ' + toWord(sale->failure->error.kind);
    if (m_told.isEmpty() || m_told.last() != words)
        m_told << words;
}

} // namespace okoshko::test
