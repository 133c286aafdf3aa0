// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/ScanDetector.h"

#include <utility>

using namespace std::chrono_literals;

namespace okoshko {

ScanDetector::Found ScanDetector::take(const QKeyEvent &press)
{
    const std::chrono::milliseconds at(press.timestamp());
    const int key = press.key();
    const bool isEnd = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab;
    const bool isTold = at != 0ms && !press.isAutoRepeat();
    const auto since = at - m_last;

    if (isEnd) {
        const auto scanned = std::exchange(m_scanned, 0ms);
        if (isTold && scanned != 0ms && at >= scanned && at - scanned <= longestEnd) {
            m_scanned = at;
            return Found::Echo;
        }
        if (!isTold || !isCode() || since < 0ms || since > longestEnd) {
            m_code.clear();
            return Found::Typed;
        }
        m_scanned = at;
        m_last = 0ms; // the next character starts again
        return Found::Scanned;
    }
    if (key == Qt::Key_Shift) // part of a scan with capital letters
        return Found::Typed;
    m_scanned = 0ms;
    const bool isCharacter = press.text().size() == 1 && press.text().front().isPrint() &&
                             !(press.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!isCharacter || !isTold) {
        m_code.clear();
        m_last = 0ms;
        return Found::Typed;
    }
    const bool goesOn = !m_code.isEmpty() && m_last != 0ms && since >= 0ms && since <= m_pause;
    if (!goesOn)
        m_code.clear();
    m_code += press.text();
    m_last = at;
    return goesOn ? Found::GoesOn : Found::Begun;
}

bool ScanDetector::endWithoutKey()
{
    if (!isCode() || m_last == 0ms)
        return false;
    m_scanned = std::exchange(m_last, 0ms);
    return true;
}

bool ScanDetector::isCode() const
{
    return m_code.size() >= fewest && m_code.count(m_code.front()) < m_code.size();
}

} // namespace okoshko
