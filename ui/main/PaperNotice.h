// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"
#include "models/tables/Format.h"

#include <QObject>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace okoshko {

class Counter;
class Notice;
struct SeenNotices;

/// Shows the orders whose tickets were refunded though they are on paper (PrintService::refundedOnPaper), until the
/// cashier confirms, in this run of the program. Controls in the notice: "paperShowButton", "paperDoneButton".
class PaperNotice final : public QObject
{
    Q_OBJECT
public:
    /// \a counter and \a seen must outlive this; \a parent is the widget whose layout contains widget().
    PaperNotice(Counter &counter, SeenNotices &seen, const Format &format, QWidget *parent);

    [[nodiscard]] Notice *widget() const { return m_notice; }

Q_SIGNALS:
    void orderRequested(const okoshko::OrderId &id);

private:
    void refresh();

    Counter &m_counter;
    SeenNotices &m_seen;
    Format m_format;
    Notice *m_notice;
};

} // namespace okoshko
