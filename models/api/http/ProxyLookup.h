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

/// Finds out which proxy leads to one server, without holding up the thread that wants to know.
///
/// The computer's own answer may need a proxy script (PAC) from the network: where that is not there, libproxy blocks
/// its caller for 4 s a call (measured with Qt 6.4.2). So a thread of its own asks, one at a time, and its answer holds
/// for a minute, or until the network changes. After a minute it is asked anew while the old answer still serves: only
/// before the first, and after a change of network, there is none.
///
/// Lives on the thread of its user. Deleting it does not wait for a look-up that hangs: what that finds is dropped.
class ProxyLookup final : public QObject
{
    Q_OBJECT
public:
    /// The proxies that lead to a server, best first. Called on a helper thread, never two at once for one ProxyLookup;
    /// it may block for seconds, and may outlive the ProxyLookup.
    using Find = std::function<QList<QNetworkProxy>(const QUrl &server)>;
    /// Microseconds of a clock that only goes forward.
    using Monotonic = std::function<Microseconds()>;

    static constexpr std::chrono::seconds lifetime{60};

    /// \a server without a path: a proxy script is told no more. An empty \a find gives the
    /// application's proxy (QNetworkProxy::setApplicationProxy) where there is one, and asks the system otherwise.
    /// There must be no proxy factory for the application: Qt would ask it on the main thread, wherever a socket is
    /// opened.
    ProxyLookup(const QUrl &server, Find find, Monotonic monotonic, QObject *parent);

    /// The proxy for a request that is sent now, never of type DefaultProxy; nothing where it is not known yet: then
    /// answered() follows. Asks where it has to.
    [[nodiscard]] std::optional<QNetworkProxy> proxy();

    /// What was found is of another network: the next proxy() waits for a new answer.
    void noteNetworkChange();

Q_SIGNALS:
    void answered();

private:
    struct Answer
    {
        quint64 network = 0; ///< the one it was asked in
        QList<QNetworkProxy> proxies;
    };

    void ask();
    void onAnswer(const Answer &answer);

    QUrl m_server;
    Find m_find;
    Monotonic m_monotonic;
    std::optional<QNetworkProxy> m_proxy;
    Microseconds m_answeredAt{0};
    quint64 m_network = 0; ///< counts the changes
    bool m_isAsking = false;
    Mailbox<Answer> m_mailbox;
};

} // namespace okoshko
