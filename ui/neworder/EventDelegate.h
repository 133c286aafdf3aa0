// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace okoshko {

/// A row of the event list: date block, title, time and place, how many are left. What was typed is marked; what is
/// sold out is struck, not hidden.
class EventDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setSoughtWords(const QStringList &words) { m_words = words; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintDate(QPainter &painter, const QRect &rect, const QModelIndex &index, bool faded) const;
    void paintWords(QPainter &painter, const QRect &rect, const QString &text, const QColor &colour) const;
    [[nodiscard]] int paintLeft(QPainter &painter, const QRect &rect, const QModelIndex &index) const;

    QStringList m_words;
};

} // namespace okoshko
