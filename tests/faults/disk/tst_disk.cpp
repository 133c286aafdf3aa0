// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/SandboxThread.h"
#include "models/counter/NetworkCounter.h"
#include "tests/faults/disk/BadDisk.h"
#include "tests/faults/proxy/FaultyProxy.h"

#include "tests/support/OpenStore.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test {

namespace {

using Kind = JournalError::Kind;

constexpr int patience = 60000; ///< milliseconds; the journal is tried again every few seconds

/// A counter that sells at a sandbox, its requests counted on the way and its journal in a folder of its own.
struct Line
{
    Line()
    {
        QSignalSpy started(&server, &sandbox::SandboxThread::started);
        server.start();
        [&] { QTRY_COMPARE(started.count(), 1); }();
        proxy = std::make_unique<FaultyProxy>(static_cast<quint16>(server.url().port()));
        open();
        const QSignalSpy orders(&counter->service, &SaleService::ordersLoaded);
        const QSignalSpy events(&counter->catalogue, &EventCatalogue::readingEnded);
        counter->start();
        // Until then another reading would be the same one, and its requests have been counted.
        [&] { QTRY_VERIFY(!orders.isEmpty() && !events.isEmpty()); }();
    }

    void open()
    {
        HttpClient::Config config;
        config.server = proxy->url();
        config.key = server.key().toLatin1();
        counter = std::make_unique<NetworkCounter>(config, openStore(path), Format(Format::Language::English));
    }

    void ask()
    {
        counter->service.reserve({.event = *EventId::parse(u"7c5dc498be9a4f9bfc4fad21"_s),
                                  .random = {{*SetId::parse(u"f30ce6d791b9de451b931a4d"_s), 1}}});
    }

    OrderId reserve()
    {
        QSignalSpy reserved(&counter->service, &SaleService::reserved);
        ask();
        [&] { QTRY_COMPARE(reserved.count(), 1); }();
        return reserved.first().at(1).value<OrderId>();
    }

    /// Requests that came to the proxy and only ask.
    [[nodiscard]] qsizetype reads() const
    {
        const auto &all = proxy->requests();
        return std::count_if(all.cbegin(), all.cend(), [](const SeenRequest &each) { return each.method == "GET"; });
    }
    [[nodiscard]] qsizetype changes() const { return proxy->requests().size() - reads(); }

    /// What a start now would find.
    [[nodiscard]] JournalContents kept()
    {
        std::optional<JournalContents> contents;
        counter->store->load({}, &server, [&contents](const Journaled<JournalContents> &read) {
            contents = read.value_or(JournalContents());
        });
        [&] { QTRY_VERIFY(contents.has_value()); }();
        return contents.value_or(JournalContents());
    }

    [[nodiscard]] const Sale &sale(const OrderId &id) const { return *counter->service.sale(id); }

    QTemporaryDir folder;
    QString path = folder.filePath(u"journal.sqlite"_s);
    sandbox::SandboxThread server{{}};
    std::unique_ptr<FaultyProxy> proxy;
    std::unique_ptr<NetworkCounter> counter;
};

} // namespace

