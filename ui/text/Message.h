// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace okoshko {

/// A message: what happened; then what it means for the buyer, and which button to press. Plain text.
struct Message
{
    QString title;
    QString body; ///< may be empty

    friend bool operator==(const Message &, const Message &) = default;
};

} // namespace okoshko
