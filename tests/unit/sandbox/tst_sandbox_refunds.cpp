// SPDX-License-Identifier: GPL-3.0-or-later
#include "Desk.h"
#include "tests/support/TestProgram.h"

#include <QTest>

namespace okoshko::test::tst_sandbox_refunds {

class TestRefunds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void someThenTheRest();
    void rejectedChangesNothing();
    void refused_data();
    void refused();
    void listed();

private:
    static Answer ask(Desk &desk, const QString &order, const QByteArray &more)
    {
        return desk.ask("POST", QStringLiteral("/v1/resources/refund_requests"),
                        "{\"order\": \"" + order.toLatin1() + "\", \"culprit\": \"user\", " + more + '}');
    }
    static Answer decide(Desk &desk, const Answer &refund, const QByteArray &status)
    {
        return desk.ask("PATCH", QStringLiteral("/v1/resources/refund_requests/") + refund.id(),
                        "{\"status\": \"" + status + "\"}");
    }
    static QByteArray back(const Answer &order, int index)
    {
        return "\"tickets_refund\": [\"" + order.tickets().at(index).toString().toLatin1() + "\"]";
    }
};

void TestRefunds::someThenTheRest()
{
    Desk desk;
    const Answer order = desk.sell(demo::clubEvent, demo::clubSet, 2);
    const int left = desk.vacant(demo::clubEvent, demo::clubSet);
    const Answer first = ask(desk, order.id(), back(order, 0));
    QCOMPARE(first.status(), 201);
    QCOMPARE(first.text("status"), QStringLiteral("new"));
    QCOMPARE(first.text("value"), QStringLiteral("1500.00"));
    QCOMPARE(first.tickets(), QJsonArray{order.tickets().at(1)});
    QCOMPARE(ask(desk, order.id(), back(order, 0)).status(), 400); // asked for already
    const Answer approved = decide(desk, first, "approved");
    QCOMPARE(approved.status(), 201); // as recorded
    QCOMPARE(approved.text("status"), QStringLiteral("approved"));
    QCOMPARE(desk.read(order.id()).text("status"), QStringLiteral("done"));
    QCOMPARE(desk.vacant(demo::clubEvent, demo::clubSet), left + 1);
    QCOMPARE(decide(desk, first, "rejected").status(), 400);

    const Answer rest = ask(desk, order.id(), R"("tickets": [])"); // nothing stays
    QCOMPARE(rest.status(), 201);
    decide(desk, rest, "approved");
    QCOMPARE(desk.read(order.id()).text("status"), QStringLiteral("refunded"));
    QCOMPARE(desk.vacant(demo::clubEvent, demo::clubSet), left + 2);
}

void TestRefunds::rejectedChangesNothing()
{
    Desk desk;
    const Answer order = desk.sell(demo::event, demo::set, 1);
    const Answer refund = ask(desk, order.id(), back(order, 0));
    QCOMPARE(decide(desk, refund, "rejected").status(), 200);
    QCOMPARE(desk.read(order.id()).text("status"), QStringLiteral("done"));
    QCOMPARE(desk.vacant(demo::event, demo::set), 499);
    QCOMPARE(ask(desk, order.id(), back(order, 0)).status(), 201); // may be asked again
}

void TestRefunds::refused_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::newRow("both lists") << QByteArray(R"("tickets": [], "tickets_refund": [])");
    QTest::newRow("no list") << QByteArray(R"("reason": "rain")");
    QTest::newRow("none") << QByteArray(R"("tickets_refund": [])");
    QTest::newRow("foreign ticket") << QByteArray(R"("tickets_refund": ["000000000000000000000000"])");
    QTest::newRow("bad culprit") << QByteArray(R"("tickets": [], "culprit": "weather")");
}

void TestRefunds::refused()
{
    QFETCH(const QByteArray, more);
    Desk desk;
    const Answer order = desk.sell(demo::event, demo::set, 1);
    QCOMPARE(ask(desk, order.id(), more).status(), 400);
    const Answer open = desk.reserve(demo::event, demo::set, 1);
    QCOMPARE(ask(desk, open.id(), back(open, 0)).status(), 400);
}

void TestRefunds::listed()
{
    Desk desk;
    const Answer order = desk.sell(demo::clubEvent, demo::clubSet, 1);
    const Answer refund = ask(desk, order.id(), back(order, 0));
    const QString path = QStringLiteral("/v1/resources/refund_requests");
    QCOMPARE(desk.ask("GET", path).array(), QJsonArray{refund.object()});
    QCOMPARE(desk.ask("GET", path + u'/' + refund.id()).object(), refund.object());
}

} // namespace okoshko::test::tst_sandbox_refunds

OKOSHKO_TEST(tst_sandbox_refunds, TestRefunds, QCoreApplication)
#include "tst_sandbox_refunds.moc"
