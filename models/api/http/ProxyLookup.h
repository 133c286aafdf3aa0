// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Instant.h"
#include "models/domain/Mailbox.h"

#include <QList>
#include <QNetworkProxy>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>
#include <optional>

namespace okoshko {

/// Looks up the proxy for one server without blocking the caller's thread.
///
/// The system's answer may need a proxy script (PAC) from the network; if that is not reachable, libproxy blocks its
/// caller for 4 s a call (measured with Qt 6.4.2). A separate thread asks, one look-up at a time. A result is valid for
/// a minute or until the network changes; after a minute it is renewed while the old one is still used.
///
/// Not thread-safe: used on one thread. Deleting it does not wait for a running look-up, whose result is dropped.
class ProxyLookup final : public QObject
{
    Q_OBJECT
public:
    /// Returns the proxies for a server, best first. Called on a helper thread, one call at a time for each
    /// ProxyLookup; it may block for seconds and may outlive the ProxyLookup.
    using Find = std::function<QList<QNetworkProxy>(const QUrl &server)>;
    /// Microseconds of a monotonic clock.
    using Monotonic = std::function<Microseconds()>;

    static constexpr std::chrono::seconds lifetime{60};

    /// \a server without a path: no more is passed to a proxy script. An empty \a find uses the application's proxy
    /// (QNetworkProxy::setApplicationProxy) if there is one, else the system's. No application proxy factory may be
    /// set: Qt would call it on the main thread for every socket.
    ProxyLookup(const QUrl &server, Find find, Monotonic monotonic, QObject *parent);

    /// The proxy for a new request, never of type DefaultProxy; nothing if it is not known yet: then answered()
    /// follows. Starts a look-up if needed.
    [[nodiscard]] std::optional<QNetworkProxy> proxy();

    /// Discards the result; the next proxy() waits for a new one.
    void noteNetworkChange();

Q_SIGNALS:
    void answered();

private:
    struct Answer
    {
        quint64 network = 0; ///< m_network at its start
        QList<QNetworkProxy> proxies;
    };

    void ask();
    void onAnswer(const Answer &answer);

    QUrl m_server;
    Find m_find;
    Monotonic m_monotonic;
    std::optional<QNetworkProxy> m_proxy;
    Microseconds m_answeredAt{0};
    quint64 m_network = 0; ///< number of network changes
    bool m_isAsking = false;
    Mailbox<Answer> m_mailbox;
};

} // namespace okoshko
