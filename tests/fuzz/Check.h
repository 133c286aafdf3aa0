// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/Unreadable.h"
#include "models/domain/Id.h"
#include "models/domain/Instant.h"
#include "models/domain/Money.h"

#include <QString>

#include <optional>

/// What must hold of everything that was decoded, whatever the bytes were. Each ends the run where it does not hold,
/// and libFuzzer keeps the input that showed it.
namespace okoshko::fuzz {

void require(bool holds, const char *what);

void requireBounds(Money sum);                          ///< below 10^12 roubles, and read back from its own text
void requireBounds(const std::optional<Instant> &time); ///< within the years 1 to 9999, and read back from its own text
void requireBounds(const std::optional<Money> &sum);
void requireBounds(const QString &text);            ///< no longer than a body's text may be
void requireCount(const std::optional<int> &count); ///< from nought on

/// Names what was wrong, in a line that a log can take: short, printable, no second line.
void requireClear(const ApiError &error);
void requireClear(const Unreadable &unreadable);

template <class SomeId>
void requireBounds(const SomeId &id)
{
    require(id.isNull() || SomeId::parse(id.toString()) == id, "an id is null or well formed");
}

} // namespace okoshko::fuzz
