// SPDX-License-Identifier: GPL-3.0-or-later
#include "Http.h"

#include <QJsonDocument>

namespace okoshko::sandbox {

namespace {

QString errorName(int status)
{
    switch (status) {
    case 400:
        return QStringLiteral("HTTPBadRequest");
    case 401:
        return QStringLiteral("HTTPUnauthorized");
    case 403:
        return QStringLiteral("HTTPForbidden");
    case 404:
        return QStringLiteral("HTTPNotFound");
    case 405:
        return QStringLiteral("HTTPMethodNotAllowed");
    case 406:
        return QStringLiteral("HTTPNotAcceptable");
    case 409:
        return QStringLiteral("HTTPConflict");
    case 413:
        return QStringLiteral("HTTPRequestEntityTooLarge");
    case 415:
        return QStringLiteral("HTTPUnsupportedMediaType");
    case 429:
        return QStringLiteral("HTTPTooManyRequests");
    default: // an int, not an enum: other numbers are no errors of this server
        return QStringLiteral("HTTPInternalServerError");
    }
}

Reply documentReply(int status, const QJsonDocument &document)
{
    return {status, "application/json; charset=UTF-8", document.toJson(QJsonDocument::Compact), {}};
}

} // namespace

Reply jsonReply(int status, const QJsonObject &object)
{
    return documentReply(status, QJsonDocument(object));
}

Reply jsonReply(int status, const QJsonArray &array)
{
    return documentReply(status, QJsonDocument(array));
}

Reply errorReply(int status, const QString &reason)
{
    return jsonReply(status,
                     QJsonObject{{QStringLiteral("error"), errorName(status)}, {QStringLiteral("reason"), reason}});
}

Reply errorReply(const Refusal &refusal)
{
    switch (refusal.reason) {
    case Reason::Invalid:
        return jsonReply(400, QJsonObject{{QStringLiteral("errors"), QJsonArray::fromStringList(refusal.errors)}});
    case Reason::Unknown:
        return errorReply(404, refusal.errors.join(QStringLiteral("; ")));
    case Reason::Busy:
        return errorReply(409, refusal.errors.join(QStringLiteral("; ")));
    }
    Q_UNREACHABLE();
}

} // namespace okoshko::sandbox
