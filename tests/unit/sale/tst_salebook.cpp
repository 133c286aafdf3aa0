// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/sale/Counter.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_salebook {

/// When the book takes nothing: another partner answers, or its file has gone.
class TestSaleBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notesThePartnerOnce()
    {
        Counter counter;
        QVERIFY(counter.book.isOf(u"ours"_s));
        QVERIFY(counter.book.isOf(u"ours"_s));
        QCOMPARE(*counter.journal->partner(), u"ours"_s);
        QVERIFY(!counter.book.trouble());
    }

    void anotherPartnersWordIsNotWrittenDown()
    {
        Counter counter;
        QVERIFY(counter.book.isOf(u"ours"_s));
        const Sale sale = counter.startPayment();
        const auto before = counter.journal->sales(Instant());
        const auto record = counter.journal->recordOf(sale.order.id);
        QSignalSpy troubled(&counter.book, &SaleBook::troubleChanged);

        QVERIFY(!counter.book.isOf(u"theirs"_s));
        QCOMPARE(troubled.count(), 1);
        QCOMPARE(counter.book.trouble()->kind, JournalError::Kind::OtherAccount);
        QCOMPARE(*counter.journal->partner(), u"ours"_s);
        counter.vendor.at(sale.order.id).status = OrderStatus::Canceled; // whatever their server says
        counter.desk.refresh(sale.order.id);
        counter.pass(60s);
        QCOMPARE(counter.journal->sales(Instant()), before);
        QCOMPARE(counter.journal->recordOf(sale.order.id), record);
        QVERIFY(counter.journal->unsettled()->isEmpty());
    }

    void nothingIsSoldUntilTheProgramStartsAnew()
    {
        Counter counter;
        QVERIFY(counter.book.isOf(u"ours"_s));
        QVERIFY(!counter.book.isOf(u"theirs"_s));
        QSignalSpy failed(&counter.desk, &SaleDesk::reservationFailed);
        const int asked = counter.vendor.count(Vendor::Verb::Reserve);
        counter.desk.reserve({.event = *EventId::parse(u"56a6253df06c5a059a93802e"_s),
                              .random = {{*SetId::parse(u"56a6254bf06c5a059b93800c"_s), 1}}});
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.first().at(1).value<ApiError>().kind, ErrorKind::NotRecorded);
        QCOMPARE(counter.vendor.count(Vendor::Verb::Reserve), asked);
        QVERIFY(!counter.book.isOf(u"ours"_s)); // it could be either: a person has to look
        counter.pass(5s);
        QVERIFY(counter.book.trouble());
    }

    void aForgottenSaleThatComesAgainGoesOnInTheRecord()
    {
        Counter counter;
        Sale sale = counter.startPayment();
        const auto told = counter.journal->recordOf(sale.order.id)->size();
        QVERIFY(told > 1);
        counter.book.keep(sale);
        QCOMPARE(counter.journal->recordOf(sale.order.id)->size(), told); // once each
        counter.book.forget(sale.order.id);
        sale.history = {{.at = counter.vendor.clock().now(), .what = HistoryEntry::What::FoundAgain}};
        counter.book.keep(sale);
        QCOMPARE(counter.journal->recordOf(sale.order.id)->size(), told + 1);
    }

    void aFileThatGoesIsMissedWithinASecond()
    {
        Counter counter;
        const QString path = counter.folder + u"/journal.sqlite"_s;
        counter.pass(2s);
        QVERIFY(!counter.book.trouble());
        QVERIFY(QFile::rename(path, path + u"-away"_s));
        counter.pass(1s);
        QVERIFY(counter.book.trouble());
        QCOMPARE(counter.book.trouble()->kind, JournalError::Kind::Vanished);
        QVERIFY(QFile::rename(path + u"-away"_s, path));
        counter.pass(1s);
        QVERIFY(!counter.book.trouble());
        QCOMPARE(counter.reserve(1).order.status, OrderStatus::Executed);
    }
};

} // namespace okoshko::test::tst_salebook

OKOSHKO_TEST(tst_salebook, TestSaleBook, QCoreApplication)
#include "tst_salebook.moc"
