// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/sale/CounterFixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_confirmation {

namespace {

using Collecting = Sale::Collecting;
using Confirmation = PaymentSystem::Confirmation;
using Kind = ScriptedVendor::Kind;
using Reached = ScriptedVendor::Reached;
using What = HistoryEntry::What;

} // namespace

/// Who says that an order is paid: settled when the payment starts, kept in the journal, and never weakened (H2).
class ConfirmationTest : public QObject
{
    Q_OBJECT

public:
    enum class Press { Refused, NotReadYet, KeyRefused, KeyRefusedElsewhere, DiskFullElsewhere };
    Q_ENUM(Press)

private Q_SLOTS:
    void h02_aPageStaysAPage_data()
    {
        QTest::addColumn<bool>("isRestarted");
        QTest::newRow("in one life") << false;
        QTest::newRow("after a restart") << true;
    }

    /// A later answer without `redirect_url` does not make it cash: "do not take money" stays.
    void h02_aPageStaysAPage()
    {
        QFETCH(bool, isRestarted);
        StartedCounter counter;
        const OrderId id = counter.startPayment(u"api/BASE"_s);
        QCOMPARE(counter.store.sale(id)->confirmedBy, ConfirmedBy::Page);
        counter.vendor.at(id).payment = {};
        counter.vendor.at(id).updatedAt = counter.vendor.now();
        if (isRestarted)
            counter.restart();
        counter.service().loadOrders();
        counter.pass(10s);
        QCOMPARE(counter.sale(id).collecting(), Collecting::No);
        QCOMPARE(counter.service().confirm(id), Refusal::Forbidden);
        QCOMPARE(counter.service().confirm(id, PageSeen::No), Refusal::Forbidden);
        counter.settle();
        QCOMPARE(counter.vendor.count(Kind::Confirm), 0);
        QCOMPARE(counter.sale(id).confirmedBy, ConfirmedBy::Page);
    }

    void h02_aPageThatOnlyTheJournalRemembersStaysAPage()
    {
        StartedCounter counter;
        const OrderId id = counter.startPayment();
        const QList<Kind> kinds{Kind::Order, Kind::Orders};
        for (const Kind kind : kinds) {
            counter.vendor.telling[kind] = [](Order order) {
                order.payment = {};
                return order;
            };
        }
        counter.restart(1h);
        counter.pass(10s);
        QCOMPARE(counter.sale(id).confirmedBy, ConfirmedBy::Page);
    }

    void h02_aChangeOfSettingsDoesNotReachAPaymentThatIsOut_data()
    {
        QTest::addColumn<Confirmation>("before");
        QTest::addColumn<Confirmation>("after");
        QTest::addColumn<bool>("isRestarted");
        QTest::addColumn<bool>("mayCollect");
        QTest::newRow("server, then by the page")
            << Confirmation::Server << Confirmation::ByRedirectUrl << false << false;
        QTest::newRow("server, then cashier") << Confirmation::Server << Confirmation::Cashier << false << false;
        QTest::newRow("server, then cashier, restarted")
            << Confirmation::Server << Confirmation::Cashier << true << false;
        QTest::newRow("cashier, then server") << Confirmation::Cashier << Confirmation::Server << false << true;
        QTest::newRow("cashier, then server, restarted")
            << Confirmation::Cashier << Confirmation::Server << true << true;
    }

    void h02_aChangeOfSettingsDoesNotReachAPaymentThatIsOut()
    {
        QFETCH(Confirmation, before);
        QFETCH(Confirmation, after);
        QFETCH(bool, isRestarted);
        QFETCH(bool, mayCollect);
        CounterFixture counter;
        counter.systems = confirmedBy(before);
        counter.start();
        const OrderId id = counter.startCash();
        counter.systems = confirmedBy(after);
        if (isRestarted)
            counter.restart();
        else
            counter.service().setPaymentSystems(counter.systems);
        counter.pass(10s);
        QCOMPARE(counter.sale(id).collecting(), mayCollect ? Collecting::Yes : Collecting::No);
        QCOMPARE(counter.service().confirm(id, PageSeen::No), mayCollect ? Refusal::None : Refusal::Forbidden);
        counter.settle();
        QCOMPARE(counter.vendor.count(Kind::Confirm), mayCollect ? 1 : 0);
    }

