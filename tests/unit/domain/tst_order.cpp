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
    /// vendor documentation, written down once more by hand.
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

    void anAnswerThatTellsNothingChangesNothing()
    {
        Order silent;
        silent.absent = allOrderFields;
        QVERIFY(merged(known(), silent) == known());
        silent.id = known().id;
        QVERIFY(merged(known(), silent) == known());
    }

    void anAnswerThatTellsAllReplacesAll() { QVERIFY(merged(known(), other()) == other()); }

    /// Each field is taken if it is told, and only it.
    void eachFieldIsTakenByItself_data()
    {
        QTest::addColumn<Order::Field>("field");
        QTest::addColumn<Order>("expected");
        const auto row = [](const char *name, Order::Field field, auto... members) {
            Order expected = known();
            ((expected.*members = other().*members), ...);
            QTest::newRow(name) << field << expected;
        };
        using Field = Order::Field;
        row("number", Field::Number, &Order::number);
        row("event", Field::Event, &Order::event);
        row("status", Field::Status, &Order::status, &Order::statusWord);
        row("created_at", Field::CreatedAt, &Order::createdAt);
        row("updated_at", Field::UpdatedAt, &Order::updatedAt);
        row("reserved_till", Field::ReservedTill, &Order::reservedTill);
        row("tickets", Field::Tickets, &Order::tickets);
        row("rules", Field::Rules, &Order::rules);
        row("customer", Field::Customer, &Order::customer);
        row("payment", Field::Payment, &Order::payment);
        row("value", Field::Value, &Order::value);
        row("value_extra", Field::ValueExtra, &Order::valueExtra);
        row("nominal", Field::Nominal, &Order::nominal, &Order::facePrices);
        row("discount", Field::Discount, &Order::discount);
    }

    void eachFieldIsTakenByItself()
    {
        QFETCH(Order::Field, field);
        QFETCH(Order, expected);
        Order told = other();
        told.absent = allOrderFields & ~Order::Fields(field);
        QVERIFY(merged(known(), told) == expected);
    }

    void whatIsToldAtLastIsAbsentNoMore()
    {
        Order before = known();
        before.absent = Order::Field::Nominal | Order::Field::Discount;
        Order told = other();
        told.absent = allOrderFields & ~Order::Fields(Order::Field::Nominal);
        const Order after = merged(before, told);
        QCOMPARE(after.absent, Order::Fields(Order::Field::Discount));
        QVERIFY(after.nominal == told.nominal);
        QVERIFY(after.discount == before.discount);
    }

    void anEmptyListAndNoHoldAreTold()
    {
        Order told;
        told.absent = allOrderFields & ~(Order::Field::Tickets | Order::Field::ReservedTill);
        const Order after = merged(known(), told);
        QVERIFY(after.tickets.isEmpty());
        QVERIFY(!after.reservedTill.has_value());
    }

    void whereToPayIsNotTakenBack()
    {
        Order told;
        told.absent = allOrderFields & ~Order::Fields(Order::Field::Payment);
        QVERIFY(merged(known(), told).payment == known().payment);
        told.payment.redirectUrl = QUrl(u"https://pay.example.org/2"_s);
        QCOMPARE(merged(known(), told).payment.redirectUrl, told.payment.redirectUrl);
        QCOMPARE(merged(known(), told).payment.system, known().payment.system);
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
            // Who pays on a page, by bank transfer or is invited must be known by name and address (vendor
            // documentation); who pays at the counter need not.
            QCOMPARE(system.customerData == PaymentSystem::CustomerData::NameAndEmail, system.name != u"api/BASE");
        }
        QCOMPARE(names.size(), systems.size());
        QVERIFY(names.contains(u"api/BASE"_s));
    }

private:
    /// Nothing in it has its default.
    [[nodiscard]] static Order make(QChar digit, int number, OrderStatus status)
    {
        const QString id(24, digit);
        const Instant time{std::chrono::hours(number)};
        Order order;
        order.id = *OrderId::parse(QString(24, u'a'));
        order.number = number;
        order.event = *EventId::parse(id);
        order.status = status;
        order.statusWord = toWord(status);
        order.createdAt = time;
        order.updatedAt = time + std::chrono::seconds(1);
        order.reservedTill = time + std::chrono::minutes(10);
        order.tickets = {*TicketId::parse(id)};
        order.rules.insert(*SetId::parse(id), *RuleId::parse(id));
        order.customer.email = id;
        order.payment = {u"system/"_s + digit, QUrl(u"https://pay.example.org/"_s + digit)};
        order.value = Money::fromMinor(number * 100);
        order.valueExtra = Money::fromMinor(number);
        order.nominal = Money::fromMinor(number * 90);
        order.discount = Money::fromMinor(number * 2);
        order.facePrices = {{*SetId::parse(id), Money::fromMinor(number * 92)}};
        return order;
    }
    [[nodiscard]] static Order known() { return make(u'1', 11, OrderStatus::Executed); }
    [[nodiscard]] static Order other() { return make(u'2', 22, OrderStatus::InProgress); }
};

} // namespace okoshko::test::tst_order

OKOSHKO_TEST(tst_order, OrderTest, QCoreApplication)
#include "tst_order.moc"
