// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/InputDriver.h"
#include "models/tables/OrderTableModel.h"
#include "tests/gui/sale/Till.h"
#include "tests/support/TestProgram.h"
#include "ui/issues/IssuesPage.h"
#include "ui/main/OrderPane.h"
#include "ui/main/RecoveryNotice.h"
#include "ui/main/TroubleBanner.h"
#include "ui/payment/SystemsPane.h"
#include "ui/text/ErrorText.h"
#include "ui/text/IssueText.h"
#include "ui/widgets/ConfirmQuestion.h"
#include "ui/widgets/MissingNotice.h"
#include "ui/widgets/Notice.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_whatissaid {

namespace {

using Column = OrderTableModel::Column;

} // namespace

/// Whatever happens to an order, no window says of it what is not so: above all, nobody is told to take money that must
/// not be taken, or taken again.
class WhatIsSaidTest : public QObject
{
    Q_OBJECT
    using Kind = ScriptedVendor::Kind;
    using Reached = ScriptedVendor::Reached;

private:
    static void isBeingCancelled(const Till &till, const OrderId &id)
    {
        for (const QWidget *window :
             {static_cast<const QWidget *>(till.dialog.get()), static_cast<const QWidget *>(till.pane.get())}) {
            QVERIFY2(Till::says(*window, u"is being cancelled"_s), qPrintable(Till::read(*window)));
            QVERIFY(Till::says(*window, u"no money"_s));
            QVERIFY2(!Till::says(*window, u"try again"_s), qPrintable(Till::read(*window)));
            QVERIFY(!Till::says(*window, u"To pay"_s));
        }
        QVERIFY(!Till::says(*till.dialog, u"Take ₽"_s));
        for (const QString &name : {u"qrCode"_s, u"startPaymentButton"_s, u"confirmPaidButton"_s, u"openPageButton"_s,
                                    u"tryAgainButton"_s, u"countdownRing"_s})
            QVERIFY2(!Till::shows(*till.dialog, name), qPrintable(name));
        for (const QString &name : {u"payButton"_s, u"paneTimeLeft"_s})
            QVERIFY2(!Till::shows(*till.pane, name), qPrintable(name));
        QCOMPARE(till.cell(id, Column::Status), u"Being cancelled"_s);
        QCOMPARE(till.cell(id, Column::TimeLeft), QString());
    }

    static OrderId forgotten(Till &till)
    {
        const OrderId id = till.startCash();
        till.vendor.forget(id);
        till.pass(3min);
        return id;
    }

private Q_SLOTS:
    // Given up ------------------------------------------------------------------------------------------------------

    void aCancelThatFailsGoesOnByItself_data()
    {
        QTest::addColumn<bool>("isStarted");
        QTest::newRow("held") << false;
        QTest::newRow("cash") << true;
    }

    void aCancelThatFailsGoesOnByItself()
    {
        QFETCH(bool, isStarted);
        Till till;
        const OrderId id = isStarted ? till.startCash() : till.reserve();
        till.look(id);
        till.vendor.failAll(Kind::Cancel, offline());
        till.press(Qt::Key_Delete);
        till.click(u"cancelSaleYesButton"_s);
        QCOMPARE(till.sale(id).goal, SaleGoal::Release);
        QVERIFY(till.sale(id).failure.has_value());
        till.lookAtPane(id);
        isBeingCancelled(till, id);
        QVERIFY(Till::says(*till.dialog, u"There is no connection to the server."_s));
        QVERIFY(Till::says(*till.dialog, u"by itself"_s));
        QVERIFY(Till::says(*till.pane, u"by itself"_s));
        till.press(Qt::Key_Return); // changes nothing
        isBeingCancelled(till, id);

        till.vendor.failNone();
        till.press(Qt::Key_Delete); // now, and without a question
        QCOMPARE(till.vendor.status(id), OrderStatus::Canceled);
        QVERIFY(Till::says(*till.dialog, u"The order is cancelled"_s));
    }

    void aCancelThatShowsNothingIsNotSilent()
    {
        Till till;
        const OrderId id = till.startPayment();
        till.vendor.cancelsAtOnce = false;
        till.look(id);
        QVERIFY(Till::shows(*till.dialog, u"qrCode"_s));
        till.press(Qt::Key_Delete);
        till.click(u"cancelSaleYesButton"_s);
        QCOMPARE(till.vendor.status(id), OrderStatus::InProgress);
        till.lookAtPane(id);
        isBeingCancelled(till, id);
        QVERIFY(Till::shows(*till.dialog, u"askNowButton"_s));
    }

    void aCancelThatIsRefusedGoesOnSelling()
    {
        Till till;
        const OrderId id = till.startPayment();
        till.look(id);
        till.vendor.failNext(Kind::Cancel, answered(403));
        till.press(Qt::Key_Delete);
        till.click(u"cancelSaleYesButton"_s);
        QCOMPARE(till.sale(id).goal, SaleGoal::Sell);
        QVERIFY(Till::says(*till.dialog, u"The order was not cancelled."_s));
        QVERIFY(Till::shows(*till.dialog, u"qrCode"_s));
    }

    // Not known to the server ---------------------------------------------------------------------------------------

    void anOrderThatTheServerDoesNotKnowTakesNoMoney()
    {
        Till till;
        const OrderId id = forgotten(till);
        QVERIFY(till.sale(id).isUnknownToServer);
        till.look(id);
        for (const QWidget *window :
             {static_cast<const QWidget *>(till.dialog.get()), static_cast<const QWidget *>(till.pane.get())}) {
            QVERIFY2(Till::says(*window, u"The server does not know this order"_s), qPrintable(Till::read(*window)));
            QVERIFY(Till::says(*window, u"ake no money"_s));
            QVERIFY(!Till::says(*window, u"To pay"_s));
        }
        for (const QString &name : {u"confirmPaidButton"_s, u"countdownRing"_s, u"cancelSaleButton"_s})
            QVERIFY2(!Till::shows(*till.dialog, name), qPrintable(name));
        for (const QString &name : {u"payButton"_s, u"cancelOrderButton"_s, u"paneTimeLeft"_s})
            QVERIFY2(!Till::shows(*till.pane, name), qPrintable(name));
        QCOMPARE(till.cell(id, Column::Status), u"Not known"_s);
        QCOMPARE(till.cell(id, Column::TimeLeft), QString());
        QSignalSpy settling(till.dialog.get(), &PaymentPage::issuesRequested);
        till.press(Qt::Key_F8);
        till.click(u"resolveNowButton"_s);
        QCOMPARE(settling.count(), 2);
        QSignalSpy fromPane(till.pane.get(), &OrderPane::issuesRequested);
        till.pane->findChild<QPushButton *>(u"paneResolveButton"_s)->click();
        QCOMPARE(fromPane.count(), 1);

        till.vendor.recall(id);
        till.pass(11min);
        till.look(id);
        QVERIFY(!Till::says(*till.dialog, u"does not know this order"_s));
        QCOMPARE(till.cell(id, Column::Status), u"Paying"_s);
    }

