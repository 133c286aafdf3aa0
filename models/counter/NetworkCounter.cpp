// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/counter/NetworkCounter.h"

#include "models/api/v1/V1Decode.h"
#include "models/api/v1/V1Requests.h"
#include "models/print/NoPrinting.h"
#include "models/tables/SearchText.h"

#include <utility>

namespace okoshko {

namespace {

HttpClient::Config withWords(HttpClient::Config config)
{
    config.readWords = v1::readServerWords;
    return config;
}

} // namespace

NetworkParts::NetworkParts(const HttpClient::Config &config, std::unique_ptr<JournalStore> journalStore,
                           const ServerClock::Monotonic &monotonic, const CatalogueThread::Location &copy,
                           PrintPorts printPorts)
    : serverClock(monotonic, nullptr)
    , eventLoop(serverClock)
    , http(withWords(config), serverClock)
    , v1(http)
    , seconds(serverClock)
    , store(std::move(journalStore))
    , knownEvents(copy, eventRules())
    , print(std::move(printPorts))
{
    if (!print.queue)
        print.queue = std::make_unique<NoPrinting>(eventLoop);
    if (!print.drawer)
        print.drawer = std::make_unique<NoPrinting>(eventLoop);
    QObject::connect(&seconds, &Ticker::slept, &serverClock, &ServerClock::noteSleep);
    QObject::connect(&seconds, &Ticker::slept, &http, &HttpClient::noteNetworkChange);
}

NetworkCounter::NetworkCounter(const HttpClient::Config &config, std::unique_ptr<JournalStore> journalStore,
                               const Format &format, const SalePolicy &policy, const ServerClock::Monotonic &monotonic,
                               const CatalogueThread::Location &copy, PrintPorts printPorts)
    : NetworkParts(config, std::move(journalStore), monotonic, copy, std::move(printPorts))
    , Counter(v1, serverClock, eventLoop, seconds, *store, knownEvents, *print.queue, *print.drawer, format, policy)
{
    monitor.setConnection(http.connection());
    QObject::connect(&http, &HttpClient::connectionChanged, &monitor, &ConnectionMonitor::setConnection);
}

NetworkCounter::~NetworkCounter()
{
    saleJournal.flush();
}

std::unique_ptr<ConnectionTest> makeConnectionTest(const QUrl &server, const QByteArray &key,
                                                   const QList<KnownServer> &known)
{
    QList<QUrl> others;
    for (const KnownServer &other : known) {
        if (other.environment == Environment::Live && other.url != server)
            others << other.url;
    }
    if (!known.contains(KnownServer{server, Environment::Live}))
        others.clear();
    HttpClient::Config config;
    config.server = server;
    config.key = key;
    return std::make_unique<ConnectionTest>(
        withWords(config), others,
        ConnectionTest::Generation{{v1::keylessRequest(), v1::isAnswerToKeyless, v1::isOfALaterGeneration},
                                   [](HttpClient &http) { return std::make_unique<v1::V1Api>(http); }});
}

} // namespace okoshko
