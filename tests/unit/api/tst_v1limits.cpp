// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/V1Decode.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/api/Decoding.h"
#include "tests/unit/api/Samples.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_v1limits {

/// How much of a body is believed: elements and letters; and what an error may show of it.
class TestV1Limits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nesting();
    void elements_data();
    void elements();
    void members();
    void longTexts_data();
    void longTexts();
    void prose_data();
    void prose();
    void namesInErrors_data();
    void namesInErrors();
};

namespace {

QByteArray repeated(const QByteArray &element, qsizetype count)
{
    return '[' + (element + ',').repeated(count - 1) + element + ']';
}

Result<v1::Decoded<Order>> decodeWith(const QString &key, const QJsonValue &value)
{
    return v1::decodeBody(bytes(with(bareOrder(1), key, value)), v1::decodeOrder);
}

Result<v1::Elements<Event>> decodeEventWith(const QString &key, const QJsonValue &value)
{
    const QJsonObject bare{{u"id"_s, idText(1)}};
    return v1::decodeList(bytes(QJsonArray{with(bare, key, value)}), v1::decodeEvent);
}

} // namespace

/// What nobody reads is stepped over without a stack.
void TestV1Limits::nesting()
{
    constexpr int depth = 100'000;
    const QByteArray order = bytes(bareOrder(1));
    for (const QByteArray &nested :
         {QByteArray(QByteArray(depth, '[') + QByteArray(depth, ']')),
          QByteArray(QByteArray("{\"a\":").repeated(depth) + "1" + QByteArray(depth, '}'))}) {
        const auto decoded = v1::decodeBody("{\"novelty\":" + nested + ',' + order.sliced(1), v1::decodeOrder);
        QVERIFY(decoded.has_value());
        QCOMPARE(decoded->value.number, 1);
        QVERIFY(!v1::decodeBody(nested, v1::decodeOrder).has_value());
        const auto list = v1::decodeList('[' + nested + ',' + order + ']', v1::decodeOrder);
        QVERIFY(list.has_value());
        QCOMPARE(list->list.size(), 1);
        QCOMPARE(list->unreadable.elements, 1);
    }
}

void TestV1Limits::elements_data()
{
    QTest::addColumn<qsizetype>("count");
    QTest::addColumn<bool>("fits");
    QTest::newRow("at the cap") << qsizetype(v1::JsonValue::maxElements) << true;
    QTest::newRow("one above") << qsizetype(v1::JsonValue::maxElements + 1) << false;
}

void TestV1Limits::elements()
{
    QFETCH(qsizetype, count);
    QFETCH(bool, fits);
    const QByteArray place = bytes(QJsonObject{{u"id"_s, idText(1)}});
    const auto hall = v1::decodeList(repeated(place, count), v1::decodeHallSeat);
    QVERIFY(hall.has_value());
    QCOMPARE(hall->list.size(), v1::JsonValue::maxElements);
    QCOMPARE(hall->isCut, !fits);
}

void TestV1Limits::members()
{
    QJsonObject rules;
    for (int i = 0; i <= v1::JsonValue::maxElements; ++i)
        rules.insert(idText(i), QJsonValue());
    const auto order = decodeWith(u"rules"_s, rules);
    QVERIFY(order.has_value());
    QVERIFY(!order->value.has(Order::Field::Rules));
    QCOMPARE(leftOut(order->unreadable), u"rules has too many elements"_s);
    rules.remove(idText(0));
    QVERIFY(decodeWith(u"rules"_s, rules)->value.has(Order::Field::Rules));
}

void TestV1Limits::longTexts_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<qsizetype>("most");
    QTest::newRow("text") << u"lang"_s << u"x"_s << v1::JsonValue::maxLetters;
    QTest::newRow("text of pairs") << u"lang"_s << u"😀"_s << v1::JsonValue::maxLetters / 2;
    QTest::newRow("label") << u"mobile"_s << u"7"_s << v1::JsonValue::maxLabelLetters;
}

void TestV1Limits::longTexts()
{
    QFETCH(QString, key);
    QFETCH(QString, unit);
    QFETCH(qsizetype, most);
    const auto decode = [&](qsizetype units) {
        return decodeWith(u"customer"_s, QJsonObject{{key, unit.repeated(units)}});
    };
    QVERIFY(decode(most)->unreadable.isNothing());
    const auto order = decode(most + 1);
    QVERIFY(order.has_value());
    QCOMPARE(leftOut(order->unreadable), QString(u"customer."_s + key + u" is too long"_s));
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
    QCOMPARE(events->list.first().title, read);
    const QString &description = events->list.first().description;
    QVERIFY(description.size() <= 2000);
    QVERIFY(description.startsWith(told.first(qMin(told.size(), 1999))));
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
    QVERIFY(events.has_value());
    QCOMPARE(leftOut(events->unreadable), QString(u"[0].venue.city.name."_s + shown + u" is not a valid text"_s));
}

} // namespace okoshko::test::tst_v1limits

OKOSHKO_TEST(tst_v1limits, TestV1Limits, NoApplication)

#include "tst_v1limits.moc"
