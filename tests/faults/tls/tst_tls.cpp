// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/tls/OldTlsPeer.h"
#include "tests/faults/tls/TlsFixture.h"
#include "tests/faults/tls/TlsPeer.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/api/RawPeer.h"

#include <QSslSocket>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_tls {

using Recipe = Certificates::Recipe;

/// The key and the sale go to a server that proves who it is, and to nobody else.
class TestTls : public QObject, private TlsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void good_data();
    void good();
    void bad_data();
    void bad();
    void otherCertificateLater();
    void oldProtocol();
    void noTls_data();
    void noTls();
    void silentHandshake();
    void redirect_data();
    void redirect();

private:
    std::unique_ptr<TlsPeer> m_peer;
};

void TestTls::initTestCase()
{
    QVERIFY(QSslSocket::supportsSsl());
    makeCertificates();
}

void TestTls::init()
{
    renew();
    m_peer = std::make_unique<TlsPeer>(m_good);
}

void TestTls::good_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("address") << u"127.0.0.1"_s;
    QTest::newRow("name") << u"localhost"_s;
}

void TestTls::good()
{
    QFETCH(QString, host);
    make(m_peer->url(host));
    QVERIFY(ask(HttpRequest::Kind::Read).isGood());
    QVERIFY(ask(HttpRequest::Kind::Change).isGood());
    QCOMPARE(m_peer->requests(), 2);
    QCOMPARE(m_peer->heard().count(m_key), 2);
}

void TestTls::bad_data()
{
    QTest::addColumn<Recipe>("recipe");
    QTest::newRow("signed by itself") << Recipe{.authority = {}};
    QTest::newRow("signed by a stranger") << Recipe{.authority = u"stranger"_s};
    QTest::newRow("another's name") << Recipe{.names = u"DNS:tickets.example.com"_s};
    QTest::newRow("another's address") << Recipe{.names = u"IP:127.0.0.2"_s};
    QTest::newRow("the address as a name") << Recipe{.names = u"DNS:*"_s};
    QTest::newRow("expired") << Recipe{.firstDay = -10, .lastDay = -1};
    QTest::newRow("not yet valid") << Recipe{.firstDay = 1, .lastDay = 10};
}

void TestTls::bad()
{
    QFETCH(Recipe, recipe);
    const auto identity = m_certificates->make(u"bad"_s, recipe);
    QVERIFY(m_certificates->isValid());
    m_peer->show(identity);
    make(m_peer->url());
    for (const auto kind : {HttpRequest::Kind::Change, HttpRequest::Kind::Read}) {
        const auto end = ask(kind);
        QCOMPARE(end.error().kind, ErrorKind::Tls);
        QCOMPARE(end.error().effect, Effect::None);
        QCOMPARE(end.error().httpStatus, 0);
        QVERIFY(!end.error().detail.isEmpty());
        QCOMPARE(m_http->connection().health, ConnectionState::Health::Offline);
        QCOMPARE(m_http->connection().lastError, ErrorKind::Tls);
    }
    QTRY_COMPARE(m_peer->openConnections(), 0);
    QVERIFY(m_peer->connections() >= 2);
    QCOMPARE(m_peer->heard(), QByteArray());
}

void TestTls::otherCertificateLater()
{
    // Trust is no memory: each connection is judged anew.
    m_peer->answer(RawPeer::http(200, "{}", {"Connection: close"}));
    make(m_peer->url());
    QVERIFY(ask(HttpRequest::Kind::Read).isGood());
    m_peer->show(m_certificates->make(u"bad"_s, {.authority = u"stranger"_s}));
    QVERIFY(m_certificates->isValid());
    const QByteArray before = m_peer->heard();
    const auto end = ask(HttpRequest::Kind::Change);
    QCOMPARE(end.error().kind, ErrorKind::Tls);
    QCOMPARE(end.error().effect, Effect::None);
    QTRY_COMPARE(m_peer->openConnections(), 0);
    QCOMPARE(m_peer->heard(), before);
}

