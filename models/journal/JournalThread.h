// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Mailbox.h"
#include "models/journal/JobQueues.h"
#include "models/journal/JournalStore.h"
#include "models/journal/JournalWorker.h"
#include "models/journal/ReadWorker.h"

#include <QByteArray>
#include <QPointer>

#include <chrono>
#include <functional>
#include <memory>
#include <thread>
#include <unordered_map>

namespace okoshko {

/// A journal on a thread of its own. What is asked is done in order; what is answered is given on the main thread,
/// where this lives, and not at all once the context is gone. Looking for past orders and the thorough check, which
/// follows load() where the file was not closed the last time, run aside: no write waits for them.
///
/// It ends with what was asked to be written, or after \a patience where a disk hangs: its threads are then left to
/// themselves, end after the write in progress, and touch nothing but what they own.
class JournalThread final : public JournalStore
{
public:
    using Opened = JournalOpened;
    /// Opens the journal, on its thread. Must own what it uses.
    using Opener = journal::JournalWorker::Opener;
    using Milliseconds = std::chrono::milliseconds;

    static constexpr Milliseconds patienceAtEnd{5000};

    explicit JournalThread(Opener opener, Milliseconds patience = patienceAtEnd);
    ~JournalThread() override;

    JournalThread(const JournalThread &) = delete;
    JournalThread &operator=(const JournalThread &) = delete;

    /// Comes first, and again after an error. Takes the same time for any number of rows.
    void open(QObject *context, Then<Opened> then);
    /// \a then is told what a thorough check found, each time that there was one. A damaged file was set aside by then,
    /// and the next write tells under which name.
    void onChecked(QObject *context, Then<void> then);

    /// Takes nothing more, and ends with what was asked before: the destructor, which comes next, then waits for
    /// nothing once this has ended.
    void close();
    [[nodiscard]] bool hasEnded();
    /// How long the destructor waits.
    void setPatience(Milliseconds patience) { m_patience = patience; }

    /// By which the hashes of barcodes are made, from the next write or find on. Without one none are kept or looked
    /// for.
    void setBarcodeKey(const QByteArray &key);

    void load(Instant since, QObject *context, Then<JournalContents> then) override;
    void write(const QList<JournalEntry> &entries, QObject *context, Then<Written> then) override;
    void probe(QObject *context, Then<Written> then) override;
    void find(const QString &text, int limit, QObject *context, Then<PastSales> then) override;

private:
    /// Whom an answer is for. The contexts are looked at on the main thread only.
    struct Call
    {
        QPointer<QObject> context;
        std::function<void(const journal::Answer::Value &)> then;
    };

    template <class T>
    quint64 call(QObject *context, Then<T> then);
    void post(journal::JobQueues::Job job);
    void deliver(const journal::Answer &answer);
    void interrupt(journal::JobQueues::Lane lane);
    void end(std::thread &thread, journal::JobQueues::Lane lane, std::chrono::steady_clock::time_point till);

    Milliseconds m_patience;
    std::unordered_map<quint64, Call> m_calls;
    quint64 m_lastNumber = journal::JournalWorker::checkNumber;
    Mailbox<journal::Answer> m_answers;
    std::shared_ptr<journal::JobQueues> m_jobs;
    std::shared_ptr<journal::ReadWorker> m_finder;
    std::shared_ptr<journal::ReadWorker> m_checker;
    std::shared_ptr<journal::JournalWorker> m_worker;
    std::thread m_writing;
    std::thread m_finding;
    std::thread m_checking;
};

} // namespace okoshko
