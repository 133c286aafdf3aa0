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

/// The kind of a transport error. Whether the server acted does not follow from it (NonRewindableBody::hasLeft()).
[[nodiscard]] ErrorKind kindOf(QNetworkReply::NetworkError error);

/// True if \a error only repeats an HTTP status, and the answer is complete.
[[nodiscard]] bool repeatsStatus(QNetworkReply::NetworkError error);

/// The most specific of the certificate's errors.
[[nodiscard]] TlsRefusal refusalOf(const QList<QSslError> &errors);

/// The kind of an HTTP status other than 2xx.
[[nodiscard]] ErrorKind kindOf(int httpStatus);

/// Whether a change answered with \a httpStatus may have been made.
[[nodiscard]] Effect effectOf(int httpStatus);

/// Reads `Date` and `Retry-After` dates, `Tue, 12 May 2026 17:00:00 GMT`, independently of the locale.
[[nodiscard]] std::optional<Instant> parseHttpDate(const QByteArray &text);

/// Reads `Retry-After`, in seconds or as a date relative to \a now; the result is 0 to 3600 s.
[[nodiscard]] std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &text, Instant now);

} // namespace okoshko
