// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// A well-formed id that ends in \a number.
[[nodiscard]] inline QString idText(int number)
{
    return QStringLiteral("%1").arg(number, 24, 10, QLatin1Char('0'));
}

template <class SomeId>
[[nodiscard]] SomeId id(int number)
{
    return *SomeId::parse(idText(number));
}

[[nodiscard]] inline QByteArray bytes(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

[[nodiscard]] inline QByteArray bytes(const QJsonArray &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

[[nodiscard]] inline QJsonObject parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

/// \a json with the member \a key changed; an undefined \a value takes it out.
[[nodiscard]] inline QJsonObject with(QJsonObject json, const QString &key, const QJsonValue &value)
{
    json[key] = value;
    return json;
}

/// An order with all that is required, and no more.
[[nodiscard]] inline QJsonObject bareOrder(int number)
{
    return {{QStringLiteral("id"), idText(number)},
            {QStringLiteral("number"), number},
            {QStringLiteral("status"), QStringLiteral("executed")},
            {QStringLiteral("value"), QStringLiteral("100.00")}};
}
