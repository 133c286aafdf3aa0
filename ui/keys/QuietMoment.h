// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace okoshko {

/// Waits until a window's content can be rebuilt without interrupting a person: no popup, no question, no cell editor,
/// no key, button or finger down, no typing for half a second, and the caller's condition holds. Then calls back from
/// the event loop.
class QuietMoment final : public QObject
{
    Q_OBJECT
public:
    explicit QuietMoment(QWidget &window); ///< must outlive this

    /// Replaces an earlier wait. \a mayBe is polled until it returns true.
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
    QTimer m_next;    ///< next check
    QSet<int> m_down; ///< pressed keys
    bool m_isTouched = false;
    QElapsedTimer m_sincePress; ///< of a key; invalid before the first one
};

} // namespace okoshko