    void aSystemOfTheServersIsNeverConfirmedHere()
    {
        CounterFixture counter;
        counter.systems = confirmedBy(Confirmation::Server);
        counter.start();
        const OrderId id = counter.startCash();
        QCOMPARE(counter.service().confirm(id), Refusal::Forbidden);
        QCOMPARE(counter.vendor.count(Kind::Confirm), 0);
        counter.vendor.pay(id);
        counter.pass(5s); // it is asked for by itself
        QCOMPARE(counter.status(id), OrderStatus::Done);
    }

    void h02_thatTheServerConfirmsIsCommittedWithTheStart()
    {
        CounterFixture counter;
        counter.systems = confirmedBy(Confirmation::Server);
        counter.start();
        counter.vendor.page.clear();
        const OrderId id = counter.reserve();
        counter.vendor.holdCalls(Kind::ChoosePayment);
        counter.vendor.holdCalls(Kind::StartPayment);
        counter.pay(id, u"api/BASE"_s);
        QCOMPARE(counter.vendor.waiting(Kind::ChoosePayment), 1);
        QCOMPARE(counter.store.sale(id)->confirmedBy, ConfirmedBy::Server); // before anything is sent
        counter.vendor.answer(Kind::ChoosePayment);
        counter.settle();
        counter.vendor.takeEffect(Kind::StartPayment);
        counter.systems = confirmedBy(Confirmation::Cashier);
        counter.restart();
        counter.pass(10s);
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        QCOMPARE(counter.sale(id).collecting(), Collecting::No);
        QCOMPARE(counter.service().confirm(id, PageSeen::No), Refusal::Forbidden);
    }

    /// The list brings something new while the start's intent is being written.
    void h02_anAnswerThatComesMeanwhileDoesNotWeakenIt()
    {
        CounterFixture counter;
        counter.systems = confirmedBy(Confirmation::Server);
        counter.start();
        counter.vendor.page.clear();
        const OrderId id = counter.reserve();
        counter.vendor.holdCalls(Kind::ChoosePayment);
        counter.store.commitTime = 1s;
        QCOMPARE(counter.service().pay(id, {u"api/BASE"_s, {}}), Refusal::None);
        counter.vendor.at(id).number = 4200;
        counter.service().loadOrders();
        counter.pass(3s);
        counter.store.commitTime = 1ms;
        QCOMPARE(counter.store.sale(id)->confirmedBy, ConfirmedBy::Server);
        counter.vendor.answerAtOnce(Kind::ChoosePayment);
        counter.vendor.holdCalls(Kind::StartPayment);
        counter.vendor.answer(Kind::ChoosePayment);
        counter.settle();
        counter.vendor.takeEffect(Kind::StartPayment);
        counter.restart();
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        QCOMPARE(counter.sale(id).collecting(), Collecting::No);
    }

    /// The start was never seen answered: a later reading without a page proves nothing.
    void h02_aStartThatWasNeverSeenAnsweredIsAskedAboutBeforeCashIsConfirmed_data()
    {
        QTest::addColumn<bool>("isKilled");
        QTest::newRow("its answer was lost") << false;
        QTest::newRow("the program was killed") << true;
    }

    void h02_aStartThatWasNeverSeenAnsweredIsAskedAboutBeforeCashIsConfirmed()
    {
        QFETCH(bool, isKilled);
        StartedCounter counter;
        counter.vendor.page.clear();
        const OrderId id = counter.holdStart(u"api/BASE"_s);
        counter.vendor.takeEffect(Kind::StartPayment);
        if (isKilled)
            counter.restart();
        else
            counter.vendor.fail(Kind::StartPayment, lost());
        counter.pass(10s);
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        QCOMPARE(counter.sale(id).collecting(), Collecting::AfterAsking);
        QCOMPARE(counter.service().confirm(id), Refusal::AskForPage);
        counter.settle();
        QCOMPARE(counter.vendor.count(Kind::Confirm), 0);
        const int read = counter.vendor.count(Kind::Order, id);
        QCOMPARE(counter.service().confirm(id, PageSeen::No), Refusal::None);
        counter.settle();
        QVERIFY(counter.vendor.count(Kind::Order, id) > read); // the server is asked first
        QCOMPARE(counter.vendor.count(Kind::Confirm), 1);
        QCOMPARE(counter.status(id), OrderStatus::Done);
    }

