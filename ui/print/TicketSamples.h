// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/print/TicketFields.h"

#include <QCoreApplication>

namespace okoshko {

/// Tickets for previews.
class TicketSamples
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::TicketSamples)
public:
    enum class Sample {
        Usual,
        Longest, ///< every field as long as it can be imagined
    };

    [[nodiscard]] static TicketFields ticket(Sample sample);
};

} // namespace okoshko
