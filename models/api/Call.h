// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

namespace okoshko {

/// A call that is under way. A light handle: letting it go lets the call run on.
class Call
{
public:
    Call() = default;

    /// \a running is the adapter's object for the call; it lives exactly as long as the call is under way.
    explicit Call(QObject *running)
        : m_running(running)
    {
    }

    [[nodiscard]] bool isPending() const { return !m_running.isNull(); }

    /// Gives the call up: its connection is closed and its `then` is not called any more. A change that was given up
    /// may have reached the server all the same; only reading back tells.
    void abandon() { delete m_running.data(); }

private:
    QPointer<QObject> m_running;
};

} // namespace okoshko
