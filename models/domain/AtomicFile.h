// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/StorageError.h"

#include <QByteArray>

#include <tl/expected.hpp>

namespace okoshko {

/// Writes \a bytes to \a path, all of them or none: to a temporary file beside it, synced and renamed. On failure the
/// old file stays. May be called on any thread.
[[nodiscard]] tl::expected<void, FileError> writeAtomically(const QString &path, const QByteArray &bytes);

} // namespace okoshko
