// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/V1Decode.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/api/Decoding.h"
#include "tests/unit/api/Samples.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_v1brokenjson {

/// Bodies that a strict reader refuses: an error within an element of a list stays there.
class TestV1BrokenJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neighbours_data();
    void neighbours();
    void truncated_data();
    void truncated();
    void everyByteTakenAway();
    void nested_data();
    void nested();
    void repairs_data();
    void repairs();
    void texts_data();
    void texts();
};

namespace {

QByteArray show(int number, const QByteArray &more = {})
{
    return "{\"id\":\"" + idText(number).toLatin1() + "\",\"title\":\"Чайка\"" + more + '}';
}

QString numbers(const v1::Elements<Event> &events)
{
    QStringList found;
    for (const Event &each : events.list)
        found << QString::number(each.id.toString().toLongLong());
    return found.join(u' ');
}

} // namespace

void TestV1BrokenJson::neighbours_data()
{
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<bool>("isRead");
    const auto row = [](const char *name, const QByteArray &more, bool isRead) {
        QTest::newRow(name) << show(2, more) << isRead;
    };
    // What nobody asks for is not looked at; where it is asked for, only that is lost.
    row("half a character", R"(,"novelty":"a\ud800b","sets":[])", true);
    row("half a character in a title", R"(,"title":"a\ud800b")", true);
    row("an escape that is none", R"(,"novelty":"a\qb")", true);
    row("an escape that is none in a title", R"(,"title":"a\qb\u12")", true);
    row("an escape that is none in a name", R"(,"no\qvelty":1)", true);
    row("half a character in a name", R"(,"no\ud800velty":1)", true);
    row("a number of 30 digits", ",\"novelty\":123456789012345678901234567890", true);
    row("a number of 30 digits that is asked for", ",\"tickets_amount\":123456789012345678901234567890", true);
    row("control characters", ",\"title\":\"a\x01\tb\n\"", true);
    row("a byte that is no UTF-8", ",\"title\":\"a\xff\"", true);
    row("a word that is none", ",\"novelty\":nul", true);
    row("a word that is none, asked for", ",\"tickets_amount\":NaN", false);
    row("no value", ",\"tickets_amount\":", false);
    row("no comma", "\"tickets_amount\":5", false);
    row("two commas", ",,\"tickets_amount\":5", false);
    row("a comma at the end", ",\"tickets_amount\":5,", false);
    row("a list closed as an object", ",\"sets\":[1}", false);
    row("an object closed as a list", ",\"venue\":{\"name\":\"x\"]", false);
    row("one bracket too many", ",\"sets\":[]]", false);
    row("one brace too many", ",\"venue\":{}}", true);
    row("marks within a text", ",\"title\":\"Театр \"Чайка\" на юге\"", false);
    row("a text that is not closed", ",\"title\":\"Чайка,\"status\":\"public\"", false);
    row("a text that is not opened", ",\"title\":Чайка\",\"status\":\"public\"", false);
    QTest::newRow("null") << QByteArray("null") << false;
    QTest::newRow("{}") << QByteArray("{}") << false;
    QTest::newRow("a text") << QByteArray("\"x\"") << false;
    QTest::newRow("a list") << QByteArray("[[[1]],{}]") << false;
    QTest::newRow("a word") << QByteArray("oops") << false;
}

void TestV1BrokenJson::neighbours()
{
    QFETCH(QByteArray, second);
    QFETCH(bool, isRead);
    const auto events =
        v1::decodeList('[' + show(1) + ',' + second + ", " + show(3) + ',' + show(4) + ']', v1::decodeEvent);
    QVERIFY2(events.has_value(), events ? "" : qPrintable(events.error().toLogLine()));
    QCOMPARE(numbers(*events), isRead ? u"1 2 3 4"_s : u"1 3 4"_s);
    QCOMPARE(events->unreadable.elements, isRead ? 0 : 1);
    QCOMPARE(events->list.first().title, u"Чайка"_s);
    QCOMPARE(events->list.last().title, u"Чайка"_s);
    QVERIFY(!events->isCut && !events->endedEarly);
    for (const ApiError &error : events->unreadable.first) {
        QVERIFY2(error.field.startsWith(u"[1]"), qPrintable(error.toLogLine()));
        QVERIFY(!error.detail.isEmpty());
    }
}

void TestV1BrokenJson::truncated_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("left");
    const QByteArray whole = '[' + show(1) + ',' + show(2) + ',' + show(3) + ']';
    QTest::newRow("only the last bracket") << whole.chopped(1) << u"1 2 3"_s;
    QTest::newRow("behind a whole element and a blank") << whole.chopped(1) + "\n" << u"1 2 3"_s;
    QTest::newRow("in words behind the list") << whole + " <br />" << u"1 2 3"_s;
    QTest::newRow("in an object") << whole.chopped(2) << u"1 2"_s;
    QTest::newRow("in a text") << whole.chopped(4) << u"1 2"_s;
    QTest::newRow("behind a comma") << QByteArray('[' + show(1) + ',') << u"1"_s;
    QTest::newRow("in an escape") << QByteArray('[' + show(1) + ",{\"id\":\"\\") << u"1"_s;
    QTest::newRow("in a character") << QByteArray('[' + show(1) + ",{\"title\":\"\xd0") << u"1"_s;
    QTest::newRow("at the beginning") << QByteArray("[") << QString();
    QTest::newRow("in the first element") << QByteArray('[' + show(1).chopped(1)) << QString();
}

