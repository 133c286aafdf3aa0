// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Order.h"
#include "models/domain/PaymentSystem.h"

#include <QColor>
#include <QIcon>
#include <QPixmap>

namespace okoshko {

/// The icons in resources/icons, drawn in one given colour.
enum class IconName {
    Search,
    Menu,
    Clock,
    ClockUrgent,
    Arrows,
    Check,
    Cross,
    Hourglass,
    Question,
    ArrowBack,
    Card,
    Phone,
    Cash,
    Diamond,
    Printer
};

/// \a side in logical pixels; sharp on any screen.
[[nodiscard]] QPixmap iconPixmap(IconName name, const QColor &colour, int side, double devicePixelRatio);
[[nodiscard]] QIcon icon(IconName name, const QColor &colour);

[[nodiscard]] IconName iconOf(OrderStatus status);
[[nodiscard]] IconName iconOf(PaymentSystem::Icon icon);

} // namespace okoshko
