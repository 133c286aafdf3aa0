// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/kill/Killer.h"

#include <QTimer>

namespace okoshko::test {

Killer::Killer(const Death &death, AppProcess &life, FaultyProxy &proxy)
    : m_death(death)
    , m_life(life)
    , m_proxy(proxy)
    , m_meant(planFor(death.request, Fault::CutBefore))
{
    connect(&proxy, &FaultyProxy::asked, this, &Killer::onAsked);
    connect(&proxy, &FaultyProxy::answered, this, &Killer::onAnswered);
    switch (death.when) {
    case When::AtRandom:
        QTimer::singleShot(death.delay, Qt::PreciseTimer, this, &Killer::strike);
        return;
    case When::Paid:
        return;
    case When::Before:
    case When::After:
    case When::Later:
        // A sale's own polling begins when its payment is out; before it, other orders are read.
        if (death.request != Request::Poll || death.task == Task::Recover)
            arm();
        return;
    }
    Q_UNREACHABLE();
}

void Killer::arm()
{
    m_isArmed = true;
    if (m_death.when == When::Before)
        m_proxy.plan(m_meant);
}

void Killer::onPaid()
{
    if (m_death.when == When::Paid)
        strike();
}

void Killer::onAsked(const SeenRequest &request)
{
    if (m_isArmed && m_death.when == When::Before && m_meant.means(request))
        strike();
}

void Killer::onAnswered(const SeenRequest &request)
{
    const bool isBySteps = m_death.when == When::Before || m_death.when == When::After || m_death.when == When::Later;
    if (!m_isArmed) {
        if (isBySteps && planFor(Request::Start, Fault::CutBefore).means(request))
            arm();
        return;
    }
    if (!m_meant.means(request))
        return;
    if (m_death.when == When::After)
        strike();
    else if (m_death.when == When::Later)
        QTimer::singleShot(m_death.delay, Qt::PreciseTimer, this, &Killer::strike);
}

void Killer::strike()
{
    if (!m_life.isRunning())
        return;
    m_hasStruck = true;
    m_life.kill();
}

} // namespace okoshko::test
