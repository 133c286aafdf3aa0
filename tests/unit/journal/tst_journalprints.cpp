// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Database.h"
#include "models/print/OrderPrints.h"
#include "models/sale/SaleHistory.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/journal/JournalFixtures.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_journalprints {

namespace {

const QUuid firstJob(u"11111111-1111-4111-8111-111111111111"_s);
const PartnerId organiser = *PartnerId::parse(u"5d1f3a2b9c8e7f6a5b4c3d2e"_s);

TicketId ticketNumber(int n)
{
    return *TicketId::parse(u"56a6254bf06c5a059b93800%1"_s.arg(n));
}

PrintJob wholeJob(int n = 1)
{
    return {.id =
                QUuid::fromString(firstJob.toString().replace(u"1111-1111"_s, u"1111-%1"_s.arg(n, 4, 10, QChar(u'0')))),
            .kind = PrintJob::Kind::Tickets,
            .order = orderNumber(n),
            .copies = {{ticketNumber(1), 0},
                       {ticketNumber(2), 3},
                       {.ticket = ticketNumber(3), .isMissing = true},
                       {.ticket = ticketNumber(4), .isRefundTold = true}},
            .profile = u"Касса"_s,
            .queue = u"roll"_s,
            .state = PrintJob::State::Attention,
            .trouble = PrintTrouble::PaperOut,
            .words = u"media-empty"_s,
            .queueJob = 17,
            .at = noon + std::chrono::seconds(n),
            .expires = noon + 30min,
            .pages = 2,
            .isNumbered = true,
            .settled = true};
}

} // namespace

/// What the journal keeps of the printing, in a real file.
class JournalPrintsTest : public QObject
{
    Q_OBJECT

    [[nodiscard]] QString path() const { return m_folder->filePath(u"journal.sqlite"_s); }
    void open(const QByteArray &machine = "first")
    {
        m_journal.reset();
        auto opened = Journal::open(path(), ours, u"Till 1"_s, machine);
        QVERIFY(opened.has_value());
        m_journal = std::move(*opened);
    }
    void write(const QList<JournalEntry> &entries) { QVERIFY(m_journal->write(entries).has_value()); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Journal> m_journal;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
    }
    void cleanup() { m_journal.reset(); }

    void jobsAreKeptWhole()
    {
        const PrintJob job = wholeJob();
        PrintJob before = job;
        before.state = PrintJob::State::Waiting;
        write({before});
        write({job});
        open();
        QCOMPARE(m_journal->load(noon)->printJobs, QList<PrintJob>{job});
        QCOMPARE(m_journal->readPrints({.orders = {job.order}})->jobs, QList<PrintJob>{job});
        QVERIFY(m_journal->readPrints({.orders = {orderNumber(9)}})->jobs.isEmpty());
    }

    /// … and of what became of which a person is asked, with the orders of all of them.
    void aStartReadsOpenJobsOnly()
    {
        using State = PrintJob::State;
        int n = 0;
        for (const State state : {State::Waiting, State::Printing, State::Attention, State::Done, State::GivenUp}) {
            PrintJob job = wholeJob(++n);
            job.state = state;
            write({job});
        }
        PrintJob owed = wholeJob(++n); // to be cancelled at its queue
        owed.state = State::GivenUp;
        owed.settled = owed.isGivingUp = true;
        owed.copies.first().isMissing = true;
        write({owed});
        PrintJob asked = wholeJob(++n);
        asked.state = State::GivenUp;
        asked.settled = false;
        PrintJob receipt = wholeJob(++n); // of it nobody is asked
        receipt.kind = PrintJob::Kind::Receipt;
        receipt.state = State::GivenUp;
        receipt.settled = false;
        write({asked, receipt});
        QList<OrderId> all;
        for (int i = 1; i <= n; ++i) {
            all << orderNumber(i);
            JournaledSale sale = saleNumber(i, OrderStatus::Done);
            sale.order.createdAt = noon + std::chrono::seconds(i);
            write({sale});
        }
        const auto contents = m_journal->load(noon + 240h);
        QCOMPARE(contents->printJobs.size(), 5);
        QVERIFY(contents->printJobs.contains(owed));
        QVERIFY(contents->printJobs.contains(asked));
        QList<OrderId> sales;
        for (const JournaledSale &sale : contents->sales)
            sales << sale.order.id;
        QCOMPARE(sales, (all.mid(0, 3) + QList{owed.order, asked.order}));
        QCOMPARE(m_journal->readPrints({.orders = all})->jobs.size(), 8);
        // The index of these jobs is used: a start does not read all that was ever printed.
        journal::Database database;
        QVERIFY(database.open(path()));
        QStringList plan;
        QVERIFY(
            database.run(u"EXPLAIN QUERY PLAN SELECT order_id FROM print_jobs WHERE (state IN ('waiting', 'printing',"
                         " 'attention') OR giving_up = 1 OR (kind = 'tickets' AND state = 'given_up' AND settled ="
                         " 0))"_s,
                         {}, [&plan](const QSqlQuery &row) { plan << row.value(3).toString(); }));
        QVERIFY2(plan.join(u'\n').contains(u"print_jobs_in_question"), qPrintable(plan.join(u'\n')));
    }

