// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace okoshko::test {

/// While it lives, each fdatasync() of a file whose path begins with \a prefix takes \a time longer, as on an old disk,
/// or for ever where that is longer than this lives. The test program has its own fdatasync(), which the linker prefers
/// to the C library's. One at a time.
class SlowDisk
{
public:
    SlowDisk(const QString &prefix, std::chrono::milliseconds time);
    ~SlowDisk();

    SlowDisk(const SlowDisk &) = delete;
    SlowDisk &operator=(const SlowDisk &) = delete;

    /// Whether a thread waits for it.
    [[nodiscard]] static bool isWriting();
};

} // namespace okoshko::test
