// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Database.h"
#include "models/journal/JournalRows.h"
#include "tests/support/TestProgram.h"

#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_journalrows {

/// Rows whose columns a damaged file holds: numbers and times that no server could have told are none.
class TestJournalRows : public QObject
{
    Q_OBJECT

private:
    /// What \a read makes of a row of \a values, as SQLite hands it out.
    template <class Entry>
    static Entry readBack(const QVariantList &values, Entry (*read)(const QSqlQuery &))
    {
        Entry entry;
        const QTemporaryDir folder;
        journal::Database database;
        const QString columns = u"?"_s + u", ?"_s.repeated(values.size() - 1);
        const bool done =
            database.open(folder.filePath(u"rows.sqlite"_s)).has_value() &&
            database.run(u"SELECT "_s + columns, values, [&](const QSqlQuery &row) { entry = read(row); });
        return done ? entry : Entry();
    }

    /// A sale's row with \a value in the column \a name.
    static JournaledSale saleWith(const QString &name, const QVariant &value)
    {
        QStringList names = journal::saleColumns().split(u',');
        for (QString &column : names)
            column = column.trimmed();
        QVariantList values = journal::toRow(JournaledSale{.order = {.number = 7}});
        values.replace(names.indexOf(name), value);
        return readBack(values, journal::toSale);
    }

private Q_SLOTS:
    void sums()
    {
        constexpr qint64 most = 99'999'999'999'999; // Money
        QCOMPARE(saleWith(u"value"_s, most).order.value, Money::fromMinor(most));
        QCOMPARE(saleWith(u"value"_s, -most).order.value, Money::fromMinor(-most));
        for (const qint64 minor : {most + 1, -most - 1, std::numeric_limits<qint64>::min()}) {
            const JournaledSale sale = saleWith(u"value"_s, minor);
            QCOMPARE(sale.order.number, 7); // it was read
            QCOMPARE(sale.order.value, Money());
        }
    }

    void times()
    {
        const Instant last = *parseInstant(u"9999-12-31T23:59:59.999999Z"_s);
        const qint64 most = last.time_since_epoch().count();
        QVERIFY(saleWith(u"created_at"_s, most).order.createdAt == last);
        for (const qint64 micros : {most + 1, std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()})
            QVERIFY(!saleWith(u"created_at"_s, micros).order.createdAt);
    }

    void counts()
    {
        const QString set = u"56a6254bf06c5a059b93800c"_s;
        const QList<WantedTickets> wanted =
            saleWith(u"random"_s, set + u":-5 "_s + set + u":2147483647 "_s + set + u":2"_s).request.random;
        QCOMPARE(wanted.size(), 3);
        QCOMPARE(wanted.at(0).count, 0);
        QVERIFY(wanted.at(1).count < 2147483647);
        QCOMPARE(wanted.at(2).count, 2);

        QVariantList row{1};
        row += journal::toRow(Unsettled{.number = 7, .wanted = -3, .got = -1});
        const Unsettled entry = readBack(row, journal::toUnsettled);
        QCOMPARE(entry.number, 7);
        QCOMPARE(entry.wanted, 0);
        QCOMPARE(entry.got, 0);
    }
};

} // namespace okoshko::test::tst_journalrows

OKOSHKO_TEST(tst_journalrows, TestJournalRows, QCoreApplication)
#include "tst_journalrows.moc"
