// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Print.h"

namespace okoshko {

/// What can be done about a job that does not go on.
enum class Remedy {
    Again,    ///< nothing was printed: begin again
    CameOut,  ///< something may have been printed: ask what
    AtPrinter ///< it is at the printer: it goes on by itself, or is given up
};

[[nodiscard]] Remedy remedyFor(const PrintJob &job); ///< of one that needs attention
/// Tickets that are at the printer, or at a print service that does not answer: they can be given up for a file.
[[nodiscard]] bool isAtPrinter(const PrintJob &job);
/// … or for another printer of the same print service.
[[nodiscard]] bool isForElsewhere(const PrintJob &job);

} // namespace okoshko
