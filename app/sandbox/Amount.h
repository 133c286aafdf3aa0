// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <compare>
#include <optional>

namespace okoshko::sandbox {

/// A sum of money in minor units (kopecks). Never floating point: prices are added up and compared exactly.
struct Amount
{
    qint64 minor = 0;

    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 sees a 0 that the compiler writes
    friend auto operator<=>(const Amount &, const Amount &) = default;
    friend Amount operator+(Amount a, Amount b) { return {a.minor + b.minor}; }
    friend Amount operator-(Amount a, Amount b) { return {a.minor - b.minor}; }
};

/// Reads "100.00" or "100"; nothing else, no sign, no spaces, no thousands separators.
[[nodiscard]] std::optional<Amount> parseAmount(QStringView text);

/// The protocol's spelling, "100.00".
[[nodiscard]] QString toText(Amount amount);

} // namespace okoshko::sandbox
