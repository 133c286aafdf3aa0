// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/Recovery.h"
#include "models/tables/Format.h"

#include <QObject>

#include <initializer_list>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace okoshko {

class Counter;
class Notice;
struct SeenNotices;

/// Shows the result of the recovery of sales that were open when the program last ended, and offers to continue them;
/// also that the journal was damaged. Controls in the notice: "recoverGoOnButton", "recoverSameAgainButton",
/// "recoverDoneButton".
class RecoveryNotice final : public QObject
{
    Q_OBJECT
public:
    /// \a seen must outlive the notice; \a parent is the widget whose layout contains widget().
    RecoveryNotice(Counter &counter, SeenNotices &seen, const Format &format, QWidget *parent);

    [[nodiscard]] Notice *widget() const { return m_notice; }
    /// The journal was damaged and renamed to \a fileName; a new one holds the readable entries.
    void setSalvaged(const QString &fileName);

Q_SIGNALS:
    void paymentRequested(const okoshko::OrderId &id);
    void sameAgainRequested(const okoshko::OrderId &id);

private:
    [[nodiscard]] QString line(const Recovery::Found &found) const;
    /// Of an order whose money is in the drawer, and which is not paid with it.
    [[nodiscard]] QString lineOfMoney(const Sale &sale, SaleRemark remark) const;
    void refresh();
    [[nodiscard]] const Recovery::Found *firstIn(std::initializer_list<Recovery::State> states) const;
    /// Names of the offered controls with their orders; the buttons are kept while this text stays the same.
    [[nodiscard]] QString offer() const;
    void addActions();
    void dismiss();

    Counter &m_counter;
    SeenNotices &m_seen;
    Format m_format;
    Notice *m_notice;
    QString m_salvaged; ///< new name of the damaged journal; empty = not damaged
    QString m_offer;    ///< the offer() on screen
};

} // namespace okoshko
