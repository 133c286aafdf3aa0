// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/SimRun.h"

#include "tests/simulation/SimCashier.h"
#include "tests/simulation/SimCounter.h"

#include <array>
#include <deque>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::sim {

namespace {

/// Of a run: nothing unusual, some of it, much of it, the line alone, the disk alone.
SimRates ratesOf(int profile)
{
    SimRates rates = profile == 0 || profile == 4 ? SimRates::calm()
                     : profile == 2               ? SimRates::storm()
                                                  : SimRates::rough();
    if (profile == 3) {
        // One fault in many requests, so that each is met by itself.
        SimRates quiet = SimRates::calm();
        quiet.line.fill(2);
        quiet.jitter = 200;
        quiet.basePage = 300;
        quiet.terseChange = 30;
        return quiet;
    }
    if (profile != 0 && profile != 4)
        rates.revivedCanceled = 300;
    return rates;
}

StoreRates storeRatesOf(int profile)
{
    if (profile == 0 || profile == 3)
        return {};
    return {.slow = 60, .refused = 15, .full = 4, .damaged = 2, .unreadable = 100, .slowLoad = 300};
}

/// What the organiser, other sellers and the night do.
class Elsewhere
{
public:
    Elsewhere(SimWorld &world, const SimOffer &offer, Microseconds until)
        : m_world(world)
        , m_offer(offer)
        , m_until(until)
    {
        SimScheduler &scheduler = world.scheduler();
        if (const int night = world.choices().unusual(30, 90, {"world.night"}))
            scheduler.post(until / 100 * night, [this] { m_world.vendor().forgetAll(); });
        scheduler.post(1min, [this] { goOn(); });
    }

private:
    void goOn()
    {
        SimScheduler &scheduler = m_world.scheduler();
        if (scheduler.now() >= m_until)
            return;
        ++m_times;
        if (m_world.choices().chance(30, {"world.refund", m_times})) {
            const QList<OrderId> paid = m_world.vendor().paid();
            if (!paid.isEmpty())
                m_world.vendor().refund(paid.first());
        }
        if (const int sold = m_world.choices().unusual(60, 4, {"world.sells", m_times}))
            m_world.vendor().sellElsewhere(m_offer.free, sold);
        scheduler.post(scheduler.now() + 1min, [this] { goOn(); });
    }

    SimWorld &m_world;
    SimOffer m_offer;
    Microseconds m_until;
    int m_times = 0;
};

} // namespace

SimRun SimRun::run(Choices given, Telling telling)
{
    const int profile = given.choose(5, {"run.profile"});
    const int counters = 1 + given.choose(5, {"run.counters"});
    static constexpr std::array<Microseconds, 5> lengths{12min, 5min, 20min, 35min, 55min};
    const Microseconds until = lengths[static_cast<size_t>(given.choose(5, {"run.length"}))];
    const StoreRates storeRates = storeRatesOf(profile);

    SimWorld world(std::move(given), ratesOf(profile), counters);
    SimOffer offer;
    offer.event = world.stock().addEvent(u"simulation"_s, SimWorld::recordedStart() + 48h);
    offer.free = world.stock().addSet(offer.event, u"free"_s, Money::fromMinor(50000), Money::fromMinor(5000), 14,
                                      TicketSet::Seating::Free);
    offer.numbered = world.stock().addSet(offer.event, u"numbered"_s, Money::fromMinor(90000), Money(), 10,
                                          TicketSet::Seating::Numbered);
    world.drawWindows(until);

    SimRun result;
    {
        InvariantChecker checker(world);
        if (telling == Telling::Whole)
            checker.traceEvents();
        std::deque<SimCounter> all;
        std::deque<SimCashier> cashiers;
        for (int i = 1; i <= counters; ++i)
            all.emplace_back(i, world, storeRates, checker);
        for (SimCounter &counter : all) {
            checker.addCounter(counter);
            cashiers.emplace_back(counter, world.buyers(), checker, offer);
        }
        for (SimCounter &counter : all)
            counter.start();
        for (SimCashier &cashier : cashiers)
            cashier.begin(until);
        Elsewhere elsewhere(world, offer, until);

        SimScheduler &scheduler = world.scheduler();
        const auto goOn = [&](Microseconds end) {
            while (!checker.violation()) {
                const auto next = scheduler.next();
                if (!next || *next > end)
                    break;
                scheduler.step();
            }
            scheduler.runUntil(checker.violation() ? scheduler.now() : end);
            return !checker.violation();
        };
        const auto rest = [&] {
            for (Microseconds at = 30s; at <= until; at += 30s) {
                if (!goOn(at))
                    return;
                checker.look();
            }
            world.faultsStop();
            for (SimCounter &counter : all)
                counter.faultsStop();
            for (SimCashier &cashier : cashiers)
                cashier.windUp();
            checker.faultsStop();
            if (!goOn(until + 5min))
                return;
            checker.checkGivenUp();
            for (Microseconds at = until + 6min; at <= until + 62min; at += 30s) {
                if (!goOn(at))
                    return;
                checker.look();
            }
            if (!checker.violation())
                checker.checkEnd();
        };
        rest();
        const QString inconsistency = world.vendor().inconsistency();
        if (!inconsistency.isEmpty())
            checker.fail("vendor", inconsistency);
        result.violation = checker.violation();
        result.coverage = checker.coverage();
        result.steps = scheduler.stepsRun();
        if (telling == Telling::Whole)
            result.trace = checker.trace();
    }
    result.schedule = world.choices().recorded();
    for (const Choices::Draw &draw : std::as_const(result.schedule)) {
        if (!draw.label.startsWith("line.fault:"))
            continue;
        const QList<QByteArray> parts = draw.label.split(':');
        const VendorLogRequest &request = world.log().request(parts.at(1).toInt(), parts.at(2).toInt());
        result.coverage.meet(request.kind, static_cast<LineFault>(draw.value));
    }
    return result;
}

} // namespace okoshko::sim