    // Money that is in the drawer -----------------------------------------------------------------------------------

    void aConfirmationWithoutAnAnswerTakesNothingAgain()
    {
        Till till;
        const OrderId id = till.startCash();
        till.look(id);
        QVERIFY(Till::says(*till.dialog, u"Take ₽"_s));
        till.vendor.failNext(Kind::Confirm, lost(), Reached::No);
        till.vendor.holdCalls(Kind::Order);
        till.confirm();
        const auto isInDoubt = [&till] {
            QVERIFY2(Till::says(*till.dialog, u"It is not known yet whether the server took the confirmation"_s),
                     qPrintable(Till::read(*till.dialog)));
            QVERIFY(!Till::says(*till.dialog, u"Take ₽"_s));
            QVERIFY(!Till::says(*till.dialog, u"Do not take money"_s));
            QVERIFY(!Till::says(*till.dialog, u"To pay"_s));
            QVERIFY(Till::says(*till.dialog, u"in the drawer"_s));
            QCOMPARE(Till::shown(*till.dialog, u"confirmPaidButton"_s)->text(), u"Co&nfirm again"_s); // at once
            QVERIFY(!Till::shows(*till.dialog, u"receivedEdit"_s));
        };
        isInDoubt();
        till.look(id); // she went away and came back
        isInDoubt();
        till.lookAtPane(id);
        QVERIFY(!Till::says(*till.pane, u"Do not take money"_s));

        till.vendor.answerAll(Kind::Order);
        till.pass(3min);
        QCOMPARE(till.vendor.status(id), OrderStatus::InProgress);
        QVERIFY(till.service().openIntents(id).isEmpty());
        till.look(id);
        QVERIFY2(Till::says(*till.dialog, u"The payment was not confirmed"_s), qPrintable(Till::read(*till.dialog)));
        QVERIFY(Till::says(*till.dialog, u"do not take it a second time"_s));
        QVERIFY(!Till::says(*till.dialog, u"Take ₽"_s));
        till.confirm();
        QCOMPARE(till.status(id), OrderStatus::Done);
        QVERIFY(Till::says(*till.dialog, u"Paid: ₽"_s));
    }

    void aConfirmationWithoutAnAnswerIsAskedForAgainAtOnce()
    {
        Till till;
        const OrderId id = till.startCash();
        till.look(id);
        till.vendor.failNext(Kind::Confirm, lost(), Reached::No);
        till.vendor.holdCalls(Kind::Order);
        till.confirm();
        till.confirm();
        QCOMPARE(till.vendor.count(Kind::Confirm), 1); // the order is read first
        till.vendor.answerAll(Kind::Order);
        till.settle();
        QCOMPARE(till.vendor.count(Kind::Confirm), 2);
        QCOMPARE(till.status(id), OrderStatus::Done);
    }

