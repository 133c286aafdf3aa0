// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accessible/AccessibleWords.h"

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

} // namespace okoshko
