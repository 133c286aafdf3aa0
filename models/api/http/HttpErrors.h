// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ApiError.h"
#include "models/api/Connection.h"
#include "models/domain/Instant.h"

#include <QByteArray>
#include <QList>
#include <QLoggingCategory>
#include <QNetworkReply>
#include <QSslError>

#include <optional>

namespace okoshko {

/// "okoshko.http" in the log.
Q_DECLARE_LOGGING_CATEGORY(httpLog)

/// The kind of a transport error of Qt's; it says nothing about whether the server acted (NonRewindableBody knows
/// more).
[[nodiscard]] ErrorKind kindOf(QNetworkReply::NetworkError error);

/// True where \a error, if there was a status at all, only repeats it, so that the answer as such is whole.
[[nodiscard]] bool repeatsStatus(QNetworkReply::NetworkError error);

/// The most telling of what is wrong with a certificate.
[[nodiscard]] TlsRefusal refusalOf(const QList<QSslError> &errors);

/// The kind of an HTTP status other than 2xx.
[[nodiscard]] ErrorKind kindOf(int httpStatus);

/// Whether a change that was answered with \a httpStatus may have been made.
[[nodiscard]] Effect effectOf(int httpStatus);

/// `Date` and `Retry-After` dates: `Tue, 12 May 2026 17:00:00 GMT`, whatever the language of this computer.
[[nodiscard]] std::optional<Instant> parseHttpDate(const QByteArray &text);

/// `Retry-After` in seconds, or as a date seen from \a now; never negative, at most an hour.
[[nodiscard]] std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &text, Instant now);

} // namespace okoshko
