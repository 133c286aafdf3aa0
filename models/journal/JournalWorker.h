// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Mailbox.h"
#include "models/journal/JobQueues.h"
#include "models/journal/Journal.h"
#include "models/journal/JournalStore.h"
#include "models/journal/ReadWorker.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <variant>

namespace okoshko {

/// How a journal was opened.
struct JournalOpened
{
    Journal::Found found = Journal::Found::Whole;
    QString setAside; ///< the new name of the damaged file; empty unless Salvaged

    friend bool operator==(const JournalOpened &, const JournalOpened &) = default;
};

namespace journal {

/// The answer of one call.
struct Answer
{
    using Value = std::variant<Journaled<JournalOpened>, Journaled<JournalContents>, Journaled<Written>,
                               Journaled<PastSales>, Journaled<PrintRecord>, Journaled<KeptOrders>, Journaled<void>>;
    quint64 number = 0; ///< number of the call
    Value value;
};

/// The jobs of the journal's thread; owns the journal. Every method except the constructor runs on that thread, as a
/// job of the queues, and produces one answer with its number.
class JournalWorker : public std::enable_shared_from_this<JournalWorker>
{
public:
    using Opener = std::function<Journaled<std::unique_ptr<Journal>>()>;

    JournalWorker(std::shared_ptr<JobQueues> jobs, Mailbox<Answer>::Slot answers, Opener opener,
                  std::shared_ptr<ReadWorker> finder, std::shared_ptr<ReadWorker> checker);

    /// The thread's main function.
    void run();

    void open(quint64 number);
    void load(quint64 number, Instant since);
    void write(quint64 number, const QList<JournalEntry> &entries);
    void probe(quint64 number);
    /// Starts the search on its thread, after all earlier writes.
    void find(quint64 number, const QString &text, int limit);
    void readPrints(quint64 number, const PrintQuery &query);
    void readOrders(quint64 number, const QList<OrderId> &orders);
    void setBarcodeKey(const QByteArray &key);
    /// Handles the result of the thorough check.
    void conclude(const Journaled<void> &check);

    /// The number of answers with a check's result.
    static constexpr quint64 checkNumber = 0;

private:
    [[nodiscard]] Journaled<void> ready() const;
    /// The new name of a damaged file, once.
    [[nodiscard]] QString newlySetAside();
    /// How long to wait for a job before the index of past orders is filled further; nothing = index complete.
    [[nodiscard]] std::optional<JobQueues::Milliseconds> pause() const;
    template <class T>
    void answer(quint64 number, Journaled<T> value);

    std::shared_ptr<JobQueues> m_jobs;
    Mailbox<Answer>::Slot m_answers;
    Opener m_opener;
    std::shared_ptr<ReadWorker> m_finder;
    std::shared_ptr<ReadWorker> m_checker;
    std::unique_ptr<Journal> m_journal;
    JournalError m_error{JournalError::Kind::Failed, QString()}; ///< why the journal is not open
    QString m_toldAside;
    QByteArray m_barcodeKey;
    bool m_isCheckAsked = false;
    bool m_isToBeFilled = false; ///< the index of past orders is incomplete
};

} // namespace journal
} // namespace okoshko
