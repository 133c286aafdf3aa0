// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start/ScreenRoom.h"

#include <QScreen>
#include <QStyle>
#include <QWidget>

namespace okoshko {

QSize roomFor(const QWidget &window, QSize wanted)
{
    const int titleBar = window.style()->pixelMetric(QStyle::PM_TitleBarHeight, nullptr, &window);
    return wanted.boundedTo(window.screen()->availableSize() - QSize(0, titleBar));
}

} // namespace okoshko
