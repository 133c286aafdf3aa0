// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Order.h"
#include "models/settings/CounterSettings.h"

#include <QColor>
#include <QFont>

QT_FORWARD_DECLARE_CLASS(QApplication)
QT_FORWARD_DECLARE_CLASS(QWidget)

namespace okoshko {

/// The one place where colours and sizes are named. Widgets ask for them by name, and style sheets use the
/// same names as `@name@`; nobody writes a colour or a pixel of his own.
class Theme
{
public:
    using Kind = ThemeKind;

    /// A tint that says something: text or figure on a ground that it can be read on.
    struct Tint
    {
        QColor foreground;
        QColor background;
    };

    struct Palette
    {
        QColor window;  ///< behind everything
        QColor surface; ///< panes, tables, fields
        QColor raised;  ///< headers, feet
        QColor line;    ///< between things
        QColor control; ///< the outline of what can be pressed
        QColor text;
        QColor muted;  ///< notes
        QColor accent; ///< the one primary action of a view
        QColor onAccent;
        QColor selection; ///< ground of the selected row
        QColor mark;      ///< ground of found letters
        QColor urgent;
        Tint held, paying, paid, cancelled, expired, unknown, refunded;
        Tint notice, warning, failure, success;
        Tint training;
        QColor trainingStripe;
        Tint staging;
        QColor stagingStripe;
        QColor ring; ///< what is left of a hold
        QColor ringGround;

        [[nodiscard]] const Tint &of(OrderStatus status) const;
    };

    /// Multiples of the application's font.
    enum class Type { Note, Text, Heading, Title, Sum, Figure };

    [[nodiscard]] static const Palette &palette(); ///< of the theme that is worn
    [[nodiscard]] static const Palette &paletteOf(Kind kind);
    [[nodiscard]] static double factor(Type type);
    [[nodiscard]] static QFont font(Type type, QFont::Weight weight = QFont::Normal);
    /// Gives \a widget that font, and keeps it at that size when the text size is changed.
    static void setFont(QWidget &widget, Type type, QFont::Weight weight = QFont::Normal);
    /// \a quarters of the text's line height: 1 inside a group, 2 between groups, 4 around.
    [[nodiscard]] static int space(int quarters);
    /// Whether a page of that \a height has few lines of text: air and explanations give way to what is worked with.
    [[nodiscard]] static bool isLow(int height);
    /// Height of a control that a finger may press: 2.5 lines.
    [[nodiscard]] static int touchHeight();

    /// Dresses the application: style, palette, font, style sheet. \a textSize in percent of the system's: it is that
    /// of what is built from then on, for widgets lay themselves out once.
    static void apply(QApplication &application, Kind kind, int textSize = 100);
    /// What the desktop is told to be, Light or Dark; System: not told, its palette is looked at. Where the system's
    /// kind is worn, it is worn anew.
    static void setDesktop(QApplication &application, Kind kind);
};

} // namespace okoshko
