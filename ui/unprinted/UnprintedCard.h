// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/Sale.h"
#include "models/tables/Format.h"

#include <QFrame>
#include <QUuid>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace okoshko {

class ActionButton;
class PrintPanel;
class PrintService;

/// One order that is not printed, or one job without an order: what it is, and its PrintPanel. Controls:
/// "showOrderButton", and those of the panel.
class UnprintedCard final : public QFrame
{
    Q_OBJECT
public:
    /// \a key identifies the card's subject in its list.
    UnprintedCard(const QString &key, PrintService &printing, const Format &format, QWidget *parent);

    [[nodiscard]] const QString &key() const { return m_key; }
    void setOrder(const Sale &sale, const Event *event, Instant now);
    /// Shows \a job of an order whose sale is not known: the server has not told it yet, or does not know it any more.
    void setUnknown(const PrintJob &job, Instant now);
    void setJob(const QUuid &job); ///< without an order
    void focusFirst();
    [[nodiscard]] PrintPanel &panel() const { return *m_panel; }

Q_SIGNALS:
    void orderRequested(const okoshko::OrderId &id);

private:
    void setWords(const QString &title, const QStringList &facts);

    QString m_key;
    Format m_format;
    OrderId m_order;
    QLabel *m_title;
    QLabel *m_facts;
    PrintPanel *m_panel;
    ActionButton *m_show;
};

} // namespace okoshko
