// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace okoshko {

/// A handle of a call that is under way. A call whose handles are all destroyed runs on and is answered. Copies stand
/// for the same call. Used on the thread of the port's user.
class Call
{
public:
    Call() = default;

    /// A call that begins now; the adapter keeps a copy, asks isPending() before it answers, and calls end() then.
    [[nodiscard]] static Call begin() { return Call(std::make_shared<bool>(true)); }

    [[nodiscard]] bool isPending() const { return m_isPending && *m_isPending; }

    /// Its `then` is not called any more. Only the answer is cancelled: a change runs on; a reading may be broken off.
    void abandon() { end(); }
    void end()
    {
        if (m_isPending)
            *m_isPending = false;
    }

private:
    explicit Call(std::shared_ptr<bool> isPending)
        : m_isPending(std::move(isPending))
    {
    }

    std::shared_ptr<bool> m_isPending;
};

} // namespace okoshko
