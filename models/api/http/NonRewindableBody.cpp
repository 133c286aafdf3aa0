// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/http/NonRewindableBody.h"

#include <algorithm>

namespace okoshko {

qint64 NonRewindableBody::readData(char *data, qint64 maxSize)
{
    if (atEnd())
        return -1;
    const qint64 count = std::min(maxSize, bytesAvailable());
    std::copy_n(m_bytes.constData() + m_read, count, data);
    m_read += count;
    // Qt's network thread reads a large body in pieces and sometimes does not continue without readyRead() (seen with a
    // body of a megabyte: the upload stopped).
    if (!atEnd())
        QMetaObject::invokeMethod(this, &QIODevice::readyRead, Qt::QueuedConnection);
    return count;
}

} // namespace okoshko
