// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Rows.h"
#include "tests/faults/soak/VendorProcess.h"

#include "app/Windows.h"
#include "app/settings/Languages.h"
#include "app/settings/Settings.h"
#include "app/settings/WindowState.h"
#include "app/tour/InputDriver.h"
#include "models/counter/NetworkCounter.h"
#include "models/journal/JournalThread.h"

#include <QAbstractItemView>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace okoshko::bench {

namespace {

/// How long a question takes no key (ConfirmQuestion).
constexpr double guardTime = 400;

/// The windows of a counter, sold at by keys that are counted.
class PressedTill
{
public:
    PressedTill(const QUrl &server, const QString &folder)
        : m_settings(folder)
        , m_memory(folder)
    {
        m_languages.setLanguage(Format::Language::Russian);
        HttpClient::Config config;
        config.server = server;
        config.key = test::VendorProcess::key();
        auto store = std::make_unique<JournalThread>(
            [path = folder + u"/journal.sqlite"_s] { return Journal::open(path, {}, u"bench"_s); });
        store->open(qApp, [](const Journaled<JournalOpened> &opened) {
            if (!opened)
                qFatal("the journal cannot be opened");
        });
        m_counter = std::make_unique<NetworkCounter>(config, std::move(store), Format(Format::Language::Russian));
        m_windows = std::make_unique<Windows>(*m_counter, m_settings, m_memory, m_languages,
                                              Windows::AccountInfo{MainWindow::Mode::Live});
        m_windows->main().resize(1280, 800);
        m_windows->main().show();
        m_windows->main().activateWindow();
        m_hand = std::make_unique<InputDriver>(m_windows->main());
        m_counter->start();
        runUntil([this] {
            return m_counter->service.isReady() && m_counter->catalogue.state() == EventCatalogue::State::Read;
        });
    }

    void press(Qt::Key key)
    {
        ++m_presses;
        m_hand->press(key);
    }
    void type(const QString &text)
    {
        m_presses += static_cast<int>(text.size());
        m_hand->type(text);
    }
    /// As soon as the window takes it.
    void pressWhen(const QString &name, Qt::Key key)
    {
        awaitShown(name);
        press(key);
    }
    void awaitShown(const QString &name)
    {
        runUntil([this, &name] {
            const QWidget *widget = m_hand->find(name);
            return widget && widget->isEnabled();
        });
    }
    void begin() { m_presses = 0; }
    [[nodiscard]] int presses() const { return m_presses; }

    /// From the orders to the tickets of the event that \a words find, and to its payment.
    void reserveByHand(const QString &words)
    {
        press(Qt::Key_F2);
        awaitShown(u"eventSearch"_s);
        type(words);
        press(Qt::Key_Right);
        press(Qt::Key_1);
        press(Qt::Key_Return);
        awaitShown(u"startPaymentButton"_s);
    }
    void collect()
    {
        pressWhen(u"confirmPaidButton"_s, Qt::Key_Return);
        pressWhen(u"confirmPaidYesButton"_s, Qt::Key_Return);
        awaitShown(u"nextBuyerButton"_s);
    }
    void backToOrders(Qt::Key key)
    {
        press(key);
        awaitShown(u"orderTable"_s);
    }
    /// From the orders until it is paid; how long it took, in milliseconds.
    double sellExpress()
    {
        const double begun = now();
        press(Qt::Key_F4);
        collect();
        return now() - begun;
    }

private:
    Settings m_settings;
    WindowState m_memory;
    Languages m_languages;
    std::unique_ptr<NetworkCounter> m_counter;
    std::unique_ptr<Windows> m_windows;
    std::unique_ptr<InputDriver> m_hand;
    int m_presses = 0;
};

/// The demo's own seats: to keep a hundred thousand in order takes the sandbox longer than all else.
const QStringList demo{u"--catalogue"_s, QStringLiteral(OKOSHKO_CATALOGUE)};
const QString cashWords = u"северный ветер"_s; ///< finds the event whose money the seller collects
const QString pageWords = u"записанных"_s;     ///< finds the event that is paid on a page

} // namespace

QList<Row> measureKeys(const QString &folder)
{
    const test::VendorProcess vendor(demo);
    const QTemporaryDir files(folder + u"/keys-XXXXXX"_s);
    PressedTill till(vendor.url(), files.path());
    till.reserveByHand(cashWords);
    till.press(Qt::Key_Return);
    till.collect();
    till.backToOrders(Qt::Key_Return);
    till.begin();
    till.sellExpress();
    const int cash = till.presses();

    till.backToOrders(Qt::Key_Return);
    till.reserveByHand(pageWords);
    till.backToOrders(Qt::Key_Escape);
    till.begin();
    till.pressWhen(u"sameAgainButton"_s, Qt::Key_F3);
    till.pressWhen(u"reserveButton"_s, Qt::Key_Return);
    till.pressWhen(u"startPaymentButton"_s, Qt::Key_1);
    till.press(Qt::Key_Return);
    till.awaitShown(u"openPageButton"_s);
    return {{u"keys_cash_exact"_s, static_cast<double>(cash), u"keys"_s, {}, 5},
            {u"keys_page"_s, static_cast<double>(till.presses()), u"keys"_s, {}, 5}};
}

QList<Row> measureExpressSales(const QString &folder)
{
    constexpr int sales = 200;
    constexpr double toReach = 250;
    constexpr double hour = 3'600'000;
    const test::VendorProcess vendor(demo + QStringList{u"--latency"_s, u"20"_s});
    const QTemporaryDir files(folder + u"/express-XXXXXX"_s);
    PressedTill till(vendor.url(), files.path());
    till.reserveByHand(cashWords);
    till.press(Qt::Key_Return);
    till.collect();
    till.backToOrders(Qt::Key_Return);
    QList<double> took;
    const double begun = now();
    for (int i = 0; i < sales; ++i) {
        took << till.sellExpress() - guardTime;
        till.backToOrders(Qt::Key_Return);
    }
    const double each = (now() - begun) / sales;
    tell(u"an express sale beyond the question's guard time: %1 ms at the median, %2 ms the slowest of %3"_s
             .arg(median(took), 0, 'f', 1)
             .arg(*std::max_element(took.cbegin(), took.cend()), 0, 'f', 1)
             .arg(sales));
    return {{u"seconds_express_20ms"_s, median(took) / 1000, u"s"_s, {}, toReach / 1000},
            {u"per_hour"_s, hour / each, u"sales"_s, {}, 0}};
}

} // namespace okoshko::bench
