// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accessible/AccessibleStepper.h"

#include "ui/widgets/Stepper.h"

#include <QVariant>

namespace okoshko {

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
    constexpr double mostAsked = 999'999; // a number that can be said
    const double wanted = value.toDouble();
    if (stepper().isEnabled() && wanted >= 0 && wanted <= mostAsked)
        stepper().request(qRound(wanted));
}

QVariant AccessibleStepper::maximumValue() const
{
    return stepper().most();
}

QVariant AccessibleStepper::minimumValue() const
{
    return 0;
}

QVariant AccessibleStepper::minimumStepSize() const
{
    return 1;
}

} // namespace okoshko
