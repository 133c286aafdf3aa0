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

/// Shows what the cashier gave up and is not over: reservations that the server has not answered and that have no order
/// yet, and orders whose release the server refuses. The first disappear when answered, the others when they end or the
/// cashier confirms. Controls in the notice: "givenUpShowButton", "givenUpDoneButton".
class GivenUpNotice final : public QObject
{
    Q_OBJECT
public:
    /// \a counter and \a seen must outlive this; \a parent is the widget whose layout contains widget().
    GivenUpNotice(Counter &counter, SeenNotices &seen, const Format &format, QWidget *parent);

    [[nodiscard]] Notice *widget() const { return m_notice; }
    /// The selected order; the order pane shows its state.
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
    QList<OrderId> m_refused; ///< orders that the server does not release
    OrderId m_first;          ///< of those that are shown
};

} // namespace okoshko
