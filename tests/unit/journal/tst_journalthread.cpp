// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/JournalThread.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/journal/JournalFixtures.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <condition_variable>
#include <future>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_journalthread {

namespace {

Intent intentNumber(int n)
{
    return {.id = n, .verb = Intent::Verb::Cancel, .order = orderNumber(n), .at = noon};
}

/// A disk that takes \a pause for each commit.
void waitFor(std::chrono::milliseconds pause)
{
    std::mutex mutex;
    std::condition_variable never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, pause, [] { return false; });
}

} // namespace

/// A journal on a thread of its own: what is asked is done in order, and answered on the main thread.
class TestJournalThread : public QObject, protected JournalFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        makeFolder();
        m_thread.reset();
    }

    void cleanup() { m_thread.reset(); }

    void itOpensLoadsAndWrites()
    {
        begin();
        std::optional<JournalThread::Opened> opened;
        m_thread->open(this, [&](const auto &answer) { opened = *answer; });
        QTRY_VERIFY(opened);
        QCOMPARE(*opened, (JournalThread::Opened{Journal::Found::Fresh, {}}));
        QCOMPARE(load(), JournalContents());
        QCOMPARE(write({saleNumber(1), intentNumber(7), PartnerNote{u"p"_s}}), Written());
        const JournalContents contents = load();
        QCOMPARE(contents.sales.size(), 1);
        QCOMPARE(contents.openIntents, QList<Intent>{intentNumber(7)});
        QCOMPARE(contents.partner, u"p"_s);
        std::optional<Written> probed;
        m_thread->probe(this, [&](const auto &answer) { probed = *answer; });
        QTRY_COMPARE(probed, Written());
    }

    void answersComeLaterInOrderOnTheMainThread()
    {
        begin();
        m_thread->open(this, [](const auto &) {});
        QList<int> order;
        bool isOnMain = true;
        for (int n = 0; n < 200; ++n) {
            m_thread->write({intentNumber(n + 1)}, this, [&, n](const Journaled<Written> &written) {
                isOnMain = isOnMain && QThread::currentThread() == thread();
                order << (written ? n : -1);
            });
        }
        QVERIFY(order.isEmpty()); // never within the call
        QTRY_COMPARE(order.size(), 200);
        QVERIFY(isOnMain);
        QVERIFY(std::is_sorted(order.cbegin(), order.cend()));
        QCOMPARE(order.constFirst(), 0);
    }

    void aReadingSeesWhatWasWrittenBefore()
    {
        begin();
        m_thread->open(this, [](const auto &) {});
        qsizetype found = -1;
        for (int n = 0; n < 20; ++n)
            m_thread->write({saleNumber(n)}, this, [](const auto &) {});
        m_thread->load(noon, this, [&](const Journaled<JournalContents> &contents) { found = contents->sales.size(); });
        QTRY_COMPARE(found, 20);
    }

    void whoIsGoneIsNotTold()
    {
        begin();
        m_thread->open(this, [](const auto &) {});
        int told = 0;
        auto context = std::make_unique<QObject>();
        auto other = std::make_unique<QObject>();
        m_thread->write({intentNumber(1)}, context.get(), [&](const auto &) { ++told; });
        context.reset(); // before the answer
        m_thread->write({intentNumber(2)}, this, [&](const auto &) { other.reset(); });
        m_thread->write({intentNumber(3)}, other.get(), [&](const auto &) { ++told; }); // after it, before it is told
        QCOMPARE(load().openIntents.size(), 3);
        QCOMPARE(told, 0);
    }

    void itMayEndWhileItAnswers()
    {
        std::atomic_int commits = 0;
        begin([&commits] { ++commits; });
        m_thread->open(this, [](const auto &) {});
        bool isTold = false;
        m_thread->write({intentNumber(1)}, this, [&](const auto &) {
            m_thread.reset();
            isTold = true;
        });
        for (const int n : {2, 3})
            m_thread->write({intentNumber(n)}, this, [](const auto &) { QFAIL("told by what is gone"); });
        while (commits < 3)
            waitFor(1ms); // so that two answers are there before the first one is told
        QTRY_VERIFY(isTold);
        QCOMPARE(onDisk().openIntents.size(), 3);
    }

    void withoutAJournalEachCallFails()
    {
        std::atomic_int tries = 0;
        m_thread = std::make_unique<JournalThread>([&tries, path = path()]() -> Journaled<std::unique_ptr<Journal>> {
            if (++tries == 1)
                return tl::unexpected(JournalError{JournalError::Kind::OtherAccount, u"x"_s});
            return Journal::open(path, ours, {});
        });
        QList<JournalError::Kind> kinds;
        const auto note = [&](const auto &answer) {
            kinds << (answer ? JournalError::Kind::Damaged : answer.error().kind);
        };
        m_thread->write({intentNumber(1)}, this, note); // nothing was opened yet
        m_thread->open(this, note);
        m_thread->load(noon, this, note);
        m_thread->write({intentNumber(1)}, this, note);
        m_thread->probe(this, note);
        m_thread->find(u"1"_s, 5, this, note);
        QTRY_COMPARE(kinds.size(), 6);
        QCOMPARE(kinds.takeFirst(), JournalError::Kind::Failed);
        QCOMPARE(kinds, QList<JournalError::Kind>(5, JournalError::Kind::OtherAccount));
        bool isOpen = false;
        m_thread->open(this, [&](const auto &answer) { isOpen = answer.has_value(); }); // once more
        QTRY_VERIFY(isOpen);
        QCOMPARE(write({intentNumber(1)}), Written());
    }

    void aSlowDiskDoesNotHoldTheMainThread()
    {
        begin([] { waitFor(200ms); });
        m_thread->open(this, [](const auto &) {});
        QElapsedTimer since;
        qint64 longest = 0;
        int told = 0;
        QTimer tick;
        QObject::connect(&tick, &QTimer::timeout, this, [&] { longest = std::max(longest, since.restart()); });
        QElapsedTimer all;
        all.start();
        since.start();
        tick.start(1ms);
        for (int n = 0; n < 5; ++n)
            m_thread->write({intentNumber(n + 1)}, this, [&](const auto &) { ++told; });
        QTRY_COMPARE(told, 5);
        QVERIFY2(all.elapsed() >= 1000, qPrintable(QString::number(all.elapsed())));
        QVERIFY2(longest < 150, qPrintable(QString::number(longest)));
    }

    void closingWritesWhatWasAsked()
    {
        begin([] { waitFor(20ms); });
        m_thread->open(this, [](const auto &) {});
        for (int n = 0; n < 20; ++n)
            m_thread->write({saleNumber(n)}, this, [](const auto &) { QFAIL("answered after the end"); });
        m_thread.reset();
        QCOMPARE(onDisk().sales.size(), 20);
        QVERIFY(m_wasClosed);
    }

    void aDiskThatHangsIsLeft()
    {
        std::promise<void> disk;
        std::promise<void> end;
        struct AtEnd
        {
            explicit AtEnd(std::promise<void> &promise)
                : gone(promise)
            {
            }
            ~AtEnd() { gone.set_value(); }
            std::promise<void> &gone;
        };
        // The hook goes with the journal, whose thread goes on alone.
        auto atEnd = std::make_shared<AtEnd>(end);
        begin([until = disk.get_future().share(), atEnd] { until.wait(); }, 100ms);
        atEnd.reset();
        bool isOpen = false;
        m_thread->open(this, [&](const auto &) { isOpen = true; });
        QTRY_VERIFY(isOpen);
        for (int n = 0; n < 3; ++n)
            m_thread->write({saleNumber(n)}, this, [](const auto &) { QFAIL("answered after the end"); });
        QElapsedTimer time;
        time.start();
        m_thread.reset();
        QVERIFY2(time.elapsed() >= 100 && time.elapsed() < 1500, qPrintable(QString::number(time.elapsed())));
        disk.set_value();
        end.get_future().wait();
        QVERIFY(onDisk().sales.size() <= 1); // the write in progress, and no further one
    }

    void damageIsToldOnce()
    {
        fill(400);
        QVERIFY(makeHole(path()));
        begin();
        std::optional<JournalThread::Opened> opened;
        m_thread->open(this, [&](const auto &answer) { opened = *answer; });
        QTRY_VERIFY(opened);
        QCOMPARE(opened->found, Journal::Found::Whole);
        const Written written = write(manySales(400));
        QVERIFY(QFile::exists(written.setAside));
        QCOMPARE(write({intentNumber(1)}), Written());
        QCOMPARE(load().sales.size(), 400);
    }

    void whatWasNotClosedIsChecked()
    {
        makeUnclean(false);
        std::optional<Journaled<void>> checked;
        begin();
        m_thread->onChecked(this, [&](const Journaled<void> &found) { checked = found; });
        m_thread->open(this, [](const auto &) {});
        QCOMPARE(load().sales.size(), 400);
        QTRY_VERIFY(checked);
        QVERIFY2(*checked, *checked ? "" : qPrintable(checked->error().detail));
        m_thread.reset();

        checked.reset();
        begin();
        m_thread->onChecked(this, [&](const Journaled<void> &found) { checked = found; });
        m_thread->open(this, [](const auto &) {});
        load();
        write({intentNumber(1)});
        m_thread.reset();
        QVERIFY(!checked);
        onDisk();
        QVERIFY(m_wasClosed);
    }

    void whatACheckFindsIsMendedAndTold()
    {
        makeUnclean(true);
        std::optional<Journaled<void>> checked;
        begin();
        m_thread->onChecked(this, [&](const Journaled<void> &found) { checked = found; });
        m_thread->open(this, [](const auto &) {});
        m_thread->load(noon + 24h, this, [](const auto &) {}); // reads no sale
        QTRY_VERIFY(checked);
        QVERIFY(!*checked);
        QCOMPARE(checked->error().kind, JournalError::Kind::Damaged);
        QVERIFY(QFile::exists(write({intentNumber(1)}).setAside));
        const qsizetype saved = load().sales.size();
        QVERIFY2(saved > 100 && saved < 400, qPrintable(QString::number(saved)));
    }

    void endingBreaksACheckOff()
    {
        makeUnclean(false);
        for (int n = 0; n < 20; ++n) {
            begin();
            m_thread->open(this, [](const auto &) {});
            m_thread->load(noon, this, [](const auto &) {});
            QElapsedTimer time;
            time.start();
            m_thread.reset(); // at any moment
            QVERIFY2(time.elapsed() < 2000, qPrintable(QString::number(time.elapsed())));
        }
        QCOMPARE(onDisk().sales.size(), 400);
    }

