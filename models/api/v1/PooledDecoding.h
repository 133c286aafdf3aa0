// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/http/HttpClient.h"
#include "models/domain/Mailbox.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <utility>

namespace okoshko::v1 {

/// Decodes an answer as a part of a call. A large body, which takes up to seconds, is decoded on a thread of the global
/// pool. Child of its context; deletes itself at the end. If the call is abandoned meanwhile, the result is dropped; if
/// the context is destroyed, the call ends.
template <class T>
class PooledDecoding final : public QObject
{
public:
    static constexpr qsizetype largeBody = 64 * 1024; ///< bytes; smaller bodies are decoded synchronously

    /// Copied, and called on any thread.
    using Decode = std::function<Result<T>(const HttpAnswer &)>;

    /// \a then is called once, synchronously or later, while \a call is pending; it does not end \a call.
    static void start(const Call &call, const HttpAnswer &answer, Decode decode, QObject *context, Then<T> then)
    {
        if (answer.body.size() <= largeBody)
            then(decode(answer));
        else
            new PooledDecoding(call, answer, std::move(decode), context, std::move(then));
    }
    ~PooledDecoding() override
    {
        if (m_then)
            m_call.end();
    }

private:
    using Value = std::shared_ptr<const Result<T>>;

    PooledDecoding(const Call &call, const HttpAnswer &answer, Decode decode, QObject *context, Then<T> then)
        : QObject(context)
        , m_call(call)
        , m_then(std::move(then))
        , m_mailbox([this](const Value &value) { end(value); })
    {
        QThreadPool::globalInstance()->start([answer, decode = std::move(decode), slot = m_mailbox.slot()] {
            slot.put(std::make_shared<const Result<T>>(decode(answer)));
        });
    }

    void end(Value value)
    {
        const auto then = std::exchange(m_then, {});
        const bool isWanted = m_call.isPending();
        delete this;
        if (isWanted)
            then(*value);
        // Freeing tens of thousands of seats takes as long as decoding them.
        QThreadPool::globalInstance()->start([value = std::move(value)]() mutable { value.reset(); });
    }

    Call m_call;
    Then<T> m_then;
    Mailbox<Value> m_mailbox;
};

} // namespace okoshko::v1
