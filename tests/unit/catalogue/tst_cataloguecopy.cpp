// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/CatalogueFile.h"
#include "tests/support/DirectCatalogue.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/catalogue/CatalogueEvents.h"

#include <QDataStream>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_cataloguecopy {

namespace {

using Extent = CatalogueStore::Extent;

const Account ours{u"https://tickets.example.org"_s, u"mark"_s};
const Instant noon{std::chrono::hours(500000)};

/// A run of the program, as far as it knows events.
class Run
{
public:
    explicit Run(const QString &path, const Account &account = ours)
        : m_store({path, account})
    {
        m_store.listen(&m_context, [this](const CatalogueNews &news) {
            if (news.catalogue)
                known = news.catalogue;
            if (news.event)
                whole = *news.event;
            changed = news.changed;
            missing = news.missing;
            copy = news.copy;
        });
        m_store.open();
    }

    void read(const QList<Event> &events, Extent extent = Extent::Whole, Instant at = noon)
    {
        m_store.begin();
        m_store.add(events);
        m_store.end(extent, at);
    }
    [[nodiscard]] Event wholeOf(const EventId &id)
    {
        whole = {};
        m_store.read(id);
        return whole;
    }
    [[nodiscard]] QSet<EventId> ids() const
    {
        const QList<EventId> all = known->byId.keys();
        return QSet<EventId>(all.cbegin(), all.cend());
    }
    CatalogueStore &store() { return m_store; }

    CataloguePtr known;
    Event whole;
    QSet<EventId> changed;
    QList<EventId> missing;
    KeptCopy copy = KeptCopy::None;

private:
    QObject m_context;
    DirectCatalogue m_store;
};

QSet<EventId> idsOf(const QList<Event> &events)
{
    QSet<EventId> ids;
    for (const Event &event : events)
        ids.insert(event.id);
    return ids;
}

void execute(const QString &path, const QString &statement)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"spoiler"_s);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY2(query.exec(statement), qPrintable(statement));
    }
    QSqlDatabase::removeDatabase(u"spoiler"_s);
}

QList<int> numbers(const QString &path, const QString &query)
{
    QList<int> numbers;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"reader"_s);
        database.setDatabaseName(path);
        if (!database.open())
            QTest::qFail("the copy cannot be opened", __FILE__, __LINE__);
        QSqlQuery rows(query, database);
        while (rows.next())
            numbers.append(rows.value(0).toInt());
    }
    QSqlDatabase::removeDatabase(u"reader"_s);
    return numbers;
}

} // namespace

