// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"

#include <tl/expected.hpp>

#include <functional>

namespace okoshko {

/// A value, or why there is none.
template <class T>
using Result = tl::expected<T, ApiError>;

/// What is to be done with the end of a call. Called exactly once, on the caller's thread, never from within the
/// call that started it, and not at all once the context that was given with it is gone.
template <class T>
using Then = std::function<void(const Result<T> &)>;

} // namespace okoshko
