// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accessible/Accessible.h"

#include "ui/main/SidePanel.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Stepper.h"

#include <QStackedWidget>
#include <QVariant>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace okoshko {

AccessibleWords::AccessibleWords(QWidget &widget)
    : QAccessibleWidget(&widget)
{
}

QAccessible::Role AccessibleWords::role() const
{
    const bool isText = childCount() == 0 && !text(QAccessible::Name).isEmpty();
    return isText ? QAccessible::StaticText : QAccessibleWidget::role();
}

QString AccessibleWords::text(QAccessible::Text text) const
{
    return text == QAccessible::Description ? widget()->accessibleDescription() : QAccessibleWidget::text(text);
}

AccessibleShown::AccessibleShown(QWidget &widget, QAccessible::Role role)
    : QAccessibleWidget(&widget, role)
{
}

QList<QWidget *> AccessibleShown::shown() const
{
    QList<QWidget *> children;
    for (QWidget *child : widget()->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        if (!child->isWindow() && !child->isHidden())
            children << child;
    }
    return children;
}

int AccessibleShown::childCount() const
{
    return static_cast<int>(shown().size());
}

QAccessibleInterface *AccessibleShown::child(int index) const
{
    return QAccessible::queryAccessibleInterface(shown().value(index)); // null for no widget
}

int AccessibleShown::indexOfChild(const QAccessibleInterface *child) const
{
    return child ? static_cast<int>(shown().indexOf(child->object())) : -1;
}

AccessibleStepper::AccessibleStepper(Stepper &stepper)
    : QAccessibleWidget(&stepper, QAccessible::SpinBox)
{
}

Stepper &AccessibleStepper::stepper() const
{
    return *static_cast<Stepper *>(widget());
}

void *AccessibleStepper::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::ValueInterface)
        return static_cast<QAccessibleValueInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QString AccessibleStepper::text(QAccessible::Text text) const
{
    return text == QAccessible::Value ? QString::number(stepper().value()) : QAccessibleWidget::text(text);
}

QVariant AccessibleStepper::currentValue() const
{
    return stepper().value();
}

void AccessibleStepper::setCurrentValue(const QVariant &value)
{
    constexpr double maxSpokenNumber = 999'999; // more is no count
    const double wanted = value.toDouble();
    if (stepper().isEnabled() && wanted >= 0 && wanted <= maxSpokenNumber)
        stepper().request(qRound(wanted));
}

QVariant AccessibleStepper::maximumValue() const
{
    return stepper().maximum();
}

QVariant AccessibleStepper::minimumValue() const
{
    return 0;
}

QVariant AccessibleStepper::minimumStepSize() const
{
    return 1;
}

/// Qt asks for each class of \a object, the derived one first; a plain QWidget paints its own text.
static QAccessibleInterface *accessibleOf(const QString &classOf, QObject *object)
{
    if (auto *notice = qobject_cast<Notice *>(object))
        return new QAccessibleWidget(notice, QAccessible::AlertMessage);
    if (auto *stepper = qobject_cast<Stepper *>(object))
        return new AccessibleStepper(*stepper);
    if (auto *pages = qobject_cast<QStackedWidget *>(object))
        return new AccessibleShown(*pages, QAccessible::LayeredPane);
    if (auto *panel = qobject_cast<SidePanel *>(object))
        return new AccessibleShown(*panel, QAccessible::Client);
    if (classOf == u"QWidget"_s)
        return new AccessibleWords(static_cast<QWidget &>(*object));
    return nullptr;
}

void installAccessible()
{
    QAccessible::installFactory(accessibleOf);
}

} // namespace okoshko