    void whatTheServerRefusesIsNotExplainedByWhatItDidNotSay_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("words");
        QTest::newRow("confirm") << Kind::Confirm << u"The server refuses to confirm it."_s;
        QTest::newRow("cancel") << Kind::Cancel << u"The server refuses to cancel it."_s;
    }

    void whatTheServerRefusesIsNotExplainedByWhatItDidNotSay()
    {
        QFETCH(Kind, kind);
        QFETCH(QString, words);
        Till till;
        const OrderId id = till.startCash();
        till.look(id);
        ApiError refused = answered(400);
        refused.serverWords = u"the terminal is not known"_s;
        till.vendor.failNext(kind, refused);
        if (kind == Kind::Confirm) {
            till.confirm();
        } else {
            till.press(Qt::Key_Delete);
            till.click(u"cancelSaleYesButton"_s);
        }
        QVERIFY2(Till::says(*till.dialog, words), qPrintable(Till::read(*till.dialog)));
        QVERIFY(Till::says(*till.dialog, u"The server says: “the terminal is not known”"_s));
        QVERIFY(Till::says(*till.dialog, u"Ask the server (F5)"_s));
        QVERIFY(!Till::says(*till.dialog, u"has changed"_s));
    }

    void anOrderThatMayBeOursIsNotSaidToBeAnothers()
    {
        Till till;
        till.loseReservation(Reached::Yes);
        till.pass(5s);
        till.loadOrders();
        const OrderId id = till.vendor.all().last();
        QVERIFY(isPerhapsOurs(till.sale(id), till.journal().issues()));
        till.look(id);
        QVERIFY2(!Till::says(*till.dialog, u"Made at another counter"_s), qPrintable(Till::read(*till.dialog)));
        QVERIFY(Till::says(*till.dialog, u"Perhaps made here"_s));
    }

    void anEventWithoutATitleIsNotCalledByItsId()
    {
        Till till;
        const OrderId id = till.vendor.makeElsewhere(wanting(1));
        till.loadOrders();
        till.lookAtPane(id);
        QVERIFY2(!Till::says(*till.pane, eventId().toString()), qPrintable(Till::read(*till.pane)));
        QVERIFY(Till::says(*till.pane, u"Title not told"_s));
    }

    void aConfirmationThatWasNotSentTakesNothingAgain()
    {
        Till till;
        const OrderId id = till.startCash();
        till.look(id);
        till.vendor.failNext(Kind::Confirm, offline());
        till.confirm();
        QVERIFY2(Till::says(*till.dialog, u"The payment was not confirmed"_s), qPrintable(Till::read(*till.dialog)));
        QVERIFY(Till::says(*till.dialog, u"do not take it a second time"_s));
        QVERIFY(!Till::says(*till.dialog, u"Take ₽"_s));
        QVERIFY(!Till::says(*till.dialog, u"Do not take money"_s));
        QVERIFY(Till::shows(*till.dialog, u"confirmPaidButton"_s));
    }

    /// Somebody else has paid what was paid in cash here.
    void whatWasPaidTwiceIsGivenBackOnce()
    {
        Till till;
        const OrderId id = till.startCash();
        till.look(id);
        till.vendor.failNext(Kind::Confirm, answered(400));
        till.confirm();
        till.vendor.pay(id);
        static_cast<void>(till.service().refresh(id));
        till.pass(2s);
        till.look(id);
        QVERIFY2(Till::says(*till.dialog, u"Paid otherwise: give ₽2,000.00 back from the drawer"_s),
                 qPrintable(Till::read(*till.dialog)));
        QVERIFY(Till::shows(*till.dialog, u"resolveNowButton"_s));
        QVERIFY2(Till::says(*till.pane, u"the money is in the drawer as well"_s), qPrintable(Till::read(*till.pane)));
        QCOMPARE(till.cell(id, Column::Status), u"Money to return"_s);
        static_cast<void>(till.service().resolve(till.onlyIssue(), u"given back"_s));
        till.settle();
        till.look(id);
        QVERIFY(!Till::says(*till.dialog, u"from the drawer"_s));
        QCOMPARE(till.cell(id, Column::Status), u"Paid"_s);
    }

    void aPageThatAppearsAfterTheMoneyIsNotOffered()
    {
        Till till;
        const OrderId id = till.startCash();
        till.look(id);
        till.vendor.failNext(Kind::Confirm, answered(400));
        till.confirm();
        till.vendor.at(id).payment.redirectUrl = QUrl(u"https://pay.example.org/1"_s);
        static_cast<void>(till.service().refresh(id));
        till.pass(2s);
        till.look(id);
        QVERIFY2(Till::says(*till.dialog, u"The buyer must not pay twice"_s), qPrintable(Till::read(*till.dialog)));
        QVERIFY(!Till::says(*till.dialog, u"To pay"_s));
        for (const QString &name : {u"openPageButton"_s, u"copyAddressButton"_s, u"qrCode"_s})
            QVERIFY2(!Till::shows(*till.dialog, name), qPrintable(name));
        QVERIFY(Till::shows(*till.dialog, u"cancelSaleButton"_s));
    }

    /// Enter was meant for yes, or for nothing: it neither sells again nor leads away.
    void anOrderThatRunsOutUnderTheMoneyQuestionAsksForTheMoney()
    {
        Till till;
        const OrderId id = till.startCash();
        till.look(id);
        QSignalSpy again(till.dialog.get(), &PaymentPage::sameAgainRequested);
        QSignalSpy next(till.dialog.get(), &PaymentPage::nextBuyerRequested);
        till.click(u"confirmPaidButton"_s);
        QVERIFY(Till::says(*till.dialog, u"Is the money in the drawer?"_s));
        till.vendor.at(id).status = OrderStatus::Expired;
        static_cast<void>(till.service().refresh(id));
        till.pass(2s);
        qApp->processEvents();
        QVERIFY2(Till::says(*till.dialog, u"If the buyer's money is in the drawer already"_s),
                 qPrintable(Till::read(*till.dialog)));
        const auto questions = till.dialog->findChildren<ConfirmQuestion *>();
        QTRY_VERIFY(std::ranges::none_of(questions, &ConfirmQuestion::isQuiet)); // that swallow keys
        till.press(Qt::Key_Return);
        till.press(Qt::Key_Return);
        QCOMPARE(again.count() + next.count(), 0);
        QCOMPARE(till.vendor.count(Kind::Confirm), 0);
        till.press(Qt::Key_F2);
        QCOMPARE(next.count(), 1);
    }

    void moneyOfAnOrderThatTheServerDoesNotKnowIsNamed()
    {
        Till till;
        const OrderId id = till.startCash();
        till.look(id);
        till.vendor.failNext(Kind::Confirm, answered(404));
        till.confirm();
        till.vendor.failAll(Kind::Order, answered(404));
        till.pass(5min);
        till.look(id);
        for (const QWidget *window :
             {static_cast<QWidget *>(till.dialog.get()), static_cast<QWidget *>(till.pane.get())}) {
            QVERIFY2(Till::says(*window, u"₽2,000.00 is in the drawer for it"_s), qPrintable(Till::read(*window)));
            QVERIFY(!Till::says(*window, u"ake no money"_s));
        }
        till.service().close(id);
        till.pass(2s);
        till.look(id);
        QVERIFY2(Till::says(*till.dialog, u"Not paid: ₽2,000.00 is in the drawer"_s),
                 qPrintable(Till::read(*till.dialog)));
        QVERIFY2(Till::says(*till.pane, u"In the drawer"_s), qPrintable(Till::read(*till.pane)));
        QVERIFY(!Till::says(*till.pane, u"to be confirmed"_s));
        QVERIFY(!Till::shows(*till.pane, u"paneTimeLeft"_s));
    }

    void whatIsInTheDrawerIsRememberedWhenACancelIsRefused()
    {
        Till till;
        const OrderId id = till.startCash();
        till.look(id);
        till.vendor.failNext(Kind::Confirm, offline());
        till.confirm();
        till.vendor.failNext(Kind::Cancel, answered(403));
        till.press(Qt::Key_Delete);
        QVERIFY(Till::says(*till.dialog, u"give it back to the buyer"_s));
        till.click(u"cancelSaleYesButton"_s);
        QCOMPARE(till.sale(id).goal, SaleGoal::Sell);
        QVERIFY(!Till::says(*till.dialog, u"Take ₽"_s));
        QVERIFY(Till::says(*till.dialog, u"in the drawer"_s));
    }

    void whileItIsConfirmedNothingIsTaken()
    {
        Till till;
        const OrderId id = till.startCash();
        till.look(id);
        till.vendor.holdCalls(Kind::Confirm);
        till.confirm();
        QCOMPARE(till.sale(id).inProgress, Step::Confirm);
        QVERIFY(!Till::says(*till.dialog, u"Take ₽"_s));

        // Nothing is cancelled meanwhile, and that is said rightly.
        till.lookAtPane(id);
        QTRY_VERIFY2(Till::says(*till.pane, u"Confirming the payment…"_s), qPrintable(Till::read(*till.pane)));
        till.pane->askToCancel();
        QVERIFY(!Till::shows(*till.pane, u"cancelNoButton"_s));
        QVERIFY2(Till::says(*till.pane, u"It is being confirmed that the money was taken."_s),
                 qPrintable(Till::read(*till.pane)));
        till.press(Qt::Key_Delete);
        QVERIFY(!Till::shows(*till.dialog, u"cancelSaleYesButton"_s));
        QVERIFY(Till::says(*till.dialog, u"It is being confirmed that the money was taken."_s));
        QVERIFY(!Till::says(*till.dialog, u"being done already"_s));
        QCOMPARE(till.service().cancel(id), Refusal::Confirming);
        QCOMPARE(till.service().confirm(id), Refusal::Busy);
    }

    void thePaneKnowsOfTheDrawer()
    {
        Till till;
        const OrderId id = till.startCash();
        till.look(id);
        till.pane->askToCancel();
        QVERIFY(!Till::says(*till.pane, u"give it back to the buyer"_s));
        till.pane->findChild<QPushButton *>(u"cancelNoButton"_s)->click();
        till.vendor.failNext(Kind::Confirm, offline());
        till.confirm();
        till.lookAtPane(id);
        till.pane->askToCancel();
        QVERIFY2(Till::says(*till.pane, u"give it back to the buyer"_s), qPrintable(Till::read(*till.pane)));
        till.startAgain();
        till.pass(1s);
        till.look(id);
        till.pane->askToCancel();
        QVERIFY2(Till::says(*till.pane, u"give it back to the buyer"_s), qPrintable(Till::read(*till.pane)));
    }

    // That something was done ---------------------------------------------------------------------------------------

    void whatComesOfAskingTheServerIsSaid()
    {
        Till till;
        const OrderId id = till.startCash();
        till.look(id);
        till.vendor.holdCalls(Kind::Order);
        till.press(Qt::Key_F5);
        QTRY_VERIFY2(Till::says(*till.dialog, u"Asking the server…"_s), qPrintable(Till::read(*till.dialog)));
        till.vendor.answerAll(Kind::Order);
        till.settle();
        QVERIFY2(Till::says(*till.dialog, u": Paying."_s), qPrintable(Till::read(*till.dialog)));
        QVERIFY(Till::says(*till.dialog, u"The server answered at "_s));
        QVERIFY(!Till::says(*till.dialog, u"Asking the server…"_s));

        till.vendor.failAll(Kind::Order, answered(500));
        till.press(Qt::Key_F5);
        QVERIFY2(Till::says(*till.dialog,
                            u"The state of the order could not be read. Something broke at the server (500)."_s),
                 qPrintable(Till::read(*till.dialog)));
        till.confirm(); // what was said is old now
        QVERIFY(!Till::shows(*till.dialog, u"answeredLabel"_s));
    }

    void howLongAPaymentIsPutOffIsSaid()
    {
        Till till;
        const OrderId id = till.reserve();
        till.look(id);
        till.vendor.failNext(Kind::StartPayment, answered(429, 20s));
        till.pay(id);
        QTRY_VERIFY2(Till::says(*till.dialog, u"The server asks to wait: it is sent again at "_s),
                     qPrintable(Till::read(*till.dialog)));
    }

    void aNewerGenerationAtThePaymentIsSaid_data()
    {
        QTest::addColumn<Kind>("at");
        QTest::addColumn<QString>("title");
        QTest::newRow("choosing") << Kind::ChoosePayment << u"The payment was not started."_s; // certainly
        QTest::newRow("starting") << Kind::StartPayment << u"It is not known whether the payment was started."_s;
    }

    void aNewerGenerationAtThePaymentIsSaid()
    {
        QFETCH(Kind, at);
        QFETCH(QString, title);
        Till till;
        const OrderId id = till.reserve();
        till.look(id);
        const ApiError error{.kind = ErrorKind::NewerGeneration, .effect = Effect::Possible, .httpStatus = 200};
        till.vendor.failNext(at, error);
        till.vendor.failAll(Kind::Order, error);
        till.pay(id);
        till.settle();
        qApp->processEvents();
        QVERIFY2(Till::says(*till.dialog, title), qPrintable(Till::read(*till.dialog)));
        QVERIFY(Till::says(*till.dialog, u"This server speaks a newer generation of the protocol"_s));
    }

    void theBannerSaysWhatTheNoticeSays_data()
    {
        QTest::addColumn<ApiError>("error");
        QTest::newRow("a page") << ApiError{.kind = ErrorKind::NotJson, .httpStatus = 200};
        QTest::newRow("a newer generation") << ApiError{.kind = ErrorKind::NewerGeneration, .httpStatus = 200};
        QTest::newRow("sent on") << ApiError{.kind = ErrorKind::Redirected, .httpStatus = 302};
        QTest::newRow("500") << answered(500);
        QTest::newRow("certificate") << ApiError{.kind = ErrorKind::Tls};
        QTest::newRow("offline") << offline();
    }

    void theBannerSaysWhatTheNoticeSays()
    {
        QFETCH(ApiError, error);
        Till till;
        QWidget window;
        const TroubleBanner banner(till.counter(), &window);
        window.show();
        till.vendor.failAll(Kind::Events, error);
        till.catalogue().refresh();
        till.settle();
        const QString reason = ErrorText(error, Doing::LoadingEvents).reason();
        QVERIFY2(Till::says(window, reason), qPrintable(Till::read(window)));
        QVERIFY(!Till::says(window, u"(200)"_s));
        QVERIFY(!Till::says(window, u"(302)"_s));
    }

    // What is given up or missing, among the orders -----------------------------------------------------------------

    void whatOfTheOrdersIsMissingIsSaid()
    {
        QWidget parent;
        MissingNotice missing(MissingNotice::Of::Orders, &parent);
        parent.show();
        const Notice &notice = *missing.widget();
        missing.show(ListExtent::EndedEarly, {});
        QCOMPARE(notice.title(), u"Not all orders are shown."_s);
        QVERIFY2(notice.body().contains(u"ended early"_s), qPrintable(notice.body()));
        missing.show(ListExtent::Cut, {});
        QVERIFY(notice.body().contains(u"more orders of the last day"_s));
        Unreadable unreadable;
        unreadable.addElement(Unreadable::Element::Missing, u"497291923"_s, {.field = u"[0].id"_s});
        missing.show(ListExtent::Gaps, unreadable);
        QCOMPARE(notice.title() + notice.body(), u"1 order(s) could not be read."_s);
        Till::shown(parent, u"showUnreadableButton"_s)->click();
        QVERIFY2(notice.body().startsWith(u"order 497291923 ([0].id)\n"), qPrintable(notice.body()));
        Till::shown(parent, u"hideUnreadableButton"_s)->click();
        QVERIFY(!notice.isVisible());
        unreadable.first.first().requestId = u"7"_s; // the same order, in another answer
        missing.show(ListExtent::Gaps, unreadable);
        QVERIFY(!notice.isVisible());
        missing.show(ListExtent::Whole, {});
        missing.show(ListExtent::Gaps, unreadable);
        QVERIFY(notice.isVisible());
    }

    void whatTheServerRefusedBesideAnOrderStandsInThePane()
    {
        Till till;
        till.vendor.telling[Kind::Reserve] = [](Order order) {
            order.refusal = u"Promokey is not valid"_s;
            return order;
        };
        const OrderId id = till.reserve();
        till.startAgain();
        till.lookAtPane(id);
        QVERIFY2(Till::says(*till.pane, u"Promokey is not valid"_s), qPrintable(Till::read(*till.pane)));
    }

    // A page that may be open ---------------------------------------------------------------------------------------

    void whetherThereIsAPageIsAskedBeforeAnyMoney()
    {
        Till till;
        till.vendor.page.clear();
        const OrderId id = till.loseStart(Reached::Yes, u"api/BASE"_s);
        till.pass(5s);
        QCOMPARE(till.sale(id).collecting(), Sale::Collecting::AfterAsking);
        till.look(id);
        QVERIFY2(Till::says(*till.dialog, u"It is not known whether a payment page was opened"_s),
                 qPrintable(Till::read(*till.dialog)));
        QVERIFY(!Till::says(*till.dialog, u"Take ₽"_s));
        QVERIFY(!Till::shows(*till.dialog, u"confirmPaidButton"_s));
        const int asked = till.vendor.count(Kind::Order, id);
        till.press(Qt::Key_Return); // the harmless one
        QVERIFY(till.vendor.count(Kind::Order, id) > asked);
        QVERIFY(!Till::says(*till.dialog, u"Take ₽"_s));
        QCOMPARE(till.vendor.count(Kind::Confirm), 0);

        till.click(u"noPageButton"_s);
        QVERIFY(Till::says(*till.dialog, u"Take ₽"_s));
        till.click(u"confirmPaidButton"_s);
        QVERIFY(Till::says(*till.dialog, u"Is the money in the drawer?"_s));
        till.click(u"confirmPaidYesButton"_s);
        QCOMPARE(till.status(id), OrderStatus::Done);
    }

    void theAnswerIsAskedForAgainOfTheNextOrder()
    {
        Till till;
        till.vendor.page.clear();
        const OrderId first = till.loseStart(Reached::Yes, u"api/BASE"_s);
        const OrderId second = till.loseStart(Reached::Yes, u"api/BASE"_s);
        till.pass(5s);
        till.look(first);
        till.click(u"noPageButton"_s);
        till.look(second);
        QVERIFY(!Till::says(*till.dialog, u"Take ₽"_s));
        QVERIFY(Till::shows(*till.dialog, u"noPageButton"_s));
    }

    // Paid, and yet no tickets --------------------------------------------------------------------------------------

    void moneyThatCameTooLateIsNoSale()
    {
        Till till;
        const OrderId id = till.startPayment();
        till.look(id);
        till.cancel(id);
        till.vendor.pay(id);
        till.pass(1min);
        QCOMPARE(till.status(id), OrderStatus::Done);
        till.lookAtPane(id);
        for (const QWidget *window :
             {static_cast<const QWidget *>(till.dialog.get()), static_cast<const QWidget *>(till.pane.get())}) {
            QVERIFY2(Till::says(*window, u"after the seats had gone back on sale"_s), qPrintable(Till::read(*window)));
            QVERIFY(Till::says(*window, u"o not hand out tickets"_s));
        }
        QVERIFY(!Till::says(*till.dialog, u"Paid: ₽"_s));
        QCOMPARE(till.cell(id, Column::Status), u"Paid too late"_s);
        QSignalSpy settling(till.dialog.get(), &PaymentPage::issuesRequested);
        QSignalSpy next(till.dialog.get(), &PaymentPage::nextBuyerRequested);
        till.press(Qt::Key_Return);
        QCOMPARE(settling.count(), 1);
        QCOMPARE(next.count(), 0);

        till.service().resolve(till.onlyIssue(), u"has tickets"_s);
        till.settle();
        QCOMPARE(till.cell(id, Column::Status), u"Paid"_s);
        QVERIFY(Till::says(*till.dialog, u"Paid: ₽"_s));
    }

    // After a restart -----------------------------------------------------------------------------------------------

    void whatWasGivenUpIsNotGoneOnWith()
    {
        Till till;
        const OrderId id = till.reserve();
        till.vendor.failAll(Kind::Cancel, offline());
        till.cancel(id);
        till.startAgain();
        QCOMPARE(till.sale(id).goal, SaleGoal::Release);
        QWidget parent;
        const RecoveryNotice notice(till.counter(), till.seen, till.format, &parent);
        parent.show();
        QVERIFY2(Till::says(parent, u"is being cancelled"_s), qPrintable(Till::read(parent)));
        QVERIFY(!Till::says(parent, u"go on"_s));
        QVERIFY(!Till::shows(parent, u"recoverGoOnButton"_s));
    }

    void theTimeLeftInTheNoticeCountsDown()
    {
        Till till;
        const OrderId id = till.reserve();
        till.startAgain();
        QWidget parent;
        const RecoveryNotice notice(till.counter(), till.seen, till.format, &parent);
        parent.show();
        const auto left = [&] {
            return till.format.timeLeft(Countdown::of(till.sale(id).order, till.program->clock.now()).value().left);
        };
        QVERIFY(Till::says(parent, left()));
        auto *goOn = parent.findChild<QPushButton *>(u"recoverGoOnButton"_s);
        QVERIFY(goOn);
        goOn->setFocus();
        till.pass(5s);
        Q_EMIT till.ticker.second();
        QVERIFY2(Till::says(parent, left()), qPrintable(Till::read(parent)));
        QCOMPARE(parent.findChild<QPushButton *>(u"recoverGoOnButton"_s), goOn); // it keeps the focus
        QVERIFY(goOn->isVisible());
    }

    void whatWasPaidWithSeatsMissingIsNotHandedOut()
    {
        Till till;
        const OrderId id = till.startPayment();
        till.close();
        till.kill();
        till.vendor.pay(id);
        till.vendor.at(id).tickets.removeLast();
        till.start();
        till.open();
        QCOMPARE(till.issues(Issue::Kind::SeatsShort).size(), 1);
        QWidget parent;
        const RecoveryNotice notice(till.counter(), till.seen, till.format, &parent);
        parent.show();
        QVERIFY2(Till::says(parent, u"hand out no tickets before it is resolved"_s), qPrintable(Till::read(parent)));
        QVERIFY(!Till::says(parent, u"can be handed out"_s));
        till.look(id);
        QVERIFY(Till::says(*till.dialog, u"o not hand out tickets"_s));
        QCOMPARE(till.cell(id, Column::Status), u"Seats missing"_s);
    }

    // Of another counter --------------------------------------------------------------------------------------------

    void anOrderMadeElsewhereIsMarkedAndNotCancelledByEnter()
    {
        Till till;
        const OrderId id = till.loadOrderOfOthers();
        till.look(id);
        QVERIFY(Till::says(*till.dialog, u"Made at another counter"_s));
        QVERIFY(Till::says(*till.pane, u"Made at another counter"_s));
        till.press(Qt::Key_Delete);
        QVERIFY(Till::says(*till.dialog, u"another counter's order"_s));
        till.press(Qt::Key_Return);
        QCOMPARE(till.vendor.count(Kind::Cancel), 0);
        QVERIFY(!Till::shows(*till.dialog, u"cancelSaleYesButton"_s));

        QSignalSpy cancelled(till.pane.get(), &OrderPane::cancelRequested);
        till.pane->askToCancel();
        QVERIFY(Till::says(*till.pane, u"another counter's order"_s));
        QCOMPARE(till.pane->focusWidget(), Till::shown<QWidget>(*till.pane, u"cancelNoButton"_s));

        till.press(Qt::Key_Delete);
        till.click(u"cancelSaleYesButton"_s); // who means it can
        QCOMPARE(till.vendor.status(id), OrderStatus::Canceled);
    }

    void anOrderMadeElsewhereIsNotConfirmedByEnter()
    {
        Till till;
        const OrderId id = till.vendor.makeElsewhere(wanting());
        till.vendor.at(id).status = OrderStatus::InProgress;
        till.loadOrders();
        till.look(id);
        till.click(u"noPageButton"_s);
        till.click(u"confirmPaidButton"_s);
        QVERIFY(Till::says(*till.dialog, u"made at another counter"_s));
        till.press(Qt::Key_Return);
        QCOMPARE(till.vendor.count(Kind::Confirm), 0);
        QVERIFY(!Till::shows(*till.dialog, u"confirmPaidYesButton"_s));
    }

    // What is refused -----------------------------------------------------------------------------------------------

    void aStepThatIsRefusedIsNotSwallowed()
    {
        Till till;
        const OrderId id = till.startCash();
        till.look(id);
        till.vendor.failAll(Kind::Order, answered(401));
        till.vendor.failAll(Kind::Orders, answered(401));
        static_cast<void>(till.service().refresh(id));
        till.settle();
        till.confirm();
        QCOMPARE(till.vendor.count(Kind::Confirm), 0);
        QVERIFY(Till::shows(*till.dialog, u"refusalNotice"_s));
        QVERIFY2(Till::says(*till.dialog, u"The server does not accept this counter's key."_s),
                 qPrintable(Till::read(*till.dialog)));
        till.vendor.failNone();
        static_cast<void>(till.service().refresh(id));
        till.settle();
        till.confirm();
        QCOMPARE(till.status(id), OrderStatus::Done);
        QVERIFY(!Till::shows(*till.dialog, u"refusalNotice"_s));
    }

    void aStepThatComesBeforeTheServerHasToldIsNotSwallowed()
    {
        Till till;
        const OrderId id = till.reserve();
        till.vendor.holdCalls(Kind::Order);
        till.startAgain();
        QCOMPARE(till.sale(id).known, Sale::Known::FromJournal);
        till.look(id);
        till.press(Qt::Key_Return);
        QVERIFY2(Till::says(*till.dialog, u"has not told yet how the order stands"_s),
                 qPrintable(Till::read(*till.dialog)));
        till.press(Qt::Key_Delete);
        till.click(u"cancelSaleYesButton"_s);
        QVERIFY(Till::says(*till.dialog, u"has not told yet how the order stands"_s));
        till.vendor.answerAll(Kind::Order);
        till.settle();
        QVERIFY(!Till::shows(*till.dialog, u"refusalNotice"_s));
        till.pane->showRefusal(Refusal::NotReadYet);
        QVERIFY(Till::says(*till.pane, u"has not told yet how the order stands"_s) || !till.pane->isVisible());
    }

    // Who ended it --------------------------------------------------------------------------------------------------

    void onlyWhatIsPaidOnAPageIsDeclined()
    {
        Till till;
        const OrderId id = till.startCash();
        till.look(id);
        till.vendor.at(id).status = OrderStatus::Canceled;
        till.pass(1min);
        QCOMPARE(till.status(id), OrderStatus::Canceled);
        QVERIFY2(Till::says(*till.dialog, u"The order was cancelled, not at this counter"_s),
                 qPrintable(Till::read(*till.dialog)));
        QVERIFY(!Till::says(*till.dialog, u"declined"_s));
    }

    // What it is for ------------------------------------------------------------------------------------------------

    void anEventThatIsNotKnownIsNamedAsItWasSold()
    {
        Till till;
        ReserveRequest request = wanting();
        request.eventTitle = u"The Seagull"_s;
        till.tryReservation(request);
        const OrderId id = till.emitted.reserved.last();
        QVERIFY(!till.catalogue().find(till.sale(id).order.event));
        till.look(id);
        QVERIFY(Till::says(*till.pane, u"The Seagull"_s));
        QVERIFY(Till::says(*till.dialog, u"The Seagull"_s));
        QCOMPARE(till.cell(id, Column::Event), u"The Seagull"_s);

        till.vendor.forget(id);
        static_cast<void>(till.service().refresh(id));
        till.pass(10min);
        QCOMPARE(till.issues(Issue::Kind::UnknownToServer).size(), 1);
        const IssuesPage list(till.counter(), till.format, nullptr);
        const auto labels = list.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(),
                            [](const QLabel *label) { return label->text().contains(u"The Seagull"_s); }));
    }

    void whereNoOrderCanBeItNoneIsPointedAt()
    {
        const Format format(Format::Language::English);
        const Issue issue{.kind = Issue::Kind::UnknownReservation, .wanted = 2};
        const IssueText none(issue, {}, 0, std::nullopt, format, {});
        QVERIFY(!none.advice().contains(u"below"_s));
        QVERIFY(none.advice().contains(u"by itself"_s));
        QVERIFY(IssueText(issue, {}, 1, std::nullopt, format, {}).advice().contains(u"below"_s));
    }

    void v03_whatASumIsMadeOfIsShown()
    {
        Till till;
        const OrderId id = till.reserve();
        Order &order = till.vendor.at(id);
        order.nominal = Money::fromMinor(1900'00);
        order.valueExtra = Money::fromMinor(190'00);
        order.discount = Money::fromMinor(100'00);
        order.value = Money::fromMinor(2090'00);
        static_cast<void>(till.service().refresh(id));
        till.settle();
        till.look(id);
        const QString price = Till::shown<QLabel>(*till.dialog, u"paymentPrice"_s)->text().replace(QChar::Nbsp, u' ');
        QCOMPARE(price, u"Face price 2,000.00 · Fee 190.00 · Discount −100.00"_s);
        for (const QString &words :
             {u"Face price"_s, u"2,000.00"_s, u"Fee"_s, u"190.00"_s, u"Discount"_s, u"−100.00"_s, u"₽2,090.00"_s})
            QVERIFY2(Till::says(*till.pane, words), qPrintable(Till::read(*till.pane)));
    }

    void v03_whatIsNotToldIsNotNought()
    {
        Till till;
        till.vendor.page.clear();
        const OrderId theirs = till.vendor.makeElsewhere(wanting(1));
        till.vendor.at(theirs).status = OrderStatus::InProgress;
        for (const Kind kind : {Kind::Order, Kind::Orders}) {
            till.vendor.telling[kind] = [](const Order &order) {
                return only(order, Order::Field::Number | Order::Field::Status | Order::Field::Tickets);
            };
        }
        till.loadOrders();
        till.look(theirs);
        QCOMPARE(till.cell(theirs, Column::Sum), u"not told"_s);
        for (const Kind kind : {Kind::Order, Kind::Orders}) {
            till.vendor.telling[kind] = [](const Order &order) {
                return only(order, Order::Field::Number | Order::Field::Status);
            };
        }
        const OrderId poor = till.vendor.makeElsewhere(wanting(1));
        till.loadOrders();
        QCOMPARE(till.cell(poor, Column::Tickets), u"—"_s);
        QCOMPARE(till.counter().orders.indexOf(poor, Column::Tickets).data(Qt::AccessibleTextRole).toString(),
                 u"tickets: not told"_s);
        QVERIFY(!till.counter().orders.indexOf(poor, Column::Tickets).data(OrderTableModel::SortRole).isValid());
        till.lookAtPane(poor);
        qApp->processEvents();
        QVERIFY2(Till::says(*till.pane, u"tickets: not told"_s), qPrintable(Till::read(*till.pane)));
        QVERIFY(Till::shows(*till.pane, u"payButton"_s)); // it may hold some
        for (const QWidget *window :
             {static_cast<const QWidget *>(till.dialog.get()), static_cast<const QWidget *>(till.pane.get())}) {
            QVERIFY2(Till::says(*window, u"not told"_s), qPrintable(Till::read(*window)));
            QVERIFY2(!Till::says(*window, u"0.00"_s), qPrintable(Till::read(*window)));
            QVERIFY(!Till::says(*window, u"Free"_s));
        }
        QVERIFY(!Till::shows(*till.dialog, u"confirmPaidButton"_s)); // nobody knows what to take
        QVERIFY(!Till::shows(*till.dialog, u"noPageButton"_s));
        QVERIFY(Till::shows(*till.dialog, u"askForPageButton"_s));
    }

    void v13_whatIsFreeIsIssuedByOnePress()
    {
        Till till;
        till.vendor.page.clear();
        till.systems.first().use = PaymentSystem::Use::Off; // the ways that are left want a name and an e-mail
        till.open();
        const OrderId id = till.reserveFree();
        till.look(id);
        for (const QString &name : {u"paySystem_1"_s, u"firstNameEdit"_s, u"emailEdit"_s})
            QVERIFY2(!Till::shows(*till.dialog, name), qPrintable(name));
        QCOMPARE(Till::shown<QPushButton>(*till.dialog, u"startPaymentButton"_s)->text(), u"&Issue the tickets"_s);
        till.press(Qt::Key_Return);
        till.settle();
        qApp->processEvents();
        QCOMPARE(till.status(id), OrderStatus::Done);
        QVERIFY(Till::says(*till.dialog, u"The tickets are the buyer's"_s));
    }

    void v13_noPageAndNoMoneyIsAskedAboutForWhatIsFree()
    {
        Till till;
        till.vendor.page.clear();
        const OrderId id = till.reserveFree();
        till.vendor.failNext(Kind::StartPayment, lost(), Reached::Yes);
        till.pay(id, u"api/BASE"_s);
        till.pass(10s);
        till.look(id);
        QVERIFY2(Till::says(*till.dialog, u"Nothing is to be paid"_s), qPrintable(Till::read(*till.dialog)));
        QVERIFY(!Till::shows(*till.dialog, u"askForPageButton"_s));
        QVERIFY(!Till::shows(*till.dialog, u"receivedEdit"_s));
        till.press(Qt::Key_Return);
        till.settle();
        qApp->processEvents();
        QCOMPARE(till.status(id), OrderStatus::Done);
        QVERIFY(!Till::says(*till.dialog, u"drawer"_s));
    }

    void whatIsFreeIsSaidToBeFree()
    {
        Till till;
        till.vendor.page.clear();
        const OrderId id = till.reserveFree();
        till.pay(id, u"api/BASE"_s);
        till.settle();
        till.look(id);
        QCOMPARE(till.status(id), OrderStatus::Done);
        QCOMPARE(till.cell(id, Column::System), u"free, no money"_s);
        for (const QString &words : {u"Nothing to pay"_s, u"Free"_s, u"Payment method: free, no money"_s,
                                     u"payment method: free, no money"_s, u"issued; there was nothing to pay"_s})
            QVERIFY2(Till::says(*till.pane, words), qPrintable(Till::read(*till.pane)));
        for (const QString &words : {u"money taken"_s, u"at the counter"_s, u"₽0.00"_s})
            QVERIFY2(!Till::says(*till.pane, words), qPrintable(Till::read(*till.pane)));
    }

    void whatIsNotPaidYetIsNotSaidToBePaid()
    {
        Till till;
        const OrderId id = till.startPayment(u"platron/OTHER"_s);
        till.look(id);
        QVERIFY2(Till::says(*till.pane, u"Payment method: On the payment page"_s), qPrintable(Till::read(*till.pane)));
        QVERIFY(!Till::says(*till.pane, u"Paid by"_s));
    }

    void anIdIsNoNameOfAWayToPay()
    {
        Till till;
        const OrderId theirs = till.vendor.makeElsewhere(wanting(1));
        till.vendor.at(theirs).status = OrderStatus::Done;
        till.vendor.at(theirs).payment.system = u"554b31d49cb538549d038eb4"_s;
        till.loadOrders();
        till.look(theirs);
        QVERIFY2(!Till::says(*till.pane, u"554b31"_s), qPrintable(Till::read(*till.pane)));
        QVERIFY(!Till::says(*till.pane, u"Payment method"_s));
        QCOMPARE(till.cell(theirs, Column::System), QString());
    }

    /// An invitation has no page.
    void whyTheBuyerIsAskedForIsSaidWithoutAPage()
    {
        Till till;
        const OrderId id = till.reserve();
        till.look(id);
        till.press(Qt::Key_2);
        auto *name = Till::shown<QLineEdit>(*till.dialog, u"firstNameEdit"_s);
        QVERIFY(name);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY2(Till::says(*till.dialog, u"This payment method needs it."_s), qPrintable(Till::read(*till.dialog)));
    }

    void seatsAreShownWhereTheyArePaid()
    {
        Till till;
        const OrderId id = till.reserve(40);
        Event event{.id = eventId(), .title = u"The Seagull"_s, .sale = Event::Sale::Open};
        event.sets = {TicketSet{.id = setId(), .name = QString(300, u'Ж')}};
        event.sectorNames = {{u"s1"_s, u"Balcony"_s}};
        till.vendor.onSale = {event};
        till.catalogue().refresh();
        till.settle();
        const auto shows = [](const QWidget &window, const QString &words) {
            const auto labels = window.findChildren<QLabel *>();
            const auto it = std::ranges::find_if(
                labels, [&words](const QLabel *label) { return label->isVisible() && label->text() == words; });
            // All of it: it is as wide as its words.
            return it != labels.cend() && (*it)->width() >= (*it)->fontMetrics().horizontalAdvance(words);
        };
        Sale sale = till.sale(id);
        QCOMPARE(sale.order.tickets.size(), 40);
        for (int i = 0; i < 40; ++i) {
            sale.tickets << Ticket{.id = sale.order.tickets.at(i),
                                   .set = setId(),
                                   .seat = Seat{u"s1"_s, u"12"_s, QString::number(100 + i)}};
        }
        SystemsPane pane(till.systems, till.format, nullptr);
        pane.resize(350, 700);
        pane.show(sale, &event, Phase::Choose, {});
        till.pane->setSale(sale, event);
        till.pane->show();
        static_cast<QWidget &>(pane).show();
        qApp->processEvents();
        for (const QWidget *window :
             {static_cast<const QWidget *>(&pane), static_cast<const QWidget *>(till.pane.get())}) {
            QVERIFY2(shows(*window, u"row 12, seat 100"_s), qPrintable(Till::read(*window)));
            QVERIFY(shows(*window, u"row 12, seat 139"_s)); // below, where it is scrolled to
            QVERIFY(Till::says(*window, u"Balcony"_s));
        }
        const auto *seats = pane.findChild<QScrollArea *>(u"paymentSeats"_s);
        QVERIFY(seats->widget()->height() > seats->height());
        QVERIFY2(seats->height() < 200, "the ways to pay need their room");
        // A few need no bar.
        sale.order.tickets = sale.order.tickets.mid(0, 2);
        sale.tickets = sale.tickets.mid(0, 2);
        pane.show(sale, &event, Phase::Choose, {});
        qApp->processEvents();
        QVERIFY(seats->widget()->height() <= seats->height());
    }

    void v14_aTransferIsWaitedForAndNotCollected()
    {
        Till till;
        till.vendor.page.clear();
        const OrderId id = till.startPayment(u"system/INVOICE"_s);
        till.look(id);
        QVERIFY2(Till::says(*till.dialog, u"Waiting for the bank transfer"_s), qPrintable(Till::read(*till.dialog)));
        QVERIFY(Till::says(*till.dialog, u"the server confirms it"_s));
        for (const QString &name : {u"confirmPaidButton"_s, u"receivedEdit"_s, u"noPageButton"_s})
            QVERIFY2(!Till::shows(*till.dialog, name), qPrintable(name));
    }
};

} // namespace okoshko::test::tst_whatissaid

OKOSHKO_TEST(tst_whatissaid, WhatIsSaidTest, QApplication)
#include "tst_whatissaid.moc"
