// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/sale/CounterFixture.h"

#include "models/tables/EventListModel.h"
#include "tests/support/TestProgram.h"
#include "ui/keys/KeyDispatcher.h"
#include "ui/neworder/NewOrderPage.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Stepper.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_neworderlist {

namespace {

using Kind = ScriptedVendor::Kind;

Event anEvent(int number, int vacant = 100)
{
    Event event{.id = eventId(number), .title = u"Seagull %1"_s.arg(number, 3, 10, QChar(u'0'))};
    event.sale = Event::Sale::Open;
    event.start = Instant(std::chrono::hours(900000 + number));
    event.vacant = vacant;
    event.sets = {TicketSet{.id = setId(number),
                            .name = u"Stalls"_s,
                            .description = u"Near the stage"_s,
                            .amount = 100,
                            .vacant = vacant,
                            .price = Money::fromMinor(100000)}};
    return event;
}

/// A counter with its new order page; \a path: of the copy of its events.
class Till final : public CounterFixture
{
public:
    explicit Till(const QString &path = {}, int events = 40)
        : CounterFixture({path, {}})
    {
        Theme::apply(*qApp, Theme::Kind::Light);
        for (int number = 1; number <= events; ++number)
            vendor.onSale << anEvent(number);
        start();
        catalogue().open();
        page = std::make_unique<NewOrderPage>(counter(), Format(Format::Language::English), nullptr);
        new KeyDispatcher(*page);
        page->resize(1000, 700);
    }

    void read()
    {
        catalogue().refresh();
        settle();
    }
    /// F2.
    void begin()
    {
        page->show();
        page->begin();
        settle();
    }
    void look(int number)
    {
        const auto hits = list().model()->match(list().model()->index(0, 0), EventListModel::EventIdRole,
                                                eventId(number).toString(), 1, Qt::MatchExactly);
        QVERIFY(!hits.isEmpty());
        list().setCurrentIndex(hits.first());
    }

    void search(const QString &words)
    {
        page->findChild<QLineEdit *>(u"eventSearch"_s)->setText(words);
        settle();
    }
    [[nodiscard]] bool isHighlighted() const { return list().selectionModel()->isSelected(list().currentIndex()); }
    [[nodiscard]] const ElidedLabel &elided(const QString &name) const { return *page->findChild<ElidedLabel *>(name); }

    [[nodiscard]] QListView &list() const { return *page->findChild<QListView *>(u"eventList"_s); }
    [[nodiscard]] int rows() const { return list().model()->rowCount(); }
    [[nodiscard]] QString chosen() const { return list().currentIndex().data().toString(); }
    [[nodiscard]] QString age() const { return shown(u"catalogueAge"_s); }
    [[nodiscard]] QString eventAge() const { return shown(u"eventAge"_s); }
    [[nodiscard]] bool says(const QString &words) const
    {
        const auto labels = page->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&words](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }

    std::unique_ptr<NewOrderPage> page;

private:
    [[nodiscard]] QString shown(const QString &name) const
    {
        const auto *label = page->findChild<QLabel *>(name);
        return label->isVisible() ? label->text() : QString();
    }
};

} // namespace

