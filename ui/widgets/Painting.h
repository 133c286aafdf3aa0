// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Order.h"
#include "models/sale/Countdown.h"
#include "models/tables/OrderRow.h"

#include <QFont>
#include <QRect>
#include <QSize>
#include <QString>

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace okoshko {

// What widgets and the delegates of tables draw alike.

/// Figures, each digit as wide as the widest, so that a running countdown does not dance: Qt 6.4 cannot ask a font for
/// its tabular figures.
[[nodiscard]] int figuresWidth(const QFont &font, const QString &text);
void paintFigures(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text);

/// A key as it looks on the keyboard: `F2`, `Enter`.
[[nodiscard]] QSize keyCapSize(const QString &key);
void paintKeyCap(QPainter &painter, const QRect &rect, const QString &key, const QColor &colour);

/// Icon and word on the tint of the state, or of what must be known besides it. Urgent: an outline and heavier letters
/// as well.
struct PillLook
{
    OrderStatus status = OrderStatus::Unknown;
    QString word;
    Countdown::Urgency urgency = Countdown::Urgency::Calm;
    SaleRemark remark = SaleRemark::None;
};
[[nodiscard]] QSize pillSize(const PillLook &look);
void paintPill(QPainter &painter, const QPoint &topLeft, const PillLook &look, double devicePixelRatio);

/// What is left of a hold, as a bar: thin and calm, or thick once it is urgent.
void paintHoldBar(QPainter &painter, const QRect &rect, double fraction, OrderStatus status,
                  Countdown::Urgency urgency);

} // namespace okoshko
