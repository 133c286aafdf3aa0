// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/scenarios/ScenarioBoard.h"
#include "models/tables/EventListModel.h"
#include "tests/gui/plan/CaseDrive.h"
#include "tests/support/TestProgram.h"
#include "ui/widgets/SetRow.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

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

    /// The events are read already; of these it is narrowed down to those of \a words.
    static void findAmongThese(CaseDrive &drive, const QString &words)
    {
        auto *search = drive.stage.hand->find<QLineEdit>(u"eventSearch"_s);
        QVERIFY(search);
        search->setFocus();
        search->selectAll();
        drive.stage.type(words);
        drive.awaitThat("the others are gone", [&] { return titles(drive).filter(words).size() == 1; });
    }

    /// [Enter], and the payment window is open.
    static const Sale &enter(CaseDrive &drive)
    {
        drive.press(Qt::Key_Return);
        drive.awaitShown(u"startPaymentButton"_s);
        drive.await(u"PaymentPage|Payment of order %1"_s);
        return drive.stage.lastSale();
    }

    static const Sale &reserve(CaseDrive &drive, const QString &words, Qt::Key count = Qt::Key_1)
    {
        pick(drive, words, count);
        return enter(drive);
    }

    /// What the server's own answer to a question for \a path holds, whatever the program makes of it.
    static QJsonValue atSandbox(CaseDrive &drive, const QString &path)
    {
        QNetworkAccessManager network;
        QNetworkRequest request(drive.stage.server->url().resolved(QUrl(path)));
        request.setRawHeader("Authorization", "key " + drive.stage.server->key().toLatin1());
        const std::unique_ptr<QNetworkReply> reply(network.get(request));
        [&] { QTRY_VERIFY(reply->isFinished()); }();
        FirstFailure::check();
        const QJsonDocument document = QJsonDocument::fromJson(reply->readAll());
        return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    }

    static QJsonValue orderAtSandbox(CaseDrive &drive, const Sale &sale)
    {
        return atSandbox(drive, u"/v1/resources/orders/"_s + sale.order.id.toString());
    }

    /// What stands in the row of the set of that name.
    static QString rowOf(CaseDrive &drive, const QString &name)
    {
        const auto rows = drive.stage.windows->main().findChildren<SetRow *>();
        for (const SetRow *row : rows) {
            QStringList texts;
            for (const QWidget *part : row->findChildren<QWidget *>()) {
                if (part->isVisible())
                    texts << part->property("text").toString() << part->accessibleName();
            }
            if (row->isVisible() && texts.contains(name))
                return texts.join(u'\n');
        }
        return {};
    }

    /// When and where it is, above the tickets.
    static QString place(const CaseDrive &drive) { return drive.stage.find(u"eventPlace"_s)->accessibleName(); }

    static bool hasClock(const QString &text)
    {
        static const QRegularExpression clock(u"\\d:\\d\\d"_s);
        return text.contains(clock);
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

    static void verifyEventsCannotBeRead(CaseDrive &drive, const QString &reason)
    {
        readEvents(drive);
        drive.await(u"ErrorText|The events could not be read."_s);
        drive.await(reason);
        drive.await(u"EventsPane|&Try again"_s);
        drive.takePicture();
        QCOMPARE(titles(drive).size(), demoEvents); // those of before
        drive.switchOff();
        drive.press(Qt::Key_F5);
        drive.awaitGone(u"ErrorText|The events could not be read."_s);
        QVERIFY(drive.stage.counter->catalogue.asked() != EventCatalogue::Asked::Unknown);
        QCOMPARE(titles(drive).size(), demoEvents);
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
                return drive.stage.server->scenarios().state(sandbox::scenario("oldest-first")).timesMet > 0;
            });
            drive.awaitOfOrder(id, u"Format|Held"_s);
            drive.takePicture();
        });
    }

    void case904()
    {
        CaseDrive::perform(904, [](CaseDrive &drive) {
            pick(drive, u"записанных"_s);
            verifyRefused(drive, u"Not enough money, \u0441ontact to TicketsCloud manager"_s);
        });
    }

    void case905()
    {
        CaseDrive::perform(905, [](CaseDrive &drive) {
            pick(drive, u"поклонников"_s);
            verifyRefused(drive, u"Promokey needed"_s);
            drive.await(u"TicketsPane|&Code (promo code or presale code)"_s);
            drive.click(u"promoCodeEdit"_s);
            drive.stage.type(u"FANS"_s);
            const Sale &sale = enter(drive);
            QCOMPARE(drive.text(u"paymentSum"_s), drive.rubles(2700));
            const QJsonValue order = orderAtSandbox(drive, sale);
            QCOMPARE(order[u"value"_s].toString(), u"2700.00"_s);
            QCOMPARE(order[u"values"_s][u"discount"_s].toString(), u"300.00"_s);
            QCOMPARE(order[u"promocodes"_s].toArray().size(), 1);
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
            drive.await(u"NewOrderPage|&Reserve"_s);
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
            drive.await(u"ResultPane|Paid: %1"_s);
            drive.takePicture();
            QCOMPARE(drive.stage.atServer(sale.order.id).status, OrderStatus::Done);
        });
    }

    void case912()
    {
        CaseDrive::perform(912, [](CaseDrive &drive) {
            const Sale &sale = reserve(drive, u"записанных"_s);
            drive.stage.pass(10min);
            drive.await(u"ResultPane|The time has run out"_s);
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
            drive.await(
                u"ErrorText|What answers there is not a Ticketscloud server, or something stands in between."_s);
            drive.takePicture();
        });
    }

    void case915()
    {
        CaseDrive::perform(915, [](CaseDrive &drive) {
            verifyEventsCannotBeRead(drive, u"ErrorText|The server's answer cannot be understood."_s);
        });
    }

    void case916()
    {
        CaseDrive::perform(916, [](CaseDrive &drive) {
            verifyEventsCannotBeRead(
                drive, u"ErrorText|This server speaks a newer generation of the protocol than this program."_s);
        });
    }

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
            drive.await(u"PaymentPage|Payment of order %1"_s);
            drive.awaitShown(u"startPaymentButton"_s);
            drive.takePicture();
            QCOMPARE(drive.text(u"paymentSum"_s), drive.rubles(100));
        });
    }

    void case919()
    {
        CaseDrive::perform(919, [](CaseDrive &drive) {
            readEvents(drive);
            drive.await(u"EventsPane|As of %1, being freshened."_s);
            QCOMPARE(titles(drive).size(), demoEvents);
            drive.takePicture();
            drive.stage.type(u"записанных"_s);
            drive.stage.press(Qt::Key_Right);
            drive.stage.press(Qt::Key_1);
            drive.awaitShown(u"reserveButton"_s);
            const Sale &sale = enter(drive);
            QVERIFY(drive.stage.isWaiting()); // for the list
            QCOMPARE(drive.text(u"paymentSum"_s), drive.rubles(100));
            QCOMPARE(orderAtSandbox(drive, sale)[u"value"_s].toString(), u"100.00"_s);
        });
    }

    void case920()
    {
        CaseDrive::perform(920, [](CaseDrive &drive) {
            pick(drive, u"со сбором"_s, Qt::Key_2);
            QCOMPARE(drive.text(u"reserveTotal"_s), drive.rubles(11200));
            const Sale &sale = enter(drive); // without a word about another price
            drive.takePicture();
            QCOMPARE(drive.text(u"paymentSum"_s), drive.rubles(12320));
            const QJsonValue order = orderAtSandbox(drive, sale);
            QCOMPARE(order[u"value"_s].toString(), u"12320.00"_s);
            QCOMPARE(order[u"values"_s][u"extra"_s].toString(), u"1120.00"_s);
        });
    }

    void case921()
    {
        CaseDrive::perform(921, [](CaseDrive &drive) {
            find(drive, u"между двумя"_s);
            drive.await(u"SetRow|not for sale at the moment"_s);
            drive.await(u"SetRow|from %1: %2"_s);
            drive.takePicture();
            QVERIFY2(rowOf(drive, u"Партер"_s).contains(drive.rubles(1430)), qPrintable(rowOf(drive, u"Партер"_s)));
            QVERIFY(!rowOf(drive, u"Ранний билет"_s).contains(u"700"_s));
            QVERIFY(rowOf(drive, u"Балкон"_s).contains(drive.rubles(660)));
            drive.stage.pass(10min);
            drive.awaitThat("the next price holds", [&] { return !rowOf(drive, u"Партер"_s).contains(u"12:1"_s); });
            drive.stage.press(Qt::Key_Right);
            drive.stage.press(Qt::Key_1);
            drive.awaitShown(u"reserveButton"_s);
            const Sale &sale = enter(drive);
            QCOMPARE(drive.text(u"paymentSum"_s), drive.rubles(1430));
            QCOMPARE(orderAtSandbox(drive, sale)[u"value"_s].toString(), u"1430.00"_s);
        });
    }

    void case922()
    {
        CaseDrive::perform(922, [](CaseDrive &drive) {
            find(drive, u"Книжная"_s);
            const auto *list = drive.stage.hand->find<QListView>(u"eventList"_s);
            const auto day = [list] { return list->model()->index(0, 0).data(EventListModel::DayRole).toString(); };
            QCOMPARE(day(), u"10–13"_s); // the server says that it ends on the 14th: that day is none of it
            QVERIFY2(!hasClock(firstPlace(drive)) && !hasClock(place(drive)), qPrintable(place(drive)));
            findAmongThese(drive, u"Ярмарка"_s);
            QCOMPARE(day(), u"8"_s);
            QVERIFY2(!hasClock(firstPlace(drive)) && !hasClock(place(drive)), qPrintable(place(drive)));
            QVERIFY2(place(drive).contains(drive.isRussian() ? u"8 апреля"_s : u"8 April"_s), qPrintable(place(drive)));
            drive.takePicture();
            drive.stage.press(Qt::Key_Right);
            drive.stage.press(Qt::Key_1);
            drive.awaitShown(u"reserveButton"_s);
            const Sale &sale = enter(drive);
            QCOMPARE(orderAtSandbox(drive, sale)[u"value"_s].toString(), u"500.00"_s);
        });
    }

    void case923()
    {
        CaseDrive::perform(923, [](CaseDrive &drive) {
            pick(drive, u"по местному"_s);
            QVERIFY2(firstPlace(drive).startsWith(u"19:30 "_s), qPrintable(firstPlace(drive)));
            QVERIFY2(
                place(drive).contains(drive.isRussian() ? u"19:30 (Владивосток, +7"_s : u"19:30 (Vladivostok, +7"_s),
                qPrintable(place(drive)));
            drive.takePicture();
            const Sale &sale = enter(drive);
            QCOMPARE(orderAtSandbox(drive, sale)[u"value"_s].toString(), u"500.00"_s);
        });
    }

    void case924()
    {
        CaseDrive::perform(924, [](CaseDrive &drive) {
            find(drive, u"Пикник"_s);
            drive.await(u"EventsPane|the venue's time; * the counter's"_s);
            QVERIFY2(firstPlace(drive).contains(u":00* "_s), qPrintable(firstPlace(drive)));
            drive.takePicture();
            findAmongThese(drive, u"Самарканде"_s);
            QVERIFY2(firstPlace(drive).startsWith(u"19:00 "_s), qPrintable(firstPlace(drive)));
            QVERIFY2(firstPlace(drive).contains(u"Samarqand"_s) || firstPlace(drive).contains(u"撒马尔罕"_s),
                     qPrintable(firstPlace(drive)));
        });
    }

    void case925()
    {
        CaseDrive::perform(925, [](CaseDrive &drive) {
            readEvents(drive);
            drive.awaitThat("the events are read", [&] { return titles(drive).size() == demoEvents + 1; });
            QCOMPARE(titles(drive).last(), u"Вчерашний концерт"_s);
            findAmongThese(drive, u"Вчерашний"_s);
            drive.stage.press(Qt::Key_Right);
            drive.press(Qt::Key_Return);
            drive.await(u"TicketsPane|The event is over; its tickets are not sold any more."_s);
            drive.takePicture();
            QVERIFY(!drive.stage.isShown(u"reserveButton"_s));
            QCOMPARE(drive.ordersAtServer(), 0);
        });
    }

    void case926()
    {
        CaseDrive::perform(926, [](CaseDrive &drive) {
            pick(drive, u"котята"_s);
            drive.await(u"SetRow|face price %1 + fee %2"_s);
            drive.takePicture();
            QVERIFY2(!rowOf(drive, u"Единственные"_s).contains(u"остал"_s),
                     qPrintable(rowOf(drive, u"Единственные"_s)));
            const Sale &sale = enter(drive);
            QCOMPARE(orderAtSandbox(drive, sale)[u"value"_s].toString(), u"110.00"_s);
            QCOMPARE(drive.text(u"paymentSum"_s), drive.rubles(110));
        });
    }

    void case927()
    {
        CaseDrive::perform(927, [](CaseDrive &drive) {
            const Sale &sale = reserve(drive, u"Хоккей"_s, Qt::Key_2);
            QTRY_COMPARE(sale.tickets.size(), 2);
            const QJsonValue tickets =
                atSandbox(drive, u"/v1/resources/orders/%1/tickets"_s.arg(sale.order.id.toString()));
            QList<int> numbers;
            for (const QJsonValue &ticket : tickets.toArray()) {
                QCOMPARE(ticket[u"seat"_s][u"row"_s], tickets[0][u"seat"_s][u"row"_s]);
                numbers << ticket[u"seat"_s][u"number"_s].toVariant().toInt();
            }
            std::sort(numbers.begin(), numbers.end());
            QCOMPARE(numbers.size(), 2);
            QCOMPARE(numbers.last() - numbers.first(), 1);
            QVERIFY(tickets[0][u"seat"_s][u"row"_s].toVariant().toInt() > 1 || numbers.first() > 3);
            drive.toOrders();
            drive.await(u"TicketText|row %1"_s);
            drive.await(u"TicketText|seat %1"_s);
            drive.awaitThat("the sector is named", [&] {
                const QStringList texts = drive.textsIn(u"OrderPane"_s);
                return std::any_of(texts.cbegin(), texts.cend(),
                                   [](const QString &text) { return text.contains(u"А1"_s); });
            });
            drive.takePicture();
        });
    }

    void case928()
    {
        CaseDrive::perform(928, [](CaseDrive &drive) {
            GuiFixture &stage = drive.stage;
            CounterSettings values = stage.settings.values();
            for (PaymentSystem &system : values.paymentSystems) {
                if (system.name == u"system/INVOICE")
                    system.use = PaymentSystem::Use::On;
            }
            QVERIFY(stage.settings.save(values));
            stage.close();
            stage.open();
            drive.awaitThat("the events are read", [&] { return !stage.counter->catalogue.events().isEmpty(); });
            drive.switchOn();
            const Sale &sale = drive.reserve();
            drive.await(u"system|system/INVOICE"_s);
            drive.press(Qt::Key_5);
            const std::pair<QString, QString> fields[]{{u"firstNameEdit"_s, u"Анна"_s},
                                                       {u"lastNameEdit"_s, u"Ветрова"_s},
                                                       {u"emailEdit"_s, u"anna@example.org"_s}};
            for (const auto &[field, text] : fields) {
                drive.click(field);
                stage.type(text);
            }
            drive.await(u"PaymentPage|&Start the payment"_s);
            drive.click(u"startPaymentButton"_s);
            drive.awaitThat("the payment has begun", [&] { return sale.order.status == OrderStatus::InProgress; });
            QVERIFY(!stage.isShown(u"confirmPaidButton"_s) && !stage.isShown(u"openPageButton"_s));
            QCOMPARE(orderAtSandbox(drive, sale)[u"status"_s].toString(), u"in_progress"_s);
            stage.pass(10s);
            drive.await(u"ResultPane|Paid: %1"_s);
            drive.takePicture();
            const QJsonValue order = orderAtSandbox(drive, sale);
            QCOMPARE(order[u"status"_s].toString(), u"done"_s);
            QCOMPARE(order[u"value"_s].toString(), u"100.00"_s);
            QVERIFY(stage.opened.isEmpty());
        });
    }
};

} // namespace okoshko::test::tst_qa_vendor

OKOSHKO_TEST(tst_qa_vendor, VendorCases, QApplication)
#include "tst_qa_vendor.moc"
