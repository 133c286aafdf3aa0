// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/print/RunningPrintJob.h"

#include "models/api/ServerClock.h"
#include "models/domain/Scheduler.h"
#include "models/print/OrderPrints.h"
#include "models/sale/SaleJournal.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace okoshko {

Q_LOGGING_CATEGORY(printLog, "okoshko.print")

namespace {

using State = PrintJob::State;
using std::chrono::milliseconds;

constexpr RetryPolicy askQueue{milliseconds(300), milliseconds(5000), 0};
constexpr RetryPolicy askForLost{milliseconds(2000), milliseconds(60000), 0};
/// How long the queue must not know a job until it counts as lost: a submit whose answer was lost may still take
/// effect.
constexpr std::chrono::seconds lateEffect{2};
/// How long a job may take without a reason until it needs the cashier: a laser printer warms up for some 15 seconds,
/// and a page takes one or two. A buyer waits meanwhile.
constexpr std::chrono::seconds warmUp{20};
constexpr std::chrono::seconds longestPage{2};
/// A document is drawn in a few milliseconds, and a ticket of it in less.
constexpr std::chrono::seconds longestDrawing{20};
constexpr std::chrono::milliseconds longestTicket{100};

} // namespace

RunningPrintJob::RunningPrintJob(PrintContext &context, const PrintJob &job, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_job(job)
    , m_again(context.scheduler)
    , m_drawingLimit(context.scheduler)
{
}

void RunningPrintJob::set(const PrintJob &job)
{
    const PrintJob before = std::exchange(m_job, job);
    if (before == m_job)
        return;
    if (before.state != m_job.state || before.trouble != m_job.trouble)
        qCInfo(printLog).noquote() << m_job.id.toString(QUuid::WithoutBraces) << "state"
                                   << static_cast<int>(m_job.state) << toWord(m_job.trouble) << m_job.words;
    if (m_job.isOver()) {
        m_stage = Stage::Ended;
        m_again.reset();
        m_drawingLimit.stop();
        m_call.abandon();
        m_context.drawer.discard(m_job.id);
    }
    Q_EMIT changed(before);
}

void RunningPrintJob::attend(PrintTrouble trouble, const QString &words)
{
    PrintJob job = m_job;
    job.state = State::Attention;
    job.trouble = trouble;
    job.words = words;
    set(job);
}

void RunningPrintJob::giveUpUncertain()
{
    PrintJob job = m_job;
    job.state = State::GivenUp;
    job.isGivingUp = false;
    set(job);
}

void RunningPrintJob::giveUpUnprinted()
{
    PrintJob job = m_job;
    job.state = State::GivenUp;
    job.copies.clear();
    job.settled = true;
    job.isGivingUp = false;
    set(job);
}

void RunningPrintJob::endClosed()
{
    PrintJob job = m_job;
    job.copies.removeIf([](const TicketCopy &copy) { return copy.isMissing; });
    job.isGivingUp = false;
    set(job);
}

// From the journal to the queue --------------------------------------------------------------------------------------

void RunningPrintJob::begin(const Drawing &drawing)
{
    m_drawing = drawing;
    m_stage = Stage::Recording;
    m_context.journal.intend({m_job}, this, [this](const Journaled<void> &recorded) { onRecorded(recorded); });
}

void RunningPrintJob::onRecorded(const tl::expected<void, JournalError> &recorded)
{
    if (!recorded) {
        qCWarning(printLog).noquote() << "not recorded:" << recorded.error().kind;
        m_stage = Stage::Ended;
        Q_EMIT notBegun();
        return;
    }
    if (m_canceling)
        return giveUpUnprinted();
    m_stage = Stage::Drawing;
    m_drawingLimit.start(longestDrawing + longestTicket * m_drawing.tickets.size(), [this] { onDrawingLate(); });
    m_call =
        m_context.drawer.draw(m_drawing, this, [this](const Printed<PrintDocument> &document) { onDrawn(document); });
}

void RunningPrintJob::onDrawingLate()
{
    m_stage = Stage::Ended;
    if (m_job.kind == PrintJob::Kind::File) // it may be written yet: m_call goes on
        return m_canceling ? giveUpUncertain() : attend(PrintTrouble::Lost, {});
    m_call.abandon();
    attend(PrintTrouble::NotDrawn, tr("It took too long: the disk may not answer."));
    if (m_canceling)
        giveUpUnprinted();
}

void RunningPrintJob::onDrawn(const Printed<PrintDocument> &document)
{
    m_drawingLimit.stop();
    if (!document) {
        m_stage = Stage::Ended;
        if (m_job.kind == PrintJob::Kind::File) { // the tickets are printed, or not, as before
            m_job.trouble = document.error().trouble;
            m_job.words = document.error().words;
            return giveUpUnprinted();
        }
        attend(document.error().trouble, document.error().words);
        if (m_canceling)
            giveUpUnprinted();
        return;
    }
    if (m_canceling && m_job.kind != PrintJob::Kind::File)
        return giveUpUnprinted();
    if (!document->missing.isEmpty())
        Q_EMIT charactersMissing(document->missing);
    PrintJob job = m_job;
    job.pages = document->pages;
    if (m_job.kind == PrintJob::Kind::File) {
        job.state = State::Done;
        job.trouble = PrintTrouble::None;
        job.isGivingUp = false;
        return set(job);
    }
    limitTime();
    set(job);
    m_stage = Stage::Submitting;
    m_call = m_context.queue.submit(m_job.id, m_drawing.profile, *document, this,
                                    [this](const Printed<int> &number) { onSubmitted(number); });
}

void RunningPrintJob::onSubmitted(const Printed<int> &number)
{
    m_stage = Stage::Asking;
    if (number) {
        PrintJob job = m_job;
        job.queueJob = *number;
        job.state = State::Printing;
        set(job);
        return m_canceling ? ask() : askLater();
    }
    const PrintError &error = number.error();
    qCWarning(printLog).noquote() << "submit:" << toWord(error.trouble) << error.detail;
    if (error.trouble == PrintTrouble::Lost)
        return ask();
    m_stage = Stage::Ended;
    attend(error.trouble, error.words);
    if (m_canceling)
        giveUpUnprinted();
}

void RunningPrintJob::resume()
{
    const bool isCanceled = m_job.state == State::Attention &&
                            (m_job.trouble == PrintTrouble::Canceled || m_job.trouble == PrintTrouble::Expired);
    const bool isFile = m_job.kind == PrintJob::Kind::File; // no queue can be asked whether it was written
    if (isCanceled || isFile || isRefused(m_job)) {
        m_stage = Stage::Ended;
        if (isFile && !isRefused(m_job))
            attend(PrintTrouble::Lost, {});
        return;
    }
    m_stage = Stage::Asking;
    if (m_job.isGivingUp)
        m_canceling = Reason::Person;
    limitTime();
    ask();
}

// At the queue -------------------------------------------------------------------------------------------------------

void RunningPrintJob::askLater()
{
    const RetryPolicy &policy = m_job.trouble == PrintTrouble::Lost ? askForLost : askQueue;
    static_cast<void>(m_again.again(policy, 0, std::nullopt, std::nullopt, [this] { ask(); }));
}

void RunningPrintJob::ask()
{
    m_again.cancel();
    if (m_stage != Stage::Asking || m_call.isPending())
        return;
    m_askedAt = m_context.scheduler.now();
    m_call = m_context.queue.find(m_job.queue, m_job.id, this,
                                  [this](const Printed<std::optional<QueueJob>> &found) { onFound(found); });
}

void RunningPrintJob::onFound(const Printed<std::optional<QueueJob>> &found)
{
    // A removed queue has no jobs any more.
    const bool isGone = !found && found.error().trouble == PrintTrouble::NoSuchQueue;
    m_isUnanswered = !found && !isGone;
    if (!m_isUnanswered)
        m_answeredFor = m_askedAt;
    m_isAbsent = false;
    if (m_isUnanswered) {
        m_missingSince.reset();
        // Without a number it is not known whether the queue ever had it.
        if (m_job.isOpen())
            attend(m_job.queueJob == 0 ? PrintTrouble::Lost : found.error().trouble, found.error().words);
        if (m_canceling == Reason::Person)
            closeUnanswered();
    } else if (isGone || !*found) {
        onUnknown();
    } else {
        m_missingSince.reset();
        onKnown(**found);
    }
    if (m_stage == Stage::Asking && !m_call.isPending())
        askLater();
}

void RunningPrintJob::onUnknown()
{
    const Microseconds now = m_context.scheduler.now();
    if (!m_missingSince) {
        m_missingSince = now;
        m_again.reset();
    }
    m_isAbsent = now - *m_missingSince >= lateEffect;
    if (!m_isAbsent)
        return;
    if (!m_job.isOpen())
        return endClosed();
    if (m_canceling == Reason::NoDocument)
        return giveUpUnprinted();
    if (m_canceling == Reason::Person)
        return giveUpUncertain();
    attend(PrintTrouble::Lost, {});
}

void RunningPrintJob::onKnown(const QueueJob &found)
{
    PrintJob job = m_job;
    job.queueJob = found.number;
    switch (found.state) {
    case QueueJob::State::Done:
        set(job);
        m_doneSince = m_doneSince.value_or(m_context.scheduler.now());
        if (m_job.isNumbered && !m_context.mayEnd(m_job, *m_doneSince)) {
            m_answeredFor = Microseconds(-1); // a later job waits for its end
            return m_again.reset();           // it is asked for again soon
        }
        return onDone();
    case QueueJob::State::Canceled:
        set(job);
        return onCanceled(found);
    case QueueJob::State::Queued:
    case QueueJob::State::Printing:
    case QueueJob::State::Held:
        break;
    }
    if (found.document == QueueJob::Document::Missing && !m_canceling)
        m_canceling = Reason::NoDocument; // nothing can be printed from it any more
    const Microseconds now = m_context.scheduler.now();
    if (!m_canceling && m_expires && now >= *m_expires)
        m_canceling = Reason::Expired;
    job.trouble = found.state == QueueJob::State::Held && found.trouble == PrintTrouble::None
                      ? PrintTrouble::BackendFailed
                      : found.trouble;
    if (job.trouble != PrintTrouble::None)
        m_withoutReason.reset();
    else if (!m_withoutReason)
        m_withoutReason = now;
    else if (now - *m_withoutReason >= warmUp + longestPage * job.pages)
        job.trouble = PrintTrouble::Slow;
    job.words = job.trouble == PrintTrouble::None ? QString() : found.words;
    job.state = job.trouble == PrintTrouble::None ? State::Printing : State::Attention;
    if (job.state != m_job.state)
        m_again.reset();
    if (m_job.isOpen())
        set(job);
    if (m_canceling && m_stage == Stage::Asking)
        cancel(found);
}

void RunningPrintJob::cancel(const QueueJob &found)
{
    // Whether it worked is seen by the next question only.
    m_call = m_context.queue.cancel(m_job.queue, found.number, this, [this](const Printed<void> &accepted) {
        if (!accepted)
            qCWarning(printLog).noquote() << "cancel:" << toWord(accepted.error().trouble) << accepted.error().detail;
        askLater();
    });
}

void RunningPrintJob::onDone()
{
    if (m_job.state == State::Done) // a person has said what came out
        return endClosed();
    PrintJob job = m_job;
    for (TicketCopy &copy : job.copies)
        copy.isMissing = false; // it came out after a person had looked
    job.state = State::Done;
    job.trouble = PrintTrouble::None;
    job.words.clear();
    job.isGivingUp = false;
    set(job);
}

void RunningPrintJob::onCanceled(const QueueJob &found)
{
    if (m_job.settled)
        return endClosed();
    // The print service's, or the printer's, unless it was cancelled here.
    const QString words = m_canceling ? QString() : found.words;
    // A job that is queued at a stopped queue may have been begun before: only one without a document is certain. Of
    // other paper than tickets nobody is asked what came out of what she has given up.
    const bool isTold = isOfTickets(m_job) || (m_job.kind == PrintJob::Kind::Receipt && m_canceling != Reason::Person);
    if (found.document == QueueJob::Document::Missing || !isTold) {
        if (found.document == QueueJob::Document::Missing) // mayHaveComeOut() is not true of it
            m_job.trouble = PrintTrouble::None;
        else if (m_canceling == Reason::Expired)
            m_job.trouble = PrintTrouble::Expired;
        else if (!m_canceling)
            m_job.trouble = PrintTrouble::Canceled;
        m_job.words = words;
        return giveUpUnprinted();
    }
    if (m_canceling == Reason::Person)
        return giveUpUncertain();
    m_stage = Stage::Ended;
    m_again.reset();
    attend(m_canceling == Reason::Expired ? PrintTrouble::Expired : PrintTrouble::Canceled, words);
}

void RunningPrintJob::limitTime()
{
    // At most the lifetime, as the computer's clock may be wrong until the server has told its time.
    const Microseconds left = m_job.expires - m_context.clock.now();
    m_expires = m_context.scheduler.now() + std::clamp(left, Microseconds(0), Microseconds(lifetime));
}

// By a person --------------------------------------------------------------------------------------------------------

void RunningPrintJob::giveUp()
{
    if (!m_job.isOpen())
        return;
    if (m_stage == Stage::Ended) // nothing of it is at the queue
        return isRefused(m_job) ? giveUpUnprinted() : giveUpUncertain();
    m_canceling = Reason::Person;
    if (!isRecorded())
        return; // it ends before it is drawn
    PrintJob job = m_job;
    job.isGivingUp = true; // the next run has to know it, too
    set(job);
    if (m_isUnanswered)
        closeUnanswered();
    m_again.reset();
    ask();
}

void RunningPrintJob::closeUnanswered()
{
    if (!m_job.isOpen())
        return;
    PrintJob job = m_job;
    job.state = State::GivenUp;
    set(job);
}

bool RunningPrintJob::settle(const QList<TicketId> &cameOut)
{
    if (m_job.isOpen() && m_stage != Stage::Ended && m_job.trouble != PrintTrouble::Lost)
        return false;
    if (m_job.state == State::Done || m_job.settled)
        return false;
    PrintJob job = m_job;
    for (TicketCopy &copy : job.copies)
        copy.isMissing = !cameOut.contains(copy.ticket);
    const bool isWhole = !job.copies.isEmpty() && std::ranges::none_of(job.copies, &TicketCopy::isMissing);
    job.state = isWhole ? State::Done : State::GivenUp;
    if (isWhole)
        job.trouble = PrintTrouble::None;
    job.settled = true;
    if (m_stage != Stage::Asking || m_isAbsent) {
        job.copies.removeIf([](const TicketCopy &copy) { return copy.isMissing; });
        job.isGivingUp = false;
    } else { // the queue may have it and print it later
        m_canceling = Reason::Person;
        job.isGivingUp = true;
    }
    set(job);
    return true;
}

} // namespace okoshko
