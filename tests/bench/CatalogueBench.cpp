// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/HandlerTimes.h"
#include "tests/bench/LargeVendor.h"
#include "tests/bench/Rows.h"

#include "app/WindowController.h"
#include "app/settings/Languages.h"
#include "app/settings/Settings.h"
#include "app/settings/WindowState.h"
#include "app/tour/InputDriver.h"
#include "models/counter/NetworkCounter.h"
#include "models/journal/JournalThread.h"
#include "models/tables/SearchText.h"

#include <QAbstractItemView>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko::bench {

namespace {

/// Tells whether a widget was painted.
class PaintWatch final : public QObject
{
public:
    explicit PaintWatch(QWidget &widget) { widget.installEventFilter(this); }

    bool isPainted = false;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        isPainted = isPainted || event->type() == QEvent::Paint;
        return QObject::eventFilter(watched, event);
    }
};

/// A counter with its windows, and its profile in \a folder.
struct CounterWindows
{
    CounterWindows(const QUrl &server, const QString &folder)
        : settings(folder)
        , memory(folder)
    {
        languages.setLanguage(Format::Language::Russian);
        HttpClient::Config config;
        config.server = server;
        config.key = LargeVendor::key();
        auto store = std::make_unique<JournalThread>(
            [path = folder + u"/journal.sqlite"_s] { return Journal::open(path, {}, u"bench"_s); });
        store->open(qApp, [](const Journaled<JournalOpened> &opened) {
            if (!opened)
                qFatal("the journal cannot be opened");
        });
        counter = std::make_unique<NetworkCounter>(config, std::move(store), Format(Format::Language::Russian),
                                                   SalePolicy(), ServerClock::Monotonic(),
                                                   CatalogueThread::Location{folder + u"/catalogue.sqlite"_s, {}});
        windows = std::make_unique<WindowController>(*counter, settings, memory, languages,
                                                     WindowController::AccountInfo{MainWindow::Mode::Live});
        windows->main().resize(1280, 800);
        windows->main().show();
        hand = std::make_unique<InputDriver>(windows->main());
    }

    [[nodiscard]] qsizetype known() const { return counter->catalogue.events().size(); }
    void readAll()
    {
        counter->start();
        runUntil([this] {
            return known() >= LargeVendor::events && counter->catalogue.state() == EventCatalogue::State::Read;
        });
    }
    [[nodiscard]] QAbstractItemView &list() const { return *hand->find<QAbstractItemView>(u"eventList"_s); }

    Settings settings;
    WindowState memory;
    Languages languages;
    std::unique_ptr<NetworkCounter> counter;
    std::unique_ptr<WindowController> windows;
    std::unique_ptr<InputDriver> hand;
};

/// The longest handler of the main thread while all events arrive, on the page that shows them.
double stallOf(const QUrl &server, const QString &folder)
{
    CounterWindows shop(server, folder);
    shop.hand->press(Qt::Key_F2);
    auto &times = *static_cast<HandlerTimes *>(qApp);
    times.begin();
    shop.readAll();
    double longest = 0;
    for (const HandlerTimes::Handler &handler : times.end()) {
        if (handler.own() > longest)
            tell(u"  %1 ms: event %2 to %3"_s.arg(handler.own(), 0, 'f', 1)
                     .arg(handler.event)
                     .arg(QString::fromLatin1(handler.receiver)));
        longest = std::max(longest, handler.own());
    }
    return longest;
}

double openOnce(const CounterWindows &shop)
{
    const double begun = now();
    shop.hand->press(Qt::Key_F2);
    PaintWatch watch(*shop.list().viewport());
    runUntil([&watch] { return watch.isPainted; });
    const double took = now() - begun;
    if (shop.list().model()->rowCount() < LargeVendor::events)
        qFatal("the list lacks events");
    return took;
}

