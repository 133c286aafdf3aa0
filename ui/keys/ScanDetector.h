// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyEvent>
#include <QString>

#include <chrono>

namespace okoshko {

/// Distinguishes a barcode scanner from typing. A scan is six or more printable characters, none of them auto-repeated,
/// each at most `pause` after the last, and Enter or Tab at most `longestEnd` after them. Uses the window system's time
/// stamps, not the time of handling; keys without one count as typed. A second Enter right after a scan belongs to it.
class ScanDetector
{
public:
    static constexpr int fewest = 6; ///< characters
    static constexpr std::chrono::milliseconds usualPause{35};
    static constexpr std::chrono::milliseconds longestEnd{100};

    enum class Found {
        Typed,   ///< by a person
        Begun,   ///< a possible scan begins
        GoesOn,  ///< a possible scan continues
        Scanned, ///< a scan has ended: code() is complete
        Echo,    ///< a second Enter of the last scan
    };

    explicit ScanDetector(std::chrono::milliseconds pause = usualPause)
        : m_pause(pause)
    {
    }

    void setPause(std::chrono::milliseconds pause) { m_pause = pause; }
    [[nodiscard]] Found take(const QKeyEvent &press);
    /// As typed in the active keyboard layout.
    [[nodiscard]] const QString &code() const { return m_code; }

private:
    std::chrono::milliseconds m_pause;
    std::chrono::milliseconds m_last{};    ///< time stamp of the last character
    std::chrono::milliseconds m_scanned{}; ///< time stamp of the last scan's end; 0 = none
    QString m_code;
};

} // namespace okoshko
