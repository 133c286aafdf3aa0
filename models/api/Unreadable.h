// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"

#include <QList>

#include <algorithm>

namespace okoshko {

/// What was left out of an answer because it could not be read: elements of lists, and optional parts of what is there.
struct Unreadable
{
    static constexpr qsizetype mostTold = 20; ///< more of them tell nothing new

    int elements = 0;      ///< of the list that was asked for; they are missing from it
    int holes = 0;         ///< those among them that are nothing, as `null` and `{}`, which stand in the vendor's lists
    int parts = 0;         ///< fields, sets, price rules: what they belong to is there, and they are "not told"
    QList<ApiError> first; ///< path and reason of the first few of both

    void add(const Unreadable &other)
    {
        elements += other.elements;
        holes += other.holes;
        parts += other.parts;
        tell(other.first);
    }
    void tell(const QList<ApiError> &more) { first.append(more.first(std::min(more.size(), mostTold - first.size()))); }
    /// Something may be missing that exists.
    [[nodiscard]] bool leavesGap() const { return elements > holes; }
    [[nodiscard]] bool isNothing() const { return elements == 0 && parts == 0; }

    friend bool operator==(const Unreadable &, const Unreadable &) = default;
};

} // namespace okoshko
