// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/rig/Rig.h"

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

Rig::Rig(const QUrl &server, const QByteArray &key, const QString &folder, std::chrono::milliseconds timeout)
    : http(configOf(server, key, timeout), clock)
    , api(http)
    , scheduler(clock)
    , path(folder + u"/journal.sqlite"_s)
    , store(openStore(path))
    , journal(*store, clock, scheduler)
    , service(api, clock, scheduler, journal, shortPolicy())
{
    service.start();
    [&] { QTRY_VERIFY_WITH_TIMEOUT(service.isReady(), 60000); }();
}

JournalContents Rig::kept()
{
    std::optional<JournalContents> contents;
    [&] { QTRY_VERIFY_WITH_TIMEOUT(journal.isEmpty(), 60000); }();
    store->load({}, &service,
                [&contents](const Journaled<JournalContents> &read) { contents = read.value_or(JournalContents()); });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(contents.has_value(), 60000); }();
    return contents.value_or(JournalContents());
}

} // namespace okoshko::test