    void t09_doNotTakeMoney()
    {
        StartedCounter counter;
        const OrderId id =
            counter.loseStart(Reached::Yes, u"api/BASE"_s); // its answer was lost; the reading tells of a page
        QCOMPARE(counter.sale(id).collecting(), Collecting::No);
        QCOMPARE(counter.store.sale(id)->confirmedBy, ConfirmedBy::Page);
        QCOMPARE(counter.emitted.pages, QList{id});
        QCOMPARE(counter.service().confirm(id), Refusal::Forbidden);
        QCOMPARE(counter.service().confirm(id, PageSeen::No), Refusal::Forbidden);
        counter.settle();
        QCOMPARE(counter.vendor.count(Kind::Confirm), 0);
    }

    void h02_aPageThatTurnsUpAtTheLastMomentIsNotConfirmedAsCash()
    {
        StartedCounter counter;
        counter.vendor.page.clear();
        const OrderId id = counter.loseStart(Reached::Yes, u"api/BASE"_s);
        QCOMPARE(counter.sale(id).collecting(), Collecting::AfterAsking);
        counter.vendor.at(id).payment.redirectUrl = QUrl(u"https://pay.example.org/9"_s);
        QCOMPARE(counter.service().confirm(id, PageSeen::No), Refusal::None);
        counter.settle();
        QCOMPARE(counter.vendor.count(Kind::Confirm), 0);
        QCOMPARE(counter.sale(id).confirmedBy, ConfirmedBy::Page);
        QVERIFY(!counter.sale(id).inProgress);
        QVERIFY(counter.emitted.pages.isEmpty()); // the money is in the drawer
    }

    void cashIsOfferedOnceItIsWrittenThatThereIsNoPage()
    {
        StartedCounter counter;
        counter.vendor.page.clear();
        const OrderId id = counter.holdStart(u"api/BASE"_s);
        counter.store.commitTime = 500ms;
        counter.vendor.answer(Kind::StartPayment);
        counter.pass(400ms);
        QVERIFY(counter.sale(id).collecting() != Collecting::Yes);
        counter.pass(1s);
        QCOMPARE(counter.sale(id).collecting(), Collecting::Yes);
        QCOMPARE(counter.store.sale(id)->confirmedBy, ConfirmedBy::Cashier);
    }

    void h14_anAnswerThatDoesNotTellOfAPageIsNoProofOfCash()
    {
        StartedCounter counter;
        counter.vendor.telling[Kind::StartPayment] = [](const Order &order) {
            return only(order, Order::Fields(Order::Field::Status));
        };
        counter.vendor.page.clear();
        const OrderId id = counter.startPayment(u"api/BASE"_s);
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        QCOMPARE(counter.sale(id).collecting(), Collecting::AfterAsking);
    }

    void aPaymentThatWasStartedElsewhereIsAskedAbout()
    {
        StartedCounter counter;
        const OrderId theirs = counter.vendor.makeElsewhere(wanting(1));
        counter.vendor.at(theirs).status = OrderStatus::InProgress;
        counter.loadOrders();
        QCOMPARE(counter.sale(theirs).collecting(), Collecting::AfterAsking);
        QCOMPARE(counter.service().confirm(theirs), Refusal::AskForPage);
    }

    void aPageThatNobodyExpectedIsNotOpenedByItself()
    {
        CounterFixture counter;
        counter.systems = confirmedBy(Confirmation::Cashier);
        counter.start();
        const OrderId id = counter.startPayment(u"api/BASE"_s);
        QVERIFY(counter.emitted.pages.isEmpty());
        QCOMPARE(counter.service().confirm(id), Refusal::Forbidden); // the field decides, as ever
    }