/// A disk that takes nothing stops selling before a request is sent, and selling goes on by itself when it does again.
class DiskTest : public QObject
{
    Q_OBJECT

private:
    static void disks()
    {
        QTest::addColumn<int>("error");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("full") << ENOSPC << Kind::DiskFull;
        QTest::newRow("read-only") << EROFS << Kind::Unwritable;
        QTest::newRow("broken") << EIO << Kind::Unwritable;
    }

private Q_SLOTS:
    void theToolRefusesWrites()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"x"_s));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        {
            const BadDisk full(folder.path(), ENOSPC);
            QCOMPARE(file.write("x"), -1);
            QCOMPARE(file.error(), QFileDevice::ResourceError);
        }
        QCOMPARE(file.write("x"), 1);
    }

    void noReservationIsSent_data() { disks(); }
    void noReservationIsSent()
    {
        QFETCH(int, error);
        QFETCH(Kind, kind);
        Line line;
        QSignalSpy failed(&line.counter->service, &SaleService::reservationFailed);
        {
            const BadDisk bad(line.path, error);
            line.proxy->forget();
            line.ask();
            QTRY_COMPARE(failed.count(), 1);
            QCOMPARE(failed.first().at(1).value<ApiError>().kind, ErrorKind::NotRecorded);
            QVERIFY(line.counter->saleJournal.trouble());
            QCOMPARE(line.counter->saleJournal.trouble()->kind, kind);
            line.counter->readAll(); // looking is allowed
            QTRY_VERIFY(line.reads() > 0);
            QCOMPARE(line.changes(), 0);
        }
        QTRY_VERIFY_WITH_TIMEOUT(!line.counter->saleJournal.trouble(), patience); // by itself
        const OrderId id = line.reserve();
        QCOMPARE(line.changes(), 1);
        QTRY_VERIFY(line.counter->saleJournal.isEmpty());
        const JournalContents kept = line.kept();
        QCOMPARE(kept.sales.size(), 1);
        QCOMPARE(kept.sales.first().order.id, id);
        QCOMPARE(kept.openIntents.size(), 0);
    }

    void noChangeOfAnOrderIsSent_data() { disks(); }
    void noChangeOfAnOrderIsSent()
    {
        QFETCH(int, error);
        Line line;
        const OrderId id = line.reserve();
        {
            const BadDisk bad(line.path, error);
            line.proxy->forget();
            QSignalSpy failed(&line.counter->service, &SaleService::stepFailed);
            QCOMPARE(line.counter->service.pay(id, {u"api/BASE"_s, {}}), Refusal::None);
            QTRY_COMPARE(failed.count(), 1);
            QCOMPARE(failed.last().at(2).value<ApiError>().kind, ErrorKind::NotRecorded);
            QCOMPARE(line.counter->service.cancel(id), Refusal::None);
            QTRY_COMPARE(failed.count(), 2);
            QCOMPARE(failed.last().at(2).value<ApiError>().kind, ErrorKind::NotRecorded);
            QCOMPARE(line.counter->service.refresh(id), Refusal::None);
            QTRY_VERIFY(line.reads() > 0);
            QCOMPARE(line.changes(), 0);
        }
        // What was refused is never sent later: the cashier asks anew.
        QTRY_VERIFY_WITH_TIMEOUT(!line.counter->saleJournal.trouble(), patience);
        QCOMPARE(line.changes(), 0);
        QCOMPARE(line.sale(id).order.status, OrderStatus::Executed);
        QCOMPARE(line.counter->service.cancel(id), Refusal::None);
        QTRY_COMPARE(line.sale(id).order.status, OrderStatus::Canceled);
        QTRY_VERIFY(line.counter->saleJournal.isEmpty());
        QCOMPARE(line.kept().openIntents.size(), 0);
    }

    void noMoneyIsConfirmed()
    {
        Line line;
        const OrderId id = line.reserve();
        QCOMPARE(line.counter->service.pay(id, {u"api/BASE"_s, {}}), Refusal::None);
        QTRY_COMPARE(line.sale(id).order.status, OrderStatus::InProgress);
        QTRY_VERIFY(!line.sale(id).inProgress);
        {
            const BadDisk full(line.path, ENOSPC);
            line.proxy->forget();
            QSignalSpy failed(&line.counter->service, &SaleService::stepFailed);
            QCOMPARE(line.counter->service.confirm(id), Refusal::None);
            QTRY_COMPARE(failed.count(), 1);
            QCOMPARE(failed.last().at(2).value<ApiError>().kind, ErrorKind::NotRecorded);
            QCOMPARE(line.changes(), 0);
        }
        QTRY_VERIFY_WITH_TIMEOUT(!line.counter->saleJournal.trouble(), patience);
        QCOMPARE(line.counter->service.confirm(id), Refusal::None);
        QTRY_COMPARE(line.sale(id).order.status, OrderStatus::Done);
    }

    void whatIsLearntMeanwhileIsWrittenLater()
    {
        // The disk fills up between the request and its answer: the order is made, and the journal cannot say so yet.
        Line line;
        QSignalSpy reserved(&line.counter->service, &SaleService::reserved);
        std::unique_ptr<BadDisk> full;
        connect(line.proxy.get(), &FaultyProxy::answered, this, [&line, &full](const SeenRequest &request) {
            if (request.method == "POST")
                full = std::make_unique<BadDisk>(line.path, ENOSPC);
        });
        line.ask();
        QTRY_COMPARE(reserved.count(), 1);
        const OrderId id = reserved.first().at(1).value<OrderId>();
        QTRY_VERIFY(line.counter->saleJournal.trouble());
        QVERIFY(!line.counter->saleJournal.isEmpty()); // what was learnt waits; a crash now would look for the order
        full.reset();
        QTRY_VERIFY_WITH_TIMEOUT(!line.counter->saleJournal.trouble(), patience);
        QTRY_VERIFY(line.counter->saleJournal.isEmpty());
        const JournalContents kept = line.kept();
        QCOMPARE(kept.sales.size(), 1);
        QCOMPARE(kept.sales.first().order.id, id);
        QCOMPARE(kept.openIntents.size(), 0);
    }

    void aFolderThatVanishedStopsSelling()
    {
        Line line;
        line.reserve();
        const QString away = line.folder.filePath(u"away"_s);
        QVERIFY(QDir().mkdir(away));
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QVERIFY(QFile::rename(line.path + suffix, away + u"/journal.sqlite"_s + suffix));
        line.proxy->forget();
        QSignalSpy failed(&line.counter->service, &SaleService::reservationFailed);
        line.ask();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(line.counter->saleJournal.trouble()->kind, Kind::Vanished);
        QCOMPARE(line.changes(), 0);
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QVERIFY(QFile::rename(away + u"/journal.sqlite"_s + suffix, line.path + suffix));
        QTRY_VERIFY_WITH_TIMEOUT(!line.counter->saleJournal.trouble(), patience); // the share is there again
        line.reserve();
    }
};

} // namespace okoshko::test

QTEST_GUILESS_MAIN(okoshko::test::DiskTest)
#include "tst_disk.moc"
