// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/sale/GuiFixture.h"

#include "models/api/http/HttpExchange.h"
#include "models/tables/EventListModel.h"
#include "tests/gui/FirstFailure.h"
#include "tests/support/OpenStore.h"
#include "ui/accessible/Accessible.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDeadlineTimer>
#include <QDesktopServices>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test {

namespace {

HttpClient::Config configOf(const sandbox::SandboxThread &server, const QByteArray &key, const TestTimeouts &tempo)
{
    HttpClient::Config config;
    config.server = server.url();
    config.key = key.isEmpty() ? server.key().toLatin1() : key;
    config.timeout = tempo.timeout;
    return config;
}

/// When time stands: noon in Moscow.
const QDateTime moment(QDate(2026, 3, 20), QTime(9, 0), Qt::UTC);

/// With the same numbers each time, and a clock that stands.
sandbox::Options standing(sandbox::Options options)
{
    options.seed = 1;
    options.clock = [] { return sandbox::Instant(std::chrono::milliseconds(moment.toMSecsSinceEpoch())); };
    return options;
}

} // namespace

GuiFixture::GuiFixture(Format::Language language, const sandbox::Options &options, const QByteArray &key,
                       const TestTimeouts &tempo)
    : settings(profile.path())
    , memory(profile.path())
    , m_tempo(tempo)
{
    settings.setLanguage(language);
    languages.setLanguage(language);
    Theme::apply(*qApp, Theme::Kind::Light);
    installAccessible();
    for (const QString &scheme : {u"http"_s, u"https"_s})
        QDesktopServices::setUrlHandler(scheme, this, "keepPage");

    const bool stands = tempo.time == TestTimeouts::Time::Stands;
    server = std::make_unique<sandbox::SandboxThread>(stands ? standing(options) : options);
    QSignalSpy started(server.get(), &sandbox::SandboxThread::started);
    server->start();
    [&] { QTRY_COMPARE(started.count(), 1); }();
    FirstFailure::check();
    m_config = configOf(*server, key, tempo);
    other = makeCounter(configOf(*server, {}, {}), u"other.sqlite"_s, {});
    open();
    other->service.start();
    other->catalogue.refresh();
    [&] { QTRY_VERIFY(!other->catalogue.events().isEmpty()); }();
    if (key.isEmpty())
        [&] { QTRY_VERIFY(!counter->catalogue.events().isEmpty()); }();
    FirstFailure::check();
}

GuiFixture::~GuiFixture()
{
    for (const QString &scheme : {u"http"_s, u"https"_s})
        QDesktopServices::unsetUrlHandler(scheme);
    close();
    other.reset();
}

void GuiFixture::open()
{
    PrintPorts print{.queue = std::make_unique<FakeQueue>(), .drawer = std::make_unique<FakeDrawer>()};
    printer = static_cast<FakeQueue *>(print.queue.get());
    drawer = static_cast<FakeDrawer *>(print.drawer.get());
    counter = makeCounter(m_config, u"journal.sqlite"_s, m_tempo.policy, std::move(print));
    windows = std::make_unique<WindowController>(*counter, settings, memory, languages,
                                                 WindowController::AccountInfo{.logFolder = profile.path()});
    windows->addQa(server->scenarios(), server->controlUrl());
    counter->service.setPollSchedule(m_tempo.policy.poll.first, m_tempo.policy.poll.slowest); // not the settings'
    hand = std::make_unique<InputDriver>(windows->main());
    windows->main().resize(1280, 800);
    windows->main().show();
    windows->main().activateWindow();
    counter->start();
}

std::unique_ptr<NetworkCounter> GuiFixture::makeCounter(const HttpClient::Config &config, const QString &journal,
                                                        const SalePolicy &policy, PrintPorts print) const
{
    ServerClock::Monotonic monotonic;
    if (m_tempo.time == TestTimeouts::Time::Stands)
        monotonic = [this] { return Microseconds(m_passed); };
    return std::make_unique<NetworkCounter>(config, openStore(profile.filePath(journal)), Format(settings.language()),
                                            policy, monotonic, CatalogueThread::Location(), std::move(print));
}

void GuiFixture::setUpPrinter(PrintSettings::Automatic automatic, Incomplete incomplete)
{
    PrinterProfile roll;
    roll.name = u"Roll"_s;
    roll.queue = u"roll"_s;
    roll.prints = PrinterProfile::Prints::Tickets;
    counter->printing.setUp({automatic, {roll}}, {}, Format(settings.language()), {});
    if (incomplete == Incomplete::Asked)
        return;
    for (const KnownEventPtr &known : counter->catalogue.events())
        counter->printing.data().allowWithoutLegal(known->event.id);
}

void GuiFixture::pass(std::chrono::seconds time)
{
    // A second at a time: a longer one would be a sleep of the computer.
    for (; time > 0s; time -= 1s) {
        server->skip(1s);
        m_passed += 1s;
        for (NetworkCounter *each : {counter.get(), other.get()}) {
            if (!each)
                continue;
            Q_EMIT each->clock.adjusted(); // the ticker follows
            each->eventLoop.wake();
        }
    }
}

QDateTime GuiFixture::now() const
{
    return m_tempo.time == TestTimeouts::Time::Stands ? moment.addDuration(m_passed) : QDateTime::currentDateTimeUtc();
}

bool GuiFixture::comes(const std::function<bool()> &condition)
{
    constexpr auto longest = 300s;
    constexpr int glance = 2;     // milliseconds
    constexpr int longEnough = 3; // glances, for what only the event loop still has to bring
    const QDeadlineTimer deadline(patience);
    auto passed = 0s;
    int quiet = 0;
    while (!QTest::qWaitFor(condition, glance)) {
        if (deadline.hasExpired() || passed > longest)
            return false;
        quiet = m_tempo.time == TestTimeouts::Time::Runs || isWaiting() ? 0 : quiet + 1;
        if (quiet < longEnough)
            continue;
        pass(1s);
        passed += 1s;
        quiet = 0;
    }
    return true;
}

