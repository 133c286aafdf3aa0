// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Print.h"
#include "models/domain/StorageError.h"
#include "models/print/PrintPort.h"
#include "models/sale/Retry.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <optional>

namespace okoshko {

class SaleJournal;
class Scheduler;
class ServerClock;

/// What the print jobs of a counter use. Owned by PrintService.
struct PrintContext
{
    PrintQueue &queue;
    TicketDrawer &drawer;
    SaleJournal &journal;
    const ServerClock &clock;
    Scheduler &scheduler;
    /// Whether a job of numbered blanks, which is done at its queue as known \a since (monotonic), may end now: blanks
    /// are counted in the order in which they are printed.
    std::function<bool(const PrintJob &job, Microseconds since)> mayEnd;
};

/// A print job on its way: written to the journal, drawn, passed to its queue once, and followed there until it is done
/// or seen cancelled.
///
/// A drawing has a limit, as its disk or network share may hang. A document for a printer that comes later is dropped.
/// A file of the cashier's becomes a question to her, which ends by itself if the file is written before her answer.
///
/// A job that a person has given up while the print service does not answer is closed at once, and cancelled when it
/// answers, also by a later run of the program.
///
/// It writes only its beginning; later states are changed(), to be written by the owner. Deleted by the owner, after
/// PrintJob::isOver(). Lives on the main thread.
class RunningPrintJob final : public QObject
{
    Q_OBJECT
public:
    /// After this time the buyer has left, and nobody expects the paper: the job is cancelled.
    static constexpr std::chrono::minutes lifetime{30};

    /// \a context must outlive this.
    RunningPrintJob(PrintContext &context, const PrintJob &job, QObject *parent = nullptr);

    [[nodiscard]] const PrintJob &job() const { return m_job; }
    /// It is in the journal. Until then it is not to be written otherwise: if begin() fails, it was never there.
    [[nodiscard]] bool isRecorded() const { return m_stage != Stage::Recording; }
    /// Its queue, asked at \a since (monotonic) or later, has told that it is not done, or is not asked any more.
    [[nodiscard]] bool isAnsweredSince(Microseconds since) const
    {
        return m_stage != Stage::Asking || m_answeredFor >= since;
    }

    /// Writes the job, draws \a drawing and submits it.
    void begin(const Drawing &drawing);
    /// Continues a job of an earlier run: its queue is asked for it.
    void resume();
    /// Asks its queue for it now, if that is what it does.
    void ask();
    /// A person gives the job up.
    void giveUp();
    /// A person says that \a cameOut came out. Returns whether that is possible: not while the queue has the job. While
    /// the print service does not answer the others are missing, not absent: they may come out before the job is
    /// cancelled.
    bool settle(const QList<TicketId> &cameOut);

Q_SIGNALS:
    void changed(const okoshko::PrintJob &before);
    void notBegun(); ///< the journal did not take it: nothing was drawn or sent
    void charactersMissing(const QString &characters);

private:
    enum class Stage {
        Recording,
        Drawing,
        Submitting,
        Asking, ///< of the queue, repeatedly
        Ended   ///< nothing of it is at the queue, and nothing will be
    };
    enum class Reason { Person, Expired, NoDocument };

    void onRecorded(const tl::expected<void, JournalError> &recorded);
    void onDrawingLate();
    void onDrawn(const Printed<PrintDocument> &document);
    void onSubmitted(const Printed<int> &number);
    void askLater();
    void onFound(const Printed<std::optional<QueueJob>> &found);
    void onUnknown();
    void onKnown(const QueueJob &found);
    void cancel(const QueueJob &found);
    void onCanceled(const QueueJob &found);
    void onDone();
    void limitTime();

    void attend(PrintTrouble trouble, const QString &words);
    void giveUpUncertain(); ///< the queue has nothing of it; each of its copies may have come out
    void giveUpUnprinted(); ///< nothing came out, for certain
    void closeUnanswered(); ///< the order goes on; the cancel follows when the print service answers
    void endClosed();       ///< the queue has nothing of a closed job: what is missing did not come out
    void set(const PrintJob &job);

    PrintContext &m_context;
    PrintJob m_job;
    Drawing m_drawing;
    Stage m_stage = Stage::Ended;
    std::optional<Reason> m_canceling;           ///< why it is to be cancelled
    std::optional<Microseconds> m_missingSince;  ///< monotonic: first answer in a row that the queue does not know it
    std::optional<Microseconds> m_withoutReason; ///< monotonic: first answer in a row that tells no reason to wait
    std::optional<Microseconds> m_expires;       ///< monotonic
    std::optional<Microseconds> m_doneSince;     ///< monotonic: first answer that it is done
    Microseconds m_askedAt{0};                   ///< monotonic: the last question to the queue
    Microseconds m_answeredFor{-1};              ///< monotonic: the last question that was answered
    bool m_isUnanswered = false;                 ///< the last question to the queue
    bool m_isAbsent = false; ///< the queue's last answer: it does not have it, and nothing of it is under way any more
    Retry m_again;
    Timer m_drawingLimit;
    Call m_call;
};

} // namespace okoshko
