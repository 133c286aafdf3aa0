// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QString>

namespace okoshko::test {

/// What is in the ZIP file \a path, by name, as another program reads it; nothing where that one finds it damaged.
inline QMap<QString, QByteArray> readZip(const QString &path)
{
    QProcess python;
    python.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    python.start(QStringLiteral("python3"), {QStringLiteral(OKOSHKO_READZIP), path});
    if (!python.waitForFinished() || python.exitCode() != 0)
        return {};
    QMap<QString, QByteArray> files;
    const QJsonObject read = QJsonDocument::fromJson(python.readAllStandardOutput()).object();
    for (auto it = read.begin(); it != read.end(); ++it)
        files.insert(it.key(), QByteArray::fromBase64(it.value().toString().toLatin1()));
    return files;
}

} // namespace okoshko::test
