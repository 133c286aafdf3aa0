// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace okoshko {

/// In UTF-16 units: more of a name or a sentence nobody reads.
constexpr qsizetype longestShownText = 300;
/// Of a title over a pane, which leaves room for what is under it.
constexpr qsizetype longestTitle = 120;

/// \a text of the server's as it may stand on a screen among words of ours: one line, without control characters and
/// without the marks that turn the direction of all that follows (a title could otherwise rewrite the price beside it),
/// and no longer than \a max UTF-16 units, with the ellipsis that marks what was cut off. Joiners that emoji and
/// scripts need stay.
[[nodiscard]] QString shownText(const QString &text, qsizetype max = longestShownText);

/// \a text as a part of a line with other words and figures. Letters that run from right to left would take the
/// figures beside them along: where it has such letters, marks around it keep what is in it apart (first strong
/// isolate, Unicode Standard Annex 9).
[[nodiscard]] QString isolated(const QString &text);
[[nodiscard]] bool runsRightToLeft(const QString &text); ///< some of its letters do

/// The parts that are not empty, isolated, one after the other in a line.
[[nodiscard]] QString inOneLine(const QStringList &parts, const QString &separator = QStringLiteral(" · "));

/// How many of \a count lines are shown where \a max and a line that tells how many more there are have room: the last
/// one takes the place of "1 more".
[[nodiscard]] constexpr qsizetype shownLines(qsizetype count, qsizetype max)
{
    return count <= max + 1 ? count : max;
}

/// \a text as a person meant it who typed or pasted it into a line: without characters that cannot be seen (zero-width
/// spaces, byte order marks, soft hyphens, marks of direction), any blanks and line ends as one space, none around it.
[[nodiscard]] QString typedText(const QString &text);
/// The same of what has no blanks in it, such as a number.
[[nodiscard]] QString typedWithoutBlanks(const QString &text);

/// What a reader sees of \a text where it was written for a web page: entities are the characters that they stand for,
/// known tags are left out (one that ends a line is a blank), and so are comments and what stands in `script` and
/// `style`. What only looks alike stays as it is: `Rock & Roll <3`, `a < b`, `Metallica <Unplugged>`. Done once, so
/// that
/// `&amp;lt;` is `&lt;`. Takes time in proportion to the length.
[[nodiscard]] QString withoutMarkup(const QString &text);

} // namespace okoshko
