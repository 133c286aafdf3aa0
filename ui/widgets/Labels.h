// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QString>

QT_FORWARD_DECLARE_CLASS(QFrame)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QWidget)

namespace okoshko {

/// The purpose of a label's text; the style sheet sets its colour.
enum class Tone { Plain, Muted, Urgent, Accent };

/// A label for plain text of that size: server text is never parsed as markup.
[[nodiscard]] QLabel *makeLabel(QWidget *parent, Theme::Type type = Theme::Type::Text, Tone tone = Tone::Plain,
                                QFont::Weight weight = QFont::Normal);
void setTone(QLabel &label, Tone tone);

/// \a text for a wrapping label, with break opportunities in very long words: one such word of the server's would widen
/// the window.
[[nodiscard]] QString breakable(const QString &text);

/// \a text for a tool tip, escaped so that Qt does not take it for markup.
[[nodiscard]] QString plainToolTip(const QString &text);

/// A thin separator line.
[[nodiscard]] QFrame *makeRule(QWidget *parent);

} // namespace okoshko
