// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/http/ProxyLookup.h"

#include <QList>
#include <QNetworkProxy>
#include <QUrl>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

/// A proxy script that answers when the test says so; shared by the test and the threads that ask it.
class ProxyScript
{
public:
    static constexpr int all = 1'000'000;

    [[nodiscard]] okoshko::ProxyLookup::Find find() const
    {
        return [state = m_state](const QUrl &server) {
            std::unique_lock lock(state->mutex);
            state->servers.push_back(server);
            state->threads.push_back(std::this_thread::get_id());
            ++state->inside;
            const int turn = static_cast<int>(state->servers.size());
            state->changed.wait(lock, [&] { return state->allowed >= turn; });
            --state->inside;
            return state->proxies;
        };
    }

    /// The first so many look-ups may end.
    void allow(int upTo) const
    {
        {
            const std::lock_guard lock(m_state->mutex);
            m_state->allowed = upTo;
        }
        m_state->changed.notify_all();
    }
    void lead(const QList<QNetworkProxy> &proxies) const
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->proxies = proxies;
    }
    [[nodiscard]] std::vector<QUrl> servers() const
    {
        const std::lock_guard lock(m_state->mutex);
        return m_state->servers;
    }
    [[nodiscard]] int asked() const { return static_cast<int>(servers().size()); }
    [[nodiscard]] int inside() const
    {
        const std::lock_guard lock(m_state->mutex);
        return m_state->inside;
    }
    [[nodiscard]] std::vector<std::thread::id> threads() const
    {
        const std::lock_guard lock(m_state->mutex);
        return m_state->threads;
    }

private:
    struct State
    {
        std::mutex mutex;
        std::condition_variable changed;
        std::vector<QUrl> servers;
        std::vector<std::thread::id> threads;
        QList<QNetworkProxy> proxies;
        int allowed = 0;
        int inside = 0;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

[[nodiscard]] inline QNetworkProxy httpProxy(quint16 port)
{
    return {QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), port};
}
