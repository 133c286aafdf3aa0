// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace okoshko {

/// Why a text is no API key. Contains nothing of the key except foreign letters.
struct KeyFault
{
    enum class Kind {
        Empty,
        LookAlikes, ///< Cyrillic letters that look like Latin ones; listed in `letters`
        Characters, ///< characters other than hexadecimal digits
        Length,     ///< `length` instead of 32
    };

    Kind kind = Kind::Empty;
    QString letters; ///< each once, in order of occurrence
    int place = 0;   ///< of the first wrong character, counted from 1, without blanks
    int length = 0;

    friend bool operator==(const KeyFault &, const KeyFault &) = default;
};

/// Parses an API key, 32 hexadecimal digits, the part after `key ` in the header (vendor documentation). Removes blanks
/// of all kinds and a leading `key ` or `Authorization:`.
[[nodiscard]] tl::expected<QByteArray, KeyFault> parseKey(const QString &text);

} // namespace okoshko
