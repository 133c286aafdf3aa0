// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/SandboxServer.h"

#include <QThread>

namespace okoshko::sandbox {

/// A sandbox in a thread of its own, for training mode: a busy server must not hold up a window, nor a busy window
/// the server. Exactly one of `started` and `failed` follows `start()`, in the thread of this object. Destroying it
/// stops the server and waits for the thread, which is a matter of milliseconds.
class SandboxThread : public QObject
{
    Q_OBJECT

public:
    explicit SandboxThread(Options options, QObject *parent = nullptr);
    ~SandboxThread() override;

    /// Once.
    void start();

    [[nodiscard]] QString key() const { return m_options.key; }
    [[nodiscard]] QUrl url() const { return m_url; }               ///< empty until started
    [[nodiscard]] QUrl controlUrl() const { return m_controlUrl; } ///< as the server's; empty until started
    /// The scenarios of the server, from this thread as well: `thread.scenarios().arm(scenario("declined"))`.
    [[nodiscard]] ScenarioBoard &scenarios() { return m_board; }
    /// Returns when the server has followed all that was switched before: it goes offline, and listens again, in its
    /// own thread. Once started.
    void settle();
    /// As the server's; it is over when this returns.
    void skip(std::chrono::milliseconds time);

Q_SIGNALS:
    void started(const QUrl &url);
    void failed(const QString &reason);

private:
    Options m_options;
    ScenarioBoard m_board;
    QUrl m_url;
    QUrl m_controlUrl;
    SandboxServer *m_server = nullptr; ///< lives in m_thread; there once started
    QThread m_thread;
};

} // namespace okoshko::sandbox
