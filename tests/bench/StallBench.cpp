// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/HandlerTimes.h"
#include "tests/bench/PressedTill.h"
#include "tests/bench/Rows.h"
#include "tests/bench/Till.h"
#include "tests/faults/soak/VendorProcess.h"

#include "app/WindowController.h"
#include "app/settings/Languages.h"
#include "app/settings/Settings.h"
#include "app/settings/WindowState.h"
#include "models/counter/NetworkCounter.h"
#include "models/journal/JournalThread.h"
#include "ui/main/MainWindow.h"

#include <QTemporaryDir>

#include <algorithm>

#include <poll.h>

using namespace Qt::StringLiterals;

namespace okoshko::bench {

namespace {

constexpr int sales = 200;
constexpr int atOnce = 10;
constexpr int commitTakes = 50; ///< milliseconds

// Of the demo catalogue: a category with a thousand tickets, whose money the seller collects.
const EventId largeEvent = *EventId::parse(u"01dbd21d1c5ec66bc5d7c9cf"_s);
const SetId largeSet = *SetId::parse(u"a71cbd434168f80d5878b2d1"_s);
constexpr int largestOrder = 300;

/// On a disk that takes its time.
Journaled<std::unique_ptr<Journal>> openSlowly(const QString &path)
{
    auto journal = Journal::open(path, {}, u"bench"_s);
    if (journal)
        (*journal)->setBeforeCommit([] { ::poll(nullptr, 0, commitTakes); });
    return journal;
}

void tellLongest(QList<HandlerTimes::Handler> handlers)
{
    constexpr qsizetype many = 5;
    tell(u"%1 handlers took longer than 1 ms, the longest:"_s.arg(handlers.size()));
    std::sort(handlers.begin(), handlers.end(), [](const auto &a, const auto &b) { return a.took > b.took; });
    for (const HandlerTimes::Handler &handler : handlers.first(std::min(many, handlers.size())))
        tell(u"  "_s + handler.toString());
}

} // namespace

QList<Row> measureStall(const QString &folder)
{
    const test::VendorProcess vendor({u"--catalogue"_s, QStringLiteral(OKOSHKO_CATALOGUE)});
    const QTemporaryDir files(folder + u"/stall-XXXXXX"_s);
    HttpClient::Config config;
    config.server = vendor.url();
    config.key = test::VendorProcess::key();
    Settings settings(files.path());
    WindowState memory(files.path());
    Languages languages;
    languages.setLanguage(Format::Language::Russian);
    auto store =
        std::make_unique<JournalThread>([path = files.filePath(u"journal.sqlite"_s)] { return openSlowly(path); });
    store->open(qApp, [](const Journaled<JournalOpened> &opened) {
        if (!opened)
            qFatal("the journal cannot be opened");
    });
    NetworkCounter counter(config, std::move(store), Format(Format::Language::Russian));
    WindowController windows(counter, settings, memory, languages, {MainWindow::Mode::Live});
    windows.main().resize(1280, 800);
    windows.main().show();
    counter.start();
    runUntil([&counter] { return counter.service.isReady() && !counter.catalogue.events().isEmpty(); });

    auto &times = *static_cast<HandlerTimes *>(qApp);
    Till till(counter.service);
    times.begin();
    till.sell(sales, atOnce);
    const QList<HandlerTimes::Handler> handlers = times.end();
    tellLongest(handlers);
    double longest = 0;
    double longestPreempted = 0;
    for (const HandlerTimes::Handler &handler : handlers) {
        longest = std::max(longest, handler.own());
        if (handler.isPreempted())
            longestPreempted = std::max(longestPreempted, handler.took);
    }
    return {{u"stall_sale_ms"_s, longest, u"ms"_s, {}, HandlerTimes::longest},
            {u"stall_sale_preempted_ms"_s, longestPreempted, u"ms"_s, {}, 0}};
}

Row measurePrintStall(const QString &folder, int orders)
{
    const test::VendorProcess vendor({u"--catalogue"_s, QStringLiteral(OKOSHKO_CATALOGUE)});
    PressedTill till(vendor.url(), folder, PressedTill::sheets);
    Counter &counter = till.counter();
    auto &times = *static_cast<HandlerTimes *>(qApp);
    QList<HandlerTimes::Handler> handlers;
    for (int i = 0; i < orders; ++i) {
        // The window takes at most Basket::maxPerSet of a category.
        OrderId id;
        const auto reserved = QObject::connect(&counter.service, &SaleService::reserved, qApp,
                                               [&id](SaleService::Attempt, const OrderId &order) { id = order; });
        counter.service.reserve({.event = largeEvent, .random = {{largeSet, largestOrder}}});
        runUntil([&id] { return !id.isNull(); });
        QObject::disconnect(reserved);
        till.window().orders().select(id);
        till.press(Qt::Key_Return);
        till.pressWhen(u"startPaymentButton"_s, Qt::Key_Return);
        till.askToConfirm();
        times.begin();
        const double begun = now();
        const double accepted = till.confirm() - begun;
        till.awaitPrinted();
        runUntil([&counter, &id] { return counter.printing.stateOf(id) == PrintState::Printed; });
        handlers << times.end();
        tell(u"order %1 of %2, %3 tickets: at CUPS after %4 ms, known as printed after %5 ms"_s.arg(i + 1)
                 .arg(orders)
                 .arg(counter.service.sale(id)->tickets.size())
                 .arg(accepted, 0, 'f', 0)
                 .arg(now() - begun, 0, 'f', 0));
        till.nextBuyer();
    }
    tellLongest(handlers);
    double longest = 0;
    for (const HandlerTimes::Handler &handler : handlers)
        longest = std::max(longest, handler.own());
    return {u"stall_print_ms"_s, longest, u"ms"_s, {}, HandlerTimes::longest};
}

} // namespace okoshko::bench
