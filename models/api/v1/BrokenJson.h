// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <cstddef>
#include <optional>
#include <string_view>

namespace okoshko::v1 {

// How bodies are read that a strict reader of JSON refuses. All of it looks at the text alone, and works on any thread.

/// \a body without what a strict reader refuses a whole body for: a byte order mark, bytes that are no UTF-8 (U+FFFD
/// stands for them), control characters (a blank each).
[[nodiscard]] QByteArray repaired(const QByteArray &body);

/// A list taken apart at its commas without reading what is between them, so that an error within one element stays
/// there: brackets of the wrong kind or too many of them, a quotation mark that is missing or one too many. (One that
/// is never closed takes what follows along.)
struct JsonSlices
{
    QList<QByteArray> elements;
    bool isCut = false; ///< the body ended early; what was cut in two is not among the elements
};
/// Up to \a max elements of \a body. Nothing where it does not begin as a list.
[[nodiscard]] std::optional<JsonSlices> sliced(const QByteArray &body, std::ptrdiff_t max);

/// \a utf8 as it is: what QString takes for a byte order mark is a letter within a body.
[[nodiscard]] QString toText(std::string_view utf8);

/// The text that \a token, which begins with its quotation mark, stands for. An escape that stands for nothing is left
/// out, half a character becomes U+FFFD.
[[nodiscard]] QString unescapedLeniently(std::string_view token);

} // namespace okoshko::v1
