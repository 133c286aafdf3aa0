// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TouchScroll.h"

#include <QAbstractScrollArea>
#include <QGuiApplication>
#include <QMouseEvent>
#include <QScroller>
#include <QScrollerProperties>
#include <QStyleHints>
#include <QTouchEvent>

namespace okoshko {

void TouchScroll::install(QAbstractScrollArea &area)
{
    new TouchScroll(area);
}

TouchScroll::TouchScroll(QAbstractScrollArea &area)
    : QObject(&area)
    , m_viewport(*area.viewport())
{
    QScroller::grabGesture(&m_viewport, QScroller::TouchGesture); // enables touch events, too
    QScroller *scroller = QScroller::scroller(&m_viewport);
    QScrollerProperties properties = scroller->scrollerProperties();
    for (const auto overshoot :
         {QScrollerProperties::HorizontalOvershootPolicy, QScrollerProperties::VerticalOvershootPolicy})
        properties.setScrollMetric(overshoot, QScrollerProperties::OvershootAlwaysOff);
    scroller->setScrollerProperties(properties);
    connect(scroller, &QScroller::stateChanged, this, [this](QScroller::State state) {
        if (state == QScroller::Dragging || state == QScroller::Scrolling)
            m_isSwipe = true;
    });
    m_viewport.installEventFilter(this);
}

bool TouchScroll::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) { // other events do not matter
    case QEvent::TouchBegin:
        m_isSwipe = QScroller::scroller(&m_viewport)->state() == QScroller::Scrolling; // this touch only stops it
        break;
    case QEvent::TouchUpdate:
    case QEvent::TouchCancel:
        break;
    case QEvent::TouchEnd:
        if (const auto &points = static_cast<QTouchEvent *>(event)->points(); !m_isSwipe && points.size() == 1)
            tap(points.first().globalPosition());
        break;
    default:
        return false;
    }
    event->accept(); // an accepted event becomes no mouse event
    return true;
}

void TouchScroll::tap(QPointF global)
{
    const QPoint at = m_viewport.mapFromGlobal(global).toPoint();
    QWidget *under = m_viewport.childAt(at);
    QWidget &to = under ? *under : m_viewport;
    // As a mouse press does before it is delivered.
    for (QWidget *each = &to; each; each = each->parentWidget()) {
        if (each->isEnabled() && each->focusPolicy() & Qt::ClickFocus) {
            each->setFocus(Qt::MouseFocusReason);
            break;
        }
    }
    const bool isSecond = m_sinceTap.isValid() &&
                          m_sinceTap.elapsed() <= QGuiApplication::styleHints()->mouseDoubleClickInterval() &&
                          (global - m_lastTap).manhattanLength() <= QGuiApplication::styleHints()->startDragDistance();
    const auto press = isSecond ? QEvent::MouseButtonDblClick : QEvent::MouseButtonPress;
    const QPointF local = to.mapFromGlobal(global);
    for (const QEvent::Type type : {press, QEvent::MouseButtonRelease}) {
        QMouseEvent click(type, local, global, Qt::LeftButton,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&to, &click);
    }
    if (isSecond)
        m_sinceTap.invalidate();
    else
        m_sinceTap.start();
    m_lastTap = global;
}

} // namespace okoshko
