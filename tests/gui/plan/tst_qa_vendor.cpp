// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/scenarios/ScenarioBoard.h"
#include "models/tables/EventListModel.h"
#include "tests/gui/plan/CaseDrive.h"
#include "tests/support/TestProgram.h"

#include <QLabel>
#include <QListView>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_qa_vendor {

/// Chapter 9 of the manual test plan: what the real vendor was seen to do.
class VendorCases : public QObject
{
    Q_OBJECT

private:
    static constexpr int demoEvents = 13;

    /// Titles in the list of events, as they stand there.
    static QStringList titles(const CaseDrive &drive)
    {
        QStringList titles;
        const auto *list = drive.stage.hand->find<QListView>(u"eventList"_s);
        for (int row = 0; list && row < list->model()->rowCount(); ++row)
            titles << list->model()->index(row, 0).data().toString();
        return titles;
    }

    /// When and where the first of them is.
    static QString firstPlace(const CaseDrive &drive)
    {
        return drive.stage.hand->find<QListView>(u"eventList"_s)
            ->model()
            ->index(0, 0)
            .data(EventListModel::PlaceRole)
            .toString();
    }

    /// The scenario is on, and the events are read under it.
    static void readEvents(CaseDrive &drive)
    {
        drive.switchOn();
        drive.stage.pass(1s);
        drive.press(Qt::Key_F2);
        drive.awaitShown(u"eventSearch"_s);
        drive.press(Qt::Key_F5);
    }

    /// … and narrowed down to those of \a words, \a count of which there are.
    static void find(CaseDrive &drive, const QString &words, int count = 1)
    {
        readEvents(drive);
        drive.awaitThat("the events are read", [&] { return titles(drive).filter(words).size() == count; });
        drive.stage.type(words);
        drive.awaitThat("the others are gone", [&] { return titles(drive).size() == count; });
    }

    static void pick(CaseDrive &drive, const QString &words, Qt::Key count = Qt::Key_1)
    {
        find(drive, words);
        drive.stage.press(Qt::Key_Right);
        drive.stage.press(count);
        drive.awaitShown(u"reserveButton"_s);
    }

    static const Sale &reserve(CaseDrive &drive, const QString &words, Qt::Key count = Qt::Key_1)
    {
        pick(drive, words, count);
        drive.press(Qt::Key_Return);
        drive.awaitShown(u"startPaymentButton"_s);
        drive.await(u"PaymentDialog|Payment of order %1"_s);
        return drive.stage.lastSale();
    }

    static void verifyAllEventsOnce(CaseDrive &drive)
    {
        readEvents(drive);
        drive.awaitThat("the events are read", [&] { return titles(drive).size() == demoEvents; });
        drive.await(u"EventsPane|%1 of %2"_s);
        drive.takePicture();
        const QStringList all = titles(drive);
        QCOMPARE(QSet<QString>(all.cbegin(), all.cend()).size(), demoEvents);
    }

    static void verifyEventsCannotBeRead(CaseDrive &drive)
    {
        readEvents(drive);
        drive.await(u"ErrorText|The events could not be read."_s);
        drive.await(u"EventsPane|&Try again"_s);
        drive.takePicture();
        drive.switchOff();
        drive.press(Qt::Key_F5);
        drive.awaitThat("the events are read", [&] { return titles(drive).size() == demoEvents; });
    }

    static void verifyRefused(CaseDrive &drive, const QString &words)
    {
        drive.press(Qt::Key_Return);
        drive.await(u"ErrorText|The tickets were not reserved."_s);
        drive.await(u"ErrorText|The server refuses such an order."_s);
        drive.takePicture();
        QCOMPARE(drive.ordersAtServer(), 0);
        QVERIFY2(noticeSays(drive, words), qPrintable(words));
    }

    static bool noticeSays(CaseDrive &drive, const QString &words)
    {
        const QList<QLabel *> labels = drive.stage.find(u"ticketsNotice"_s)->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&words](const QLabel *label) { return label->text().contains(words); });
    }

