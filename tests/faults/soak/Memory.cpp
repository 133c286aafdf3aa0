// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/soak/Memory.h"

#include <QFile>

#include <malloc.h>
#include <unistd.h>

namespace okoshko::test {

Memory Memory::now()
{
    const struct mallinfo2 info = mallinfo2();
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("/proc/self/statm cannot be read");
    const qint64 pages = file.readAll().split(' ').value(1).toLongLong();
    return {static_cast<qint64>(info.uordblks + info.hblkhd), pages * sysconf(_SC_PAGESIZE)};
}

} // namespace okoshko::test
