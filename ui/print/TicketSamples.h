// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/print/TicketFields.h"

#include <QCoreApplication>

namespace okoshko {

/// Tickets of an order that never was, by the same code as those that are sold: for previews, and to see whether a
/// printer can print a template before anything is sold.
class TicketSamples
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::TicketSamples)
public:
    enum class Sample {
        Usual,
        Longest, ///< every field as long as it can be imagined
    };

    /// \a language: of times and sums, `ru` or `en`.
    [[nodiscard]] static TicketFields ticket(Sample sample, const QString &language = QStringLiteral("ru"));

private:
    struct Made;
    [[nodiscard]] static Made usual();
    [[nodiscard]] static Made longest();
};

} // namespace okoshko
