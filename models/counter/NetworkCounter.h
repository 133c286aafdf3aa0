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

/// What a counter stands on: the computer's time, the network and the disk.
struct NetworkParts
{
    ServerClock serverClock;
    EventLoopScheduler eventLoop;
    HttpClient http;
    v1::V1Api v1;
    SecondTicker seconds;
    std::unique_ptr<JournalStore> store;
    CatalogueThread knownEvents;

    NetworkParts(const HttpClient::Config &config, std::unique_ptr<JournalStore> journalStore,
                 const ServerClock::Monotonic &monotonic, const CatalogueThread::Location &copy);
};

/// A counter for one server and one key, from the network to the order table. The only place, with
/// makeConnectionTest(), that chooses the generation of the vendor's protocol.
class NetworkCounter final : public NetworkParts, public Counter
{
public:
    /// \a store is open, or opens before it answers. \a monotonic: a test's clock; empty = the computer's. \a copy:
    /// where the events are kept for the next start; nowhere without one.
    NetworkCounter(const HttpClient::Config &config, std::unique_ptr<JournalStore> store, const Format &format,
                   const SalePolicy &policy = {}, const ServerClock::Monotonic &monotonic = {},
                   const CatalogueThread::Location &copy = {});

    /// What waits to be written is handed to the journal's thread, which ends with it, within five seconds.
    ~NetworkCounter();
};

/// A test of \a server with \a key, not yet started. Where \a server is one of those of \a known that really sell, the
/// others of these are asked as well, without the key.
[[nodiscard]] std::unique_ptr<ConnectionTest> makeConnectionTest(const QUrl &server, const QByteArray &key,
                                                                 const QList<KnownServer> &known);

} // namespace okoshko
