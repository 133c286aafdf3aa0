// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace okoshko {

/// Why what was pasted is no API key. Tells nothing of the key itself but foreign letters.
struct KeyFault
{
    enum class Kind {
        Empty,
        LookAlikes, ///< Cyrillic letters, which look like Latin ones; `letters` lists them
        Characters, ///< something that no key has: a key is hexadecimal digits
        Length,     ///< `length` instead of 32
    };

    Kind kind = Kind::Empty;
    QString letters; ///< each once, in the order in which they stand
    int place = 0;   ///< of the first wrong character, counted from 1, without blanks
    int length = 0;

    friend bool operator==(const KeyFault &, const KeyFault &) = default;
};

/// The API key in \a text, as it follows `key ` in the header (vendor documentation): 32 hexadecimal digits. Blanks of
/// all sorts and a leading `key ` or `Authorization:`, which people copy along, are taken away.
[[nodiscard]] tl::expected<QByteArray, KeyFault> parseKey(const QString &text);

} // namespace okoshko
