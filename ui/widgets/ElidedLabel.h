// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"
#include "ui/widgets/Labels.h"

#include <QWidget>

namespace okoshko {

/// Plain text in one or more lines. Without room it ends in an ellipsis, or is replaced by a shorter text that is never
/// cut; the whole text is in the tool tip.
class ElidedLabel final : public QWidget
{
    Q_OBJECT
public:
    ElidedLabel(Theme::Type type, Tone tone, QFont::Weight weight, QWidget *parent);

    void setMostLines(int lines);                                 ///< one by default
    void setText(const QString &text, const QString &least = {}); ///< \a least replaces it without room
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] QStringList shownLines() const; ///< as they fit
    void setAlignment(Qt::Alignment alignment) { m_alignment = alignment; }
    void setElideMode(Qt::TextElideMode mode) { m_mode = mode; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// The text in lines of that width; the last one contains the rest.
    [[nodiscard]] QStringList linesOf(int width, int most) const;

    Theme::Type m_type;
    Tone m_tone;
    QFont::Weight m_weight;
    QString m_text;
    QString m_least;
    int m_mostLines = 1;
    Qt::Alignment m_alignment = Qt::AlignLeft;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace okoshko
