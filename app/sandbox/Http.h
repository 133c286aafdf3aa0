// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FieldsSchema.h"
#include "Refusal.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QUrlQuery>
#include <optional>
#include <utility>

namespace okoshko::sandbox {

/// A request as the routes see it, free of the HTTP library.
struct Request
{
    QByteArray method; ///< `GET`, `PATCH` …
    QString path;      ///< decoded
    QUrlQuery query;
    QByteArray authorization;
    QByteArray contentType;
    QByteArray accept;
    QByteArray acceptLanguage;
    QByteArray body;
    QByteArray host;
    QByteArray origin; ///< browsers send it for what a page asks

    /// The parameter, percent-decoded; empty if it is not there.
    [[nodiscard]] QString parameter(const QString &name) const
    {
        return query.queryItemValue(name, QUrl::FullyDecoded);
    }
};

struct Reply
{
    int status = 200;
    QByteArray type;
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers;
};

/// One request on its way through a route.
struct Call
{
    Request request;
    QString id;                         ///< what stood in the place of `:id`
    QJsonObject body;                   ///< of POST and PATCH
    std::optional<FieldsSchema> schema; ///< already known to be readable
};

[[nodiscard]] Reply jsonReply(int status, const QJsonObject &object);
[[nodiscard]] Reply jsonReply(int status, const QJsonArray &array);

/// `{"error": "HTTPNotFound", "reason": "…"}`
[[nodiscard]] Reply errorReply(int status, const QString &reason);

/// 400 `{"errors": […]}`, 404 or 409.
[[nodiscard]] Reply errorReply(const Refusal &refusal);

} // namespace okoshko::sandbox
