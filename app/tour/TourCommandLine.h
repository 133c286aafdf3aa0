// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/CommandLine.h"
#include "app/tour/TourPlan.h"

namespace okoshko {

/// The tour's command line, checked.
struct TourArguments
{
    Arguments counter; ///< of the program; training and import are not used
    TourPlan plan;
};

/// Reads the arguments of `okoshko-tour DIR`; \a arguments begins with the program's name. Needs a QCoreApplication for
/// tr().
[[nodiscard]] tl::expected<TourArguments, Usage> parseTourCommandLine(const QStringList &arguments);

} // namespace okoshko
