// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/rig/ServerState.h"

#include "tests/faults/rig/Await.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkProxy>

#include <memory>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

[[noreturn]] void giveUp(const QString &what, const QByteArray &body)
{
    qFatal("the server does not tell the truth: %s: %s", qPrintable(what), body.left(500).constData());
}

QJsonDocument jsonOf(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        giveUp(error.errorString(), body);
    return json;
}

QList<QJsonObject> objectsOf(const QByteArray &body)
{
    const QJsonDocument json = jsonOf(body);
    if (!json.isArray())
        giveUp(u"no list"_s, body);
    QList<QJsonObject> objects;
    for (const QJsonValue &value : json.array()) {
        if (!value.toObject().isEmpty()) // the real vendor's lists have holes
            objects << value.toObject();
    }
    return objects;
}

QString textOf(const QJsonObject &object, const QString &name)
{
    const QJsonValue value = object.value(name);
    if (!value.isString() || value.toString().isEmpty())
        giveUp(u"no "_s + name, QJsonDocument(object).toJson());
    return value.toString();
}

ToldOrder orderOf(const QJsonObject &object)
{
    ToldOrder order;
    order.id = textOf(object, u"id"_s);
    order.status = textOf(object, u"status"_s);
    order.event = textOf(object, u"event"_s);
    order.value = textOf(object, u"value"_s);
    order.sets = object.value(u"rules"_s).toObject().keys();
    if (!object.value(u"tickets"_s).isArray() || !object.value(u"payment"_s).isObject())
        giveUp(u"no tickets or no payment"_s, QJsonDocument(object).toJson());
    for (const QJsonValue &ticket : object.value(u"tickets"_s).toArray())
        order.tickets << ticket.toString();
    order.tickets.sort();
    const QJsonObject payment = object.value(u"payment"_s).toObject();
    order.system = payment.value(u"system"_s).toString();
    order.page = QUrl(payment.value(u"redirect_url"_s).toString());
    return order;
}

} // namespace

bool ToldOrder::isHeld() const
{
    return status == u"executed"_s || status == u"in_progress"_s;
}

bool ToldOrder::isSold() const
{
    return status == u"done"_s;
}

QString ToldOrder::briefly() const
{
    return u"%1 %2, %3 of %4"_s.arg(id, status).arg(tickets.size()).arg(sets.join(u'+'));
}

ServerState::ServerState(const QUrl &server, const QByteArray &key)
    : m_server(server)
    , m_key(key)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
}

QList<ToldOrder> ServerState::orders()
{
    QList<ToldOrder> orders;
    for (const QJsonObject &object : objectsOf(answer(m_network.get(request(u"/v1/resources/orders"_s)), 200)))
        orders << orderOf(object);
    return orders;
}

QHash<QString, QString> ServerState::hall(const QString &event)
{
    const QString path = u"/v1/resources/events/%1/tickets"_s.arg(event);
    QHash<QString, QString> states;
    for (const QJsonObject &ticket : objectsOf(answer(m_network.get(request(path)), 200)))
        states.insert(textOf(ticket, u"id"_s), textOf(ticket, u"status"_s));
    return states;
}

ToldOrder ServerState::make(const QString &event, const QString &set, int count)
{
    const QJsonObject body{{u"event"_s, event}, {u"random"_s, QJsonObject{{set, count}}}};
    QNetworkRequest asked = request(u"/v1/resources/orders"_s);
    asked.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    return orderOf(jsonOf(answer(m_network.post(asked, QJsonDocument(body).toJson()), 201)).object());
}

QByteArray ServerState::json(const QString &order)
{
    return answer(m_network.get(request(u"/v1/resources/orders/"_s + order)), 200);
}

void ServerState::pay(const QUrl &page)
{
    static_cast<void>(answer(m_network.post(QNetworkRequest(QUrl(page.toString() + u"/pay"_s)), QByteArray()), 0));
}

QNetworkRequest ServerState::request(const QString &path) const
{
    QNetworkRequest request(QUrl(m_server.toString() + path));
    request.setRawHeader("Authorization", "key " + m_key);
    return request;
}

/// \a status: what it must be; 0 = any that is no error.
QByteArray ServerState::answer(QNetworkReply *reply, int status)
{
    const std::unique_ptr<QNetworkReply> owned(reply);
    if (await([reply] { return reply->isFinished(); }) == Came::No)
        giveUp(u"no answer"_s, reply->url().toEncoded());
    const QByteArray body = reply->readAll();
    const int got = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0 ? reply->error() != QNetworkReply::NoError : got != status)
        giveUp(u"%1 %2"_s.arg(got).arg(reply->errorString()), body);
    return body;
}

} // namespace okoshko::test
