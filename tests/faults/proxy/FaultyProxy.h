// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/faults/Relay.h"

#include <QByteArray>
#include <QList>
#include <QMetaEnum>
#include <QRegularExpression>
#include <QUrl>

#include <array>
#include <optional>

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

/// A request as it came, and whether the server has seen it.
struct SeenRequest
{
    QByteArray method;
    QByteArray path; ///< with the query
    QByteArray body;
    bool reachedServer = false;
};

/// Which requests meet which fault.
struct Plan
{
    QByteArray method;
    QRegularExpression path;
    QByteArray bodyHas; ///< blanks do not count
    Fault fault = Fault::CutBefore;
    int times = 1; ///< below zero: for ever

    [[nodiscard]] bool means(const SeenRequest &request) const;
};

/// The sandbox's relay between a client and an HTTP server, which does to planned requests what networks do.
/// Fault::Refused cannot wait for a request to be read: while such a plan stands, nobody listens, and open connections
/// are cut.
class FaultyProxy final : public QObject
{
    Q_OBJECT
public:
    explicit FaultyProxy(quint16 target, QObject *parent = nullptr);

    [[nodiscard]] QUrl url() const;

    void plan(const Plan &plan);
    void clear();
    /// What Fault::OtherOrder answers with, and where Fault::RedirectElsewhere leads.
    void setOtherOrder(const QByteArray &json) { m_otherOrder = json; }
    void setElsewhere(const QUrl &url) { m_elsewhere = url; }

    [[nodiscard]] const QList<SeenRequest> &requests() const { return m_requests; }
    void forget() { m_requests.clear(); }
    /// How many requests have met a planned fault since the last clear().
    [[nodiscard]] int hits() const { return m_hits; }

Q_SIGNALS:
    /// Nothing of it was passed on yet.
    void asked(const okoshko::test::SeenRequest &request);
    /// The server has answered, and the client has seen nothing of it yet.
    void answered(const okoshko::test::SeenRequest &request);

private:
    [[nodiscard]] std::optional<Fault> take(const SeenRequest &request);
    [[nodiscard]] sandbox::Passage passageOf(const sandbox::RelayedRequest &request);
    [[nodiscard]] sandbox::Passage passageOf(Fault fault) const;

    sandbox::Relay m_relay;
    QList<Plan> m_plans;
    QList<SeenRequest> m_requests;
    QByteArray m_otherOrder;
    QUrl m_elsewhere;
    int m_hits = 0;
};

} // namespace okoshko::test
