// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/SandboxServer.h"

#include <QThread>

namespace okoshko::sandbox {

/// A sandbox in its own thread, for training mode, so that a busy server does not block a window, nor a busy window the
/// server. start() is followed by exactly one of `started` and `failed`, in the thread of this object. The destructor
/// stops the server and waits for the thread, some milliseconds.
class SandboxThread : public QObject
{
    Q_OBJECT

public:
    explicit SandboxThread(Options options, QObject *parent = nullptr);
    ~SandboxThread() override;

    /// Call once.
    void start();

    [[nodiscard]] QString key() const { return m_options.key; }
    [[nodiscard]] QUrl url() const { return m_url; }               ///< empty until started
    [[nodiscard]] QUrl controlUrl() const { return m_controlUrl; } ///< empty until started
    /// The scenarios of the server, safe to use from this thread: `thread.scenarios().arm(scenario("declined"))`.
    [[nodiscard]] ScenarioBoard &scenarios() { return m_board; }
    /// Returns when the server has applied everything switched before: it goes offline and online in its own thread.
    /// Once started.
    void settle();
    /// As SandboxServer::skip(); done when this returns.
    void skip(std::chrono::milliseconds time);

Q_SIGNALS:
    void started(const QUrl &url);
    void failed(const QString &reason);

private:
    Options m_options;
    ScenarioBoard m_board;
    QUrl m_url;
    QUrl m_controlUrl;
    SandboxServer *m_server = nullptr; ///< lives in m_thread; set once started
    QThread m_thread;
};

} // namespace okoshko::sandbox
