// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Order.h"
#include "models/settings/CounterSettings.h"

#include <QColor>
#include <QFont>

QT_FORWARD_DECLARE_CLASS(QApplication)
QT_FORWARD_DECLARE_CLASS(QWidget)

namespace okoshko {

/// Names of all colours and sizes. Widgets use these names, and style sheets use them as `@name@`; no other place has
/// literal colours or pixels.
class Theme
{
public:
    using Kind = ThemeKind;

    /// A text colour with a background on which it is readable.
    struct Tint
    {
        QColor foreground;
        QColor background;
    };

    struct Palette
    {
        QColor window;  ///< background of the window
        QColor surface; ///< panes, tables, fields
        QColor raised;  ///< headers, footers
        QColor line;    ///< separators
        QColor control; ///< outline of buttons and fields
        QColor text;
        QColor muted;  ///< notes
        QColor accent; ///< the one primary action of a view
        QColor onAccent;
        QColor selection; ///< background of the selected row
        QColor mark;      ///< background of matched letters
        QColor urgent;
        Tint held, paying, paid, cancelled, expired, unknown, refunded;
        Tint notice, warning, failure, success;
        Tint training;
        QColor trainingStripe;
        Tint staging;
        QColor stagingStripe;
        QColor ring; ///< remaining time of a hold
        QColor ringGround;

        [[nodiscard]] const Tint &of(OrderStatus status) const;
    };

    /// Multiples of the application's font.
    enum class Type { Note, Text, Heading, Title, Sum, Figure };

    [[nodiscard]] static const Palette &palette(); ///< of the current theme
    [[nodiscard]] static const Palette &paletteOf(Kind kind);
    [[nodiscard]] static double factor(Type type);
    [[nodiscard]] static QFont font(Type type, QFont::Weight weight = QFont::Normal);
    /// Sets the font of \a widget, which then follows changes of the text size.
    static void setFont(QWidget &widget, Type type, QFont::Weight weight = QFont::Normal);
    /// \a quarters of a line's height: 1 inside a group, 2 between groups, 4 around.
    [[nodiscard]] static int space(int quarters);
    /// Whether a page of that \a height has few lines of text: padding and explanations are then reduced.
    [[nodiscard]] static bool isLow(int height);
    /// Height of a touch control: 2.5 lines.
    [[nodiscard]] static int touchHeight();

    /// Applies style, palette, font and style sheet. \a textSize in percent of the system's; it affects widgets created
    /// later, because widgets are laid out once.
    static void apply(QApplication &application, Kind kind, int textSize = 100);
    /// The desktop's theme, Light or Dark; System: unknown, derived from the desktop's palette. Reapplies the theme if
    /// Kind::System is current.
    static void setDesktop(QApplication &application, Kind kind);
};

} // namespace okoshko