bool GuiFixture::isWaiting() const
{
    // What is being written is under way as well: it is by the computer's time.
    const auto isBusy = [](const std::unique_ptr<NetworkCounter> &each) {
        return each &&
               (each->http.findChild<HttpExchange *>() || !each->saleJournal.isEmpty() || !each->service.isReady());
    };
    return isBusy(counter);
}

void GuiFixture::close()
{
    hand.reset();
    windows.reset();
    counter.reset();
}

void GuiFixture::click(const QString &name)
{
    [&] {
        QTRY_VERIFY2(isShown(name), qPrintable(name));
        QCOMPARE(hand->click(name), InputDriver::Result::Done);
    }();
    FirstFailure::check();
}

void GuiFixture::pick(const EventId &event, const SetId &set, int count)
{
    press(Qt::Key_F2);
    [&] {
        auto *list = hand->find<QAbstractItemView>(u"eventList"_s);
        QVERIFY(list);
        const auto hits = list->model()->match(list->model()->index(0, 0), EventListModel::EventIdRole,
                                               event.toString(), 1, Qt::MatchExactly);
        QVERIFY(!hits.isEmpty());
        QCOMPARE(hand->click(*list, hits.first()), InputDriver::Result::Done);
    }();
    FirstFailure::check();
    const QString stepper = u"stepper_"_s + set.toString();
    click(stepper);
    for (const QChar digit : QString::number(count))
        press(static_cast<Qt::Key>(digit.unicode()));
}

const Sale &GuiFixture::reserve(const EventId &event, const SetId &set, int count)
{
    QSignalSpy reserved(&counter->service, &SaleService::reserved);
    pick(event, set, count);
    press(Qt::Key_Return);
    [&] { QTRY_COMPARE(reserved.count(), 1); }();
    [&] { QTRY_VERIFY(isShown(u"startPaymentButton"_s)); }();
    FirstFailure::check();
    return lastSale();
}

const Sale &GuiFixture::startPayment(const EventId &event, const SetId &set, int count)
{
    const Sale &sale = reserve(event, set, count);
    press(Qt::Key_Return);
    [&] { QTRY_COMPARE(sale.order.status, OrderStatus::InProgress); }();
    FirstFailure::check();
    return sale;
}

const Sale &GuiFixture::lastSale() const
{
    const auto sales = counter->service.sales();
    const auto newest = std::max_element(sales.begin(), sales.end(), [](const Sale *a, const Sale *b) {
        return a->order.createdAt < b->order.createdAt;
    });
    [&] { QVERIFY2(newest != sales.end(), "there is no sale"); }();
    FirstFailure::check();
    static const Sale none;
    return newest == sales.end() ? none : **newest;
}

Order GuiFixture::reserveElsewhere(const EventId &event, const SetId &set, int count)
{
    QSignalSpy reserved(&other->service, &SaleService::reserved);
    ReserveRequest request;
    request.event = event;
    request.random = {{set, count}};
    other->service.reserve(request);
    [&] { QTRY_COMPARE(reserved.count(), 1); }();
    FirstFailure::check();
    const Sale *sale = reserved.isEmpty() ? nullptr : other->service.sale(reserved.first().at(1).value<OrderId>());
    return sale ? sale->order : Order();
}

Order GuiFixture::atServer(const OrderId &id)
{
    std::optional<Order> order;
    other->api.order(id, this, [&order](const Result<Order> &result) { order = result.value_or(Order()); });
    [&] { QTRY_VERIFY(order.has_value()); }();
    FirstFailure::check();
    return order.value_or(Order());
}

void GuiFixture::buyerPays(const Sale &sale)
{
    Buyer buyer;
    QSignalSpy paid(&buyer, &Buyer::paid);
    buyer.pay(sale.order.payment.redirectUrl);
    [&] { QTRY_COMPARE(paid.count(), 1); }();
    FirstFailure::check();
}

void GuiFixture::buyerDeclines(const Sale &sale)
{
    QNetworkAccessManager network;
    QUrl url = sale.order.payment.redirectUrl;
    url.setPath(url.path() + u"/decline"_s);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    QNetworkReply *reply = network.post(request, QByteArray());
    [&] {
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->error(), QNetworkReply::NoError);
    }();
    FirstFailure::check();
}

void GuiFixture::refund(const OrderId &order, const TicketId &ticket)
{
    QNetworkAccessManager network;
    const auto send = [&](const QByteArray &verb, const QString &id, const QByteArray &body) {
        QUrl url = server->url();
        url.setPath(u"/v1/resources/refund_requests"_s + id);
        QNetworkRequest request(url);
        request.setRawHeader("Authorization", "key " + server->key().toLatin1());
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        QNetworkReply *reply = network.sendCustomRequest(request, verb, body);
        [&] {
            QTRY_VERIFY(reply->isFinished());
            QCOMPARE(reply->error(), QNetworkReply::NoError);
        }();
        return QJsonDocument::fromJson(reply->readAll()).object().value(u"id"_s).toString();
    };
    const QString made = send("POST", {},
                              R"({"culprit": "user", "order": ")" + order.toString().toLatin1() +
                                  R"(", "tickets_refund": [")" + ticket.toString().toLatin1() + R"("]})");
    send("PATCH", u'/' + made, R"({"status": "approved"})");
    FirstFailure::check();
}

} // namespace okoshko::test
