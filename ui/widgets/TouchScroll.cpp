// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TouchScroll.h"

#include <QAbstractScrollArea>
#include <QCoreApplication>
#include <QMouseEvent>
#include <QScroller>
#include <QScrollerProperties>
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
    QScroller::grabGesture(&m_viewport, QScroller::TouchGesture); // lets it accept touch events, too
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
    switch (event->type()) { // of many events these few
    case QEvent::TouchBegin:
        m_isSwipe = QScroller::scroller(&m_viewport)->state() == QScroller::Scrolling; // which it only stops
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
    event->accept(); // what is accepted becomes no mouse event
    return true;
}

void TouchScroll::tap(QPointF global) const
{
    const QPoint at = m_viewport.mapFromGlobal(global).toPoint();
    QWidget *under = m_viewport.childAt(at);
    QWidget &to = under ? *under : m_viewport;
    const QPointF local = to.mapFromGlobal(global);
    for (const QEvent::Type type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
        QMouseEvent click(type, local, global, Qt::LeftButton,
                          type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&to, &click);
    }
}

} // namespace okoshko
