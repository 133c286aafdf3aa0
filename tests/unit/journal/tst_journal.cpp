// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestProgram.h"
#include "tests/unit/journal/JournalFixtures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_journal {

namespace {

const OrderId orderId = *OrderId::parse(u"56a73b7ff06c5a21c393806b"_s);
const TicketId ticketId = *TicketId::parse(u"56a6253df06c5a059a9380a0"_s);
const RuleId ruleId = *RuleId::parse(u"56a6254bf06c5a059b93800b"_s);

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
    sale.request = {
        .event = eventId, .eventTitle = u"Гамлет"_s, .random = {{setId, 2}}, .seats = ReserveRequest::Seats::Pick};
    sale.system = u"api/BASE"_s;
    sale.paymentStartedAt = noon + 2s;
    sale.lastKnown = OrderStatus::InProgress;
    sale.confirmedBy = ConfirmedBy::Page;
    sale.goal = SaleGoal::Release;
    sale.raised = Issue::Kind::SeatsShort;
    sale.raised |= Issue::Kind::FoundAgain;
    order.absent = Order::Field::Nominal;
    order.absent |= Order::Field::Discount;
    return sale;
}

} // namespace

/// What is written is there again after the file was closed; what must not change cannot.
class TestJournal : public QObject, protected OpenJournal
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        makeFolder();
        reopen();
    }

    void anIntentIsOpenUntilItIsConcluded()
    {
        const Intent reserve{.id = 3,
                             .verb = Intent::Verb::Reserve,
                             .request = {.event = eventId,
                                         .eventTitle = u"Гамлет"_s,
                                         .random = {{setId, 2}},
                                         .seats = ReserveRequest::Seats::Pick},
                             .at = noon};
        const Intent seats{
            .id = 5, .verb = Intent::Verb::Reserve, .request = {.event = eventId, .tickets = {ticketId}}, .at = noon};
        const Intent start{
            .id = 6, .verb = Intent::Verb::StartPayment, .order = orderId, .system = u"api/BASE"_s, .at = noon + 2s};
        const Intent confirm{.id = 7, .verb = Intent::Verb::Confirm, .order = orderId, .at = noon + 3s};
        const Intent cancel{.id = 8, .verb = Intent::Verb::Cancel, .order = orderId, .at = noon + 4s};
        write({reserve, seats, start, confirm, cancel});
        write({Conclusion{5, IntentResult::Unknown, {}}, Conclusion{7, IntentResult::Refused, {}},
               Conclusion{8, IntentResult::Unknown, {}}});
        reopen();
        QCOMPARE(load().openIntents, (QList<Intent>{reserve, seats, start, cancel}));

        write({Conclusion{3, IntentResult::Done, orderId}, Conclusion{8, IntentResult::Done, {}}});
        write({Conclusion{1234, IntentResult::Done, {}}}); // one that nobody knows
        QCOMPARE(load().openIntents, (QList<Intent>{seats, start}));
    }

    void theHighestIdsStayWhatWasConcluded()
    {
        QCOMPARE(load().lastIntent, 0);
        QCOMPARE(load().lastIssue, 0);
        write({Intent{.id = 40, .at = noon}, Conclusion{40, IntentResult::Done, orderId}, Issue{.id = 7, .since = noon},
               Resolution{7, noon, u"done"_s}});
        QCOMPARE(load().lastIntent, 40);
        QCOMPARE(load().lastIssue, 7);
    }

    void anIntentIsWrittenOnce()
    {
        const Intent intent{.id = 4, .verb = Intent::Verb::Cancel, .order = orderId, .at = noon};
        write({intent});
        write({intent}); // the same again, as after an answer that was not seen
        Intent other = intent;
        other.verb = Intent::Verb::Confirm;
        const auto written = m_journal->write({JournaledSale{.order = {.id = orderId}}, other});
        QCOMPARE(written.error().kind, JournalError::Kind::Failed);
        QCOMPARE(load().openIntents, QList<Intent>{intent});
        QVERIFY(load().sales.isEmpty()); // all or nothing
    }

    void aSaleIsKeptWhole()
    {
        const JournaledSale sale = recordedSale();
        write({sale});
        reopen();
        QCOMPARE(load(noon + 24h).sales, QList<JournaledSale>{sale});
    }

    void aSaleIsWrittenAnew()
    {
        JournaledSale sale = recordedSale();
        write({sale});
        sale.order.status = OrderStatus::Done;
        sale.order.statusWord = u"done"_s;
        sale.lastKnown = OrderStatus::Done;
        sale.goal = SaleGoal::Sell;
        sale.confirmedBy = ConfirmedBy::Server;
        sale.raised = {};
        write({sale});
        QCOMPARE(load().sales, QList<JournaledSale>{sale});
    }

    void aBareSaleIsKeptToo()
    {
        JournaledSale sale;
        sale.order.id = orderId;
        sale.order.statusWord = u"unknown"_s;
        write({sale});
        QCOMPARE(load().sales, QList<JournaledSale>{sale});
    }

    void aWordThatNobodyKnowsIsKept()
    {
        JournaledSale sale = recordedSale();
        sale.order.status = OrderStatus::Unknown;
        sale.order.statusWord = u"on_hold"_s;
        write({sale});
        QCOMPARE(load(noon + 24h).sales, QList<JournaledSale>{sale});
    }

    void anotherEventThanWasAskedForIsKept()
    {
        JournaledSale sale = recordedSale();
        sale.request.event = *EventId::parse(u"aaaaaaaaaaaaaaaaaaaaaaaa"_s);
        write({sale});
        QCOMPARE(load().sales, QList<JournaledSale>{sale});
    }

    void endedSalesAreGivenOnlyFromAMoment()
    {
        JournaledSale sale = recordedSale();
        sale.order.status = OrderStatus::Done;
        write({sale});
        QCOMPARE(load(noon).sales.size(), 1);
        QCOMPARE(load(noon + 1s).sales.size(), 0);
    }

    void aClosedSaleIsAnEndedOne()
    {
        JournaledSale sale = recordedSale();
        sale.closed = true;
        write({sale});
        QCOMPARE(load(noon).sales, QList<JournaledSale>{sale});
        QCOMPARE(load(noon + 1s).sales.size(), 0);
    }

    void salesComeByCreation()
    {
        QList<JournalEntry> entries;
        for (int n = 0; n < 300; ++n) { // all at the same time: by number then
            JournaledSale sale;
            sale.order.id = orderNumber(n);
            sale.order.number = 1000 - n;
            sale.order.createdAt = noon;
            entries << sale;
        }
        JournaledSale future = recordedSale();
        future.order.createdAt = noon + std::chrono::years(80);
        JournaledSale never = recordedSale();
        never.order.id = *OrderId::parse(u"aaaaaaaaaaaaaaaaaaaaaaaa"_s);
        never.order.createdAt.reset();
        write(entries + QList<JournalEntry>{future, never});
        const QList<JournaledSale> sales = load().sales;
        QCOMPARE(sales.size(), 302);
        QCOMPARE(sales.constFirst(), never);
        QCOMPARE(sales.at(1).order.number, 701);
        QCOMPARE(sales.at(300).order.number, 1000);
        QCOMPARE(sales.constLast(), future);
    }

    void theRecordTellsWhoAndWhat()
    {
        JournaledSale sale = recordedSale();
        RecordEntry created{.at = noon,
                            .who = u"somebody else"_s,
                            .what = u"created"_s,
                            .order = orderId,
                            .words = u"2"_s,
                            .till = noon + 10min};
        RecordEntry paid{.at = noon - 1s, .what = u"paid"_s, .order = orderId}; // the clock was set
        write({sale, created, paid});
        reopen();
        created.who = paid.who = u"Касса 2"_s; // the journal knows itself who writes
        QCOMPARE(load().sales.constFirst().record, (QList<RecordEntry>{created, paid}));
    }

    void theRecordCannotBeAltered()
    {
        write({RecordEntry{.at = noon, .what = u"created"_s, .order = orderId}});
        m_journal.reset();
        journal::Database database;
        QVERIFY(database.open(path()));
        QVERIFY(!database.run(u"UPDATE record SET what = 'nothing'"_s));
        QVERIFY(!database.run(u"DELETE FROM record"_s));
        QCOMPARE(database.value(u"SELECT what FROM record"_s)->toString(), u"created"_s);
    }

    void anIssueStaysUntilItIsResolved()
    {
        const Issue late{.id = 2,
                         .kind = Issue::Kind::PaidTooLate,
                         .order = orderId,
                         .event = eventId,
                         .number = 1,
                         .wanted = 2,
                         .got = 1,
                         .since = noon};
        Issue lost{.id = 3,
                   .kind = Issue::Kind::UnknownReservation,
                   .event = eventId,
                   .wanted = 2,
                   .intent = 9,
                   .candidates = {orderId, *OrderId::parse(u"aaaaaaaaaaaaaaaaaaaaaaaa"_s)},
                   .since = noon + 1s};
        write({late, lost});
        reopen();
        QCOMPARE(load().issues, (QList<Issue>{late, lost}));
        lost.candidates = {orderId};
        write({lost, Resolution{2, noon + 1h, u"money returned"_s}, Resolution{99, noon, {}}});
        reopen();
        QCOMPARE(load().issues, QList<Issue>{lost});
        // What was resolved stays as it is.
        write({late});
        QCOMPARE(load().issues, QList<Issue>{lost});
        m_journal.reset();
        journal::Database database;
        QVERIFY(database.open(path()));
        QCOMPARE(database.value(u"SELECT resolved_how FROM issues WHERE id = 2"_s)->toString(), u"money returned"_s);
    }

    void allKindsOfIssueAreKept()
    {
        QList<JournalEntry> entries;
        QList<Issue> issues;
        for (int bit = 0; bit < 7; ++bit)
            issues.append({.id = bit + 1, .kind = Issue::Kind(1 << bit), .since = noon});
        for (const Issue &issue : issues)
            entries << issue;
        write(entries);
        QCOMPARE(load().issues, issues);
    }

    void thePartnerIsNotedOnce()
    {
        QVERIFY(m_journal->partner()->isEmpty());
        write({PartnerNote{u"56810047f06c5a6ac62f4e1d"_s}});
        reopen();
        QCOMPARE(load().partner, u"56810047f06c5a6ac62f4e1d"_s);
        QVERIFY(m_journal->notePartner(u"56810047f06c5a6ac62f4e1d"_s));
        const auto other = m_journal->write({PartnerNote{u"aaaaaaaaaaaaaaaaaaaaaaaa"_s}});
        QVERIFY(!other);
        QCOMPARE(other.error().kind, JournalError::Kind::OtherAccount);
    }

    void anIntentIsASaleThatWasTried()
    {
        QCOMPARE(load().anySales, Owner::Sales::None);
        write({Intent{.id = 1, .at = noon}, Conclusion{1, IntentResult::Refused, {}}});
        QCOMPARE(load().anySales, Owner::Sales::Some);
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
};

} // namespace okoshko::test::tst_journal

OKOSHKO_TEST(tst_journal, TestJournal, QCoreApplication)
#include "tst_journal.moc"
