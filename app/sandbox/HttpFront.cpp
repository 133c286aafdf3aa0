// SPDX-License-Identifier: GPL-3.0-or-later
#include "HttpFront.h"

#include "Wish.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <optional>

namespace okoshko::sandbox {

namespace {

/// What stands in the place of `:id`, an empty text if the pattern has none; nothing if the path is another one.
std::optional<QString> match(const QStringList &pattern, const QStringList &path)
{
    if (pattern.size() != path.size())
        return std::nullopt;
    QString id;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == QStringLiteral(":id"))
            id = path[i];
        else if (pattern[i] != path[i])
            return std::nullopt;
    }
    return id;
}

bool isApi(const QString &path)
{
    return path == QStringLiteral("/v1") || path.startsWith(QStringLiteral("/v1/"));
}

bool acceptsJson(const QByteArray &accept)
{
    return accept.isEmpty() || accept.contains("application/json") || accept.contains("application/*") ||
           accept.contains("*/*");
}

bool isJson(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    // The recorded start of the payment names no type at all, and curl, asked to send just that, names a form's.
    return type.isEmpty() || type == "application/json" || type == "application/x-www-form-urlencoded";
}

} // namespace

HttpFront::HttpFront(Vendor &vendor, ScenarioBoard &board, QString key, const QUrl &publicUrl)
    : m_vendor(vendor)
    , m_director(vendor, board)
    , m_spoiler(board)
    , m_key(std::move(key))
    , m_orders(vendor, m_director, board, publicUrl)
    , m_events(vendor, board, publicUrl)
    , m_page(vendor)
{
    addOrderRoutes();
    const QString event = QStringLiteral("/v1/resources/events/:id");
    addRoute("GET", QStringLiteral("/v1/services/simple/events"), [this](const Call &c) { return m_events.list(c); });
    addRoute("GET", QStringLiteral("/v1/services/simple/events/:id"),
             [this](const Call &c) { return m_events.read(c); });
    addRoute("GET", event, [this](const Call &c) { return m_events.read(c); });
    addRoute("GET", event + QStringLiteral("/tickets"), [this](const Call &c) { return m_events.tickets(c); });
    addRoute("GET", QStringLiteral("/v1/resources/partners/:id"),
             [this](const Call &c) { return m_events.partner(c); });
    const QString page = QStringLiteral("/pay/:id");
    addRoute("GET", page, [this](const Call &c) { return m_page.show(c); });
    addRoute("POST", page + QStringLiteral("/pay"), [this](const Call &c) { return m_page.press(c, true); });
    addRoute("POST", page + QStringLiteral("/decline"), [this](const Call &c) { return m_page.press(c, false); });
    addRoute("GET", QStringLiteral("/pay-assets/:id"), [](const Call &c) { return PaymentPage::asset(c); });
}

void HttpFront::addOrderRoutes()
{
    const QString orders = QStringLiteral("/v1/resources/orders");
    const QString order = orders + QStringLiteral("/:id");
    addRoute("GET", orders, [this](const Call &c) { return m_orders.list(c); });
    addRoute("POST", orders, [this](const Call &c) { return m_orders.create(c); });
    addRoute("GET", order, [this](const Call &c) { return m_orders.read(c); });
    addRoute("PATCH", order, [this](const Call &c) { return m_orders.change(c); });
    addRoute("DELETE", order, [this](const Call &c) { return m_orders.cancel(c); });
    addRoute("GET", order + QStringLiteral("/tickets"), [this](const Call &c) { return m_orders.tickets(c); });
    const QString refunds = QStringLiteral("/v1/resources/refund_requests");
    const QString refund = refunds + QStringLiteral("/:id");
    addRoute("GET", refunds, [this](const Call &c) { return m_orders.listRefunds(c); });
    addRoute("POST", refunds, [this](const Call &c) { return m_orders.createRefund(c); });
    addRoute("GET", refund, [this](const Call &c) { return m_orders.readRefund(c); });
    addRoute("PATCH", refund, [this](const Call &c) { return m_orders.decideRefund(c); });
}

