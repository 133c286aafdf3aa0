// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/ApiError.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace okoshko {

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
    switch (kind) {
    case ErrorKind::NoConnection:
        return u"no-connection"_s;
    case ErrorKind::HostUnknown:
        return u"host-unknown"_s;
    case ErrorKind::Proxy:
        return u"proxy"_s;
    case ErrorKind::Tls:
        return u"tls"_s;
    case ErrorKind::TimedOut:
        return u"timed-out"_s;
    case ErrorKind::ConnectionLost:
        return u"connection-lost"_s;
    case ErrorKind::Abandoned:
        return u"abandoned"_s;
    case ErrorKind::BadRequest:
        return u"bad-request"_s;
    case ErrorKind::Unauthorized:
        return u"unauthorized"_s;
    case ErrorKind::Forbidden:
        return u"forbidden"_s;
    case ErrorKind::NotFound:
        return u"not-found"_s;
    case ErrorKind::Conflict:
        return u"conflict"_s;
    case ErrorKind::TooManyRequests:
        return u"too-many-requests"_s;
    case ErrorKind::ServerFault:
        return u"server-fault"_s;
    case ErrorKind::Redirected:
        return u"redirected"_s;
    case ErrorKind::TooLarge:
        return u"too-large"_s;
    case ErrorKind::NotJson:
        return u"not-json"_s;
    case ErrorKind::WrongShape:
        return u"wrong-shape"_s;
    case ErrorKind::NewerGeneration:
        return u"newer-generation"_s;
    case ErrorKind::OtherOrder:
        return u"other-order"_s;
    case ErrorKind::UnexpectedStatus:
        return u"unexpected-status"_s;
    case ErrorKind::UnsafeAddress:
        return u"unsafe-address"_s;
    case ErrorKind::NotRecorded:
        return u"not-recorded"_s;
    }
    Q_UNREACHABLE();
}

std::optional<ErrorKind> toErrorKind(const QString &word)
{
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::NotRecorded); ++kind) {
        if (toWord(static_cast<ErrorKind>(kind)) == word)
            return static_cast<ErrorKind>(kind);
    }
    return std::nullopt;
}

} // namespace okoshko
