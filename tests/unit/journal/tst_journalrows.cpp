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
    /// What is read of a row with \a value in the column \a name, as SQLite hands it out, and \a entry in the others.
    template <class Entry>
    static Entry readWith(journal::Columns<Entry> columns, const Entry &entry, const QString &name,
                          const QVariant &value)
    {
        QVariantList values = journal::toRow(columns, entry);
        values.replace(journal::namesOf(columns).indexOf(name), value);
        Entry read;
        const QTemporaryDir folder;
        journal::Database database;
        const QString places = u"?"_s + u", ?"_s.repeated(values.size() - 1);
        const bool done = database.open(folder.filePath(u"rows.sqlite"_s)).has_value() &&
                          database.run(u"SELECT "_s + places, values,
                                       [&](const QSqlQuery &row) { read = journal::fromRow(columns, row); });
        return done ? read : Entry();
    }

    static JournaledSale saleWith(const QString &name, const QVariant &value)
    {
        return readWith(journal::saleColumns(), JournaledSale{.order = {.number = 7}}, name, value);
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

        const Issue issue = readWith(journal::issueColumns(), Issue{.number = 7, .got = 2}, u"wanted"_s, -3);
        QCOMPARE(issue.number, 7);
        QCOMPARE(issue.wanted, 0);
        QCOMPARE(issue.got, 2);
    }

    void words()
    {
        QCOMPARE(saleWith(u"confirmed_by"_s, u"server"_s).confirmedBy, ConfirmedBy::Server);
        QCOMPARE(saleWith(u"confirmed_by"_s, u"nobody"_s).confirmedBy, ConfirmedBy::Unknown);
        QCOMPARE(saleWith(u"confirmed_by"_s, 1).confirmedBy, ConfirmedBy::Page); // of version 1
        QCOMPARE(saleWith(u"confirmed_by"_s, 0).confirmedBy, ConfirmedBy::Unknown);
        QCOMPARE(saleWith(u"goal"_s, u"x"_s).goal, SaleGoal::Sell);
        QCOMPARE(saleWith(u"status"_s, u"frozen"_s).order.status, OrderStatus::Unknown);
        QCOMPARE(saleWith(u"status"_s, u"frozen"_s).order.statusWord, u"frozen"_s);
        const Intent intent = readWith(journal::intentColumns(), Intent{.id = 3}, u"verb"_s, u"refund"_s);
        QCOMPARE(intent.id, 3);
        QCOMPARE(intent.verb, Intent::Verb::Cancel);
    }

    void whatTheServerRefusedBesideAnOrder()
    {
        const QString words = u"Promokey is not valid"_s;
        QCOMPARE(saleWith(u"refusal"_s, words).order.refusal, words);
        const JournaledSale sale{.order = {.number = 7, .refusal = words}};
        const QVariantList row = journal::toRow(journal::saleColumns(), sale);
        QVERIFY(row.contains(words));
    }

    /// Codes are kept as they are, whatever they contain; NULL is a part that does not change.
    void wantedChange()
    {
        OrderChange change;
        change.random = QList<WantedTickets>{};
        change.promoCodes = QStringList{u"ВЕСНА 10 %"_s, QString(20, u'я'), u"a:b"_s};
        const Intent intent{.id = 3, .verb = Intent::Verb::Change, .change = change};
        const QVariantList row = journal::toRow(journal::intentColumns(), intent);
        Intent read;
        for (qsizetype i = 0; i < row.size(); ++i)
            journal::intentColumns()[static_cast<size_t>(i)].read(read, row.at(i));
        QCOMPARE(read.verb, Intent::Verb::Change);
        QCOMPARE(read.change, change);
        QVERIFY(!read.change.tickets);
    }

    void flags()
    {
        QCOMPARE(saleWith(u"raised"_s, -1).raised.toInt(), 255);
        QCOMPARE(saleWith(u"raised"_s, 1 << 20).raised.toInt(), 0);
        QCOMPARE(saleWith(u"absent"_s, -1).order.absent.toInt(), (1 << 15) - 1);
        QCOMPARE(saleWith(u"absent"_s, u"all"_s).order.absent.toInt(), 0);
    }
};

} // namespace okoshko::test::tst_journalrows

OKOSHKO_TEST(tst_journalrows, TestJournalRows, QCoreApplication)
#include "tst_journalrows.moc"
