// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/keys/Keys.h"
#include "tests/gui/sale/GuiFixture.h"
#include "tests/support/OpenStore.h"
#include "tests/support/TestProgram.h"

#include "ui/widgets/Notice.h"

#include "models/sale/SaleHistory.h"
#include "models/tables/OrderTableModel.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTimer>

#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_pastorders {

namespace {

constexpr auto longAgo = std::chrono::hours(24 * 100);

JournaledSale pastSale(int number, const QString &title)
{
    JournaledSale sale;
    sale.order.id = *OrderId::parse(u"56a6253df06c5a059a9%1"_s.arg(number, 5, 10, QChar(u'0')));
    sale.order.number = 30'000'000 + number;
    sale.order.event = GuiFixture::cashEvent();
    sale.order.status = OrderStatus::Done;
    sale.order.statusWord = u"done"_s;
    sale.order.createdAt = toInstant(QDateTime::currentDateTimeUtc()) - longAgo + std::chrono::seconds(number);
    sale.order.tickets = {*TicketId::parse(u"56a6253df06c5a059a9380a0"_s)};
    sale.order.value = Money::fromMinor(140000);
    sale.lastKnown = OrderStatus::Done;
    sale.request.event = sale.order.event;
    sale.request.eventTitle = title;
    return sale;
}

HistoryEntry collected(const JournaledSale &sale)
{
    HistoryEntry entry;
    entry.at = sale.order.createdAt.value() + 1min;
    entry.what = HistoryEntry::What::Collected;
    return entry;
}

} // namespace

