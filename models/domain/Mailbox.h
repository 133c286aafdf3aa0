// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace okoshko {

/// Delivers values of other threads to the thread of its owner.
///
/// Values are passed under a std::mutex (visible to a thread sanitizer); an empty Qt event wakes the owner. A Slot may
/// be used on any thread and may outlive the box; values put into it then are dropped. Deleting the box therefore never
/// waits for a blocked thread.
template <class Letter>
class Mailbox final : public QObject
{
    struct Shared
    {
        std::mutex mutex;
        Mailbox *box = nullptr; ///< null after its destruction
        std::vector<Letter> letters;
    };

public:
    class Slot
    {
    public:
        void put(Letter letter) const
        {
            const std::lock_guard lock(m_shared->mutex);
            if (!m_shared->box)
                return;
            m_shared->letters.push_back(std::move(letter));
            // Under the lock, which the box takes in its destructor: the receiver exists.
            QCoreApplication::postEvent(m_shared->box, new QEvent(QEvent::User));
        }

    private:
        friend class Mailbox;
        explicit Slot(std::shared_ptr<Shared> shared)
            : m_shared(std::move(shared))
        {
        }

        std::shared_ptr<Shared> m_shared;
    };

    /// \a read is called for each letter, in order, on the thread of the box; it may delete the box.
    explicit Mailbox(std::function<void(Letter)> read)
        : m_read(std::move(read))
    {
        m_shared->box = this;
    }

    ~Mailbox() override
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->box = nullptr;
        m_shared->letters.clear();
    }

    [[nodiscard]] Slot slot() const { return Slot(m_shared); }

protected:
    void customEvent(QEvent *) override
    {
        std::vector<Letter> letters;
        {
            const std::lock_guard lock(m_shared->mutex);
            letters.swap(m_shared->letters);
        }
        const QPointer<Mailbox> self(this);
        const auto read = m_read;
        for (Letter &letter : letters) {
            if (!self)
                return;
            read(std::move(letter));
        }
    }

private:
    std::shared_ptr<Shared> m_shared = std::make_shared<Shared>();
    std::function<void(Letter)> m_read;
};

} // namespace okoshko