    void whatIsNotPrintedIsRead()
    {
        using State = PrintJob::State;
        const auto soldAt = [this](int n, Instant at) {
            JournaledSale sale = saleNumber(n, OrderStatus::Done);
            sale.order.createdAt = at;
            sale.order.tickets = {ticketNumber(1), ticketNumber(2)};
            write({sale});
        };
        for (int n = 1; n <= 7; ++n)
            soldAt(n, noon + std::chrono::minutes(n));
        soldAt(8, noon - 1h); // before
        const auto print = [this](int n, State state, const QList<TicketCopy> &copies, bool settled) {
            PrintJob job = wholeJob(n);
            job.order = orderNumber(n);
            job.state = state;
            job.copies = copies;
            job.settled = settled;
            write({job});
        };
        const QList<TicketCopy> both{{ticketNumber(1), 0}, {ticketNumber(2), 0}};
        print(1, State::Done, both, false);
        print(2, State::Attention, both, false);
        print(3, State::GivenUp, {}, true);
        print(4, State::Done, both.mid(0, 1), false);
        print(5, State::GivenUp, {{ticketNumber(1), 0}, {ticketNumber(2), 0, true}}, true);
        write({PrintNotNeeded{orderNumber(6), noon}});
        const auto record = m_journal->readPrints({.paidSince = noon});
        QList<OrderId> read;
        for (const JournaledSale &sale : record->unprinted)
            read << sale.order.id;
        QCOMPARE(read, (QList{orderNumber(2), orderNumber(3), orderNumber(4), orderNumber(5), orderNumber(7)}));
    }

    /// A job of copies with several numbers has a line for each, all of one moment.
    void theRecordKeepsEachLineOfAJob()
    {
        const QList<TicketCopy> copies{{ticketNumber(1), 2}, {ticketNumber(2), 1}};
        for (const auto kind : {PrintJob::Kind::Tickets, PrintJob::Kind::File}) {
            const OrderId order = orderNumber(static_cast<int>(kind));
            QList<JournalEntry> entries;
            QStringList words;
            for (const HistoryEntry &line : printedLines({.kind = kind, .profile = u"Till"_s}, copies, noon)) {
                entries << toRecord(line, order);
                words << line.words;
            }
            QCOMPARE(entries.size(), 2);
            for (int times = 0; times < 2; ++times) // … once, also if they are written again
                write(entries);
            open();
            QStringList read;
            const QList<RecordEntry> lines = m_journal->readOrders({order})->record;
            for (const RecordEntry &entry : lines)
                read << entry.words;
            QCOMPARE(read, words);
        }
    }

    void theRestIsKept()
    {
        const BlankRange range{.queue = u"roll"_s, .first = 100, .last = 199, .next = 120};
        const BlankUse use{.queue = u"roll"_s,
                           .at = noon,
                           .use = BlankUse::Use::Spoiled,
                           .first = 119,
                           .count = 1,
                           .reason = u"порван"_s,
                           .job = firstJob};
        BlankUse later = use;
        later.at = noon + 24h;
        const LegalNote note{organiser, {u"ООО"_s, u"77"_s, u"10"_s, u"30"_s, u"Москва"_s}, noon};
        write({BlankRange{.queue = u"roll"_s, .first = 1, .last = 9, .next = 1}, range, use, later, note,
               PrintNotNeeded{orderNumber(3), noon}, PrintNotNeeded{orderNumber(3), noon},
               PrintNotNeeded{orderNumber(4), noon}, PrintNotNeeded{orderNumber(4), noon, true}});
        open();
        const auto contents = m_journal->load(noon);
        QCOMPARE(contents->blanks, QList<BlankRange>{range});
        QCOMPARE(contents->legal, QList<LegalNote>{note});
        const auto read =
            m_journal->readPrints({.orders = {orderNumber(3), orderNumber(4)}, .from = noon, .till = noon + 24h});
        QCOMPARE(read->notNeeded, QList<OrderId>{orderNumber(3)});
        QCOMPARE(read->blanks, QList<BlankUse>{use});
    }

