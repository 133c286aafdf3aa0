// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/sale/CounterFixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_salejournal {

namespace {

OrderId orderId(int n)
{
    return *OrderId::parse(u"o%1"_s.arg(n, 23, 10, QLatin1Char('0')));
}

RecordEntry entry(const QString &what, int order = 1)
{
    return {.what = what, .order = orderId(order)};
}

JournaledSale sale(OrderStatus status, int order = 1)
{
    JournaledSale kept;
    kept.order.id = orderId(order);
    kept.order.status = status;
    return kept;
}

/// The words of the records in \a entries.
QStringList words(const QList<JournalEntry> &entries)
{
    QStringList found;
    for (const JournalEntry &each : entries) {
        if (const auto *record = std::get_if<RecordEntry>(&each))
            found << record->what;
    }
    return found;
}

} // namespace

/// The outbox: everything in order, an intent in ten seconds or never.
class SaleJournalTest : public QObject
{
    Q_OBJECT

private:
    struct Ended
    {
        int count = 0;
        std::optional<JournalError> error;
    };

    /// A journal that was read, on a store in memory.
    struct Outbox
    {
        explicit Outbox(bool isLoaded = true)
        {
            QObject::connect(&journal, &SaleJournal::troubleChanged, [this] { ++troubles; });
            QObject::connect(&journal, &SaleJournal::issuesChanged, [this] { ++issueChanges; });
            if (isLoaded)
                load();
        }

        void load()
        {
            journal.load({}, [this](const Journaled<JournalContents> &contents) { isRead = contents.has_value(); });
            scheduler.pass(10ms);
        }

        Ended &intend(qint64 id)
        {
            Ended &ended = *intents.emplace_back(std::make_unique<Ended>());
            journal.intend({Intent{.id = id, .verb = Intent::Verb::Cancel, .order = orderId(1)}}, &context,
                           [&ended](const Journaled<void> &result) {
                               ++ended.count;
                               if (!result)
                                   ended.error = result.error();
                           });
            return ended;
        }

        /// \a later, on the same store, is read too.
        void load(SaleJournal &later)
        {
            later.load({}, [](const Journaled<JournalContents> &) {});
            scheduler.pass(1s);
        }

        /// The disk has room again, and what waited for it is written.
        void freeDisk()
        {
            store.refusal.reset();
            scheduler.pass(11s); // the outbox is tried every ten seconds
        }

        ManualScheduler scheduler;
        MemoryStore store{scheduler};
        ServerClock clock{[this] { return scheduler.now(); }, [] { return Instant(); }, nullptr};
        QObject context;
        std::vector<std::unique_ptr<Ended>> intents;
        SaleJournal journal{store, clock, scheduler};
        int troubles = 0;
        int issueChanges = 0;
        bool isRead = false;
    };

private Q_SLOTS:
    void h21_anIntentIsDurableBeforeItsRequestMayBeSent()
    {
        Outbox box;
        box.store.commitTime = 200ms; // an old disk
        const Ended &intent = box.intend(1);
        QCOMPARE(intent.count, 0); // nobody waited for it
        box.scheduler.pass(199ms);
        QCOMPARE(intent.count, 0);
        QVERIFY(box.store.openIntents().isEmpty());
        box.scheduler.pass(1ms);
        QCOMPARE(intent.count, 1);
        QVERIFY(!intent.error);
        QCOMPARE(box.store.openIntents().size(), 1);
    }

    void writesInOrderOneTransactionAtATime()
    {
        Outbox box;
        box.store.commitTime = 100ms;
        box.journal.keep({entry(u"1"_s)});
        box.scheduler.pass(10ms); // it is being written
        box.journal.keep({entry(u"2"_s), entry(u"3"_s)});
        box.intend(1);
        box.journal.keep({entry(u"4"_s)});
        QVERIFY(!box.journal.isEmpty());
        box.scheduler.pass(1s);
        QVERIFY(box.journal.isEmpty());
        QCOMPARE(box.store.commits.size(), 2); // what came while the first was written went together
        QCOMPARE(words(box.store.commits.at(0)), QStringList{u"1"_s});
        QCOMPARE(words(box.store.commits.at(1)), (QStringList{u"2"_s, u"3"_s, u"4"_s}));
    }