    void whatIsGivenUpIsNotCollected()
    {
        StartedCounter counter;
        const OrderId id = counter.startCash();
        counter.vendor.failAll(Kind::Cancel, offline());
        QCOMPARE(counter.service().cancel(id), Refusal::None);
        counter.pass(3s);
        QCOMPARE(counter.sale(id).collecting(), Collecting::No);
        QCOMPARE(counter.service().confirm(id), Refusal::Forbidden);
    }

    void v14_aTransferIsConfirmedByTheServerWhateverTheSettingsSay_data()
    {
        QTest::addColumn<Confirmation>("configured");
        QTest::addColumn<bool>("isLost");
        QTest::newRow("by the page") << Confirmation::ByRedirectUrl << false;
        QTest::newRow("by the page, its answer lost") << Confirmation::ByRedirectUrl << true;
        QTest::newRow("the cashier") << Confirmation::Cashier << false;
        QTest::newRow("the cashier, its answer lost") << Confirmation::Cashier << true;
    }

    void v14_aTransferIsConfirmedByTheServerWhateverTheSettingsSay()
    {
        QFETCH(Confirmation, configured);
        QFETCH(bool, isLost);
        CounterFixture counter;
        counter.systems = confirmedBy(configured, u"system/INVOICE"_s);
        counter.vendor.page.clear();
        counter.start();
        const OrderId id =
            isLost ? counter.loseStart(Reached::Yes, u"system/INVOICE"_s) : counter.startPayment(u"system/INVOICE"_s);
        counter.pass(5s);
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        QCOMPARE(counter.store.sale(id)->confirmedBy, ConfirmedBy::Server);
        QCOMPARE(counter.sale(id).collecting(), Collecting::No);
        QCOMPARE(counter.service().confirm(id, PageSeen::No), Refusal::Forbidden);
        counter.vendor.pay(id);
        counter.pass(90s);
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QCOMPARE(counter.vendor.count(Kind::Confirm), 0);
    }

    /// The server has said yes, in words that tell nothing, or that cannot be read: a later reading may tell of a page,
    /// but one that leaves it out proves nothing.
    void aStartThatWasAnsweredWithoutWordsIsAskedAbout_data()
    {
        QTest::addColumn<bool>("isReadable");
        QTest::addColumn<bool>("hasPage");
        QTest::newRow("{}, cash") << true << false;
        QTest::newRow("{}, page") << true << true;
        QTest::newRow("newer generation, cash") << false << false;
        QTest::newRow("newer generation, page") << false << true;
    }

    void aStartThatWasAnsweredWithoutWordsIsAskedAbout()
    {
        QFETCH(bool, isReadable);
        QFETCH(bool, hasPage);
        StartedCounter counter;
        if (!hasPage)
            counter.vendor.page.clear();
        if (isReadable) {
            counter.vendor.telling[Kind::StartPayment] = [](const Order &order) { return only(order, {}); };
        } else {
            counter.vendor.failNext(Kind::StartPayment,
                                    {.kind = ErrorKind::NewerGeneration, .effect = Effect::Possible, .httpStatus = 200},
                                    Reached::Yes);
        }
        const OrderId id = counter.startPayment(u"api/BASE"_s);
        counter.pass(5s);
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        QCOMPARE(counter.sale(id).collecting(), hasPage ? Collecting::No : Collecting::AfterAsking);
        QCOMPARE(counter.store.sale(id)->confirmedBy, hasPage ? ConfirmedBy::Page : ConfirmedBy::Unknown);
        QCOMPARE(counter.emitted.pages.size(), hasPage ? 1 : 0);
        QCOMPARE(counter.service().confirm(id), hasPage ? Refusal::Forbidden : Refusal::AskForPage);
    }

