// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QSettings>
#include <QString>

namespace okoshko {

/// How the window of a profile stood when it was closed: `window.ini`. It is of this screen alone, so no export has it.
class WindowState
{
public:
    enum class Dock { Hidden, Shown };

    explicit WindowState(const QString &profileFolder);

    /// When a window of the profile was closed last; invalid if none ever was.
    [[nodiscard]] static QDateTime lastClosed(const QString &profileFolder);

    [[nodiscard]] Dock qaDock() const; ///< hidden until it was shown
    void setQaDock(Dock dock);

    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);

private:
    QSettings m_file;
};

} // namespace okoshko
