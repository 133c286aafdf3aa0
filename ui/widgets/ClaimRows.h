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

/// A list of orders to choose from: a line each with a description and buttons ("<name>_<id>"). An updated line keeps
/// the focus; when a line with the focus is removed, no other line gets it.
class ClaimRows final : public QWidget
{
    Q_OBJECT
public:
    struct Row
    {
        OrderId id;
        QString words;       ///< may contain server text: show as plain text
        QStringList buttons; ///< their texts
    };

    /// \a names: object names of a line's buttons.
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
