// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace okoshko {

class JournalThread;
class SaleJournal;

/// Ends the journal of a counter in order: intents are withdrawn, everything else is written, and the file is closed.
/// Takes five seconds at most and blocks nothing; what is not written by then is named in the log. Lives on the main
/// thread; the journal's thread is to be destroyed after it, which then waits for nothing.
class JournalCloser final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds patience{5000};

    /// Both must outlive this.
    JournalCloser(SaleJournal &outbox, JournalThread &thread);

    void start();

Q_SIGNALS:
    /// It takes longer than a fifth of a second: a person should see what is waited for.
    void slow();
    /// Once, from the event loop.
    void finished();

private:
    void look();
    void giveUp();

    SaleJournal &m_outbox;
    JournalThread &m_thread;
    QElapsedTimer m_elapsed;
    QTimer m_soon;
    QTimer m_looking;
    bool m_isWritten = false; ///< the outbox is empty
};

} // namespace okoshko
