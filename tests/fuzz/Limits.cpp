// SPDX-License-Identifier: GPL-3.0-or-later
// What is larger than libFuzzer would ever make it: each target that decodes bodies meets its limits, and what lies
// just beyond them, once at its start. Linked into those targets.
#include "models/api/v1/JsonValue.h"
#include "tests/fuzz/Check.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <chrono>
#include <functional>

using namespace okoshko;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace {

/// One of each, with every field that is read.
constexpr auto samples = R"([
    {"id": "000000000000000000000001", "number": 7, "event": "000000000000000000000002", "status": "executed",
     "created_at": "2016-01-26T09:25:19.378000+00:00", "reserved_till": null, "tickets": ["000000000000000000000003"],
     "rules": {"000000000000000000000004": "000000000000000000000005"},
     "customer": {"first_name": "x", "last_name": "x", "email": "x", "mobile": "7", "lang": "ru"},
     "payment": {"system": {"id": "x"}, "redirect_url": "https://pay.example/"},
     "value": "1.00", "value_extra": "0.00", "values": {"nominal": "1.00", "discount": "0.00"}},
    {"id": "000000000000000000000001", "title": {"text": "x", "desc": "x"}, "lifetime": "DTSTART:20160512T200000Z",
     "status": "public", "age_rating": "6+", "org": {"id": "000000000000000000000002", "name": "x"},
     "venue": {"id": "000000000000000000000003", "name": "x", "address": "x",
               "city": {"name": {"ru": "x"}, "timezone": "Europe/Moscow"}},
     "map": {"sectors": [{"id": "x", "name": "x"}]}, "tickets_amount": 1, "tickets_amount_vacant": 1,
     "sets": [{"id": "000000000000000000000004", "pos": 1, "name": "x", "desc": "x", "sector": "x", "amount": 1,
               "amount_vacant": 1, "price": "1.00",
               "rules": [{"id": "000000000000000000000005", "cal": "DTSTART:20160512T200000Z", "price": "1.00"}]}]},
    {"id": "000000000000000000000001", "set": "000000000000000000000002", "serial": "x", "number": "7",
     "barcode": "x", "seat": {"sector": {"id": "x", "name": "x"}, "row": "1", "number": 2}},
    {"id": "000000000000000000000001", "set": "000000000000000000000002", "status": "vacant",
     "seat": {"sector": "x", "row": "1", "number": "2"}, "reserved_till": "2016-01-26T09:25:19Z"},
    {"errors": ["x", {"code": "x", "msg": "x"}], "reason": "x"},
    {"format": "okoshko-settings", "version": 1, "server": "https://x.example", "counterName": "x", "textSize": 100,
     "urgentFrom": 60, "paymentSystems": [{"name": "x", "labelRu": "x", "labelEn": "x", "digit": 1}]},
    {"format": "okoshko-ticket", "version": 1, "id": "x", "name": {"ru": "x", "en": "x"}, "font": "PT Sans",
     "page": {"width": 80, "height": 200, "flow": false, "margin": 4, "places": 1},
     "marks": {"x": 5, "y": 5, "width": 60, "height": 5, "rotation": 0},
     "elements": [{"type": "text", "x": 4, "y": 20, "width": 70, "height": 9, "rotation": 0, "text": "{title}",
                   "size": 3, "floor": 2, "bold": true, "align": "center"},
                  {"type": "image", "x": 4, "y": 90, "width": 9, "height": 9, "data": "AAAA"}]}
])";

void feed(const QByteArray &body)
{
    const auto began = std::chrono::steady_clock::now();
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(body.constData()), static_cast<size_t>(body.size()));
    fuzz::require(std::chrono::steady_clock::now() - began < std::chrono::seconds(30), "a large body takes no longer");
}

QByteArray listOf(qsizetype count, const QByteArray &element)
{
    QByteArray list = "[" + (element + ",").repeated(count);
    list.back() = ']';
    return list;
}

QByteArray written(const QJsonValue &value)
{
    return value.isArray() ? QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)
                           : QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

using Then = std::function<void(const QJsonValue &)>;

