// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

namespace okoshko {

struct ZipEntry
{
    QString name;
    QByteArray bytes;
};

/// \a entries as a ZIP archive, or libzip's error. May be called on any thread.
[[nodiscard]] tl::expected<QByteArray, QString> zipped(const QList<ZipEntry> &entries);

} // namespace okoshko
