// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sale/SaleJournal.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/sale/CounterFixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_salejournalclose {

namespace {

const OrderId order = *OrderId::parse(u"000000000000000000000001"_s);

} // namespace

/// The outbox before the program ends: what was not sent never is, and the rest is written.
class SaleJournalCloseTest : public QObject
{
    Q_OBJECT

private:
    /// A journal that was read, on a store in memory.
    struct Outbox
    {
        Outbox()
        {
            journal.load({}, [](const auto &) {});
            scheduler.pass(10ms);
        }
        void intend(qint64 id)
        {
            journal.intend({Intent{.id = id, .verb = Intent::Verb::Cancel, .order = order}}, &context,
                           [this](const auto &result) { result ? ++taken : ++refused; });
        }
        void keep(const QString &what) { journal.keep({RecordEntry{.what = what, .order = order}}); }

        ManualScheduler scheduler;
        MemoryStore store{scheduler};
        ServerClock clock{[this] { return scheduler.now(); }, [] { return Instant(); }, nullptr};
        QObject context;
        SaleJournal journal{store, clock, scheduler};
        int taken = 0;
        int refused = 0;
    };

private Q_SLOTS:
    void intentsAreWithdrawn()
    {
        Outbox box;
        box.store.commitTime = 200ms;
        box.intend(1);
        box.scheduler.pass(100ms); // it is being written
        box.keep(u"paid"_s);
        box.intend(2);
        box.journal.close();
        box.intend(3);
        QCOMPARE(box.journal.unsaved().size(), 3); // the first intent, what was kept, and that it was withdrawn
        box.scheduler.pass(20s);
        QVERIFY(box.journal.isEmpty());
        QCOMPARE(box.taken, 0);
        QCOMPARE(box.refused, 2);
        QCOMPARE(box.store.commits.size(), 2);
        QCOMPARE(box.store.outcome(Intent::Verb::Cancel), IntentResult::Refused);
        QVERIFY(box.store.openIntents().isEmpty());
        QCOMPARE(box.store.record(order), QStringList{u"paid"_s});
    }

    void theRestIsTriedAtOnce()
    {
        Outbox box;
        box.store.refusal = JournalError{JournalError::Kind::DiskFull, u"no space"_s};
        box.keep(u"paid"_s);
        box.scheduler.pass(40s); // the pauses have grown
        box.store.refusal.reset();
        const int writes = box.store.writes;
        box.journal.close();
        QCOMPARE(box.store.writes, writes);
        box.scheduler.pass(10ms);
        QVERIFY(box.journal.isEmpty());
        QVERIFY(box.journal.unsaved().isEmpty());
        QCOMPARE(box.store.record(order), QStringList{u"paid"_s});
    }
};

} // namespace okoshko::test::tst_salejournalclose

OKOSHKO_TEST(tst_salejournalclose, SaleJournalCloseTest, QCoreApplication)
#include "tst_salejournalclose.moc"
