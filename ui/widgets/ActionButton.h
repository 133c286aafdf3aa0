// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Icons.h"
#include "ui/widgets/KeyPause.h"

#include <QPointer>
#include <QPushButton>
#include <QTimer>

#include <optional>

namespace okoshko {

/// A button that shows its key: `New order [F2]`, faintly while the focused text field takes that key as text. Its text
/// may have a mnemonic.
class ActionButton final : public QPushButton
{
    Q_OBJECT
public:
    enum class Weight {
        Primary, ///< the main action of a view
        Normal,
        Danger, ///< destructive
        Chip,   ///< a rounded, checkable filter
        Choice, ///< a large checkable option, text at the left
    };
    enum class Working { No, Yes };
    enum class Size { Text, Touch };
    /// What begins the pause of a guarded button.
    enum class Guard {
        Once,   ///< guard(); in the pause its own keys begin it again
        Lasting ///< guard(), each time that it is shown, and any key but Esc, those that move, and its own after a
                ///< pause
    };

    ActionButton(Weight weight, QWidget *parent);

    /// The key that presses it (KeyDispatcher) and is shown, and a second one that is not shown; 0 = none.
    void setKey(Qt::Key key, Qt::Key also = {});
    [[nodiscard]] bool isPressedBy(Qt::Key key) const { return key == m_pressedBy || key == m_alsoPressedBy; }
    void setKeyCap(const QString &key); ///< for a shortcut
    void setDrawing(IconName name);
    void setDrawnSize(Size size);
    void setWeight(Weight weight);     ///< another one for a button that is not checkable
    void setNote(const QString &note); ///< a number after a chip's text
    /// Shows a progress sign after a fifth of a second and disables the button meanwhile.
    void setWorking(Working working);
    [[nodiscard]] bool isWorking() const { return m_working == Working::Yes; }
    /// It is disabled during pauses (KeyPause), so that a key meant for something else does not press it; the focus, if
    /// it had it, comes back unless it was moved. Keys typed in \a elsewhere begin no pause.
    void guard(Guard guard, const QWidget *elsewhere = nullptr);
    [[nodiscard]] bool isPausing() const { return m_pause && m_pause->isRunning(); }
    void setEnabled(bool isEnabled); ///< once no pause is running

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Colours
    {
        QColor ground, outline, ink;
    };

    [[nodiscard]] KeyPause::Key judge(const QKeyEvent &press) const;
    void enable();
    [[nodiscard]] Colours colours() const;
    [[nodiscard]] QFont textFont() const;
    [[nodiscard]] int contentWidth() const;
    [[nodiscard]] QString sanitizedText() const;
    [[nodiscard]] bool isKeyTyped() const; ///< the focused text field takes it
    void paintContent(QPainter &painter, const QColor &ink);

    Weight m_weight;
    Size m_size = Size::Text;
    Qt::Key m_pressedBy{};
    Qt::Key m_alsoPressedBy{};
    QString m_key;
    QString m_note;
    std::optional<IconName> m_drawing;
    Working m_working = Working::No;
    bool m_isAllowed = true;   ///< enabled, but for a pause
    bool m_isFocusDue = false; ///< it had the focus when the pause began, and gets it back
    Guard m_guard = Guard::Once;
    KeyPause *m_pause = nullptr;
    QPointer<const QWidget> m_elsewhere;
    QTimer m_turn;    ///< turns the progress sign
    int m_angle = -1; ///< of the progress sign; negative = hidden
};

} // namespace okoshko
