// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMetaEnum>
#include <QObject>

#include <array>

namespace okoshko::test {

Q_NAMESPACE

/// What can happen to one request on its way to the server and back.
enum class Fault {
    Refused,           ///< nobody listens
    CutBefore,         ///< read, not passed on, the connection ends
    CutAfter,          ///< the server acted, the connection ends without an answer
    ResetAfter,        ///< likewise, by RST
    Truncated,         ///< the server acted, half of the answer comes
    Silent,            ///< the server acted, no answer comes, the connection stays
    Conflict,          ///< 409, not passed on
    ServerError,       ///< 500, not passed on
    BadGateway,        ///< 502 with an HTML page, not passed on
    BadGatewayAfter,   ///< the server acted, then 502 with an HTML page
    TooMany,           ///< 429, not passed on
    Unavailable,       ///< 503 with Retry-After, not passed on
    NotJson,           ///< the server acted, the answer is no JSON
    WrongTypes,        ///< the server acted, the answer's fields have wrong types
    RedirectElsewhere, ///< 302 to another origin, not passed on
    OtherOrder,        ///< the server acted, the answer is about another order
    EmptyList,         ///< a list without anything in it, as of a replica that lags; not among allFaults
};
Q_ENUM_NS(Fault)

inline constexpr std::array allFaults{
    Fault::Refused,    Fault::CutBefore,       Fault::CutAfter,          Fault::ResetAfter,
    Fault::Truncated,  Fault::Silent,          Fault::Conflict,          Fault::ServerError,
    Fault::BadGateway, Fault::BadGatewayAfter, Fault::TooMany,           Fault::Unavailable,
    Fault::NotJson,    Fault::WrongTypes,      Fault::RedirectElsewhere, Fault::OtherOrder};

[[nodiscard]] inline const char *nameOf(Fault fault)
{
    return QMetaEnum::fromType<Fault>().valueToKey(static_cast<int>(fault));
}

/// Whether the request is passed on, so that the server acts.
[[nodiscard]] inline bool reachesServer(Fault fault)
{
    switch (fault) {
    case Fault::CutAfter:
    case Fault::ResetAfter:
    case Fault::Truncated:
    case Fault::Silent:
    case Fault::BadGatewayAfter:
    case Fault::NotJson:
    case Fault::WrongTypes:
    case Fault::OtherOrder:
    case Fault::EmptyList:
        return true;
    case Fault::Refused:
    case Fault::CutBefore:
    case Fault::Conflict:
    case Fault::ServerError:
    case Fault::BadGateway:
    case Fault::TooMany:
    case Fault::Unavailable:
    case Fault::RedirectElsewhere:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace okoshko::test
