// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/LogTail.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

constexpr qint64 mostBytes = 8 * 1024 * 1024;

} // namespace

QString logSince(const QStringList &paths, const QDateTime &since)
{
    // As Logging.cpp writes it: UTC, of one length, so that texts compare as times do.
    static const QRegularExpression stamp(u"\\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{12}Z "_s);
    const QString first = since.toUTC().toString(Qt::ISODateWithMs);
    QString tail;
    for (const QString &path : paths) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (file.size() > mostBytes) {
            file.seek(file.size() - mostBytes);
            file.readLine(); // half a line, most likely
        }
        bool isRecent = false;
        while (!file.atEnd()) {
            const QString line = QString::fromUtf8(file.readLine());
            if (stamp.match(line).hasMatch())
                isRecent = line >= first;
            if (isRecent)
                tail += line;
        }
    }
    return tail;
}

} // namespace okoshko