    void whatIsLeftOfASaleThatChangesWhileItWaitsIsTheLast()
    {
        Outbox box;
        box.store.commitTime = 100ms;
        box.journal.keep({entry(u"1"_s)});
        for (const OrderStatus status : {OrderStatus::Executed, OrderStatus::InProgress, OrderStatus::Done})
            box.journal.keep({sale(status), entry(toWord(status))});
        box.scheduler.pass(1s);
        QCOMPARE(box.store.sale(orderId(1))->order.status, OrderStatus::Done);
        QCOMPARE(box.store.record(orderId(1)), (QStringList{u"1"_s, u"executed"_s, u"in_progress"_s, u"done"_s}));
    }

    void tellsWhenAllIsDurable()
    {
        Outbox box;
        QSignalSpy emptied(&box.journal, &SaleJournal::emptied);
        int done = 0;
        box.journal.keep({entry(u"1"_s)}, &box.context, [&] { ++done; });
        QCOMPARE(done, 0);
        box.scheduler.pass(10ms);
        QCOMPARE(done, 1);
        QCOMPARE(emptied.count(), 1);
    }

    void tellsNobodyWhoIsGone()
    {
        Outbox box;
        auto context = std::make_unique<QObject>();
        int done = 0;
        box.journal.keep({entry(u"1"_s)}, context.get(), [&] { ++done; });
        box.journal.intend({Intent{.id = 1}}, context.get(), [&](const Journaled<void> &) { ++done; });
        context.reset();
        box.scheduler.pass(1min);
        QCOMPARE(done, 0);
        QCOMPARE(box.store.record(orderId(1)), QStringList{u"1"_s}); // written all the same
    }

    // An intent in ten seconds or never ----------------------------------------------------------------------------

    void anIntentThatIsNotCommittedInTenSecondsIsRefused()
    {
        Outbox box;
        box.store.hang();
        const Ended &intent = box.intend(1);
        box.scheduler.pass(9999ms);
        QCOMPARE(intent.count, 0);
        box.scheduler.pass(1ms);
        QCOMPARE(intent.count, 1);
        QVERIFY(intent.error);
    }

    void anIntentThatIsWrittenAfterItsRefusalIsWithdrawn()
    {
        Outbox box;
        box.store.hang();
        const Ended &intent = box.intend(1);
        box.scheduler.pass(11s);
        box.store.resume(); // the write was with the disk all the time
        box.scheduler.pass(1s);
        QCOMPARE(intent.count, 1); // told once
        QCOMPARE(box.store.outcome(Intent::Verb::Cancel), std::optional(IntentResult::Refused));
        QVERIFY(box.store.openIntents().isEmpty());
    }

    void anIntentThatWaitedForARefusedWriteIsNotWrittenLater()
    {
        Outbox box;
        box.store.hang();
        box.journal.keep({entry(u"1"_s)});
        box.scheduler.pass(10ms); // the disk is busy with this
        const Ended &intent = box.intend(1);
        box.scheduler.pass(11s);
        QVERIFY(intent.error);
        box.store.resume();
        box.scheduler.pass(1min);
        QVERIFY(!box.store.outcome(Intent::Verb::Cancel));
        QCOMPARE(box.store.record(orderId(1)), QStringList{u"1"_s});
    }

    void atAnOrderlyEndWhatWaitsIsHandedOver()
    {
        Outbox box;
        box.store.hang();
        box.journal.keep({entry(u"1"_s)});
        box.scheduler.pass(10ms); // the disk is busy with this
        box.journal.keep({entry(u"2"_s)});
        box.intend(1); // not sent yet, and never will be
        box.journal.flush();
        box.store.resume();
        box.scheduler.pass(1s);
        QCOMPARE(box.store.record(orderId(1)), (QStringList{u"1"_s, u"2"_s}));
        QVERIFY(!box.store.outcome(Intent::Verb::Cancel));
    }