/// From the key \a text on until the rows that it finds are painted; \a typed stands in the field then.
double keyOnce(const CounterWindows &shop, const QString &text, const QString &typed)
{
    PaintWatch watch(*shop.list().viewport());
    const double begun = now();
    shop.hand->type(text);
    runUntil([&watch] { return watch.isPainted; });
    const double took = now() - begun;
    const auto &events = shop.counter->catalogue.events();
    const auto wanted = std::count_if(events.cbegin(), events.cend(), [&](const KnownEventPtr &event) {
        return beginsAll(event->words + u'\n' + event->places, searchWords(typed));
    });
    if (shop.list().model()->rowCount() != wanted)
        qFatal("%lld rows instead of %lld", qlonglong(shop.list().model()->rowCount()), qlonglong(wanted));
    return took;
}

/// The one event that builds the window anew in \a language.
double rebuildOnce(const CounterWindows &shop, Format::Language language)
{
    auto &handlers = static_cast<HandlerTimes &>(*qApp);
    handlers.begin();
    Q_EMIT shop.windows->main().languageRequested(language);
    runUntil([&shop] { return !shop.windows->isToRebuild(); });
    double longest = 0;
    for (const HandlerTimes::Handler &handler : handlers.end())
        longest = std::max(longest, handler.own());
    return longest;
}

double proportionalSize()
{
    QFile file(u"/proc/self/smaps_rollup"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.mid(4).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

} // namespace

QList<Row> measureCatalogue(const QString &folder)
{
    const QTemporaryDir files(folder + u"/catalogue-XXXXXX"_s);
    QList<Row> rows;
    {
        const LargeVendor vendor;
        rows << Row{u"stall_catalogue_ms"_s, stallOf(vendor.url(), files.path()), u"ms"_s, {}, 16};
    }
    // The copy alone: the server is gone.
    const CounterWindows shop(QUrl(u"http://127.0.0.1:9"_s), files.path());
    shop.counter->start();
    runUntil([&shop] {
        return shop.known() >= LargeVendor::events && shop.counter->catalogue.state() != EventCatalogue::State::Reading;
    });
    constexpr int times = 10;
    QList<double> opened;
    for (int i = 0; i < times; ++i) {
        opened << openOnce(shop);
        shop.hand->press(Qt::Key_Escape);
        QCoreApplication::processEvents();
    }
    tell(u"F2, the first time: %1 ms, the worst: %2 ms"_s.arg(opened.first(), 0, 'f', 1)
             .arg(*std::max_element(opened.cbegin(), opened.cend()), 0, 'f', 1));
    rows << Row{u"new_order_open_ms"_s, median(opened), u"ms"_s, {}, 50};

    const QString word = u"джаз ville 17"_s;
    QList<QList<double>> keys(word.size());
    for (int i = 0; i < times; ++i) {
        openOnce(shop);
        for (int key = 0; key < word.size(); ++key)
            keys[key] << keyOnce(shop, word.mid(key, 1), word.left(key + 1));
        shop.hand->press(Qt::Key_Escape);
        QCoreApplication::processEvents();
    }
    double slowest = 0;
    for (int key = 0; key < word.size(); ++key) {
        tell(u"key %1: %2 ms"_s.arg(key + 1).arg(median(keys.at(key)), 0, 'f', 1));
        slowest = std::max(slowest, median(keys.at(key)));
    }
    rows << Row{u"filter_key_ms"_s, slowest, u"ms"_s, {}, 16};

    QList<double> rebuilt;
    for (int i = 0; i < times; ++i)
        rebuilt << rebuildOnce(shop, i % 2 == 0 ? Format::Language::English : Format::Language::Russian);
    rows << Row{u"rebuild_ms"_s, median(rebuilt), u"ms"_s, {}, 150};
    return rows;
}

Row measureMemory(const QString &folder)
{
    const LargeVendor vendor;
    const QTemporaryDir files(folder + u"/memory-XXXXXX"_s);
    CounterWindows shop(vendor.url(), files.path());
    shop.readAll();
    runUntil([&shop] { return shop.counter->orders.rowCount() >= LargeVendor::orders; });
    const double settled = now() + 3000;
    QTimer wake; // while nothing happens
    wake.start(100);
    runUntil([settled] { return now() > settled; });
    return {u"memory_mib"_s, proportionalSize(), u"MiB"_s, {}, 80};
}

} // namespace okoshko::bench
