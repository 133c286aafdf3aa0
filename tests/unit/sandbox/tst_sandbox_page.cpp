// SPDX-License-Identifier: GPL-3.0-or-later
#include "Wire.h"
#include "tests/support/TestProgram.h"

#include <QRegularExpression>
#include <QTest>
#include <atomic>

namespace okoshko::test::tst_sandbox_page {

using namespace okoshko::sandbox;

/// The payment page, by plain HTTP, as a browser without JavaScript would use it.
class TestPage : public QObject, private Wire
{
    Q_OBJECT

private Q_SLOTS:
    void paymentPage_data();
    void paymentPage();
    void paymentPageTooLate();
    void paymentPageLanguages_data();
    void paymentPageLanguages();
    void namesAreEscaped();
};

void TestPage::paymentPage_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("expected");
    QTest::newRow("pay") << QStringLiteral("pay") << QStringLiteral("done");
    QTest::newRow("decline") << QStringLiteral("decline") << QStringLiteral("canceled");
}

void TestPage::paymentPage()
{
    QFETCH(const QString, button);
    QFETCH(const QString, expected);
    const Sandbox sandbox;
    m_url = sandbox.thread.url();
    const auto [order, address] = begun();
    const QString page = QString::fromUtf8(ask("GET", address.path())->readAll());
    // The form is found in the page, as a browser would.
    const QRegularExpression form(
        QStringLiteral("<form method=\"post\" action=\"([^\"]+)\"><button id=\"%1\"").arg(button));
    const auto match = form.match(page);
    QVERIFY2(match.hasMatch(), qPrintable(page));
    const auto pressed = ask("POST", match.captured(1));
    QCOMPARE(status(*pressed), 303);
    QCOMPARE(statusOf(order), expected);
    const auto result = ask("GET", QString::fromLatin1(pressed->rawHeader("Location")));
    QCOMPARE(status(*result), 200);
    QVERIFY(result->readAll().contains("data-status=\"" + expected.toLatin1() + '"'));
    QCOMPARE(status(*ask("POST", match.captured(1))), 303); // pressed twice
    const QString other = button == QStringLiteral("pay") ? QStringLiteral("/decline") : QStringLiteral("/pay");
    QCOMPARE(status(*ask("POST", address.path() + other)), 409);
    QCOMPARE(statusOf(order), expected);
}

void TestPage::paymentPageTooLate()
{
    const Instant start = *parseIso(QStringLiteral("2026-03-02T12:00:00Z"), false);
    std::atomic<int> minutes = 0; // the server's thread reads it
    Options options;
    options.clock = [&] { return start + std::chrono::minutes(minutes); };
    const Sandbox sandbox(options);
    m_url = sandbox.thread.url();
    const auto [order, address] = begun();
    minutes = 30;
    const auto pressed = ask("POST", address.path() + QStringLiteral("/pay?lang=en"));
    QCOMPARE(status(*pressed), 409);
    QVERIFY(pressed->readAll().contains("The time to pay has run out"));
    QCOMPARE(statusOf(order), QStringLiteral("expired"));
}

void TestPage::paymentPageLanguages_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<QString>("lang");
    QTest::addColumn<QString>("words");
    const QString ru = QStringLiteral("1 билет<");
    const QString en = QStringLiteral("1 ticket<");
    QTest::newRow("nothing said") << QString() << QByteArray("fr") << QStringLiteral("ru") << ru;
    QTest::newRow("browser") << QString() << QByteArray("de,en-GB;q=0.8,ru;q=0.5") << QStringLiteral("en") << en;
    QTest::newRow("query wins") << QStringLiteral("?lang=ru") << QByteArray("en") << QStringLiteral("ru") << ru;
    QTest::newRow("query en") << QStringLiteral("?lang=en") << QByteArray("ru") << QStringLiteral("en") << en;
    QTest::newRow("no such language") << QStringLiteral("?lang=%3Cb%3E") << QByteArray("en") << QStringLiteral("en")
                                      << en;
}

void TestPage::paymentPageLanguages()
{
    QFETCH(const QString, query);
    QFETCH(const QByteArray, accept);
    QFETCH(const QString, lang);
    QFETCH(const QString, words);
    const Sandbox sandbox;
    m_url = sandbox.thread.url();
    const auto [order, address] = begun();
    QNetworkRequest asked = request(address.path() + query);
    asked.setRawHeader("Accept-Language", accept);
    const QString page = QString::fromUtf8(send("GET", asked)->readAll());
    QVERIFY2(page.contains(QStringLiteral("<html lang=\"%1\">").arg(lang)), qPrintable(page));
    QVERIFY2(page.contains(words), qPrintable(page));
    QVERIFY2(!page.contains(QStringLiteral("{{")), qPrintable(page));
}

void TestPage::namesAreEscaped()
{
    const Sandbox sandbox;
    m_url = sandbox.thread.url();
    const QString orders = QStringLiteral("/v1/resources/orders");
    const QByteArray body = R"({"event": "56a6253df06c5a059a93802e", "random": {"56a6254bf06c5a059b93800c": 1},
        "payment": {"system": "api/BASE", "success_url": "https://shop.example/?a=1&b=%22%3E"}})";
    const QString order = orders + QLatin1Char('/') + json(*ask("POST", orders, body))[QStringLiteral("id")].toString();
    const QJsonObject started = json(*ask("PATCH", order, fixture("start.request.json")));
    const QUrl address(started[QStringLiteral("payment")][QStringLiteral("redirect_url")].toString());
    ask("POST", address.path() + QStringLiteral("/pay"));
    const QByteArray page = ask("GET", address.path())->readAll();
    QVERIFY(page.contains("href=\"https://shop.example/?a=1&amp;b=%22%3E"));
}

} // namespace okoshko::test::tst_sandbox_page

OKOSHKO_TEST(tst_sandbox_page, TestPage, QCoreApplication)
#include "tst_sandbox_page.moc"
