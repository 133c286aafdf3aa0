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

/// Tests after a failed TLS handshake whether the server uses plain HTTP on that port, by a minimal request without
/// TLS, key or other data. Lives on one thread. Deleting it cancels the test without a call.
class PlainHttpProbe final : public QObject
{
    Q_OBJECT
public:
    enum class Speaks { PlainHttp, SomethingElse };
    using Then = std::function<void(Speaks)>;

    explicit PlainHttpProbe(QObject *parent);

    /// \a then is called once, asynchronously, after a few seconds at most. \a proxy must not be DefaultProxy, for
    /// which Qt would ask the system on this thread.
    void ask(const QUrl &server, const QNetworkProxy &proxy, Then then);

private:
    void onBytes();
    void end(Speaks speaks);

    QTcpSocket m_socket;
    QTimer m_patience;
    Then m_then;
};

class PlainHttpProbe;

/// A request without key and the tests of its answer; one for each generation.
struct KeylessQuestion
{
    HttpRequest request; ///< accepts any status
    std::function<bool(const HttpAnswer &)> isVendors;
    std::function<bool(const HttpAnswer &)> isNewer{}; ///< whether it is a later generation of the vendor's protocol
};

/// Tests without key whether a server is the vendor's. Lives on one thread. Deleting it cancels the test without a
/// signal.
class KeylessProbe final : public QObject
{
    Q_OBJECT
public:
    /// The key of \a config is not used.
    KeylessProbe(const HttpClient::Config &config, const KeylessQuestion &question, QObject *parent);

    /// Starts the test, once; ends with answered().
    void start();
    /// Nothing until answered().
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

/// Converts an error of a connection test. Tls without a checked certificate may be PlainHttp.
[[nodiscard]] ConnectionFailure connectionFailure(const ApiError &error, const std::optional<TlsRefusal> &tls);

} // namespace okoshko
