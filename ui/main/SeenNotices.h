// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"

#include <QSet>

namespace okoshko {

/// What the cashier has read and put away. It stays so when the window's content is built anew.
struct SeenNotices
{
    bool recovery = false;      ///< what became of the sales of the time before
    QSet<OrderId> notGivenBack; ///< orders whose seats the server did not take back
};

} // namespace okoshko
