// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/rig/Rig.h"

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

Patience Rig::shortPatience()
{
    Patience brief;
    brief.pace.first = 40ms;
    brief.pace.slowest = 400ms;
    brief.mostConflicts = 4;
    brief.conflictPause = 30ms;
    brief.releasePause = 60ms;
    brief.looks = {30ms, 60ms, 120ms, 250ms, 400ms};
    return brief;
}

Rig::Rig(const QUrl &server, const QByteArray &key, const QString &folder, std::chrono::milliseconds timeout)
    : http(configOf(server, key, timeout), clock)
    , api(http)
    , journal(*Journal::open(folder + u"/journal.sqlite"_s, {}, u"tester"_s))
    , book(*journal, clock)
    , desk({api, clock, ticker, book}, shortPatience())
{
    QObject::connect(&beat, &QTimer::timeout, &ticker, &Ticker::second);
    beat.start(20ms);
}

} // namespace okoshko::test
