// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Icons.h"

#include <QPushButton>
#include <QTimer>

#include <optional>

namespace okoshko {

/// A button that says which key presses it: `New order [F2]`; faintly, while a text field has the keyboard and takes
/// that key as text. Its text may have a mnemonic as any button's.
class ActionButton final : public QPushButton
{
    Q_OBJECT
public:
    enum class Weight {
        Primary, ///< the one likely action of a view
        Normal,
        Danger, ///< gives something up
        Chip,   ///< a rounded filter that can be on
        Choice, ///< a large one of several, text at the left, that can be on
    };
    enum class Working { No, Yes };
    enum class Size { Text, Touch };

    ActionButton(Weight weight, QWidget *parent);

    /// The key that presses it (KeyDispatcher), which it shows, and one more that does; 0 = none.
    void setKey(Qt::Key key, Qt::Key also = {});
    [[nodiscard]] bool isPressedBy(Qt::Key key) const { return key == m_pressedBy || key == m_alsoPressedBy; }
    void setKeyCap(const QString &key); ///< of a chord, which a shortcut presses
    void setDrawing(IconName name);
    void setDrawnSize(Size size);
    void setNote(const QString &note); ///< a number beside a chip's word
    /// Shows, after a fifth of a second, that what was asked for is being done; cannot be pressed meanwhile.
    void setWorking(Working working);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Colours
    {
        QColor ground, outline, ink;
    };

    [[nodiscard]] Colours colours() const;
    [[nodiscard]] QFont textFont() const;
    [[nodiscard]] int contentWidth() const;
    [[nodiscard]] QString shownText() const;
    [[nodiscard]] bool isKeyTyped() const; ///< a text field takes it
    void paintContent(QPainter &painter, const QColor &ink);

    Weight m_weight;
    Size m_size = Size::Text;
    Qt::Key m_pressedBy{};
    Qt::Key m_alsoPressedBy{};
    QString m_key;
    QString m_note;
    std::optional<IconName> m_drawing;
    Working m_working = Working::No;
    QTimer m_turn;    ///< of the sign that something is being done
    int m_angle = -1; ///< nothing is shown below zero
};

} // namespace okoshko
