// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/http/HttpErrors.h"

#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace okoshko {

Q_LOGGING_CATEGORY(httpLog, "okoshko.http")

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
    // Errors unknown to Qt also mean that there was no complete answer.
    return it == transportTable.end() ? ErrorKind::ConnectionLost : it->kind;
}

bool repeatsStatus(QNetworkReply::NetworkError error)
{
    if (error == QNetworkReply::NoError)
        return true;
    if (error == QNetworkReply::ContentReSendError)
        return false;
    // Qt's errors for 400 (and 418) and 407.
    if (error == QNetworkReply::ProtocolInvalidOperationError ||
        error == QNetworkReply::ProxyAuthenticationRequiredError)
        return true;
    // Qt's numbers 201 to 299 are other 4xx, 401 to 499 are 5xx.
    return (error > 200 && error < 300) || (error > 400 && error < 500);
}

TlsRefusal refusalOf(const QList<QSslError> &errors)
{
    struct Row
    {
        QSslError::SslError error;
        TlsRefusal refusal;
    };
    // The first row that applies: if the issuer is untrusted, name and date add nothing.
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
    // "Tue, 12 May 2026 17:00:00 GMT": every answer has one, and QLocale would take a seventh of the time of processing
    // an answer.
    static constexpr std::array<QByteArrayView, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const QByteArray written = text.trimmed();
    if (written.size() != 29 || !written.endsWith(" GMT") || written.mid(3, 2) != ", " || written.at(7) != ' ' ||
        written.at(11) != ' ' || written.at(16) != ' ' || written.at(19) != ':' || written.at(22) != ':')
        return std::nullopt;
    bool areNumbers = true;
    const auto number = [&](qsizetype at, qsizetype length) {
        unsigned value = 0;
        for (qsizetype i = at; i < at + length; ++i) {
            areNumbers = areNumbers && written.at(i) >= '0' && written.at(i) <= '9';
            value = value * 10 + static_cast<unsigned char>(written.at(i) - '0');
        }
        return value;
    };
    const auto month = std::find(months.begin(), months.end(), QByteArrayView(written).sliced(8, 3));
    const unsigned day = number(5, 2), year = number(12, 4), hour = number(17, 2), minute = number(20, 2),
                   second = number(23, 2);
    using namespace std::chrono;
    const year_month_day date{std::chrono::year(static_cast<int>(year)),
                              std::chrono::month(static_cast<unsigned>(month - months.begin()) + 1),
                              std::chrono::day(day)};
    if (!areNumbers || month == months.end() || !date.ok() || hour > 23 || minute > 59 || second > 60)
        return std::nullopt;
    return sys_days(date) + hours(hour) + minutes(minute) + seconds(second);
}

std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &text, Instant now)
{
    using std::chrono::seconds;
    constexpr seconds max{3600};
    const QByteArray trimmed = text.trimmed();
    bool isNumber = false;
    const int number = trimmed.toInt(&isNumber);
    if (isNumber)
        return std::clamp(seconds(number), seconds(0), max);
    const bool isHuge = !trimmed.isEmpty() &&
                        std::all_of(trimmed.cbegin(), trimmed.cend(), [](char c) { return c >= '0' && c <= '9'; });
    if (isHuge)
        return max;
    const auto date = parseHttpDate(text);
    if (!date)
        return std::nullopt;
    return std::clamp(std::chrono::ceil<seconds>(*date - now), seconds(0), max);
}

} // namespace okoshko
