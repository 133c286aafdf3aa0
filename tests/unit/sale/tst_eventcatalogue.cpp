// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/EventCatalogue.h"

#include "models/api/ServerClock.h"
#include "tests/support/DirectCatalogue.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/sale/ScriptedVendor.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_eventcatalogue {

namespace {

using Asked = EventCatalogue::Asked;
using Kind = ScriptedVendor::Kind;
using State = EventCatalogue::State;

Event anEvent(int number, int vacant = 10)
{
    Event event;
    event.id = eventId(number);
    event.title = u"The Seagull %1"_s.arg(number);
    event.description = u"by Chekhov"_s;
    event.vacant = vacant;
    event.sets = {{.id = setId(number), .name = u"Stalls"_s, .description = u"Near the stage"_s, .vacant = vacant}};
    return event;
}

QList<Event> someEvents(int count)
{
    QList<Event> events;
    for (int number = 1; number <= count; ++number)
        events << anEvent(number);
    return events;
}

/// A vendor with events, and a counter that knows them; \a path: of its copy.
struct Known
{
    explicit Known(const QString &path = {}, int count = 20)
        : store({path, {}})
    {
        QObject::connect(&catalogue, &EventCatalogue::changed, &catalogue,
                         [this](const QSet<EventId> &events) { changed << events; });
        vendor.onSale = someEvents(count);
    }

    void settle() { scheduler.pass(100ms); }
    void refresh()
    {
        catalogue.refresh();
        settle();
    }
    [[nodiscard]] int asked() const { return vendor.count(Kind::Event); }

    ManualScheduler scheduler;
    ScriptedVendor vendor{scheduler};
    ServerClock clock{[this] { return scheduler.now(); }, nullptr};
    DirectCatalogue store;
    EventCatalogue catalogue{vendor, store, clock, scheduler};
    QList<QSet<EventId>> changed;
};

} // namespace

class EventCatalogueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCopyStandsThereWhileTheServerCannotBeReached()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"catalogue.sqlite"_s);
        Instant at;
        {
            Known first(path);
            first.refresh();
            at = *first.catalogue.catalogue()->asOf;
        }
        Known known(path);
        known.vendor.failAll(Kind::Events, offline());
        known.catalogue.open();
        QCOMPARE(known.catalogue.events().size(), 20);
        QCOMPARE(known.catalogue.state(), State::NeverRead);
        known.refresh();
        QCOMPARE(known.catalogue.events().size(), 20);
        QCOMPARE(known.catalogue.failure()->kind, ErrorKind::NoConnection);
        QCOMPARE(known.catalogue.catalogue()->asOf, std::optional(at));
        QCOMPARE(known.catalogue.find(eventId(3))->title, u"The Seagull 3"_s);
    }

    void aReadingThatFailsRemovesNothing_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("an object instead of a list") << int(ErrorKind::WrongShape);
        QTest::newRow("a page of a hotel's network") << int(ErrorKind::NotJson);
        QTest::newRow("cut") << int(ErrorKind::ConnectionLost);
    }

    void aReadingThatFailsRemovesNothing()
    {
        QFETCH(int, kind);
        Known known;
        known.refresh();
        known.vendor.onSale = someEvents(2);
        known.vendor.failNext(Kind::Events, {.kind = ErrorKind(kind), .httpStatus = 200});
        const QSignalSpy ended(&known.catalogue, &EventCatalogue::readingEnded);
        known.refresh();
        QCOMPARE(ended.count(), 1);
        QVERIFY(known.catalogue.failure());
        QCOMPARE(known.catalogue.events().size(), 20);
        known.refresh();
        QVERIFY(!known.catalogue.failure());
        QCOMPARE(known.catalogue.events().size(), 2);
    }

    void aReadingThatIsGivenUpRemovesNothing()
    {
        Known known;
        known.refresh();
        known.vendor.onSale.clear();
        known.vendor.holdCalls(Kind::Events);
        known.refresh();
        QCOMPARE(known.catalogue.state(), State::Reading);
        known.catalogue.stop();
        known.vendor.answerAll(Kind::Events);
        known.settle();
        QCOMPARE(known.catalogue.state(), State::Read);
        QCOMPARE(known.catalogue.events().size(), 20);
    }

    void anEventThatAShiftingListLostIsAskedFor()
    {
        Known known;
        known.refresh();
        const QList<Event> all = known.vendor.onSale;
        known.vendor.listEnd.pages = 2;
        // Between two pages one was lost, and another one is gone.
        known.vendor.onSale = all.mid(0, 18);
        known.vendor.holdCalls(Kind::Event);
        known.refresh();
        QCOMPARE(known.catalogue.events().size(), 20);
        known.vendor.onSale = all.mid(0, 19);
        known.vendor.answerAll(Kind::Event);
        known.settle();
        QCOMPARE(known.catalogue.events().size(), 19);
        QVERIFY(known.catalogue.find(eventId(19)));
        QVERIFY(!known.catalogue.find(eventId(20)));
        QCOMPARE(known.asked(), 2);
    }

    void aListThatWasCutSaysSo()
    {
        Known known;
        known.refresh();
        known.vendor.listEnd.extent = ListExtent::Cut;
        known.vendor.onSale = someEvents(5);
        known.refresh();
        QVERIFY(known.catalogue.catalogue()->isCut);
        QCOMPARE(known.catalogue.events().size(), 20);
    }

    void whatCouldNotBeReadIsTold()
    {
        Known known;
        known.vendor.listEnd.unreadable.elements = 2;
        known.refresh();
        QCOMPARE(known.catalogue.unreadable().elements, 2);
        known.vendor.listEnd = {};
        known.refresh();
        QCOMPARE(known.catalogue.unreadable().elements, 0);
    }

    void whatCouldNotBeReadIsNotGone()
    {
        Known known({}, 60);
        known.refresh();
        known.vendor.listEnd.unreadable.elements = 30;
        known.vendor.listEnd.extent = ListExtent::Gaps;
        known.vendor.onSale = someEvents(20);
        known.vendor.holdCalls(Kind::Event);
        known.refresh();
        QCOMPARE(known.catalogue.events().size(), 60);
        // Each is asked for by itself; one that cannot be read then either stays.
        known.vendor.onSale = someEvents(40);
        known.vendor.failNext(Kind::Event, {.kind = ErrorKind::WrongShape, .httpStatus = 200});
        known.vendor.answerAll(Kind::Event);
        known.scheduler.pass(10s);
        QCOMPARE(known.asked(), 40);
        QVERIFY2(known.catalogue.events().size() == 40 || known.catalogue.events().size() == 41,
                 qPrintable(QString::number(known.catalogue.events().size())));
    }

    void anEventThatIsOverIsNotAskedForAndGoes_data()
    {
        QTest::addColumn<int>("extent");
        QTest::newRow("a list with gaps") << int(ListExtent::Gaps);
        QTest::newRow("one that was cut") << int(ListExtent::Cut);
    }

    void anEventThatIsOverIsNotAskedForAndGoes()
    {
        QFETCH(int, extent);
        Known known;
        for (const int number : {19, 20})
            known.vendor.onSale[number - 1].end = known.clock.now() + (number == 19 ? 1h : 100h);
        known.refresh();
        known.vendor.onSale = someEvents(18);
        known.vendor.listEnd.extent = ListExtent(extent);
        known.vendor.listEnd.unreadable.elements = 1;
        known.vendor.failAll(Kind::Event, {.kind = ErrorKind::WrongShape, .httpStatus = 200});
        known.scheduler.pass(2h);
        known.refresh();
        QVERIFY(!known.catalogue.find(eventId(19)));
        QVERIFY(known.catalogue.find(eventId(20)));
        QCOMPARE(known.asked(), ListExtent(extent) == ListExtent::Gaps ? 1 : 0);
    }

    void whatIsWrongWithOneEventEndsNoAsking_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("asked");
        QTest::addColumn<int>("left");
        QTest::newRow("400") << int(ErrorKind::BadRequest) << 3 << 18;
        QTest::newRow("403") << int(ErrorKind::Forbidden) << 3 << 18;
        QTest::newRow("404") << int(ErrorKind::NotFound) << 3 << 17;
        QTest::newRow("unreadable") << int(ErrorKind::WrongShape) << 3 << 18;
        QTest::newRow("offline") << int(ErrorKind::NoConnection) << 1 << 20;
        QTest::newRow("429") << int(ErrorKind::TooManyRequests) << 1 << 20;
        QTest::newRow("the key is refused") << int(ErrorKind::Unauthorized) << 1 << 20;
    }

    void whatIsWrongWithOneEventEndsNoAsking()
    {
        QFETCH(int, kind);
        QFETCH(int, asked);
        QFETCH(int, left);
        Known known;
        known.refresh();
        known.vendor.onSale = someEvents(17);
        known.vendor.listEnd.unreadable.elements = 1;
        known.vendor.failNext(Kind::Event, {.kind = ErrorKind(kind)});
        known.refresh();
        known.settle();
        QCOMPARE(known.asked(), asked);
        QCOMPARE(known.catalogue.events().size(), left);
    }

    void howManyAreAskedForIsBoundedAndAllHaveTheirTurn()
    {
        constexpr int most = EventCatalogue::maxMissingAsked;
        Known known({}, most + 20);
        known.refresh();
        QList<EventId> ids;
        for (int number = 1; number <= most + 20; ++number)
            ids << eventId(number);
        std::sort(ids.begin(), ids.end());
        known.vendor.onSale.clear();
        known.vendor.listEnd.unreadable.elements = 1;
        known.vendor.failNext(Kind::Event, {.kind = ErrorKind::WrongShape, .httpStatus = 200},
                              ScriptedVendor::Reached::No, most);
        known.refresh();
        known.scheduler.pass(1min);
        QCOMPARE(known.asked(), most);
        QCOMPARE(known.catalogue.events().size(), most + 20);
        known.refresh();
        known.scheduler.pass(1min);
        QCOMPARE(known.asked(), 2 * most); // and these the server does not know any more
        QCOMPARE(known.catalogue.events().size(), 20);
        for (const EventId &id : ids.mid(most))
            QVERIFY2(!known.catalogue.find(id), "asked for at the second reading only, and so before the others");
    }

    void theRestOfAnEventIsReadWhenItIsLookedAt()
    {
        Known known;
        known.refresh();
        known.changed.clear();
        QVERIFY(known.catalogue.find(eventId(4))->description.isEmpty());
        static_cast<void>(known.catalogue.wholeEvent(eventId(4)));
        QCOMPARE(*known.catalogue.wholeEvent(eventId(4)), anEvent(4));
        QCOMPARE(known.changed, QList<QSet<EventId>>{{eventId(4)}});
        // It is as the list tells it later, too.
        known.vendor.onSale[3] = anEvent(4, 2);
        known.refresh();
        QCOMPARE(*known.catalogue.find(eventId(4)), anEvent(4, 2));
        known.vendor.onSale.removeAt(3);
        known.refresh();
        QVERIFY(!known.catalogue.find(eventId(4)));
        QVERIFY(!known.catalogue.wholeEvent(eventId(4)));
    }

    void whatIsDifferentOnlyInItsDetailsIsToldWithTheList()
    {
        Known known;
        known.refresh();
        static_cast<void>(known.catalogue.wholeEvent(eventId(3)));
        known.settle();
        known.vendor.onSale[2].sets.first().description = u"Behind a pillar"_s;
        known.changed.clear();
        known.refresh();
        QVERIFY(known.changed.contains(QSet{eventId(3)}));
        QCOMPARE(known.catalogue.find(eventId(3))->sets.first().description, u"Behind a pillar"_s);
    }

    void theEventOnScreenIsAskedAtABoundedPace()
    {
        Known known;
        known.refresh();
        known.vendor.onSale[3] = anEvent(4, 3);
        known.catalogue.watch(eventId(4));
        QCOMPARE(known.catalogue.asked(), Asked::NotYet);
        known.scheduler.pass(1s);
        QCOMPARE(known.asked(), 1);
        QCOMPARE(known.catalogue.asked(), Asked::Answered);
        QCOMPARE(*known.catalogue.find(eventId(4)), anEvent(4, 3));
        QCOMPARE(known.catalogue.catalogue()->byId.value(eventId(4))->event.vacant,
                 std::optional(3)); // in the list too
        known.scheduler.pass(60s);
        QCOMPARE(known.asked(), 5);
        known.catalogue.unwatch();
        known.scheduler.pass(10min);
        QCOMPARE(known.asked(), 5); // not while nobody looks
        QCOMPARE(known.vendor.count(Kind::Events), 1);
    }

    void whoRunsThroughTheListAsksNothingOnTheWay()
    {
        Known known;
        known.refresh();
        for (int number = 1; number <= 10; ++number) {
            known.catalogue.watch(eventId(number));
            known.scheduler.pass(100ms);
        }
        QCOMPARE(known.asked(), 0);
        known.scheduler.pass(1s);
        QCOMPARE(known.asked(), 1);
    }

    void anAnswerAboutAnEventThatWasLeftIsNotTakenForTheNext()
    {
        Known known;
        known.refresh();
        known.vendor.holdCalls(Kind::Event);
        known.catalogue.watch(eventId(1));
        known.scheduler.pass(1s);
        known.catalogue.watch(eventId(2));
        known.vendor.answer(Kind::Event);
        known.settle();
        QCOMPARE(known.catalogue.asked(), Asked::NotYet);
    }

    void failuresSlowItDownAndTellTheAge()
    {
        Known known;
        known.refresh();
        const Instant listedAt = *known.catalogue.catalogue()->asOf;
        known.vendor.failAll(Kind::Event, offline());
        known.catalogue.watch(eventId(4));
        known.scheduler.pass(1s);
        QCOMPARE(known.catalogue.asked(), Asked::Failed);
        QCOMPARE(known.catalogue.reportedAt(), std::optional(listedAt));
        known.scheduler.pass(20min);
        QVERIFY2(known.asked() <= 13, qPrintable(QString::number(known.asked())));
        known.vendor.failNone();
        known.scheduler.pass(2min);
        QCOMPARE(known.catalogue.asked(), Asked::Answered);
        const int asked = known.asked();
        known.scheduler.pass(60s);
        QVERIFY(known.asked() >= asked + 3);
    }

    void anEventThatTheServerNoLongerKnowsIsSaid()
    {
        Known known;
        known.refresh();
        known.vendor.onSale.removeAt(3);
        known.catalogue.watch(eventId(4));
        known.scheduler.pass(1s);
        QCOMPARE(known.catalogue.asked(), Asked::Unknown);
        QVERIFY(known.catalogue.find(eventId(4))); // until the list is read again
    }

    void whatTheServerSaidLastIsSaid()
    {
        Known known;
        known.refresh();
        known.vendor.onSale.removeAt(3);
        known.catalogue.watch(eventId(4));
        known.scheduler.pass(1s);
        QCOMPARE(known.catalogue.asked(), Asked::Unknown);
        QSignalSpy told(&known.catalogue, &EventCatalogue::askedChanged);
        known.vendor.failAll(Kind::Event, {.kind = ErrorKind::ServerFault, .httpStatus = 500});
        known.scheduler.pass(1min);
        QVERIFY(!told.isEmpty());
        QCOMPARE(known.catalogue.asked(), Asked::Failed);
        QCOMPARE(known.catalogue.askFailure()->kind, ErrorKind::ServerFault);
    }

    void theListIsReadAgainWhenItIsOldAndLookedAt()
    {
        Known known;
        known.refresh();
        known.catalogue.freshen();
        known.settle();
        QCOMPARE(known.vendor.count(Kind::Events), 1);
        known.scheduler.pass(6min);
        QCOMPARE(known.vendor.count(Kind::Events), 1); // nobody looks
        known.catalogue.watch({});
        known.scheduler.pass(1s);
        QCOMPARE(known.vendor.count(Kind::Events), 2);
        known.scheduler.pass(16min);
        QCOMPARE(known.vendor.count(Kind::Events), 5);
        QCOMPARE(known.asked(), 0);
    }
};

} // namespace okoshko::test::tst_eventcatalogue

OKOSHKO_TEST(tst_eventcatalogue, EventCatalogueTest, QCoreApplication)
#include "tst_eventcatalogue.moc"
