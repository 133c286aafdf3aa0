// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace okoshko {

/// Draws a row of the event list: date, title, time, place, and how many tickets are left. Highlights the search text;
/// strikes out sold-out events.
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
