// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/Sale.h"
#include "models/tables/Format.h"

#include <QPointer>
#include <QWidget>

namespace okoshko {

class ActionButton;
class Notice;

/// Shows that an order costs another sum than the buyer was told, until the cashier confirms that the buyer knows, by
/// the guarded button (ActionButton::guard) or Y.
class SumNotice final : public QWidget
{
    Q_OBJECT
public:
    SumNotice(const QString &buttonName, QWidget *parent);

    /// Hidden if \a sale costs what the buyer was told.
    void setSale(const Sale &sale, SaleRemark remark, const Format &format);

Q_SIGNALS:
    void accepted(const okoshko::OrderId &id, okoshko::Money sum); ///< the sum on screen

private:
    QString m_buttonName;
    OrderId m_order;
    Money m_sum;
    Notice *m_notice;
    QPointer<ActionButton> m_accept;
};

} // namespace okoshko
