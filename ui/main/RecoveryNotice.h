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

/// Says what became of the sales that were open when the program last ended, and offers to go on; and that the journal
/// was damaged, where it was. Controls in the
/// notice: "recoverGoOnButton", "recoverSameAgainButton", "recoverDoneButton".
class RecoveryNotice final : public QObject
{
    Q_OBJECT
public:
    /// \a seen must outlive the notice; \a parent is the widget in whose layout widget() will be.
    RecoveryNotice(Counter &counter, SeenNotices &seen, const Format &format, QWidget *parent);

    [[nodiscard]] Notice *widget() const { return m_notice; }
    /// The journal was damaged and is kept as \a fileName; a new one holds what could be read of it.
    void setSalvaged(const QString &fileName);

Q_SIGNALS:
    void paymentRequested(const okoshko::OrderId &id);
    void sameAgainRequested(const okoshko::OrderId &id);

private:
    [[nodiscard]] QString line(const Recovery::Found &found) const;
    void refresh();
    [[nodiscard]] const Recovery::Found *firstIn(std::initializer_list<Recovery::State> states) const;
    /// The controls that are offered now, by name, and which order each is for: they stay as long as this does.
    [[nodiscard]] QString offer() const;
    void addActions();
    void dismiss();

    Counter &m_counter;
    SeenNotices &m_seen;
    Format m_format;
    Notice *m_notice;
    QString m_salvaged; ///< the damaged journal's new name; empty = it was whole
    QString m_offer;    ///< offer(), as it is shown
};

} // namespace okoshko
