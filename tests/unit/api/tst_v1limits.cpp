// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/V1Decode.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/api/Samples.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_v1limits {

/// How much of a body is believed: nesting, values, elements, letters; and what an error may show of it.
class TestV1Limits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nesting_data();
    void nesting();
    void values_data();
    void values();
    void bracketsInTexts();
    void elements_data();
    void elements();
    void members();
    void longTexts_data();
    void longTexts();
    void prose_data();
    void prose();
    void nothingAfterTheFirstTrouble();
    void namesInErrors_data();
    void namesInErrors();
};

namespace {

QByteArray repeated(const QByteArray &element, qsizetype count)
{
    return '[' + (element + ',').repeated(count - 1) + element + ']';
}

Result<Order> decodeWith(const QString &key, const QJsonValue &value)
{
    return v1::decodeBody(bytes(with(bareOrder(1), key, value)), v1::decodeOrder);
}

Result<QList<Event>> decodeEventWith(const QString &key, const QJsonValue &value)
{
    const QJsonObject bare{{u"id"_s, idText(1)}};
    return v1::decodeBody(bytes(QJsonArray{with(bare, key, value)}), v1::decodeEvents);
}

} // namespace

void TestV1Limits::nesting_data()
{
    QTest::addColumn<QByteArray>("open");
    QTest::addColumn<QByteArray>("close");
    QTest::newRow("lists") << QByteArray("[") << QByteArray("]");
    QTest::newRow("objects") << QByteArray("{\"a\":") << QByteArray("}");
}

void TestV1Limits::nesting()
{
    QFETCH(QByteArray, open);
    QFETCH(QByteArray, close);
    const auto nested = [&](int depth) { return open.repeated(depth - 1) + "[]" + close.repeated(depth - 1); };
    QVERIFY(v1::parseBody(nested(v1::mostNesting)).has_value());
    for (const int depth : {v1::mostNesting + 1, 1'000'000}) {
        const auto root = v1::parseBody(nested(depth));
        QVERIFY(!root.has_value());
        QCOMPARE(root.error().kind, ErrorKind::TooLarge);
        QCOMPARE(root.error().detail, u"is nested too deeply"_s);
    }
}

void TestV1Limits::values_data()
{
    QTest::addColumn<QByteArray>("element");
    QTest::addColumn<qsizetype>("each"); // values that one of them is
    QTest::newRow("numbers") << QByteArray("0") << qsizetype(1);
    QTest::newRow("lists") << QByteArray("[]") << qsizetype(2);
    QTest::newRow("objects") << QByteArray("{}") << qsizetype(2);
}

void TestV1Limits::values()
{
    QFETCH(QByteArray, element);
    QFETCH(qsizetype, each);
    const qsizetype fits = (v1::mostValues - 1) / each;
    QVERIFY(v1::parseBody(repeated(element, fits)).has_value());
    const auto root = v1::parseBody(repeated(element, fits + 1));
    QVERIFY(!root.has_value());
    QCOMPARE(root.error().kind, ErrorKind::TooLarge);
    QCOMPARE(root.error().detail, u"holds too many values"_s);
}

void TestV1Limits::bracketsInTexts()
{
    const QByteArray many = QByteArray("[{,").repeated(v1::mostNesting + 1);
    QVERIFY(v1::parseBody("[\"" + many + "\"]").has_value());
    QVERIFY(v1::parseBody("[\"\\\"" + many + "\"]").has_value());
    QVERIFY(v1::parseBody("[\"\\\\\",[]]").has_value());
    QVERIFY(!v1::parseBody("[\"\\\\\"," + many).has_value());
    QVERIFY(!v1::parseBody("[\"\\").has_value()); // ends where an escaped letter should be
}

void TestV1Limits::elements_data()
{
    QTest::addColumn<qsizetype>("count");
    QTest::addColumn<bool>("fits");
    QTest::newRow("at the cap") << v1::JsonNode::mostElements << true;
    QTest::newRow("one above") << v1::JsonNode::mostElements + 1 << false;
}

void TestV1Limits::elements()
{
    QFETCH(qsizetype, count);
    QFETCH(bool, fits);
    const QByteArray place = bytes(QJsonObject{{u"id"_s, idText(1)}});
    const auto hall = v1::decodeBody(repeated(place, count), v1::decodeHallSeats);
    QCOMPARE(hall.has_value(), fits);
    if (fits)
        QCOMPARE(hall->size(), count);
    else
        QCOMPARE(hall.error().detail, u"has too many elements"_s);
}

