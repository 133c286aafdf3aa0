// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaEnum>
#include <QString>
#include <QStringList>

namespace okoshko {

/// Default limit of a displayed text, in UTF-16 units.
constexpr qsizetype longestShownText = 300;
/// Limit of a title over a pane, in UTF-16 units.
constexpr qsizetype longestTitle = 120;

/// \a text of the server, made safe for display: one line, without control characters, without direction marks that
/// affect the text behind (a title could otherwise rewrite the price beside it), at most \a max UTF-16 units, ending in
/// an ellipsis if cut. Joiners for emoji and scripts are kept.
[[nodiscard]] QString sanitizedText(const QString &text, qsizetype max = longestShownText);

/// \a text as a part of a line with other text. If it has right-to-left letters, it is enclosed in isolate marks (first
/// strong isolate, Unicode Standard Annex 9); otherwise it would reorder the figures beside it.
[[nodiscard]] QString isolated(const QString &text);
[[nodiscard]] bool runsRightToLeft(const QString &text); ///< it has right-to-left letters

/// Joins the non-empty parts, isolated, in one line.
[[nodiscard]] QString inOneLine(const QStringList &parts, const QString &separator = QStringLiteral(" · "));

/// How many of \a count lines are shown if there is room for \a max lines and a line "n more"; a single remaining line
/// replaces "1 more".
[[nodiscard]] constexpr qsizetype shownLines(qsizetype count, qsizetype max)
{
    return count <= max + 1 ? count : max;
}

/// Cleans typed or pasted \a text: removes invisible characters (zero-width spaces, byte order marks, soft hyphens,
/// direction marks), collapses blanks and line ends to one space, and trims.
[[nodiscard]] QString typedText(const QString &text);
/// Same, with all blanks removed, for numbers.
[[nodiscard]] QString typedWithoutBlanks(const QString &text);

/// The visible text of \a text written for a web page: entities are decoded, known tags, comments and the content of
/// `script` and `style` are removed (a tag that ends a line becomes a blank). Text that only resembles markup is kept:
/// `Rock & Roll <3`, `a < b`, `Metallica <Unplugged>`. Decoded once: `&amp;lt;` becomes `&lt;`. Linear time.
[[nodiscard]] QString withoutMarkup(const QString &text);

/// The name of an enumerator, for logs and reports. The enum is a Q_ENUM.
template <class Enum>
[[nodiscard]] QString enumName(Enum value)
{
    return QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(static_cast<int>(value)));
}

} // namespace okoshko
