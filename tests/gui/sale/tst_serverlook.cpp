// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/keys/Keys.h"
#include "tests/gui/sale/GuiFixture.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/sale/CounterFixture.h"
#include "ui/keys/KeyDispatcher.h"
#include "ui/main/ServerLook.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_serverlook {

/// An order that is not in the list is looked for at the server.
class ServerLookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<GuiFixture>();
        QTRY_VERIFY(!m_stage->isWaiting());
        m_order = m_stage->reserveElsewhere(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1);
    }

    void cleanup() { m_stage.reset(); }

    void findsByNumberAndIsPaidHere()
    {
        QVERIFY(!m_stage->find(u"serverLookButton"_s));
        seek(QString::number(m_order.number));
        QCOMPARE(m_stage->counter->orders.rowCount(), 0);
        m_stage->press(Qt::Key_Return); // nothing is listed: it looks at the server
        QTRY_COMPARE(m_stage->windows->main().orders().current(), m_order.id);
        QVERIFY2(line().startsWith(u"Orders of the last 7 days: looked at 1, made from "_s), qPrintable(line()));
        QVERIFY(line().endsWith(u"Found: 1; in the list now."_s));
        QCOMPARE(m_stage->windows->main().focusWidget(), m_stage->find(u"orderTable"_s));

        m_stage->press(Qt::Key_Return); // goes on with it
        QTRY_VERIFY(m_stage->isShown(u"startPaymentButton"_s));
        m_stage->press(Qt::Key_Return);
        m_stage->click(u"confirmPaidButton"_s);
        m_stage->click(u"confirmPaidYesButton"_s);
        QTRY_COMPARE(m_stage->atServer(m_order.id).status, OrderStatus::Done);
    }

    void saysHowFarItLookedInVain()
    {
        seek(u"nobody"_s);
        m_stage->press(Qt::Key_F6);
        QTRY_VERIFY(line().contains(u"looked at 1, made"_s));
        QVERIFY2(
            line().endsWith(u"None of them shows this number, name, phone or barcode. 1 unpaid order among them names "
                            "no buyer: the server tells the buyer once the payment has begun. Such an order is "
                            "found by its number: ask for it."_s),
            qPrintable(line()));
        QCOMPARE(m_stage->counter->orders.total(), 0);
        m_stage->press(Qt::Key_Escape);
        QVERIFY(!m_stage->find(u"serverLookLine"_s));
    }

    /// Once the payment has begun an order without a buyer's data has none.
    void aStartedOrderHasNoUntoldBuyer()
    {
        QCOMPARE(m_stage->other->service.pay(m_order.id, {u"api/BASE"_s, {}}), Refusal::None);
        QTRY_COMPARE(m_stage->atServer(m_order.id).status, OrderStatus::InProgress);
        seek(u"nobody"_s);
        m_stage->press(Qt::Key_F6);
        QTRY_VERIFY(line().endsWith(u"None of them shows this number, name, phone or barcode."_s));
    }

    void amongTheOrdersOfAnEvent()
    {
        seek(QString::number(m_order.number));
        auto *places = m_stage->hand->find<QComboBox>(u"serverPlaces"_s);
        QVERIFY(places);
        choose(*places, GuiFixture::pageEvent());
        m_stage->press(Qt::Key_F6);
        QTRY_VERIFY(line().contains(u"looked at 0. None"_s));
        choose(*places, GuiFixture::cashEvent());
        m_stage->press(Qt::Key_F6);
        QTRY_COMPARE(m_stage->windows->main().orders().current(), m_order.id);
    }

    void findsByNameAndPhone_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("name") << u"иванова"_s;
        QTest::newRow("name in the other layout") << u"bdfyjdf"_s;
        QTest::newRow("phone with 8") << u"8 912 345-67-89"_s;
        QTest::newRow("phone with +7") << u"+7 (912) 3456789"_s;
        QTest::newRow("its end") << u"6789"_s;
        QTest::newRow("e-mail") << u"anna@"_s;
    }

    void findsByNameAndPhone()
    {
        QFETCH(QString, typed);
        const Customer buyer{u"Анна"_s, u"Иванова"_s, u"anna@example.org"_s, u"+79123456789"_s, u"ru"_s};
        QCOMPARE(m_stage->other->service.pay(m_order.id, {u"platron/OTHER"_s, buyer}), Refusal::None);
        QTRY_COMPARE(m_stage->atServer(m_order.id).status, OrderStatus::InProgress);
        seek(typed);
        m_stage->press(Qt::Key_F6);
        QTRY_COMPARE(m_stage->windows->main().orders().current(), m_order.id);
        QCOMPARE(m_stage->counter->orders.rowCount(), 1); // and the search still shows it
        QCOMPARE(m_stage->hand->find<QLineEdit>(u"filterEdit"_s)->text(), typed);
    }

    void findsByBarcodeOncePaid()
    {
        QCOMPARE(m_stage->other->service.pay(m_order.id, {u"api/BASE"_s, {}}), Refusal::None);
        QTRY_COMPARE(m_stage->other->service.sale(m_order.id)->collecting(), Sale::Collecting::Yes);
        QCOMPARE(m_stage->other->service.confirm(m_order.id), Refusal::None);
        QTRY_COMPARE(m_stage->atServer(m_order.id).status, OrderStatus::Done);
        std::optional<QString> barcode;
        m_stage->other->api.tickets(m_order.id, this, [&barcode](const Result<QList<Ticket>> &tickets) {
            barcode = tickets && !tickets->isEmpty() ? tickets->first().barcode : QString();
        });
        QTRY_VERIFY(barcode.has_value());
        QVERIFY(!barcode->isEmpty());
        m_stage->click(u"filterEdit"_s);
        Keys(m_stage->windows->main()).scan(*barcode);
        m_stage->press(Qt::Key_F6);
        QTRY_COMPARE(m_stage->windows->main().orders().current(), m_order.id);
        QVERIFY(line().endsWith(u"Found: 1; in the list now."_s));

        // From now on its ticket opens it.
        const OrderId another = m_stage->reserveElsewhere(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1).id;
        m_stage->press(Qt::Key_Escape);
        m_stage->press(Qt::Key_F5);
        QTRY_VERIFY(m_stage->counter->service.sale(another));
        m_stage->windows->main().orders().select(another);
        QTRY_COMPARE(m_stage->windows->main().orders().current(), another);
        QTRY_VERIFY(!m_stage->counter->service.sale(m_order.id)->tickets.isEmpty());
        Keys(m_stage->windows->main()).scan(*barcode);
        QTRY_COMPARE(m_stage->windows->main().orders().current(), m_order.id);
    }

    void aListWithoutItsTicketsIsReadAllTheSame()
    {
        using Kind = ScriptedVendor::Kind;
        CounterFixture till;
        till.start();
        till.vendor.mayAsk = [](const OrderQuery &) { return true; };
        const OrderId id = till.vendor.makeElsewhere(wanting(1));
        ServerLook look(till.counter(), Format(Format::Language::English), nullptr);
        new KeyDispatcher(look);
        look.show();
        look.seek(QString::number(till.vendor.at(id).number));
        till.vendor.failNext(Kind::Orders, answered(400)); // a server that does not list tickets as objects
        till.vendor.queries.clear();
        QSignalSpy found(&look, &ServerLook::orderRequested);
        InputDriver(look).press(Qt::Key_F6);
        till.settle();
        QCOMPARE(till.vendor.queries.size(), 2);
        QCOMPARE(till.vendor.queries.first().barcodes, OrderQuery::Barcodes::Wanted);
        QCOMPARE(till.vendor.queries.last().barcodes, OrderQuery::Barcodes::No);
        QVERIFY2(found.count() == 1, qPrintable(look.findChild<QLabel *>(u"serverLookLine"_s)->text()));
        QCOMPARE(till.sale(id).origin, Sale::Origin::Elsewhere);

        till.vendor.failNext(Kind::Orders, answered(500));
        InputDriver(look).press(Qt::Key_F6);
        till.settle();
        const QString said = look.findChild<QLabel *>(u"serverLookLine"_s)->text();
        QVERIFY2(said.startsWith(u"The orders could not be read"_s), qPrintable(said));
        QVERIFY(look.findChild<QWidget *>(u"serverLookButton"_s)->isEnabled()); // and can be repeated
    }

    void aLookForAnEarlierTextIsLeft()
    {
        seek(QString::number(m_order.number));
        m_stage->press(Qt::Key_F6);
        seek(u"nobody"_s);
        QTRY_VERIFY(!m_stage->isWaiting());
        QCOMPARE(m_stage->counter->orders.total(), 0);
        QVERIFY(!m_stage->find(u"serverLookLine"_s));
        QVERIFY(m_stage->isShown(u"serverLookButton"_s));
    }

private:
    void seek(const QString &text)
    {
        m_stage->click(u"filterEdit"_s);
        auto *field = m_stage->hand->find<QLineEdit>(u"filterEdit"_s);
        field->selectAll();
        field->insert(text);
    }

    void choose(QComboBox &places, const EventId &event)
    {
        const int row = places.findData(event.toString(), Qt::UserRole + 1);
        QVERIFY(row >= 0);
        places.setCurrentIndex(row);
    }

    [[nodiscard]] QString line() const
    {
        const auto *label = m_stage->hand->find<QLabel>(u"serverLookLine"_s);
        return label ? label->text() : QString();
    }

    std::unique_ptr<GuiFixture> m_stage;
    Order m_order; ///< of another counter, made after the list was read
};

} // namespace okoshko::test::tst_serverlook

OKOSHKO_TEST(tst_serverlook, ServerLookTest, QApplication)
#include "tst_serverlook.moc"
