// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointF>

QT_FORWARD_DECLARE_CLASS(QAbstractScrollArea)
QT_FORWARD_DECLARE_CLASS(QTouchEvent)

namespace okoshko {

/// A finger on a scroll area: a swipe scrolls and selects nothing, a tap is a click. The mouse stays as it is. Without
/// this Qt makes mouse events of a swipe as well, which move the selection on the way.
class TouchScroll final : public QObject
{
    Q_OBJECT
public:
    /// Owned by \a area from now on.
    static void install(QAbstractScrollArea &area);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit TouchScroll(QAbstractScrollArea &area);
    void tap(QPointF global);

    QWidget &m_viewport;
    bool m_isSwipe = false;
    QElapsedTimer m_sinceTap; ///< for the second one of a double click
    QPointF m_lastTap;
};

} // namespace okoshko
