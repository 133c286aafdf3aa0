// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/sale/PaymentTill.h"
#include "tests/support/TestProgram.h"
#include "ui/issues/IssuesPage.h"
#include "ui/main/GivenUpNotice.h"
#include "ui/text/ErrorText.h"
#include "ui/widgets/Notice.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_givenup {

namespace {

using Kind = ScriptedVendor::Kind;
using Reached = ScriptedVendor::Reached;

class Till final : public PaymentTill
{
public:
    Till() { start(); }
};

QPushButton *shown(const QWidget &window, const QString &name)
{
    const auto widgets = window.findChildren<QPushButton *>(name);
    const auto it =
        std::find_if(widgets.cbegin(), widgets.cend(), [](const QWidget *each) { return each->isVisible(); });
    return it == widgets.cend() ? nullptr : *it;
}

QString wordsOf(const IssuesPage &list)
{
    const auto *notice = list.findChild<Notice *>(u"issuesNotice"_s);
    return notice->isVisible() ? notice->body() : QString();
}

} // namespace

/// What a cashier has left and is not over, among the orders and in the list of what needs attention.
class GivenUpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReservationThatWasLeftIsSaidUntilItIsOver()
    {
        Till till;
        QWidget parent;
        const GivenUpNotice notice(till.counter(), till.seen, till.format, &parent);
        parent.show();
        QVERIFY(!notice.widget()->isVisible());
        till.vendor.holdCalls(Kind::Reserve);
        ReserveRequest request = wanting(2);
        request.eventTitle = u"The Seagull"_s;
        till.service().giveUp(till.tryReservation(request));
        till.settle();
        QVERIFY(notice.widget()->isVisible());
        QVERIFY2(notice.widget()->body().startsWith(u"The Seagull · "_s), qPrintable(notice.widget()->body()));
        const QString asked = u" · "_s + till.format.clockSeconds(till.service().leftReservations().front()->since());
        QVERIFY2(notice.widget()->body().contains(asked + u": being reserved"_s), qPrintable(notice.widget()->body()));
        QVERIFY(notice.widget()->body().contains(u"they are released"_s));
        till.pass(1min);
        QVERIFY2(notice.widget()->body().contains(
                     ErrorText({.kind = ErrorKind::TimedOut, .effect = Effect::Possible}, Doing::Reserving).reason()),
                 qPrintable(notice.widget()->body()));
        till.vendor.answer(Kind::Reserve);
        till.pass(1s);
        QVERIFY(!notice.widget()->isVisible());
        QCOMPARE(till.vendor.status(till.vendor.all().first()), OrderStatus::Canceled);
    }

    void ofEachThatWasLeftItIsSaidWhatHappenedToIt()
    {
        Till till;
        QWidget parent;
        const GivenUpNotice notice(till.counter(), till.seen, till.format, &parent);
        parent.show();
        till.vendor.holdCalls(Kind::Orders);
        till.vendor.holdCalls(Kind::Reserve);
        const auto leave = [&till](const QString &title, int count) {
            ReserveRequest request = wanting(count);
            request.eventTitle = title;
            till.service().giveUp(till.tryReservation(request));
            till.settle();
        };
        leave(u"The Seagull"_s, 2);
        till.vendor.fail(Kind::Reserve,
                         ApiError{.kind = ErrorKind::ServerFault, .effect = Effect::Possible, .httpStatus = 500});
        leave(u"Ivanov"_s, 3);
        till.vendor.fail(Kind::Reserve,
                         ApiError{.kind = ErrorKind::NotJson, .effect = Effect::Possible, .httpStatus = 200});
        till.settle();
        const QStringList lines = notice.widget()->body().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines.first().startsWith(u"The Seagull · "_s), qPrintable(lines.first()));
        QVERIFY2(lines.first().contains(u"Something broke at the server (500)."_s), qPrintable(lines.first()));
        QVERIFY2(lines.last().startsWith(u"Ivanov · "_s), qPrintable(lines.last()));
        QVERIFY2(lines.last().contains(u"is not a Ticketscloud server"_s), qPrintable(lines.last()));
    }

    void whyTheServerDoesNotTakeThemBackIsSaidAnew()
    {
        Till till;
        QWidget parent;
        const GivenUpNotice notice(till.counter(), till.seen, till.format, &parent);
        parent.show();
        till.vendor.failNext(Kind::Cancel, answered(403));
        till.leaveReservation();
        till.vendor.answer(Kind::Reserve);
        till.pass(1s);
        const OrderId id = till.vendor.all().first();
        QPushButton *show = shown(parent, u"givenUpShowButton"_s);
        show->setFocus();
        const QString before = notice.widget()->body();
        till.vendor.failNext(Kind::Cancel, answered(400));
        QCOMPARE(till.service().cancel(id), Refusal::None);
        till.settle();
        QVERIFY(till.sale(id).isCancelRefused());
        QVERIFY2(notice.widget()->body() != before, qPrintable(before));
        QVERIFY(
            notice.widget()->body().contains(ErrorText(till.sale(id).failure->error, doingOf(till.sale(id))).reason()));
    }

    void seatsThatTheServerDoesNotTakeBackAreSaid()
    {
        Till till;
        QWidget parent;
        GivenUpNotice notice(till.counter(), till.seen, till.format, &parent);
        parent.show();
        till.vendor.failNext(Kind::Cancel, answered(403));
        till.leaveReservation();
        till.vendor.answer(Kind::Reserve);
        till.pass(1s);
        const OrderId id = till.vendor.all().first();
        QVERIFY(notice.widget()->isVisible());
        QCOMPARE(notice.widget()->title(), u"Seats were not given back."_s);
        QVERIFY2(notice.widget()->body().contains(u"The server does not allow this counter to do it."_s),
                 qPrintable(notice.widget()->body()));
        QSignalSpy requested(&notice, &GivenUpNotice::orderRequested);
        shown(parent, u"givenUpShowButton"_s)->click();
        QCOMPARE(requested.first().first().value<OrderId>(), id);
        notice.setShown(id); // the pane beside says it
        QVERIFY(!notice.widget()->isVisible());
        notice.setShown({});
        QVERIFY(notice.widget()->isVisible());
        shown(parent, u"givenUpDoneButton"_s)->click();
        QVERIFY(!notice.widget()->isVisible());
        QWidget another;
        const GivenUpNotice anew(till.counter(), till.seen, till.format, &another);
        another.show();
        QVERIFY(!anew.widget()->isVisible()); // she has seen it
    }

    void whatChangesAmongTheOrdersThatMayBeItMovesNoFocus()
    {
        Till till;
        till.loseReservation(Reached::Yes);
        static_cast<void>(till.vendor.makeElsewhere(wanting(2)));
        till.pass(20s);
        IssuesPage list(till.counter(), till.format, nullptr);
        list.show();
        list.begin();
        const OrderId theirs = till.vendor.all().last();
        const QString name = u"claimSellButton_"_s + theirs.toString();
        shown(list, name)->setFocus();
        static_cast<void>(till.vendor.makeElsewhere(wanting(2)));
        till.pass(30s);
        const QString later = u"claimSellButton_"_s + till.vendor.all().last().toString();
        QVERIFY(shown(list, later));
        QCOMPARE(list.focusWidget(), shown(list, name));
        till.vendor.at(theirs).status = OrderStatus::InProgress;
        shown(list, name)->click();
        qApp->processEvents();
        till.settle();
        QVERIFY2(wordsOf(list).contains(u"That order is not ours"_s), qPrintable(wordsOf(list)));
        till.pass(1min);
        QVERIFY(!shown(list, name));
        QVERIFY2(wordsOf(list).contains(u"That order is not ours"_s), qPrintable(wordsOf(list)));
    }

    void whatIsSaidTooLateOfAReservationIsTold()
    {
        Till till;
        till.loseReservation(Reached::Yes);
        const OrderId other = till.vendor.makeElsewhere(wanting(2));
        till.pass(20s);
        IssuesPage list(till.counter(), till.format, nullptr);
        list.show();
        list.begin();
        const QString issue = QString::number(till.onlyIssue());
        till.store.hang();
        shown(list, u"claimSellButton_"_s + till.vendor.all().first().toString())->click();
        qApp->processEvents();
        till.settle();
        shown(list, u"claimReleaseButton_"_s + other.toString())->click();
        QPushButton *yes = shown(list, u"claimReleaseYesButton"_s);
        QTRY_VERIFY(yes->isEnabled());
        yes->click();
        qApp->processEvents();
        QVERIFY2(wordsOf(list).contains(u"Another order is being recorded as yours"_s), qPrintable(wordsOf(list)));
        shown(list, u"resolveButton_"_s + issue)->click();
        list.findChild<QLineEdit *>(u"settleEdit_"_s + issue)->setText(u"none"_s);
        shown(list, u"resolveYesButton_"_s + issue)->click();
        qApp->processEvents();
        QVERIFY2(wordsOf(list).contains(u"If it is not yours, take no money for it"_s), qPrintable(wordsOf(list)));
        QCOMPARE(till.journal().issues().size(), 1); // it is there until the other is written
        till.store.resume();
        till.pass(10s);
        QVERIFY(till.journal().issues().isEmpty());
        QCOMPARE(till.vendor.status(other), OrderStatus::Executed);
    }
};

} // namespace okoshko::test::tst_givenup

OKOSHKO_TEST(tst_givenup, GivenUpTest, QApplication)
#include "tst_givenup.moc"
