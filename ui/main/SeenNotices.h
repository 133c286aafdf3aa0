// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"

#include <QSet>

namespace okoshko {

/// Messages that the cashier has dismissed. Kept when the window's content is rebuilt.
struct SeenNotices
{
    bool recovery = false;      ///< the result of the recovery at start
    QSet<OrderId> notGivenBack; ///< orders that the server did not release
};

} // namespace okoshko