    void numbersThatWereUsedAreFound()
    {
        const auto line = [](BlankUse::Use what, qint64 first, int count) {
            return BlankUse{.queue = u"roll"_s, .at = noon - 24h * 300, .use = what, .first = first, .count = count};
        };
        const BlankUse printed = line(BlankUse::Use::Printed, 100, 3);
        write({line(BlankUse::Use::PutIn, 100, 100), printed, line(BlankUse::Use::Printed, 0, 500),
               line(BlankUse::Use::TakenOut, 103, 97)});
        const auto taken = [this](const QString &queue, qint64 first, qint64 last) {
            const auto read = m_journal->readPrints(
                {.taken = BlankRange{.queue = queue, .first = first, .last = last, .next = first}});
            return read ? read->taken : QList<BlankUse>();
        };
        QCOMPARE(taken(u"roll"_s, 50, 100), QList<BlankUse>{printed});
        QCOMPARE(taken(u"roll"_s, 102, 500), QList<BlankUse>{printed});
        QVERIFY(taken(u"roll"_s, 50, 99).isEmpty());
        QVERIFY(taken(u"roll"_s, 103, 199).isEmpty()); // taken out unused
        QVERIFY(taken(u"other"_s, 100, 199).isEmpty());
    }

    void manyOrdersAtOnce()
    {
        QList<OrderId> all;
        QList<JournalEntry> entries;
        for (int n = 0; n < 1200; ++n) {
            all << orderNumber(n);
            entries << wholeJob(n);
        }
        write(entries);
        QCOMPARE(m_journal->readPrints({.orders = all})->jobs.size(), 1200);
    }

    void theRecordOfManyOrdersIsReadAtOnce()
    {
        QList<OrderId> all;
        QList<JournalEntry> entries;
        QList<RecordEntry> lines;
        for (int n = 0; n < 1200; ++n) {
            all << orderNumber(n);
            lines << RecordEntry{.at = noon + std::chrono::seconds(n), .what = u"printed"_s, .order = orderNumber(n)};
            entries << lines.last();
            lines.last().who = u"Till 1"_s;
        }
        write(entries);
        QCOMPARE(m_journal->readOrders(all)->record, lines);
        QCOMPARE(m_journal->readOrders({orderNumber(7)})->record, lines.mid(7, 1));
        QCOMPARE(*m_journal->readOrders({orderNumber(5000)}), KeptOrders());
    }

    /// Those of this counter as they are, of the others what was printed.
    void ordersAreReadAsWhatTheyAre()
    {
        JournaledSale own = saleNumber(1, OrderStatus::Done);
        const RecordEntry sold{.at = noon, .what = u"collected"_s, .order = own.order.id};
        const RecordEntry printed{.at = noon, .what = u"printed"_s, .order = orderNumber(2)};
        write({own, sold, printed});
        auto kept = m_journal->readOrders({own.order.id, orderNumber(2)});
        QCOMPARE(kept->sales.size(), 1);
        QCOMPARE(kept->sales.constFirst().order, own.order);
        QCOMPARE(kept->sales.constFirst().record.value(0).what, sold.what);
        QCOMPARE(kept->record.size(), 1);
        QCOMPARE(kept->record.constFirst().what, printed.what);
        open("second"); // a copied profile: they are not this computer's
        kept = m_journal->readOrders({own.order.id, orderNumber(2)});
        QVERIFY(kept->sales.isEmpty());
        QCOMPARE(kept->record.size(), 2);
    }

    /// A copied profile: what the other computer printed is not this counter's.
    void anotherComputersJobsAreNotOurs()
    {
        write({wholeJob()});
        open("second");
        QVERIFY(m_journal->load(noon)->printJobs.isEmpty());
        QVERIFY(m_journal->readPrints({.orders = {orderNumber(1)}})->jobs.isEmpty());
        PrintJob taken = wholeJob();
        taken.state = PrintJob::State::Done;
        write({taken});
        open("first");
        QCOMPARE(m_journal->load(noon)->printJobs, QList<PrintJob>{wholeJob()});
    }

