// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/http/HttpErrors.h"

#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

struct TransportRow
{
    QNetworkReply::NetworkError error;
    ErrorKind kind;
};

constexpr std::array transportTable{
    TransportRow{QNetworkReply::ConnectionRefusedError, ErrorKind::NoConnection},
    TransportRow{QNetworkReply::TemporaryNetworkFailureError, ErrorKind::NoConnection},
    TransportRow{QNetworkReply::NetworkSessionFailedError, ErrorKind::NoConnection},
    TransportRow{QNetworkReply::UnknownNetworkError, ErrorKind::NoConnection},
    TransportRow{QNetworkReply::HostNotFoundError, ErrorKind::HostUnknown},
    TransportRow{QNetworkReply::TimeoutError, ErrorKind::TimedOut},
    TransportRow{QNetworkReply::OperationCanceledError, ErrorKind::TimedOut},
    TransportRow{QNetworkReply::SslHandshakeFailedError, ErrorKind::Tls},
    TransportRow{QNetworkReply::ProxyConnectionRefusedError, ErrorKind::Proxy},
    TransportRow{QNetworkReply::ProxyConnectionClosedError, ErrorKind::Proxy},
    TransportRow{QNetworkReply::ProxyNotFoundError, ErrorKind::Proxy},
    TransportRow{QNetworkReply::ProxyTimeoutError, ErrorKind::Proxy},
    TransportRow{QNetworkReply::ProxyAuthenticationRequiredError, ErrorKind::Proxy},
    TransportRow{QNetworkReply::UnknownProxyError, ErrorKind::Proxy},
    TransportRow{QNetworkReply::RemoteHostClosedError, ErrorKind::ConnectionLost},
    TransportRow{QNetworkReply::ContentReSendError, ErrorKind::ConnectionLost},
    TransportRow{QNetworkReply::ProtocolFailure, ErrorKind::ConnectionLost},
};

struct StatusRow
{
    int from, to;
    ErrorKind kind;
    Effect effect; ///< of a change
};

constexpr std::array statusTable{
    StatusRow{300, 399, ErrorKind::Redirected, Effect::None},
    StatusRow{400, 400, ErrorKind::BadRequest, Effect::None},
    StatusRow{401, 401, ErrorKind::Unauthorized, Effect::None},
    StatusRow{403, 403, ErrorKind::Forbidden, Effect::None},
    StatusRow{404, 404, ErrorKind::NotFound, Effect::None},
    StatusRow{405, 406, ErrorKind::BadRequest, Effect::None},
    StatusRow{407, 407, ErrorKind::Proxy, Effect::None},
    StatusRow{408, 408, ErrorKind::TimedOut, Effect::Possible},
    StatusRow{409, 409, ErrorKind::Conflict, Effect::None},
    StatusRow{410, 410, ErrorKind::NotFound, Effect::None},
    StatusRow{411, 428, ErrorKind::BadRequest, Effect::None},
    StatusRow{429, 429, ErrorKind::TooManyRequests, Effect::None},
    StatusRow{430, 499, ErrorKind::BadRequest, Effect::None},
    StatusRow{500, 599, ErrorKind::ServerFault, Effect::Possible},
};

const StatusRow *rowOf(int httpStatus)
{
    const auto *it = std::find_if(statusTable.begin(), statusTable.end(), [httpStatus](const StatusRow &row) {
        return httpStatus >= row.from && httpStatus <= row.to;
    });
    return it == statusTable.end() ? nullptr : it;
}

} // namespace

ErrorKind kindOf(QNetworkReply::NetworkError error)
{
    const auto *it = std::find_if(transportTable.begin(), transportTable.end(),
                                  [error](const TransportRow &row) { return row.error == error; });
    // What Qt cannot name ended without an answer all the same.
    return it == transportTable.end() ? ErrorKind::ConnectionLost : it->kind;
}

bool repeatsStatus(QNetworkReply::NetworkError error)
{
    if (error == QNetworkReply::NoError)
        return true;
    if (error == QNetworkReply::ContentReSendError)
        return false;
    // Names that Qt gives to 400 (and 418) and to 407.
    if (error == QNetworkReply::ProtocolInvalidOperationError ||
        error == QNetworkReply::ProxyAuthenticationRequiredError)
        return true;
    // Qt's numbers: 201 to 299 stand for other 4xx, 401 to 499 for 5xx.
    return (error > 200 && error < 300) || (error > 400 && error < 500);
}

TlsRefusal refusalOf(const QList<QSslError> &errors)
{
    struct Row
    {
        QSslError::SslError error;
        TlsRefusal refusal;
    };
    // The first that applies: whom nobody vouches for may have any name and date on his paper.
    constexpr std::array table{
        Row{QSslError::SelfSignedCertificate, TlsRefusal::SelfSigned},
        Row{QSslError::SelfSignedCertificateInChain, TlsRefusal::UnknownAuthority},
        Row{QSslError::UnableToGetLocalIssuerCertificate, TlsRefusal::UnknownAuthority},
        Row{QSslError::UnableToGetIssuerCertificate, TlsRefusal::UnknownAuthority},
        Row{QSslError::UnableToVerifyFirstCertificate, TlsRefusal::UnknownAuthority},
        Row{QSslError::CertificateUntrusted, TlsRefusal::UnknownAuthority},
        Row{QSslError::HostNameMismatch, TlsRefusal::WrongName},
        Row{QSslError::CertificateExpired, TlsRefusal::Expired},
        Row{QSslError::CertificateNotYetValid, TlsRefusal::NotYetValid},
    };
    for (const Row &row : table) {
        if (std::any_of(errors.cbegin(), errors.cend(), [&row](const QSslError &e) { return e.error() == row.error; }))
            return row.refusal;
    }
    return TlsRefusal::UnknownAuthority;
}

ErrorKind kindOf(int httpStatus)
{
    const StatusRow *row = rowOf(httpStatus);
    return row ? row->kind : ErrorKind::UnexpectedStatus;
}

Effect effectOf(int httpStatus)
{
    const StatusRow *row = rowOf(httpStatus);
    return row ? row->effect : Effect::Possible;
}

std::optional<Instant> parseHttpDate(const QByteArray &text)
{
    const QLocale c = QLocale::c();
    // The zone as one that is read, not as letters: a local time would be refused in the hour that this computer's
    // clocks skip in spring.
    const QString written = QString::fromLatin1(text).trimmed();
    if (!written.endsWith(u" GMT"))
        return std::nullopt;
    const QDateTime date = c.toDateTime(written.chopped(3) + u"UTC"_s, u"ddd, dd MMM yyyy hh:mm:ss t"_s);
    return date.isValid() ? std::optional(toInstant(date)) : std::nullopt;
}

std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &text, Instant now)
{
    using std::chrono::seconds;
    constexpr seconds most{3600};
    const QByteArray trimmed = text.trimmed();
    bool isNumber = false;
    const int number = trimmed.toInt(&isNumber);
    if (isNumber)
        return std::clamp(seconds(number), seconds(0), most);
    const bool isHuge = !trimmed.isEmpty() &&
                        std::all_of(trimmed.cbegin(), trimmed.cend(), [](char c) { return c >= '0' && c <= '9'; });
    if (isHuge)
        return most;
    const auto date = parseHttpDate(text);
    if (!date)
        return std::nullopt;
    return std::clamp(std::chrono::ceil<seconds>(*date - now), seconds(0), most);
}

} // namespace okoshko
