// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/SandboxThread.h"
#include "models/api/ServerClock.h"
#include "models/api/v1/V1Api.h"
#include "tests/gui/page/Browser.h"
#include "tests/support/TestProgram.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_paymentpage {

/// The sandbox's payment page in a real browser: what the buyer sees and presses.
class PaymentPageTest : public QObject
{
    Q_OBJECT

private:
    sandbox::SandboxThread m_server{sandbox::Options()};
    ServerClock m_clock;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<v1::V1Api> m_api;

    using Ask = std::function<void(Then<Order>)>;
    static Order get(const Ask &ask)
    {
        std::optional<Order> order;
        ask([&order](const Result<Order> &result) { order = result.value_or(Order()); });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(order.has_value(), 30000); }();
        return order.value_or(Order());
    }

    Order startedOrder()
    {
        ReserveRequest request;
        request.event = *EventId::parse(u"56a6253df06c5a059a93802e"_s);
        request.random = {{*SetId::parse(u"56a6254bf06c5a059b93800c"_s), 2}};
        const Order made = get([&](auto then) { m_api->reserve(request, this, then); });
        get([&](auto then) { m_api->choosePayment(made.id, {u"api/BASE"_s, {}}, this, then); });
        return get([&](auto then) { m_api->startPayment(made.id, this, then); });
    }

    Order readAgain(const Order &order)
    {
        return get([&](auto then) { m_api->order(order.id, this, then); });
    }

private Q_SLOTS:
    void initTestCase()
    {
        QSignalSpy started(&m_server, &sandbox::SandboxThread::started);
        m_server.start();
        QTRY_COMPARE(started.count(), 1);
        HttpClient::Config config;
        config.server = m_server.url();
        config.key = m_server.key().toLatin1();
        m_http = std::make_unique<HttpClient>(config, m_clock);
        m_api = std::make_unique<v1::V1Api>(*m_http);
    }

    void theBuyerPays_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("sum");
        QTest::addColumn<QString>("pay");
        QTest::newRow("ru") << u"ru"_s << u"200,00"_s << u"Оплатить"_s;
        QTest::newRow("en") << u"en"_s << u"200.00"_s << u"Pay"_s;
    }

    void theBuyerPays()
    {
        QFETCH(QString, language);
        QFETCH(QString, sum);
        QFETCH(QString, pay);
        Browser browser;
        QVERIFY2(browser.start(language), qPrintable(browser.why()));
        const Order order = startedOrder();
        QCOMPARE(order.status, OrderStatus::InProgress);

        browser.open(order.payment.redirectUrl);
        QVERIFY2(browser.text(u"#sum"_s).contains(sum), qPrintable(browser.text(u"body"_s)));
        QVERIFY(
            browser.text(u"#number"_s).remove(QRegularExpression(u"\\D"_s)).contains(QString::number(order.number)));
        QVERIFY2(browser.text(u"#pay"_s).contains(pay), qPrintable(browser.text(u"#pay"_s)));
        QVERIFY(!browser.text(u"#left"_s).isEmpty());
        QVERIFY(!browser.text(u"#decline"_s).isEmpty());
        // Nothing runs out of the window on a small screen.
        QVERIFY(browser.evaluate(u"return document.documentElement.scrollWidth <= window.innerWidth"_s).toBool());

        QVERIFY2(browser.click(u"#pay"_s), qPrintable(browser.why()));
        QTRY_VERIFY(!browser.text(u"#result"_s).isEmpty());
        QCOMPARE(readAgain(order).status, OrderStatus::Done);
    }

    void theBuyerDeclines()
    {
        Browser browser;
        QVERIFY2(browser.start(u"ru"_s), qPrintable(browser.why()));
        const Order order = startedOrder();
        browser.open(order.payment.redirectUrl);
        QVERIFY2(browser.click(u"#decline"_s), qPrintable(browser.why()));
        QTRY_VERIFY(!browser.text(u"#result"_s).isEmpty());
        QCOMPARE(readAgain(order).status, OrderStatus::Canceled);

        browser.open(order.payment.redirectUrl); // who comes back is told, and cannot pay any more
        QVERIFY(browser.text(u"#pay"_s).isEmpty());
        QVERIFY(!browser.text(u"#result"_s).isEmpty());
    }
};

} // namespace okoshko::test::tst_paymentpage

OKOSHKO_TEST(tst_paymentpage, PaymentPageTest, QCoreApplication)
#include "tst_paymentpage.moc"
