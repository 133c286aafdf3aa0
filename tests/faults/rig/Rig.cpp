// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/rig/Rig.h"

#include "tests/faults/rig/Await.h"
#include "tests/faults/rig/QuickTime.h"
#include "tests/support/OpenStore.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test {

namespace {

HttpClient::Config configOf(const QUrl &server, const QByteArray &key, std::chrono::milliseconds timeout)
{
    HttpClient::Config config;
    config.server = server;
    config.key = key;
    config.timeout = timeout;
    return config;
}

/// Empty for the computer's.
ServerClock::Monotonic monotonicOf(const QuickTime *time)
{
    if (!time)
        return {};
    return [time] { return time->now(); };
}

} // namespace

SalePolicy Rig::shortPolicy()
{
    SalePolicy brief;
    brief.poll.first = 40ms;
    brief.poll.slowest = 400ms;
    brief.conflict = {30ms, 200ms, 4};
    brief.release = {60ms, 2000ms, 0};
    brief.lateEffect = 1500ms;
    brief.looks = {30ms, 60ms, 120ms, 250ms, 400ms};
    brief.look = {400ms, 1000ms, 0};
    brief.candidateAfter = 1500ms;
    return brief;
}

Rig::Rig(const QUrl &server, const QByteArray &key, const QString &folder, std::chrono::milliseconds timeout,
         QuickTime *ownTime)
    : time(ownTime)
    , clock(monotonicOf(ownTime), nullptr)
    , http(configOf(server, key, timeout), clock)
    , api(http)
    , loop(clock)
    , scheduler(loop)
    , path(folder + u"/journal.sqlite"_s)
    , store(openStore(path))
    , journal(*store, clock, scheduler)
    , service(api, clock, scheduler, journal, shortPolicy())
{
    if (time)
        time->add(*this);
    service.start();
    [&] { QVERIFY(await([this] { return service.isReady(); }, 60s) == Came::Yes); }();
}

Rig::~Rig()
{
    if (time)
        time->remove(*this);
}

JournalContents Rig::kept()
{
    std::optional<JournalContents> contents;
    [&] { QVERIFY(await([this] { return journal.isEmpty(); }, 60s) == Came::Yes); }();
    store->load({}, &service,
                [&contents](const Journaled<JournalContents> &read) { contents = read.value_or(JournalContents()); });
    [&] { QVERIFY(await([&contents] { return contents.has_value(); }, 60s) == Came::Yes); }();
    return contents.value_or(JournalContents());
}

} // namespace okoshko::test
