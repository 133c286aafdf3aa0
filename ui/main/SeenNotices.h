// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"

#include <QList>
#include <QSet>

namespace okoshko {

/// Which messages the cashier has dismissed, or has not yet. Kept when the window's content is rebuilt.
struct SeenNotices
{
    bool recovery = false;          ///< the result of the recovery at start
    QSet<OrderId> notGivenBack;     ///< orders that the server did not release
    QList<OrderId> paperToTakeBack; ///< not dismissed: orders with refunded tickets on paper, oldest first
};

} // namespace okoshko