    void atAnOrderlyEndASnapshotIsKeptThoughAnIntentHasANewerOne()
    {
        Outbox box;
        box.store.hang();
        box.journal.keep({entry(u"1"_s)});
        box.scheduler.pass(10ms); // the disk is busy with this
        JournaledSale sale{.order = {.id = orderId(1)}, .confirmedBy = ConfirmedBy::Page};
        box.journal.keep({sale});
        sale.goal = SaleGoal::Release;
        box.journal.intend(
            {Intent{.id = box.journal.newIntent(), .verb = Intent::Verb::Cancel, .order = orderId(1)}, sale},
            &box.journal, [](const Journaled<void> &) {});
        box.journal.flush();
        box.store.resume();
        box.scheduler.pass(1s);
        QVERIFY(box.store.sale(orderId(1)));
        QCOMPARE(box.store.sale(orderId(1))->confirmedBy, ConfirmedBy::Page);
        QCOMPARE(box.store.sale(orderId(1))->goal, SaleGoal::Sell); // the intent was not sent, and never will be
    }

    void eachIntentHasItsOwnTenSeconds()
    {
        Outbox box;
        box.store.hang();
        const Ended &first = box.intend(1);
        box.scheduler.pass(4s);
        const Ended &second = box.intend(2);
        box.scheduler.pass(6s);
        QCOMPARE(first.count, 1);
        QCOMPARE(second.count, 0);
        box.scheduler.pass(4s);
        QCOMPARE(second.count, 1);
    }

    void aFullDiskRefusesAnIntentAtOnceAndInItsWords()
    {
        Outbox box;
        box.store.refusal = diskFull;
        const Ended &intent = box.intend(1);
        box.scheduler.pass(1s);
        QCOMPARE(intent.count, 1);
        QCOMPARE(intent.error, std::optional(diskFull));
        box.store.refusal.reset();
        box.scheduler.pass(1min);
        QVERIFY(!box.store.outcome(Intent::Verb::Cancel)); // never later
    }

    // What could not be written ------------------------------------------------------------------------------------

    void h18_whatAFullDiskRefusedIsWrittenInOneGo()
    {
        Outbox box;
        box.store.refusal = diskFull;
        for (int i = 1; i <= 50; ++i) {
            box.journal.keep({sale(OrderStatus::Done, i), entry(QString::number(i), i)});
            box.scheduler.pass(2s);
        }
        QCOMPARE(box.journal.trouble(), std::optional(diskFull));
        QCOMPARE(box.store.commits.size(), 0);
        box.freeDisk();
        QCOMPARE(box.store.commits.size(), 1);
        QStringList all;
        for (int i = 1; i <= 50; ++i)
            all << QString::number(i);
        QCOMPARE(words(box.store.commits.first()), all);
        QCOMPARE(box.store.saleCount(), 50);
        QVERIFY(!box.journal.trouble());
        QVERIFY(box.journal.isEmpty());
    }

    void h18_troubleIsToldOnceAndClearedByASuccessfulWrite()
    {
        Outbox box;
        box.store.refusal = diskFull;
        for (int i = 0; i < 20; ++i) {
            box.journal.keep({entry(u"1"_s)});
            box.intend(i + 1);
            box.scheduler.pass(5s);
            QVERIFY(box.journal.trouble());
        }
        QCOMPARE(box.troubles, 1); // the banner does not flap
        box.freeDisk();
        QCOMPARE(box.troubles, 2);
        QVERIFY(!box.journal.trouble());
    }

    void h18_aFullDiskIsTriedAtABoundedPace()
    {
        Outbox box;
        box.store.refusal = diskFull;
        box.journal.keep({entry(u"1"_s)});
        box.scheduler.pass(10min);
        QVERIFY2(box.store.writes >= 50 && box.store.writes <= 75, qPrintable(QString::number(box.store.writes)));
    }

