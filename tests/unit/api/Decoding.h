// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/v1/V1Decode.h"

namespace okoshko::test {

/// What \a decode reads of \a body, whatever was left out.
template <class T>
[[nodiscard]] Result<T> read(const QByteArray &body, T (*decode)(v1::JsonValue &))
{
    return v1::decodeBody(body, decode).map([](const v1::Decoded<T> &decoded) { return decoded.value; });
}

/// Path and reason of all that was left out of a list, one a line.
[[nodiscard]] inline QString leftOut(const Unreadable &unreadable)
{
    QStringList lines;
    for (const ApiError &error : unreadable.first)
        lines << error.field + QLatin1Char(' ') + error.detail;
    return lines.join(QLatin1Char('\n'));
}

} // namespace okoshko::test
