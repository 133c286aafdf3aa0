// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/Check.h"

#include "models/api/v1/JsonValue.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace okoshko::fuzz {

void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "\nDoes not hold: %s\n", what);
    std::abort();
}

void requireBounds(Money sum)
{
    require(sum.minor() > -100'000'000'000'000 && sum.minor() < 100'000'000'000'000, "a sum is below 10^12 roubles");
    require(Money::parse(sum.toString()) == sum, "a sum is read back from its own text");
}

void requireBounds(const std::optional<Money> &sum)
{
    if (sum)
        requireBounds(*sum);
}

void requireBounds(const std::optional<Instant> &time)
{
    if (!time)
        return;
    const int year = toDateTime(*time).date().year();
    require(year >= 1 && year <= 9999, "a time is within the years 1 to 9999");
    require(parseInstant(toIsoString(*time)) == time, "a time is read back from its own text");
}

void requireBounds(const QString &text)
{
    require(text.size() <= v1::JsonValue::maxLetters, "a text is no longer than it may be");
}

void requireCount(const std::optional<int> &count)
{
    require(count.value_or(0) >= 0, "a count is not below nought");
}

void requireClear(const ApiError &error)
{
    require(error.kind == ErrorKind::NotJson || error.kind == ErrorKind::NewerGeneration ||
                error.kind == ErrorKind::WrongShape,
            "a body is no JSON, of the newer generation, or of the wrong shape");
    require(!error.detail.isEmpty(), "an error says what is wrong");
    const QString line = error.toLogLine();
    require(line.size() <= 400, "an error is one short line");
    require(std::all_of(line.cbegin(), line.cend(), [](QChar c) { return c >= u' ' && c < u'\x7f'; }),
            "an error is printable");
}

void requireClear(const Unreadable &unreadable)
{
    require(unreadable.elements >= 0 && unreadable.parts >= 0, "a count is not below nought");
    const qsizetype all = qsizetype(unreadable.elements) + unreadable.parts;
    require(unreadable.first.size() == std::min(all, Unreadable::maxListed), "what is left out has its reasons");
    for (const ApiError &error : unreadable.first)
        requireClear(error);
}

} // namespace okoshko::fuzz
