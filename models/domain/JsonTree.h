// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include <variant>
#include <vector>

namespace okoshko {

struct JsonMember;

/// A JSON text as a tree with the line of each value's end and of each name, for error messages. Lines and columns
/// count from 1.
struct JsonValue
{
    struct Null
    {
    };
    struct Fraction ///< a number that is not an integer, or too large
    {
        QByteArray digits; ///< as written
    };
    using List = std::vector<JsonValue>;
    using Object = std::vector<JsonMember>; ///< in the order of the text; names may repeat

    std::variant<Null, bool, qint64, Fraction, QString, List, Object> content;
    int line = 0;
};

struct JsonMember
{
    QString name;
    int line = 0;
    JsonValue value;
    bool isTwice = false; ///< a member before it has the same name
};

/// Where the text is not JSON.
struct JsonFault
{
    int line = 0;
    int column = 0;
};

/// \a text is UTF-8, with or without a byte order mark. Refuses nesting deeper than any of our files have.
[[nodiscard]] tl::expected<JsonValue, JsonFault> parseJson(const QByteArray &text);

/// Why a text is not a file of ours, of a version that is known.
struct FormatFault
{
    enum class Reason { OtherFormat, NoVersion, OtherVersion };

    Reason reason = Reason::OtherFormat;
    int line = 0;
    qint64 version = 0; ///< of OtherVersion
};

/// The members of \a root, if it is `{"format": "<format>", "version": <1…newest>, …}`.
[[nodiscard]] tl::expected<const JsonValue::Object *, FormatFault> membersOf(const JsonValue &root,
                                                                             QLatin1StringView format, qint64 newest);

} // namespace okoshko
