// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/JsonValue.h"

#include "models/api/v1/BrokenJson.h"
#include "models/domain/Text.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace okoshko::v1 {

namespace {

/// A member's name for logs and screen.
QString shownName(std::string_view name)
{
    const bool isPlain =
        name.size() <= 40 && std::all_of(name.cbegin(), name.cend(), [](char c) {
            return c == '_' || c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        });
    return isPlain ? QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())) : u"?"_s;
}

} // namespace

QString JsonPath::toString() const
{
    const QString before = parent ? parent->toString() : QString();
    if (index >= 0)
        return before + u'[' + QString::number(index) + u']';
    if (!parent)
        return {};
    return before.isEmpty() ? shownName(key) : before + u'.' + shownName(key);
}

void JsonValue::fail(simdjson::error_code error) const
{
    m_errors->noteNoJson(m_path->toString(), QString::fromLatin1(simdjson::error_message(error)));
}

JsonValue::Type JsonValue::type()
{
    Type type = Type::null;
    if (const auto error = m_value.type().get(type))
        fail(error);
    return type;
}

bool JsonValue::isHole()
{
    if (!isObject())
        return true;
    const char *next = m_value.raw_json_token().data() + 1; // bodies are padded
    while (*next == ' ' || *next == '\t' || *next == '\n' || *next == '\r')
        ++next;
    return *next == '}';
}

bool JsonValue::isThere(Need need)
{
    const bool isThere = !isNull();
    if (!isThere && need == Need::Required)
        complain(u"is missing");
    return isThere;
}

QString JsonValue::written(Need need)
{
    if (!isThere(need))
        return {};
    if (!isString()) {
        complain(u"is not a valid text");
        return {};
    }
    const std::string_view token = m_value.raw_json_token(); // the only access to an invalid string
    std::string_view text;
    QString written = m_value.get_string().get(text) == simdjson::SUCCESS ? toText(text) : unescapedLeniently(token);
    if (written.isEmpty() && need == Need::Required)
        complain(u"is empty");
    return written;
}

std::string_view JsonValue::letters(Need need)
{
    if (!isThere(need))
        return {};
    std::string_view text;
    if (!isString())
        complain(u"is not a valid text");
    else if (m_value.get_string().get(text) != simdjson::SUCCESS)
        complain(u"is not a well-formed text");
    else if (text.empty() && need == Need::Required)
        complain(u"is empty");
    return text;
}

QString JsonValue::prose(Need need, qsizetype max)
{
    return sanitizedText(written(need), max);
}

QString JsonValue::webProse(Need need, qsizetype max)
{
    return sanitizedText(withoutMarkup(written(need)), max);
}

QString JsonValue::text(Need need)
{
    return atMost(maxLetters, written(need));
}

QString JsonValue::label(Need need)
{
    if (type() != Type::number)
        return sanitizedText(atMost(maxLabelLetters, written(need)));
    const auto number = integer(need);
    return number ? QString::number(*number) : QString();
}

QString JsonValue::atMost(qsizetype max, const QString &text) const
{
    if (text.size() <= max)
        return text;
    complain(u"is too long");
    return {};
}

QString JsonValue::labelOrOf(std::string_view name)
{
    if (!isObject())
        return label(Need::Optional);
    QString found;
    (void)member(name, [&found](JsonValue &value) { found = value.label(Need::Optional); });
    return found;
}

QString JsonValue::textOf(std::string_view name, Need need)
{
    QString found;
    const bool isFound = member(name, [&found, need](JsonValue &value) { found = value.text(need); });
    if (!isFound && need == Need::Required)
        complainOf(name, u"is missing");
    return found;
}

std::optional<qint64> JsonValue::integer(Need need)
{
    if (!isThere(need))
        return std::nullopt;
    qint64 number = 0;
    bool isNumber = false;
    if (isString()) {
        number = written(need).toLongLong(&isNumber);
    } else if (int64_t whole = 0; m_value.get_int64().get(whole) == simdjson::SUCCESS) {
        number = whole;
        isNumber = true;
    }
    if (isNumber)
        return number;
    complain(u"is not a valid whole number");
    return std::nullopt;
}

std::optional<int> JsonValue::count(Need need)
{
    const auto number = integer(need);
    if (number && *number >= 0 && *number <= std::numeric_limits<int>::max())
        return static_cast<int>(*number);
    if (number)
        complain(u"is not a valid count");
    return std::nullopt;
}

std::optional<bool> JsonValue::truth()
{
    if (isNull())
        return std::nullopt;
    bool is = false;
    if (m_value.get_bool().get(is) != simdjson::SUCCESS) {
        complain(u"is neither true nor false");
        return std::nullopt;
    }
    return is;
}

std::optional<Money> JsonValue::money(Need need)
{
    const std::string_view written = letters(need);
    if (written.empty())
        return std::nullopt;
    const auto sum = Money::parse(written);
    if (!sum)
        complain(u"is not a valid sum");
    return sum;
}

std::optional<Instant> JsonValue::instant(Need need)
{
    const std::string_view written = letters(need);
    if (written.empty())
        return std::nullopt;
    const auto time = parseInstant(written);
    if (!time)
        complain(u"is not a valid time");
    return time;
}

} // namespace okoshko::v1
