// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/Money.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

/// Removes the leading digits of \a text and returns their value; nothing if there are none, or more than \a max.
std::optional<qint64> takeDigits(std::string_view &text, std::size_t max, std::size_t &count)
{
    const auto *const end = std::find_if_not(text.cbegin(), text.cend(), [](char c) { return c >= '0' && c <= '9'; });
    count = static_cast<std::size_t>(end - text.cbegin());
    if (count == 0 || count > max)
        return std::nullopt;
    qint64 value = 0;
    for (const char digit : text.substr(0, count))
        value = value * 10 + (digit - '0');
    text.remove_prefix(count);
    return value;
}

} // namespace

std::optional<Money> Money::parse(const QString &text)
{
    const QByteArray letters = text.toLatin1(); // other characters become '?', which is invalid in a sum
    return parse(std::string_view(letters.constData(), static_cast<std::size_t>(letters.size())));
}

std::optional<Money> Money::parse(std::string_view text)
{
    const bool isNegative = text.starts_with('-');
    if (isNegative)
        text.remove_prefix(1);
    std::size_t digits = 0;
    const auto whole = takeDigits(text, 12, digits);
    if (!whole)
        return std::nullopt;
    qint64 minor = *whole * 100;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        const auto fraction = takeDigits(text, 2, digits);
        if (!fraction)
            return std::nullopt;
        minor += digits == 1 ? *fraction * 10 : *fraction;
    }
    if (!text.empty())
        return std::nullopt;
    return Money(isNegative ? -minor : minor);
}

QString Money::toString() const
{
    const quint64 magnitude = m_minor < 0 ? quint64(0) - quint64(m_minor) : quint64(m_minor);
    return (m_minor < 0 ? u"-"_s : QString()) + QString::number(magnitude / 100) + u'.' +
           QString::number(magnitude % 100).rightJustified(2, u'0');
}

} // namespace okoshko
