// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ServerClock.h"
#include "models/api/http/HttpClient.h"
#include "models/setup/ConnectionReport.h"

#include <QObject>

#include <functional>

namespace okoshko {

class PlainHttpProbe;

/// What is asked of a server without a key, and whether an answer is the vendor's; each generation has its own.
struct KeylessQuestion
{
    HttpRequest request; ///< takes any status
    std::function<bool(const HttpAnswer &)> isVendors;
    std::function<bool(const HttpAnswer &)> isNewer{}; ///< the vendor's, in a later generation
};

/// Asks one server, without a key, whether it is the vendor's. Deleting it breaks it off without a word.
class KeylessProbe final : public QObject
{
    Q_OBJECT
public:
    /// The key of \a config is not used.
    KeylessProbe(const HttpClient::Config &config, const KeylessQuestion &question, QObject *parent);

    /// Once; answered by answered(), later.
    void start();
    /// Nothing until it was answered.
    [[nodiscard]] const std::optional<KeylessAnswer> &answer() const { return m_answer; }

Q_SIGNALS:
    void answered();

private:
    void onAnswer(const Result<HttpAnswer> &answer);
    void end(const std::optional<ConnectionFailure> &failure);

    QUrl m_server;
    KeylessQuestion m_question;
    ServerClock m_clock;
    HttpClient m_http;
    PlainHttpProbe *m_plain; ///< owned by this
    std::optional<KeylessAnswer> m_answer;
};

/// What an error means for a test of the connection. Where a certificate was not even looked at, Tls may yet turn out
/// to be PlainHttp.
[[nodiscard]] ConnectionFailure connectionFailure(const ApiError &error, const std::optional<TlsRefusal> &tls);

} // namespace okoshko
