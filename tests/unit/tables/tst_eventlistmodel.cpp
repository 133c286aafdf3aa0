// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/EventListModel.h"
#include "tests/support/DirectCatalogue.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/tables/Orders.h"
#include "tests/unit/tables/Recorder.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <algorithm>
#include <memory>
#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_eventlistmodel {

namespace {

Event anEvent(int number, const QString &title, const QString &start)
{
    Event event;
    event.id = eventId(number);
    event.title = title;
    event.start = parseInstant(start);
    event.sale = Event::Sale::Open;
    event.ageRating = u"12+"_s;
    event.venue.name = u"Самарская филармония"_s;
    event.venue.cityNames = {{u"ru"_s, u"Самара"_s}, {u"en"_s, u"Samara"_s}};
    event.venue.timeZone = "Europe/Samara";
    event.amount = 640;
    event.vacant = 318;
    return event;
}

/// The sketch's: Чайка on the 12th, Вечер джаза on the 13th, Лекция о звёздах on the 14th of May 2026.
QList<Event> sketch()
{
    QList<Event> events{anEvent(1, u"Чайка"_s, u"2026-05-12T16:00:00Z"_s),
                        anEvent(2, u"Вечер джаза"_s, u"2026-05-13T15:30:00Z"_s),
                        anEvent(3, u"Лекция о звёздах"_s, u"2026-05-14T14:00:00Z"_s)};
    events[1].venue.name = u"Клуб «Подвал»"_s;
    events[1].vacant = 1;
    events[1].ageRating = u"18+"_s;
    events[2].venue.name = u"Планетарий"_s;
    events[2].vacant = 0;
    events[2].ageRating = u"6+"_s;
    return events;
}

} // namespace

class EventListModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<EventListModel>(Format(Format::Language::Russian));
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
        m_signals.clear();
        m_known = std::make_unique<DirectCatalogue>();
        m_known->listen(this, [this](const CatalogueNews &news) { m_last = news.catalogue; });
        record(*m_model, m_signals);
    }

    void cleanup()
    {
        m_known.reset();
        m_tester.reset();
        m_model.reset();
    }

    void showsEvents()
    {
        show(sketch());
        m_model->setNow(*sketch().first().start - 24h);
        QCOMPARE(value(0, Qt::DisplayRole).toString(), u"Чайка"_s);
        QCOMPARE(value(0, EventListModel::EventIdRole).toString(), eventId(1).toString());
        QCOMPARE(value(0, EventListModel::DayRole).toString(), u"12"_s);
        QCOMPARE(value(0, EventListModel::MonthRole).toString(), u"мая, вт"_s);
        QCOMPARE(value(0, EventListModel::PlaceRole).toString(), u"20:00 · Самарская филармония, Самара · 12+"_s);
        QCOMPARE(value(0, EventListModel::VacantRole).toInt(), 318);
        QCOMPARE(value(0, EventListModel::AmountRole).toInt(), 640);
        QVERIFY(value(0, Qt::AccessibleTextRole).toString().contains(u"318"));
        QCOMPARE(m_model->eventAt(m_model->index(1))->title, u"Вечер джаза"_s);
        QCOMPARE(m_model->indexOf(eventId(3)).row(), 2);
        QVERIFY(!m_model->eventAt({}));
        QVERIFY(!m_model->indexOf(eventId(4)).isValid());
        QVERIFY(!m_model->data({}, Qt::DisplayRole).isValid());
    }

    void showsAnEventOfWhichNothingIsKnown()
    {
        Event bare;
        bare.id = eventId(9);
        show({bare});
        QCOMPARE(value(0, Qt::DisplayRole).toString(), u"Without a title"_s);
        QCOMPARE(value(0, EventListModel::DayRole).toString(), QString());
        QCOMPARE(value(0, EventListModel::MonthRole).toString(), QString());
        QCOMPARE(value(0, EventListModel::PlaceRole).toString(), u"the date is not told"_s);
    }

    void saysHowManyAreLeft_data()
    {
        using Availability = EventListModel::Availability;
        QTest::addColumn<Event::Sale>("sale");
        QTest::addColumn<int>("vacant");
        QTest::addColumn<Availability>("availability");
        QTest::newRow("many") << Event::Sale::Open << 318 << Availability::Plenty;
        QTest::newRow("two") << Event::Sale::Open << 2 << Availability::Plenty;
        QTest::newRow("the last") << Event::Sale::Open << 1 << Availability::Last;
        QTest::newRow("none") << Event::Sale::Open << 0 << Availability::SoldOut;
        QTest::newRow("less than none") << Event::Sale::Open << -1 << Availability::SoldOut;
        QTest::newRow("closed") << Event::Sale::Closed << 318 << Availability::NotOnSale;
        QTest::newRow("closed and sold out") << Event::Sale::Closed << 0 << Availability::NotOnSale;
    }

    void saysHowManyAreLeft()
    {
        QFETCH(Event::Sale, sale);
        QFETCH(int, vacant);
        QFETCH(EventListModel::Availability, availability);
        Event event = sketch().first();
        event.sale = sale;
        event.vacant = vacant;
        show({event});
        QCOMPARE(value(0, EventListModel::AvailabilityRole).toInt(), static_cast<int>(availability));
    }

    void sortsByStartAndShowsEachEventOnce()
    {
        QList<Event> events = sketch();
        std::swap(events[0], events[2]);
        events << events.first();
        events.last().title = u"the same id again"_s;
        Event endless = anEvent(4, u"Выставка"_s, QString());
        events.prepend(endless);
        show(events);
        QCOMPARE(titles(), (QStringList{u"Чайка"_s, u"Вечер джаза"_s, u"Лекция о звёздах"_s, u"Выставка"_s}));
        QCOMPARE(m_model->total(), 4);
    }

    void whatIsOverComesLastAndIsMarked()
    {
        QList<Event> events = sketch();
        events[0].end = *events[0].start + 2h;
        events[1].start = *events[0].start + 1h;
        events[1].end = *events[1].start + 5h;
        show(events);
        QCOMPARE(titles(), (QStringList{u"Чайка"_s, u"Вечер джаза"_s, u"Лекция о звёздах"_s}));
        QVERIFY(!value(0, EventListModel::PlaceRole).toString().contains(u"under way"_s));

        m_model->setNow(*events[0].start + 1h); // both have begun
        QCOMPARE(titles(), (QStringList{u"Чайка"_s, u"Вечер джаза"_s, u"Лекция о звёздах"_s}));
        QCOMPARE(value(0, EventListModel::PlaceRole).toString(),
                 u"under way · 20:00 · Самарская филармония, Самара · 12+"_s);
        QVERIFY(value(0, Qt::AccessibleTextRole).toString().contains(u"under way"_s));
        QCOMPARE(value(0, EventListModel::AvailabilityRole).toInt(),
                 static_cast<int>(EventListModel::Availability::Plenty));

        m_signals.clear();
        m_model->setNow(*events[0].end);
        QCOMPARE(titles(), (QStringList{u"Вечер джаза"_s, u"Лекция о звёздах"_s, u"Чайка"_s}));
        QVERIFY(!m_signals.contains(u"reset"_s));
        QCOMPARE(value(2, EventListModel::AvailabilityRole).toInt(),
                 static_cast<int>(EventListModel::Availability::Over));
        QVERIFY(value(2, Qt::AccessibleTextRole).toString().endsWith(u"over"_s));
        QVERIFY(!value(2, EventListModel::PlaceRole).toString().contains(u"under way"_s));
    }

    void severalDaysAndOtherYears()
    {
        Event exhibition = anEvent(1, u"Выставка"_s, u"2026-05-11T20:00:00Z"_s); // midnight in Samara
        exhibition.end = *exhibition.start + 72h;
        exhibition.dates = Event::Dates::DaysOnly;
        Event later = anEvent(2, u"Чайка"_s, u"2027-05-12T16:00:00Z"_s);
        later.venue.timeZone = {};
        show({exhibition, later});
        m_model->setNow(*exhibition.start - 24h);
        QCOMPARE(value(0, EventListModel::DayRole).toString(), u"12–14"_s);
        QCOMPARE(value(0, EventListModel::MonthRole).toString(), u"мая"_s);
        QCOMPARE(value(0, EventListModel::PlaceRole).toString(), u"12–14 мая · Самарская филармония, Самара · 12+"_s);
        QCOMPARE(value(1, EventListModel::MonthRole).toString(), u"мая 2027"_s);
        QCOMPARE(value(1, EventListModel::PlaceRole).toString(), u"19:00* · Самарская филармония, Самара · 12+"_s);
        QVERIFY(value(1, Qt::ToolTipRole).toString().contains(u"19:00 by the counter's clock"_s.toHtmlEscaped()));
        m_model->setFilterText(u"13 мая"_s);
        QCOMPARE(titles(), QStringList{u"Выставка"_s}); // on every of its days
    }

    void namesThatRunFromRightToLeftStandApart()
    {
        Event event = anEvent(1, u"<b>שלום 5"_s, u"2026-05-12T16:00:00Z"_s);
        event.venue.name = u"היכל"_s;
        show({event});
        m_model->setNow(*event.start - 24h);
        QCOMPARE(value(0, EventListModel::PlaceRole).toString(),
                 u"20:00 · \u2068\u2068היכל\u2069, Самара\u2069 · 12+"_s);
        QVERIFY(value(0, Qt::AccessibleTextRole).toString().startsWith(u"\u2068<b>שלום 5\u2069, "_s));
        QVERIFY(value(0, Qt::ToolTipRole).toString().contains(u"&lt;b&gt;"_s));
        QCOMPARE(value(0, Qt::DisplayRole).toString(), event.title);
    }

    void tellsOnlyWhatIsDifferent()
    {
        show(sketch());
        QCOMPARE(m_signals, QStringList{u"layout"_s});
        m_signals.clear();
        show(sketch());
        QCOMPARE(m_signals, QStringList());

        QList<Event> events = sketch();
        events[1].vacant = 0;
        events[2].vacant = 7;
        show(events);
        QCOMPARE(m_signals, QStringList{u"changed 1,0-2,0"_s});
        m_signals.clear();
        events.removeAt(1);
        events << anEvent(5, u"Щелкунчик"_s, u"2026-05-13T10:00:00Z"_s);
        show(events);
        QCOMPARE(m_signals, QStringList{u"layout"_s});
        m_signals.clear();
        events[1].start = *events[0].start - 1h; // the lecture is brought forward
        show(events);
        QCOMPARE(m_signals, QStringList{u"layout"_s});
        QCOMPARE(titles(), (QStringList{u"Лекция о звёздах"_s, u"Чайка"_s, u"Щелкунчик"_s}));
        m_signals.clear();
        show({});
        QCOMPARE(m_signals, QStringList{u"layout"_s});
    }

    void filtersByBeginningsOfWords_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("found");
        const QString seagull = u"Чайка"_s;
        const QString jazz = u"Вечер джаза"_s;
        const QString lecture = u"Лекция о звёздах"_s;
        QTest::newRow("nothing") << QString() << QStringList{seagull, jazz, lecture};
        QTest::newRow("title") << u"чай"_s << QStringList{seagull};
        QTest::newRow("second word, in capitals") << u"ДЖАЗ"_s << QStringList{jazz};
        QTest::newRow("not from within a word") << u"айка"_s << QStringList();
        QTest::newRow("without the dots") << u"звезд"_s << QStringList{lecture};
        QTest::newRow("venue in quotation marks") << u"подв"_s << QStringList{jazz};
        QTest::newRow("quotation marks too") << u"«подв"_s << QStringList{jazz};
        QTest::newRow("city, as in the sketch") << u"самар"_s << QStringList{seagull, jazz, lecture};
        QTest::newRow("city in English") << u"sama"_s << QStringList{seagull, jazz, lecture};
        QTest::newRow("day and month") << u"13 мая"_s << QStringList{jazz};
        QTest::newRow("date in figures") << u"14.05"_s << QStringList{lecture};
        QTest::newRow("day of the week") << u"вторн"_s << QStringList{seagull};
        QTest::newRow("day of the week, short") << u"ср"_s << QStringList{jazz};
        QTest::newRow("time") << u"19:30"_s << QStringList{jazz};
        QTest::newRow("age mark") << u"18+"_s << QStringList{jazz};
        QTest::newRow("every word counts") << u"самар джаз"_s << QStringList{jazz};
        QTest::newRow("no such event") << u"самар балет"_s << QStringList();
    }

    void filtersByBeginningsOfWords()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, found);
        show(sketch());
        m_model->setFilterText(typed);
        QCOMPARE(titles(), found);
        QCOMPARE(m_model->total(), 3);
        m_model->setFilterText({});
        QCOMPARE(titles().size(), 3);
        QVERIFY(!m_signals.contains(u"reset"_s));
    }

    /// A further letter looks through the rows alone, and finds what a search through all of them finds.
    void aFurtherLetterFindsWhatAWholeSearchFinds()
    {
        show(sketch());
        for (const QString &typed : {u"сам"_s, u"самар ч"_s, u"самар чай"_s, u"самар"_s, u"лек"_s, u"и"_s, u"й"_s}) {
            m_model->setFilterText(typed);
            const QStringList found = titles();
            EventListModel fresh{Format(Format::Language::Russian)};
            fresh.setFilterText(typed);
            fresh.setCatalogue(m_last);
            QCOMPARE(found.size(), fresh.rowCount());
        }
        m_model->setFilterText(u"и"_s);
        m_model->setFilterText(u"и\u0306"_s); // typed by a method that composes: this is й
        QCOMPARE(m_model->rowCount(), 0);
        m_model->setFilterText(u"ча"_s);
        m_model->setFilterText(u"чаи\u0306"_s);
        QCOMPARE(titles(), QStringList{u"Чайка"_s});
    }

    void findsInTheOtherLayoutWhatIsNotFoundAsTyped()
    {
        show(sketch());
        m_model->setFilterText(u"xf"_s);
        QCOMPARE(titles(), QStringList{u"Чайка"_s});
        m_model->setFilterText(u"xfq"_s);
        QCOMPARE(titles(), QStringList{u"Чайка"_s});
        QCOMPARE(m_model->soughtWords(), QStringList{u"чай"_s});
        m_model->setFilterText(u"xfqx"_s);
        QCOMPARE(titles(), QStringList());
        m_model->setFilterText(u"чай"_s);
        QCOMPARE(m_model->soughtWords(), QStringList{u"чай"_s});
    }

    void newEventsAreFilteredToo()
    {
        m_model->setFilterText(u"чай"_s);
        show(sketch());
        QCOMPARE(m_signals, QStringList{u"layout"_s});
        QList<Event> events = sketch();
        events[0].title = u"Дядя Ваня"_s;
        show(events);
        QCOMPARE(titles(), QStringList());
    }

    void saysDaysAndMonthsInItsLanguage()
    {
        m_tester.reset();
        m_model = std::make_unique<EventListModel>(Format(Format::Language::English));
        show(sketch());
        m_model->setNow(*sketch().first().start - 24h);
        QCOMPARE(value(0, EventListModel::MonthRole).toString(), u"May, Tue"_s);
        QCOMPARE(value(0, EventListModel::PlaceRole).toString(), u"20:00 · Самарская филармония, Samara · 12+"_s);
        m_model->setFilterText(u"thursday"_s);
        QCOMPARE(titles(), QStringList{u"Лекция о звёздах"_s});
    }

    /// Whatever list comes after whatever other, the rows are those of the list, and rows that stay keep their index.
    void arrivesAtAnyListFromAnyOther()
    {
        const quint32 seed = std::random_device()();
        std::mt19937 engine(seed);
        const auto below = [&engine](int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(engine); };
        for (int round = 0; round < 300; ++round) {
            QList<Event> events;
            for (int number = 0; number < 20; ++number) {
                if (below(3) == 0)
                    continue;
                Event event = anEvent(number, u"%1 %2"_s.arg(below(2) ? u"чайка"_s : u"джаз"_s).arg(number), {});
                event.start = noon() + std::chrono::hours(below(10));
                events << event;
            }
            std::shuffle(events.begin(), events.end(), engine);
            const QPersistentModelIndex followed =
                m_model->rowCount() ? m_model->index(below(m_model->rowCount())) : QModelIndex();
            const QString id = followed.data(EventListModel::EventIdRole).toString();
            if (below(4) == 0)
                m_model->setFilterText(below(2) ? u"джаз"_s : QString());
            show(events);

            QList<Event> wanted;
            std::copy_if(events.cbegin(), events.cend(), std::back_inserter(wanted),
                         [this](const Event &event) { return event.title.startsWith(m_model->filterText()); });
            std::sort(wanted.begin(), wanted.end(), [](const Event &a, const Event &b) {
                return std::tie(*a.start, a.title) < std::tie(*b.start, b.title);
            });
            const QByteArray where = "seed " + QByteArray::number(seed) + ", round " + QByteArray::number(round);
            QVERIFY2(m_model->rowCount() == wanted.size(), where.constData());
            for (int row = 0; row < wanted.size(); ++row)
                QVERIFY2(*m_model->eventAt(m_model->index(row)) == wanted.at(row), where.constData());
            if (followed.isValid())
                QVERIFY2(followed.data(EventListModel::EventIdRole).toString() == id, where.constData());
        }
    }

private:
    /// As one reading of the list.
    void show(const QList<Event> &events)
    {
        m_known->begin();
        m_known->add(events);
        m_known->end(CatalogueStore::Extent::Whole, noon());
        m_model->setCatalogue(m_last);
    }

    [[nodiscard]] QVariant value(int row, int role) const { return m_model->data(m_model->index(row), role); }

    [[nodiscard]] QStringList titles() const
    {
        QStringList result;
        for (int row = 0; row < m_model->rowCount(); ++row)
            result << value(row, Qt::DisplayRole).toString();
        return result;
    }

    std::unique_ptr<DirectCatalogue> m_known;
    CataloguePtr m_last;
    std::unique_ptr<EventListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    QStringList m_signals;
};

} // namespace okoshko::test::tst_eventlistmodel

OKOSHKO_TEST(tst_eventlistmodel, EventListModelTest, QCoreApplication)
#include "tst_eventlistmodel.moc"
