// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/PlainTill.h"
#include "tests/bench/Rows.h"
#include "tests/bench/Till.h"
#include "tests/faults/soak/VendorProcess.h"

#include "models/api/EventLoopScheduler.h"
#include "models/api/ServerClock.h"
#include "models/api/http/HttpClient.h"
#include "models/api/v1/V1Api.h"
#include "models/journal/JournalThread.h"
#include "models/sale/SaleJournal.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace okoshko::bench {

namespace {

/// Port, heart and journal, as the program puts them together.
struct Heart
{
    Heart(const HttpClient::Config &config, const QString &path)
        : http(config, clock)
        , api(http)
        , scheduler(clock)
        , store([path] { return Journal::open(path, {}, u"bench"_s); })
        , journal(store, clock, scheduler)
        , service(api, clock, scheduler, journal)
    {
        store.open(&service, [](const Journaled<JournalOpened> &opened) {
            if (!opened)
                qFatal("the journal cannot be opened");
        });
        service.start();
        runUntil([this] { return service.isReady(); });
    }

    ServerClock clock;
    HttpClient http;
    v1::V1Api api;
    EventLoopScheduler scheduler;
    JournalThread store;
    SaleJournal journal;
    SaleService service;
};

} // namespace

namespace {

Row measure(const QString &name, std::chrono::milliseconds latency, double toReach, const QString &folder,
            PaymentStart start)
{
    const int salesAtATime = latency.count() == 0 ? 20 : 5;
    // With the demo's own number of seats: to keep a hundred thousand in order takes the sandbox longer than all else.
    const test::VendorProcess vendor(
        {u"--catalogue"_s, QStringLiteral(OKOSHKO_CATALOGUE), u"--latency"_s, QString::number(latency.count())});
    const QTemporaryDir files(folder + u"/sale-XXXXXX"_s);
    HttpClient::Config config;
    config.server = vendor.url();
    config.key = test::VendorProcess::key();
    Heart heart(config, files.filePath(u"journal.sqlite"_s));
    Till till(heart.service, start);
    PlainTill plain(config.server, config.key, files.filePath(u"plain.sqlite"_s));
    const auto sell = [&](int many) {
        QList<double> took;
        for (int i = 0; i < many; ++i) {
            took << till.sell();
            runUntil([&heart] { return heart.journal.isEmpty(); });
        }
        return median(took);
    };
    constexpr int untilLogIsFull = 60; // sales, until SQLite writes over its log
    sell(untilLogIsFull);
    return sideBySide(
        name, toReach, [&] { return sell(salesAtATime); },
        [&] {
            QList<double> took;
            for (int i = 0; i < salesAtATime; ++i)
                took << plain.sell();
            return median(took);
        });
}

} // namespace

Row measureSale(const QString &name, std::chrono::milliseconds latency, double toReach, const QString &folder)
{
    return measure(name, latency, toReach, folder, PaymentStart::Separate);
}

Row measureExpress(const QString &name, std::chrono::milliseconds latency, double toReach, const QString &folder)
{
    return measure(name, latency, toReach, folder, PaymentStart::Combined);
}

} // namespace okoshko::bench
