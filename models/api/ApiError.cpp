// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/ApiError.h"

#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

struct Row
{
    ErrorKind kind = ErrorKind::NoConnection;
    QLatin1StringView word;
    ErrorGroup group = ErrorGroup::Connection;
    ErrorScope scope = ErrorScope::Server;
};

// clang-format off
constexpr std::array table{ // in the order of ErrorKind
    Row{ErrorKind::NoConnection,     "no-connection"_L1, ErrorGroup::Connection, ErrorScope::Server},
    Row{ErrorKind::HostUnknown,      "host-unknown"_L1, ErrorGroup::Connection, ErrorScope::Server},
    Row{ErrorKind::Proxy,            "proxy"_L1, ErrorGroup::Trust, ErrorScope::Server},
    Row{ErrorKind::Tls,              "tls"_L1, ErrorGroup::Trust, ErrorScope::Server},
    Row{ErrorKind::TimedOut,         "timed-out"_L1, ErrorGroup::Busy, ErrorScope::Server},
    Row{ErrorKind::ConnectionLost,   "connection-lost"_L1, ErrorGroup::Connection, ErrorScope::Server},
    Row{ErrorKind::Abandoned,        "abandoned"_L1, ErrorGroup::Busy, ErrorScope::Server},
    Row{ErrorKind::BadRequest,       "bad-request"_L1, ErrorGroup::Refused, ErrorScope::Object},
    Row{ErrorKind::Unauthorized,     "unauthorized"_L1, ErrorGroup::Key, ErrorScope::Server},
    Row{ErrorKind::Forbidden,        "forbidden"_L1, ErrorGroup::Forbidden, ErrorScope::Object},
    Row{ErrorKind::NotFound,         "not-found"_L1, ErrorGroup::Missing, ErrorScope::Object},
    Row{ErrorKind::Conflict,         "conflict"_L1, ErrorGroup::Busy, ErrorScope::Object},
    Row{ErrorKind::TooManyRequests,  "too-many-requests"_L1, ErrorGroup::Busy, ErrorScope::Server},
    Row{ErrorKind::ServerFault,      "server-fault"_L1, ErrorGroup::Busy, ErrorScope::Server},
    Row{ErrorKind::Redirected,       "redirected"_L1, ErrorGroup::Trust, ErrorScope::Server},
    Row{ErrorKind::TooLarge,         "too-large"_L1, ErrorGroup::Answer, ErrorScope::Object},
    Row{ErrorKind::NotJson,          "not-json"_L1, ErrorGroup::Answer, ErrorScope::Server},
    Row{ErrorKind::WrongShape,       "wrong-shape"_L1, ErrorGroup::Answer, ErrorScope::Object},
    Row{ErrorKind::NewerGeneration,  "newer-generation"_L1, ErrorGroup::Answer, ErrorScope::Object},
    Row{ErrorKind::OtherOrder,       "other-order"_L1, ErrorGroup::Answer, ErrorScope::Server},
    Row{ErrorKind::UnexpectedStatus, "unexpected-status"_L1, ErrorGroup::Answer, ErrorScope::Object},
    Row{ErrorKind::UnsafeAddress,    "unsafe-address"_L1, ErrorGroup::Trust, ErrorScope::Server},
    Row{ErrorKind::NotRecorded,      "not-recorded"_L1, ErrorGroup::Journal, ErrorScope::Server},
};
// clang-format on

constexpr bool isInOrder()
{
    for (size_t at = 0; at < table.size(); ++at) {
        if (static_cast<size_t>(table[at].kind) != at)
            return false;
    }
    return table.size() == static_cast<size_t>(ErrorKind::NotRecorded) + 1;
}
static_assert(isInOrder());

constexpr const Row &rowOf(ErrorKind kind)
{
    return table[static_cast<size_t>(kind)];
}

} // namespace

QString ApiError::toLogLine() const
{
    QStringList parts{toWord(kind)};
    if (httpStatus != 0)
        parts << u"HTTP %1"_s.arg(httpStatus);
    if (!field.isEmpty())
        parts << u"field %1"_s.arg(field);
    if (!serverWords.isEmpty())
        parts << u"server: %1"_s.arg(serverWords);
    if (!detail.isEmpty())
        parts << detail;
    if (effect == Effect::Possible)
        parts << u"may have taken effect"_s;
    return parts.join(u"; ");
}

QString toWord(ErrorKind kind)
{
    return rowOf(kind).word;
}

std::optional<ErrorKind> toErrorKind(const QString &word)
{
    const auto row = std::ranges::find(table, word, &Row::word);
    return row == table.end() ? std::nullopt : std::optional(row->kind);
}

ErrorGroup groupOf(ErrorKind kind)
{
    return rowOf(kind).group;
}

ErrorScope scopeOf(ErrorKind kind)
{
    return rowOf(kind).scope;
}

} // namespace okoshko
