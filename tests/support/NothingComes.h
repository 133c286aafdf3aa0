// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSignalSpy>

namespace okoshko::test {

/// Time in which what must not come would.
inline void nothingComesFor(int milliseconds)
{
    QObject nobody;
    static_cast<void>(QSignalSpy(&nobody, &QObject::destroyed).wait(milliseconds));
}

} // namespace okoshko::test
