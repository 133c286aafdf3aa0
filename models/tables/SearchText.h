// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/Catalogue.h"

#include <QString>
#include <QStringList>

namespace okoshko {

/// The character of a US keyboard on the key where ЙЦУКЕН has \a typed; \a typed itself if there is none.
[[nodiscard]] QChar latinAt(QChar typed);
/// The reverse of latinAt().
[[nodiscard]] QChar cyrillicAt(QChar typed);

[[nodiscard]] bool isCyrillic(QChar letter);

/// \a typed converted to the US layout, for scanners used with the Russian layout.
[[nodiscard]] QString inLatinLayout(const QString &typed);

/// \a typed converted to the other layout: `xfqrf` is `чайка`, and `ыруддн` is `shelly`.
[[nodiscard]] QString inOtherLayout(const QString &typed);

/// \a text for comparison in searching and sorting, independent of the language: case folded, composed, `ё` replaced by
/// `е`. Pure functions, for any thread.
[[nodiscard]] QString folded(const QString &text);

/// The typed words, folded, without leading quotation marks and the like.
[[nodiscard]] QStringList searchWords(const QString &typed);

/// The digits of \a typed if it is a formatted number: blanks, hyphens and brackets between digits, signs around them
/// (`№ 12 345 678`, `+7 (912) 345-67-89`). Otherwise empty.
[[nodiscard]] QString digitsOf(const QString &typed);

/// The possible meanings of a typed search for orders: a number by its digits, other text as typed and in the other
/// layout.
[[nodiscard]] QStringList readingsOf(const QString &typed);

/// Whether all \a words occur in \a haystack (both folded).
[[nodiscard]] bool containsAll(const QString &haystack, const QStringList &words);

/// Index from \a from on where \a word begins a word of \a haystack (both folded); -1 = none.
[[nodiscard]] qsizetype indexOfWordStart(const QString &haystack, const QString &word, qsizetype from = 0);

/// Whether each of \a words begins a word of \a haystack (both folded).
[[nodiscard]] bool beginsAll(const QString &haystack, const QStringList &words);

/// The rules of searching and sorting events. An event is found by title, venue, city, date and age mark; the date in
/// each language of the program, independently of the chosen one.
[[nodiscard]] EventRules eventRules();

/// `16` becomes `16+`; `16+` is unchanged.
[[nodiscard]] QString ageMark(const QString &rating);

} // namespace okoshko
