// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/sale/CounterFixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_newsum {

namespace {

using Kind = ScriptedVendor::Kind;
using What = HistoryEntry::What;

constexpr Money old = Money::fromMinor(200000);
constexpr Money dearer = Money::fromMinor(220000);
constexpr Money cheaper = Money::fromMinor(150000);

/// From the answer to the next call of \a kind on, the order costs \a sum.
void changeFrom(CounterFixture &counter, Kind kind, Money sum)
{
    counter.vendor.telling[kind] = [&counter, sum](Order order) {
        counter.vendor.at(order.id).value = sum;
        order.value = sum;
        return order;
    };
}

} // namespace

/// A sum that changes after the order was made is told, in the journal too, and no money is taken before the cashier
/// has said that the buyer knows it.
class NewSumTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyAnswerThatTellsAnotherSumIsNoticed_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<Money>("sum");
        QTest::newRow("choice, dearer") << Kind::ChoosePayment << dearer;
        QTest::newRow("choice, cheaper") << Kind::ChoosePayment << cheaper;
        QTest::newRow("start") << Kind::StartPayment << dearer;
        QTest::newRow("reading") << Kind::Order << dearer;
        QTest::newRow("list") << Kind::Orders << cheaper;
    }

    void anyAnswerThatTellsAnotherSumIsNoticed()
    {
        QFETCH(Kind, kind);
        QFETCH(Money, sum);
        StartedCounter counter;
        counter.vendor.page.clear();
        const OrderId id = counter.reserve();
        QVERIFY(!counter.sale(id).priceBefore());
        changeFrom(counter, kind, sum);
        if (kind == Kind::Order)
            QCOMPARE(counter.service().refresh(id), Refusal::None);
        else if (kind == Kind::Orders)
            counter.service().loadOrders();
        else
            QCOMPARE(counter.service().pay(id, {u"api/BASE"_s, {}}), Refusal::None);
        counter.settle();
        QCOMPARE(counter.sale(id).order.value, sum);
        QCOMPARE(counter.sale(id).priceBefore().value_or(PriceBreakdown()).total, old);
        QCOMPARE(counter.story(id).count(What::SumChanged), 1);
        QCOMPARE(counter.vendor.count(Kind::StartPayment), kind == Kind::StartPayment ? 1 : 0);

        counter.restart();
        counter.settle();
        QCOMPARE(counter.sale(id).priceBefore().value_or(PriceBreakdown()).total, old);
        QVERIFY(counter.sale(id).isSumToAccept());
        const bool isStarted = kind == Kind::StartPayment;
        const auto goOn = [&] {
            return isStarted ? counter.service().confirm(id, PageSeen::No)
                             : counter.service().pay(id, {u"api/BASE"_s, {}});
        };
        QCOMPARE(goOn(), Refusal::NewSum);

        counter.service().acceptSum(id, old); // what she saw was another
        QVERIFY(counter.sale(id).isSumToAccept());
        counter.service().acceptSum(id, sum);
        QVERIFY(!counter.sale(id).priceBefore());
        counter.settle();
        counter.restart();
        counter.settle();
        QVERIFY(!counter.sale(id).priceBefore());
        QCOMPARE(goOn(), Refusal::None);
        counter.settle();
        QCOMPARE(counter.status(id), isStarted ? OrderStatus::Done : OrderStatus::InProgress);
    }

    void aPageIsOpenedOnlyOnceTheSumIsAccepted()
    {
        StartedCounter counter;
        changeFrom(counter, Kind::StartPayment, dearer);
        const OrderId id = counter.startPayment();
        counter.pass(5s);
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        QVERIFY(counter.emitted.pages.isEmpty());
        counter.service().acceptSum(id, dearer);
        QCOMPARE(counter.emitted.pages, QList<OrderId>{id});
    }

    void aPageThatIsOpenIsNotOpenedAgain()
    {
        StartedCounter counter;
        const OrderId id = counter.startPayment();
        QCOMPARE(counter.emitted.pages.size(), 1);
        counter.vendor.at(id).value = dearer;
        counter.pass(10s);
        counter.service().acceptSum(id, dearer);
        QCOMPARE(counter.emitted.pages.size(), 1);
    }

    void severalChangesAreOne()
    {
        StartedCounter counter;
        const OrderId id = counter.startCash();
        counter.vendor.at(id).value = dearer;
        counter.pass(10s);
        counter.vendor.at(id).value = cheaper;
        counter.pass(10s);
        QCOMPARE(counter.sale(id).priceBefore().value_or(PriceBreakdown()).total, old);
        counter.vendor.at(id).value = old; // as the buyer knows it
        counter.pass(10s);
        QVERIFY(!counter.sale(id).priceBefore());
        QCOMPARE(counter.service().confirm(id), Refusal::None);
    }

    void whatCostsNothingNowTakesNoWord()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.at(id).value = Money();
        QCOMPARE(counter.service().refresh(id), Refusal::None);
        counter.settle();
        QVERIFY(counter.sale(id).priceBefore()); // it is said
        QVERIFY(!counter.sale(id).isSumToAccept());
        counter.vendor.page.clear();
        counter.pay(id, u"api/BASE"_s);
        counter.settle();
        QCOMPARE(counter.status(id), OrderStatus::Done);
    }

    void whatHasEndedWithoutASaleAsksForNothing_data()
    {
        QTest::addColumn<OrderStatus>("end");
        QTest::newRow("cancelled") << OrderStatus::Canceled;
        QTest::newRow("expired") << OrderStatus::Expired;
        QTest::newRow("refunded") << OrderStatus::Refunded;
        QTest::newRow("closed by a person") << OrderStatus::InProgress;
    }

    void whatHasEndedWithoutASaleAsksForNothing()
    {
        QFETCH(OrderStatus, end);
        StartedCounter counter;
        const OrderId id = counter.startCash();
        counter.vendor.at(id).value = dearer;
        counter.pass(10s);
        QVERIFY(counter.sale(id).priceBefore());
        if (end == OrderStatus::InProgress) {
            counter.vendor.forget(id);
            counter.pass(10min);
            counter.service().close(id);
        } else {
            counter.vendor.at(id).status = end;
        }
        counter.pass(1min);
        QVERIFY(counter.sale(id).closed || counter.status(id) == end);
        QVERIFY(!counter.sale(id).priceBefore());
    }

    /// The cashier has said that the money is there, and a new sum keeps that from being sent.
    void moneyInTheDrawerIsKnownWhereTheSumChangesAtTheLastMoment()
    {
        StartedCounter counter;
        counter.vendor.page.clear();
        const OrderId id = counter.loseStart(ScriptedVendor::Reached::Yes, u"api/BASE"_s);
        counter.vendor.at(id).value = dearer;
        QCOMPARE(counter.service().confirm(id, PageSeen::No), Refusal::None);
        counter.settle();
        QCOMPARE(counter.vendor.count(Kind::Confirm), 0);
        QVERIFY(counter.sale(id).isSumToAccept());
        QVERIFY(counter.sale(id).isMoneyTaken());
        QCOMPARE(counter.emitted.failedSteps.last(), std::pair(Step::Confirm, ErrorKind::Abandoned));
        QCOMPARE(counter.story(id).count(What::StepFailed), 2); // the start's, whose answer was lost, is the other
        counter.restart();
        counter.settle();
        QVERIFY(counter.sale(id).isMoneyTaken());
        counter.service().acceptSum(id, dearer);
        QCOMPARE(counter.service().confirm(id, PageSeen::No), Refusal::None);
        counter.settle();
        QCOMPARE(counter.status(id), OrderStatus::Done);
    }

    /// Raised after the cashier's yes, and before that is sent.
    void aConfirmationIsNotSentForASumThatSheHasNotSeen()
    {
        StartedCounter counter;
        const OrderId id = counter.startCash();
        counter.store.commitTime = 500ms;
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.vendor.at(id).value = dearer;
        counter.service().loadOrders();
        counter.pass(5s);
        QCOMPARE(counter.vendor.count(Kind::Confirm), 0);
        QVERIFY(counter.sale(id).isSumToAccept());
        QVERIFY(counter.sale(id).isMoneyTaken());
        counter.service().acceptSum(id, dearer);
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.pass(5s);
        QCOMPARE(counter.status(id), OrderStatus::Done);
    }

    /// Raised before, and told by the confirmation's own answer.
    void aSumThatOnlyTheConfirmationTellsIsNews()
    {
        StartedCounter counter;
        const OrderId id = counter.startCash();
        changeFrom(counter, Kind::Confirm, dearer);
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.settle();
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QCOMPARE(counter.sale(id).priceBefore().value_or(PriceBreakdown()).total, old);
        counter.service().acceptSum(id, dearer);
        QVERIFY(!counter.sale(id).priceBefore());
    }

    void moneyInTheDrawerIsKnownWhereACancelTakesThePlaceOfTheConfirmation()
    {
        StartedCounter counter;
        const OrderId id = counter.startCash();
        counter.vendor.failNext(Kind::Confirm, answered(409));
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.settle();
        QVERIFY(counter.sale(id).retryAt);
        counter.vendor.failNext(Kind::Cancel, answered(403));
        counter.cancel(id);
        counter.pass(5s);
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        QVERIFY(counter.sale(id).isMoneyTaken());
    }

    void noMoneyIsInTheDrawerForWhatWasFree()
    {
        Sale sale;
        sale.order.status = OrderStatus::InProgress;
        sale.order.value = dearer;
        sale.failure = Sale::Failure{Step::Confirm, {}};
        QVERIFY(sale.isMoneyTaken());
        sale.history << HistoryEntry{.what = What::SumChanged,
                                     .words = SumChange{{.total = Money()}, {.total = dearer}}.toWords()};
        QVERIFY(!sale.isMoneyTaken());
    }

    void whatOrdersOfOthersCostIsNoNews()
    {
        StartedCounter counter;
        const OrderId theirs = counter.loadOrderOfOthers();
        counter.vendor.at(theirs).value = dearer;
        counter.loadOrders();
        QCOMPARE(counter.sale(theirs).order.value, dearer);
        QVERIFY(!counter.sale(theirs).priceBefore());
        QVERIFY(!counter.story(theirs).contains(What::SumChanged));
    }

    void norIsThatAnInvitationTakesThePriceOffAsItIsChosen()
    {
        StartedCounter counter;
        changeFrom(counter, Kind::ChoosePayment, Money());
        const OrderId id = counter.startPayment(u"system/INVITATION"_s);
        counter.pass(5s);
        QVERIFY(!counter.story(id).contains(What::SumChanged));
    }

    void aPageIsOpenedOnceTheSumIsTheOldOneAgain()
    {
        StartedCounter counter;
        changeFrom(counter, Kind::StartPayment, dearer);
        const OrderId id = counter.startPayment();
        QVERIFY(counter.emitted.pages.isEmpty());
        counter.vendor.at(id).value = old;
        counter.pass(10s);
        QCOMPARE(counter.emitted.pages, QList<OrderId>{id});
        counter.vendor.at(id).value = cheaper;
        counter.pass(10s);
        counter.service().acceptSum(id, cheaper);
        QCOMPARE(counter.emitted.pages.size(), 1);
    }

    void theJournalHasBothPrices()
    {
        const SumChange change{{.face = Money::fromMinor(560000), .total = Money::fromMinor(560000)},
                               {.face = Money::fromMinor(560000),
                                .fee = Money::fromMinor(56000),
                                .discount = Money(),
                                .total = Money::fromMinor(616000)}};
        QCOMPARE(change.toWords(), u"5600.00 - - 5600.00 5600.00 560.00 0.00 6160.00"_s);
        QCOMPARE(SumChange::parse(change.toWords()), change);
        QCOMPARE(SumChange::parse(u"100.00 x"_s).was, (PriceBreakdown{.face = Money::fromMinor(10000)}));
        QCOMPARE(SumChange::parse({}), SumChange());
    }
};

} // namespace okoshko::test::tst_newsum

OKOSHKO_TEST(tst_newsum, NewSumTest, QCoreApplication)
#include "tst_newsum.moc"
