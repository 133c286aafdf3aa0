// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/InputDriver.h"

#include <QAbstractItemView>
#include <QTest>
#include <QWidget>

namespace okoshko {

QWidget *InputDriver::find(const QString &objectName) const
{
    const auto widgets = m_window.findChildren<QWidget *>(objectName);
    for (QWidget *widget : widgets) {
        if (widget->isVisible())
            return widget;
    }
    return nullptr;
}

InputDriver::Result InputDriver::click(const QString &objectName) const
{
    QWidget *widget = find(objectName);
    if (!widget || !widget->isEnabled())
        return Result::NotThere;
    QTest::mouseClick(widget, Qt::LeftButton);
    return Result::Done;
}

InputDriver::Result InputDriver::click(QAbstractItemView &view, const QModelIndex &index) const
{
    if (!index.isValid() || !view.isVisible())
        return Result::NotThere;
    view.scrollTo(index);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(index).center());
    return Result::Done;
}

void InputDriver::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(&focus(), key, modifiers);
}

void InputDriver::type(const QString &text)
{
    for (const QChar letter : text)
        QTest::sendKeyEvent(QTest::Click, &focus(), Qt::Key_unknown, QString(letter), Qt::NoModifier);
}

QWidget &InputDriver::focus() const
{
    QWidget *widget = m_window.focusWidget();
    return widget && widget->isVisible() ? *widget : m_window;
}

} // namespace okoshko