/// What is typed above the orders is looked for in the table at once, and in the whole past a moment later.
class PastOrdersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<GuiFixture>();
        QTRY_VERIFY(!m_stage->isWaiting());
    }

    void cleanup() { m_stage.reset(); }

    void findsInThePastWhatTheListHasNot()
    {
        remember({pastSale(1, u"Чайка"_s), pastSale(2, u"Щелкунчик"_s)});
        QVERIFY(!m_stage->find(u"pastLine"_s));
        seek(u"xfqrf"_s);
        QCOMPARE(line(), u"In the list: 0. In the whole past of this counter: looking…"_s);
        QTRY_COMPARE(line(), u"In the list: 0. In the whole past of this counter: 1 more."_s);
        QVERIFY(rows().first().contains(u"30\u00a0000\u00a0001 · Чайка · "_s));
        QVERIFY(rows().first().endsWith(u" · Paid · ₽1,400.00"_s));
        QCOMPARE(m_stage->windows->main().focusWidget(), m_stage->find(u"filterEdit"_s));

        auto *list = m_stage->hand->find<QListWidget>(u"pastList"_s);
        m_stage->find(u"orderTable"_s)->setFocus();
        m_stage->press(Qt::Key_Tab);
        QCOMPARE(m_stage->windows->main().focusWidget(), list);
        QCOMPARE(m_stage->hand->click(*list, list->model()->index(0, 0)), InputDriver::Result::Done);
        const auto *facts = m_stage->hand->find<Notice>(u"pastFacts"_s);
        QVERIFY(facts);
        QCOMPARE(facts->title(), u"Order 30\u00a0000\u00a0001: Paid"_s);
        QVERIFY(facts->body().startsWith(u"Чайка · 1 ticket · ₽1,400.00"_s));
        QVERIFY2(
            facts->body().contains(Format(Format::Language::English).history(collected(pastSale(1, u"Чайка"_s)), {})),
            qPrintable(facts->body()));
        m_stage->click(u"pastFactsDoneButton"_s);
        QVERIFY(!m_stage->find(u"pastFacts"_s));

        m_stage->click(u"filterEdit"_s);
        m_stage->press(Qt::Key_Escape);
        QVERIFY(!m_stage->find(u"pastLine"_s));
        QVERIFY(!m_stage->find(u"pastList"_s));
    }

    void findsByNumberAsItIsShown()
    {
        remember({pastSale(1, u"Чайка"_s), pastSale(2, u"Щелкунчик"_s)});
        seek(u"№ 30\u00a0000 002"_s);
        QTRY_COMPARE(rows().size(), 1);
        QVERIFY(rows().first().contains(u"Щелкунчик"_s));
        seek(u"nothing of that kind"_s);
        QVERIFY(rows().isEmpty()); // not what was found before
        QTRY_VERIFY(line().startsWith(u"In the list: 0. In the whole past of this counter: no more."_s));
    }

    void whatIsScannedIntoTheSearchStaysAndIsLookedFor()
    {
        remember({pastSale(1, u"Чайка"_s), pastSale(2, u"Щелкунчик"_s)});
        m_stage->click(u"filterEdit"_s);
        Keys(m_stage->windows->main()).scan(u"30000002"_s);
        QCOMPARE(m_stage->hand->find<QLineEdit>(u"filterEdit"_s)->text(), u"30000002"_s);
        QTRY_COMPARE(rows().size(), 1);
        QVERIFY(rows().first().contains(u"Щелкунчик"_s));
    }

    /// Enter then asks the server, and does not open the order that was selected before.
    void aScanOfNoOrderIsSearched()
    {
        const OrderId id = m_stage->reserve(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1).order.id;
        m_stage->press(Qt::Key_Escape);
        QTRY_VERIFY(m_stage->windows->main().isAtOrders());
        m_stage->windows->main().orders().select(id);
        QTRY_COMPARE(m_stage->windows->main().orders().current(), id);
        Keys keys(m_stage->windows->main());
        keys.scan(u"4607991545811"_s);
        QTRY_COMPARE(m_stage->hand->find<QLineEdit>(u"filterEdit"_s)->text(), u"4607991545811"_s);
        QVERIFY(m_stage->windows->main().orders().current().isNull());
        keys.pass(1s);
        m_stage->press(Qt::Key_Return);
        QVERIFY(m_stage->windows->main().isAtOrders());
        keys.scan(QString::number(m_stage->counter->service.sale(id)->order.number)); // the next one is opened
        QTRY_COMPARE(m_stage->windows->main().orders().current(), id);
        QCOMPARE(m_stage->hand->find<QLineEdit>(u"filterEdit"_s)->text(), QString());
    }

    /// An order of an earlier day joins the list, as what it is: made here.
    void aScanOpensAPastOrder_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("order");
        QTest::newRow("number") << u"30000002"_s << 2;
        QTest::newRow("an older one's number") << u"30000001"_s << 1;
        QTest::newRow("id") << u"56a6253df06c5a059a900001"_s << 1;
    }

    void aScanOpensAPastOrder()
    {
        QFETCH(QString, code);
        QFETCH(int, order);
        remember({pastSale(1, u"Чайка"_s), pastSale(2, u"Щелкунчик"_s)});
        Q_EMIT m_stage->windows->main().scanned(code);
        const OrderId id = pastSale(order, {}).order.id;
        QTRY_COMPARE(m_stage->windows->main().orders().current(), id);
        QCOMPARE(m_stage->counter->service.sale(id)->origin, Sale::Origin::ThisCounter);
        QVERIFY(!m_stage->find(u"saidDoneButton"_s));
    }

    /// Not one whose number only holds the digits that were scanned.
    void aScanNamesAnOrderAsAWhole_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("a part") << u"300000"_s;
        QTest::newRow("a word of a title") << u"Щелкунчик"_s;
    }

    void aScanNamesAnOrderAsAWhole()
    {
        QFETCH(QString, code);
        const QString said = u"is not an order or a ticket of this counter"_s;
        remember({pastSale(1, u"Чайка"_s), pastSale(2, u"Щелкунчик"_s)});
        Q_EMIT m_stage->windows->main().scanned(code);
        const auto words = [this] {
            const auto notices = m_stage->windows->main().findChildren<Notice *>();
            QString all;
            for (const Notice *notice : notices)
                all += notice->isVisible() ? notice->title() : QString();
            return all;
        };
        QTRY_VERIFY2(words().contains(said), qPrintable(words()));
    }

    void whatWasSaidOfAScanGoesWithTheNextStep_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("all orders") << Qt::Key_Escape;
        QTest::newRow("asking the server") << Qt::Key_F5;
        QTest::newRow("help") << Qt::Key_F1;
        QTest::newRow("new order") << Qt::Key_F2;
        QTest::newRow("attention") << Qt::Key_F8;
    }

    void whatWasSaidOfAScanGoesWithTheNextStep()
    {
        QFETCH(Qt::Key, key);
        (void)m_stage->reserveElsewhere(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        (void)m_stage->reserveElsewhere(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        m_stage->press(Qt::Key_F5);
        QTRY_COMPARE(m_stage->counter->orders.rowCount(), 2);
        Q_EMIT m_stage->windows->main().scanned(u"30000001"_s);
        QTRY_VERIFY(m_stage->isShown(u"saidDoneButton"_s));
        m_stage->press(key);
        QVERIFY(!m_stage->find(u"saidDoneButton"_s));
    }

    void anAnswerToAnEarlierQuestionIsNotShown()
    {
        remember({pastSale(1, u"Чайка"_s), pastSale(2, u"Щелкунчик"_s)});
        seek(u"щелкунчик"_s);
        auto *moment = m_stage->windows->main().findChild<QTimer *>(u"pastMoment"_s);
        QVERIFY(moment);
        // At once after it was asked for, and so before it is answered.
        connect(
            moment, &QTimer::timeout, this, [this] { seek(u"чайка"_s); }, Qt::SingleShotConnection);
        QStringList seen;
        QTRY_VERIFY((seen << rows()).size() > 0);
        seen.removeDuplicates();
        QCOMPARE(seen.size(), 1);
        QVERIFY(seen.first().contains(u"Чайка"_s));
    }

    void saysThatThereAreMore()
    {
        QList<JournaledSale> sales;
        for (int number = 1; number <= 25; ++number)
            sales << pastSale(number, u"Чайка"_s);
        remember(sales);
        seek(u"чайка"_s);
        QTRY_COMPARE(rows().size(), 20);
        QVERIFY(line().contains(u"20 more here, and there are others"_s));
        QVERIFY(rows().first().startsWith(u"30\u00a0000\u00a0025"_s)); // newest first
        seek(u"30000007"_s);                                           // looks like a barcode
        QTRY_COMPARE(rows().size(), 1);
        QVERIFY2(line().contains(u"Barcodes could not be searched"_s), qPrintable(line())); // this stage has no key
    }

    void whatIsListedIsSelected()
    {
        const Sale &sale = m_stage->reserve(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1);
        const OrderId id = sale.order.id;
        m_stage->press(Qt::Key_Escape);
        QTRY_VERIFY(m_stage->isShown(u"orderTable"_s));
        QTRY_VERIFY(m_stage->counter->saleJournal.isEmpty());
        seek(QString::number(sale.order.number));
        QTRY_VERIFY2(line().startsWith(u"In the list: 1. In the whole past of this counter: no more."_s),
                     qPrintable(line()));
        QVERIFY(rows().isEmpty());
        m_stage->click(u"chipPaid"_s); // the table does not show it now
        QTRY_COMPARE(rows().size(), 1);
        QVERIFY(m_stage->counter->orders.rowCount() == 0);
        auto *list = m_stage->hand->find<QListWidget>(u"pastList"_s);
        list->setFocus();
        list->setCurrentRow(0);
        m_stage->press(Qt::Key_Return); // and does not start its payment
        QCOMPARE(m_stage->windows->main().orders().current(), id);
        QVERIFY(m_stage->isShown(u"orderTable"_s));
        QCOMPARE(m_stage->windows->main().focusWidget(), m_stage->find(u"orderTable"_s));
    }

private:
    /// As if \a sales had been made long ago: the program starts on a journal that has them.
    void remember(const QList<JournaledSale> &sales)
    {
        m_stage->close();
        {
            const auto store = openStore(m_stage->profile.filePath(u"journal.sqlite"_s));
            QVERIFY(store);
            std::optional<bool> isWritten;
            QList<JournalEntry> entries(sales.cbegin(), sales.cend());
            for (const JournaledSale &sale : sales)
                entries << toRecord(collected(sale), sale.order.id);
            store->write(entries, this,
                         [&isWritten](const Journaled<Written> &written) { isWritten = written.has_value(); });
            QTRY_VERIFY(isWritten.has_value());
            QVERIFY(*isWritten);
        }
        m_stage->open();
        QTRY_VERIFY(!m_stage->isWaiting());
        QCOMPARE(m_stage->counter->orders.total(), 0);
    }

    void seek(const QString &text)
    {
        m_stage->click(u"filterEdit"_s);
        auto *field = m_stage->hand->find<QLineEdit>(u"filterEdit"_s);
        field->selectAll();
        field->insert(text);
    }

    [[nodiscard]] QString line() const
    {
        const auto *label = m_stage->hand->find<QLabel>(u"pastLine"_s);
        return label ? label->text() : QString();
    }

    [[nodiscard]] QStringList rows() const
    {
        QStringList all;
        const auto *list = m_stage->hand->find<QListWidget>(u"pastList"_s);
        for (int row = 0; list && row < list->count(); ++row)
            all << list->item(row)->text();
        return all;
    }

    std::unique_ptr<GuiFixture> m_stage;
};

} // namespace okoshko::test::tst_pastorders

OKOSHKO_TEST(tst_pastorders, PastOrdersTest, QApplication)
#include "tst_pastorders.moc"