void HttpFront::addRoute(const QByteArray &method, const QString &path, std::function<Reply(const Call &)> handle)
{
    m_routes.push_back({method, path.split(QLatin1Char('/')), std::move(handle)});
}

Reply HttpFront::answer(const Request &request)
{
    m_director.prepare();
    Reply reply = staged(request);
    // The HTTP server adds no Date of its own, and clients take the server's time from it.
    reply.headers.emplaceBack("Date", toHttpDate(m_vendor.now()));
    reply.headers.emplaceBack("X-Partner", m_vendor.catalogue().partner.toLatin1());
    return reply;
}

Reply HttpFront::staged(const Request &request)
{
    const auto kind = kindOf(request.method, request.path, request.body);
    if (!kind)
        return dispatch(request);
    if (const std::optional<Reply> reply = m_spoiler.instead(*kind))
        return *reply;
    return m_spoiler.spoiled(dispatch(request), *kind);
}

Reply HttpFront::dispatch(const Request &request)
{
    if (request.body.size() > largestBody)
        return errorReply(413, QStringLiteral("the body is larger than %1 bytes").arg(largestBody));
    const bool api = isApi(request.path);
    if (api) {
        if (std::optional<Reply> refusal = refuseUnauthorised(request))
            return *refusal;
    }
    QByteArrayList allowed;
    for (const Route &route : m_routes) {
        const std::optional<QString> id = match(route.path, request.path.split(QLatin1Char('/')));
        if (!id)
            continue;
        allowed.append(route.method);
        if (route.method != request.method)
            continue;
        Call call{request, *id, {}, {}};
        if (api) {
            if (std::optional<Reply> refusal = readApiCall(call))
                return *refusal;
        }
        return route.handle(call);
    }
    if (allowed.isEmpty())
        return errorReply(404, QStringLiteral("there is nothing at %1").arg(request.path));
    Reply reply = errorReply(405, QStringLiteral("%1 is not possible here").arg(QString::fromLatin1(request.method)));
    reply.headers.emplaceBack("Allow", allowed.join(", "));
    return reply;
}

std::optional<Reply> HttpFront::refuseUnauthorised(const Request &request) const
{
    // The recording sends two spaces after the word.
    static const QRegularExpression shape(QStringLiteral("\\Akey +(\\S+)\\z"),
                                          QRegularExpression::CaseInsensitiveOption);
    const auto match = shape.match(QString::fromLatin1(request.authorization).trimmed());
    if (match.hasMatch() && match.captured(1) == m_key)
        return std::nullopt;
    Reply reply = errorReply(401, QStringLiteral("the key is missing or unknown"));
    reply.headers.emplaceBack("WWW-Authenticate", "key");
    return reply;
}

std::optional<Reply> HttpFront::readApiCall(Call &call) const
{
    const Request &request = call.request;
    if (!acceptsJson(request.accept))
        return errorReply(406, QStringLiteral("only application/json is spoken here"));
    if (!call.id.isEmpty() && !isId(call.id))
        return errorReply(Refusal{Reason::Invalid, {QStringLiteral("%1 is not a valid id").arg(call.id)}});
    if (request.query.hasQueryItem(QStringLiteral("fields-schema"))) {
        auto schema = FieldsSchema::parse(request.parameter(QStringLiteral("fields-schema")));
        if (!schema)
            return errorReply(schema.error());
        call.schema = std::move(*schema);
    }
    if (!request.body.isEmpty() && !isJson(request.contentType))
        return errorReply(415, QStringLiteral("a body must be application/json"));
    if (request.method != "POST" && request.method != "PATCH")
        return std::nullopt;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (error.error != QJsonParseError::NoError)
        return errorReply(400, QStringLiteral("the body is not valid JSON: %1").arg(error.errorString()));
    if (!document.isObject())
        return errorReply(400, QStringLiteral("the body must be a JSON object"));
    call.body = document.object();
    return std::nullopt;
}

} // namespace okoshko::sandbox
