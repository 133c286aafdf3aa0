// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QSize>
#include <QString>

#include <chrono>
#include <optional>

namespace okoshko {

/// What the tour does.
struct TourPlan
{
    /// The wanted end of a sale whose payment has begun.
    enum class Ending { Paid, GivenUp };

    QString folder; ///< for the pictures and tour.json
    QString event;  ///< id; empty = the first that can be sold
    QString set;    ///< id; empty = the first of the event that can be sold
    QString system; ///< payment system's name; empty = the first of the list
    QSize size{1280, 800};
    std::optional<Theme::Kind> theme;
    Ending ending = Ending::Paid;
    std::chrono::seconds wait{120}; ///< how long a payment may take

    /// Whether the plan names a sale; otherwise the tour shows both ways of payment in training.
    [[nodiscard]] bool namesSale() const
    {
        return !event.isEmpty() || !set.isEmpty() || !system.isEmpty() || ending == Ending::GivenUp;
    }
};

} // namespace okoshko
