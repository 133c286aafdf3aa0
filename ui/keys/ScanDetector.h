// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyEvent>
#include <QString>

#include <chrono>

namespace okoshko {

/// Distinguishes a barcode scanner from typing. A scan is six or more printable characters, each at most `pause` after
/// the last, none of them auto-repeated and not all the same (X may report a held key as pressed again and again), and
/// Enter or Tab at most `longestEnd` after them. Uses the window system's time stamps, not the time of handling; keys
/// without one count as typed. An Enter right after a scan's end belongs to it.
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
        Echo,    ///< an Enter after the end of the last scan
    };

    explicit ScanDetector(std::chrono::milliseconds pause = usualPause)
        : m_pause(pause)
    {
    }

    void setPause(std::chrono::milliseconds pause) { m_pause = pause; }
    [[nodiscard]] std::chrono::milliseconds pause() const { return m_pause; }
    [[nodiscard]] Found take(const QKeyEvent &press);
    /// No character followed in time. Whether those that came are a scan: some scanners send no Enter.
    [[nodiscard]] bool endWithoutKey();
    /// As typed in the active keyboard layout.
    [[nodiscard]] const QString &code() const { return m_code; }

private:
    [[nodiscard]] bool isCode() const;

    std::chrono::milliseconds m_pause;
    std::chrono::milliseconds m_last{};    ///< time stamp of the last character
    std::chrono::milliseconds m_scanned{}; ///< time stamp of the last scan's end; 0 = none
    QString m_code;
};

} // namespace okoshko
