// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/tls/ConnectProxy.h"
#include "tests/faults/tls/TlsFixture.h"
#include "tests/faults/tls/TlsPeer.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/api/RawPeer.h"

#include <QNetworkProxy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_proxy {

/// A proxy on the way sees a name and a cipher, never the key, and its troubles have a name of their own.
class TestProxy : public QObject, private TlsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void goesThrough();
    void falseServerBehind();
    void refuses_data();
    void refuses();
    void isNotThere();
    void isSilent_data();
    void isSilent();
    void isNotAskedForLoopback_data();
    void isNotAskedForLoopback();
    void isNotAskedForPlain();
    void unknownHost();

private:
    const QUrl m_far = QUrl(u"https://tickets.example.org"_s);
    std::unique_ptr<ConnectProxy> m_proxy;
};

void TestProxy::initTestCase()
{
    makeCertificates();
}

void TestProxy::init()
{
    renew();
    m_proxy = std::make_unique<ConnectProxy>();
    m_proxy->install();
}

void TestProxy::goesThrough()
{
    TlsPeer peer(m_good);
    m_proxy->leadTo(peer.port());
    make(m_far);
    QVERIFY(ask(HttpRequest::Kind::Read).isGood());
    QVERIFY(ask(HttpRequest::Kind::Change).isGood());
    QVERIFY(m_proxy->heard().startsWith("CONNECT tickets.example.org:443 HTTP/1.1\r\n"));
    QVERIFY(!m_proxy->heard().contains(m_key));
    QCOMPARE(peer.requests(), 2);
    QCOMPARE(peer.heard().count(m_key), 2);
}

void TestProxy::falseServerBehind()
{
    TlsPeer peer(m_certificates->make(u"strangers"_s, {.authority = u"stranger"_s}));
    m_proxy->leadTo(peer.port());
    make(m_far);
    for (const auto kind : {HttpRequest::Kind::Change, HttpRequest::Kind::Read}) {
        const auto end = ask(kind);
        QCOMPARE(end.error().kind, ErrorKind::Tls);
        QCOMPARE(end.error().effect, Effect::None);
    }
    QTRY_COMPARE(peer.openConnections(), 0);
    QVERIFY(peer.connections() >= 2);
    QCOMPARE(peer.heard(), QByteArray());
    QVERIFY(!m_proxy->heard().contains(m_key));
}

void TestProxy::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ConnectProxy::Then>("then");
    const auto row = [](const char *name, const QByteArray &bytes) {
        QTest::addRow("%s", name) << bytes << ConnectProxy::Then::Keep;
        QTest::addRow("%s, closed", name) << bytes << ConnectProxy::Then::Close;
    };
    row("301", RawPeer::http(301, {}, {"Location: http://127.0.0.1/"}));
    row("401", RawPeer::http(401, "who?", {"WWW-Authenticate: Basic realm=\"x\""}));
    row("403", RawPeer::http(403, "no"));
    row("404", RawPeer::http(404, "no"));
    row("407", RawPeer::http(407, "who?", {"Proxy-Authenticate: Basic realm=\"x\""}));
    row("407 without a challenge", RawPeer::http(407, "who?"));
    row("502", RawPeer::http(502, "no"));
    row("503", RawPeer::http(503, "no"));
    row("504", RawPeer::http(504, "no"));
    QTest::newRow("no HTTP") << QByteArray("220 mail.example.org ESMTP\r\n\r\n") << ConnectProxy::Then::Close;
}

void TestProxy::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ConnectProxy::Then, then);
    m_proxy->answer(bytes, then);
    make(m_far);
    for (const auto kind : {HttpRequest::Kind::Change, HttpRequest::Kind::Read}) {
        const auto end = ask(kind);
        QCOMPARE(end.error().kind, ErrorKind::Proxy);
        QCOMPARE(end.error().effect, Effect::None);
    }
    QVERIFY(m_proxy->heard().startsWith("CONNECT tickets.example.org:443 HTTP/1.1\r\n"));
    QVERIFY(!m_proxy->heard().contains(m_key));
    QVERIFY(!m_proxy->heard().contains("/v1/a"));
}

void TestProxy::isNotThere()
{
    quint16 port = 0;
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        port = server.serverPort();
    }
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, port));
    make(m_far);
    const auto end = ask(HttpRequest::Kind::Change);
    QCOMPARE(end.error().kind, ErrorKind::Proxy);
    QCOMPARE(end.error().effect, Effect::None);
}

void TestProxy::isSilent_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ConnectProxy::Then>("then");
    QTest::newRow("nothing") << QByteArray() << ConnectProxy::Then::Keep;
    // Qt waits on …
    QTest::newRow("nothing, closed") << QByteArray() << ConnectProxy::Then::Close;
    QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 Conn") << ConnectProxy::Then::Keep;
    // … and here asks again and again.
    QTest::newRow("407, over and over") << RawPeer::http(407, "who?", {"Proxy-Authenticate: NTLM"})
                                        << ConnectProxy::Then::Keep;
}

void TestProxy::isSilent()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ConnectProxy::Then, then);
    TlsPeer peer(m_good);
    m_proxy->answer(bytes, then);
    make(m_far, 500ms);
    const auto end = ask(HttpRequest::Kind::Change);
    QCOMPARE(end.error().kind, ErrorKind::TimedOut);
    QCOMPARE(end.error().effect, Effect::None);
    QTRY_COMPARE(m_proxy->openConnections(), 0);
    QVERIFY(!m_proxy->heard().contains(m_key));

    // Once it is itself again, so are we.
    m_proxy->leadTo(peer.port());
    QTRY_VERIFY(ask(HttpRequest::Kind::Read).isGood());
}

void TestProxy::isNotAskedForLoopback_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("address") << u"127.0.0.1"_s;
    QTest::newRow("name") << u"localhost"_s;
}

void TestProxy::isNotAskedForLoopback()
{
    QFETCH(QString, host);
    TlsPeer peer(m_good);
    make(peer.url(host));
    QVERIFY(ask(HttpRequest::Kind::Read).isGood());
    RawPeer plain;
    plain.answer(200, "{}");
    QUrl url = plain.url();
    url.setHost(host);
    make(url);
    QVERIFY(ask(HttpRequest::Kind::Change).isGood());
    QCOMPARE(plain.requests().size(), 1);
    QCOMPARE(m_proxy->connections(), 0);
}

void TestProxy::isNotAskedForPlain()
{
    make(QUrl(u"http://tickets.example.org"_s));
    for (const auto kind : {HttpRequest::Kind::Change, HttpRequest::Kind::Read}) {
        const auto end = ask(kind);
        QCOMPARE(end.error().kind, ErrorKind::UnsafeAddress);
        QCOMPARE(end.error().effect, Effect::None);
    }
    QCOMPARE(m_proxy->connections(), 0);
}

void TestProxy::unknownHost()
{
    m_proxy.reset();
    make(QUrl(u"https://tickets.invalid"_s), 10s,
         [](const QUrl &) { return QList{QNetworkProxy(QNetworkProxy::NoProxy)}; });
    const auto end = ask(HttpRequest::Kind::Change);
    QCOMPARE(end.error().kind, ErrorKind::HostUnknown);
    QCOMPARE(end.error().effect, Effect::None);
}

} // namespace okoshko::test::tst_proxy

OKOSHKO_TEST(tst_proxy, TestProxy, QCoreApplication)

#include "tst_proxy.moc"