private Q_SLOTS:
    void case901() { CaseDrive::perform(901, verifyAllEventsOnce); }
    void case902() { CaseDrive::perform(902, verifyAllEventsOnce); }

    void case903()
    {
        CaseDrive::perform(903, [](CaseDrive &drive) {
            const Sale &sale = reserve(drive, u"записанных"_s);
            const OrderId id = sale.order.id;
            drive.toOrders();
            drive.press(Qt::Key_F5);
            drive.awaitThat("the list is read", [&] {
                return drive.stage.server->scenarios().state(sandbox::Scenario::OldestFirst).timesMet > 0;
            });
            drive.awaitOfOrder(id, u"Format|Held"_s);
            drive.takePicture();
        });
    }

    void case904()
    {
        CaseDrive::performInEach(904, [](CaseDrive &drive) {
            pick(drive, u"записанных"_s);
            verifyRefused(drive, u"Not enough money, \u0441ontact to TicketsCloud manager"_s);
        });
    }

    void case905()
    {
        CaseDrive::performInEach(905, [](CaseDrive &drive) {
            pick(drive, u"поклонников"_s);
            verifyRefused(drive, u"Promokey needed"_s);
        });
    }

    void case906()
    {
        CaseDrive::perform(906, [](CaseDrive &drive) {
            const Sale &sale = reserve(drive, u"уже идёт"_s);
            drive.takePicture();
            QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::Executed);
        });
    }

    void case907()
    {
        CaseDrive::perform(907, [](CaseDrive &drive) {
            const Sale &sale = reserve(drive, u"Фестиваль на четыре"_s);
            drive.takePicture();
            QCOMPARE(sale.order.value.toString(), u"4500.00"_s);
        });
    }

    void case908()
    {
        CaseDrive::perform(908, [](CaseDrive &drive) {
            pick(drive, u"без параметра"_s);
            drive.await(u"NewOrderDialog|&Reserve"_s);
            drive.takePicture();
            QVERIFY(firstPlace(drive).contains(u"20:00"_s));
        });
    }

    void case909()
    {
        CaseDrive::perform(909, [](CaseDrive &drive) {
            find(drive, u"Юбилейный"_s, 2);
            drive.await(u"EventsPane|%1 of %2"_s);
            drive.takePicture();
        });
    }

    void case910()
    {
        CaseDrive::perform(910, [](CaseDrive &drive) {
            find(drive, u"без билетов"_s);
            drive.await(u"EventsPane|%1 of %2"_s);
            drive.stage.press(Qt::Key_Right);
            drive.look();
            drive.takePicture();
            QVERIFY(!drive.stage.isShown(u"reserveButton"_s));
        });
    }

    void case911()
    {
        CaseDrive::perform(911, [](CaseDrive &drive) {
            const Sale &sale = reserve(drive, u"записанных"_s);
            drive.await(u"system|api/BASE"_s);
            drive.chooseFirstAndStart();
            drive.awaitShown(u"openPageButton"_s);
            drive.stage.pass(1min);
            drive.stage.buyerPays(sale);
            drive.await(u"OutcomePane|Paid: %1"_s);
            drive.takePicture();
            QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::Done);
        });
    }

    void case912()
    {
        CaseDrive::perform(912, [](CaseDrive &drive) {
            const Sale &sale = reserve(drive, u"записанных"_s);
            drive.stage.pass(10min);
            drive.await(u"OutcomePane|The time has run out"_s);
            drive.takePicture();
            QVERIFY(!drive.stage.atServer(sale.order.id).reservedTill);
        });
    }

    void case913()
    {
        CaseDrive::perform(913, [](CaseDrive &drive) {
            reserve(drive, u"записанных"_s, Qt::Key_3);
            drive.takePicture();
            QCOMPARE(drive.text(u"paymentSum"_s), drive.rubles(300));
        });
    }

    void case914()
    {
        CaseDrive::perform(914, [](CaseDrive &drive) {
            readEvents(drive);
            drive.await(u"ErrorText|The events could not be read."_s);
            drive.await(u"ErrorText|What answers there is no Ticketscloud server, or something stands in between."_s);
            drive.takePicture();
        });
    }

    void case915() { CaseDrive::perform(915, verifyEventsCannotBeRead); }
    void case916() { CaseDrive::perform(916, verifyEventsCannotBeRead); }

    void case917()
    {
        CaseDrive::perform(917, [](CaseDrive &drive) {
            readEvents(drive);
            drive.await(u"EventsPane|%1 of %2"_s);
            drive.takePicture();
            QCOMPARE(titles(drive).size(), demoEvents);
            drive.awaitThat("the events are read", [&] { return !drive.stage.isWaiting(); });
            QCOMPARE(titles(drive).size(), demoEvents);
        });
    }

    void case918()
    {
        CaseDrive::perform(918, [](CaseDrive &drive) {
            readEvents(drive);
            drive.awaitThat("the events are read", [&] { return !drive.stage.isWaiting(); });
            QCOMPARE(titles(drive).size(), demoEvents);
            drive.stage.type(u"записанных"_s);
            drive.stage.press(Qt::Key_Right);
            drive.stage.press(Qt::Key_1);
            drive.press(Qt::Key_Return);
            drive.await(u"PaymentDialog|Payment of order %1"_s);
            drive.awaitShown(u"startPaymentButton"_s);
            drive.takePicture();
            QCOMPARE(drive.text(u"paymentSum"_s), drive.rubles(100));
        });
    }
};

} // namespace okoshko::test::tst_qa_vendor

OKOSHKO_TEST(tst_qa_vendor, VendorCases, QApplication)
#include "tst_qa_vendor.moc"
