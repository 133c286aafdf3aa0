// SPDX-License-Identifier: GPL-3.0-or-later
#include "DirectSandbox.h"

#include "app/sandbox/CatalogueReader.h"

#include <QUrl>
using namespace Qt::StringLiterals;
using namespace okoshko::sandbox;

namespace {

Instant noon()
{
    return *parseIso(u"2026-03-02T12:00:00.250+00:00"_s, false);
}

/// What a sandbox with default options offers.
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

DirectSandbox::DirectSandbox(Orders::Terms terms, std::optional<quint64> seed)
    : m_now(noon())
    , m_url(u"http://127.0.0.1:8080"_s)
    , m_vendor(
          catalogue(m_now), terms, [this] { return m_now; }, seed)
    , m_front(m_vendor, m_board, demo::key, m_url)
{
}

Request DirectSandbox::request(const QByteArray &method, const QString &target, const QByteArray &body) const
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

Answer DirectSandbox::ask(const QByteArray &method, const QString &target, const QByteArray &body)
{
    return ask(request(method, target, body));
}

Answer DirectSandbox::reserve(const QString &event, const QString &set, int count, const QByteArray &more)
{
    const QByteArray random = "\"random\": {\"" + set.toLatin1() + "\": " + QByteArray::number(count) + '}';
    return ask("POST", u"/v1/resources/orders"_s, joined("\"event\": \"" + event.toLatin1() + "\", " + random, more));
}

Answer DirectSandbox::reserve(const QString &event, const QStringList &tickets, const QByteArray &more)
{
    const QByteArray list = QJsonDocument(QJsonArray::fromStringList(tickets)).toJson(QJsonDocument::Compact);
    return ask("POST", u"/v1/resources/orders"_s,
               joined("\"event\": \"" + event.toLatin1() + "\", \"tickets\": " + list, more));
}

Answer DirectSandbox::change(const QString &order, const QByteArray &body)
{
    return ask("PATCH", u"/v1/resources/orders/"_s + order, body);
}

Answer DirectSandbox::read(const QString &order)
{
    return ask("GET", u"/v1/resources/orders/"_s + order);
}

Answer DirectSandbox::begin(const QString &order)
{
    return change(order, R"({"payment": {"system": "api/BASE"}, "status": "in_progress"})");
}

Answer DirectSandbox::sell(const QString &event, const QString &set, int count)
{
    const QString order = reserve(event, set, count).id();
    begin(order);
    if (read(order).payment().contains(u"redirect_url"_s))
        ask("POST", payPath(order) + u"/pay"_s);
    else
        change(order, R"({"status": "done"})");
    return read(order);
}

QString DirectSandbox::payPath(const QString &order)
{
    return QUrl(read(order).payment().value(u"redirect_url"_s).toString()).path();
}

int DirectSandbox::vacant(const QString &event, const QString &set)
{
    const Answer answer = ask("GET", u"/v1/services/simple/events/"_s + event);
    for (const QJsonValue &item : answer.object().value(u"sets"_s).toArray()) {
        if (item.toObject().value(u"id"_s).toString() == set)
            return item.toObject().value(u"amount_vacant"_s).toInt();
    }
    return -1;
}

QStringList DirectSandbox::seats(const QString &event)
{
    QStringList ids;
    const QString path = u"/v1/resources/events/%1/tickets?status=vacant"_s.arg(event);
    const QJsonArray seats = ask("GET", path).array();
    for (const QJsonValue &seat : seats)
        ids.append(seat.toObject().value(u"id"_s).toString());
    return ids;
}