    /// A confirmation whose answer is lost can be asked for again at once: what the order has become is read first.
    void aConfirmationIsAskedForAgainAtOnce_data()
    {
        QTest::addColumn<Reached>("first");
        QTest::newRow("the first was done") << Reached::Yes;
        QTest::newRow("the first was not done") << Reached::No;
    }

    void aConfirmationIsAskedForAgainAtOnce()
    {
        QFETCH(Reached, first);
        StartedCounter counter;
        const OrderId id = counter.startCash();
        counter.vendor.failNext(Kind::Confirm, lost(), first);
        counter.vendor.holdCalls(Kind::Order);
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.settle();
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.settle();
        QCOMPARE(counter.vendor.count(Kind::Confirm), 1);
        counter.vendor.answerAll(Kind::Order);
        counter.settle();
        QCOMPARE(counter.vendor.count(Kind::Confirm), first == Reached::Yes ? 1 : 2);
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QVERIFY(counter.service().openIntents(id).isEmpty());
        QCOMPARE(counter.story(id).count(What::Collected), 1);
    }

    void aReadingThatFailsDoesNotSayThatTheFirstConfirmationWasNotDone()
    {
        StartedCounter counter;
        const OrderId id = counter.startCash();
        counter.vendor.failNext(Kind::Confirm, lost());
        counter.vendor.failAll(Kind::Order, offline());
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.settle();
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.settle();
        QVERIFY(counter.sale(id).failure.has_value());
        QCOMPARE(counter.sale(id).failure->error.effect, Effect::Possible);
    }

    void v14_norIsATransferThatWasBegunElsewhereCollected()
    {
        StartedCounter counter;
        const OrderId theirs = counter.vendor.makeElsewhere(wanting(1));
        counter.vendor.at(theirs).status = OrderStatus::InProgress;
        counter.vendor.at(theirs).payment.system = u"system/INVOICE"_s;
        counter.loadOrders();
        QCOMPARE(counter.sale(theirs).collecting(), Collecting::No);
    }

    void v14_anInvitationIsDoneAtOnce()
    {
        StartedCounter counter;
        counter.vendor.page.clear();
        counter.vendor.telling[Kind::StartPayment] = [](Order order) {
            order.status = OrderStatus::Done;
            order.value = Money();
            return order;
        };
        const OrderId id = counter.startPayment(u"system/INVITATION"_s);
        counter.settle();
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QCOMPARE(counter.story(id).last(), What::IssuedFree);
        QCOMPARE(counter.vendor.count(Kind::Confirm), 0);
    }

    void whyItWasRefusedIsKnownAfterARestart()
    {
        StartedCounter counter;
        counter.vendor.page.clear();
        const OrderId id = counter.startPayment();
        ApiError refused = answered(400);
        refused.serverWords = u"The deal is closed: ask the organiser"_s;
        counter.vendor.failNext(Kind::Confirm, refused);
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.settle();
        QCOMPARE(counter.sale(id).failure->error.serverWords, refused.serverWords);
        counter.restart();
        QVERIFY(counter.sale(id).failure);
        QCOMPARE(counter.sale(id).failure->step, Step::Confirm);
        QCOMPARE(counter.sale(id).failure->error.kind, ErrorKind::BadRequest);
        QCOMPARE(counter.sale(id).failure->error.serverWords, refused.serverWords);
    }

    /// Nothing is to be collected: what is issued is confirmed in the same step.
    void v13_whatIsFreeIsIssuedInOneStep()
    {
        StartedCounter counter;
        counter.vendor.page.clear();
        const OrderId id = counter.reserveFree();
        counter.pay(id, u"api/BASE"_s);
        counter.settle();
        QCOMPARE(counter.vendor.count(Kind::Confirm), 1);
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QCOMPARE(counter.story(id).last(), What::IssuedFree);
        QVERIFY(counter.service().openIntents(id).isEmpty());
        counter.restart(); // and so it stands in the journal
        QCOMPARE(counter.story(id).last(), What::IssuedFree);
    }

    void v13_butNotWhatIsPaidOnAPageOrMayHaveOne_data()
    {
        QTest::addColumn<bool>("hasPage");
        QTest::newRow("a page") << true;
        QTest::newRow("its answer was lost") << false;
    }