private:
    /// A journal whose thread calls \a hook before each commit once it is open.
    void begin(std::function<void()> hook = {}, std::chrono::milliseconds patience = JournalThread::patienceAtEnd)
    {
        m_thread = std::make_unique<JournalThread>(
            [path = path(), hook]() -> Journaled<std::unique_ptr<Journal>> {
                auto journal = Journal::open(path, ours, u"Касса 2"_s);
                if (journal)
                    (*journal)->setBeforeCommit(hook);
                return journal;
            },
            patience);
    }

    JournalContents load()
    {
        std::optional<Journaled<JournalContents>> contents;
        m_thread->load(noon, this, [&](const auto &answer) { contents = answer; });
        [&] { QTRY_VERIFY(contents); }();
        return contents && *contents ? **contents : JournalContents();
    }

    Written write(const QList<JournalEntry> &entries)
    {
        std::optional<Journaled<Written>> written;
        m_thread->write(entries, this, [&](const auto &answer) { written = answer; });
        [&] { QTRY_VERIFY(written && *written); }();
        return written && *written ? **written : Written{u"failed"_s};
    }

    /// What the file holds once the thread is gone.
    JournalContents onDisk()
    {
        const auto journal = Journal::open(path(), ours, {});
        if (!journal)
            return {};
        const auto contents = (*journal)->load(noon);
        m_wasClosed = !(*journal)->isToBeChecked();
        return contents.value_or(JournalContents());
    }

    /// A journal that was left without being closed, with a hole or none.
    void makeUnclean(bool isTorn)
    {
        fill(400, isTorn ? OrderStatus::Done : OrderStatus::Executed);
        {
            journal::Database database;
            QVERIFY(database.open(path()));
            QVERIFY(database.run(u"UPDATE account SET clean = 0"_s));
        }
        QVERIFY(!isTorn || makeHole(path()));
    }

    std::unique_ptr<JournalThread> m_thread;
    bool m_wasClosed = false;
};

} // namespace okoshko::test::tst_journalthread

OKOSHKO_TEST(tst_journalthread, TestJournalThread, QCoreApplication)
#include "tst_journalthread.moc"
