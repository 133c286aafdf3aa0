// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QRect>
#include <QString>

namespace okoshko::test {

/// Where the pictures of the plan are kept: this run's, and of those that have changed, the last run's.
struct PictureFolders
{
    QString now;
    QString before;
};

/// Keeps \a picture as \a name, in place of the last run's. Where that one was taken in the same environment (Qt,
/// platform, font, scale), it stays if it shows the same outside of \a changing; if not, it is kept as well, and a line
/// says so. False where the picture cannot be written.
[[nodiscard]] bool keepPicture(QImage picture, const QList<QRect> &changing, const QString &name,
                               const PictureFolders &folders);

} // namespace okoshko::test
