// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/PollPace.h"
#include "models/sale/RedirectRule.h"
#include "models/sale/Transitions.h"
#include "tests/support/TestProgram.h"

#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_rules {

class RulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The diagram of api.md, "Order", written down once more by hand.
    void stepsFollowTheDiagram_data()
    {
        QTest::addColumn<OrderStatus>("status");
        QTest::addColumn<QString>("allowed");
        QTest::newRow("executed") << OrderStatus::Executed << u"choose start cancel read"_s;
        QTest::newRow("in_progress") << OrderStatus::InProgress << u"confirm cancel read"_s;
        QTest::newRow("done") << OrderStatus::Done << u"read"_s;
        QTest::newRow("canceled") << OrderStatus::Canceled << u"read"_s;
        QTest::newRow("expired") << OrderStatus::Expired << u"read"_s;
        QTest::newRow("refunded") << OrderStatus::Refunded << u"read"_s;
        QTest::newRow("unknown") << OrderStatus::Unknown << u"read"_s;
    }

    void stepsFollowTheDiagram()
    {
        QFETCH(OrderStatus, status);
        QFETCH(QString, allowed);
        const QList<std::pair<Step, QString>> steps{{Step::ChoosePayment, u"choose"_s},
                                                    {Step::StartPayment, u"start"_s},
                                                    {Step::Confirm, u"confirm"_s},
                                                    {Step::Cancel, u"cancel"_s},
                                                    {Step::Read, u"read"_s}};
        QStringList found;
        for (const auto &[step, name] : steps) {
            if (mayStep(status, step) == Verdict::Allowed)
                found << name;
        }
        QCOMPARE(found.join(u' '), allowed);
    }

    void statesAreReachedByTheArrows_data()
    {
        QTest::addColumn<OrderStatus>("from");
        QTest::addColumn<OrderStatus>("to");
        QTest::addColumn<bool>("reachable");
        QTest::newRow("paid at once") << OrderStatus::Executed << OrderStatus::Done << true;
        QTest::newRow("paid and refunded") << OrderStatus::Executed << OrderStatus::Refunded << true;
        QTest::newRow("payment expired") << OrderStatus::InProgress << OrderStatus::Expired << true;
        QTest::newRow("back to held") << OrderStatus::InProgress << OrderStatus::Executed << false;
        QTest::newRow("paid, then cancelled") << OrderStatus::Done << OrderStatus::Canceled << false;
        QTest::newRow("paid after cancellation") << OrderStatus::Canceled << OrderStatus::Done << false;
        QTest::newRow("paid after expiry") << OrderStatus::Expired << OrderStatus::Done << false;
    }

    void statesAreReachedByTheArrows()
    {
        QFETCH(OrderStatus, from);
        QFETCH(OrderStatus, to);
        QTEST(mayBeReached(from, to), "reachable");
    }

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
        QTEST(judgeRedirect(QUrl(url)) == Opening::Safe, "safe");
    }

    void paceSlowsToItsBound()
    {
        const Instant now = *parseInstant(u"2026-05-12T10:00:00Z"_s);
        Sale sale;
        sale.origin = Sale::Origin::ThisCounter;
        sale.order.status = OrderStatus::InProgress;
        sale.order.reservedTill = now + 12h;
        const PollPace pace;
        Microseconds last = 0s;
        for (int asked = 0; asked < 400; ++asked) {
            const Microseconds pause = *pace.next(sale, now, asked, 0) - now;
            QVERIFY(pause >= last && pause <= pace.slowest);
            last = pause;
        }
        QCOMPARE(last, Microseconds(pace.slowest));
        for (int failed = 1; failed < 100; ++failed)
            QVERIFY(*pace.next(sale, now, 0, failed) - now <= pace.slowest);
    }

    void paceMeetsTheEndOfTheHold()
    {
        const Instant now = *parseInstant(u"2026-05-12T10:00:00Z"_s);
        Sale sale;
        sale.order.status = OrderStatus::Executed;
        sale.order.reservedTill = now + 10min;
        QCOMPARE(PollPace().next(sale, now, 0, 0), std::optional(now + 10min));
        sale.order.status = OrderStatus::InProgress;
        sale.order.reservedTill = now + 1s;
        QCOMPARE(PollPace().next(sale, now, 0, 0), std::optional(now + 1s));
        sale.order.status = OrderStatus::Done;
        QVERIFY(!PollPace().next(sale, now, 0, 0));
    }
};

} // namespace okoshko::test::tst_rules

OKOSHKO_TEST(tst_rules, RulesTest, QCoreApplication)
#include "tst_rules.moc"
