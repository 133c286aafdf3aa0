// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/RedirectDecision.h"
#include "tests/support/TestProgram.h"

#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_redirectdecision {

class RedirectDecisionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensOnlySafeAddresses_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("safe");
        QTest::newRow("https") << u"https://www.goodservice.ru/payment_params.php?customer=b6"_s << true;
        QTest::newRow("sandbox") << u"http://127.0.0.1:8080/pay/1"_s << true;
        QTest::newRow("loopback v6") << u"http://[::1]:8080/pay/1"_s << true;
        QTest::newRow("localhost") << u"http://localhost/pay"_s << true;
        QTest::newRow("plain http") << u"http://www.goodservice.ru/pay"_s << false;
        QTest::newRow("looks like loopback") << u"http://127.0.0.1.evil.example/"_s << false;
        QTest::newRow("user part") << u"https://bank.ru@evil.example/"_s << false;
        QTest::newRow("empty user part") << u"https://@evil.example/"_s << false;
        QTest::newRow("file") << u"file:///etc/passwd"_s << false;
        QTest::newRow("script") << u"javascript:alert(1)"_s << false;
        QTest::newRow("program") << u"tg://pay"_s << false;
        QTest::newRow("data") << u"data:text/html,x"_s << false;
        QTest::newRow("relative") << u"/pay/1"_s << false;
        QTest::newRow("empty") << QString() << false;
    }

    void opensOnlySafeAddresses()
    {
        QFETCH(QString, url);
        QTEST(decideRedirect(QUrl(url)) == RedirectDecision::Open, "safe");
    }
};

} // namespace okoshko::test::tst_redirectdecision

OKOSHKO_TEST(tst_redirectdecision, RedirectDecisionTest, QCoreApplication)
#include "tst_redirectdecision.moc"
