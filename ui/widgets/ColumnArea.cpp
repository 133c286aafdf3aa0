// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ColumnArea.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/TouchScroll.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace okoshko {

ColumnArea::ColumnArea(QWidget *content, QWidget *parent, Width width)
    : QScrollArea(parent)
    , m_width(width)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    if (m_width == Width::Whole)
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(content);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { keepInView(now); });
    TouchScroll::install(*this);
}

QSize ColumnArea::minimumSizeHint() const
{
    const int least = Theme::space(8);
    if (!widget())
        return {0, least};
    const QSize content = widget()->minimumSizeHint();
    const int bar = verticalScrollBar()->sizeHint().width();
    int width = m_width == Width::Whole ? content.width() + bar : least;
    for (const QWidget *part : m_whole) {
        if (!part->isHidden() && widget()->isAncestorOf(part))
            width = std::max(width, part->minimumSizeHint().width() + bar);
    }
    return {width, std::min(content.height(), least)};
}

void ColumnArea::keepInView(QWidget *focused)
{
    // The focused field is kept in view, but does not move while the mouse is pressed.
    if (focused && widget() && widget()->isAncestorOf(focused))
        m_used = focused;
    if (m_used && !widget()->isAncestorOf(m_used))
        m_used = nullptr;                                                                      // it was moved elsewhere
    const bool isStop = m_used && m_used->isVisible() && m_used->focusPolicy() != Qt::NoFocus; // not used by keys only
    m_usedAt = placeOfUsed();
    if (!isStop || QGuiApplication::mouseButtons() != Qt::NoButton)
        return;
    ensureWidgetVisible(m_used); // of a field, its cursor
    const QPoint middle = m_usedAt.center();
    ensureVisible(middle.x(), middle.y(), 0, std::min(m_usedAt.height() + Theme::space(2), viewport()->height()) / 2);
}

QRect ColumnArea::placeOfUsed() const
{
    return m_used && widget()->isAncestorOf(m_used) ? QRect(m_used->mapTo(widget(), QPoint()), m_used->size())
                                                    : QRect();
}

void ColumnArea::keyPressEvent(QKeyEvent *event)
{
    const bool isArrow = event->key() >= Qt::Key_Left && event->key() <= Qt::Key_Down;
    if (isArrow && !hasFocus())
        event->ignore(); // left to the page, which scrolls to the focus itself
    else
        QScrollArea::keyPressEvent(event);
}

void ColumnArea::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    // What the focus had scrolled out of a lower area comes back into view.
    const int grown = event->size().height() - event->oldSize().height();
    if (grown > 0 && m_used && m_used->hasFocus())
        verticalScrollBar()->setValue(verticalScrollBar()->value() - grown);
    keepInView(QApplication::focusWidget());
}

bool ColumnArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry(); // it may need another width
    const bool isStopped = QScrollArea::eventFilter(watched, event);
    const bool isLaidOut =
        event->type() == QEvent::Resize || (event->type() == QEvent::LayoutRequest && m_usedAt != placeOfUsed());
    if (watched == widget() && isLaidOut)
        keepInView(QApplication::focusWidget());
    return isStopped;
}

} // namespace okoshko
