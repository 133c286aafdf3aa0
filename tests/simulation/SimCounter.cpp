// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/SimCounter.h"

#include "tests/simulation/InvariantChecker.h"
#include "tests/simulation/SimWallClock.h"

#include <algorithm>
#include <array>

using namespace std::chrono_literals;

namespace okoshko::sim {

namespace {

/// How far the computer's clock is off at a start; the first is the ordinary case.
constexpr std::array<Microseconds, 6> skews{0s, 3h, -3h, -40h, -24h * 365 * 6, 24h * 365};

} // namespace

SimCounter::Program::Program(TicketingApi &api, SimStore &store, SimScheduler &scheduler, quint32 seed)
    : clock([&scheduler] { return scheduler.now(); }, nullptr)
    , journal(store, clock, scheduler)
    , service(api, clock, scheduler, journal, SalePolicy(), seed)
{
}

SimCounter::SimCounter(int number, SimWorld &world, const StoreRates &storeRates, InvariantChecker &checker)
    : m_number(number)
    , m_world(world)
    , m_checker(checker)
    , m_store(number, world.scheduler(), world.choices(), storeRates)
    , m_port(world.line(number), world.log(), checker)
{
    m_store.onAwait = [this] {
        if (onAwait)
            onAwait();
    };
}

SimCounter::~SimCounter()
{
    m_world.line(m_number).setClock(nullptr);
}

void SimCounter::start()
{
    ++m_lives;
    Choices &choices = m_world.choices();
    const int skew = choices.unusual(300, static_cast<int>(skews.size()) - 1, {"counter.clock", m_number});
    setWallClock(m_world.vendor().now() + skews[static_cast<size_t>(skew)]);
    m_program = std::make_unique<Program>(m_port, m_store, m_world.scheduler(),
                                          static_cast<quint32>(m_number * 1000 + m_lives));
    SimLine &line = m_world.line(m_number);
    line.setClock(&m_program->clock);
    // Mostly something has asked the server before anything is sold.
    if (choices.unusual(300, 1, {"counter.unsynchronised", m_number}) == 0)
        line.feedClock();
    m_program->service.setPollSchedule(m_first, m_slowest);
    m_program->service.setPaymentSystems(m_systems);
    m_checker.lifeBegins(*this);
    if (onStarted)
        onStarted();
    m_program->service.start();
    // A program whose journal cannot be read is started again by its cashier.
    QObject::connect(&m_program->journal, &SaleJournal::troubleChanged, &m_program->journal, [this] {
        if (!m_program->service.isReady() && m_program->journal.trouble())
            crashSoon(5s);
    });
}

void SimCounter::crashSoon(Microseconds pause)
{
    if (!m_program || m_crashing != 0)
        return;
    m_crashing = m_world.scheduler().add(m_world.scheduler().now(), [this, pause] {
        m_crashing = 0;
        crash(pause);
    });
}

void SimCounter::crash(Microseconds pause)
{
    m_store.crash();
    m_checker.lifeEnds(*this);
    m_world.line(m_number).setClock(nullptr);
    m_program.reset();
    m_starting = m_world.scheduler().add(m_world.scheduler().now() + pause, [this] {
        m_starting = 0;
        start();
    });
}

void SimCounter::faultsStop()
{
    m_isCalm = true;
    m_store.faultsStop();
    m_world.scheduler().remove(std::exchange(m_crashing, 0));
    if (m_starting != 0) {
        m_world.scheduler().remove(std::exchange(m_starting, 0));
        start();
    }
}

void SimCounter::setPaymentSystems(const QList<PaymentSystem> &systems)
{
    m_systems = systems;
    if (m_program)
        m_program->service.setPaymentSystems(systems);
}

void SimCounter::setPollSchedule(std::chrono::milliseconds first, std::chrono::milliseconds slowest)
{
    m_first = first;
    m_slowest = slowest;
    if (m_program)
        m_program->service.setPollSchedule(first, slowest);
}

PaymentSystem::Confirmation SimCounter::confirmationOf(const QString &system) const
{
    const auto it = std::ranges::find_if(m_systems, [&](const PaymentSystem &each) { return each.name == system; });
    return it == m_systems.cend() ? PaymentSystem::Confirmation::ByRedirectUrl : it->confirmation;
}

} // namespace okoshko::sim
