// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/v1/V1Decode.h"
#include "tests/fuzz/Check.h"
#include "tests/fuzz/Encode.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>

namespace okoshko::fuzz {

inline QByteArray bytesOf(const uint8_t *data, size_t size)
{
    return {reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
}

/// Decodes \a body. What comes of it is either an error that is clear, or a value that \a check finds in bounds.
template <class T>
Result<T> decodeChecked(const QByteArray &body, T (*decode)(const v1::JsonNode &), void (*check)(const T &))
{
    const Result<T> value = v1::decodeBody(body, decode);
    if (value)
        check(*value);
    else
        requireClear(value.error());
    return value;
}

/// The same of a list; what was decoded, encoded and decoded again is the same list.
template <class T>
Result<QList<T>> decodeList(const QByteArray &body, QList<T> (*decode)(const v1::JsonNode &),
                            void (*check)(const QList<T> &))
{
    const Result<QList<T>> list = decodeChecked(body, decode, check);
    if (list) {
        QJsonArray array;
        for (const T &element : *list)
            array.append(encode(element));
        const Result<QList<T>> again = v1::decodeBody(QJsonDocument(array).toJson(QJsonDocument::Compact), decode);
        require(again.has_value() && *again == *list, "a list that is written again reads the same");
    }
    return list;
}

} // namespace okoshko::fuzz
