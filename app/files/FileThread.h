// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

QT_FORWARD_DECLARE_CLASS(QThreadPool)

namespace okoshko {

/// Threads for what waits for files. A share that hangs holds them for ever, but not who destroys this: what is under
/// way is waited for as long as \a patience, and is then left to itself until the program ends. So a task holds nothing
/// that may be gone by then; one that has not begun never does.
class FileThread final
{
public:
    explicit FileThread(std::chrono::milliseconds patience);
    ~FileThread();
    Q_DISABLE_COPY_MOVE(FileThread)

    [[nodiscard]] QThreadPool &pool() { return *m_pool; }

private:
    QThreadPool *m_pool; ///< owned, unless it is left
    std::chrono::milliseconds m_patience;
};

} // namespace okoshko
