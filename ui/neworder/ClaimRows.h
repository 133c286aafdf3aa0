// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"

#include <QList>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace okoshko {

class ActionButton;

/// Orders to point at, a line each: what it is, and a button ("claimButton_<id>") that says it is ours. A line that is
/// told anew stays as it is, with the focus in it; where the focus stood in one that is gone, no other gets it.
class ClaimRows final : public QWidget
{
    Q_OBJECT
public:
    struct Row
    {
        OrderId id;
        QString words;  ///< may hold server text: plain only
        QString button; ///< what stands on it
    };

    explicit ClaimRows(QWidget *parent);

    void show(const QList<Row> &rows);

Q_SIGNALS:
    void claimed(const okoshko::OrderId &id);

private:
    struct Line
    {
        OrderId id;
        QWidget *all;
        QLabel *words;
        ActionButton *ours;
    };

    [[nodiscard]] Line makeLine(const OrderId &id);

    QVBoxLayout *m_column;
    QList<Line> m_lines;
};

} // namespace okoshko
