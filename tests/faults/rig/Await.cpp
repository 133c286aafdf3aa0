// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/rig/Await.h"

#include <QEventLoop>
#include <QTimer>

namespace okoshko::test {

Came await(const std::function<bool()> &isTrue, std::chrono::milliseconds most)
{
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (isTrue())
            loop.quit();
    });
    look.start(std::chrono::milliseconds(5));
    QTimer::singleShot(most, &loop, &QEventLoop::quit);
    if (!isTrue())
        loop.exec();
    return isTrue() ? Came::Yes : Came::No;
}

} // namespace okoshko::test
