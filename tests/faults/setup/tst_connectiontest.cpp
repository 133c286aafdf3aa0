// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/SandboxThread.h"
#include "models/api/v1/V1Api.h"
#include "models/api/v1/V1Requests.h"
#include "models/counter/NetworkCounter.h"
#include "tests/faults/tls/Certificates.h"
#include "tests/faults/tls/ConnectProxy.h"
#include "tests/faults/tls/OldTlsPeer.h"
#include "tests/faults/tls/TlsFront.h"
#include "tests/faults/tls/TlsPeer.h"
#include "tests/unit/api/RawPeer.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>

using namespace okoshko;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Kind = ConnectionFailure::Kind;
using Recipe = Certificates::Recipe;

namespace {

const QByteArray key = "047bdb8bcee44d3693371920aaf9135c";
const QByteArray partner = "X-Partner: 56810047f06c5a6ac62f4e1d";
/// How the vendor answers who has no key.
const QByteArray whoAreYou = RawPeer::http(401, "{\"error\":\"HTTPUnauthorized\"}");
const QByteArray logIn = RawPeer::http(200, "\n<!DOCTYPE html><html><body>Welcome to our hotel</body></html>");

} // namespace

/// The test of the connection tells each trouble from every other, against servers that really have it, and changes
/// nothing anywhere.
class TestConnectionTest : public QObject
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
        const auto report = test(front.url()).result;
        QVERIFY(report);
        QCOMPARE(report->partner, u"56810047f06c5a6ac62f4e1d"_s);
        QVERIFY(report->eventsOnSale >= 10);
        QVERIFY(report->lag < 30s); // and may be nothing on loopback
        QVERIFY2(std::chrono::abs(report->clockAhead - 420s) <= 1s,
                 qPrintable(QString::number(report->clockAhead.count())));
    }

    void readsOnly()
    {
        RawPeer peer;
        peer.answer(200, "[]", {partner});
        QVERIFY(test(peer.url()).result);
        QVERIFY(peer.requests().size() >= 3);
        for (const auto &request : peer.requests())
            QCOMPARE(request.method, QByteArray("GET"));
        QCOMPARE(peer.requests().first().target, QByteArray("/v1/services/simple/events?page_size=1"));
        QCOMPARE(keysIn(peer), peer.requests().size() - 1);
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
        QTest::newRow("a newer generation") << RawPeer::http(200, R"({"data":[],"refs":{}})") << Kind::NewerGeneration;
        QTest::newRow("500") << RawPeer::http(500, {}) << Kind::ServerTrouble;
        QTest::newRow("502") << RawPeer::http(502, "<html>") << Kind::ServerTrouble;
        QTest::newRow("429") << RawPeer::http(429, {}) << Kind::ServerTrouble;
    }
    void answers()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Kind, kind);
        RawPeer peer;
        peer.answer(RawPeer::Reply{.bytes = whoAreYou});
        peer.answer(RawPeer::Reply{.bytes = bytes});
        QCOMPARE(failure(test(peer.url())).kind, kind);
    }

    void answersWithoutTheKey_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<std::optional<Kind>>("kind");
        using MayBe = std::optional<Kind>;
        const QByteArray many = "[" + QByteArray(R"({"id":"55c4d4d437756d4d3ab09fd3"},)").repeated(4000) + "{}]";
        QTest::newRow("401") << whoAreYou << MayBe();
        QTest::newRow("403") << RawPeer::http(403, "{\"errors\":[]}") << MayBe();
        QTest::newRow("its events") << RawPeer::http(200, " [{}]\n") << MayBe();
        QTest::newRow("all its events") << RawPeer::http(200, many) << MayBe();
        QTest::newRow("its events, behind a mark") << RawPeer::http(200, "\xef\xbb\xbf\r\n [{}]") << MayBe();
        QTest::newRow("all its events, behind a mark") << RawPeer::http(200, "\xef\xbb\xbf\r\n " + many) << MayBe();
        QTest::newRow("401, behind a mark") << RawPeer::http(401, "\xef\xbb\xbf\n{}") << MayBe();
        QTest::newRow("401, a page") << RawPeer::http(401, "<html>") << MayBe(Kind::NotTicketscloud);
        QTest::newRow("401, nothing") << RawPeer::http(401, {}) << MayBe(Kind::NotTicketscloud);
        QTest::newRow("403, words") << RawPeer::http(403, "no") << MayBe(Kind::NotTicketscloud);
        QTest::newRow("a log-in page") << logIn << MayBe(Kind::WebPage);
        QTest::newRow("a great page") << RawPeer::http(200, "<p>" + QByteArray(100'000, ' ')) << MayBe(Kind::WebPage);
        QTest::newRow("another API") << RawPeer::http(200, "{\"hello\":1}") << MayBe(Kind::NotTicketscloud);
        QTest::newRow("a newer generation") << RawPeer::http(200, R"({"data":[]})") << MayBe(Kind::NewerGeneration);
        QTest::newRow("a newer generation, behind a mark")
            << RawPeer::http(200, "\xef\xbb\xbf\n{\"data\":[]}") << MayBe(Kind::NewerGeneration);
        QTest::newRow("a page, behind a mark") << RawPeer::http(200, "\xef\xbb\xbf\n<html>") << MayBe(Kind::WebPage);
        QTest::newRow("no content") << RawPeer::http(204, {}) << MayBe(Kind::NotTicketscloud);
        QTest::newRow("sent on") << RawPeer::http(302, {}, {"Location: https://login.example.org/"})
                                 << MayBe(Kind::WebPage);
        QTest::newRow("sent on, with JSON")
            << RawPeer::http(307, "[]", {"Location: /v2/events"}) << MayBe(Kind::WebPage);
        QTest::newRow("the network wants a log-in") << RawPeer::http(511, "<html>") << MayBe(Kind::WebPage);
        QTest::newRow("404") << RawPeer::http(404, "{}") << MayBe(Kind::NotTicketscloud);
        QTest::newRow("429") << RawPeer::http(429, "{}") << MayBe(Kind::ServerTrouble);
        QTest::newRow("502") << RawPeer::http(502, "<html>") << MayBe(Kind::ServerTrouble);
    }
    void answersWithoutTheKey()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(std::optional<Kind>, kind);
        RawPeer peer;
        peer.answer(RawPeer::Reply{.bytes = bytes});
        peer.answer(200, "[]", {partner});
        const auto outcome = test(peer.url());
        QCOMPARE(outcome.result.has_value(), !kind.has_value());
        QVERIFY(!peer.requests().first().headers.contains("authorization"));
        if (!kind)
            return;
        QCOMPARE(failure(outcome).kind, *kind);
        QCOMPARE(peer.requests().size(), 1); // the key went nowhere, nor was a redirect followed
    }

    void howLongToWaitIsTold()
    {
        const QByteArray busy = RawPeer::http(429, "{}", {"Retry-After: 40"});
        RawPeer withoutKey;
        withoutKey.answer(RawPeer::Reply{.bytes = busy});
        QCOMPARE(failure(test(withoutKey.url())).retryAfter, std::optional(40s));
        RawPeer withKey;
        withKey.answer(RawPeer::Reply{.bytes = whoAreYou});
        withKey.answer(RawPeer::Reply{.bytes = busy});
        QCOMPARE(failure(test(withKey.url())).retryAfter, std::optional(40s));
    }

    void whereARedirectLeadsIsTold()
    {
        RawPeer peer;
        peer.answer(302, {}, {"Location: https://login.example.org/?for=api"});
        QCOMPARE(failure(test(peer.url())).sentTo, u"login.example.org"_s);
    }

    // Which server --------------------------------------------------------------------------------------------------

    void bothAnswer()
    {
        RawPeer tested;
        RawPeer other;
        RawPeer staging;
        tested.answer(RawPeer::Reply{.bytes = whoAreYou});
        tested.answer(200, "[]", {partner});
        other.answer(RawPeer::Reply{.bytes = whoAreYou});
        const auto outcome = test(tested.url(), key,
                                  {{other.url(), Environment::Live},
                                   {tested.url(), Environment::Live},
                                   {staging.url(), Environment::Staging}});
        QVERIFY(outcome.result);
        QCOMPARE(outcome.others, (QList{KeylessAnswer{other.url(), {}}}));
        QVERIFY(outcome.proposal.isEmpty()); // the one in the field stays
        QCOMPARE(keysIn(tested), tested.requests().size() - 1);
        QCOMPARE(other.requests().size(), 1);
        QCOMPARE(keysIn(other), 0);
        QCOMPARE(staging.requests().size(), 0);
    }

    void onlyTheOtherAnswers_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("a log-in page") << logIn << Kind::WebPage;
        QTest::newRow("a redirect") << RawPeer::http(302, {}, {"Location: http://10.0.0.1/"}) << Kind::WebPage;
        QTest::newRow("out of order") << RawPeer::http(502, "<html>") << Kind::ServerTrouble;
        QTest::newRow("hangs up") << QByteArray("HTTP/1.1 ") << Kind::NoAnswer;
    }
    void onlyTheOtherAnswers()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Kind, kind);
        RawPeer tested;
        RawPeer other;
        tested.answer(RawPeer::Reply{.bytes = bytes, .after = RawPeer::After::Fin});
        other.answer(RawPeer::Reply{.bytes = whoAreYou});
        const auto outcome = test(tested.url(), key, live({&tested, &other}));
        QCOMPARE(failure(outcome).kind, kind);
        QCOMPARE(outcome.proposal, other.url());
        QCOMPARE(keysIn(tested) + keysIn(other), 0);
    }

    void onlyTheOtherAnswersInTime()
    {
        RawPeer silent;
        RawPeer other;
        other.answer(RawPeer::Reply{.bytes = whoAreYou});
        HttpClient::Config config;
        config.server = silent.url();
        config.key = key;
        config.timeout = 300ms;
        ConnectionTest check(config, {other.url()},
                             {{v1::keylessRequest(), v1::isAnswerToKeyless},
                              [](HttpClient &http) { return std::make_unique<v1::V1Api>(http); }});
        const auto outcome = endOf(check);
        QCOMPARE(failure(outcome).kind, Kind::NoAnswer);
        QCOMPARE(outcome.proposal, other.url());
        QCOMPARE(keysIn(silent) + keysIn(other), 0);
    }

    void onlyTheTestedAnswers()
    {
        RawPeer tested;
        tested.answer(RawPeer::Reply{.bytes = whoAreYou});
        tested.answer(200, "[]", {partner});
        RawPeer other;
        other.answer(RawPeer::Reply{.bytes = logIn});
        const auto outcome = test(tested.url(), key, live({&tested, &other}));
        QVERIFY(outcome.result);
        QCOMPARE(outcome.others.size(), 1);
        QCOMPARE(outcome.others.first().failure->kind, Kind::WebPage);
        QVERIFY(outcome.proposal.isEmpty());
        QCOMPARE(keysIn(other), 0);
    }

    void aSilentOtherIsNotWaitedFor()
    {
        RawPeer tested;
        tested.answer(200, "[]", {partner});
        RawPeer silent;
        const auto outcome = test(tested.url(), key, live({&tested, &silent}));
        QVERIFY(outcome.result);
        QVERIFY(outcome.others.isEmpty());
    }

    void neitherAnswers()
    {
        RawPeer tested;
        RawPeer other;
        tested.answer(404, "<html>");
        other.answer(RawPeer::Reply{.bytes = logIn});
        const auto outcome = test(tested.url(), key, live({&tested, &other}));
        QCOMPARE(failure(outcome).kind, Kind::NotTicketscloud);
        QCOMPARE(outcome.others.size(), 1);
        QCOMPARE(outcome.others.first().server, other.url());
        QCOMPARE(outcome.others.first().failure->kind, Kind::WebPage);
        QVERIFY(outcome.proposal.isEmpty());
        QCOMPARE(keysIn(tested) + keysIn(other), 0);
    }

    void theKeyIsWrongThoughBothAnswer()
    {
        RawPeer tested;
        RawPeer other;
        tested.answer(RawPeer::Reply{.bytes = whoAreYou});
        other.answer(RawPeer::Reply{.bytes = whoAreYou});
        const auto outcome = test(tested.url(), key, live({&tested, &other}));
        QCOMPARE(failure(outcome).kind, Kind::KeyUnknown);
        QVERIFY(outcome.proposal.isEmpty());
        QCOMPARE(keysIn(tested), 1);
        QCOMPARE(keysIn(other), 0);
    }

    void anotherServerIsAskedAlone_data()
    {
        QTest::addColumn<Environment>("environment");
        QTest::newRow("staging") << Environment::Staging;
        QTest::newRow("an own one") << Environment::Live; // not among the known ones
    }
    void anotherServerIsAskedAlone()
    {
        QFETCH(Environment, environment);
        RawPeer tested;
        RawPeer known;
        tested.answer(RawPeer::Reply{.bytes = logIn});
        QList<KnownServer> servers{{known.url(), Environment::Live}};
        if (environment == Environment::Staging)
            servers.append({tested.url(), environment});
        const auto outcome = test(tested.url(), key, servers);
        QCOMPARE(failure(outcome).kind, Kind::WebPage);
        QVERIFY(outcome.others.isEmpty());
        QCOMPARE(known.connections(), 0);
        QCOMPARE(keysIn(tested), 0);
    }

    void aForgedServerHearsNothing()
    {
        TlsPeer forged(m_certificates->make(u"forged"_s, {.authority = {}}));
        TlsPeer real(m_certificates->make(u"real"_s, {}));
        real.answer(whoAreYou);
        const auto outcome =
            test(forged.url(), key, {{forged.url(), Environment::Live}, {real.url(), Environment::Live}});
        QCOMPARE(failure(outcome).tls, TlsRefusal::SelfSigned);
        QCOMPARE(outcome.proposal, real.url());
        QCOMPARE(forged.heard(), QByteArray());
        QCOMPARE(real.requests(), 1);
        QVERIFY(!real.heard().toLower().contains("authorization") && !real.heard().contains(key));
    }

    void aForgedOtherIsNoProposal()
    {
        TlsPeer real(m_certificates->make(u"real"_s, {}));
        TlsPeer forged(m_certificates->make(u"forged"_s, {.names = u"DNS:tickets.example.com"_s}));
        real.answer(logIn);
        forged.answer(whoAreYou);
        const auto outcome =
            test(real.url(), key, {{forged.url(), Environment::Live}, {real.url(), Environment::Live}});
        QCOMPARE(failure(outcome).kind, Kind::WebPage);
        QVERIFY(outcome.proposal.isEmpty());
        QCOMPARE(outcome.others.first().failure->tls, TlsRefusal::WrongName);
        QCOMPARE(forged.heard(), QByteArray());
        QVERIFY(!real.heard().contains(key));
    }

    void theKeyOpensTheEventsButNoOrders()
    {
        RawPeer peer;
        peer.answer(200, "[]", {partner}); // without the key, too
        peer.answer(200, "[]", {partner});
        peer.answer(403, {}, {partner});
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
        auto check = makeConnectionTest(silent.url(), key, {});
        QSignalSpy finished(check.get(), &ConnectionTest::finished);
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

    static ConnectionTestResult test(const QUrl &server, const QByteArray &itsKey = key,
                                     const QList<KnownServer> &known = {})
    {
        return endOf(*makeConnectionTest(server, itsKey, known));
    }

    static ConnectionTestResult endOf(ConnectionTest &check)
    {
        std::optional<ConnectionTestResult> outcome;
        QObject::connect(&check, &ConnectionTest::finished, &check,
                         [&outcome](const ConnectionTestResult &told) { outcome = told; });
        check.start();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), 30000); }();
        return outcome.value_or(ConnectionTestResult());
    }

    static ConnectionFailure failure(const ConnectionTestResult &outcome)
    {
        return outcome.result ? ConnectionFailure{.httpStatus = -1} : outcome.result.error();
    }

    static QList<KnownServer> live(const QList<RawPeer *> &peers)
    {
        QList<KnownServer> servers;
        for (const RawPeer *peer : peers)
            servers.append({peer->url(), Environment::Live});
        return servers;
    }

    /// How many requests had a key.
    static qsizetype keysIn(const RawPeer &peer)
    {
        return std::ranges::count_if(peer.requests(), [](const RawPeer::Request &request) {
            return request.headers.contains("authorization") || request.target.contains(key);
        });
    }

    std::unique_ptr<Certificates> m_certificates;
    Certificates::Identity m_good;
};

QTEST_GUILESS_MAIN(TestConnectionTest)
#include "tst_connectiontest.moc"
