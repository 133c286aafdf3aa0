// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <cstddef>
#include <optional>
#include <string_view>

namespace okoshko::v1 {

// Reads bodies that a strict JSON parser refuses. Pure functions, for any thread.

/// \a body without byte order mark; invalid UTF-8 replaced by U+FFFD, control characters by blanks.
[[nodiscard]] QByteArray repaired(const QByteArray &body);

/// A list split at its commas without parsing the elements, so that an error stays within its element: unbalanced
/// brackets, a missing or surplus quotation mark. An element that is never closed includes what follows.
struct JsonSlices
{
    QList<QByteArray> elements;
    bool isCut = false; ///< the body ended early; the incomplete element is left out
};
/// Up to \a max elements of \a body; nothing if it does not begin with a list.
[[nodiscard]] std::optional<JsonSlices> sliced(const QByteArray &body, std::ptrdiff_t max);

/// Converts \a utf8 without removing a byte order mark.
[[nodiscard]] QString toText(std::string_view utf8);

/// The text of the JSON string \a token, which begins with a quotation mark. Invalid escapes are dropped; unpaired
/// surrogates become U+FFFD.
[[nodiscard]] QString unescapedLeniently(std::string_view token);

} // namespace okoshko::v1
