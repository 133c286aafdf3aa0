// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"
#include "models/sale/Sale.h"
#include "models/tables/Format.h"
#include "ui/payment/Phase.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace okoshko {

class ActionButton;
class FigureLabel;

/// How a sale ended, over the whole pane: paid, declined, expired, cancelled; and what comes next ("nextBuyerButton",
/// "sameAgainButton").
class OutcomePane final : public QWidget
{
    Q_OBJECT
public:
    OutcomePane(const Format &format, QWidget *parent);

    void setFormat(const Format &format) { m_format = format; }
    void show(const Sale &sale, const Event *event);
    void focusFirst();

Q_SIGNALS:
    void nextBuyerRequested();
    void sameAgainRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Format m_format;
    Phase m_phase = Phase::Unknown;
    QLabel *m_sign;
    QLabel *m_heading;
    QLabel *m_words;
    FigureLabel *m_number;
    QLabel *m_tickets;
    ActionButton *m_next;
    ActionButton *m_sameAgain;
};

} // namespace okoshko
