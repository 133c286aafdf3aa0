// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace okoshko::test {

/// What this process holds of memory, in bytes.
struct Memory
{
    qint64 heap = 0;     ///< allocated and not freed (mallinfo2)
    qint64 resident = 0; ///< pages in the computer's memory

    [[nodiscard]] static Memory now();
};

} // namespace okoshko::test
