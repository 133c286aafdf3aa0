// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Order.h"

#include <QString>

#include <tl/expected.hpp>

#include <chrono>
#include <functional>
#include <optional>

namespace okoshko {

/// Why a call gave no value. A closed set: every user handles each kind (ErrorGroup, ErrorScope).
enum class ErrorKind {
    // No answer.
    NoConnection,   ///< refused, unreachable, no network
    HostUnknown,    ///< the server's name has no address
    Proxy,          ///< the proxy refused, cannot be reached, or asks for a password
    Tls,            ///< the certificate is not trusted, or the handshake failed
    TimedOut,       ///< asked, and no answer within the transfer time-out
    ConnectionLost, ///< cut before the answer was whole
    Abandoned,      ///< cancelled by this program
    // The server refused.
    BadRequest,      ///< 400, 405, 406, 415: a forbidden transition or content that the server refuses
    Unauthorized,    ///< 401: the key is missing or unknown
    Forbidden,       ///< 403
    NotFound,        ///< 404, 410
    Conflict,        ///< 409: a change to the same order is still being processed; ask again
    TooManyRequests, ///< 429
    ServerFault,     ///< 5xx
    Redirected,      ///< 3xx to another origin, or one that a change must not follow
    // An answer that cannot be understood.
    TooLarge,         ///< the body exceeds the size limit
    NotJson,          ///< the body is not JSON
    WrongShape,       ///< JSON, but a field is missing or of the wrong type; `field` names it
    NewerGeneration,  ///< JSON as the vendor's second generation writes it
    OtherOrder,       ///< a well-formed answer about another order than the one asked for
    UnexpectedStatus, ///< an HTTP status that the protocol does not have
    // Refused here, before anything was sent.
    UnsafeAddress, ///< plain http outside loopback, or no http(s) at all
    NotRecorded,   ///< the counter's journal could not take the intent
};

/// Groups the kinds by what the user can do about them.
enum class ErrorGroup {
    Connection, ///< the server was not reached, or the connection broke
    Trust,      ///< the server's identity is not proven
    Key,
    Busy, ///< a retry may succeed
    Forbidden,
    Refused,
    Missing,
    Answer, ///< the answer cannot be understood
    Journal,
};

/// What an error concerns.
enum class ErrorScope {
    Server, ///< every request to this server would fail likewise
    Object, ///< only the object of the request
};

/// Whether the request may have changed something at the server although no good answer came.
enum class Effect {
    None,     ///< nothing was changed
    Possible, ///< unknown: read the object before repeating the change
};

/// The server's message in an answer.
struct ServerWords
{
    QString text;                             ///< plain text, one line, shortened; empty = none
    std::optional<PromoRefusal> promoRefusal; ///< why a promo code was refused, if a known reason is named

    friend bool operator==(const ServerWords &, const ServerWords &) = default;
};

struct ApiError
{
    ErrorKind kind = ErrorKind::NoConnection;
    Effect effect = Effect::None;
    int httpStatus = 0;  ///< 0 = there was no answer
    QString serverWords; ///< the server's message, plain text, shortened; for the log and for display beside our text
    std::optional<PromoRefusal> promoRefusal; ///< why a promo code was refused, if the answer names a known reason
    QString field;                            ///< the field that was wrong: `sets[2].price`
    QString detail;                           ///< technical, English, for the log only
    QString requestId;                        ///< number of the request in the log
    std::optional<std::chrono::seconds> retryAfter; ///< from `Retry-After`

    /// One log line, without key and customer data.
    [[nodiscard]] QString toLogLine() const;

    friend bool operator==(const ApiError &, const ApiError &) = default;
};

/// The name of \a kind in logs and in the journal's record, and back.
[[nodiscard]] QString toWord(ErrorKind kind);
[[nodiscard]] std::optional<ErrorKind> toErrorKind(const QString &word);

[[nodiscard]] ErrorGroup groupOf(ErrorKind kind);
[[nodiscard]] ErrorScope scopeOf(ErrorKind kind);

/// A value or the error.
template <class T>
using Result = tl::expected<T, ApiError>;

/// Continuation of a call: called exactly once, on the caller's thread, never from within the starting call; never
/// after the context passed with it was destroyed.
template <class T>
using Then = std::function<void(const Result<T> &)>;

} // namespace okoshko
