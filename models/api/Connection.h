// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <optional>

namespace okoshko {

/// Why the TLS connection to the server failed.
enum class TlsRefusal {
    SelfSigned,       ///< the certificate is self-signed
    UnknownAuthority, ///< signed by an authority that is not trusted here
    WrongName,        ///< issued for another server
    Expired,
    NotYetValid, ///< or this computer's clock is slow
    Handshake,   ///< no certificate was seen: an old protocol, or no TLS at all
};

/// The state of the connection to the server, as the status bar shows it.
struct ConnectionState
{
    Q_GADGET
public:
    enum class Health {
        Untried, ///< no request yet
        Online,  ///< the last request was answered
        Offline, ///< the last request got no answer
        Refused, ///< answered 401: selling stops until the key is replaced; a 403 concerns one step only
    };
    Q_ENUM(Health)

    Health health = Health::Untried;
    QString server;                               ///< host, and the port if it is not the default
    QString partner;                              ///< `X-Partner` of the last answer
    std::optional<std::chrono::milliseconds> lag; ///< duration of the last request
    std::optional<ErrorKind> lastError;           ///< why Offline or Refused
    std::optional<TlsRefusal> tls;                ///< why, where lastError is Tls

    friend bool operator==(const ConnectionState &, const ConnectionState &) = default;
};

} // namespace okoshko
