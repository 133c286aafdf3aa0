// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/sale/CounterFixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_orderchange {

namespace {

using Kind = ScriptedVendor::Kind;
using Reached = ScriptedVendor::Reached;
using What = HistoryEntry::What;

OrderChange random(int first, int second = 0)
{
    OrderChange change;
    change.random = QList<WantedTickets>{{setId(1), first}};
    if (second > 0)
        change.random->append({setId(2), second});
    return change;
}

OrderChange codes(const QStringList &codes)
{
    return {.promoCodes = codes};
}

/// \a change, accepted and ended.
void make(CounterFixture &counter, const OrderId &id, const OrderChange &change)
{
    QCOMPARE(counter.service().change(id, change), Refusal::None);
    counter.settle();
}

QString words(const CounterFixture &counter, const OrderId &id, What what)
{
    for (const HistoryEntry &entry : counter.sale(id).history) {
        if (entry.what == what)
            return entry.words;
    }
    return {};
}

} // namespace

/// Tickets, promo codes and buyer of an order are changed as one step, judged by what was wanted.
class OrderChangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholeDesiredStateIsSent()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.holdCalls(Kind::Change);
        make(counter, id, random(3, 1));
        QCOMPARE(counter.store.openIntents().size(), 1); // written before it is sent
        QCOMPARE(counter.store.openIntents().first().change, random(3, 1));
        QCOMPARE(counter.sale(id).inProgress, Step::Change);

        counter.vendor.answerAll(Kind::Change);
        counter.settle();
        QCOMPARE(counter.vendor.changes, QList{random(3, 1)});
        QCOMPARE(counter.sale(id).order.tickets.size(), 4);
        QCOMPARE(counter.sale(id).tickets.size(), 4);
        QCOMPARE(counter.sale(id).request.random, *random(3, 1).random);
        QVERIFY(!counter.sale(id).shortfall());
        QVERIFY(!counter.sale(id).failure);
        QCOMPARE(counter.store.outcome(Intent::Verb::Change), IntentResult::Done);
        QCOMPARE(words(counter, id, What::TicketsChanged), u"4 4"_s);
        QVERIFY(!counter.sale(id).priceBefore()); // the new sum is a quote
        QCOMPARE(counter.story(id).count(What::SumQuoted), 1);
        QCOMPARE(counter.story(id).count(What::SumChanged), 0);

        make(counter, id, random(2)); // what is not named is given back
        QCOMPARE(counter.sale(id).order.rules.size(), 1);
        QCOMPARE(counter.sale(id).tickets.size(), 2);
        QCOMPARE(words(counter, id, What::TicketsChanged), u"4 4"_s);
    }

    /// The answer tells the new sum alone; the tickets are read afterwards.
    void aSumThatIsToldBeforeItsTicketsIsAQuote()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.telling[Kind::Change] = [](const Order &order) {
            return only(order, Order::Field::Status | Order::Field::Value);
        };
        make(counter, id, random(3));
        counter.pass(10s);
        QCOMPARE(counter.sale(id).order.tickets.size(), 3);
        QCOMPARE(counter.story(id).count(What::SumQuoted), 1);
        QCOMPARE(counter.story(id).count(What::SumChanged), 0);
        QVERIFY(!counter.sale(id).priceBefore());
    }

    void fewerThanAskedAreTold()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.vacant = 1;
        make(counter, id, random(4));
        QCOMPARE(counter.sale(id).shortfall(), (Sale::Shortfall{4, 3}));
        QCOMPARE(words(counter, id, What::TicketsChanged), u"4 3"_s);
        make(counter, id, random(5)); // nothing more
        QCOMPARE(counter.sale(id).shortfall(), (Sale::Shortfall{5, 3}));
        counter.restart();
        counter.settle();
        QCOMPARE(counter.sale(id).shortfall(), (Sale::Shortfall{5, 3}));
        make(counter, id, random(3)); // kept as it is
        QVERIFY(!counter.sale(id).shortfall());
    }

    void fewerAreToBeAcceptedUntilTheyAre()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        QVERIFY(!counter.sale(id).shortfallToAccept());
        counter.vendor.vacant = 1;
        make(counter, id, random(4));
        counter.restart();
        counter.settle();
        QCOMPARE(counter.sale(id).shortfallToAccept(), (Sale::Shortfall{4, 3}));
        counter.service().acceptShortfall(id, {4, 2}); // what is not on screen any more
        QVERIFY(counter.sale(id).shortfallToAccept());
        for (const PaymentStart start : {PaymentStart::Separate, PaymentStart::Combined})
            QCOMPARE(counter.service().pay(id, {u"api/BASE"_s, {}}, start), Refusal::FewerTickets);
        counter.service().acceptShortfall(id, {4, 3});
        QVERIFY(!counter.sale(id).shortfallToAccept());
        QCOMPARE(words(counter, id, What::FewerAccepted), u"4 3"_s);
        counter.settle();
        counter.restart();
        counter.settle();
        QVERIFY(!counter.sale(id).shortfallToAccept());
        make(counter, id, random(5)); // nothing more
        QCOMPARE(counter.sale(id).shortfallToAccept(), (Sale::Shortfall{5, 3}));
        counter.service().acceptShortfall(id, {5, 3});
        QVERIFY(!counter.sale(id).shortfallToAccept());
        make(counter, id, random(5)); // asked for once more, with the same answer
        QCOMPARE(counter.sale(id).shortfallToAccept(), (Sale::Shortfall{5, 3}));
    }

    /// The server takes a ticket back after the cashier has started the payment of all.
    void aStartThatMeetsFewerTicketsIsNotSent()
    {
        StartedCounter counter;
        counter.vendor.page.clear();
        const OrderId id = counter.reserve();
        counter.vendor.telling[Kind::ChoosePayment] = [&counter](Order order) {
            order.tickets = counter.vendor.at(order.id).tickets = order.tickets.mid(1);
            return order;
        };
        QCOMPARE(counter.service().pay(id, {u"api/BASE"_s, {}}), Refusal::None);
        counter.settle();
        QCOMPARE(counter.vendor.count(Kind::StartPayment), 0);
        QCOMPARE(counter.sale(id).shortfallToAccept(), (Sale::Shortfall{2, 1}));
        QVERIFY(!counter.sale(id).inProgress);
        QCOMPARE(counter.service().pay(id, {u"api/BASE"_s, {}}), Refusal::FewerTickets);
        counter.vendor.telling.erase(Kind::ChoosePayment);
        counter.service().acceptShortfall(id, {2, 1});
        QCOMPARE(counter.service().pay(id, {u"api/BASE"_s, {}}), Refusal::None);
        counter.settle();
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
    }

    void fewerSeatsThanAskedForAreTold()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        const QList<TicketId> own = counter.sale(id).order.tickets;
        OrderChange picked = random(4);
        picked.tickets = own + QList{*TicketId::parse(u"f00000000000000000000009"_s)}; // one more is vacant
        make(counter, id, picked);
        QCOMPARE(counter.sale(id).order.tickets.size(), 3);
        QCOMPARE(words(counter, id, What::TicketsChanged), u"4 3"_s);
        QCOMPARE(counter.sale(id).shortfallToAccept(), (Sale::Shortfall{4, 3}));
        QVERIFY(!counter.sale(id).failure);
    }

    void aLostAnswerIsJudgedByTheOrder_data()
    {
        QTest::addColumn<OrderChange>("change");
        QTest::addColumn<Reached>("reached");
        QTest::addColumn<bool>("isKilled");
        for (const bool isKilled : {false, true}) {
            const char *tail = isKilled ? ", killed" : "";
            QTest::addRow("tickets, made%s", tail) << random(3) << Reached::Yes << isKilled;
            QTest::addRow("tickets, not made%s", tail) << random(3) << Reached::No << isKilled;
            QTest::addRow("other category, made%s", tail) << random(1, 1) << Reached::Yes << isKilled;
            QTest::addRow("other category, not made%s", tail) << random(1, 1) << Reached::No << isKilled;
            QTest::addRow("code, made%s", tail) << codes({u"SPRING"_s}) << Reached::Yes << isKilled;
            QTest::addRow("code, not made%s", tail) << codes({u"SPRING"_s}) << Reached::No << isKilled;
        }
    }

    void aLostAnswerIsJudgedByTheOrder()
    {
        QFETCH(OrderChange, change);
        QFETCH(Reached, reached);
        QFETCH(bool, isKilled);
        StartedCounter counter;
        counter.vendor.codes[u"SPRING"_s] = std::nullopt;
        const OrderId id = counter.reserve();
        counter.vendor.failNext(Kind::Change, lost(), reached);
        if (isKilled) {
            counter.vendor.failNext(Kind::Order, offline(), Reached::No, 1); // it knows nothing before it dies
            make(counter, id, change);
            counter.restart();
        } else {
            make(counter, id, change);
        }
        counter.settle();
        counter.pass(2min);
        const bool isMade = reached == Reached::Yes;
        QCOMPARE(counter.store.outcome(Intent::Verb::Change), isMade ? IntentResult::Done : IntentResult::Refused);
        QCOMPARE(counter.sale(id).failure.has_value(), !isMade);
        const What what = change.promoCodes ? What::CodesChanged : What::TicketsChanged;
        QCOMPARE(counter.story(id).count(what), isMade ? 1 : 0);
        QCOMPARE(counter.story(id).count(What::SumChanged), 0);
        QCOMPARE(counter.vendor.changes.size(), 1);
    }

    void whatCannotBeToldIsNotClaimed()
    {
        StartedCounter counter;
        counter.vendor.codes[u"SPRING"_s] = std::nullopt;
        counter.vendor.codes[u"SUMMER"_s] = std::nullopt;
        const OrderId id = counter.reserve();
        make(counter, id, codes({u"SPRING"_s}));
        counter.vendor.failNext(Kind::Change, lost(), Reached::No);
        make(counter, id, codes({u"SUMMER"_s})); // one code before, one now
        counter.pass(2min);
        QCOMPARE(counter.story(id).count(What::CodesChanged), 1);
        QCOMPARE(counter.sale(id).request.promoCodes, QStringList{u"SPRING"_s});
    }

    void anEarlierChangeEndsWithALaterOne()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.failNext(Kind::Change, lost(), Reached::No);
        make(counter, id, random(4));
        make(counter, id, random(3));
        counter.pass(2min);
        QCOMPARE(counter.story(id).count(What::TicketsChanged), 1);
        QCOMPARE(words(counter, id, What::TicketsChanged), u"3 3"_s);
        QCOMPARE(counter.sale(id).request.wantedCount(), 3);
        QVERIFY(counter.store.openIntents().isEmpty());
    }

    void aBusyServerIsWaitedFor_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("409") << 409;
        QTest::newRow("429") << 429;
    }

    void aBusyServerIsWaitedFor()
    {
        QFETCH(int, status);
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.failNext(Kind::Change, answered(status));
        make(counter, id, random(3));
        QVERIFY(counter.sale(id).retryAt);
        counter.pass(10s);
        QCOMPARE(counter.sale(id).order.tickets.size(), 3);
        QCOMPARE(counter.vendor.count(Kind::Change), 2);
    }

    void anAnswerWithoutDataIsRead()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.telling[Kind::Change] = [](const Order &order) { return only(order, {}); };
        make(counter, id, random(3));
        counter.settle();
        QCOMPARE(counter.sale(id).order.tickets.size(), 3);
        QCOMPARE(counter.store.outcome(Intent::Verb::Change), IntentResult::Done);
        QVERIFY(!counter.sale(id).priceBefore());
    }

    void codesAreAppliedAndRemoved()
    {
        StartedCounter counter;
        counter.vendor.codes[u"SPRING"_s] = std::nullopt;
        const OrderId id = counter.reserve();
        make(counter, id, codes({u"SPRING"_s}));
        QCOMPARE(counter.sale(id).order.promoCodes.size(), 1);
        QCOMPARE(counter.sale(id).order.value, Money::fromMinor(180000));
        QCOMPARE(counter.sale(id).request.promoCodes, QStringList{u"SPRING"_s});
        make(counter, id, codes({}));
        QCOMPARE(counter.sale(id).order.value, Money::fromMinor(200000));
        QCOMPARE(counter.story(id).count(What::SumQuoted), 2);
        QVERIFY(!counter.sale(id).priceBefore());
    }

    void allCodesAreKnownAsTyped()
    {
        StartedCounter counter;
        counter.vendor.codes[u"SPRING"_s] = std::nullopt;
        counter.vendor.codes[u"10 %"_s] = std::nullopt;
        const OrderId id = counter.reserve();
        const QStringList both{u"SPRING"_s, u"10 %"_s};
        make(counter, id, codes(both));
        QCOMPARE(counter.sale(id).typedCodes(), both);
        counter.restart();
        counter.settle();
        QCOMPARE(counter.sale(id).typedCodes(), both);
        counter.vendor.at(id).promoCodes.removeLast(); // which of them is not known
        QCOMPARE(counter.service().refresh(id), Refusal::None);
        counter.settle();
        QCOMPARE(counter.sale(id).typedCodes(), QStringList());
    }

    void theCodesOfAnOrderMadeElsewhereAreKnownOnceTypedHere()
    {
        StartedCounter counter;
        counter.vendor.codes[u"SPRING"_s] = std::nullopt;
        const OrderId id = counter.loadOrderOfOthers();
        make(counter, id, codes({u"SPRING"_s}));
        QCOMPARE(counter.sale(id).typedCodes(), QStringList{u"SPRING"_s});
    }

    void anOrderThatEndsDuringItsChangeStaysEnded_data()
    {
        QTest::addColumn<OrderStatus>("status");
        QTest::newRow("expired") << OrderStatus::Expired;
        QTest::newRow("canceled") << OrderStatus::Canceled;
        QTest::newRow("done") << OrderStatus::Done;
        QTest::newRow("in progress") << OrderStatus::InProgress;
    }

    /// The server refuses the change, as the order is not what this counter took it for.
    void anOrderThatEndsDuringItsChangeStaysEnded()
    {
        QFETCH(OrderStatus, status);
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.holdCalls(Kind::Change);
        make(counter, id, random(3));
        counter.vendor.at(id).status = status;
        counter.vendor.fail(Kind::Change, answered(400));
        counter.settle();
        QCOMPARE(counter.status(id), status);
        QCOMPARE(counter.sale(id).order.tickets.size(), 2);
        QCOMPARE(counter.store.outcome(Intent::Verb::Change), IntentResult::Refused);
        QVERIFY(!counter.sale(id).inProgress);
        QCOMPARE(counter.vendor.count(Kind::Change), 1);
        QCOMPARE(counter.service().change(id, random(3)), Refusal::Forbidden);
    }

    /// The money arrives while a ticket is being given back: what the server has done with the ticket is shown.
    void aPaymentDuringAGiveBackIsNotLost_data()
    {
        QTest::addColumn<Reached>("reached");
        QTest::newRow("given back") << Reached::Yes;
        QTest::newRow("not given back") << Reached::No;
    }

    void aPaymentDuringAGiveBackIsNotLost()
    {
        QFETCH(Reached, reached);
        StartedCounter counter;
        const OrderId id = counter.startCash();
        const QList<TicketId> one{counter.sale(id).order.tickets.last()};
        counter.vendor.holdCalls(Kind::Change);
        make(counter, id, {.tickets = one});
        QCOMPARE(counter.service().confirm(id), Refusal::Busy); // the sum may change
        if (reached == Reached::Yes)
            counter.vendor.takeEffect(Kind::Change);
        counter.vendor.pay(id);
        counter.vendor.fail(Kind::Change, reached == Reached::Yes ? lost() : answered(400));
        counter.settle();
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QCOMPARE(counter.sale(id).order.tickets.size(), reached == Reached::Yes ? 1 : 2);
        QVERIFY(counter.store.openIntents().isEmpty());
        QCOMPARE(counter.story(id).count(What::TicketsChanged), reached == Reached::Yes ? 1 : 0);
        QVERIFY(counter.issues(Issue::Kind::SeatsShort).isEmpty());
    }

    void aChangeThatIsAlwaysTooEarlyEnds()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.failAll(Kind::Change, answered(409));
        make(counter, id, random(3));
        counter.pass(10min);
        QVERIFY(!counter.sale(id).inProgress);
        QVERIFY(!counter.emitted.failedSteps.isEmpty());
        QCOMPARE(counter.vendor.at(id).tickets.size(), 2);
    }

    void aRefusedCodeIsAFailureWithTheServersWords()
    {
        StartedCounter counter;
        counter.vendor.codes[u"USED"_s] = PromoRefusal::AlreadyUsed;
        counter.vendor.codes[u"SPRING"_s] = std::nullopt;
        const OrderId id = counter.reserve();
        make(counter, id, codes({u"USED"_s}));
        QCOMPARE(counter.emitted.failedSteps, (QList{std::pair(Step::Change, ErrorKind::BadRequest)}));
        const auto failure = counter.sale(id).failure;
        QVERIFY(failure);
        QCOMPARE(failure->error.serverWords, u"refused: USED"_s);
        QCOMPARE(failure->error.promoRefusal, PromoRefusal::AlreadyUsed);
        QCOMPARE(counter.sale(id).order.refusal, u"refused: USED"_s);
        QCOMPARE(counter.store.outcome(Intent::Verb::Change), IntentResult::Refused);
        QVERIFY(counter.sale(id).request.promoCodes.isEmpty());
        // The words end with the next change.
        make(counter, id, codes({u"SPRING"_s}));
        QVERIFY(counter.sale(id).order.refusal.isEmpty());
        QVERIFY(!counter.sale(id).failure);
        QCOMPARE(counter.emitted.failedSteps.size(), 1);
    }

    /// The order keeps the code that it had, so that their number is as wanted.
    void aCodeRefusedInPlaceOfAnotherIsAFailure()
    {
        StartedCounter counter;
        counter.vendor.codes[u"USED"_s] = PromoRefusal::AlreadyUsed;
        counter.vendor.codes[u"SPRING"_s] = std::nullopt;
        const OrderId id = counter.reserve();
        make(counter, id, codes({u"SPRING"_s}));
        const QStringList before = counter.sale(id).order.promoCodes;
        QCOMPARE(before.size(), 1);
        counter.vendor.telling[Kind::Change] = [before](Order order) {
            order.promoCodes = before;
            return order;
        };
        make(counter, id, codes({u"USED"_s}));
        QCOMPARE(counter.sale(id).order.promoCodes, before);
        QCOMPARE(counter.emitted.failedSteps, (QList{std::pair(Step::Change, ErrorKind::BadRequest)}));
        QVERIFY(counter.sale(id).failure);
        QCOMPARE(counter.sale(id).failure->error.serverWords, u"refused: USED"_s);
        QCOMPARE(counter.sale(id).request.promoCodes, QStringList{u"SPRING"_s});
    }

    void aSumThatTheChangeDoesNotExplainIsAnAlarm()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.price = Money::fromMinor(110000);
        make(counter, id, random(3));
        QCOMPARE(counter.story(id).count(What::SumChanged), 1);
        QCOMPARE(counter.sale(id).priceBefore().value_or(PriceBreakdown()).total, Money::fromMinor(200000));
        QCOMPARE(counter.service().pay(id, {u"api/BASE"_s, {}}), Refusal::NewSum);
    }

    void aRefusedChangeLeavesTheOrder()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.failNext(Kind::Change, answered(400));
        make(counter, id, random(3));
        QCOMPARE(counter.emitted.failedSteps, (QList{std::pair(Step::Change, ErrorKind::BadRequest)}));
        QCOMPARE(counter.sale(id).order.tickets.size(), 2);
        QCOMPARE(counter.sale(id).request.wantedCount(), 2);
        QCOMPARE(counter.store.outcome(Intent::Verb::Change), IntentResult::Refused);
    }

    void onlyTheHeldOrderMayBeChanged()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        QCOMPARE(counter.service().change(id, {}), Refusal::Forbidden);
        QCOMPARE(counter.service().change(id, random(0)), Refusal::Forbidden);
        counter.pay(id); // on a page
        counter.settle();
        const QList<TicketId> one{counter.sale(id).order.tickets.first()};
        QCOMPARE(counter.service().change(id, {.tickets = one}), Refusal::Forbidden);
        counter.vendor.pay(id);
        QCOMPARE(counter.service().refresh(id), Refusal::None);
        counter.settle();
        QCOMPARE(counter.service().change(id, random(1)), Refusal::Forbidden);
    }

    void aTicketIsGivenBackWhereTheCashierCollects()
    {
        StartedCounter counter;
        const OrderId id = counter.startCash();
        const QList<TicketId> one{counter.sale(id).order.tickets.last()};
        QCOMPARE(counter.service().change(id, random(1)), Refusal::Forbidden);
        make(counter, id, {.tickets = one});
        QCOMPARE(counter.sale(id).order.tickets, one);
        QCOMPARE(counter.sale(id).order.value, Money::fromMinor(100000));
        QCOMPARE(counter.sale(id).request.random, (QList<WantedTickets>{{setId(), 1}}));
        QVERIFY(!counter.sale(id).priceBefore());
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.settle();
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QVERIFY(counter.issues(Issue::Kind::SeatsShort).isEmpty());
    }

    void noPaymentBeginsWhileTheSumMayChange()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.holdCalls(Kind::Change);
        make(counter, id, random(3));
        QCOMPARE(counter.service().pay(id, {u"api/BASE"_s, {}}), Refusal::Busy);
        QCOMPARE(counter.service().cancel(id), Refusal::None);
        counter.vendor.answerAll(Kind::Change);
        counter.settle();
        QCOMPARE(counter.status(id), OrderStatus::Canceled);
    }

    void aLateChangeStopsAStart()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.failNext(Kind::Change, lost(), Reached::Yes);
        counter.vendor.failNext(Kind::Order, offline());
        make(counter, id, random(3));
        QCOMPARE(counter.service().pay(id, {u"api/BASE"_s, {}}), Refusal::None); // for the sum of two
        counter.settle();
        QCOMPARE(counter.sale(id).order.tickets.size(), 3);
        QVERIFY(counter.sale(id).isSumToAccept());
        QCOMPARE(counter.vendor.count(Kind::StartPayment), 0);
    }

    void aCombinedStartIsOneRequest()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        QCOMPARE(counter.service().pay(id, {u"platron/OTHER"_s, {}}, PaymentStart::Combined), Refusal::None);
        counter.settle();
        QCOMPARE(counter.vendor.count(Kind::StartPaymentWith), 1);
        QCOMPARE(counter.vendor.count(Kind::ChoosePayment) + counter.vendor.count(Kind::StartPayment), 0);
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        QCOMPARE(counter.emitted.pages, QList{id});
        QCOMPARE(counter.sale(id).system, u"platron/OTHER"_s);
        QVERIFY(counter.story(id).contains(What::SystemChosen));
        QVERIFY(counter.story(id).contains(What::PaymentStarted));
    }

    void aRefusedCombinedStartGoesOnSeparately()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.failNext(Kind::StartPaymentWith, answered(400));
        QCOMPARE(counter.service().pay(id, {u"platron/OTHER"_s, {}}, PaymentStart::Combined), Refusal::None);
        counter.settle();
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        QCOMPARE(counter.vendor.count(Kind::Order), 1); // read before the separate requests
        QCOMPARE(counter.vendor.count(Kind::ChoosePayment), 1);
        QCOMPARE(counter.vendor.count(Kind::StartPayment), 1);
        QVERIFY(counter.emitted.failedSteps.isEmpty());
        QCOMPARE(counter.emitted.pages, QList{id});

        const OrderId second = counter.reserve();
        QCOMPARE(counter.service().pay(second, {u"platron/OTHER"_s, {}}, PaymentStart::Combined), Refusal::None);
        counter.settle();
        QCOMPARE(counter.vendor.count(Kind::StartPaymentWith), 1); // not tried again in this session
        QCOMPARE(counter.status(second), OrderStatus::InProgress);
    }

    void aCombinedStartThatIsRefusedButMadeIsNotRepeated()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.failNext(Kind::StartPaymentWith, answered(400), Reached::Yes);
        QCOMPARE(counter.service().pay(id, {u"platron/OTHER"_s, {}}, PaymentStart::Combined), Refusal::None);
        counter.settle();
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        QCOMPARE(counter.vendor.count(Kind::ChoosePayment) + counter.vendor.count(Kind::StartPayment), 0);
    }

    void aLostCombinedStartIsJudgedByTheOrder_data()
    {
        QTest::addColumn<Reached>("reached");
        QTest::newRow("made") << Reached::Yes;
        QTest::newRow("not made") << Reached::No;
    }

    void aLostCombinedStartIsJudgedByTheOrder()
    {
        QFETCH(Reached, reached);
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.failNext(Kind::StartPaymentWith, lost(), reached);
        QCOMPARE(counter.service().pay(id, {u"platron/OTHER"_s, {}}, PaymentStart::Combined), Refusal::None);
        counter.settle();
        const bool isMade = reached == Reached::Yes;
        QCOMPARE(counter.status(id), isMade ? OrderStatus::InProgress : OrderStatus::Executed);
        QCOMPARE(counter.story(id).contains(What::PaymentStarted), isMade);
        QCOMPARE(counter.sale(id).system, u"platron/OTHER"_s);
        counter.pass(2min);
        QCOMPARE(counter.store.outcome(Intent::Verb::StartPayment),
                 isMade ? IntentResult::Done : IntentResult::Refused);
        QCOMPARE(counter.vendor.count(Kind::StartPaymentWith), 1);
    }
};

} // namespace okoshko::test::tst_orderchange

OKOSHKO_TEST(tst_orderchange, OrderChangeTest, QCoreApplication)
#include "tst_orderchange.moc"
