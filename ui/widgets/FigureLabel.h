// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QWidget>

namespace okoshko {

/// A sum, a number or a countdown in digits of equal width. Its accessible name follows the text.
class FigureLabel final : public QWidget
{
    Q_OBJECT
public:
    FigureLabel(Theme::Type type, QFont::Weight weight, QWidget *parent);

    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }
    void setAlignment(Qt::Alignment alignment);
    enum class Mood { Calm, Accent, Urgent, Good };
    void setMood(Mood mood);

    [[nodiscard]] QSize sizeHint() const override;
    /// Half the width is enough: the figures are then scaled down.
    [[nodiscard]] QSize minimumSizeHint() const override { return {sizeHint().width() / 2, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont figureFont() const;

    Theme::Type m_type;
    QFont::Weight m_weight;
    QString m_text;
    Qt::Alignment m_alignment = Qt::AlignLeft;
    Mood m_mood = Mood::Calm;
};

} // namespace okoshko
