// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointF>

QT_FORWARD_DECLARE_CLASS(QAbstractScrollArea)
QT_FORWARD_DECLARE_CLASS(QTouchEvent)

namespace okoshko {

/// Touch input of a scroll area: a swipe scrolls without selecting, a tap is a click. The mouse is not affected.
/// Without this Qt also makes mouse events of a swipe, which change the selection.
class TouchScroll final : public QObject
{
    Q_OBJECT
public:
    /// Owned by \a area.
    static void install(QAbstractScrollArea &area);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit TouchScroll(QAbstractScrollArea &area);
    void tap(QPointF global);

    QWidget &m_viewport;
    bool m_isSwipe = false;
    QElapsedTimer m_sinceTap; ///< to detect a double click
    QPointF m_lastTap;
};

} // namespace okoshko
