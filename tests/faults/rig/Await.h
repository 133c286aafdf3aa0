// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>

namespace okoshko::test {

/// Milliseconds enough for anything that one party has to do once, on a busy machine.
inline constexpr std::chrono::milliseconds patience{30000};

enum class Came { No, Yes };

/// Runs this thread's events until \a isTrue, at most \a most. Unlike QTRY_VERIFY for any thread, and it fails no test.
[[nodiscard]] Came await(const std::function<bool()> &isTrue, std::chrono::milliseconds most = patience);

} // namespace okoshko::test