void TestTls::oldProtocol()
{
    OldTlsPeer peer(m_certificates->make(u"old"_s, {.key = Recipe::Key::Rsa}));
    QVERIFY(m_certificates->isValid());
    QVERIFY(peer.isOpenToLenientClient());
    make(peer.url());
    for (const auto kind : {HttpRequest::Kind::Change, HttpRequest::Kind::Read}) {
        const auto end = ask(kind);
        QCOMPARE(end.error().kind, ErrorKind::Tls);
        QCOMPARE(end.error().effect, Effect::None);
    }
    QVERIFY(peer.isOpenToLenientClient()); // it was the client that did not want to
    QCOMPARE(peer.handshakes(), 2);
    QVERIFY(!peer.heard().contains(m_key));
}

void TestTls::noTls_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<RawPeer::After>("after");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("plain HTTP") << RawPeer::http(400, "plain") << RawPeer::After::Keep << ErrorKind::Tls;
    QTest::newRow("plain HTTP, then FIN") << RawPeer::http(400, "plain") << RawPeer::After::Fin << ErrorKind::Tls;
    QTest::newRow("FIN") << QByteArray() << RawPeer::After::Fin << ErrorKind::ConnectionLost;
    QTest::newRow("RST") << QByteArray() << RawPeer::After::Rst << ErrorKind::ConnectionLost;
}

void TestTls::noTls()
{
    QFETCH(QByteArray, bytes);
    QFETCH(RawPeer::After, after);
    QFETCH(ErrorKind, kind);
    RawPeer peer;
    peer.answer(RawPeer::Reply{.bytes = bytes, .after = after, .when = RawPeer::When::Accepted});
    QUrl url = peer.url();
    url.setScheme(u"https"_s);
    make(url);
    const auto end = ask(HttpRequest::Kind::Change);
    QCOMPARE(end.error().kind, kind);
    QCOMPARE(end.error().effect, Effect::None);
    QCOMPARE(peer.requests().size(), 0);
}

void TestTls::silentHandshake()
{
    RawPeer peer;
    QUrl url = peer.url();
    url.setScheme(u"https"_s);
    make(url, 200ms);
    for (const int connections : {1, 2, 3}) {
        const auto end = ask(HttpRequest::Kind::Change);
        QCOMPARE(end.error().kind, ErrorKind::TimedOut);
        QCOMPARE(end.error().effect, Effect::None);
        QTRY_COMPARE(peer.connections(), connections); // nobody waits at a door that did not open
        QTRY_COMPARE(peer.openConnections(), 0);
    }
}

void TestTls::redirect_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("plain") << QByteArray("http://127.0.0.1:%plain/v1/a");
    QTest::newRow("another port") << QByteArray("https://127.0.0.1:%other/v1/a");
    QTest::newRow("another port, no scheme") << QByteArray("//127.0.0.1:%other/v1/a");
    QTest::newRow("another name") << QByteArray("https://localhost:%own/v1/b");
    QTest::newRow("plain, its own port") << QByteArray("http://127.0.0.1:%own/v1/b");
    QTest::newRow("a name before the name") << QByteArray("https://127.0.0.1:%own@127.0.0.1:%other/v1/a");
}

void TestTls::redirect()
{
    QFETCH(QByteArray, target);
    RawPeer plain;
    plain.answer(200, "{}");
    TlsPeer other(m_good);
    target.replace("%plain", QByteArray::number(plain.url().port()));
    target.replace("%other", QByteArray::number(other.port()));
    target.replace("%own", QByteArray::number(m_peer->port()));
    make(m_peer->url());
    for (const int status : {301, 302, 303, 307, 308}) {
        m_peer->answer(RawPeer::http(status, {}, {"Location: " + target}));
        for (const auto kind : {HttpRequest::Kind::Read, HttpRequest::Kind::Change}) {
            const auto end = ask(kind);
            QCOMPARE(end.error().kind, ErrorKind::Redirected);
            QCOMPARE(end.error().effect, Effect::None);
            QCOMPARE(end.error().httpStatus, status);
        }
    }
    QCOMPARE(m_peer->requests(), 10);
    QCOMPARE(m_peer->heard().count("/v1/b"), 0);
    QCOMPARE(plain.connections(), 0);
    QCOMPARE(other.connections(), 0);
}

} // namespace okoshko::test::tst_tls

OKOSHKO_TEST(tst_tls, TestTls, QCoreApplication)

#include "tst_tls.moc"
