// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/SandboxThread.h"
#include "app/start/ConnectionTest.h"
#include "tests/faults/tls/Certificates.h"
#include "tests/faults/tls/ConnectProxy.h"
#include "tests/faults/tls/OldTlsPeer.h"
#include "tests/faults/tls/TlsFront.h"
#include "tests/faults/tls/TlsPeer.h"
#include "tests/unit/api/RawPeer.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace okoshko;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Kind = ConnectionFailure::Kind;
using Recipe = Certificates::Recipe;

namespace {

const QByteArray key = "047bdb8bcee44d3693371920aaf9135c";

} // namespace

/// The test of the connection tells each trouble from every other, against servers that really have it, and changes
/// nothing anywhere.
class TestConnectionCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_certificates = std::make_unique<Certificates>();
        m_good = m_certificates->make(u"good"_s, {});
        QVERIFY(m_certificates->isValid());
        m_certificates->trust();
    }

    void aSandboxBehindTls()
    {
        sandbox::Options options;
        options.clockSkew = 420s;
        auto server = start(options);
        const TlsFront front(m_good, static_cast<quint16>(server->url().port()));
        const auto outcome = test(front.url());
        QVERIFY(outcome);
        QCOMPARE(outcome->partner, u"56810047f06c5a6ac62f4e1d"_s);
        QVERIFY(outcome->eventsOnSale >= 10);
        QVERIFY(outcome->lag > 0ms);
        QVERIFY2(std::chrono::abs(outcome->clockAhead - 420s) <= 1s,
                 qPrintable(QString::number(outcome->clockAhead.count())));
    }

    void readsOnly()
    {
        RawPeer peer;
        peer.answer(200, "[]", {"X-Partner: 56810047f06c5a6ac62f4e1d"});
        QVERIFY(test(peer.url()));
        QVERIFY(peer.requests().size() >= 2);
        for (const auto &request : peer.requests())
            QCOMPARE(request.method, QByteArray("GET"));
    }

    void anUnknownKey()
    {
        auto server = start({});
        const auto outcome = test(server->url(), "00000000000000000000000000000000");
        QCOMPARE(failure(outcome).kind, Kind::KeyUnknown);
        QCOMPARE(failure(outcome).httpStatus, 401);
    }

    void answers_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("401") << RawPeer::http(401, "{\"errors\":[\"no\"]}") << Kind::KeyUnknown;
        QTest::newRow("403") << RawPeer::http(403, {}) << Kind::KeyForbidden;
        QTest::newRow("404") << RawPeer::http(404, "<html>") << Kind::NotTicketscloud;
        QTest::newRow("a page") << RawPeer::http(200, "<html>Welcome</html>") << Kind::NotTicketscloud;
        QTest::newRow("another API") << RawPeer::http(200, "{\"hello\":1}") << Kind::NotTicketscloud;
        QTest::newRow("no partner") << RawPeer::http(200, "[]") << Kind::NotTicketscloud;
        QTest::newRow("sent on") << RawPeer::http(302, {}, {"Location: https://login.example.org/"})
                                 << Kind::NotTicketscloud;
        QTest::newRow("500") << RawPeer::http(500, {}) << Kind::ServerTrouble;
        QTest::newRow("502") << RawPeer::http(502, "<html>") << Kind::ServerTrouble;
        QTest::newRow("429") << RawPeer::http(429, {}) << Kind::ServerTrouble;
    }
    void answers()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Kind, kind);
        RawPeer peer;
        peer.answer(RawPeer::Reply{.bytes = bytes});
        QCOMPARE(failure(test(peer.url())).kind, kind);
    }

    void theKeyOpensTheEventsButNoOrders()
    {
        RawPeer peer;
        peer.answer(200, "[]", {"X-Partner: 56810047f06c5a6ac62f4e1d"});
        peer.answer(403, {}, {"X-Partner: 56810047f06c5a6ac62f4e1d"});
        QCOMPARE(failure(test(peer.url())).kind, Kind::KeyForbidden);
    }

    void theServersWordsAreKept()
    {
        RawPeer peer;
        peer.answer(403, "{\"errors\":[\"deal is closed\"]}");
        QCOMPARE(failure(test(peer.url())).serverWords, u"deal is closed"_s);
    }

    void certificates_data()
    {
        QTest::addColumn<Recipe>("recipe");
        QTest::addColumn<TlsRefusal>("why");
        QTest::newRow("signed by itself") << Recipe{.authority = {}} << TlsRefusal::SelfSigned;
        QTest::newRow("signed by a stranger") << Recipe{.authority = u"stranger"_s} << TlsRefusal::UnknownAuthority;
        QTest::newRow("another's name") << Recipe{.names = u"DNS:tickets.example.com"_s} << TlsRefusal::WrongName;
        QTest::newRow("expired") << Recipe{.firstDay = -10, .lastDay = -1} << TlsRefusal::Expired;
        QTest::newRow("not yet valid") << Recipe{.firstDay = 1, .lastDay = 10} << TlsRefusal::NotYetValid;
    }
    void certificates()
    {
        QFETCH(Recipe, recipe);
        QFETCH(TlsRefusal, why);
        TlsPeer peer(m_certificates->make(u"bad"_s, recipe));
        const auto outcome = test(peer.url());
        QCOMPARE(failure(outcome).kind, Kind::Tls);
        QCOMPARE(failure(outcome).tls, why);
        QCOMPARE(peer.heard(), QByteArray()); // and no key either
    }

    void oldProtocol()
    {
        OldTlsPeer peer(m_certificates->make(u"old"_s, {.key = Recipe::Key::Rsa}));
        QVERIFY(m_certificates->isValid());
        QVERIFY(peer.isOpenToLenientClient());
        const auto outcome = test(peer.url());
        QCOMPARE(failure(outcome).kind, Kind::Tls);
        QCOMPARE(failure(outcome).tls, TlsRefusal::Handshake);
        QVERIFY(peer.isOpenToLenientClient()); // it was the client that did not want to
        QCOMPARE(peer.handshakes(), 2);
        QVERIFY(!peer.heard().contains(key));
    }

    void plainHttp_data()
    {
        QTest::addColumn<RawPeer::When>("when");
        QTest::newRow("answers before it is asked") << RawPeer::When::Accepted;
        QTest::newRow("takes the greeting for a request") << RawPeer::When::HeadRead;
    }
    void plainHttp()
    {
        QFETCH(RawPeer::When, when);
        RawPeer peer;
        peer.answer(RawPeer::Reply{
            .bytes = RawPeer::http(400, "plain"), .after = RawPeer::After::Fin, .when = RawPeer::When::Accepted});
        peer.answer(RawPeer::Reply{.bytes = RawPeer::http(400, "plain"), .after = RawPeer::After::Fin, .when = when});
        QUrl url = peer.url();
        url.setScheme(u"https"_s);
        QCOMPARE(failure(test(url)).kind, Kind::PlainHttp);
        for (const auto &request : peer.requests())
            QVERIFY(!request.headers.contains("authorization"));
    }

    void plainAddress() { QCOMPARE(failure(test(QUrl(u"http://tickets.example.org"_s))).kind, Kind::PlainHttp); }

    void nobodyThere()
    {
        QUrl url;
        {
            RawPeer gone;
            url = gone.url();
        }
        QCOMPARE(failure(test(url)).kind, Kind::NoNetwork);
    }

    void unknownName() { QCOMPARE(failure(test(QUrl(u"https://tickets.invalid"_s))).kind, Kind::NameUnknown); }

    void hungUp()
    {
        RawPeer peer;
        peer.answer(RawPeer::Reply{.bytes = {}, .after = RawPeer::After::Fin, .when = RawPeer::When::BodyRead});
        peer.answer(RawPeer::Reply{.bytes = "HTTP/1.1 200 OK\r\nContent-Le", .after = RawPeer::After::Fin});
        QCOMPARE(failure(test(peer.url())).kind, Kind::NoAnswer);
    }

    void proxy()
    {
        ConnectProxy refusing;
        refusing.install();
        refusing.answer(RawPeer::http(403, "no"), ConnectProxy::Then::Close);
        QCOMPARE(failure(test(QUrl(u"https://tickets.example.org"_s))).kind, Kind::Proxy);
        QVERIFY(!refusing.heard().contains(key));
    }

    void canBeBrokenOff()
    {
        RawPeer silent;
        auto check = makeConnectionTest(silent.url(), key);
        QSignalSpy finished(check.get(), &ConnectionCheck::finished);
        check->start();
        QTRY_COMPARE(silent.requests().size(), 1);
        check.reset();
        QTRY_COMPARE(silent.openConnections(), 0);
        QCOMPARE(finished.count(), 0);
    }

private:
    static std::unique_ptr<sandbox::SandboxThread> start(const sandbox::Options &options)
    {
        auto server = std::make_unique<sandbox::SandboxThread>(options);
        QSignalSpy started(server.get(), &sandbox::SandboxThread::started);
        server->start();
        [&] { QTRY_COMPARE(started.count(), 1); }();
        return server;
    }

    static ConnectionOutcome test(const QUrl &server, const QByteArray &itsKey = key)
    {
        const auto check = makeConnectionTest(server, itsKey);
        std::optional<ConnectionOutcome> outcome;
        QObject::connect(check.get(), &ConnectionCheck::finished, check.get(),
                         [&outcome](const ConnectionOutcome &told) { outcome = told; });
        check->start();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), 30000); }();
        return outcome.value_or(ConnectionReport());
    }

    static ConnectionFailure failure(const ConnectionOutcome &outcome)
    {
        return outcome ? ConnectionFailure{.httpStatus = -1} : outcome.error();
    }

    std::unique_ptr<Certificates> m_certificates;
    Certificates::Identity m_good;
};

QTEST_GUILESS_MAIN(TestConnectionCheck)
#include "tst_connectioncheck.moc"