    /// A journal of version 5, which knew nothing of printing.
    void fromVersionFive()
    {
        write({saleNumber(1, OrderStatus::Done)});
        m_journal.reset();
        {
            journal::Database database;
            QVERIFY(database.open(path()));
            dropVersionSix(database);
            QVERIFY(database.run(u"PRAGMA user_version = 5"_s));
        }
        open();
        QCOMPARE(m_journal->load(noon)->sales.size(), 1);
        write({wholeJob()});
        open();
        QCOMPARE(m_journal->load(noon)->printJobs.size(), 1);
    }

    /// A journal of version 6, which had neither typed promo codes nor closed jobs that are to be given up.
    void fromVersionSix()
    {
        write({saleNumber(1, OrderStatus::Executed), wholeJob()});
        m_journal.reset();
        {
            journal::Database database;
            QVERIFY(database.open(path()));
            dropVersionSeven(database);
            QVERIFY(database.run(u"PRAGMA user_version = 6"_s));
        }
        open();
        PrintJob older = wholeJob();
        older.isNumbered = false; // not known
        QCOMPARE(m_journal->load(noon)->printJobs, QList<PrintJob>{older});
        JournaledSale sale = saleNumber(1, OrderStatus::Executed);
        QCOMPARE(m_journal->load(noon)->sales.value(0).request.promoCodes, QStringList());
        sale.request.promoCodes = QStringList{u"ВЕСНА 10"_s};
        PrintJob owed = wholeJob();
        owed.state = PrintJob::State::GivenUp;
        owed.settled = owed.isGivingUp = true;
        write({sale, owed});
        open();
        QCOMPARE(m_journal->load(noon)->printJobs, QList<PrintJob>{owed});
        QCOMPARE(m_journal->load(noon)->sales.value(0).request.promoCodes, sale.request.promoCodes);
    }

    /// A journal of version 7, whose starts read open jobs only.
    void fromVersionSeven()
    {
        PrintJob asked = wholeJob();
        asked.state = PrintJob::State::GivenUp;
        asked.settled = false;
        write({asked});
        m_journal.reset();
        {
            journal::Database database;
            QVERIFY(database.open(path()));
            dropVersionEight(database);
            QVERIFY(database.run(u"PRAGMA user_version = 7"_s));
        }
        open();
        QCOMPARE(m_journal->load(noon)->printJobs, QList<PrintJob>{asked});
    }

    void aDamagedFileKeepsWhatItCan()
    {
        write(manySales(2000));
        write({wholeJob(), BlankRange{.queue = u"roll"_s, .first = 1, .last = 9, .next = 4},
               PrintNotNeeded{orderNumber(3), noon}});
        m_journal.reset();
        QVERIFY(makeHole(path()));
        open();
        QCOMPARE(m_journal->load(noon)->printJobs, QList<PrintJob>{wholeJob()});
        QVERIFY(m_journal->mend().has_value());
        const auto contents = m_journal->load(noon);
        QCOMPARE(contents->printJobs, QList<PrintJob>{wholeJob()});
        QCOMPARE(contents->blanks.value(0).next, 4);
        QCOMPARE(m_journal->readPrints({.orders = {orderNumber(3)}})->notNeeded.size(), 1);
    }

    void unknownWordsAreReadSafely()
    {
        write({wholeJob()});
        m_journal.reset();
        {
            journal::Database database;
            QVERIFY(database.open(path()));
            QVERIFY(database.run(u"UPDATE print_jobs SET trouble = 'new', kind = 'new', copies = 'x:1 %1:-4'"_s.arg(
                wholeJob().copies.constFirst().ticket.toString())));
        }
        open();
        const PrintJob read = m_journal->load(noon)->printJobs.value(0);
        QCOMPARE(read.trouble, PrintTrouble::Other);
        QCOMPARE(read.copies, QList<TicketCopy>({{wholeJob().copies.constFirst().ticket, 0}}));
    }
};

} // namespace okoshko::test::tst_journalprints

OKOSHKO_TEST(tst_journalprints, JournalPrintsTest, QCoreApplication)
#include "tst_journalprints.moc"
