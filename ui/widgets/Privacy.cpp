// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Privacy.h"

#include <QVariant>
#include <QWidget>

namespace okoshko {

namespace {

constexpr const char *property = "okoshko.private";

} // namespace

void markPrivate(QWidget &widget)
{
    widget.setProperty(property, true);
}

bool isPrivate(const QWidget &widget)
{
    return widget.property(property).toBool();
}

} // namespace okoshko
