// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/HttpFront.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <optional>

using namespace Qt::StringLiterals;

namespace okoshko::sandbox {

namespace {

/// The value of `:id`, empty if the pattern has none; nothing if the path does not match.
std::optional<QString> match(const QStringList &pattern, const QStringList &path)
{
    if (pattern.size() != path.size())
        return std::nullopt;
    QString id;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == u":id"_s)
            id = path[i];
        else if (pattern[i] != path[i])
            return std::nullopt;
    }
    return id;
}

bool isApi(const QString &path)
{
    return path == u"/v1"_s || path.startsWith(u"/v1/"_s);
}

bool acceptsJson(const QByteArray &accept)
{
    return accept.isEmpty() || accept.contains("application/json") || accept.contains("application/*") ||
           accept.contains("*/*");
}

bool isJson(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    // The recorded start of the payment has no content type, and curl sends a form's for the same request.
    return type.isEmpty() || type == "application/json" || type == "application/x-www-form-urlencoded";
}

} // namespace

HttpFront::HttpFront(Vendor &vendor, ScenarioBoard &board, QString key, const QUrl &publicUrl)
    : m_vendor(vendor)
    , m_engine(vendor, board)
    , m_key(std::move(key))
    , m_api(vendor, m_engine, publicUrl)
    , m_page(vendor)
{
    const auto add = [this](const QByteArray &method, const QString &path, Reply (Api::*handle)(const Call &)) {
        addRoute(method, path, [this, handle](const Call &call) { return (m_api.*handle)(call); });
    };
    add("GET", u"/v1/services/simple/events"_s, &Api::listEvents);
    add("GET", u"/v1/services/simple/events/:id"_s, &Api::readEvent);
    add("GET", u"/v1/resources/events/:id/tickets"_s, &Api::listSeats);
    add("GET", u"/v1/resources/partners/:id"_s, &Api::readPartner);
    add("GET", u"/v1/resources/orders"_s, &Api::listOrders);
    add("POST", u"/v1/resources/orders"_s, &Api::createOrder);
    add("GET", u"/v1/resources/orders/:id"_s, &Api::readOrder);
    add("PATCH", u"/v1/resources/orders/:id"_s, &Api::changeOrder);
    add("DELETE", u"/v1/resources/orders/:id"_s, &Api::cancelOrder);
    add("GET", u"/v1/resources/orders/:id/tickets"_s, &Api::listTickets);
    add("GET", u"/v1/resources/refund_requests"_s, &Api::listRefunds);
    add("POST", u"/v1/resources/refund_requests"_s, &Api::createRefund);
    add("GET", u"/v1/resources/refund_requests/:id"_s, &Api::readRefund);
    add("PATCH", u"/v1/resources/refund_requests/:id"_s, &Api::decideRefund);
    addRoute("GET", u"/pay/:id"_s, [this](const Call &call) { return m_page.show(call); });
    addRoute("POST", u"/pay/:id/pay"_s, [this](const Call &call) { return m_page.press(call, true); });
    addRoute("POST", u"/pay/:id/decline"_s, [this](const Call &call) { return m_page.press(call, false); });
    addRoute("GET", u"/pay-assets/:id"_s, [](const Call &call) { return PaymentPage::asset(call); });
}

void HttpFront::addRoute(const QByteArray &method, const QString &path, std::function<Reply(const Call &)> handle)
{
    m_routes.push_back({method, path.split(u'/'), std::move(handle)});
}

Reply HttpFront::answer(const Request &request)
{
    m_engine.prepare();
    Reply reply = underScenarios(request);
    // QHttpServer adds no Date, and clients take the server's time from it.
    reply.headers.emplaceBack("Date", toHttpDate(m_vendor.clock.now()));
    reply.headers.emplaceBack("X-Partner", m_vendor.catalogue().partner.toLatin1());
    return reply;
}

Reply HttpFront::underScenarios(const Request &request)
{
    const auto kind = kindOf(request.method, request.path, request.body);
    if (!kind)
        return dispatch(request, RequestKind::Other);
    if (const std::optional<Reply> reply = m_engine.errorAnswer(*kind))
        return *reply;
    return m_engine.spoiled(dispatch(request, *kind), *kind);
}

Reply HttpFront::dispatch(const Request &request, RequestKind kind)
{
    if (request.body.size() > maxBody)
        return errorReply(413, u"the body is larger than %1 bytes"_s.arg(maxBody));
    const bool api = isApi(request.path);
    if (api) {
        if (std::optional<Reply> refusal = refuseUnauthorized(request))
            return *refusal;
    }
    QByteArrayList allowed;
    for (const Route &route : m_routes) {
        const std::optional<QString> id = match(route.path, request.path.split(u'/'));
        if (!id)
            continue;
        allowed.append(route.method);
        if (route.method != request.method)
            continue;
        Call call{request, kind, *id, {}, {}};
        if (api) {
            if (std::optional<Reply> refusal = readApiCall(call))
                return *refusal;
        }
        return route.handle(call);
    }
    if (allowed.isEmpty())
        return errorReply(404, u"there is nothing at %1"_s.arg(request.path));
    Reply reply = errorReply(405, u"%1 is not possible here"_s.arg(QString::fromLatin1(request.method)));
    reply.headers.emplaceBack("Allow", allowed.join(", "));
    return reply;
}

std::optional<Reply> HttpFront::refuseUnauthorized(const Request &request) const
{
    // The recording has two spaces after the word.
    static const QRegularExpression shape(u"\\Akey +(\\S+)\\z"_s, QRegularExpression::CaseInsensitiveOption);
    const auto match = shape.match(QString::fromLatin1(request.authorization).trimmed());
    if (match.hasMatch() && match.captured(1) == m_key)
        return std::nullopt;
    Reply reply = errorReply(401, u"the key is missing or unknown"_s);
    reply.headers.emplaceBack("WWW-Authenticate", "key");
    return reply;
}

std::optional<Reply> HttpFront::readApiCall(Call &call) const
{
    const Request &request = call.request;
    if (!acceptsJson(request.accept))
        return errorReply(406, u"only application/json is spoken here"_s);
    if (!call.id.isEmpty() && !isId(call.id))
        return errorReply(Refusal{Reason::Invalid, {u"%1 is not a valid id"_s.arg(call.id)}});
    if (request.query.hasQueryItem(u"fields-schema"_s)) {
        auto schema = FieldsSchema::parse(request.parameter(u"fields-schema"_s));
        if (!schema)
            return errorReply(schema.error());
        call.schema = std::move(*schema);
    }
    if (!request.body.isEmpty() && !isJson(request.contentType))
        return errorReply(415, u"a body must be application/json"_s);
    if (request.method != "POST" && request.method != "PATCH")
        return std::nullopt;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (error.error != QJsonParseError::NoError)
        return errorReply(400, u"the body is not valid JSON: %1"_s.arg(error.errorString()));
    if (!document.isObject())
        return errorReply(400, u"the body must be a JSON object"_s);
    call.body = document.object();
    return std::nullopt;
}

} // namespace okoshko::sandbox
