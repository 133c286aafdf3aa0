// SPDX-License-Identifier: GPL-3.0-or-later
#include "ResponseFaults.h"

#include <QJsonDocument>
#include <array>

namespace okoshko::sandbox {

namespace {

struct Refused
{
    Scenario scenario;
    int status;
    const char *reason;
};

constexpr std::array refusals{
    Refused{Scenario::Unauthorized, 401, "the key is missing or unknown"},
    Refused{Scenario::Forbidden, 403, "this is not allowed"},
    Refused{Scenario::NotFound, 404, "there is no such thing"},
    Refused{Scenario::ConflictOnce, 409, "a change to this order is still being processed"},
    Refused{Scenario::ConflictAlways, 409, "a change to this order is still being processed"},
    Refused{Scenario::TooManyRequests, 429, "too many requests"},
    Refused{Scenario::ServerError, 500, "something went wrong"},
    Refused{Scenario::BadGateway, 502, "a gateway speaks HTML"},
    // As recorded: the first letter of the word is Cyrillic.
    Refused{Scenario::NoMoney, 400, "Not enough money, \xD1\x81ontact to TicketsCloud manager"},
    Refused{Scenario::LoginPage, 200, "a network wants a log-in"},
};

Reply replyOf(const Refused &refused)
{
    if (refused.scenario == Scenario::BadGateway)
        return {502,
                "text/html; charset=UTF-8",
                "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center>"
                "<hr><center>nginx</center></body></html>\n",
                {}};
    if (refused.scenario == Scenario::LoginPage)
        return {200,
                "text/html; charset=UTF-8",
                "<!DOCTYPE html><html><head><title>Hotel Wi-Fi</title></head><body><h1>Welcome!</h1>"
                "<form method=\"post\" action=\"/login\"><input name=\"room\"><input type=\"password\" name=\"code\">"
                "<button>Log in</button></form></body></html>\n",
                {}};
    if (refused.scenario == Scenario::NoMoney)
        return errorReply(Refusal{Reason::Invalid, {QString::fromUtf8(refused.reason)}});
    Reply reply = errorReply(refused.status, QString::fromLatin1(refused.reason));
    if (refused.scenario == Scenario::Unauthorized)
        reply.headers.emplaceBack("WWW-Authenticate", "key");
    if (refused.scenario == Scenario::TooManyRequests)
        reply.headers.emplaceBack("Retry-After", "5");
    return reply;
}

/// Something of another type.
QJsonValue mistyped(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
    case QJsonValue::Array:
        return QJsonObject{{QStringLiteral("0"), QJsonValue::Null}};
    case QJsonValue::Bool:
    case QJsonValue::Double:
        return QJsonArray{true};
    case QJsonValue::String:
        return 17;
    case QJsonValue::Object:
        return QStringLiteral("[object Object]");
    }
    Q_UNREACHABLE();
}

QJsonObject mistypedMembers(QJsonObject object)
{
    for (auto it = object.begin(); it != object.end(); ++it)
        *it = mistyped(it.value());
    return object;
}

QByteArray mistypedBody(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isArray())
        return QJsonDocument(mistypedMembers(document.object())).toJson(QJsonDocument::Compact);
    QJsonArray rows;
    for (const QJsonValue &row : document.array())
        rows.append(mistypedMembers(row.toObject()));
    return QJsonDocument(rows).toJson(QJsonDocument::Compact);
}

} // namespace

std::optional<Reply> ResponseFaults::instead(RequestKind kind)
{
    for (const Refused &refused : refusals) {
        if (m_board.take(refused.scenario, kind))
            return replyOf(refused);
    }
    return std::nullopt;
}

Reply ResponseFaults::spoiled(Reply reply, RequestKind kind)
{
    if (m_board.take(Scenario::NotJson, kind))
        reply.body = "Warning: Undefined index in order.php on line 217\n" + reply.body.left(reply.body.size() / 2);
    else if (m_board.take(Scenario::WrongTypes, kind))
        reply.body = mistypedBody(reply.body);
    else if (reply.body.startsWith('[') && m_board.take(Scenario::ListObject, kind))
        reply.body = "{\"items\":" + reply.body + '}';
    return reply;
}

} // namespace okoshko::sandbox
