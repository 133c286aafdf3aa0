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

/// What a good test of the connection found.
struct ConnectionReport
{
    QString partner;                    ///< `X-Partner`: whose key it is
    int eventsOnSale = 0;               ///< that may be sold just now
    std::chrono::milliseconds lag{0};   ///< how long an answer took
    std::chrono::seconds clockAhead{0}; ///< the server's clock minus this computer's

    friend bool operator==(const ConnectionReport &, const ConnectionReport &) = default;
};

/// Why a test of the connection was not good: a closed set, so that each has its sentence.
struct ConnectionFailure
{
    enum class Kind {
        NoNetwork,       ///< nobody is there, or there is no way to him
        NameUnknown,     ///< the server's name leads nowhere
        Proxy,           ///< the proxy on the way does not let us through
        Tls,             ///< the server's certificate is refused; `tls` says why
        PlainHttp,       ///< it speaks plain HTTP where TLS belongs
        NoAnswer,        ///< reached, but it does not answer
        KeyUnknown,      ///< 401
        KeyForbidden,    ///< 403
        WebPage,         ///< a page, or the way to one: a network's log-in, above all
        NotTicketscloud, ///< something else answers that is not the vendor
        NewerGeneration, ///< the vendor, in a generation that this program does not speak
        ServerTrouble,   ///< it answers that it cannot just now
    };

    Kind kind = Kind::NoNetwork;
    std::optional<TlsRefusal> tls;
    int httpStatus = 0;                             ///< 0 = there was no answer
    QString serverWords;                            ///< plain text
    QString sentTo;                                 ///< WebPage: the host that it sends us on to; empty = it does not
    std::optional<std::chrono::seconds> retryAfter; ///< how long the server asks to wait

    friend bool operator==(const ConnectionFailure &, const ConnectionFailure &) = default;
};

/// What a server answered that was asked without a key.
struct KeylessAnswer
{
    QUrl server;
    std::optional<ConnectionFailure> failure; ///< nothing = it speaks as a Ticketscloud API

    friend bool operator==(const KeylessAnswer &, const KeylessAnswer &) = default;
};

/// How a test of the connection ended.
struct ConnectionTestResult
{
    tl::expected<ConnectionReport, ConnectionFailure> result;
    QList<KeylessAnswer> others; ///< of the vendor's other servers, as far as they have answered
    QUrl proposal;               ///< one of these that answers as the vendor, where the tested one does not
};

} // namespace okoshko
