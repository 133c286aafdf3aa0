// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/Catalogue.h"

#include <QString>
#include <QStringList>

namespace okoshko {

/// The letter or sign of a US keyboard at the place where ЙЦУКЕН has \a typed; \a typed itself where it has none.
[[nodiscard]] QChar latinAt(QChar typed);
/// The other way round.
[[nodiscard]] QChar cyrillicAt(QChar typed);

[[nodiscard]] bool isCyrillic(QChar letter);

/// \a typed as a US layout would have written it: what a scanner sends while the Russian layout is on.
[[nodiscard]] QString inLatinLayout(const QString &typed);

/// \a typed as it would stand there if the other layout had been on: `xfqrf` is `чайка`, and `ыруддн` is `shelly`.
[[nodiscard]] QString inOtherLayout(const QString &typed);

/// Text as it is compared when searching and sorting, the same in every language of the program: case folded,
/// composed, and `ё` written as `е`, for hardly anybody types it.
[[nodiscard]] QString folded(const QString &text);

/// The words that were typed, folded; quotation marks and the like before a word are dropped.
[[nodiscard]] QStringList searchWords(const QString &typed);

/// The digits of \a typed where it is a number as one writes it: blanks, hyphens and brackets between the digits, signs
/// around them (`№ 12 345 678`, `+7 (912) 345-67-89`). Empty where it is none.
[[nodiscard]] QString digitsOf(const QString &typed);

/// What may have been meant by what was typed into a search for orders: a number by its digits, other text as it stands
/// and as it would stand there in the other layout.
[[nodiscard]] QStringList readingsOf(const QString &typed);

/// Whether every one of \a words stands somewhere in \a haystack (which is folded).
[[nodiscard]] bool containsAll(const QString &haystack, const QStringList &words);

/// Where \a word begins a word of \a haystack (both folded), from \a from on; -1 = nowhere.
[[nodiscard]] qsizetype indexOfWordStart(const QString &haystack, const QString &word, qsizetype from = 0);

/// Whether every one of \a words begins a word of \a haystack (which is folded).
[[nodiscard]] bool beginsAll(const QString &haystack, const QStringList &words);

/// How events are found by typed words, and in which order they stand. An event is found by title, venue, city, date
/// and age mark; the date as it is typed in each language of the program, whichever is chosen.
[[nodiscard]] EventRules eventRules();

/// `16` is written `16+`, as on a poster; a mark that is written so already stays.
[[nodiscard]] QString ageMark(const QString &rating);

} // namespace okoshko
