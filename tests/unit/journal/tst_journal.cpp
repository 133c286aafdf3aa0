// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Database.h"
#include "models/journal/Journal.h"
#include "tests/support/TestProgram.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_journal {

namespace {

const OrderId orderId = *OrderId::parse(u"56a73b7ff06c5a21c393806b"_s);
const EventId eventId = *EventId::parse(u"56a6253df06c5a059a93802e"_s);
const SetId setId = *SetId::parse(u"56a6254bf06c5a059b93800c"_s);
const TicketId ticketId = *TicketId::parse(u"56a6253df06c5a059a9380a0"_s);
const RuleId ruleId = *RuleId::parse(u"56a6254bf06c5a059b93800b"_s);
const Instant noon = *parseInstant(u"2016-01-26T12:00:00.123456+00:00"_s);

JournaledSale recordedSale()
{
    JournaledSale sale;
    Order &order = sale.order;
    order.id = orderId;
    order.number = 497291903;
    order.event = eventId;
    order.status = OrderStatus::InProgress;
    order.statusWord = u"in_progress"_s;
    order.createdAt = noon;
    order.updatedAt = noon + 1s;
    order.reservedTill = noon + 30min;
    order.tickets = {ticketId};
    order.rules = {{setId, ruleId}};
    order.payment = {u"545b544a5d645a463e779d53"_s, QUrl(u"https://pay.example.org/1?a=b%20c"_s)};
    order.value = Money::fromMinor(10000);
    order.valueExtra = Money::fromMinor(150);
    order.nominal = Money::fromMinor(9850);
    order.discount = Money::fromMinor(5);
    sale.request = {.event = eventId, .random = {{setId, 2}}};
    sale.system = u"api/BASE"_s;
    sale.paymentStartedAt = noon + 2s;
    sale.paidOnPage = true;
    sale.wish = Wish::Release;
    return sale;
}

} // namespace

