// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/Order.h"
#include "models/domain/PaymentSystem.h"
#include "tests/support/TestProgram.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_order {

class OrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// api.md, "Order", written down once more by hand.
    void statusesAreAsTheServerSaysThem_data()
    {
        QTest::addColumn<OrderStatus>("status");
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("final");
        QTest::addColumn<bool>("held");
        QTest::newRow("executed") << OrderStatus::Executed << u"executed"_s << false << true;
        QTest::newRow("in_progress") << OrderStatus::InProgress << u"in_progress"_s << false << true;
        QTest::newRow("done") << OrderStatus::Done << u"done"_s << true << false;
        QTest::newRow("canceled") << OrderStatus::Canceled << u"canceled"_s << true << false;
        QTest::newRow("expired") << OrderStatus::Expired << u"expired"_s << true << false;
        QTest::newRow("refunded") << OrderStatus::Refunded << u"refunded"_s << true << false;
        QTest::newRow("unknown") << OrderStatus::Unknown << u"unknown"_s << false << false;
    }

    void statusesAreAsTheServerSaysThem()
    {
        QFETCH(OrderStatus, status);
        QFETCH(QString, word);
        QFETCH(bool, final);
        QFETCH(bool, held);
        QCOMPARE(toWord(status), word);
        QCOMPARE(isFinal(status), final);
        QCOMPARE(isHeld(status), held);
    }

    void everyStatusIsListedOnce()
    {
        QSet<QString> words;
        for (const OrderStatus status : allOrderStatuses)
            words.insert(toWord(status));
        QCOMPARE(words.size(), qsizetype(7));
        QCOMPARE(allOrderStatuses.size(), size_t(7));
    }

    void countsWhatIsWanted()
    {
        const SetId set = SetId::parse(u"56a6254bf06c5a059b93800c"_s).value();
        const TicketId ticket = TicketId::parse(u"56a6253df06c5a059a9380a0"_s).value();
        QCOMPARE(ReserveRequest().wantedCount(), 0);
        ReserveRequest random;
        random.random = {{set, 2}, {set, 3}};
        QCOMPARE(random.wantedCount(), 5);
        ReserveRequest chosen;
        chosen.tickets = {ticket, ticket, ticket};
        QCOMPARE(chosen.wantedCount(), 3);
    }

    void systemsAreCalledByTheirLabels()
    {
        PaymentSystem system;
        system.name = u"api/BASE"_s;
        QCOMPARE(system.label(u"ru"_s), u"api/BASE"_s);
        system.labels = {{u"ru"_s, u"Касса"_s}};
        QCOMPARE(system.label(u"ru"_s), u"Касса"_s);
        QCOMPARE(system.label(u"en"_s), u"Касса"_s);
        system.labels.insert(u"en"_s, u"Counter"_s);
        QCOMPARE(system.label(u"en"_s), u"Counter"_s);
    }

    void defaultSystemsHaveNamesAndBothLabels()
    {
        QSet<QString> names;
        const QList<PaymentSystem> systems = defaultPaymentSystems();
        for (const PaymentSystem &system : systems) {
            names.insert(system.name);
            QVERIFY(!system.labels.value(u"ru"_s).isEmpty());
            QVERIFY(!system.labels.value(u"en"_s).isEmpty());
            // Who pays on a page must be known by name and address (api.md, "Payment systems").
            const bool page = system.name.startsWith(u"platron/");
            QCOMPARE(system.customerData == PaymentSystem::CustomerData::NameAndEmail, page);
        }
        QCOMPARE(names.size(), systems.size());
        QVERIFY(names.contains(u"api/BASE"_s));
    }
};

} // namespace okoshko::test::tst_order

OKOSHKO_TEST(tst_order, OrderTest, QCoreApplication)
#include "tst_order.moc"
