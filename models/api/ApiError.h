// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

#include <chrono>
#include <functional>
#include <optional>

namespace okoshko {

/// Why a call gave no value: a closed set, so that each can be handled.
enum class ErrorKind {
    // No answer.
    NoConnection,   ///< refused, unreachable, no network
    HostUnknown,    ///< the server's name has no address
    Proxy,          ///< the proxy refused, cannot be reached, or asks for a password
    Tls,            ///< the certificate is not trusted, or the handshake failed
    TimedOut,       ///< asked, and no answer within the transfer time-out
    ConnectionLost, ///< cut before the answer was whole
    Abandoned,      ///< we gave the call up ourselves
    // An answer that says no.
    BadRequest,      ///< 400, 405, 406, 415: a forbidden transition or content that the server refuses
    Unauthorized,    ///< 401: the key is missing or unknown
    Forbidden,       ///< 403
    NotFound,        ///< 404, 410
    Conflict,        ///< 409: a change to the same order is still being processed; ask again
    TooManyRequests, ///< 429
    ServerFault,     ///< 5xx
    Redirected,      ///< 3xx to another origin, or one that a change must not follow
    // An answer that cannot be understood.
    TooLarge,         ///< the body passes the cap
    NotJson,          ///< the body is no JSON
    WrongShape,       ///< JSON, but a field is missing or of the wrong type; `field` names it
    NewerGeneration,  ///< JSON as the vendor's second generation writes it
    OtherOrder,       ///< a well-formed answer about another order than the one asked for
    UnexpectedStatus, ///< an HTTP status that the protocol does not have
    // Refused here, before anything was sent.
    UnsafeAddress, ///< plain http outside loopback, or no http(s) at all
    NotRecorded,   ///< the counter's journal could not take the intent
};

/// What errors of several kinds have in common: what can be done about them.
enum class ErrorGroup {
    Connection, ///< the server was not reached, or the line broke
    Trust,      ///< what was reached may be another server
    Key,
    Busy, ///< another try may succeed
    Forbidden,
    Refused,
    Missing,
    Answer, ///< it cannot be understood
    Journal,
};

/// What an error concerns.
enum class ErrorScope {
    Server, ///< another question would end likewise
    Object, ///< what was asked about
};

/// Whether the request may have changed something at the server although no good answer came.
enum class Effect {
    None,     ///< certainly nothing was changed
    Possible, ///< unknown, not failed: read back before anything is repeated
};

struct ApiError
{
    ErrorKind kind = ErrorKind::NoConnection;
    Effect effect = Effect::None;
    int httpStatus = 0;  ///< 0 = there was no answer
    QString serverWords; ///< the server's own words, plain text, shortened; for the log, and beside our sentence
    QString field;       ///< the field that was wrong: `sets[2].price`
    QString detail;      ///< technical, English, for the log only
    QString requestId;   ///< our number of the request in the log
    std::optional<std::chrono::seconds> retryAfter; ///< from `Retry-After`

    /// One line for the log; no key, no customer data.
    [[nodiscard]] QString toLogLine() const;

    friend bool operator==(const ApiError &, const ApiError &) = default;
};

/// The name of \a kind as it stands in logs and in the journal's record, and back.
[[nodiscard]] QString toWord(ErrorKind kind);
[[nodiscard]] std::optional<ErrorKind> toErrorKind(const QString &word);

[[nodiscard]] ErrorGroup groupOf(ErrorKind kind);
[[nodiscard]] ErrorScope scopeOf(ErrorKind kind);

/// A value, or why there is none.
template <class T>
using Result = tl::expected<T, ApiError>;

/// What is to be done with the end of a call. Called exactly once, on the caller's thread, never from within the
/// call that started it, and not at all once the context that was given with it is gone.
template <class T>
using Then = std::function<void(const Result<T> &)>;

} // namespace okoshko
