// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"
#include "models/tables/Format.h"

#include <QObject>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace okoshko {

class Counter;
class Notice;
class ReservationFlow;
struct Sale;
struct SeenNotices;

/// Says what the cashier has left and is not over: reservations that the server has not answered, of which no order
/// stands in the table yet, and orders whose seats the server refuses to give back. The first go by themselves; the
/// second until they end, or she has seen them. Controls in the notice: "givenUpShowButton", "givenUpDoneButton".
class GivenUpNotice final : public QObject
{
    Q_OBJECT
public:
    /// \a counter and \a seen must outlive this; \a parent is the widget in whose layout widget() will be.
    GivenUpNotice(Counter &counter, SeenNotices &seen, const Format &format, QWidget *parent);

    [[nodiscard]] Notice *widget() const { return m_notice; }
    /// The order that is shown beside: what is said of it is said there.
    void setShown(const OrderId &id);

Q_SIGNALS:
    void orderRequested(const okoshko::OrderId &id);

private:
    void note(const OrderId &id);
    void refresh();
    [[nodiscard]] QString line(const ReservationFlow &left) const;
    [[nodiscard]] QString line(const Sale &refused) const;

    Counter &m_counter;
    SeenNotices &m_seen;
    Format m_format;
    Notice *m_notice;
    OrderId m_shown;
    QList<OrderId> m_refused; ///< whose seats the server did not take back
    OrderId m_first;          ///< of those that are said
};

} // namespace okoshko