    void h06_anIssueOfAFullDiskIsWrittenLater()
    {
        Outbox box;
        box.store.refusal = diskFull;
        const qint64 id = box.journal.raise({.kind = Issue::Kind::PaidTooLate, .order = orderId(1)});
        QCOMPARE(box.journal.issues().size(), 1); // known at once
        box.scheduler.pass(1min);
        QVERIFY(box.store.issues().isEmpty());
        box.freeDisk();
        QCOMPARE(box.store.issues().size(), 1);
        QCOMPARE(box.store.issues().first().id, id);
    }

    void anUnreadableJournalIsTroubleAndTakesNothing()
    {
        Outbox box(false);
        box.store.refusal = JournalError{JournalError::Kind::Newer, u"schema 9"_s};
        box.load();
        QVERIFY(!box.isRead);
        QCOMPARE(box.journal.trouble(), box.store.refusal);
        const Ended &intent = box.intend(1);
        box.scheduler.pass(11s);
        QVERIFY(intent.error);
        QCOMPARE(box.store.writes, 0);
    }

    void aFileThatVanishedIsNoticedWithoutASale()
    {
        Outbox box;
        const JournalError vanished{JournalError::Kind::Vanished, u"not in its place"_s};
        box.store.refusal = vanished;
        box.scheduler.pass(6s);
        QCOMPARE(box.journal.trouble(), std::optional(vanished));
        QVERIFY(box.store.probes > 0);
    }

    // Salvage ------------------------------------------------------------------------------------------------------

    void aDamagedFileIsSetAsideAndTheIssuesAreWrittenAnew()
    {
        Outbox box;
        QSignalSpy salvaged(&box.journal, &SaleJournal::salvaged);
        box.journal.raise({.kind = Issue::Kind::SeatsShort, .order = orderId(1)});
        box.scheduler.pass(1s);
        box.store.loseAll();
        box.journal.keep({entry(u"after"_s)});
        box.scheduler.pass(1s);
        QCOMPARE(salvaged.count(), 1);
        QVERIFY(!box.journal.setAside().isEmpty());
        QCOMPARE(box.store.record(orderId(1)), QStringList{u"after"_s});
        QCOMPARE(box.store.issues().size(), 1);
        QVERIFY(!box.journal.trouble());
    }

    void aDamageThatAProbeFindsIsToldAndTheIssuesAreWrittenAnew()
    {
        Outbox box;
        QSignalSpy salvaged(&box.journal, &SaleJournal::salvaged);
        box.journal.raise({.kind = Issue::Kind::SeatsShort, .order = orderId(1)});
        box.scheduler.pass(1s);
        box.store.loseAllAtProbe();
        box.scheduler.pass(6s);
        QCOMPARE(salvaged.count(), 1);
        QVERIFY(!box.journal.setAside().isEmpty());
        QCOMPARE(box.store.issues().size(), 1);
    }

    void anotherPartnerWhoAnswersBeforeTheJournalIsReadIsTrouble()
    {
        Outbox box(false);
        box.load();
        QVERIFY(box.journal.isOf(u"first"_s));
        box.scheduler.pass(1s);
        SaleJournal next(box.store, box.clock, box.scheduler);
        QVERIFY(next.isOf(u"another"_s));
        next.load({}, [](const auto &) {});
        box.scheduler.pass(1s);
        QVERIFY(next.isForeign());
        QCOMPARE(next.trouble().value_or(diskFull).kind, JournalError::Kind::OtherAccount);
    }

    // Issues -------------------------------------------------------------------------------------------------------

