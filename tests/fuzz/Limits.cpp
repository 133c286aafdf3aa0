// SPDX-License-Identifier: GPL-3.0-or-later
// What is larger than libFuzzer would ever make it: each target that decodes bodies meets its limits, and what lies
// just beyond them, once at its start. Linked into those targets.
#include "models/api/v1/JsonNode.h"
#include "tests/fuzz/Check.h"
#include "tests/fuzz/Encode.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>

using namespace okoshko;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace {

void feed(const QByteArray &body)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(body.constData()), static_cast<size_t>(body.size()));
}

QByteArray listOf(qsizetype count, const QByteArray &element)
{
    QByteArray list = "[" + (element + ",").repeated(count);
    list.back() = ']';
    return list;
}

QByteArray nested(qsizetype levels)
{
    return QByteArray(levels, '[') + QByteArray(levels, ']');
}

bool isTooLarge(const QByteArray &body)
{
    const Result<QJsonValue> value = v1::parseBody(body);
    return !value && value.error().kind == ErrorKind::TooLarge;
}

void meet(const QByteArray &within, const QByteArray &beyond, const char *what)
{
    fuzz::require(!isTooLarge(within) && isTooLarge(beyond), what);
    feed(beyond);
}

template <class SomeId>
SomeId idOf()
{
    return *SomeId::parse(u"56a73b7ff06c5a21c393806b"_s);
}

/// Hands on \a object as often as it has texts and more, each time with one of them as long as it may be, or longer.
void stretch(const QJsonObject &object, const std::function<void(const QJsonObject &)> &then)
{
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        QJsonObject stretched = object;
        const auto with = [&, name = it.key()](const QJsonValue &value) {
            stretched[name] = value;
            then(stretched);
        };
        if (it->isObject())
            stretch(it->toObject(), with);
        for (const qsizetype letters : {v1::JsonNode::mostLettersOfALabel, v1::JsonNode::mostLetters}) {
            with(QString(letters, u'x'));
            with(QString(letters + 1, u'x'));
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    meet(nested(v1::mostNesting), nested(v1::mostNesting + 1), "what is nested too deep is refused");
    meet(listOf(v1::mostValues - 1, "0"), listOf(v1::mostValues + 1, "0"), "a body of too many values is refused");
    feed(nested(v1::mostNesting));
    feed(listOf(v1::JsonNode::mostElements, "{}"));
    feed(listOf(v1::JsonNode::mostElements + 1, "{}"));
    Order order;
    order.id = idOf<OrderId>();
    order.event = idOf<EventId>();
    order.number = 7;
    order.status = OrderStatus::Executed;
    order.statusWord = u"executed"_s;
    Event event;
    event.id = idOf<EventId>();
    event.title = u"x"_s;
    Ticket ticket;
    ticket.id = idOf<TicketId>();
    HallSeat seat;
    seat.ticket = idOf<TicketId>();
    seat.set = idOf<SetId>();
    for (const QJsonObject &object :
         {fuzz::encode(order), fuzz::encode(event), fuzz::encode(ticket), fuzz::encode(seat)})
        stretch(object, [](const QJsonObject &stretched) {
            feed(QJsonDocument(stretched).toJson(QJsonDocument::Compact));
            feed(QJsonDocument(QJsonArray{stretched}).toJson(QJsonDocument::Compact));
        });
    return 0;
}
