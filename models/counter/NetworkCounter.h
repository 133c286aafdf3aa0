// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/EventLoopScheduler.h"
#include "models/api/http/HttpClient.h"
#include "models/api/v1/V1Api.h"
#include "models/catalogue/CatalogueThread.h"
#include "models/counter/Counter.h"
#include "models/domain/ServerAddress.h"
#include "models/journal/JournalStore.h"
#include "models/setup/ConnectionTest.h"

#include <memory>

namespace okoshko {

/// How the computer prints. Null: it does not (NoPrinting).
struct PrintPorts
{
    std::unique_ptr<PrintQueue> queue;
    std::unique_ptr<TicketDrawer> drawer;
};

/// The parts of a counter that use clock, network, disk and print service.
struct NetworkParts
{
    ServerClock serverClock;
    EventLoopScheduler eventLoop;
    HttpClient http;
    v1::V1Api v1;
    SecondTicker seconds;
    std::unique_ptr<JournalStore> store;
    CatalogueThread knownEvents;
    PrintPorts print;

    NetworkParts(const HttpClient::Config &config, std::unique_ptr<JournalStore> journalStore,
                 const ServerClock::Monotonic &monotonic, const CatalogueThread::Location &copy, PrintPorts printPorts);
};

/// A counter with its network, for one server and one key. Together with makeConnectionTest() the only place that
/// chooses the generation of the vendor's protocol. Lives on the main thread.
class NetworkCounter final : public NetworkParts, public Counter
{
public:
    /// \a store is open, or opens before it answers. \a monotonic: a test's clock; empty = the computer's. \a copy:
    /// path of the copy of the events; empty = none.
    NetworkCounter(const HttpClient::Config &config, std::unique_ptr<JournalStore> store, const Format &format,
                   const SalePolicy &policy = {}, const ServerClock::Monotonic &monotonic = {},
                   const CatalogueThread::Location &copy = {}, PrintPorts printPorts = {});

    /// Hands waiting entries to the journal's thread and waits up to five seconds until they are written.
    ~NetworkCounter();
};

/// Makes a test of \a server with \a key, not started yet. If \a server is a live server in \a known, the other live
/// ones are asked as well, without key.
[[nodiscard]] std::unique_ptr<ConnectionTest> makeConnectionTest(const QUrl &server, const QByteArray &key,
                                                                 const QList<KnownServer> &known);

} // namespace okoshko
