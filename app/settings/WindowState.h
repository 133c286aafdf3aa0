// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QSettings>
#include <QSize>
#include <QString>

QT_FORWARD_DECLARE_CLASS(QWidget)

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

/// \a wanted for \a window that comes up for the first time, and no more than its screen has room for beside the title
/// bar.
[[nodiscard]] QSize roomFor(const QWidget &window, QSize wanted);

/// Moves \a window, which is not shown yet, and makes it smaller where it has to be, so that it stands on its screen:
/// the one on which it stood may have gone. One that fills its screen stays so.
void bringOntoScreen(QWidget &window);

/// Puts \a window before all others, as far as the desktop lets it.
void comeToFront(QWidget &window);

} // namespace okoshko
