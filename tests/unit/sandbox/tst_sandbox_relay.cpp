// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/weather/Relay.h"
#include "tests/support/TestProgram.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace std::chrono_literals;

namespace okoshko::test::tst_sandbox_relay {

using namespace okoshko::sandbox;

/// The relay between a client and a server that counts what reaches it and answers each head with "0123456789".
class TestRelay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void passesThrough();
    void spells_data();
    void spells();
    void spellIsUsedUp();
    void latencyHoldsBack();
    void endlessRequestIsCut();

private:
    void serve();
    void relayWith(std::chrono::milliseconds latency, const QList<FaultRule> &spells);

    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<Relay> m_relay;
    std::unique_ptr<QTcpSocket> m_client;
    QByteArray m_arrived;
};

void TestRelay::init()
{
    m_client.reset();
    m_relay.reset();
    m_arrived.clear();
    m_server = std::make_unique<QTcpServer>();
    connect(m_server.get(), &QTcpServer::newConnection, this, &TestRelay::serve);
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
}

void TestRelay::serve()
{
    QTcpSocket *socket = m_server->nextPendingConnection();
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
        m_arrived += socket->readAll();
        if (m_arrived.endsWith("\r\n\r\n"))
            socket->write("0123456789");
    });
}

void TestRelay::relayWith(std::chrono::milliseconds latency, const QList<FaultRule> &spells)
{
    m_relay = std::make_unique<Relay>(m_server->serverPort(), latency);
    m_relay->setSpells(spells);
    const auto port = m_relay->listen(0);
    QVERIFY(port);
    m_client = std::make_unique<QTcpSocket>();
    m_client->connectToHost(QHostAddress::LocalHost, *port);
    QTRY_COMPARE(m_client->state(), QAbstractSocket::ConnectedState);
}

void TestRelay::passesThrough()
{
    relayWith(0ms, {});
    for (int i = 1; i <= 3; ++i) { // one connection, one request after another
        m_client->write("GET / HTTP/1.1\r\n\r\n");
        QTRY_COMPARE(m_client->bytesAvailable(), 10 * i);
    }
}

void TestRelay::spells_data()
{
    QTest::addColumn<Trouble>("trouble");
    QTest::addColumn<bool>("arrives");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("cut");
    QTest::newRow("none") << Trouble::None << true << QByteArray("0123456789") << false;
    QTest::newRow("cut before") << Trouble::CutBefore << false << QByteArray() << true;
    QTest::newRow("cut after") << Trouble::CutAfter << true << QByteArray() << true;
    QTest::newRow("silence") << Trouble::Silence << true << QByteArray() << false;
    QTest::newRow("truncate") << Trouble::Truncate << true << QByteArray("0123") << true;
}

void TestRelay::spells()
{
    QFETCH(const Trouble, trouble);
    QFETCH(const bool, arrives);
    QFETCH(const QByteArray, answer);
    QFETCH(const bool, cut);
    relayWith(0ms, {{"PATCH", "/v1/resources/orders", trouble, 1, 4}});
    const QByteArray sent = "PATCH /v1/resources/orders/1 HTTP/1.1\r\n\r\n";
    m_client->write(sent.left(10)); // the first line comes in two pieces
    QTRY_COMPARE(m_client->bytesToWrite(), 0);
    m_client->write(sent.mid(10));
    if (cut)
        QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
    if (arrives)
        QTRY_COMPARE(m_arrived, sent);
    QTRY_COMPARE(m_client->bytesAvailable(), answer.size());
    QCOMPARE(m_client->readAll(), answer);
    QCOMPARE(m_arrived, arrives ? sent : QByteArray());
    QCOMPARE(m_client->state() == QAbstractSocket::UnconnectedState, cut);
}

void TestRelay::spellIsUsedUp()
{
    Relay relay(1, 0ms);
    relay.setSpells({{"POST", "/a", Trouble::Silence, 2, 0}, {"", "/a", Trouble::CutAfter, -1, 0}});
    const auto take = [&](const char *method, const char *path) { return relay.takeSpell({method, path, {}}).trouble; };
    QCOMPARE(take("POST", "/b"), Trouble::None);
    QCOMPARE(take("GET", "/a/1"), Trouble::CutAfter);
    QCOMPARE(take("POST", "/a"), Trouble::Silence);
    QCOMPARE(take("POST", "/a"), Trouble::Silence);
    QCOMPARE(take("POST", "/a"), Trouble::CutAfter);
    QCOMPARE(take("POST", "/a"), Trouble::CutAfter);
}

void TestRelay::latencyHoldsBack()
{
    relayWith(150ms, {});
    QElapsedTimer timer;
    timer.start();
    m_client->write("GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(m_arrived.size(), 18); // the request itself is not held back
    QTRY_COMPARE(m_client->bytesAvailable(), 10);
    QVERIFY(timer.elapsed() >= 150); // never earlier; later is the machine's affair
}

void TestRelay::endlessRequestIsCut()
{
    relayWith(0ms, {});
    m_client->write("POST / HTTP/1.1\r\n" + QByteArray(Relay::largestRequest + 1, 'x'));
    QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
}

} // namespace okoshko::test::tst_sandbox_relay

OKOSHKO_TEST(tst_sandbox_relay, TestRelay, QCoreApplication)
#include "tst_sandbox_relay.moc"
