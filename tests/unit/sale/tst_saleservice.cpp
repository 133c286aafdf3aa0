// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/sale/CounterFixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_saleservice {

namespace {

using Kind = ScriptedVendor::Kind;
using What = HistoryEntry::What;
using Confirmation = PaymentSystem::Confirmation;

} // namespace

/// A sale from the first key to the tickets; the orders of this counter and those of others.
class SaleServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sellsOnAPage()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve(2);
        QCOMPARE(counter.status(id), OrderStatus::Executed);
        QCOMPARE(counter.sale(id).origin, Sale::Origin::ThisCounter);
        QCOMPARE(counter.sale(id).tickets.size(), 2); // their seats are shown
        counter.pay(id);
        QCOMPARE(counter.vendor.choices.first().system, u"platron/OTHER"_s);
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        QCOMPARE(counter.emitted.pages, QList{id});
        QCOMPARE(counter.service().confirm(id), Refusal::Forbidden);
        counter.vendor.pay(id);
        counter.pass(5s);
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QVERIFY(!counter.sale(id).tickets.first().barcode.isEmpty());
        QCOMPARE(counter.story(id), (QList{What::Created, What::SystemChosen, What::PaymentStarted, What::PaidOnPage}));
        QCOMPARE(counter.store.record(id),
                 (QStringList{u"created"_s, u"system_chosen"_s, u"payment_started"_s, u"paid_on_page"_s}));
        QCOMPARE(counter.store.sale(id)->order.status, OrderStatus::Done);
        QVERIFY(counter.store.openIntents().isEmpty());
        QVERIFY(counter.journal().issues().isEmpty());
        // Nothing was sent twice.
        QCOMPARE(counter.vendor.count(Kind::Reserve), 1);
        QCOMPARE(counter.vendor.count(Kind::ChoosePayment), 1);
        QCOMPARE(counter.vendor.count(Kind::StartPayment), 1);
        counter.vendor.requests.clear();
        counter.pass(24h);
        QCOMPARE(counter.vendor.count(Kind::Order), 0); // it is over
    }

    void sellsForCash()
    {
        StartedCounter counter;
        const OrderId id = counter.startCash();
        QVERIFY(counter.emitted.pages.isEmpty());
        QCOMPARE(counter.sale(id).collecting(), Sale::Collecting::Yes);
        QCOMPARE(counter.store.sale(id)->confirmedBy, ConfirmedBy::Cashier); // as shown
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.settle();
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QCOMPARE(counter.story(id).last(), What::Collected);
        QVERIFY(!counter.sale(id).tickets.first().barcode.isEmpty());
        QVERIFY(counter.store.openIntents().isEmpty());
        QCOMPARE(counter.vendor.count(Kind::Confirm), 1);
    }

    void releasesWhatIsGivenUp()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        QCOMPARE(counter.service().cancel(id), Refusal::None);
        counter.settle();
        QCOMPARE(counter.vendor.status(id), OrderStatus::Canceled);
        QCOMPARE(counter.status(id), OrderStatus::Canceled);
        QCOMPARE(counter.story(id).last(), What::Canceled);
        QCOMPARE(counter.service().cancel(id), Refusal::Forbidden);
        QCOMPARE(counter.service().pay(id, {u"api/BASE"_s, {}}), Refusal::Forbidden);
        counter.pass(2h);
        QCOMPARE(counter.vendor.count(Kind::Cancel), 1);
    }

    void aPaymentThatIsOutIsReadBeforeItIsCancelled()
    {
        StartedCounter counter;
        const OrderId id = counter.startPayment();
        counter.vendor.pay(id); // a moment ago
        QCOMPARE(counter.service().cancel(id), Refusal::None);
        counter.settle();
        QCOMPARE(counter.vendor.count(Kind::Cancel), 0);
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QCOMPARE(counter.story(id).last(), What::PaidOnPage);
    }

    void aHoldThatRanOutIsGone()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.pass(11min);
        QCOMPARE(counter.status(id), OrderStatus::Expired);
        QCOMPARE(counter.story(id), (QList{What::Created, What::Expired}));
        QCOMPARE(counter.service().pay(id, {u"api/BASE"_s, {}}), Refusal::Forbidden);
        QVERIFY(counter.vendor.count(Kind::Order) <= 5);
    }

    void fewerTicketsThanAskedAreSaid()
    {
        StartedCounter counter;
        counter.vendor.vacant = 3;
        const OrderId id = counter.reserve(5);
        QCOMPARE(counter.story(id), QList{What::CreatedPartly});
        QCOMPARE(counter.sale(id).order.tickets.size(), 3);
        QCOMPARE(counter.sale(id).goal, SaleGoal::Sell);
        QCOMPARE(counter.service().pay(id, {u"api/BASE"_s, {}}), Refusal::FewerTickets);
        QCOMPARE(counter.vendor.count(Kind::ChoosePayment), 0);
    }

    void anEmptyOrderIsCancelled()
    {
        StartedCounter counter;
        counter.vendor.vacant = 0;
        const OrderId id = counter.reserve(5);
        QCOMPARE(counter.story(id).first(), What::CreatedEmpty);
        counter.settle();
        QCOMPARE(counter.vendor.status(id), OrderStatus::Canceled);
    }

    void numberedSeatsArePickedOfThoseThatAreVacant()
    {
        StartedCounter counter;
        const auto seat = [](const QString &number, SeatStatus status) {
            return HallSeat{.ticket = *TicketId::parse(number.rightJustified(24, u'0')),
                            .set = setId(),
                            .status = status,
                            .seat = Seat{{}, u"1"_s, number}};
        };
        counter.vendor.hall = {seat(u"1"_s, SeatStatus::Sold), seat(u"2"_s, SeatStatus::Vacant),
                               seat(u"3"_s, SeatStatus::Vacant)};
        ReserveRequest request = wanting(2);
        request.seats = ReserveRequest::Seats::Pick;
        counter.tryReservation(request);
        QCOMPARE(counter.vendor.reserved.last().tickets,
                 (QList{counter.vendor.hall.at(1).ticket, counter.vendor.hall.at(2).ticket}));
        QVERIFY(counter.vendor.reserved.last().random.isEmpty());

        counter.vendor.hall = {seat(u"1"_s, SeatStatus::Sold)};
        counter.tryReservation(request);
        QCOMPARE(counter.emitted.nothingLeft, 1);
        QCOMPARE(counter.vendor.count(Kind::Reserve), 1);
    }

    void manySalesGoOnSideBySide()
    {
        StartedCounter counter;
        QList<OrderId> ids;
        for (int i = 0; i < 10; ++i)
            ids << counter.reserve(1);
        counter.vendor.holdCalls(Kind::StartPayment);
        for (const OrderId &id : ids)
            QCOMPARE(counter.service().pay(id, {u"platron/OTHER"_s, {}}), Refusal::None);
        counter.settle();
        QCOMPARE(counter.vendor.waiting(Kind::StartPayment), 10);
        counter.vendor.answerAll(Kind::StartPayment);
        for (const OrderId &id : ids)
            QCOMPARE(counter.status(id), OrderStatus::InProgress);
    }

    void anInvitationIsDoneAtItsStart()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.telling[Kind::StartPayment] = [&](Order order) {
            counter.vendor.pay(order.id);
            order.status = OrderStatus::Done;
            return order;
        };
        counter.pay(id, u"system/INVITATION"_s);
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QCOMPARE(counter.story(id).last(), What::PaidAtStart);
        QVERIFY(counter.emitted.pages.isEmpty());
    }

    void anAddressThatIsNotSafeIsNotOffered()
    {
        CounterFixture counter;
        counter.vendor.page = QUrl(u"file:///etc/passwd"_s);
        counter.start();
        QSignalSpy refused(&counter.service(), &SaleService::redirectRefused);
        const OrderId id = counter.startPayment();
        QCOMPARE(refused.count(), 1);
        QVERIFY(counter.emitted.pages.isEmpty());
        QCOMPARE(counter.service().confirm(id), Refusal::Forbidden); // it is a page all the same
    }

    // The order list -----------------------------------------------------------------------------------------------

    void h11_theListIsAskedForByDate()
    {
        StartedCounter counter;
        counter.loadOrders();
        QCOMPARE(counter.emitted.lists, 1);
        QCOMPARE(counter.vendor.queries.size(), 1); // that it has a date, the vendor checks
        QVERIFY(counter.vendor.queries.first().createdFrom);
    }

    void h11_aCutListIsMarkedAndProvesNothing()
    {
        StartedCounter counter;
        const OrderId mine = counter.reserve();
        counter.vendor.listed = [](OrderList list) {
            list.orders.clear();
            list.extent = ListExtent::Cut;
            return list;
        };
        counter.loadOrders();
        QCOMPARE(counter.service().listExtent(), ListExtent::Cut);
        QCOMPARE(counter.status(mine), OrderStatus::Executed);
        QVERIFY(counter.journal().issues().isEmpty());
    }

    void whatOfTheListCouldNotBeReadIsTold()
    {
        StartedCounter counter;
        counter.vendor.listed = [](OrderList list) {
            list.extent = ListExtent::Gaps;
            list.unreadable.addElement(Unreadable::Element::Missing, u"17"_s, {.field = u"[0].id"_s});
            return list;
        };
        counter.loadOrders();
        QCOMPARE(counter.service().listExtent(), ListExtent::Gaps);
        QCOMPARE(counter.service().listUnreadable().leftOut, (QList<LeftOut>{{u"17"_s, u"[0].id"_s}}));
        counter.vendor.listed = {};
        counter.loadOrders();
        QVERIFY(counter.service().listUnreadable().isNothing());
    }

    void whatComesOfAskingIsTold()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        QSignalSpy asked(&counter.service(), &SaleService::saleAsked);
        static_cast<void>(counter.service().refresh(id));
        counter.settle();
        QCOMPARE(asked.count(), 1);
        QVERIFY(!asked.first().at(1).value<std::optional<ApiError>>());
        counter.vendor.failNext(Kind::Order, answered(500));
        static_cast<void>(counter.service().refresh(id));
        counter.settle();
        QCOMPARE(asked.count(), 2);
        QCOMPARE(asked.last().at(1).value<std::optional<ApiError>>()->kind, ErrorKind::ServerFault);
    }

    void whatTheServerRefusedBesideAnOrderSurvives()
    {
        StartedCounter counter;
        counter.vendor.telling[Kind::Reserve] = [](Order order) {
            order.refusal = u"Promokey is not valid"_s;
            return order;
        };
        const OrderId id = counter.reserve();
        counter.restart();
        QCOMPARE(counter.sale(id).order.refusal, u"Promokey is not valid"_s);
    }

    void thatACancelWasRefusedIsStillKnownAfterwards()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.failNext(Kind::Cancel, answered(403));
        counter.cancel(id);
        counter.settle();
        QVERIFY(counter.sale(id).isCancelRefused());
        counter.restart();
        QVERIFY(counter.sale(id).isCancelRefused());
        QCOMPARE(counter.sale(id).failure->error.kind, ErrorKind::Forbidden);
        counter.pay(id);
        QVERIFY(!counter.sale(id).isCancelRefused());
    }

    void h11_aWholeListWithoutAnOrderProvesNothing()
    {
        StartedCounter counter;
        const OrderId mine = counter.startPayment();
        counter.vendor.listed = [](OrderList list) {
            list.orders.clear();
            return list;
        };
        for (int i = 0; i < 5; ++i) {
            counter.service().loadOrders();
            counter.pass(1min);
        }
        QCOMPARE(counter.status(mine), OrderStatus::InProgress);
        QVERIFY(counter.journal().issues().isEmpty());
        QVERIFY(!counter.sale(mine).isUnknownToServer);
    }

    void theListIsReadOnceAtATime()
    {
        StartedCounter counter;
        counter.vendor.holdCalls(Kind::Orders);
        counter.service().loadOrders();
        counter.loadOrders();
        QCOMPARE(counter.vendor.count(Kind::Orders), 1);
    }

    void h12_theListComesBackAfterAFailure()
    {
        StartedCounter counter;
        const OrderId theirs = counter.loadOrderOfOthers(1);
        QCOMPARE(counter.status(theirs), OrderStatus::Executed);
        counter.vendor.failNext(Kind::Orders, answered(503));
        counter.pass(130s);
        QCOMPARE(counter.emitted.failedLists, QList{ErrorKind::ServerFault});
        counter.pass(8min);
        QVERIFY(counter.emitted.lists > 1);
    }

    // Orders of others ---------------------------------------------------------------------------------------------

    /// What the counter did with it, such as printing its tickets, is in its journal only.
    void anOrderOfOthersHasItsRecordAfterARestart()
    {
        StartedCounter counter;
        const OrderId theirs = counter.loadOrderOfOthers();
        const HistoryEntry printed{.at = counter.vendor.now(), .what = What::Printed, .words = u"2"_s};
        counter.service().note(theirs, {printed});
        counter.settle();
        QCOMPARE(counter.sale(theirs).history, QList{printed}); // once

        counter.restart();
        counter.store.recordQuestions = 0;
        counter.store.refusal = JournalError{JournalError::Kind::Failed, u"busy"_s};
        for (int i = 0; i < 20; ++i)
            counter.vendor.makeElsewhere(wanting(1));
        counter.loadOrders();
        QCOMPARE(counter.store.recordQuestions, 1); // for all of them
        QVERIFY(counter.sale(theirs).history.isEmpty());
        counter.store.refusal.reset();
        counter.pass(3min); // it is asked again
        QCOMPARE(counter.sale(theirs).history, QList{printed});
        QCOMPARE(counter.store.recordQuestions, 2);
        counter.service().note(theirs, u"VIP"_s);
        counter.settle();
        QCOMPARE(counter.story(theirs), (QList{What::Printed, What::Noted}));

        counter.restart();
        counter.vendor.mayAsk = [](const OrderQuery &) { return true; };
        counter.service().search(
            {.limit = 100}, [&theirs](const Order &order, const QStringList &) { return order.id == theirs; },
            &counter.service(), [](const Result<FoundOrders> &) {});
        counter.settle();
        QCOMPARE(counter.story(theirs), (QList{What::Printed, What::Noted}));
    }

    void h20_othersAreReadWithTheListAlone()
    {
        StartedCounter counter;
        const OrderId theirs = counter.loadOrderOfOthers();
        QCOMPARE(counter.sale(theirs).origin, Sale::Origin::Elsewhere);
        counter.vendor.at(theirs).status = OrderStatus::InProgress;
        counter.vendor.at(theirs).payment.redirectUrl = counter.vendor.page;
        counter.pass(3min);
        QCOMPARE(counter.status(theirs), OrderStatus::InProgress); // by the list
        counter.pass(40min);
        // The step names the order in the journal: it is asked about from now on, and never changed.
        QCOMPARE(counter.vendor.count(Kind::Cancel, theirs), 0);
        QVERIFY(counter.vendor.count(Kind::Orders) <= 43 * 60 / 120 + 2);
        QVERIFY(!counter.store.sale(theirs)); // and it is none of the journal's
    }

    void h20_theTicketsOfOthersAreNotRead()
    {
        StartedCounter counter;
        const OrderId theirs = counter.loadOrderOfOthers();
        counter.vendor.pay(theirs);
        counter.loadOrders();
        QCOMPARE(counter.status(theirs), OrderStatus::Done);
        QCOMPARE(counter.vendor.count(Kind::Tickets, theirs), 0);
    }

    void h20_anOrderOfOthersIsOursOnceAStepIsCommitted()
    {
        StartedCounter counter;
        const OrderId theirs = counter.loadOrderOfOthers();
        counter.pay(theirs);
        QCOMPARE(counter.sale(theirs).origin, Sale::Origin::ThisCounter);
        QVERIFY(counter.store.sale(theirs));
        counter.vendor.pay(theirs);
        counter.pass(5s);
        QCOMPARE(counter.status(theirs), OrderStatus::Done);
    }

    void h20_aStepThatWasNotCommittedMakesNothingOurs_data()
    {
        QTest::addColumn<bool>("isCancel");
        QTest::newRow("cancel") << true;
        QTest::newRow("payment") << false;
    }

    void h20_aStepThatWasNotCommittedMakesNothingOurs()
    {
        QFETCH(bool, isCancel);
        StartedCounter counter;
        const OrderId theirs = counter.loadOrderOfOthers();
        counter.store.refusal = diskFull;
        const Refusal refusal =
            isCancel ? counter.service().cancel(theirs) : counter.service().pay(theirs, {u"platron/OTHER"_s, {}});
        QCOMPARE(refusal, Refusal::None);
        counter.pass(15s);
        QCOMPARE(counter.emitted.failedSteps.size(), 1);
        QCOMPARE(counter.emitted.failedSteps.first().second, ErrorKind::NotRecorded);
        counter.store.refusal.reset();
        counter.pass(11min);
        QCOMPARE(counter.sale(theirs).origin, Sale::Origin::Elsewhere);
        QVERIFY(!counter.store.sale(theirs));
        QCOMPARE(counter.vendor.count(Kind::Cancel), 0);
        QCOMPARE(counter.vendor.count(Kind::ChoosePayment), 0);
    }

    /// The disk takes the write after the ten seconds.
    void h20_aStepThatWasRefusedAndWrittenLateChangesNothing_data()
    {
        QTest::addColumn<bool>("isCancel");
        QTest::newRow("cancel") << true;
        QTest::newRow("payment") << false;
    }

    void h20_aStepThatWasRefusedAndWrittenLateChangesNothing()
    {
        QFETCH(bool, isCancel);
        StartedCounter counter;
        const OrderId theirs = counter.loadOrderOfOthers();
        counter.store.hang();
        const Refusal refusal =
            isCancel ? counter.service().cancel(theirs) : counter.service().pay(theirs, {u"platron/OTHER"_s, {}});
        QCOMPARE(refusal, Refusal::None);
        counter.pass(15s);
        QCOMPARE(counter.emitted.failedSteps.size(), 1);
        counter.store.resume();
        counter.pass(5s);
        counter.vendor.requests.clear();
        counter.restart();
        counter.pass(5min);
        // The step names the order in the journal: it is asked about from now on, and never changed.
        QCOMPARE(counter.vendor.count(Kind::Cancel, theirs), 0);
        QCOMPARE(counter.vendor.status(theirs), OrderStatus::Executed);
    }

    // Start and end --------------------------------------------------------------------------------------------------

    void h19_nothingIsReservedOrLearnedBeforeTheJournalIsRead()
    {
        StartedCounter counter;
        static_cast<void>(counter.reserve());
        counter.kill();
        counter.store.hang();
        counter.vendor.requests.clear();
        counter.start();
        QVERIFY(!counter.service().isReady());
        counter.service().loadOrders();
        static_cast<void>(counter.service().reserve(wanting(1)));
        counter.pass(3s);
        QCOMPARE(counter.vendor.requests.size(), 0);
        counter.store.resume();
        counter.settle();
        QVERIFY(counter.service().isReady());
        QCOMPARE(counter.emitted.lists, 1); // what was asked for meanwhile
        QCOMPARE(counter.emitted.reserved.size(), 1);
        QVERIFY(!counter.journal().trouble());
    }

    void h19_startDoesNotReadThePast_data()
    {
        QTest::addColumn<int>("daysAhead"); // of the computer's clock
        QTest::newRow("the clock is right") << 0;
    }

    void h19_startDoesNotReadThePast()
    {
        QFETCH(int, daysAhead);
        CounterFixture counter;
        for (int i = 0; i < 500; ++i) {
            JournaledSale sold;
            sold.order.id = *OrderId::parse(u"past%1"_s.arg(i, 20, 10, QLatin1Char('0')));
            sold.order.status = sold.lastKnown = OrderStatus::Done;
            sold.order.createdAt = counter.vendor.now() - 48h - i * 1h;
            counter.store.addPast(sold);
        }
        counter.wallError = daysAhead * 24h;
        counter.isSynchronised = daysAhead == 0;
        counter.start();
        QVERIFY(counter.service().isReady());
        QCOMPARE(counter.store.given, 0);
    }

    void endedSalesAreForgottenHereOnceThereAreMany()
    {
        CounterFixture counter;
        counter.policy.maxEnded = 20;
        counter.start();
        QSignalSpy forgotten(&counter.service(), &SaleService::saleForgotten);
        const OrderId open = counter.reserve(1);
        for (int i = 0; i < 30; ++i) {
            const OrderId id = counter.reserve(1);
            counter.cancel(id);
        }
        QVERIFY(forgotten.count() >= 9);
        counter.loadOrders();
        QVERIFY(counter.service().sales().size() <= 22);
        QVERIFY(counter.service().sale(open));
        QCOMPARE(counter.store.saleCount(), 31); // the journal keeps all
    }

    void whatIsOnScreenIsWhatTheJournalHolds()
    {
        StartedCounter counter;
        const OrderId page = counter.startPayment();
        const OrderId held = counter.reserve(1);
        const OrderId cash = counter.startCash();
        const OrderId given = counter.reserve(3);
        QCOMPARE(counter.service().cancel(given), Refusal::None);
        counter.pass(10s);
        for (const OrderId &id : {page, held, cash, given}) {
            const Sale before = counter.sale(id);
            const QList<What> story = counter.story(id);
            counter.restart(1s);
            const Sale &after = counter.sale(id);
            QCOMPARE(after.order.status, before.order.status);
            QCOMPARE(after.goal, before.goal);
            QCOMPARE(after.confirmedBy, before.confirmedBy);
            QCOMPARE(after.collecting(), before.collecting());
            QCOMPARE(after.system, before.system);
            QCOMPARE(after.request, before.request);
            QCOMPARE(counter.story(id), story);
        }
    }

    void aJournalThatIsLostWhileSellingIsWrittenAnew()
    {
        StartedCounter counter;
        const OrderId page = counter.startPayment();
        counter.loseReservation(CounterFixture::Reached::Yes);
        counter.pass(1s);
        const QList<What> story = counter.story(page);
        counter.store.loseAll();
        const OrderId after = counter.reserve(1);
        counter.pass(1s);
        QVERIFY(counter.store.sale(page));
        QVERIFY(counter.store.sale(after));
        counter.restart(1s);
        QCOMPARE(counter.status(page), OrderStatus::InProgress);
        QCOMPARE(counter.story(page), story);
        QCOMPARE(counter.issues(Issue::Kind::UnknownReservation).size(), 1);
    }

    void aStepThatFailedIsNamedAfterARestart()
    {
        StartedCounter counter;
        const OrderId id = counter.reserve();
        counter.vendor.failNext(Kind::Cancel, answered(400));
        counter.cancel(id);
        counter.restart();
        const QList<HistoryEntry> &history = counter.sale(id).history;
        const auto failed = std::find_if(history.cbegin(), history.cend(),
                                         [](const HistoryEntry &entry) { return entry.what == What::StepFailed; });
        QVERIFY(failed != history.cend());
        QCOMPARE(failed->step, std::optional(Step::Cancel));
        QVERIFY(failed->error);
        QCOMPARE(failed->error->kind, ErrorKind::BadRequest);
    }

    void thatTheMoneyIsInTheDrawerIsKnownAfterARestart()
    {
        StartedCounter counter;
        const OrderId id = counter.startCash();
        counter.vendor.failNext(Kind::Confirm, answered(400));
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.pass(1s);
        QVERIFY(counter.sale(id).failure);
        counter.restart();
        counter.pass(2s);
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        QVERIFY(counter.sale(id).failure);
        QCOMPARE(counter.sale(id).failure->step, Step::Confirm);
        QCOMPARE(counter.sale(id).failure->error.effect, Effect::None);
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.pass(1s);
        QCOMPARE(counter.status(id), OrderStatus::Done);
    }

    void aStepWhoseSaleADamagedJournalHasLostIsReadBack()
    {
        StartedCounter counter;
        const OrderId id = counter.holdStart(u"api/BASE"_s);
        counter.vendor.takeEffect(Kind::StartPayment);
        counter.kill();
        counter.store.lose(id);
        counter.restart();
        counter.pass(5s);
        QCOMPARE(counter.sale(id).origin, Sale::Origin::ThisCounter);
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        QVERIFY(counter.vendor.count(Kind::Order, id) > 0);
        counter.vendor.pay(id);
        counter.pass(1min);
        QCOMPARE(counter.status(id), OrderStatus::Done); // its money is seen
    }

    void h13_lateMoneyOfAStartThatNobodySawAnsweredIsSeen()
    {
        StartedCounter counter;
        const OrderId id = counter.holdStart();
        counter.vendor.takeEffect(Kind::StartPayment);
        counter.kill();
        counter.vendor.at(id).status = OrderStatus::Expired;
        counter.vendor.at(id).payment.redirectUrl.clear();
        counter.restart(1min);
        counter.pass(1min);
        QCOMPARE(counter.status(id), OrderStatus::Expired);
        counter.vendor.pay(id);
        counter.pass(15min);
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QCOMPARE(counter.issues(Issue::Kind::PaidTooLate).size(), 1);
    }

    void aListOfAnotherPartnerEndsInAnError()
    {
        StartedCounter counter;
        counter.vendor.holdCalls(Kind::Orders);
        counter.service().loadOrders();
        counter.settle();
        QVERIFY(!counter.journal().isOf(u"another partner"_s));
        counter.vendor.answerAll(Kind::Orders);
        counter.settle();
        QCOMPARE(counter.emitted.failedLists.size(), 1);
    }

    /// What is asked about before the program ends: creates that were sent, left or not.
    void reservationsOnTheirWayAreKnown()
    {
        StartedCounter counter;
        QVERIFY(counter.service().reservationsOnTheirWay().empty());
        counter.vendor.holdCalls(Kind::Reserve);
        counter.tryReservation();
        counter.leaveReservation();
        const auto sent = counter.service().reservationsOnTheirWay();
        QCOMPARE(sent.size(), std::size_t(2));
        QVERIFY(!sent.at(0)->isLeft());
        QVERIFY(sent.at(1)->isLeft());
        counter.vendor.takeEffect(Kind::Reserve);
        counter.vendor.takeEffect(Kind::Reserve);
        counter.restart();
        counter.pass(5s);
        QVERIFY(counter.service().reservationsOnTheirWay().empty()); // of an earlier life: they need attention
        QCOMPARE(counter.issues(Issue::Kind::UnknownReservation).size(), 2);
        for (const Issue &issue : counter.issues(Issue::Kind::UnknownReservation))
            QVERIFY(!issue.candidates.isEmpty());
    }
};

} // namespace okoshko::test::tst_saleservice

OKOSHKO_TEST(tst_saleservice, SaleServiceTest, QCoreApplication)
#include "tst_saleservice.moc"
