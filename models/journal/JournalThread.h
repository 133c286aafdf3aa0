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

/// A journal on a thread of its own; this object lives on the main thread. Calls are carried out in order and answered
/// on the main thread, only while the context exists. Searches and the thorough check (after load(), if the file was
/// not closed properly) run on further threads and do not delay writes.
///
/// The destructor waits until all entries are written, at most for the patience set. Threads that are still blocked by
/// the disk end by themselves after the write in progress and use only data that they own.
class JournalThread final : public JournalStore
{
public:
    using Opened = JournalOpened;
    /// Opens the journal, on the journal's thread. Must own what it uses.
    using Opener = journal::JournalWorker::Opener;
    using Milliseconds = std::chrono::milliseconds;

    static constexpr Milliseconds patienceAtEnd{5000};

    explicit JournalThread(Opener opener, Milliseconds patience = patienceAtEnd);
    ~JournalThread() override;

    JournalThread(const JournalThread &) = delete;
    JournalThread &operator=(const JournalThread &) = delete;

    /// Opens the journal. Call first, and again after an error. Takes a time independent of the number of rows.
    void open(QObject *context, Then<Opened> then);
    /// \a then is called with the result of each thorough check. A damaged file was renamed by then; the next write
    /// reports its name.
    void onChecked(QObject *context, Then<void> then);

    /// Accepts no further calls; the calls made before are still carried out.
    void close();
    [[nodiscard]] bool hasEnded();
    /// The maximal waiting time of the destructor.
    void setPatience(Milliseconds patience) { m_patience = patience; }

    /// The key of the barcode hashes, from the next call on; without it no barcodes are stored or searched.
    void setBarcodeKey(const QByteArray &key);

    void load(Instant since, QObject *context, Then<JournalContents> then) override;
    void write(const QList<JournalEntry> &entries, QObject *context, Then<Written> then) override;
    void probe(QObject *context, Then<Written> then) override;
    void find(const QString &text, int limit, QObject *context, Then<PastSales> then) override;
    void readPrints(const PrintQuery &query, QObject *context, Then<PrintRecord> then) override;
    void readOrders(const QList<OrderId> &orders, QObject *context, Then<KeptOrders> then) override;

private:
    /// The receiver of an answer. Contexts are used on the main thread only.
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
