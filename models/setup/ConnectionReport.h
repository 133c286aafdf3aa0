// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"
#include "models/api/Connection.h"

#include <QList>
#include <QString>
#include <QUrl>

#include <tl/expected.hpp>

#include <chrono>
#include <optional>

namespace okoshko {

/// The result of a successful connection test.
struct ConnectionReport
{
    QString partner;                    ///< `X-Partner`, the owner of the key
    int eventsOnSale = 0;               ///< events that can be sold now
    std::chrono::milliseconds lag{0};   ///< duration of a request
    std::chrono::seconds clockAhead{0}; ///< the server's clock minus this computer's

    friend bool operator==(const ConnectionReport &, const ConnectionReport &) = default;
};

/// Why a connection test failed. A closed set; each kind has its own text.
struct ConnectionFailure
{
    enum class Kind {
        NoNetwork,       ///< the server cannot be reached
        NameUnknown,     ///< the server's name has no address
        Proxy,           ///< the proxy refuses the connection
        Tls,             ///< the server's certificate is refused; `tls` says why
        PlainHttp,       ///< the server uses plain HTTP instead of TLS
        NoAnswer,        ///< reached, but no answer
        KeyUnknown,      ///< 401
        KeyForbidden,    ///< 403
        WebPage,         ///< a web page, or a redirect to one, such as a network's log-in
        NotTicketscloud, ///< the server is not the vendor's
        NewerGeneration, ///< a generation of the vendor's protocol that is not supported
        ServerTrouble,   ///< a temporary server error
    };

    Kind kind = Kind::NoNetwork;
    std::optional<TlsRefusal> tls;
    int httpStatus = 0;                             ///< 0 = there was no answer
    QString serverWords;                            ///< plain text
    QString sentTo;                                 ///< WebPage: the host of the redirect; empty = none
    std::optional<std::chrono::seconds> retryAfter; ///< the server's waiting time

    friend bool operator==(const ConnectionFailure &, const ConnectionFailure &) = default;
};

/// The answer of a server to a request without key.
struct KeylessAnswer
{
    QUrl server;
    std::optional<ConnectionFailure> failure; ///< nothing = it is a Ticketscloud API

    friend bool operator==(const KeylessAnswer &, const KeylessAnswer &) = default;
};

/// The result of a connection test.
struct ConnectionTestResult
{
    tl::expected<ConnectionReport, ConnectionFailure> result;
    QList<KeylessAnswer> others; ///< the vendor's other servers that have answered
    QUrl proposal;               ///< one of them that is the vendor's, if the tested one is not
};

} // namespace okoshko