    void oneCauseIsOneIssue()
    {
        Outbox box;
        const Issue unclear{.kind = Issue::Kind::UnknownOutcome, .order = orderId(1), .intent = 4};
        const qint64 id = box.journal.raise(unclear);
        QCOMPARE(box.journal.raise(unclear), id);
        QCOMPARE(box.issueChanges, 1);
        Issue other = unclear;
        other.intent = 5;
        QVERIFY(box.journal.raise(other) != id);
        QCOMPARE(box.journal.issues().size(), 2);
    }

    void aResolutionShowsOnceItIsDurable()
    {
        Outbox box;
        const qint64 id = box.journal.raise({.kind = Issue::Kind::PaidTooLate, .order = orderId(1)});
        box.scheduler.pass(1s);
        box.store.refusal = diskFull;
        box.journal.resolve(id, u"money returned"_s);
        box.scheduler.pass(1min);
        QCOMPARE(box.journal.issues().size(), 1); // what is on screen is what the journal holds
        box.freeDisk();
        QVERIFY(box.journal.issues().isEmpty());
        QCOMPARE(box.store.resolutions(), QStringList{u"money returned"_s});
    }

    void idsGoOnAboveThoseOfTheJournal()
    {
        Outbox before;
        const qint64 id = before.journal.raise({.kind = Issue::Kind::PaidTooLate, .order = orderId(1)});
        before.store.setLastIntent(40);
        before.scheduler.pass(1s);
        SaleJournal after(before.store, before.clock, before.scheduler);
        before.load(after);
        QCOMPARE(after.issues().size(), 1);
        QVERIFY(after.newIntent() > 40);
        QVERIFY(after.raise({.kind = Issue::Kind::SeatsShort, .order = orderId(2)}) > id);
    }

    // Whose it is --------------------------------------------------------------------------------------------------

    void thePartnerIsNotedOnce()
    {
        Outbox box;
        QVERIFY(box.journal.isOf(u"first"_s));
        QVERIFY(box.journal.isOf(u"first"_s));
        box.scheduler.pass(1s);
        QCOMPARE(box.store.partner(), u"first"_s);
        QCOMPARE(box.store.commits.size(), 1);
    }

    void nothingIsWrittenOnceAnotherPartnerHasAnswered()
    {
        Outbox box;
        QVERIFY(box.journal.isOf(u"first"_s));
        box.scheduler.pass(1s);
        QVERIFY(!box.journal.isOf(u"second"_s));
        QVERIFY(box.journal.isForeign());
        QCOMPARE(box.journal.trouble()->kind, JournalError::Kind::OtherAccount);
        const qsizetype before = box.store.commits.size();
        const Ended &intent = box.intend(1);
        box.journal.keep({entry(u"theirs"_s)});
        box.scheduler.pass(1min);
        QCOMPARE(intent.error->kind, JournalError::Kind::OtherAccount);
        QCOMPARE(box.store.commits.size(), before);
        QVERIFY(!box.journal.isOf(u"first"_s)); // for good
    }

    void thePartnerOfTheJournalDecides()
    {
        Outbox before;
        QVERIFY(before.journal.isOf(u"first"_s));
        before.scheduler.pass(1s);
        SaleJournal after(before.store, before.clock, before.scheduler);
        QVERIFY(after.isOf(u"second"_s)); // an answer before the journal was read
        before.load(after);
        QVERIFY(after.isForeign());
        QCOMPARE(before.store.partner(), u"first"_s);
    }

    void h19_beforeTheJournalIsReadNothingIsWritten()
    {
        Outbox before;
        before.intend(7);
        before.scheduler.pass(1s);
        SaleJournal after(before.store, before.clock, before.scheduler);
        int done = 0;
        std::optional<JournalError> error;
        after.intend({Intent{.id = 8}}, &before.context, [&](const Journaled<void> &result) {
            ++done;
            if (!result)
                error = result.error();
        });
        QCOMPARE(done, 0);
        before.load(after);
        QCOMPARE(done, 1);
    }
};

} // namespace okoshko::test::tst_salejournal

OKOSHKO_TEST(tst_salejournal, SaleJournalTest, QCoreApplication)
#include "tst_salejournal.moc"
