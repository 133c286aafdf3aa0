// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/OrderStateMachine.h"
#include "tests/support/TestProgram.h"

#include <QTest>

#include <set>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_orderstatemachine {

namespace {

using enum OrderStatus;
using Arrow = std::pair<OrderStatus, OrderStatus>;

/// The arrows of the vendor's diagram of states, written down once more by hand.
const std::set<Arrow> arrows{{Executed, InProgress}, {Executed, Canceled},  {Executed, Expired}, {InProgress, Done},
                             {InProgress, Canceled}, {InProgress, Expired}, {Done, Refunded}};

bool isReachable(OrderStatus from, OrderStatus to)
{
    for (const auto &[begin, end] : arrows) {
        if (begin == from && (end == to || isReachable(end, to)))
            return true;
    }
    return false;
}

/// What the design says of an answer: what an arrow or several lead to goes ahead; from a final state only money that
/// came late and a refund are learned; an unknown word keeps the order alive.
Transition expected(OrderStatus from, OrderStatus to)
{
    const bool isHeldNow = from == Executed || from == InProgress;
    if (from == to)
        return Transition::None;
    if (from == Unknown || isReachable(from, to))
        return Transition::Forward;
    if ((from == Canceled || from == Expired) && to == Done)
        return Transition::Late;
    if (isHeldNow)
        return to == Unknown ? Transition::Unknown : Transition::Back;
    return Transition::Refused;
}

QString word(Transition transition)
{
    switch (transition) {
    case Transition::None:
        return u"none"_s;
    case Transition::Forward:
        return u"forward"_s;
    case Transition::Late:
        return u"late"_s;
    case Transition::Back:
        return u"back"_s;
    case Transition::Unknown:
        return u"unknown"_s;
    case Transition::Refused:
        return u"refused"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

class OrderStateMachineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAnswerInEveryState_data()
    {
        QTest::addColumn<OrderStatus>("from");
        QTest::addColumn<OrderStatus>("to");
        for (const OrderStatus from : allOrderStatuses) {
            for (const OrderStatus to : allOrderStatuses)
                QTest::addRow("%s, then %s", qPrintable(toWord(from)), qPrintable(toWord(to))) << from << to;
        }
    }

    void everyAnswerInEveryState()
    {
        QFETCH(OrderStatus, from);
        QFETCH(OrderStatus, to);
        QCOMPARE(word(transition(from, to)), word(expected(from, to)));
    }

    /// Figures of the diagram itself, so that an error in the reading of it above shows.
    void fewRowsByHand_data()
    {
        QTest::addColumn<OrderStatus>("from");
        QTest::addColumn<OrderStatus>("to");
        QTest::addColumn<QString>("means");
        QTest::newRow("paid between two answers") << Executed << Done << u"forward"_s;
        QTest::newRow("paid and refunded between two answers") << Executed << Refunded << u"forward"_s;
        QTest::newRow("back to held") << InProgress << Executed << u"back"_s;
        QTest::newRow("paid, then cancelled") << Done << Canceled << u"refused"_s;
        QTest::newRow("paid, then held") << Done << InProgress << u"refused"_s;
        QTest::newRow("paid after cancellation") << Canceled << Done << u"late"_s;
        QTest::newRow("paid after expiry") << Expired << Done << u"late"_s;
        QTest::newRow("dead, then refunded") << Expired << Refunded << u"refused"_s;
        QTest::newRow("paid, then a word that nobody knows") << Done << Unknown << u"refused"_s;
    }

    void fewRowsByHand()
    {
        QFETCH(OrderStatus, from);
        QFETCH(OrderStatus, to);
        QFETCH(QString, means);
        QCOMPARE(word(transition(from, to)), means);
    }

    void stepsFollowTheDiagram_data()
    {
        QTest::addColumn<OrderStatus>("status");
        QTest::addColumn<QString>("allowed");
        QTest::newRow("executed") << Executed << u"start cancel read"_s;
        QTest::newRow("in_progress") << InProgress << u"confirm cancel read"_s;
        QTest::newRow("done") << Done << u"read"_s;
        QTest::newRow("canceled") << Canceled << u"read"_s;
        QTest::newRow("expired") << Expired << u"read"_s;
        QTest::newRow("refunded") << Refunded << u"read"_s;
        QTest::newRow("unknown") << Unknown << u"read"_s;
    }

    void stepsFollowTheDiagram()
    {
        QFETCH(OrderStatus, status);
        QFETCH(QString, allowed);
        const QList<std::pair<Step, QString>> steps{{Step::StartPayment, u"start"_s},
                                                    {Step::Confirm, u"confirm"_s},
                                                    {Step::Cancel, u"cancel"_s},
                                                    {Step::Read, u"read"_s}};
        QStringList found;
        for (const auto &[step, name] : steps) {
            if (mayStep(status, step))
                found << name;
        }
        QCOMPARE(found.join(u' '), allowed);
    }
};

} // namespace okoshko::test::tst_orderstatemachine

OKOSHKO_TEST(tst_orderstatemachine, OrderStateMachineTest, QCoreApplication)
#include "tst_orderstatemachine.moc"
