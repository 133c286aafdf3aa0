// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"
#include "models/domain/Instant.h"

#include <QByteArray>
#include <QDateTime>
#include <QSettings>
#include <QSize>
#include <QString>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace okoshko {

/// What a profile's window begins with again, in `window.ini`: its size and place when it was closed, which depend on
/// the screen, and the category that was sold last. Not exported.
class WindowState
{
public:
    enum class Dock { Hidden, Shown };

    explicit WindowState(const QString &profileFolder);

    /// When a window of the profile was last closed; invalid if never.
    [[nodiscard]] static QDateTime lastClosed(const QString &profileFolder);

    [[nodiscard]] Dock qaDock() const; ///< hidden by default
    void setQaDock(Dock dock);

    struct SoldLast
    {
        EventId event{}; ///< null = nothing was sold yet
        SetId set{};
        Instant createdAt{}; ///< of its order

        friend bool operator==(const SoldLast &, const SoldLast &) = default;
    };
    [[nodiscard]] SoldLast soldLast() const;
    void setSoldLast(const SoldLast &sold);

    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);

private:
    QSettings m_file;
};

/// The size \a wanted for \a window before it is first shown, limited to the free area of its screen without the title
/// bar.
[[nodiscard]] QSize roomFor(const QWidget &window, QSize wanted);

/// Moves \a window, which is not shown yet, onto a screen, and shrinks it if needed: its last screen may be gone. A
/// maximized window stays maximized.
void bringOntoScreen(QWidget &window);

/// Raises \a window above all others, as far as the desktop allows.
void comeToFront(QWidget &window);

} // namespace okoshko
