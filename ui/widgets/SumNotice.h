// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/Sale.h"
#include "models/tables/Format.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace okoshko {

class ActionButton;
class Notice;

/// That an order costs something else than the buyer was told, until the cashier has said that the buyer knows: a
/// button of the given name, or Y. Neither can be pressed for 400 ms: a key on its way was meant for something else.
class SumNotice final : public QWidget
{
    Q_OBJECT
public:
    SumNotice(const QString &buttonName, QWidget *parent);

    /// Hidden where \a sale costs what the buyer was told.
    void tell(const Sale &sale, bool isMoneyTaken, const Format &format);

Q_SIGNALS:
    void accepted(const okoshko::OrderId &id, okoshko::Money sum); ///< the sum that stands there

private:
    QString m_buttonName;
    OrderId m_order;
    Money m_sum;
    Notice *m_notice;
    QPointer<ActionButton> m_accept;
    QTimer m_early;
};

} // namespace okoshko