/// The list of events on the new order page, and the one that is chosen, while the server answers or does not.
class NewOrderListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCopyIsThereAtOnceWhileTheServerCannotBeReached()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"catalogue.sqlite"_s);
        Till(path).read();

        Till till(path);
        till.vendor.failAll(Kind::Event, offline());
        till.vendor.holdCalls(Kind::Events);
        till.catalogue().refresh(); // as at the start
        till.begin();
        QCOMPARE(till.rows(), 40);
        QCOMPARE(till.chosen(), u"Seagull 001"_s);
        QVERIFY2(till.age().startsWith(u"As of ") && till.age().endsWith(u"being freshened."), qPrintable(till.age()));
        QVERIFY(till.says(u"Near the stage"_s)); // the set's description, from the copy
        till.vendor.fail(Kind::Events, offline());
        till.settle();
        QCOMPARE(till.rows(), 40);
        QVERIFY2(till.age().startsWith(u"As of ") && !till.age().contains(u"freshened"), qPrintable(till.age()));
        QVERIFY(till.page->findChild<QPushButton *>(u"retryEventsButton"_s));
        till.pass(1s);
        QVERIFY2(till.eventAge().startsWith(u"As of "), qPrintable(till.eventAge()));

        till.vendor.failNone();
        till.vendor.answerAtOnce(Kind::Events);
        till.read();
        till.pass(1min);
        QCOMPARE(till.age(), QString());
        QCOMPARE(till.eventAge(), QString());
    }

    void aDamagedCopyIsSaidUntilTheListIsRead()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"catalogue.sqlite"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no database at all");
        file.close();
        Till till(path);
        till.begin();
        QCOMPARE(till.rows(), 40);
        QCOMPARE(till.age(), QString());
        Till again(path);
        again.vendor.failAll(Kind::Events, offline());
        again.begin();
        QCOMPARE(again.rows(), 40);
    }

    void whatIsOnScreenIsAskedAgain()
    {
        Till till;
        till.read();
        till.begin();
        till.look(7);
        till.vendor.onSale[6] = anEvent(7, 3);
        till.pass(1s);
        QCOMPARE(till.list().currentIndex().data(EventListModel::VacantRole).toInt(), 3);
        QVERIFY(till.says(u"3"_s));
        till.vendor.onSale[6] = anEvent(7, 1);
        till.pass(20s);
        QCOMPARE(till.list().currentIndex().data(EventListModel::VacantRole).toInt(), 1);
        QCOMPARE(till.chosen(), u"Seagull 007"_s);
        const int asked = till.vendor.count(Kind::Event);
        till.page->hide();
        till.pass(5min);
        QCOMPARE(till.vendor.count(Kind::Event), asked);
    }

    void anEventThatTheServerDoesNotKnowIsSaid()
    {
        Till till;
        till.read();
        till.begin();
        till.look(7);
        till.vendor.onSale.removeAt(6);
        till.pass(1s);
        QCOMPARE(till.chosen(), u"Seagull 007"_s);
        QVERIFY2(till.eventAge().contains(u"does not know this event"), qPrintable(till.eventAge()));
        QVERIFY(!till.eventAge().contains(u"cannot be reserved")); // for the button can be pressed
        till.look(8);
        QCOMPARE(till.eventAge(), QString());
    }

    void noOtherEventTakesThePlaceOfOneThatIsGone()
    {
        Till till;
        till.read();
        till.begin();
        till.look(7);
        till.vendor.onSale.removeAt(6);
        till.read();
        QCOMPARE(till.rows(), 39);
        QCOMPARE(till.chosen(), QString());
        QVERIFY(till.says(u"Choose an event"_s));
        QVERIFY(till.says(u"The server does not list “Seagull 007” any more."_s));
        QVERIFY(!till.page->findChild<QPushButton *>(u"reserveButton"_s)->isEnabled());
        till.read();
        QVERIFY(till.says(u"“Seagull 007”"_s)); // until another one is chosen
        till.look(8);
        QVERIFY(!till.says(u"“Seagull 007”"_s));
    }

    void aSearchThatFindsNothingIsNoChangeAtTheServer()
    {
        Till till;
        till.read();
        till.begin();
        till.page->beginWith(eventId(7), {{setId(7), 2}});
        till.settle();
        till.search(u"nothing"_s);
        QCOMPARE(till.rows(), 0);
        QVERIFY(!till.page->findChild<Notice *>(u"ticketsNotice"_s)->isVisible());
    }

    void whatASearchHasFoundStaysChosen()
    {
        Till till;
        till.read();
        till.begin();
        till.look(3);
        till.search(u"seagull 012"_s);
        for (int number = 0; number < 40; ++number)
            till.vendor.onSale[number] = anEvent(number + 1, 50);
        till.read();
        QCOMPARE(till.chosen(), u"Seagull 012"_s);
        QVERIFY(till.isHighlighted());
        till.search(u"seagull 019"_s);
        QCOMPARE(till.chosen(), u"Seagull 019"_s);
        Event earlier = anEvent(41);
        earlier.title = u"Seagull 019, an extra show"_s;
        earlier.start = Instant(std::chrono::hours(800000));
        till.vendor.onSale << earlier;
        till.read();
        QCOMPARE(till.rows(), 2);
        QCOMPARE(till.chosen(), u"Seagull 019"_s);
        QVERIFY(till.isHighlighted());
        till.search(u"seagull"_s);
        QCOMPARE(till.chosen(), u"Seagull 019"_s);
        QVERIFY(till.isHighlighted());
    }

    void whatASearchFindsOnlyAfterwardsIsChosen()
    {
        Till till;
        till.read();
        till.begin();
        till.look(3);
        till.search(u"seagull 041"_s);
        QCOMPARE(till.chosen(), QString());
        till.vendor.onSale << anEvent(41);
        till.read();
        QCOMPARE(till.chosen(), u"Seagull 041"_s);
        QVERIFY(till.isHighlighted());
        QVERIFY(till.says(u"Near the stage"_s)); // its tickets are there
    }

    void ticketsThatAreNotToldAreNotSoldOut()
    {
        Till till({}, 2);
        for (int number = 0; number < 2; ++number) {
            till.vendor.onSale[number].sets.clear();
            till.vendor.onSale[number].vacant.reset();
        }
        till.vendor.onSale[0].setList = Event::SetList::NotReported;
        till.begin();
        QVERIFY(till.says(u"The server does not tell the tickets of this event. Press F5"_s));
        till.look(2);
        QVERIFY(till.says(u"No tickets are on sale here."_s));
        till.vendor.onSale[0] = anEvent(1);
        till.look(1);
        till.pass(1s);
        QVERIFY(till.says(u"Near the stage"_s));
        QVERIFY(!till.says(u"does not tell"_s));
    }

    void whatHasNoTitleAndNoDateSaysSo()
    {
        Till till({}, 1);
        till.vendor.onSale[0].title.clear();
        till.vendor.onSale[0].start.reset();
        till.begin();
        QCOMPARE(till.chosen(), u"Without a title"_s);
        const QModelIndex row = till.list().currentIndex();
        QVERIFY(row.data(EventListModel::PlaceRole).toString().startsWith(u"the date is not told"_s));
        QVERIFY(row.data(Qt::AccessibleTextRole).toString().startsWith(u"Without a title, the date is not told"_s));
        QCOMPARE(till.elided(u"eventTitle"_s).text(), u"Without a title"_s);
        QVERIFY(till.elided(u"eventPlace"_s).text().startsWith(u"the date is not told"_s));
    }

    void namesFromRightToLeftLeaveTheFiguresAlone()
    {
        Till till({}, 1);
        till.vendor.onSale[0].sets[0].name = u"אולם 5"_s;
        till.begin();
        QVERIFY(till.says(u"\u2068אולם 5\u2069"_s));
        const auto steppers = till.page->findChildren<Stepper *>();
        QCOMPARE(steppers.size(), 1);
        QCOMPARE(steppers.first()->accessibleName(), u"How many: \u2068אולם 5\u2069"_s);
    }

    /// … and is whole in the tool tip and for a screen reader.
    void aLongTitleTakesTwoLines()
    {
        Till till({}, 2);
        Event &event = till.vendor.onSale[1];
        event.title = u"Очень длинное название "_s.repeated(13).trimmed();
        event.venue.name = u"Ш"_s.repeated(300);
        event.venue.address = u"ул. "_s.repeated(70).trimmed();
        till.begin();
        const int oneLine = till.elided(u"eventTitle"_s).height();
        till.look(2);
        const ElidedLabel &title = till.elided(u"eventTitle"_s);
        QCOMPARE(title.text(), event.title);
        QTRY_VERIFY(title.height() > oneLine);
        QVERIFY2(title.height() > oneLine && title.height() <= 2 * oneLine + 4,
                 qPrintable(QString::number(title.height())));
        QCOMPARE(title.accessibleName(), event.title);
        QVERIFY(title.toolTip().contains(event.title));
        const ElidedLabel &place = till.elided(u"eventPlace"_s);
        QVERIFY(place.accessibleName().contains(event.venue.address));
        QVERIFY(place.height() < 3 * QFontMetrics(Theme::font(Theme::Type::Text)).lineSpacing());
    }

    void whoLooksAtTheListKeepsHerPlaceWhileItChanges()
    {
        Till till({}, 200);
        till.read();
        till.begin();
        till.look(120);
        const int place = till.list().verticalScrollBar()->value();
        QVERIFY(place > 0);
        for (int number = 0; number < 200; number += 3)
            till.vendor.onSale[number] = anEvent(number + 1, 50);
        till.read();
        QCOMPARE(till.chosen(), u"Seagull 120"_s);
        QCOMPARE(till.list().verticalScrollBar()->value(), place);
        till.vendor.onSale.removeAt(150);
        till.read();
        QCOMPARE(till.chosen(), u"Seagull 120"_s);
        QCOMPARE(till.list().verticalScrollBar()->value(), place);
    }

    void whatCouldNotBeReadIsSaidQuietlyAndShownOnDemand()
    {
        Till till;
        Unreadable &unreadable = till.vendor.listEnd.unreadable;
        unreadable.addElement(Unreadable::Element::Missing, u"Hamlet"_s, {.field = u"[3].id"_s});
        unreadable.addElement(Unreadable::Element::Hole, {}, {.field = u"[5]"_s});
        unreadable.addElement(Unreadable::Element::Missing, {}, {.field = u"[8].title"_s});
        unreadable.parts = 1;
        unreadable.addErrors({{.field = u"[9].sets[0].price"_s}});
        till.begin();
        const auto *notice = till.page->findChild<Notice *>(u"unreadableNotice"_s);
        QVERIFY(notice->isVisible());
        QVERIFY2(notice->title().startsWith(u"2 event"), qPrintable(notice->title()));
        QVERIFY(!till.says(u"[3].id"_s));
        till.page->findChild<QPushButton *>(u"showUnreadableButton"_s)->click();
        // As many lines as were counted: neither the hole nor what only lacks a part.
        const QStringList lines = notice->body().split(u'\n');
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines.at(0), u"“Hamlet” ([3].id)"_s);
        QCOMPARE(lines.at(1), u"an event whose title cannot be read ([8].title)"_s);
        QVERIFY2(lines.at(2).startsWith(u"Everything else can be sold."), qPrintable(lines.at(2)));

        till.page->findChild<QPushButton *>(u"hideUnreadableButton"_s)->click();
        QVERIFY(!notice->isVisible());
        till.read(); // the same again
        QVERIFY(!notice->isVisible());
        unreadable.addElement(Unreadable::Element::Missing, u"Faust"_s, {.field = u"[11].id"_s});
        till.read();
        QVERIFY(notice->isVisible());
        till.vendor.listEnd = {};
        till.read();
        QVERIFY(!notice->isVisible());
    }

    void whyAnEventWasNotReadAgainIsSaid_data()
    {
        QTest::addColumn<ApiError>("error");
        QTest::addColumn<QString>("words");
        QTest::newRow("500") << answered(500) << u"Something broke at the server (500)."_s;
        QTest::newRow("a page") << ApiError{.kind = ErrorKind::NotJson, .httpStatus = 200}
                                << u"What answers there is not a Ticketscloud server"_s;
        QTest::newRow("offline") << offline() << u"There is no connection to the server."_s;
        QTest::newRow("429") << answered(429, std::chrono::seconds(40)) << u"The server asks to wait 40 second(s)."_s;
    }

    void whyAnEventWasNotReadAgainIsSaid()
    {
        QFETCH(ApiError, error);
        QFETCH(QString, words);
        Till till;
        till.read();
        till.begin();
        till.vendor.failAll(Kind::Event, error);
        till.look(7);
        till.pass(1s);
        QVERIFY2(till.eventAge().contains(words), qPrintable(till.eventAge()));
        QVERIFY(!till.eventAge().contains(u"does not answer"));
    }

    void aListWhoseAnswerEndedEarlyIsNotSaidToBeLonger()
    {
        Till till;
        till.vendor.listEnd.extent = ListExtent::EndedEarly;
        till.begin();
        QVERIFY2(till.age().contains(u"ended early"), qPrintable(till.age()));
        QVERIFY(!till.age().contains(u"longer"));
    }

    void aListThatWasCutSaysSo()
    {
        Till till;
        till.vendor.listEnd.extent = ListExtent::Cut;
        till.begin();
        QVERIFY2(till.age().contains(u"longer"), qPrintable(till.age()));
    }
};

} // namespace okoshko::test::tst_neworderlist

OKOSHKO_TEST(tst_neworderlist, NewOrderListTest, QApplication)
#include "tst_neworderlist.moc"
