// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#include <compare>
#include <optional>
#include <string_view>

namespace okoshko {

/// A sum in minor units (kopecks), 64 bits, never binary floating point.
///
/// parse() accepts less than 10^12 roubles, so that sums of thousands of tickets cannot overflow.
class Money
{
public:
    constexpr Money() = default;
    [[nodiscard]] static constexpr Money fromMinor(qint64 minor) { return Money(minor); }

    /// Reads the server's form, `"100.00"`: an optional minus, one to twelve digits, then optionally a point and one or
    /// two digits (vendor documentation). Nothing for other texts.
    [[nodiscard]] static std::optional<Money> parse(const QString &text);
    [[nodiscard]] static std::optional<Money> parse(std::string_view text);

    [[nodiscard]] constexpr qint64 minor() const { return m_minor; }
    /// Within the range of parse(); a difference of two such sums may exceed it.
    [[nodiscard]] constexpr bool isWritable() const { return m_minor > -limit && m_minor < limit; }
    [[nodiscard]] constexpr bool isZero() const { return m_minor == 0; }

    /// The server's form, always with two decimals; for protocol, files and logs. On screen: models/tables/Format.h.
    [[nodiscard]] QString toString() const;

    friend constexpr Money operator+(Money a, Money b) { return Money(a.m_minor + b.m_minor); }
    friend constexpr Money operator-(Money a, Money b) { return Money(a.m_minor - b.m_minor); }
    friend constexpr Money operator*(Money a, qint64 count) { return Money(a.m_minor * count); }
    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 sees a 0 that the compiler writes
    friend constexpr auto operator<=>(Money a, Money b) = default;

private:
    static constexpr qint64 limit = 100'000'000'000'000;

    explicit constexpr Money(qint64 minor)
        : m_minor(minor)
    {
    }

    qint64 m_minor = 0;
};

} // namespace okoshko