/// What is written is there again after the file was closed; what must not change cannot.
class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        reopen();
    }

    void anIntentIsOpenUntilItIsConcluded()
    {
        const Intent reserve{.verb = Intent::Verb::Reserve,
                             .request = {.event = eventId,
                                         .random = {{setId, 2}},
                                         .completeness = ReserveRequest::Completeness::AllOrNothing},
                             .at = noon};
        const Intent seats{
            .verb = Intent::Verb::Reserve, .request = {.event = eventId, .tickets = {ticketId}}, .at = noon};
        const Intent choose{
            .verb = Intent::Verb::ChoosePayment, .order = orderId, .system = u"api/BASE"_s, .at = noon + 1s};
        const Intent start{.verb = Intent::Verb::StartPayment, .order = orderId, .at = noon + 2s};
        const Intent confirm{.verb = Intent::Verb::Confirm, .order = orderId, .at = noon + 3s};
        const Intent cancel{.verb = Intent::Verb::Cancel, .order = orderId, .at = noon + 4s};
        QList<qint64> ids;
        for (const Intent &intent : {reserve, seats, choose, start, confirm, cancel})
            ids << *m_journal->intend(intent);
        QVERIFY(m_journal->conclude(ids.at(0), Outcome::Done, orderId));
        QVERIFY(m_journal->conclude(ids.at(2), Outcome::Refused));
        QVERIFY(m_journal->conclude(ids.at(3), Outcome::Unknown));
        reopen();

        QList<Intent> expected{seats, start, confirm, cancel};
        const QList<qint64> left{ids.at(1), ids.at(3), ids.at(4), ids.at(5)};
        for (qsizetype i = 0; i < expected.size(); ++i)
            expected[i].id = left.at(i);
        QCOMPARE(*m_journal->openIntents(), expected);
    }

    void aSaleIsMirroredWhole()
    {
        const JournaledSale sale = recordedSale();
        QVERIFY(m_journal->mirror(sale));
        reopen();
        QCOMPARE(m_journal->sales(noon + 24h)->size(), 1);
        QVERIFY(m_journal->sales(noon)->constFirst() == sale);
        QVERIFY(*m_journal->knows(orderId));
        QVERIFY(!*m_journal->knows(*OrderId::parse(u"aaaaaaaaaaaaaaaaaaaaaaaa"_s)));
    }

    void aBareSaleIsMirroredToo()
    {
        JournaledSale sale;
        sale.order.id = orderId;
        sale.order.statusWord = u"unknown"_s;
        QVERIFY(m_journal->mirror(sale));
        QVERIFY(m_journal->sales(noon)->constFirst() == sale);
    }

    void endedSalesAreGivenOnlyFromAMoment()
    {
        JournaledSale sale = recordedSale();
        sale.order.status = OrderStatus::Done;
        QVERIFY(m_journal->mirror(sale));
        QCOMPARE(m_journal->sales(noon)->size(), 1);
        QCOMPARE(m_journal->sales(noon + 1s)->size(), 0);
    }

    void theRecordTellsWhoAndWhat()
    {
        const RecordEntry entry{.at = noon,
                                .who = u"Касса 2"_s,
                                .what = u"created"_s,
                                .order = orderId,
                                .words = u"2"_s,
                                .till = noon + 10min};
        RecordEntry given = entry;
        given.who = u"somebody else"_s; // the journal knows itself who writes
        QVERIFY(m_journal->record(given));
        reopen();
        QCOMPARE(m_journal->recordOf(orderId)->size(), 1);
        QVERIFY(m_journal->recordOf(orderId)->constFirst() == entry);
    }

    void theRecordCannotBeAltered()
    {
        QVERIFY(m_journal->record({.at = noon, .what = u"created"_s, .order = orderId}));
        m_journal.reset();
        journal::Database database;
        QVERIFY(database.open(path()));
        QVERIFY(!database.run(u"UPDATE record SET what = 'nothing'"_s));
        QVERIFY(!database.run(u"DELETE FROM record"_s));
        QCOMPARE(database.value(u"SELECT what FROM record"_s)->toString(), u"created"_s);
    }

    void whatIsToBeSettledStaysUntilSomebodySettlesIt()
    {
        Unsettled late{
            .kind = Unsettled::Kind::PaidTooLate, .order = orderId, .event = eventId, .number = 1, .since = noon};
        Unsettled lost{.kind = Unsettled::Kind::UnknownOutcome,
                       .event = eventId,
                       .wanted = 2,
                       .perhaps = {orderId, *OrderId::parse(u"aaaaaaaaaaaaaaaaaaaaaaaa"_s)},
                       .since = noon + 1s};
        late.id = *m_journal->addUnsettled(late);
        lost.id = *m_journal->addUnsettled(lost);
        QCOMPARE(*m_journal->addUnsettled(late), late.id); // once is enough
        reopen();
        QVERIFY((*m_journal->unsettled() == QList<Unsettled>{late, lost}));
        QVERIFY(m_journal->settle(late.id, noon + 1h, u"money returned"_s));
        reopen();
        QVERIFY((*m_journal->unsettled() == QList<Unsettled>{lost}));
    }

    void severalWritingsAreOneEntry()
    {
        const auto done = m_journal->atOnce([this]() -> Journaled<void> {
            if (const auto mirrored = m_journal->mirror(recordedSale()); !mirrored)
                return mirrored;
            return tl::unexpected(JournalError{JournalError::Kind::DiskFull, {}});
        });
        QVERIFY(!done);
        QVERIFY(!*m_journal->knows(orderId));
    }

    void thePartnerIsNotedOnce()
    {
        QVERIFY(m_journal->partner()->isEmpty());
        QVERIFY(m_journal->notePartner(u"56810047f06c5a6ac62f4e1d"_s));
        reopen();
        QVERIFY(m_journal->notePartner(u"56810047f06c5a6ac62f4e1d"_s));
        const auto other = m_journal->notePartner(u"aaaaaaaaaaaaaaaaaaaaaaaa"_s);
        QVERIFY(!other);
        QCOMPARE(other.error().kind, JournalError::Kind::OtherAccount);
    }

    void theMarkTellsKeysApartAndNotTheKey()
    {
        const QString server = u"https://api.ticketscloud.org"_s;
        const QByteArray key = "047bdb8bcee44d3693371920aaf9135c";
        QCOMPARE(markOf(server, key).size(), 16);
        QVERIFY(!key.contains(markOf(server, key).toLatin1()));
        QVERIFY(markOf(server, key) != markOf(server, "047bdb8bcee44d3693371920aaf9135d"));
        QVERIFY(markOf(server, key) != markOf(u"https://other.example.org"_s, key));
    }

private:
    QString path() const { return m_folder->filePath(u"journal.sqlite"_s); }

    void reopen()
    {
        m_journal.reset();
        auto opened = Journal::open(path(), {u"https://api.ticketscloud.org"_s, u"0123456789abcdef"_s}, u"Касса 2"_s);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        m_journal = std::move(*opened);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Journal> m_journal;
};

} // namespace okoshko::test::tst_journal

OKOSHKO_TEST(tst_journal, TestJournal, QCoreApplication)
#include "tst_journal.moc"
