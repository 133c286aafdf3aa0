// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"

#include <QString>

#include <chrono>
#include <optional>

namespace okoshko {

/// Why no secure connection to the server came about.
enum class TlsRefusal {
    SelfSigned,       ///< the certificate is signed by itself
    UnknownAuthority, ///< signed by an authority that this computer does not trust
    WrongName,        ///< it is another server's
    Expired,
    NotYetValid, ///< or this computer's clock is slow
    Handshake,   ///< no certificate was seen: an old protocol, or no TLS at all
};

/// The state of the connection to the server, as the status bar shows it.
struct ConnectionState
{
    enum class Health {
        Untried, ///< nothing was asked yet
        Online,  ///< the last request was answered
        Offline, ///< the last request got no answer
        Refused, ///< answered 401: selling stops until the settings are right; a 403 is an answer about one step alone
    };

    Health health = Health::Untried;
    QString server;                               ///< host, and port where it is not the usual one
    QString partner;                              ///< `X-Partner` of the last answer
    std::optional<std::chrono::milliseconds> lag; ///< how long the last answer took
    std::optional<ErrorKind> lastError;           ///< why Offline or Refused
    std::optional<TlsRefusal> tls;                ///< why, where lastError is Tls

    friend bool operator==(const ConnectionState &, const ConnectionState &) = default;
};

} // namespace okoshko