    void v13_butNotWhatIsPaidOnAPageOrMayHaveOne()
    {
        QFETCH(bool, hasPage);
        StartedCounter counter;
        if (!hasPage) {
            counter.vendor.page.clear();
            counter.vendor.failNext(Kind::StartPayment, lost(), Reached::Yes);
        }
        const OrderId id = counter.reserveFree();
        counter.pay(id, u"api/BASE"_s);
        counter.pass(10s);
        QCOMPARE(counter.status(id), OrderStatus::InProgress);
        QCOMPARE(counter.sale(id).collecting(), hasPage ? Collecting::No : Collecting::AfterAsking);
        QCOMPARE(counter.vendor.count(Kind::Confirm), 0);
    }

    void v13_whereTheServerConfirmsItDoes()
    {
        CounterFixture counter;
        counter.systems = confirmedBy(Confirmation::Server);
        counter.vendor.page.clear();
        counter.start();
        const OrderId id = counter.reserveFree();
        counter.pay(id, u"api/BASE"_s);
        counter.settle();
        QCOMPARE(counter.vendor.count(Kind::Confirm), 0);
    }

    void moneyThatTheServerSeesTooLateIsLookedFor()
    {
        CounterFixture counter;
        counter.systems = confirmedBy(Confirmation::Server);
        counter.vendor.paymentHold = 60s;
        counter.start();
        const OrderId id = counter.startCash();
        counter.pass(70s);
        QCOMPARE(counter.status(id), OrderStatus::Expired);
        counter.vendor.pay(id);
        counter.pass(2min);
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QCOMPARE(counter.issues(Issue::Kind::PaidTooLate).size(), 1); // and a person hears of it
    }

    void moneyInTheDrawerOfAnOrderThatEndedUnpaidIsNotForgotten_data()
    {
        QTest::addColumn<OrderStatus>("end");
        QTest::addColumn<bool>("isRestarted");
        QTest::newRow("the hold ran out") << OrderStatus::Expired << false;
        QTest::newRow("cancelled") << OrderStatus::Canceled << false;
        QTest::newRow("the hold ran out; restarted meanwhile") << OrderStatus::Expired << true;
        QTest::newRow("cancelled; restarted meanwhile") << OrderStatus::Canceled << true;
    }

    void moneyInTheDrawerOfAnOrderThatEndedUnpaidIsNotForgotten()
    {
        QFETCH(OrderStatus, end);
        QFETCH(bool, isRestarted);
        StartedCounter counter;
        const OrderId id = counter.startCash();
        const Money sum = counter.sale(id).order.value;
        counter.vendor.holdCalls(Kind::Confirm);
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.settle();
        QCOMPARE(counter.story(id).last(), What::MoneyTaken);
        QVERIFY(counter.issues(Issue::Kind::MoneyTaken).isEmpty());
        counter.vendor.at(id).status = end;
        if (isRestarted)
            counter.restart();
        else
            counter.vendor.answerAll(Kind::Confirm);
        counter.pass(10s);
        QCOMPARE(counter.status(id), end);
        QCOMPARE(counter.sale(id).moneyTaken(), sum);
        QCOMPARE(counter.issues(Issue::Kind::MoneyTaken).size(), 1);
        const Issue issue = counter.issues(Issue::Kind::MoneyTaken).first();
        QCOMPARE(issue.order, id);
        static_cast<void>(counter.service().resolve(issue.id, u"given back"_s));
        counter.settle();
        counter.restart();
        counter.pass(10s);
        QVERIFY(counter.issues(Issue::Kind::MoneyTaken).isEmpty());
    }