/// Hands on \a value as often as \a change makes another of one of the values in it, however deep.
void changeEach(const QJsonValue &value, const std::function<void(const QJsonValue &, const Then &)> &change,
                const Then &then)
{
    change(value, then);
    if (value.isArray()) {
        QJsonArray list = value.toArray();
        for (qsizetype i = 0; i < list.size(); ++i) {
            changeEach(list.at(i), change, [&](const QJsonValue &changed) {
                QJsonArray with = list;
                with[i] = changed;
                then(with);
            });
        }
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        changeEach(*it, change, [&](const QJsonValue &changed) {
            QJsonObject with = object;
            with[it.key()] = changed;
            then(with);
        });
    }
}

/// Texts as long as they may be, and longer.
void lengthen(const QJsonValue &value, const Then &then)
{
    if (!value.isString() && !value.isDouble())
        return;
    for (const qsizetype letters : {300, 2000, int(v1::JsonValue::maxLetters)}) {
        for (const qsizetype more : {0, 1}) {
            then(QString(letters + more, u'x'));
            then(QString((letters + more) / 2, u'x') + u"😀"_s.repeated(letters / 4));
        }
    }
}

/// Lists and objects of one element or member more than they may have.
void widen(const QJsonValue &value, const Then &then)
{
    const auto id = [](qsizetype i) { return QString::number(i).rightJustified(24, u'0'); };
    constexpr qsizetype beyond = v1::JsonValue::maxElements + 1;
    if (value.isArray()) {
        QJsonArray list;
        for (qsizetype i = 0; i < beyond; ++i)
            list.append(value.toArray().first().isString() ? QJsonValue(id(i)) : QJsonObject{{u"id"_s, id(i)}});
        then(list);
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (qsizetype i = object.size(); i < beyond; ++i)
            object.insert(id(i), QJsonValue());
        then(object);
    }
}

/// Brackets far deeper than any stack, closed and not, beside an element that is whole.
void nest(const QByteArray &whole)
{
    constexpr qsizetype depth = 200'000;
    for (const QByteArray &opening : {"["_ba, "{"_ba, "{\"a\":"_ba}) {
        for (const QByteArray &closing : {"]"_ba, "}"_ba}) {
            const QByteArray nested = opening.repeated(depth) + closing.repeated(depth);
            feed('[' + whole + ',' + nested + ',' + whole + ']');
            feed("{\"novelty\":" + nested + ',' + whole.sliced(1));
        }
    }
}

/// What the target that runs as \a program decodes.
QJsonValue sampleOf(const QByteArray &program)
{
    const QJsonArray all = QJsonDocument::fromJson(samples).array();
    const std::array targets{"order", "events", "tickets", "seats", "words", "settings", "templates"};
    for (std::size_t i = 0; i < targets.size(); ++i) {
        if (program.endsWith(targets.at(i)))
            return all.at(static_cast<qsizetype>(i));
    }
    return QJsonObject();
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***arguments)
{
    // The fuzzer's own workers and a replay need them no second time.
    if (qEnvironmentVariableIsSet("OKOSHKO_FUZZ_WITHOUT_LIMITS"))
        return 0;
    const QJsonValue sample = sampleOf((*arguments)[0]);
    const bool isList = !sample[u"errors"].isArray() && !sample[u"format"].isString();
    const QByteArray whole = written(sample);
    for (const QByteArray &element : {"null"_ba, "\"\\ud800\""_ba, "{]"_ba})
        feed(listOf(v1::JsonValue::maxElements + 1, element));
    for (const char *unit : {"\"", "\\", "\" ", ",", "[", "]", "\xff", "\x01"})
        feed('[' + whole + ",[\"" + QByteArray(unit).repeated(1'000'000));
    nest(whole);
    const QByteArray many = listOf(2'000'000 / whole.size(), whole);
    feed(many);
    feed(QByteArray(many).replace(many.size() / 2, 1, "\"}]"));
    for (const auto &change : {lengthen, widen})
        changeEach(sample, change, [&](const QJsonValue &changed) {
            feed(written(isList ? QJsonValue(QJsonArray{changed}) : changed));
        });
    changeEach(sample, lengthen, [](const QJsonValue &changed) { feed(written(changed)); });
    return 0;
}
