// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ServerAddress.h"
#include "models/setup/ApiKey.h"
#include "models/setup/ConnectionTest.h"
#include "models/tables/Format.h"
#include "ui/text/Message.h"

#include <QCoreApplication>

namespace okoshko {

/// Messages of the setup: errors of fields, and results of the connection test.
class SetupText
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::SetupText)
public:
    [[nodiscard]] static QString of(AddressFault fault);
    [[nodiscard]] static QString of(const KeyFault &fault);

    /// The server's own message is quoted at the end.
    [[nodiscard]] static Message of(const ConnectionTestResult &outcome, const Format &format);
    [[nodiscard]] static Message of(const ConnectionFailure &failure);

private:
    [[nodiscard]] static Message of(const ConnectionReport &report, const Format &format);
    [[nodiscard]] static QString of(const KeylessAnswer &other);
    [[nodiscard]] static QString clock(std::chrono::seconds ahead);
    [[nodiscard]] static Message refused(TlsRefusal refusal);
};

} // namespace okoshko