void TestV1BrokenJson::truncated()
{
    QFETCH(QByteArray, body);
    const auto events = v1::decodeList(body, v1::decodeEvent);
    QVERIFY2(events.has_value(), events ? "" : qPrintable(events.error().toLogLine()));
    QTEST(numbers(*events), "left");
    QVERIFY(events->endedEarly);
    QVERIFY(!events->isCut); // there are not more than can be read
}

/// No cut of a list brings an element that was not there, and each loses no more than the last.
void TestV1BrokenJson::everyByteTakenAway()
{
    const QList<QByteArray> shows{show(1, R"(,"sets":[{"id":"000000000000000000000004","price":"1.00"}])"), show(2),
                                  show(3)};
    const QByteArray whole = '[' + shows.join(',') + ']';
    const auto all = v1::decodeList(whole, v1::decodeEvent);
    QVERIFY(all.has_value());
    qsizetype ended = 0;
    qsizetype nextEnd = 1 + shows.first().size();
    for (qsizetype size = 1; size < whole.size(); ++size) {
        if (size == nextEnd && ++ended < shows.size())
            nextEnd += 1 + shows.at(ended).size();
        const auto events = v1::decodeList(whole.first(size), v1::decodeEvent);
        QVERIFY2(events.has_value(), whole.first(size).constData());
        QVERIFY2(events->list == all->list.first(ended), whole.first(size).constData());
        QVERIFY(events->endedEarly);
    }
}

void TestV1BrokenJson::nested_data()
{
    QTest::addColumn<QByteArray>("opening");
    QTest::addColumn<QByteArray>("closing");
    QTest::newRow("objects closed as lists") << QByteArray("{") << QByteArray("]");
    QTest::newRow("lists closed as objects") << QByteArray("[") << QByteArray("}");
    QTest::newRow("both closed as lists") << QByteArray("[{") << QByteArray("]");
    QTest::newRow("lists in lists") << QByteArray("[") << QByteArray("]");
}

/// A million brackets take no longer than they are many.
void TestV1BrokenJson::nested()
{
    QFETCH(QByteArray, opening);
    QFETCH(QByteArray, closing);
    constexpr qsizetype depth = 1'000'000;
    const QByteArray deep = opening.repeated(depth / opening.size()) + closing.repeated(depth);
    const auto slices = v1::sliced('[' + show(1) + ',' + deep + ']', v1::JsonValue::maxElements);
    QVERIFY(slices.has_value());
    QVERIFY(!slices->elements.isEmpty());
    QCOMPARE(slices->elements.first(), show(1));
}

void TestV1BrokenJson::repairs_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("read");
    QTest::newRow("nothing") << QByteArray("[\"ё\"]") << QByteArray("[\"ё\"]");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf[]") << QByteArray("[]");
    QTest::newRow("control characters") << QByteArray("[\"a\x01\r\n\tb\x1f\"]") << QByteArray("[\"a    b \"]");
    QTest::newRow("nought") << QByteArray("[\"a\0b\"]", 7) << QByteArray("[\"a b\"]");
    QTest::newRow("no UTF-8") << QByteArray("[\"a\xff\"]") << QByteArray("[\"a\xef\xbf\xbd\"]");
    QTest::newRow("empty") << QByteArray() << QByteArray();
}

void TestV1BrokenJson::repairs()
{
    QFETCH(QByteArray, body);
    QTEST(v1::repaired(body), "read");
    const QByteArray order = bytes(bareOrder(1));
    for (const QByteArray &broken : {QByteArray("\xef\xbb\xbf" + order), QByteArray("\x01\x02" + order)}) {
        const auto decoded = v1::decodeBody(broken, v1::decodeOrder);
        QVERIFY(decoded.has_value() && decoded->value.number == 1);
    }
}

void TestV1BrokenJson::texts_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QByteArray("\"Чайка\"") << u"Чайка"_s;
    QTest::newRow("all that JSON has") << QByteArray(R"("\"\\\/\b\f\n\r\t\u0416\ud83d\ude00")")
                                       << u"\"\\/\b\f\n\r\tЖ😀"_s;
    QTest::newRow("half a character") << QByteArray(R"("a\ud83db")") << u"a\ufffdb"_s;
    QTest::newRow("the other half") << QByteArray(R"("a\ude00b")") << u"a\ufffdb"_s;
    QTest::newRow("no escape") << QByteArray(R"("a\qb")") << u"ab"_s;
    QTest::newRow("too few digits") << QByteArray(R"("a\u12")") << u"a12"_s;
    QTest::newRow("no digits, though a program may read them so") << QByteArray(R"("a\u0x1f\u +1f")") << u"a0x1f +1f"_s;
    QTest::newRow("ends in an escape") << QByteArray("\"a\\") << u"a"_s;
    QTest::newRow("not closed") << QByteArray("\"ab") << u"ab"_s;
    QTest::newRow("what stands behind it") << QByteArray("\"ab\" , 5") << u"ab"_s;
}

void TestV1BrokenJson::texts()
{
    QFETCH(QByteArray, token);
    QTEST(v1::unescapedLeniently({token.constData(), static_cast<std::size_t>(token.size())}), "text");
}

} // namespace okoshko::test::tst_v1brokenjson

OKOSHKO_TEST(tst_v1brokenjson, TestV1BrokenJson, NoApplication)

#include "tst_v1brokenjson.moc"