/// The copy of the events in a profile, in real files.
class CatalogueCopyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"catalogue.sqlite"_s);
    }

    void standsThereAtTheNextStart()
    {
        const QList<Event> events = fullEvents(10);
        {
            Run first(m_path);
            QVERIFY(first.known->events.isEmpty());
            QVERIFY(!first.known->asOf);
            first.read(events);
            QCOMPARE(first.ids(), idsOf(events));
            QCOMPARE(first.wholeOf(events.at(3).id), events.at(3));
        }
        Run second(m_path);
        QCOMPARE(second.copy, KeptCopy::Whole);
        QCOMPARE(second.known->asOf, std::optional(noon));
        QVERIFY(!second.known->isCut);
        QCOMPARE(second.changed, idsOf(events));
        QCOMPARE(second.known->events.size(), events.size());
        for (int i = 0; i < events.size(); ++i) {
            const Event &brief = second.known->events.at(i)->event;
            QCOMPARE(brief, catalogue::withoutDetails(events.at(i))); // in the order of their starts
            QCOMPARE(second.wholeOf(brief.id), events.at(i));
        }
        QVERIFY(second.known->events.first()->words.contains(u"вечер"));
        QVERIFY(second.known->events.first()->places.contains(u"samara"));
    }

    /// Copies of earlier versions end before the organiser.
    void anOlderCopyIsReadWithoutOrganiser()
    {
        Event event = catalogue::withoutDetails(fullEvent(2, 5));
        event.organiser = {};
        event.legal.reset();
        event.venue = {}; // is kept apart
        event.sectorNames.clear();
        QByteArray older = catalogue::encodeBrief(event).chopped(2 + 5); // the checksum, an empty id and no legal data
        QDataStream(&older, QIODevice::Append) << qChecksum(older);
        QCOMPARE(catalogue::decodeBrief(older), event);
        event.organiser = fullEvent(2, 5).organiser;
        event.legal = fullEvent(2, 5).legal;
        QCOMPARE(catalogue::decodeBrief(catalogue::encodeBrief(event)), event);
    }

    void whatIsTheSameForManyIsKeptOnce()
    {
        {
            Run(m_path).read(fullEvents(8));
        }
        const Run second(m_path);
        const auto &events = second.known->events;
        const auto sameText = [](const QString &a, const QString &b) { return a.constData() == b.constData(); };
        QVERIFY(sameText(events.at(0)->event.venue.name, events.at(3)->event.venue.name));
        QVERIFY(sameText(events.at(0)->places, events.at(3)->places));
        QVERIFY(sameText(events.at(0)->event.sets.first().name, events.at(7)->event.sets.first().name));
        QVERIFY(events.at(0)->event.venue.name != events.at(4)->event.venue.name);
    }

    void tellsWhatIsDifferentAlone()
    {
        QList<Event> events = fullEvents(10);
        Run run(m_path);
        run.read(events);
        const CataloguePtr before = run.known;
        events[2] = fullEvent(2, 3);
        run.store().begin();
        run.store().add(events);
        QCOMPARE(run.changed, QSet<EventId>{events.at(2).id});
        QCOMPARE(run.known->events.at(1), before->events.at(1)); // the very same
        QVERIFY(run.known->events.at(2) != before->events.at(2));
        QCOMPARE(*run.known->byId.value(events.at(2).id)->event.sets.last().vacant, 3);
    }

    void otherDetailsAloneAreKeptToo()
    {
        QList<Event> events = fullEvents(2);
        {
            Run run(m_path);
            run.read(events);
            events[1].sets[0].description = u"Теперь с местом"_s;
            run.read(events);
            QCOMPARE(run.wholeOf(events.at(1).id), events.at(1));
        }
        QCOMPARE(Run(m_path).wholeOf(events.at(1).id), events.at(1));
    }

    void whatIsGoneIsGoneOnlyAfterAWholeReading_data()
    {
        QTest::addColumn<int>("extent");
        QTest::addColumn<int>("left");
        QTest::addColumn<int>("removed");
        QTest::addColumn<int>("missing");
        const auto row = [](const char *name, Extent extent, int left, int removed, int missing) {
            QTest::newRow(name) << int(extent) << left << removed << missing;
        };
        row("on one page", Extent::Whole, 30, 10, 0);
        row("all of it, on one page", Extent::Whole, 0, 40, 0);
        row("in pages: a few may have been lost between two", Extent::InPages, 30, 0, 10);
        row("in pages: so many were not", Extent::InPages, 10, 30, 0);
        row("many could not be read", Extent::Gaps, 10, 0, 30);
        row("a few could not be read", Extent::Gaps, 30, 0, 10);
        row("cut", Extent::Cut, 30, 0, 10);
    }

    void whatIsGoneIsGoneOnlyAfterAWholeReading()
    {
        QFETCH(int, extent);
        QFETCH(int, left);
        QFETCH(int, removed);
        QFETCH(int, missing);
        {
            Run run(m_path);
            run.read(fullEvents(40));
            run.read(fullEvents(left), Extent(extent), noon + 1h);
            QCOMPARE(run.known->events.size(), 40 - removed);
            QCOMPARE(run.missing.size(), missing);
            QCOMPARE(run.known->isCut, Extent(extent) == Extent::Cut);
        }
        const Run second(m_path);
        QCOMPARE(second.known->events.size(), 40 - removed);
        QCOMPARE(second.known->isCut, Extent(extent) == Extent::Cut);
        QCOMPARE(second.known->asOf, std::optional(noon + 1h));
    }

    void placesOfNoEventAreRemoved()
    {
        const auto places = [this] { return numbers(m_path, u"SELECT number FROM places"_s); };
        QList<Event> events = fullEvents(12); // of three venues
        const Venue first = events.first().venue;
        {
            Run run(m_path);
            run.read(events);
            QCOMPARE(places().size(), 3);
            for (int i = 0; i < 4; ++i)
                events[i].venue.name = u"Дом культуры"_s; // the only events of the first
            run.store().begin();
            run.store().add(events);
            QCOMPARE(places().size(), 4); // the reading is not over
            run.store().end(Extent::Whole, noon + 1h);
            QCOMPARE(places().size(), 3);
            events[2].venue = first;
            run.read(events, Extent::Whole, noon + 2h);
            QCOMPARE(places().size(), 4);
        }
        Run second(m_path);
        QCOMPARE(second.copy, KeptCopy::Whole);
        for (const Event &event : std::as_const(events))
            QCOMPARE(second.wholeOf(event.id), event);
        const QList<Event> left = events.mid(8);
        second.read(left, Extent::Whole, noon + 3h);
        QCOMPARE(places().size(), 1);
        events = fullEvents(12);
        second.read(events, Extent::Whole, noon + 4h);
        Run third(m_path);
        QCOMPARE(third.copy, KeptCopy::Whole);
        for (const Event &event : std::as_const(events))
            QCOMPARE(third.wholeOf(event.id), event);
    }

    void aReadingThatBrokeOffRemovesNothing()
    {
        Run run(m_path);
        run.read(fullEvents(20));
        run.store().begin();
        run.store().add(fullEvents(5));
        run.store().begin(); // the next one
        run.store().add(fullEvents(20));
        run.store().end(Extent::Whole, noon + 1h);
        QCOMPARE(run.known->events.size(), 20);
    }

    void aFirstReadingIsKnownPageByPage()
    {
        {
            Run run(m_path);
            run.store().begin();
            run.store().add(fullEvents(5));
            QCOMPARE(run.known->events.size(), 5);
            run.store().add(fullEvents(12));
            QCOMPARE(run.known->events.size(), 12);
            QVERIFY(!run.known->asOf); // it did not come to its end
        }
        const Run second(m_path);
        QCOMPARE(second.known->events.size(), 12);
        QVERIFY(!second.known->asOf);
    }

    void oneEventIsPutAndRemoved()
    {
        {
            Run run(m_path);
            run.read(fullEvents(3));
            run.store().put(fullEvent(1, 0));
            QCOMPARE(run.changed, QSet<EventId>{fullEvent(1).id});
            run.store().remove({fullEvent(2).id});
            QCOMPARE(run.changed, QSet<EventId>{fullEvent(2).id});
        }
        Run second(m_path);
        QCOMPARE(second.ids(), (QSet<EventId>{fullEvent(0).id, fullEvent(1).id}));
        QCOMPARE(second.wholeOf(fullEvent(1).id), fullEvent(1, 0));
    }

    void thatOfAnotherAccountIsDropped_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("mark");
        QTest::newRow("server") << u"https://other.example.org"_s << ours.keyMark;
        QTest::newRow("key") << ours.server << u"other"_s;
    }

    void thatOfAnotherAccountIsDropped()
    {
        QFETCH(QString, server);
        QFETCH(QString, mark);
        {
            Run(m_path).read(fullEvents(5));
        }
        {
            Run other(m_path, {server, mark});
            QCOMPARE(other.copy, KeptCopy::OtherAccount);
            QVERIFY(other.known->events.isEmpty());
            other.read(fullEvents(2));
        }
        QCOMPARE(Run(m_path, {server, mark}).known->events.size(), 2);
        QVERIFY(Run(m_path).known->events.isEmpty());
    }

    void aDamagedOneIsDroppedAndMadeAnew_data()
    {
        QTest::addColumn<QString>("spoil");
        QTest::newRow("no database") << u"text"_s;
        QTest::newRow("cut off") << u"half"_s;
        QTest::newRow("empty") << u"empty"_s;
        QTest::newRow("its pages overwritten") << u"middle"_s;
        QTest::newRow("no owner") << u"DELETE FROM about"_s;
        QTest::newRow("no table") << u"DROP TABLE events"_s;
        QTest::newRow("a place is lost") << u"DELETE FROM places WHERE number = 0"_s;
        QTest::newRow("a row is altered") << u"UPDATE events SET brief = substr(brief, 1, 40) || x'00' ||"
                                             " substr(brief, 42) WHERE rowid = 2"_s;
        QTest::newRow("a row is empty") << u"UPDATE events SET brief = x'' WHERE rowid = 2"_s;
        QTest::newRow("a row of another event") << u"UPDATE events SET id = 'x' WHERE rowid = 2"_s;
    }

    void aDamagedOneIsDroppedAndMadeAnew()
    {
        QFETCH(QString, spoil);
        {
            Run(m_path).read(fullEvents(200));
        }
        QFile file(m_path);
        if (spoil == u"text"_s) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("<html>Sign in to the network of the hotel</html>");
        } else if (spoil == u"half"_s) {
            QVERIFY(file.resize(file.size() / 2));
        } else if (spoil == u"empty"_s) {
            QVERIFY(file.resize(0));
        } else if (spoil == u"middle"_s) {
            QVERIFY(file.open(QIODevice::ReadWrite));
            for (qint64 at = 8192; at + 4096 < file.size(); at += 8192) {
                file.seek(at);
                file.write(QByteArray(4096, 'x'));
            }
        } else {
            execute(m_path, spoil);
        }
        file.close();
        {
            Run second(m_path);
            QCOMPARE(second.copy, KeptCopy::Damaged);
            QVERIFY(second.known->events.isEmpty());
            QVERIFY(!second.known->asOf);
            second.read(fullEvents(200));
            QCOMPARE(second.copy, KeptCopy::Whole); // again
        }
        Run third(m_path);
        QCOMPARE(third.copy, KeptCopy::Whole);
        QCOMPARE(third.known->events.size(), 200);
        QCOMPARE(third.wholeOf(fullEvent(7).id), fullEvent(7));
    }

    void thatOfAnotherVersionIsDroppedWithoutAWord()
    {
        {
            Run(m_path).read(fullEvents(5));
        }
        execute(m_path, u"PRAGMA user_version = 99"_s);
        const Run second(m_path);
        QCOMPARE(second.copy, KeptCopy::None);
        QVERIFY(second.known->events.isEmpty());
    }

    void damageThatIsFoundLaterIsMendedByTheNextReading()
    {
        {
            Run run(m_path);
            run.read(fullEvents(20));
            execute(m_path, u"UPDATE events SET details = x'00'"_s);
            QVERIFY(run.wholeOf(fullEvent(3).id).description.isEmpty());
            QCOMPARE(run.copy, KeptCopy::Damaged);
            QCOMPARE(run.known->events.size(), 20); // they are known all the same
            run.read(fullEvents(20));
            QCOMPARE(run.copy, KeptCopy::Whole);
            QCOMPARE(run.wholeOf(fullEvent(3).id), fullEvent(3));
        }
        QCOMPARE(Run(m_path).wholeOf(fullEvent(3).id), fullEvent(3));
    }

    void whereNothingCanBeKeptTheEventsAreKnownAllTheSame()
    {
        QVERIFY(QDir().mkpath(m_path)); // a folder stands in its place
        Run run(m_path);
        QCOMPARE(run.copy, KeptCopy::Unwritable);
        run.read(fullEvents(5));
        QCOMPARE(run.known->events.size(), 5);
        QCOMPARE(run.wholeOf(fullEvent(3).id), fullEvent(3));
        QVERIFY(QDir().rmdir(m_path));
        run.read(fullEvents(5));
        QCOMPARE(run.copy, KeptCopy::Whole);
        QCOMPARE(Run(m_path).known->events.size(), 5);
    }

    /// What a reading did not bring is not in a copy that was made anew, until one brings it.
    void aCopyIsBehindUntilAllOfItWasRead()
    {
        QVERIFY(QDir().mkpath(m_path));
        Run run(m_path);
        run.read(fullEvents(5));
        QVERIFY(QDir().rmdir(m_path));
        run.read(fullEvents(2), Extent::Cut);
        run.read(fullEvents(3), Extent::Gaps);
        QCOMPARE(run.known->events.size(), 5);
        run.read(fullEvents(5));
        QCOMPARE(Run(m_path).known->events.size(), 5);
    }

    void aFullDiskCostsNoEvent()
    {
        Run run(m_path);
        run.read(fullEvents(3));
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        const rlimit small{65536, before.rlim_max};
        std::signal(SIGXFSZ, SIG_IGN);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0); // every file of the program, as if the disk was full
        run.read(fullEvents(500));
        const KeptCopy whileFull = run.copy;
        const Event unkept = run.wholeOf(fullEvent(400).id);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QCOMPARE(whileFull, KeptCopy::Unwritable);
        QCOMPARE(run.known->events.size(), 500);
        QCOMPARE(unkept, fullEvent(400));
        run.read(fullEvents(500));
        QCOMPARE(run.copy, KeptCopy::Whole);
        QCOMPARE(Run(m_path).known->events.size(), 500);
    }

    void fiftyThousandEventsAtOnce()
    {
        constexpr int many = 50000;
        {
            Run(m_path).read(fullEvents(many));
        }
        Run second(m_path);
        QCOMPARE(second.known->events.size(), many);
        QCOMPARE(second.wholeOf(fullEvent(many - 1).id), fullEvent(many - 1));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

} // namespace okoshko::test::tst_cataloguecopy

OKOSHKO_TEST(tst_cataloguecopy, CatalogueCopyTest, QCoreApplication)
#include "tst_cataloguecopy.moc"
