// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/fixture/Await.h"
#include "tests/faults/fixture/ServerState.h"
#include "tests/faults/soak/LoadGenerator.h"
#include "tests/faults/soak/Memory.h"
#include "tests/faults/soak/VendorProcess.h"
#include "tests/support/Nightly.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test {

namespace {

constexpr int first = 1000;     ///< what the desk keeps of ended sales: from then on it should grow no more
constexpr qint64 maxGrowth = 5; ///< percent
constexpr auto untilSold = 25min;

#ifdef __SANITIZE_ADDRESS__
constexpr bool isHeapTelling = false; // freed memory is kept back by the sanitizer; it looks for leaks instead
#else
constexpr bool isHeapTelling = true;
#endif

int salesOfThisRun()
{
    bool isGiven = false;
    const int many = qEnvironmentVariable("OKOSHKO_SOAK_SALES").toInt(&isGiven);
    return isGiven ? many : isNightly() ? 10'000 : 300;
}

bool isWithin(qint64 then, qint64 now)
{
    return now * 100 <= then * (100 + maxGrowth);
}

} // namespace

/// A year at the counter in a minute: thousands of sales over real sockets and with a real journal, in one life of the
/// program. Its memory stays what it was after the first thousand. OKOSHKO_SOAK_SALES: another number of sales.
/// By day there are too few of them for that, and they need only agree with the server.
class SoakTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"okoshko.*.info=false"_s); }

    void holdsItsMemory()
    {
        const int many = salesOfThisRun();
        VendorProcess vendor;
        QTemporaryDir folder;
        FaultFixture fixture(vendor.url(), vendor.key(), folder.path(), 30s);
        LoadGenerator shop(fixture);
        QElapsedTimer clock;
        clock.start();
        sell(shop, std::min(first, many));
        const Memory then = Memory::now();
        const auto known = fixture.service.sales().size();
        sell(shop, many);
        const qint64 took = clock.elapsed();
        const Memory now = Memory::now();
        qInfo("%d sales (%d paid, %d given up), %.1f ms each; heap %.2f MB after %d, %.2f MB at the end (%+.2f %%); "
              "resident %.1f MB, %.1f MB (%+.2f %%); the desk knew %zu sales, %zu at the end",
              shop.ended(), shop.paid(), shop.givenUp(), double(took) / many, double(then.heap) / 1e6, first,
              double(now.heap) / 1e6, growth(then.heap, now.heap), double(then.resident) / 1e6,
              double(now.resident) / 1e6, growth(then.resident, now.resident), known, fixture.service.sales().size());
        agree(fixture, vendor, shop);
        if (isHeapTelling) {
            QVERIFY(isWithin(then.heap, now.heap));
            QVERIFY(isWithin(then.resident, now.resident));
        }
    }

private:
    static double growth(qint64 then, qint64 now) { return 100.0 * double(now - then) / double(then); }

    /// Until all have ended, and nothing is under way.
    static void sell(LoadGenerator &shop, int many)
    {
        shop.sell(many);
        const Came ended = await([&] { return shop.ended() >= many || !shop.complaints().isEmpty(); }, untilSold);
        QVERIFY2(shop.complaints().isEmpty(), qPrintable(shop.complaints().join(u'\n')));
        QVERIFY(ended == Came::Yes);
    }

    /// The states of all sales in the journal \a path, by id; read without the program's own code.
    static QHash<QString, QString> salesIn(const QString &path)
    {
        QHash<QString, QString> states;
        {
            QSqlDatabase file = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"soak"_s);
            file.setDatabaseName(path);
            file.open();
            QSqlQuery query(u"SELECT id, status FROM sales"_s, file);
            while (query.next())
                states.insert(query.value(0).toString(), query.value(1).toString());
        }
        QSqlDatabase::removeDatabase(u"soak"_s);
        return states;
    }

    /// Each order at the server is in the journal, and as it stands there.
    static void agree(FaultFixture &fixture, const VendorProcess &vendor, const LoadGenerator &shop)
    {
        const JournalContents kept = fixture.kept();
        QVERIFY(kept.openIntents.isEmpty());
        QVERIFY(kept.issues.isEmpty());
        const QHash<QString, QString> journaled = salesIn(fixture.path);
        const QList<ReportedOrder> orders = ServerState(vendor.url(), vendor.key()).orders();
        QCOMPARE(orders.size(), shop.ended());
        QCOMPARE(journaled.size(), shop.ended());
        int done = 0;
        for (const ReportedOrder &order : orders) {
            QCOMPARE(journaled.value(order.id), order.status);
            done += order.isSold() ? 1 : 0;
        }
        QCOMPARE(done, shop.paid());
    }
};

} // namespace okoshko::test

QTEST_GUILESS_MAIN(okoshko::test::SoakTest)
#include "tst_soak.moc"
