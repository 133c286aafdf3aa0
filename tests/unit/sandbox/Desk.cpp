// SPDX-License-Identifier: GPL-3.0-or-later
#include "Desk.h"

#include <QUrl>

using namespace okoshko::sandbox;

namespace {

Instant noon()
{
    return *parseIso(QStringLiteral("2026-03-02T12:00:00.250+00:00"), false);
}

/// What a sandbox offers that was told nothing else.
Catalogue catalogue(Instant now)
{
    Catalogue demo = loadCatalogue({}, now).value();
    demo.add(scenarioEvents(now));
    return demo;
}

QByteArray joined(const QByteArray &first, const QByteArray &more)
{
    return '{' + first + (more.isEmpty() ? QByteArray() : QByteArray(", ") + more) + '}';
}

} // namespace

QByteArray Answer::header(const QByteArray &name) const
{
    for (const auto &[key, value] : reply.headers) {
        if (key == name)
            return value;
    }
    return {};
}

Desk::Desk(Orders::Terms terms, std::optional<quint64> seed)
    : m_now(noon())
    , m_url(QStringLiteral("http://127.0.0.1:8080"))
    , m_vendor(
          catalogue(m_now), terms, [this] { return m_now; }, seed)
    , m_front(m_vendor, m_board, demo::key, m_url)
{
}

Request Desk::request(const QByteArray &method, const QString &target, const QByteArray &body) const
{
    const QUrl url(m_url.toString() + target);
    Request request;
    request.method = method;
    request.path = url.path(QUrl::FullyDecoded);
    request.query = QUrlQuery(url);
    request.authorization = "key " + demo::key.toLatin1();
    request.contentType = body.isEmpty() ? QByteArray() : QByteArray("application/json");
    request.body = body;
    return request;
}

Answer Desk::ask(const QByteArray &method, const QString &target, const QByteArray &body)
{
    return ask(request(method, target, body));
}

Answer Desk::reserve(const QString &event, const QString &set, int count, const QByteArray &more)
{
    const QByteArray random = "\"random\": {\"" + set.toLatin1() + "\": " + QByteArray::number(count) + '}';
    return ask("POST", QStringLiteral("/v1/resources/orders"),
               joined("\"event\": \"" + event.toLatin1() + "\", " + random, more));
}

Answer Desk::reserve(const QString &event, const QStringList &tickets, const QByteArray &more)
{
    const QByteArray list = QJsonDocument(QJsonArray::fromStringList(tickets)).toJson(QJsonDocument::Compact);
    return ask("POST", QStringLiteral("/v1/resources/orders"),
               joined("\"event\": \"" + event.toLatin1() + "\", \"tickets\": " + list, more));
}

Answer Desk::change(const QString &order, const QByteArray &body)
{
    return ask("PATCH", QStringLiteral("/v1/resources/orders/") + order, body);
}

Answer Desk::read(const QString &order)
{
    return ask("GET", QStringLiteral("/v1/resources/orders/") + order);
}

Answer Desk::begin(const QString &order)
{
    return change(order, R"({"payment": {"system": "api/BASE"}, "status": "in_progress"})");
}

Answer Desk::sell(const QString &event, const QString &set, int count)
{
    const QString order = reserve(event, set, count).id();
    begin(order);
    if (read(order).payment().contains(QStringLiteral("redirect_url")))
        ask("POST", payPath(order) + QStringLiteral("/pay"));
    else
        change(order, R"({"status": "done"})");
    return read(order);
}

QString Desk::payPath(const QString &order)
{
    return QUrl(read(order).payment().value(QStringLiteral("redirect_url")).toString()).path();
}

int Desk::vacant(const QString &event, const QString &set)
{
    const Answer answer = ask("GET", QStringLiteral("/v1/services/simple/events/") + event);
    for (const QJsonValue &item : answer.object().value(QStringLiteral("sets")).toArray()) {
        if (item.toObject().value(QStringLiteral("id")).toString() == set)
            return item.toObject().value(QStringLiteral("amount_vacant")).toInt();
    }
    return -1;
}

QStringList Desk::seats(const QString &event)
{
    QStringList ids;
    const QString path = QStringLiteral("/v1/resources/events/%1/tickets?status=vacant").arg(event);
    const QJsonArray seats = ask("GET", path).array();
    for (const QJsonValue &seat : seats)
        ids.append(seat.toObject().value(QStringLiteral("id")).toString());
    return ids;
}
