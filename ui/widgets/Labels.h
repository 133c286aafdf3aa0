// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QString>

QT_FORWARD_DECLARE_CLASS(QFrame)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QWidget)

namespace okoshko {

/// What a label's words are for; the style sheet colours them by it.
enum class Tone { Plain, Muted, Urgent, Accent };

/// A label for plain text of that size: what the server says is never taken for markup.
[[nodiscard]] QLabel *makeLabel(QWidget *parent, Theme::Type type = Theme::Type::Text, Tone tone = Tone::Plain,
                                QFont::Weight weight = QFont::Normal);
void setTone(QLabel &label, Tone tone);

/// \a text for a label that wraps, with places to break inside words that are far too long: one such word of the
/// server's would make the window as wide as itself.
[[nodiscard]] QString breakable(const QString &text);

/// \a text for a tool tip, which guesses whether it is markup and shows anything but this either as such or mangled.
[[nodiscard]] QString plainToolTip(const QString &text);

/// A thin line between things.
[[nodiscard]] QFrame *makeRule(QWidget *parent);

} // namespace okoshko
