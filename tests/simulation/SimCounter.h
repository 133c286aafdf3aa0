// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/SimStore.h"
#include "tests/simulation/WatchedPort.h"
#include "tests/simulation/vendor/SimWorld.h"

#include "models/api/ServerClock.h"
#include "models/sale/SaleJournal.h"
#include "models/sale/SaleService.h"

#include <memory>

namespace okoshko::sim {

class InvariantChecker;

/// The real rules of selling of one counter: they die at any moment, and are started anew over the same journal and
/// line.
class SimCounter
{
public:
    SimCounter(int number, SimWorld &world, const StoreRates &storeRates, InvariantChecker &checker);
    ~SimCounter();
    SimCounter(const SimCounter &) = delete;
    SimCounter &operator=(const SimCounter &) = delete;

    void start();
    /// Dies as soon as what runs now has ended, and is started anew after \a pause.
    void crashSoon(Microseconds pause);
    /// Nobody dies any more; who is dead is started at once.
    void faultsStop();

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] SimWorld &world() { return m_world; }
    [[nodiscard]] SimStore &store() { return m_store; }
    /// Null while it is dead.
    [[nodiscard]] SaleService *service() const { return m_program ? &m_program->service : nullptr; }
    [[nodiscard]] SaleJournal *journal() const { return m_program ? &m_program->journal : nullptr; }
    [[nodiscard]] ServerClock *clock() const { return m_program ? &m_program->clock : nullptr; }
    [[nodiscard]] bool isReady() const { return m_program && m_program->service.isReady(); }
    /// Counts the starts.
    [[nodiscard]] int life() const { return m_lives; }

    /// The cashier's settings survive as well.
    void setPaymentSystems(const QList<PaymentSystem> &systems);
    void setPollSchedule(std::chrono::milliseconds first, std::chrono::milliseconds slowest);
    [[nodiscard]] std::chrono::milliseconds firstPause() const { return m_first; }
    [[nodiscard]] std::chrono::milliseconds slowestPause() const { return m_slowest; }
    [[nodiscard]] PaymentSystem::Confirmation confirmationOf(const QString &system) const;

    /// Called after each start, to connect to the new objects.
    std::function<void()> onStarted;
    /// Called at moments at which something is awaited; it may call crashSoon().
    std::function<void()> onAwait;

private:
    struct Program
    {
        Program(TicketingApi &api, SimStore &store, SimScheduler &scheduler, quint32 seed);

        ServerClock clock;
        SaleJournal journal;
        SaleService service;
    };

    void crash(Microseconds pause);

    int m_number;
    SimWorld &m_world;
    InvariantChecker &m_checker;
    SimStore m_store;
    WatchedPort m_port;
    std::unique_ptr<Program> m_program;
    Scheduler::TaskId m_crashing = 0;
    Scheduler::TaskId m_starting = 0;
    int m_lives = 0;
    bool m_isCalm = false;
    QList<PaymentSystem> m_systems;
    std::chrono::milliseconds m_first{2000};
    std::chrono::milliseconds m_slowest{30000};
};

} // namespace okoshko::sim
