// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace okoshko {

/// A value and its word in files, records and logs; a row of a table that is looked up both ways. Several rows may have
/// one value, with words of earlier versions: the first one is written.
template <class T>
struct Word
{
    T value;
    QLatin1StringView word;
};
template <class T>
Word(T, QLatin1StringView) -> Word<T>;

/// Empty if \a value has no row.
template <class T, std::size_t n>
[[nodiscard]] QString wordOf(const std::array<Word<T>, n> &table, T value)
{
    const auto row = std::ranges::find(table, value, &Word<T>::value);
    return row == table.end() ? QString() : QString(row->word);
}

template <class T, std::size_t n>
[[nodiscard]] std::optional<T> valueOf(const std::array<Word<T>, n> &table, const QString &word)
{
    const auto row = std::ranges::find_if(table, [&word](const Word<T> &each) { return each.word == word; });
    return row == table.end() ? std::nullopt : std::optional(row->value);
}

} // namespace okoshko
