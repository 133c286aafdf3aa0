// SPDX-License-Identifier: GPL-3.0-or-later
#include "Desk.h"

#include "app/sandbox/Order.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace std::chrono_literals;

namespace okoshko::test::tst_sandbox_states {

using namespace okoshko::sandbox;

/// The state diagram, walked through the front door: every state against every wanted status.
class TestStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wanted_data();
    void wanted();
    void deleteCancels();
    void onlyOpenOrdersAreEdited();

private:
    static QString orderIn(Desk &desk, OrderStatus state, bool redirects);
};

QString TestStates::orderIn(Desk &desk, OrderStatus state, bool redirects)
{
    const QString &event = redirects ? demo::event : demo::clubEvent;
    const QString &set = redirects ? demo::set : demo::clubSet;
    if (state == OrderStatus::Done || state == OrderStatus::Refunded) {
        const Answer sold = desk.sell(event, set, 1);
        if (state == OrderStatus::Done)
            return sold.id();
        const QByteArray ticket = sold.tickets().first().toString().toLatin1();
        const Answer refund = desk.ask("POST", QStringLiteral("/v1/resources/refund_requests"),
                                       R"({"order": ")" + sold.id().toLatin1() +
                                           R"(", "culprit": "org", "tickets_refund": [")" + ticket + R"("]})");
        desk.ask("PATCH", QStringLiteral("/v1/resources/refund_requests/") + refund.id(), R"({"status": "approved"})");
        return sold.id();
    }
    const QString order = desk.reserve(event, set, 1).id();
    switch (state) {
    case OrderStatus::Executed:
    case OrderStatus::Done:
    case OrderStatus::Refunded:
        break;
    case OrderStatus::InProgress:
        desk.begin(order);
        break;
    case OrderStatus::Canceled:
        desk.change(order, R"({"status": "canceled"})");
        break;
    case OrderStatus::Expired:
        desk.pass(10min);
        break;
    }
    return order;
}

void TestStates::wanted_data()
{
    using enum OrderStatus;
    QTest::addColumn<OrderStatus>("from");
    QTest::addColumn<OrderStatus>("to");
    QTest::addColumn<bool>("redirects");
    QTest::addColumn<bool>("allowed");
    // Written out anew, not taken from the server's own table.
    const QList<std::pair<OrderStatus, OrderStatus>> allowed{
        {Executed, InProgress}, {Executed, Canceled}, {InProgress, Canceled}, {InProgress, Done}};
    const QList<OrderStatus> all{Executed, InProgress, Done, Canceled, Expired, Refunded};
    for (const bool redirects : {false, true}) {
        for (const OrderStatus from : all) {
            for (const OrderStatus to : all) {
                const QString row = QStringLiteral("%1 to %2, %3")
                                        .arg(toText(from), toText(to),
                                             redirects ? QStringLiteral("payment page") : QStringLiteral("seller"));
                const bool may = allowed.contains({from, to}) && !(redirects && to == Done);
                QTest::newRow(qPrintable(row)) << from << to << redirects << may;
            }
        }
    }
}

void TestStates::wanted()
{
    QFETCH(const OrderStatus, from);
    QFETCH(const OrderStatus, to);
    QFETCH(const bool, redirects);
    QFETCH(const bool, allowed);
    Desk desk;
    const QString order = orderIn(desk, from, redirects);
    QCOMPARE(desk.read(order).text("status"), toText(from));
    if (from == OrderStatus::Executed)
        desk.change(order, R"({"payment": {"system": "api/BASE"}})");

    const Answer answer = desk.change(order, R"({"status": ")" + toText(to).toLatin1() + R"("})");

    QCOMPARE(answer.status(), allowed ? 200 : 400);
    QCOMPARE(answer.object().contains(QStringLiteral("errors")), !allowed);
    QCOMPARE(desk.read(order).text("status"), toText(allowed ? to : from));
}

void TestStates::deleteCancels()
{
    Desk desk;
    const QString order = desk.reserve(demo::event, demo::set, 2).id();
    const int left = desk.vacant(demo::event, demo::set);

    const Answer answer = desk.ask("DELETE", QStringLiteral("/v1/resources/orders/") + order);

    QCOMPARE(answer.status(), 200);
    QCOMPARE(answer.reply.body, QByteArray("{}"));
    QCOMPARE(desk.read(order).text("status"), QStringLiteral("canceled"));
    QCOMPARE(desk.vacant(demo::event, demo::set), left + 2);
    QCOMPARE(desk.ask("DELETE", QStringLiteral("/v1/resources/orders/") + order).status(), 400);
}

void TestStates::onlyOpenOrdersAreEdited()
{
    Desk desk;
    const QString order = desk.reserve(demo::event, demo::set, 1).id();
    desk.change(order, R"({"status": "canceled"})");
    const int left = desk.vacant(demo::event, demo::set);
    const Answer other = desk.reserve(demo::event, demo::set, 1);

    QCOMPARE(desk.change(order, R"({"customer": {"email": "a@b.example"}})").status(), 400);
    QCOMPARE(desk.change(order, R"({"random": {}})").status(), 400);
    // An empty change does nothing; above all it does not free what others hold by now.
    QCOMPARE(desk.change(order, "{}").status(), 200);
    QCOMPARE(desk.vacant(demo::event, demo::set), left - 1);
    QCOMPARE(desk.read(other.id()).tickets().size(), 1);
}

} // namespace okoshko::test::tst_sandbox_states

OKOSHKO_TEST(tst_sandbox_states, TestStates, QCoreApplication)
#include "tst_sandbox_states.moc"
