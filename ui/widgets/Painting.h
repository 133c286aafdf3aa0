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

// Painting shared by widgets and item delegates.

/// Draws digits as wide as the widest one, so that a countdown does not move: Qt 6.4 does not support tabular figures.
[[nodiscard]] int figuresWidth(const QFont &font, const QString &text);
void paintFigures(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text);

/// A key cap: `F2`, `Enter`.
[[nodiscard]] QSize keyCapSize(const QString &key);
void paintKeyCap(QPainter &painter, const QRect &rect, const QString &key, const QColor &colour);

/// Icon and text on the colour of the state, or of a remark on the order, or of tickets that are not printed. Urgent:
/// also an outline and bold text.
struct PillLook
{
    OrderStatus status = OrderStatus::Unknown;
    QString word;
    Countdown::Urgency urgency = Countdown::Urgency::Calm;
    SaleRemark remark = SaleRemark::None;
    PrintState print = PrintState::None;
};
[[nodiscard]] QSize pillSize(const PillLook &look);
void paintPill(QPainter &painter, const QPoint &topLeft, const PillLook &look, double devicePixelRatio);

/// The remaining time of a hold as a bar: thin, or thick when urgent.
void paintHoldBar(QPainter &painter, const QRect &rect, double fraction, OrderStatus status,
                  Countdown::Urgency urgency);

} // namespace okoshko