    void moneyWhoseConfirmationWasNotCarriedOutIsNotForgotten_data()
    {
        QTest::addColumn<Press>("press");
        QTest::addColumn<OrderStatus>("end");
        const auto rows = [](const char *name, Press press) {
            for (const OrderStatus end : {OrderStatus::Expired, OrderStatus::Refunded, OrderStatus::Done})
                QTest::addRow("%s: %s", name, qPrintable(toWord(end))) << press << end;
        };
        rows("refused", Press::Refused);
        rows("not read yet", Press::NotReadYet);
        rows("the key is refused", Press::KeyRefused);
        rows("the key is refused, made elsewhere", Press::KeyRefusedElsewhere);
        rows("the disk is full, made elsewhere", Press::DiskFullElsewhere);
    }

    /// The press says that the money is in the drawer; then the order ends, or another counter confirms it.
    void moneyWhoseConfirmationWasNotCarriedOutIsNotForgotten()
    {
        QFETCH(Press, press);
        QFETCH(OrderStatus, end);
        StartedCounter counter;
        const bool isElsewhere = press == Press::KeyRefusedElsewhere || press == Press::DiskFullElsewhere;
        const OrderId id = isElsewhere ? counter.loadOrderOfOthers() : counter.startCash();
        if (isElsewhere) {
            counter.vendor.at(id).status = OrderStatus::InProgress;
            static_cast<void>(counter.service().refresh(id));
            counter.settle();
        }
        const Money sum = counter.sale(id).order.value;
        Refusal expected = Refusal::None;
        if (press == Press::Refused) {
            counter.vendor.failNext(Kind::Confirm, answered(400));
        } else if (press == Press::DiskFullElsewhere) {
            counter.store.refusal = JournalError{.kind = JournalError::Kind::DiskFull};
        } else if (press == Press::NotReadYet) {
            expected = Refusal::NotReadYet;
            counter.kill();
            counter.vendor.failAll(Kind::Order, lost());
            counter.start();
        } else {
            expected = Refusal::KeyRefused;
            counter.vendor.failAll(Kind::Order, answered(401));
            static_cast<void>(counter.service().refresh(id));
            counter.settle();
        }
        QCOMPARE(counter.service().confirm(id, PageSeen::No), expected);
        counter.pass(2s);
        if (press == Press::DiskFullElsewhere)
            counter.freeDisk();
        counter.vendor.failNone();
        counter.vendor.at(id).status = end;
        static_cast<void>(counter.service().refresh(id));
        counter.pass(2min);
        for (const bool isRestarted : {false, true}) {
            if (isRestarted)
                counter.restart();
            counter.pass(10s);
            QCOMPARE(counter.status(id), end);
            QCOMPARE(counter.sale(id).moneyTaken(), sum);
            QCOMPARE(counter.issues(Issue::Kind::MoneyTaken).size(), 1);
        }
    }

    /// Its counter was faster than this one's disk.
    void moneyOfAnOrderThatWasPaidBeforeItBecameOursIsNotForgotten()
    {
        StartedCounter counter;
        const OrderId id = counter.loadOrderOfOthers();
        counter.vendor.at(id).status = OrderStatus::InProgress;
        static_cast<void>(counter.service().refresh(id));
        counter.settle();
        counter.store.refusal = JournalError{.kind = JournalError::Kind::DiskFull};
        QCOMPARE(counter.service().confirm(id, PageSeen::No), Refusal::None);
        counter.pass(2s);
        counter.vendor.pay(id);
        static_cast<void>(counter.service().refresh(id));
        counter.pass(2s);
        QCOMPARE(counter.status(id), OrderStatus::Done);
        counter.freeDisk();
        counter.pass(10s);
        QCOMPARE(counter.issues(Issue::Kind::MoneyTaken).size(), 1);
    }

    /// The restart has forgotten when it was asked, not that it was.
    void aLateConfirmationOfAnEarlierRunIsOurs()
    {
        StartedCounter counter;
        const OrderId id = counter.startCash();
        counter.vendor.failNext(Kind::Confirm, lost());
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.pass(10min);
        QVERIFY(counter.service().openIntents(id).isEmpty());
        counter.restart();
        counter.pass(10s);
        counter.vendor.pay(id);
        counter.pass(2min);
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QVERIFY(counter.issues(Issue::Kind::MoneyTaken).isEmpty());
    }

