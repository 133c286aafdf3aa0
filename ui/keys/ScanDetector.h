// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyEvent>
#include <QString>

#include <chrono>

namespace okoshko {

/// Tells a barcode scanner from fingers: six or more printable characters, none repeated by being held, each at most
/// `pause` after the last, and Enter or Tab at most `longestEnd` after them. By the time the window system gives the
/// keys, never by when they are handled; keys without such a time are typed. A second Enter right after belongs to the
/// scan.
class ScanDetector
{
public:
    static constexpr int fewest = 6; ///< characters
    static constexpr std::chrono::milliseconds usualPause{35};
    static constexpr std::chrono::milliseconds longestEnd{100};

    enum class Found {
        Typed,   ///< by fingers
        Begun,   ///< the first of what may become a scan
        GoesOn,  ///< one more of it
        Scanned, ///< its end: code() is whole
        Echo,    ///< a second end of the scan before
    };

    explicit ScanDetector(std::chrono::milliseconds pause = usualPause)
        : m_pause(pause)
    {
    }

    void setPause(std::chrono::milliseconds pause) { m_pause = pause; }
    [[nodiscard]] Found take(const QKeyEvent &press);
    /// As the keys told it, in the layout that was on.
    [[nodiscard]] const QString &code() const { return m_code; }

private:
    std::chrono::milliseconds m_pause;
    std::chrono::milliseconds m_last{};    ///< when the last character came, by the window system
    std::chrono::milliseconds m_scanned{}; ///< when the last scan ended; 0 = none did
    QString m_code;
};

} // namespace okoshko
