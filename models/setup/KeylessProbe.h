// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/ServerClock.h"
#include "models/api/http/HttpClient.h"
#include "models/setup/ConnectionReport.h"

#include <QLoggingCategory>
#include <QNetworkProxy>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <functional>

namespace okoshko {

/// "okoshko.setup" in the log.
Q_DECLARE_LOGGING_CATEGORY(setupLog)

/// Asks who it is that failed a TLS handshake: a server that speaks plain HTTP at its TLS port answers a bare question
/// without TLS. The question tells nothing, no key above all. Deleting it ends it without a word.
class PlainHttpProbe final : public QObject
{
    Q_OBJECT
public:
    enum class Speaks { PlainHttp, SomethingElse };
    using Then = std::function<void(Speaks)>;

    explicit PlainHttpProbe(QObject *parent);

    /// \a then is called once, later; a few seconds of silence are an answer, too. \a proxy is the one that leads to
    /// the server, not the default, for which Qt would ask the system on this thread.
    void ask(const QUrl &server, const QNetworkProxy &proxy, Then then);

private:
    void onBytes();
    void end(Speaks speaks);

    QTcpSocket m_socket;
    QTimer m_patience;
    Then m_then;
};

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