void TestV1Limits::members()
{
    QJsonObject rules;
    for (int i = 0; i <= v1::JsonNode::mostElements; ++i)
        rules.insert(idText(i), QJsonValue());
    const auto order = decodeWith(u"rules"_s, rules);
    QVERIFY(!order.has_value());
    QCOMPARE(order.error().field, u"rules"_s);
    QCOMPARE(order.error().detail, u"has too many elements"_s);
    rules.remove(idText(0));
    QVERIFY(decodeWith(u"rules"_s, rules).has_value());
}

void TestV1Limits::longTexts_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<qsizetype>("most");
    QTest::newRow("text") << u"lang"_s << u"x"_s << v1::JsonNode::mostLetters;
    QTest::newRow("text of pairs") << u"lang"_s << u"😀"_s << v1::JsonNode::mostLetters / 2;
    QTest::newRow("label") << u"mobile"_s << u"7"_s << v1::JsonNode::mostLettersOfALabel;
}

void TestV1Limits::longTexts()
{
    QFETCH(QString, key);
    QFETCH(QString, unit);
    QFETCH(qsizetype, most);
    const auto decode = [&](qsizetype units) {
        return decodeWith(u"customer"_s, QJsonObject{{key, unit.repeated(units)}});
    };
    QVERIFY(decode(most).has_value());
    const auto order = decode(most + 1);
    QVERIFY(!order.has_value());
    QCOMPARE(order.error().field, u"customer."_s + key);
    QCOMPARE(order.error().detail, u"is too long"_s);
}

void TestV1Limits::prose_data()
{
    QTest::addColumn<QString>("told");
    QTest::addColumn<QString>("read");
    QTest::newRow("fits") << QString(300, u'x') << QString(300, u'x');
    QTest::newRow("long") << QString(100'000, u'x') << QString(299, u'x') + u'…';
    QTest::newRow("no half of a character") << QString(299, u'x') + u"😀"_s << QString(299, u'x') + u'…';
    // 64,000 accents in turn take the text library 20 seconds to put in order.
    QTest::newRow("accents") << u"a"_s + u"\u0301\u0323"_s.repeated(50'000)
                             << u"a"_s + u"\u0301\u0323"_s.repeated(149) + u'…';
}

void TestV1Limits::prose()
{
    QFETCH(QString, told);
    QFETCH(QString, read);
    const auto events = decodeEventWith(u"title"_s, QJsonObject{{u"text"_s, told}, {u"desc"_s, told}});
    QVERIFY(events.has_value());
    QCOMPARE(events->first().title, read);
    const QString &description = events->first().description;
    QVERIFY(description.size() <= 2000);
    QVERIFY(description.startsWith(told.first(qMin(told.size(), 1999))));
}

/// A body that is refused anyhow must not be unfolded to its end.
void TestV1Limits::nothingAfterTheFirstTrouble()
{
    QJsonValue root = QJsonArray{0, QJsonArray{1, 2}, QJsonObject{{u"a"_s, 1}}};
    v1::Trouble trouble;
    const v1::JsonNode node(root, u"root"_s, trouble);
    using Need = v1::JsonNode::Need;
    const QList<v1::JsonNode> parts = node.elements(Need::Required);
    QCOMPARE(parts.size(), 3);
    QCOMPARE(parts.at(1).elements(Need::Required).size(), 2);
    QCOMPARE(parts.at(2).members(Need::Required).size(), 1);
    parts.first().complain(u"is wrong"_s);
    QVERIFY(parts.at(1).elements(Need::Required).isEmpty());
    QVERIFY(parts.at(2).members(Need::Required).isEmpty());
    QCOMPARE(trouble.error()->field, u"root[0]"_s);
}

void TestV1Limits::namesInErrors_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << u"pt-BR_1"_s << u"pt-BR_1"_s;
    QTest::newRow("second line") << u"a\r\nokoshko.sale paid"_s << u"?"_s;
    QTest::newRow("terminal") << u"\u001b[2J"_s << u"?"_s;
    QTest::newRow("long") << QString(100'000, u'x') << u"?"_s;
    QTest::newRow("other letters") << u"имя"_s << u"?"_s;
}

void TestV1Limits::namesInErrors()
{
    QFETCH(QString, name);
    QFETCH(QString, shown);
    const QJsonObject city{{u"name"_s, QJsonObject{{name, 5}}}};
    const auto events = decodeEventWith(u"venue"_s, QJsonObject{{u"city"_s, city}});
    QVERIFY(!events.has_value());
    QCOMPARE(events.error().field, u"[0].venue.city.name."_s + shown);
}

} // namespace okoshko::test::tst_v1limits

OKOSHKO_TEST(tst_v1limits, TestV1Limits, NoApplication)

#include "tst_v1limits.moc"
