// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace okoshko {

/// Waits for a moment at which a window's content may be built anew under a person's hands: nothing pops up, asks or
/// is edited in a cell, no key, button or finger is down, nobody has typed for half a second, and whoever waits says
/// that it may be. Then it calls back, from the event loop.
class QuietMoment final : public QObject
{
    Q_OBJECT
public:
    explicit QuietMoment(QWidget &window); ///< which must outlive this

    /// Instead of what was awaited before. \a mayBe is asked until it says so.
    void await(std::function<bool()> mayBe, std::function<void()> then);
    [[nodiscard]] bool isAwaited() const { return m_then != nullptr; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool isNow() const;
    void look();

    QWidget &m_window;
    std::function<bool()> m_mayBe;
    std::function<void()> m_then;
    QTimer m_next;    ///< look at it
    QSet<int> m_down; ///< keys
    bool m_isTouched = false;
    QElapsedTimer m_sincePress; ///< of a key; invalid before the first
};

} // namespace okoshko
