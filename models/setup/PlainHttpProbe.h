// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkProxy>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <functional>

namespace okoshko {

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

} // namespace okoshko
