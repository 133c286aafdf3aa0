// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/http/HttpHeaders.h"
#include "models/domain/ServerAddress.h"
#include "tests/support/TestProgram.h"

#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_httpheaders {

/// Whom the key may go to, and what is believed of the server's name for its owner.
class TestHttpHeaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void origins_data();
    void origins();
    void mayBeAsked_data();
    void mayBeAsked();
    void partners_data();
    void partners();
};

void TestHttpHeaders::origins_data()
{
    QTest::addColumn<QString>("location");
    QTest::addColumn<bool>("same");
    QTest::newRow("path") << u"/v2/x"_s << true;
    QTest::newRow("usual port") << u"https://api.example:443/x"_s << true;
    QTest::newRow("capitals") << u"HTTPS://API.EXAMPLE/"_s << true;
    QTest::newRow("other port") << u"https://api.example:8443/"_s << false;
    QTest::newRow("other scheme") << u"http://api.example/"_s << false;
    QTest::newRow("the same port, other scheme") << u"http://api.example:443/"_s << false;
    QTest::newRow("other host") << u"https://api.example.org/"_s << false;
    QTest::newRow("host of the path") << u"//evil.example/x"_s << false;
    QTest::newRow("name before an at") << u"https://api.example@evil.example/"_s << false;
    QTest::newRow("no port") << u"https://api.example:44;/v1/x"_s << false;
}

void TestHttpHeaders::origins()
{
    QFETCH(QString, location);
    QFETCH(bool, same);
    const QUrl server(u"https://api.example"_s);
    QCOMPARE(sameOrigin(QUrl(u"https://api.example/v1/x"_s).resolved(QUrl(location)), server), same);
}

void TestHttpHeaders::mayBeAsked_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("may");
    QTest::newRow("https") << u"https://api.example/"_s << true;
    QTest::newRow("http") << u"http://api.example/"_s << false;
    QTest::newRow("http here") << u"http://127.0.0.1:8099/"_s << true;
    QTest::newRow("http here, IPv6") << u"http://[::1]/"_s << true;
    QTest::newRow("http here, by name") << u"http://localhost/"_s << true;
    QTest::newRow("http at a name like ours") << u"http://localhost.example/"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("no host") << u"https:///x"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestHttpHeaders::mayBeAsked()
{
    QFETCH(QString, address);
    QFETCH(bool, may);
    QCOMPARE(isSecureUrl(QUrl(address)), may);
}

void TestHttpHeaders::partners_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("partner");
    QTest::newRow("id") << QByteArray("56810047f06c5a6ac62f4e1d") << u"56810047f06c5a6ac62f4e1d"_s;
    QTest::newRow("absent") << QByteArray() << QString();
    QTest::newRow("longest") << QByteArray(64, 'x') << QString(64, u'x');
    QTest::newRow("too long") << QByteArray(65, 'x') << QString();
    QTest::newRow("words") << QByteArray("two words") << QString();
    QTest::newRow("terminal") << QByteArray("\x1b[2J") << QString();
    QTest::newRow("no ASCII") << QByteArray("театр") << QString();
}

void TestHttpHeaders::partners()
{
    QFETCH(QByteArray, header);
    QTEST(partnerIn(header), "partner");
}

} // namespace okoshko::test::tst_httpheaders

OKOSHKO_TEST(tst_httpheaders, TestHttpHeaders, NoApplication)

#include "tst_httpheaders.moc"
