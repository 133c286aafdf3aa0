// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/HandlerTimes.h"
#include "models/api/v1/AnswerDecoding.h"
#include "models/api/v1/PooledDecoding.h"
#include "models/api/v1/V1Api.h"
#include "models/api/v1/V1Decode.h"
#include "models/sale/SeatPicker.h"
#include "tests/bench/Rows.h"

#include <QByteArray>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <simdjson.h>

#include <string_view>
#include <vector>

using namespace Qt::StringLiterals;

namespace okoshko::bench {

namespace {

using simdjson::ondemand::json_type;
using simdjson::ondemand::object;
using simdjson::ondemand::value;

QByteArray fixture(const QString &name)
{
    QFile file(QStringLiteral(OKOSHKO_FIXTURES) + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("there is no %s", qPrintable(file.fileName()));
    return file.readAll();
}

/// \a element \a count times as a list, each with an id of its own.
QByteArray listOf(QJsonObject element, int count)
{
    QByteArray list = "[";
    for (int i = 0; i < count; ++i) {
        element["id"_L1] = u"56a73b7ff06c5a21%1"_s.arg(i, 8, 10, QChar(u'0'));
        list += (i > 0 ? "," : "") + QJsonDocument(element).toJson(QJsonDocument::Compact);
    }
    return list + ']';
}

/// \a count vacant places of one set, in sectors of 40 rows of 50 seats.
QByteArray hallOf(int count)
{
    QByteArray hall = "[";
    for (int i = 0; i < count; ++i) {
        const QString place =
            u"%1{\"id\":\"56a73b7ff06c5a21%2\",\"reserved_till\":null,\"set\":\"5d71353b2110d30a34e97e31\","
            "\"status\":\"vacant\",\"seat\":{\"number\":%3,\"row\":%4,\"sector\":\"5a8dd58e6e55b2064c67c%5\"}}"_s
                .arg(i > 0 ? u","_s : QString())
                .arg(i, 8, 10, QChar(u'0'))
                .arg(i % 50 + 1)
                .arg(i / 50 % 40 + 1)
                .arg(i / 2000, 3, 10, QChar(u'0'));
        hall += place.toLatin1();
    }
    return hall + ']';
}

/// Reads each scalar below \a from whose name is in \a names, as simdjson alone would, and keeps where its text is.
void readPlainly(value from, std::string_view name, const std::vector<std::string_view> &names,
                 std::vector<std::string_view> &texts)
{
    json_type type = json_type::null;
    if (from.type().get(type))
        qFatal("the bench's own body is no JSON");
    if (type == json_type::object) {
        object members;
        if (from.get_object().get(members))
            qFatal("the bench's own body is no JSON");
        for (auto field : members) {
            std::string_view key;
            value member;
            if (field.unescaped_key().get(key) || field.value().get(member))
                qFatal("the bench's own body is no JSON");
            if (std::find(names.begin(), names.end(), key) != names.end())
                readPlainly(member, key, names, texts);
        }
    } else if (type == json_type::array) {
        simdjson::ondemand::array elements;
        if (from.get_array().get(elements))
            qFatal("the bench's own body is no JSON");
        for (auto element : elements) {
            value each;
            if (element.get(each))
                qFatal("the bench's own body is no JSON");
            readPlainly(each, name, names, texts);
        }
    } else if (type == json_type::string) {
        std::string_view text;
        if (from.get_string().get(text))
            qFatal("the bench's own body is no JSON");
        texts.push_back(text);
    }
}

double plainly(const QByteArray &body, const std::vector<std::string_view> &names)
{
    const double begun = now();
    const simdjson::padded_string text(body.constData(), static_cast<std::size_t>(body.size()));
    simdjson::ondemand::parser parser;
    simdjson::ondemand::document document;
    value root;
    if (parser.iterate(text).get(document) || document.get_value().get(root))
        qFatal("the bench's own body is no JSON");
    std::vector<std::string_view> texts;
    readPlainly(root, {}, names, texts);
    const double took = now() - begun;
    if (texts.empty())
        qFatal("nothing was read");
    return took;
}

template <class T>
Row measure(const QString &name, const QByteArray &body, T (*decode)(v1::JsonValue &), qsizetype count,
            const std::vector<std::string_view> &names)
{
    const auto ours = [&] {
        const double begun = now();
        const auto elements = v1::decodeList(body, decode);
        const double took = now() - begun;
        if (!elements || elements->list.size() != count || !elements->unreadable.isNothing())
            qFatal("the bench's own body cannot be read");
        return took;
    };
    return sideBySide(name, 5, ours, [&] { return plainly(body, names); });
}

} // namespace

Row measureDecodeOrders()
{
    constexpr int count = 20'000;
    const auto order = QJsonDocument::fromJson(fixture(u"real/order-platron-in-progress.json"_s)).object();
    return measure(u"decode_orders"_s, listOf(order, count), v1::decodeOrder, count,
                   {"id",      "number",  "event",    "status",       "created_at", "updated_at",  "reserved_till",
                    "tickets", "rules",   "customer", "first_name",   "last_name",  "email",       "mobile",
                    "lang",    "payment", "system",   "redirect_url", "value",      "value_extra", "values",
                    "nominal", "discount"});
}

Row measureDecodeEvents()
{
    constexpr int count = 2'000;
    const auto event = QJsonDocument::fromJson(fixture(u"real/events-2015-production.json"_s)).array().at(0).toObject();
    return measure(u"decode_events"_s, listOf(event, count), v1::decodeEvent, count,
                   {"id",
                    "title",
                    "text",
                    "desc",
                    "lifetime",
                    "status",
                    "age_rating",
                    "org",
                    "name",
                    "venue",
                    "address",
                    "city",
                    "timezone",
                    "map",
                    "sectors",
                    "sets",
                    "pos",
                    "sector",
                    "amount",
                    "amount_vacant",
                    "with_seats",
                    "price_org",
                    "price_extra",
                    "price",
                    "rules",
                    "cal",
                    "current",
                    "tickets_amount",
                    "tickets_amount_vacant",
                    "ru",
                    "en",
                    "default",
                    "be",
                    "uk"});
}

Row measureHall(HandlerTimes &application)
{
    constexpr int count = 60'000;
    const HttpAnswer answer{200, hallOf(count), u"#1"_s};
    const auto choose = [](const QList<HallSeat> &hall) { return pickSeats(hall, {{hall.first().set, 4}}); };
    QList<double> took;
    for (int i = 0; i < 10; ++i) {
        QObject context;
        qsizetype picked = 0;
        application.begin();
        const double begun = now();
        v1::PooledDecoding<SeatChoice>::start(
            Call::begin(), answer, v1::seatsDecoder(choose), &context,
            [&picked](const Result<SeatChoice> &choice) { picked = choice ? choice->tickets.size() : -1; });
        const double started = now() - begun;
        runUntil([&picked] { return picked != 0; });
        double handled = 0;
        for (const HandlerTimes::Handler &handler : application.end())
            handled += handler.own();
        if (picked != 4)
            qFatal("the bench's own hall cannot be read");
        took << started + handled;
    }
    return {u"hall_60k_ms"_s, median(took), u"ms"_s, {}, 16};
}

} // namespace okoshko::bench
