// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"

#include <QList>
#include <QStringList>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace okoshko {

class ActionButton;

/// Orders to point at, a line each: what it is, and buttons ("<name>_<id>") that say what is to be done with it. A line
/// that is told anew stays as it is, with the focus in it; where the focus stood in one that is gone, no other gets it.
class ClaimRows final : public QWidget
{
    Q_OBJECT
public:
    struct Row
    {
        OrderId id;
        QString words;       ///< may hold server text: plain only
        QStringList buttons; ///< what stands on them
    };

    /// \a names: of the buttons of a line.
    ClaimRows(const QStringList &names, QWidget *parent);

    void show(const QList<Row> &rows);
    [[nodiscard]] QString wordsOf(const OrderId &id) const;

Q_SIGNALS:
    void pressed(const okoshko::OrderId &id, qsizetype button);

private:
    struct Line
    {
        OrderId id;
        QWidget *all = nullptr;
        QLabel *words = nullptr;
        QList<ActionButton *> buttons;
    };

    [[nodiscard]] Line makeLine(const OrderId &id);

    QStringList m_names;
    QVBoxLayout *m_column;
    QList<Line> m_lines;
};

} // namespace okoshko