    /// The difference was taken while the key was refused.
    void aSecondSumIsNotedThoughItIsNotSent()
    {
        StartedCounter counter;
        const OrderId id = counter.startCash();
        const Money more = Money::fromMinor(counter.sale(id).order.value.minor() + 1000);
        counter.vendor.failNext(Kind::Confirm, answered(403));
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.settle();
        counter.vendor.at(id).value = more;
        static_cast<void>(counter.service().refresh(id));
        counter.pass(2s);
        counter.service().acceptSum(id, more);
        counter.vendor.failAll(Kind::Order, answered(401));
        static_cast<void>(counter.service().refresh(id));
        counter.settle();
        QCOMPARE(counter.service().confirm(id), Refusal::KeyRefused);
        QCOMPARE(counter.sale(id).moneyTaken(), more);
    }

    void aConfirmationThatIsRepeatedTakesTheMoneyOnce()
    {
        StartedCounter counter;
        const OrderId id = counter.startCash();
        counter.vendor.failNext(Kind::Confirm, lost());
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.pass(1s);
        static_cast<void>(counter.service().confirm(id));
        counter.pass(10s);
        QCOMPARE(counter.status(id), OrderStatus::Done);
        QCOMPARE(counter.story(id).count(What::MoneyTaken), 1);
        QVERIFY(counter.issues(Issue::Kind::MoneyTaken).isEmpty());
    }

    /// The cashier gives the difference back, or takes it, and says so again.
    void moneyThatIsTakenAnewIsTheLatestSum()
    {
        StartedCounter counter;
        const OrderId id = counter.startCash();
        const Money sum = counter.sale(id).order.value;
        const Money less = Money::fromMinor(sum.minor() - 1000);
        counter.vendor.failNext(Kind::Confirm, answered(403));
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.settle();
        QCOMPARE(counter.sale(id).moneyTaken(), sum);
        counter.vendor.at(id).value = less;
        static_cast<void>(counter.service().refresh(id));
        counter.pass(2s);
        counter.service().acceptSum(id, less);
        counter.vendor.failNext(Kind::Confirm, answered(403));
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.settle();
        QCOMPARE(counter.sale(id).moneyTaken(), less);
        counter.vendor.at(id).status = OrderStatus::Expired;
        counter.pass(30s);
        QCOMPARE(counter.issues(Issue::Kind::MoneyTaken).size(), 1);
    }

    void moneyOfAnOrderThatIsClosedIsNotForgotten()
    {
        StartedCounter counter;
        const OrderId id = counter.startCash();
        counter.vendor.failNext(Kind::Confirm, answered(404));
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.settle();
        counter.vendor.failAll(Kind::Order, answered(404));
        counter.pass(5min);
        QCOMPARE(counter.issues(Issue::Kind::UnknownToServer).size(), 1);
        counter.service().close(id);
        counter.pass(2s);
        QVERIFY(counter.sale(id).closed);
        QCOMPARE(counter.issues(Issue::Kind::MoneyTaken).size(), 1);
    }

    void moneyThatTheServerHasAfterAllIsNotToBeGivenBack()
    {
        StartedCounter counter;
        const OrderId id = counter.startCash();
        counter.vendor.failNext(Kind::Confirm, lost());
        QCOMPARE(counter.service().confirm(id), Refusal::None);
        counter.settle();
        counter.vendor.at(id).status = OrderStatus::Expired;
        counter.pass(10s);
        QCOMPARE(counter.issues(Issue::Kind::MoneyTaken).size(), 1);
        counter.vendor.at(id).status = OrderStatus::Done;
        QCOMPARE(counter.service().refresh(id), Refusal::None);
        counter.pass(10s);
        QVERIFY(counter.issues(Issue::Kind::MoneyTaken).isEmpty());
        QCOMPARE(counter.issues(Issue::Kind::PaidTooLate).size(), 1);
    }
};

} // namespace okoshko::test::tst_confirmation

OKOSHKO_TEST(tst_confirmation, ConfirmationTest, QCoreApplication)
#include "tst_confirmation.moc"
