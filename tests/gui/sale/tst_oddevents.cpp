// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/sale/CounterFixture.h"

#include "models/tables/EventListModel.h"
#include "tests/support/TestProgram.h"
#include "ui/keys/KeyDispatcher.h"
#include "ui/neworder/NewOrderPage.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Stepper.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_oddevents {

namespace {

using Kind = ScriptedVendor::Kind;

Event anEvent(int number, const QString &title, std::optional<Instant> start, std::optional<Instant> end)
{
    Event event;
    event.id = eventId(number);
    event.title = title;
    event.start = start;
    event.end = end;
    event.sale = Event::Sale::Open;
    event.venue.name = u"Филармония"_s;
    event.venue.timeZone = "Europe/Moscow";
    event.amount = 100;
    event.vacant = 100;
    event.sets = {
        TicketSet{.id = setId(), .name = u"Партер"_s, .amount = 100, .vacant = 100, .price = Money::fromMinor(100000)}};
    return event;
}

/// A counter with its new order page.
class Till final : public CounterFixture
{
public:
    explicit Till(Format::Language language = Format::Language::English)
    {
        Theme::apply(*qApp, Theme::Kind::Light);
        start();
        page = std::make_unique<NewOrderPage>(counter(), Format(language), nullptr);
        new KeyDispatcher(*page);
    }

    void sell(const QList<Event> &events)
    {
        vendor.onSale = events;
        page->begin();
        settle();
        page->show();
        qApp->processEvents();
    }

    [[nodiscard]] Instant now() const { return program->clock.now(); }
    template <class T>
    [[nodiscard]] T *find(const QString &name) const
    {
        return page->findChild<T *>(name);
    }

    std::unique_ptr<NewOrderPage> page;
};

} // namespace

/// Events that are over, under way, or have titles of another kind than the usual.
class OddEventsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsOverIsLastAndCannotBeSold()
    {
        Till till;
        const Instant now = till.now();
        till.sell({anEvent(1, u"Over"_s, now - 5h, now - 3h), anEvent(2, u"Under way"_s, now - 1h, now + 1h),
                   anEvent(3, u"Later"_s, now + 24h, now + 26h)});
        auto *list = till.find<QListView>(u"eventList"_s);
        auto *state = till.find<QLabel>(u"eventState"_s);
        auto *stepper = till.find<Stepper>(u"stepper_"_s + setId().toString());
        const auto titleAt = [list](int row) { return list->model()->index(row, 0).data().toString(); };
        QCOMPARE(QStringList({titleAt(0), titleAt(1), titleAt(2)}),
                 QStringList({u"Under way"_s, u"Later"_s, u"Over"_s}));

        list->setCurrentIndex(list->model()->index(0, 0));
        QVERIFY(state->isVisible());
        QCOMPARE(state->text(), u"The event is under way."_s);
        QVERIFY(stepper->isEnabled());
        list->setCurrentIndex(list->model()->index(1, 0));
        QVERIFY(!state->isVisible());

        list->setCurrentIndex(list->model()->index(2, 0));
        QVERIFY(state->isVisible());
        QVERIFY(state->text().startsWith(u"The event is over"_s));
        stepper = till.find<Stepper>(u"stepper_"_s + setId().toString());
        QVERIFY(!stepper->isEnabled());
        till.page->beginWith(eventId(1), {{setId(), 2}}); // the same again, of an old order
        till.settle();
        QVERIFY(!till.find<QPushButton>(u"reserveButton"_s)->isEnabled());
        QTest::keyClick(till.page->focusWidget(), Qt::Key_Return);
        till.settle();
        QCOMPARE(till.vendor.count(Kind::Reserve), 0);
    }

    void whatEndsWhileItIsPickedIsNotSold()
    {
        Till till;
        till.sell({anEvent(1, u"Nearly over"_s, till.now() - 5h, till.now() + 10min)});
        till.page->beginWith(eventId(1), {{setId(), 2}});
        till.settle();
        QVERIFY(till.find<QPushButton>(u"reserveButton"_s)->isEnabled());
        till.pass(11min);
        till.find<QPushButton>(u"reserveButton"_s)->click();
        till.settle();
        QCOMPARE(till.vendor.count(Kind::Reserve), 0);
        QVERIFY(till.find<QLabel>(u"eventState"_s)->text().startsWith(u"The event is over"_s));
        QVERIFY(!till.find<QPushButton>(u"reserveButton"_s)->isEnabled());
    }

    void longTitlesLeaveRoomForTheRest()
    {
        Till till(Format::Language::Russian);
        const Instant now = till.now();
        QString family;
        while (family.size() < 8000)
            family += u"👨‍👩‍👧‍👦"_s;
        QList<Event> events{anEvent(1, QString(8000, u'Ш'), now + 1h, now + 3h),
                            anEvent(2, family, now + 2h, now + 3h),
                            anEvent(3, u"שלום עולם 2026 מופע"_s, now + 24h, now + 96h),
                            anEvent(4, u"Выставка"_s, now + 400 * 24h, now + 430 * 24h),
                            anEvent(5, u"Без зоны"_s, now + 25h, now + 27h),
                            anEvent(6, u"Завтра весь день"_s, now + 26h, {}),
                            anEvent(7, u"Прошло вчера"_s, now - 26h, now - 24h),
                            anEvent(8, u"Идёт сейчас"_s, now - 1h, now + 1h)};
        events[2].venue.name = u"היכל התרבות"_s;
        events[4].venue.timeZone.clear();
        events[5].dates = Event::Dates::DaysOnly;
        events[5].vacant.reset();
        events[3].sectorNames = {{u"1"_s, u"Бельэтаж"_s}};
        events[3].sets[0].sector = u"1"_s;
        till.sell(events);
        const QSize size(1280, 750);
        till.page->resize(size);
        auto *list = till.find<QListView>(u"eventList"_s);
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            list->setCurrentIndex(list->model()->index(row, 0));
            qApp->processEvents();
            QCOMPARE(till.page->size(), size);
            if (qEnvironmentVariableIsSet("OKOSHKO_SHOTS"))
                till.page->grab().save(u"%1/odd-%2.png"_s.arg(qEnvironmentVariable("OKOSHKO_SHOTS")).arg(row));
        }
    }
};

} // namespace okoshko::test::tst_oddevents

OKOSHKO_TEST(tst_oddevents, OddEventsTest, QApplication)
#include "tst_oddevents.moc"
