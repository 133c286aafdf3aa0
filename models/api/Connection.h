// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"

#include <QString>

#include <chrono>
#include <optional>

namespace okoshko {

/// How the line to the server does, as the status bar shows it.
struct ConnectionState
{
    enum class Health {
        Untried, ///< nothing was asked yet
        Online,  ///< the last request was answered
        Offline, ///< the last request got no answer
        Refused, ///< answered 401 or 403: selling stops until the settings are right
    };

    Health health = Health::Untried;
    QString server;                               ///< host, and port where it is not the usual one
    QString partner;                              ///< `X-Partner` of the last answer
    std::optional<std::chrono::milliseconds> lag; ///< how long the last answer took
    std::optional<ErrorKind> lastError;           ///< why Offline or Refused

    friend bool operator==(const ConnectionState &, const ConnectionState &) = default;
};

} // namespace okoshko
