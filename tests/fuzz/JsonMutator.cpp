// SPDX-License-Identifier: GPL-3.0-or-later
// How a body of JSON is changed: by its values, so that most of what is tried gets past the parser; now and then by its
// bytes. Linked into the targets that decode bodies.
#include "models/api/v1/JsonValue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <cstring>
#include <limits>
#include <random>

using namespace okoshko;
using namespace Qt::StringLiterals;

extern "C" size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t maxSize);

namespace {

using Dice = std::minstd_rand;

size_t roll(Dice &dice, qsizetype sides)
{
    return dice() % static_cast<size_t>(sides);
}

QJsonValue nested(int levels)
{
    QJsonArray value;
    for (int level = 1; level < levels; ++level)
        value = QJsonArray{value};
    return value;
}

QJsonValue anyValue(Dice &dice)
{
    static const QJsonArray values{QJsonValue(),
                                   true,
                                   false,
                                   0,
                                   1,
                                   -1,
                                   0.5,
                                   2147483647,
                                   2147483648LL,
                                   -2147483648LL,
                                   1e15,
                                   -1e300,
                                   std::numeric_limits<qint64>::max(),
                                   std::numeric_limits<qint64>::min(),
                                   u""_s,
                                   u"0"_s,
                                   u"7"_s,
                                   u"-2147483648"_s,
                                   u"2147483647"_s,
                                   u"9223372036854775807"_s,
                                   u"100.00"_s,
                                   u"999999999999.99"_s,
                                   u"-999999999999.9"_s,
                                   u"1e3"_s,
                                   u"executed"_s,
                                   u"in_progress"_s,
                                   u"done"_s,
                                   u"cancelled"_s,
                                   u"expired"_s,
                                   u"vacant"_s,
                                   u"public"_s,
                                   u"56a73b7ff06c5a21c393806b"_s,
                                   u"000000000000000000000001"_s,
                                   u"000000000000000000000002"_s,
                                   u"2016-01-26T09:25:19.378000+00:00"_s,
                                   u"9999-12-31T23:59:59.999999-23:59"_s,
                                   u"0001-01-01T00:00:00+23:59"_s,
                                   u"2026-03-29T02:30:00Z"_s,
                                   u"DTSTART:20260329T023000Z\r\nDTEND;X=1:99991231T235959Z\r\n"_s,
                                   u"https://pay.example/?order=1"_s,
                                   u"http://127.0.0.1:8099/pay"_s,
                                   u"javascript:alert(1)"_s,
                                   u"https://[::1"_s,
                                   u"Europe/Moscow"_s,
                                   u"../../../dev/zero"_s,
                                   u"\u001b[2J\r\nx"_s,
                                   QString(QChar(0xd800)),
                                   QString(v1::JsonValue::maxLabelLetters, u'x'),
                                   QString(v1::JsonValue::maxLabelLetters + 1, u'x'),
                                   QString(v1::JsonValue::maxLetters, u'x'),
                                   QString(v1::JsonValue::maxLetters + 1, u'x'),
                                   nested(200),
                                   u"56a73b7ff06c5a21c393806b12345678"_s,
                                   u"DTSTART;VALUE=DATE:20160512\r\nDTEND;VALUE=DATE:20160514"_s,
                                   u"DTSTART;TZID=Asia/Omsk:20160512T200000"_s,
                                   u"DTSTART;TZID=\"/x.org/Asia/Omsk\":20160512T200000"_s,
                                   u"DTSTART;TZID=Foo/Bar:20160512T200000"_s,
                                   u"12.5"_s,
                                   7.5,
                                   QJsonArray(),
                                   QJsonObject(),
                                   QJsonArray{QJsonArray{QJsonArray{}}},
                                   QJsonObject{{u"id"_s, u"000000000000000000000003"_s}},
                                   QJsonObject{{u"text"_s, u"Чайка"_s}}};
    return values.at(static_cast<qsizetype>(roll(dice, values.size())));
}

QString anyName(Dice &dice)
{
    static const std::array names{u"id"_s,
                                  u"number"_s,
                                  u"event"_s,
                                  u"status"_s,
                                  u"created_at"_s,
                                  u"updated_at"_s,
                                  u"reserved_till"_s,
                                  u"tickets"_s,
                                  u"rules"_s,
                                  u"customer"_s,
                                  u"first_name"_s,
                                  u"mobile"_s,
                                  u"payment"_s,
                                  u"system"_s,
                                  u"redirect_url"_s,
                                  u"value"_s,
                                  u"value_extra"_s,
                                  u"values"_s,
                                  u"nominal"_s,
                                  u"discount"_s,
                                  u"title"_s,
                                  u"text"_s,
                                  u"desc"_s,
                                  u"lifetime"_s,
                                  u"age_rating"_s,
                                  u"org"_s,
                                  u"name"_s,
                                  u"venue"_s,
                                  u"address"_s,
                                  u"city"_s,
                                  u"timezone"_s,
                                  u"sets"_s,
                                  u"pos"_s,
                                  u"amount"_s,
                                  u"amount_vacant"_s,
                                  u"price_org"_s,
                                  u"price_extra"_s,
                                  u"price"_s,
                                  u"with_seats"_s,
                                  u"seats"_s,
                                  u"cal"_s,
                                  u"current"_s,
                                  u"tickets_amount"_s,
                                  u"tickets_amount_vacant"_s,
                                  u"serial"_s,
                                  u"barcode"_s,
                                  u"set"_s,
                                  u"seat"_s,
                                  u"row"_s,
                                  u"sector"_s,
                                  u"errors"_s,
                                  u"code"_s,
                                  u"msg"_s,
                                  u"reason"_s,
                                  u"ru"_s,
                                  u"map"_s,
                                  u"sectors"_s,
                                  u"data"_s,
                                  u"refs"_s,
                                  u"server"_s,
                                  u"stand"_s,
                                  u"counterName"_s,
                                  u"language"_s,
                                  u"theme"_s,
                                  u"textSize"_s,
                                  u"sounds"_s,
                                  u"urgentFrom"_s,
                                  u"firstPause"_s,
                                  u"slowestPause"_s,
                                  u"paymentSystems"_s,
                                  u"printers"_s,
                                  u"width"_s,
                                  u"on"_s,
                                  u"labelRu"_s,
                                  u"digit"_s,
                                  u"confirmedBy"_s,
                                  u"sector"_s + QChar(0xd800),
                                  u"a\r\nfield \u001b[0m"_s,
                                  u"56a6254bf06c5a059b93800c"_s};
    return names.at(roll(dice, std::ssize(names)));
}

QJsonValue changed(const QJsonValue &value, Dice &dice);

QJsonValue changedText(const QString &text, Dice &dice)
{
    if (text.isEmpty() || roll(dice, 3) == 0)
        return anyValue(dice);
    QByteArray bytes = text.toUtf8();
    const qsizetype room = bytes.size() + 8;
    const auto size = static_cast<size_t>(bytes.size());
    bytes.resize(room);
    bytes.resize(static_cast<qsizetype>(
        LLVMFuzzerMutate(reinterpret_cast<uint8_t *>(bytes.data()), size, static_cast<size_t>(room))));
    return QString::fromUtf8(bytes);
}

QJsonValue changedList(QJsonArray list, Dice &dice)
{
    const size_t what = roll(dice, 8);
    if (list.isEmpty() || what == 0) {
        list.append(anyValue(dice));
        return list;
    }
    const auto at = static_cast<qsizetype>(roll(dice, list.size()));
    if (what == 1)
        list.removeAt(at);
    else if (what == 2)
        list.append(list.at(at));
    else
        list.replace(at, changed(list.at(at), dice));
    return list;
}

QJsonValue changedObject(QJsonObject object, Dice &dice)
{
    const size_t what = roll(dice, 8);
    if (object.isEmpty() || what == 0) {
        object.insert(anyName(dice), anyValue(dice));
        return object;
    }
    const QString name = object.keys().at(static_cast<qsizetype>(roll(dice, object.size())));
    if (what == 1)
        object.remove(name);
    else if (what == 2)
        object.insert(anyName(dice), object.value(name));
    else
        object.insert(name, changed(object.value(name), dice));
    return object;
}

QJsonValue changed(const QJsonValue &value, Dice &dice)
{
    if (roll(dice, 8) == 0)
        return anyValue(dice);
    if (value.isObject())
        return changedObject(value.toObject(), dice);
    if (value.isArray())
        return changedList(value.toArray(), dice);
    return value.isString() ? changedText(value.toString(), dice) : anyValue(dice);
}

QByteArray changedBody(const QJsonDocument &document, Dice &dice)
{
    const QJsonDocument result = document.isArray() ? QJsonDocument(changedList(document.array(), dice).toArray())
                                                    : QJsonDocument(changedObject(document.object(), dice).toObject());
    return result.toJson(QJsonDocument::Compact);
}

/// What servers and lines break: in one place, so that all before it is whole.
QByteArray broken(QByteArray body, Dice &dice)
{
    static const std::array pieces{QByteArray("\""),
                                   QByteArray("]"),
                                   QByteArray("}"),
                                   QByteArray(","),
                                   QByteArray("["),
                                   QByteArray("{"),
                                   QByteArray(":"),
                                   QByteArray("\\q"),
                                   QByteArray("\\ud800"),
                                   QByteArray("\\u12"),
                                   QByteArray("\x01"),
                                   QByteArray("\xff"),
                                   QByteArray("\\"),
                                   QByteArray("NaN"),
                                   QByteArray(30, '9'),
                                   QByteArray("\n"),
                                   QByteArray("\xef\xbb\xbf"),
                                   QByteArray(" "),
                                   QByteArray("<br />"),
                                   QByteArray("null")};
    const auto at = static_cast<qsizetype>(roll(dice, body.size() + 1));
    switch (roll(dice, 4)) {
    case 0:
        return body.first(at);
    case 1:
        return body.remove(at, 1);
    case 2:
        return body.replace(at, 1, pieces.at(roll(dice, std::ssize(pieces))));
    default:
        return body.insert(at, pieces.at(roll(dice, std::ssize(pieces))));
    }
}

} // namespace

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t maxSize, unsigned seed)
{
    Dice dice(seed);
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    if (document.isNull() || roll(dice, 8) == 0)
        return LLVMFuzzerMutate(data, size, maxSize);
    QByteArray body = changedBody(document, dice);
    if (roll(dice, 6) == 0)
        body = broken(body, dice);
    if (body.isEmpty() || static_cast<size_t>(body.size()) > maxSize)
        return LLVMFuzzerMutate(data, size, maxSize);
    std::memcpy(data, body.constData(), static_cast<size_t>(body.size()));
    return static_cast<size_t>(body.size());
}
