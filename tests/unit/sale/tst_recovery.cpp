// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/Recovery.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/sale/Counter.h"

#include <sys/resource.h>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_recovery {

using Refusal = SaleDesk::Refusal;
using State = Recovery::State;
using Verb = Vendor::Verb;

namespace {

const ReserveRequest two{.event = *EventId::parse(u"56a6253df06c5a059a93802e"_s),
                         .random = {{*SetId::parse(u"56a6254bf06c5a059b93800c"_s), 2}}};

/// A later life of the program, on the journal of the first.
struct NextLife
{
    explicit NextLife(Counter &before)
        : counter(before.vendor, copyOf(before.folder))
    {
        recovery.start();
    }

    /// The journal as it lies on the disk at this moment: what a killed program leaves.
    QString copyOf(const QString &from)
    {
        for (const QString &name : QDir(from).entryList(QDir::Files))
            QFile::copy(from + u'/' + name, folder.filePath(name));
        return folder.path();
    }

    QTemporaryDir folder;
    Counter counter;
    Recovery recovery{{counter.desk, counter.book, counter.vendor.clock()}};
};

} // namespace

/// The program was killed at some moment, and starts again.
class RecoveryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnWithAHold()
    {
        Counter before;
        const Sale &sale = before.reserve(2);
        NextLife after(before);
        QCOMPARE(after.recovery.found().size(), 1);
        QCOMPARE(after.counter.desk.pay(sale.order.id, {u"api/BASE"_s, {}}), Refusal::NotReadYet);
        QTRY_VERIFY(after.recovery.isOver());
        QCOMPARE(after.recovery.found().first().state, State::Held);
        const Sale &again = *after.counter.desk.sale(sale.order.id);
        QCOMPARE(again.order.reservedTill, sale.order.reservedTill);
        QCOMPARE(again.request, sale.request);
        QCOMPARE(story(again), story(sale));
        QCOMPARE(after.counter.desk.pay(sale.order.id, {u"api/BASE"_s, {}}), Refusal::None);
        after.counter.settle(again);
        QCOMPARE(again.order.status, OrderStatus::InProgress);
    }

    void tellsWhatWasPaidMeanwhile()
    {
        Counter before;
        const Sale &sale = before.startPayment();
        before.vendor.at(sale.order.id).status = OrderStatus::Done;
        NextLife after(before);
        QTRY_VERIFY(after.recovery.isOver());
        QCOMPARE(after.recovery.found().first().state, State::Paid);
        const Sale &again = *after.counter.desk.sale(sale.order.id);
        QTRY_VERIFY(!again.tickets.isEmpty() && !again.tickets.first().barcode.isEmpty()); // can be handed out
        QCOMPARE(again.system, u"api/BASE"_s);
    }

    void tellsWhatIsGone()
    {
        Counter before;
        const Sale &sale = before.reserve(2);
        before.vendor.pass(11min);
        NextLife after(before);
        QTRY_VERIFY(after.recovery.isOver());
        QCOMPARE(after.recovery.found().first().state, State::Gone);
        QCOMPARE(after.counter.desk.sale(sale.order.id)->request, two); // for "sell the same again"
    }

    void releasesWhatHadBeenGivenUp()
    {
        Counter before;
        const Sale &sale = before.reserve(2);
        before.vendor.plan({Verb::Cancel, {.kind = ErrorKind::NoConnection}});
        QCOMPARE(before.desk.cancel(sale.order.id), Refusal::None);
        before.settle(sale);
        QCOMPARE(before.vendor.at(sale.order.id).status, OrderStatus::Executed);
        NextLife after(before);
        QTRY_VERIFY(after.recovery.isOver());
        after.counter.pass(3s);
        QCOMPARE(before.vendor.at(sale.order.id).status, OrderStatus::Canceled);
        QCOMPARE(after.recovery.found().first().state, State::Released);
    }

    void findsAndReleasesAReservationThatNobodySaw()
    {
        Counter before;
        before.desk.reserve(two); // killed before the answer is read
        QCOMPARE(before.vendor.all().size(), 1);
        NextLife after(before);
        after.counter.pass(5s);
        QCOMPARE(before.vendor.all().first().status, OrderStatus::Canceled);
        QVERIFY(after.counter.journal->openIntents()->isEmpty());
    }

    void releasesSeveralReservationsThatNobodySaw()
    {
        Counter before;
        before.desk.reserve(two); // killed before the answer is read …
        before.desk.reserve({.event = two.event, .random = {{two.random.first().set, 1}}});
        before.desk.reserve(two); // … and again, before the next life could look for it
        QCOMPARE(before.vendor.all().size(), 3);
        NextLife after(before);
        after.counter.pass(8s);
        const QList<Order> orders = before.vendor.all();
        for (const Order &order : orders)
            QCOMPARE(order.status, OrderStatus::Canceled);
        QVERIFY(after.counter.journal->openIntents()->isEmpty());
        QVERIFY(after.counter.book.unsettled().isEmpty());
    }

    void releasesNoneOfMoreThanWereLost()
    {
        Counter before;
        before.desk.reserve(two);
        before.desk.reserve(two);
        const Order theirs = before.vendor.makeElsewhere(two);
        NextLife after(before);
        after.counter.pass(8s);
        QCOMPARE(before.vendor.at(theirs.id).status, OrderStatus::Executed);
        QVERIFY(!after.counter.book.unsettled().isEmpty()); // a person decides
    }

    void concludesChangesWhoseAnswersNobodySaw()
    {
        Counter before;
        const Sale &sale = before.reserve(2);
        QCOMPARE(before.desk.pay(sale.order.id, {u"api/BASE"_s, {}}), Refusal::None);
        NextLife after(before);
        QCOMPARE(after.counter.journal->openIntents()->size(), 1);
        QTRY_VERIFY(after.recovery.isOver());
        QVERIFY(after.counter.journal->openIntents()->isEmpty());
    }

    void keepsAskingWhileTheServerIsAway()
    {
        Counter before;
        const Sale &sale = before.reserve(2);
        before.vendor.plan({Verb::Order, {.kind = ErrorKind::NoConnection}, Vendor::Reached::No, 3});
        NextLife after(before);
        after.counter.pass(1s);
        QVERIFY(!after.recovery.isOver());
        after.counter.pass(60s);
        QVERIFY(after.recovery.isOver());
        QCOMPARE(after.counter.desk.sale(sale.order.id)->known, Sale::Known::FromServer);
    }

    void remembersWhatIsToBeSettled()
    {
        Counter before;
        const Sale &sale = before.startPayment();
        QCOMPARE(before.desk.cancel(sale.order.id), Refusal::None);
        before.settle(sale);
        before.vendor.at(sale.order.id).status = OrderStatus::Done; // the bank was slow
        before.pass(150s);
        QCOMPARE(before.book.unsettled().size(), 1);
        NextLife after(before);
        QCOMPARE(after.counter.book.unsettled(), before.book.unsettled());
        after.counter.desk.settle(after.counter.book.unsettled().first().id, u"money returned"_s);
        QVERIFY(after.counter.book.unsettled().isEmpty());
        QCOMPARE(after.counter.journal->recordOf(sale.order.id)->last().words, u"money returned"_s);
    }

    void sendsNothingThatIsNotWrittenDown()
    {
        Counter counter;
        const Sale &sale = counter.reserve(1);
        QSignalSpy failed(&counter.desk, &SaleDesk::reservationFailed);
        QSignalSpy trouble(&counter.book, &SaleBook::troubleChanged);
        rlimit usual{};
        getrlimit(RLIMIT_FSIZE, &usual);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit full{1, usual.rlim_max};
        setrlimit(RLIMIT_FSIZE, &full); // no file may grow: a full disk
        counter.vendor.forget();
        counter.desk.reserve(two);
        const Refusal refusal = counter.desk.pay(sale.order.id, {u"api/BASE"_s, {}});
        setrlimit(RLIMIT_FSIZE, &usual);

        QCOMPARE(refusal, Refusal::NotRecorded);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.first().at(1).value<ApiError>().kind, ErrorKind::NotRecorded);
        QVERIFY(counter.vendor.log().isEmpty());
        QCOMPARE(trouble.count(), 1);
        counter.pass(1s); // there is space again
        QVERIFY(!counter.book.trouble());
        QCOMPARE(counter.desk.pay(sale.order.id, {u"api/BASE"_s, {}}), Refusal::None);
    }
};

} // namespace okoshko::test::tst_recovery

OKOSHKO_TEST(tst_recovery, RecoveryTest, QCoreApplication)
#include "tst_recovery.moc"
