// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"

#include <QFile>
#include <QList>

/// The ends of calls, as they came. Must outlive the calls.
template <class T>
struct Collected
{
    QList<okoshko::Result<T>> all;

    [[nodiscard]] okoshko::Then<T> then()
    {
        return [this](const okoshko::Result<T> &result) { all.append(result); };
    }
    [[nodiscard]] qsizetype count() const { return all.size(); }
    [[nodiscard]] bool isGood() const { return all.size() == 1 && all.first().has_value(); }
    /// The one value; a default one where there is none.
    [[nodiscard]] T value() const { return isGood() ? *all.first() : T(); }
    /// The one error. Where there is none: an error that no call can end in.
    [[nodiscard]] okoshko::ApiError error() const
    {
        const bool isBad = all.size() == 1 && !all.first().has_value();
        return isBad ? all.first().error() : okoshko::ApiError{.httpStatus = -1, .detail = QStringLiteral("no error")};
    }
};

/// A body of the recorded exchange, `create.request`.
[[nodiscard]] inline QByteArray recorded(const QString &name)
{
    QFile file(QStringLiteral(OKOSHKO_FIXTURES "/recording/%1.json").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
