// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/sale/Stage.h"

#include "models/tables/EventListModel.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDesktopServices>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

HttpClient::Config configOf(const sandbox::SandboxThread &server, const QByteArray &key, const Tempo &tempo)
{
    HttpClient::Config config;
    config.server = server.url();
    config.key = key.isEmpty() ? server.key().toLatin1() : key;
    config.timeout = tempo.timeout;
    return config;
}

std::unique_ptr<Journal> journalIn(const QTemporaryDir &folder, const QString &name)
{
    return *Journal::open(folder.filePath(name), {}, u"tester"_s);
}

} // namespace

Stage::Stage(Format::Language language, const sandbox::Options &options, const QByteArray &key, const Tempo &tempo)
    : settings(profile.path())
    , memory(profile.path())
    , m_patience(tempo.patience)
{
    settings.setLanguage(language);
    languages.speak(language);
    Theme::wear(*qApp, Theme::Kind::Light);
    for (const QString &scheme : {u"http"_s, u"https"_s})
        QDesktopServices::setUrlHandler(scheme, this, "keepPage");

    server = std::make_unique<sandbox::SandboxThread>(options);
    QSignalSpy started(server.get(), &sandbox::SandboxThread::started);
    server->start();
    [&] { QTRY_COMPARE(started.count(), 1); }();
    m_config = configOf(*server, key, tempo);
    other =
        std::make_unique<Counter>(configOf(*server, {}, {}), journalIn(profile, u"other.sqlite"_s), Format(language));
    open();
    other->catalogue.refresh();
    [&] { QTRY_VERIFY(!other->catalogue.events().isEmpty()); }();
    if (key.isEmpty())
        [&] { QTRY_VERIFY(!counter->catalogue.events().isEmpty()); }();
}

Stage::~Stage()
{
    for (const QString &scheme : {u"http"_s, u"https"_s})
        QDesktopServices::unsetUrlHandler(scheme);
    close();
    other.reset();
}

void Stage::open()
{
    const Format format(settings.language());
    counter = std::make_unique<Counter>(m_config, journalIn(profile, u"journal.sqlite"_s), format, m_patience);
    windows = std::make_unique<Windows>(Windows::Home{*counter, settings, memory, languages, profile.path()},
                                        Windows::Stand{});
    windows->addQa(server->scenarios(), server->controlUrl());
    counter->desk.setPace(m_patience.pace); // not that of the settings
    hand = std::make_unique<Hand>(windows->main());
    windows->main().resize(1280, 800);
    windows->main().show();
    windows->main().activateWindow();
    counter->start();
}

void Stage::close()
{
    hand.reset();
    windows.reset();
    counter.reset();
}

void Stage::click(const QString &name)
{
    QTRY_VERIFY2(isShown(name), qPrintable(name));
    QCOMPARE(hand->click(name), Hand::Outcome::Done);
}

void Stage::pick(const EventId &event, const SetId &set, int count)
{
    press(Qt::Key_F2);
    auto *list = hand->find<QAbstractItemView>(u"eventList"_s);
    QVERIFY(list);
    const auto hits = list->model()->match(list->model()->index(0, 0), EventListModel::EventIdRole, event.toString(), 1,
                                           Qt::MatchExactly);
    QVERIFY(!hits.isEmpty());
    QCOMPARE(hand->click(*list, hits.first()), Hand::Outcome::Done);
    const QString stepper = u"stepper_"_s + set.toString();
    click(stepper);
    for (const QChar digit : QString::number(count))
        press(static_cast<Qt::Key>(digit.unicode()));
}

const Sale &Stage::reserve(const EventId &event, const SetId &set, int count)
{
    QSignalSpy reserved(&counter->desk, &SaleDesk::reserved);
    pick(event, set, count);
    press(Qt::Key_Return);
    [&] { QTRY_COMPARE(reserved.count(), 1); }();
    [&] { QTRY_VERIFY(isShown(u"startPaymentButton"_s)); }();
    return lastSale();
}

const Sale &Stage::startPayment(const EventId &event, const SetId &set, int count)
{
    const Sale &sale = reserve(event, set, count);
    press(Qt::Key_Return);
    [&] { QTRY_COMPARE(sale.order.status, OrderStatus::InProgress); }();
    return sale;
}

const Sale &Stage::lastSale() const
{
    const auto &sales = counter->desk.sales();
    const auto newest = std::max_element(sales.begin(), sales.end(), [](const auto &a, const auto &b) {
        return a.second.order.createdAt < b.second.order.createdAt;
    });
    return newest->second;
}

Order Stage::reserveElsewhere(const EventId &event, const SetId &set, int count)
{
    QSignalSpy reserved(&other->desk, &SaleDesk::reserved);
    ReserveRequest request;
    request.event = event;
    request.random = {{set, count}};
    other->desk.reserve(request);
    [&] { QTRY_COMPARE(reserved.count(), 1); }();
    return other->desk.sale(reserved.first().at(1).value<OrderId>())->order;
}

Order Stage::atServer(const OrderId &id)
{
    std::optional<Order> order;
    other->api.order(id, this, [&order](const Result<Order> &result) { order = result.value_or(Order()); });
    [&] { QTRY_VERIFY(order.has_value()); }();
    return order.value_or(Order());
}

void Stage::buyerPays(const Sale &sale)
{
    Buyer buyer;
    QSignalSpy paid(&buyer, &Buyer::paid);
    buyer.pay(sale.order.payment.redirectUrl);
    QTRY_COMPARE(paid.count(), 1);
}

void Stage::buyerDeclines(const Sale &sale)
{
    QNetworkAccessManager network;
    QUrl url = sale.order.payment.redirectUrl;
    url.setPath(url.path() + u"/decline"_s);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    QNetworkReply *reply = network.post(request, QByteArray());
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->error(), QNetworkReply::NoError);
}

} // namespace okoshko::test
