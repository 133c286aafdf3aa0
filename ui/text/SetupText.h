// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ServerAddress.h"
#include "models/setup/ApiKey.h"
#include "models/setup/ConnectionCheck.h"
#include "models/tables/Format.h"

#include <QCoreApplication>

namespace okoshko {

/// What setting up a counter says: what is wrong with a field, and what a test of the connection found.
class SetupText
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::SetupText)
public:
    [[nodiscard]] static QString of(AddressFault fault);
    [[nodiscard]] static QString of(const KeyFault &fault);

    /// What happened, and what it means and what to do. Plain text; the server's own words last, in quotes.
    struct Said
    {
        QString title;
        QString words;
    };
    [[nodiscard]] static Said of(const ConnectionOutcome &outcome, const Format &format);
    [[nodiscard]] static Said of(const ConnectionFailure &failure);

private:
    [[nodiscard]] static Said of(const ConnectionReport &report, const Format &format);
    [[nodiscard]] static QString of(const KeylessAnswer &other);
    [[nodiscard]] static QString clock(std::chrono::seconds ahead);
    [[nodiscard]] static Said refused(TlsRefusal refusal);
};

} // namespace okoshko
