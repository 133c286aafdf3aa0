// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/print/FakePrinter.h"

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

using State = QueueJob::State;

} // namespace

template <class T>
Call FakePrinter::take(QObject *context, ThenPrinted<T> then, std::function<Printed<T>()> act, Microseconds more)
{
    const Microseconds duration = latency + more;
    Call call = Call::begin();
    const auto result = std::make_shared<std::optional<Printed<T>>>();
    static_cast<void>(m_scheduler.add(m_scheduler.now() + duration / 2, [this, result, act = std::move(act)] {
        settleJobs();
        *result = act();
    }));
    static_cast<void>(m_scheduler.add(m_scheduler.now() + duration,
                                      [call, result, guard = QPointer(context), then = std::move(then)]() mutable {
                                          if (!call.isPending() || !guard)
                                              return;
                                          call.end();
                                          then(**result);
                                      }));
    return call;
}

FakePrinter::Job *FakePrinter::job(const QUuid &name)
{
    for (Job &each : jobs) {
        if (each.name == name)
            return &each;
    }
    return nullptr;
}

bool FakePrinter::isActive(const QUuid &name)
{
    const Job *found = job(name);
    return found && found->at.state != State::Done && found->at.state != State::Canceled;
}

void FakePrinter::settleJobs()
{
    for (Job &each : jobs) {
        if (each.at.state == State::Done || each.at.state == State::Canceled ||
            each.at.document == QueueJob::Document::Missing)
            continue;
        const auto trouble = troubles.find(each.queue);
        if (trouble != troubles.end()) {
            each.at.state = trouble->second == PrintTrouble::Stopped         ? State::Queued
                            : trouble->second == PrintTrouble::BackendFailed ? State::Held
                                                                             : State::Printing;
            each.at.trouble = trouble->second;
            each.at.words = u"the printer says so"_s;
            each.done = m_scheduler.now() + printing;
            continue;
        }
        each.at.trouble = PrintTrouble::None;
        each.at.words.clear();
        each.at.state = State::Printing;
        if (m_scheduler.now() < each.done)
            continue;
        each.at.state = State::Done;
        for (const TicketFields &ticket : each.drawing.tickets)
            paper << ticket.copy;
    }
}

void FakePrinter::arrive(const QUuid &name, const QString &queue, QueueJob::Document document)
{
    if (job(name))
        QTest::qFail("a job was submitted twice", __FILE__, __LINE__);
    jobs.push_back({.name = name,
                    .queue = queue,
                    .at = {.number = ++m_lastNumber, .document = document},
                    .drawing = m_documents[name],
                    .done = m_scheduler.now() + printing});
    if (onArrived)
        onArrived(jobs.back());
}

void FakePrinter::cancelAtService(const QUuid &name)
{
    settleJobs();
    if (isActive(name))
        job(name)->at = {.number = job(name)->at.number, .state = State::Canceled, .trouble = PrintTrouble::Canceled};
}

void FakePrinter::abortAtService(const QUuid &name, const QString &words)
{
    cancelAtService(name);
    job(name)->at.trouble = PrintTrouble::BackendFailed;
    job(name)->at.words = words;
}

Call FakePrinter::queues(QObject *context, ThenPrinted<QList<QueueInfo>> then)
{
    return take<QList<QueueInfo>>(context, std::move(then), [] { return QList<QueueInfo>(); });
}

Call FakePrinter::submit(const QUuid &name, const PrinterProfile &profile, const PrintDocument &, QObject *context,
                         ThenPrinted<int> then)
{
    ++submits;
    const Submit how = chooseSubmit ? chooseSubmit() : std::exchange(next, Submit::Works);
    return take<int>(context, std::move(then), [this, name, queue = profile.queue, how]() -> Printed<int> {
        if (isDown)
            return tl::unexpected(PrintError{.trouble = PrintTrouble::NoPrintService});
        if (const auto refusal = refusals.find(queue); refusal != refusals.end())
            return tl::unexpected(refusal->second);
        switch (how) {
        case Submit::Works:
            arrive(name, queue, QueueJob::Document::Received);
            return m_lastNumber;
        case Submit::LostAfter:
            arrive(name, queue, QueueJob::Document::Received);
            break;
        case Submit::LostWithoutDocument:
            arrive(name, queue, QueueJob::Document::Missing);
            break;
        case Submit::LostLate:
            static_cast<void>(m_scheduler.add(m_scheduler.now() + std::chrono::seconds(1), [this, name, queue] {
                arrive(name, queue, QueueJob::Document::Received);
            }));
            break;
        case Submit::LostBefore:
            break;
        }
        return tl::unexpected(PrintError{.trouble = PrintTrouble::Lost});
    });
}

Call FakePrinter::find(const QString &, const QUuid &name, QObject *context, ThenPrinted<std::optional<QueueJob>> then)
{
    ++finds;
    return take<std::optional<QueueJob>>(context, std::move(then), [this, name]() -> Printed<std::optional<QueueJob>> {
        if (isDown)
            return tl::unexpected(PrintError{.trouble = PrintTrouble::NoPrintService});
        const Job *found = job(name);
        if (!found || (forgets && !isActive(name)))
            return std::optional<QueueJob>();
        return std::optional(found->at);
    });
}

Call FakePrinter::cancel(const QString &, int number, QObject *context, ThenPrinted<void> then)
{
    return take<void>(context, std::move(then), [this, number]() -> Printed<void> {
        if (isDown)
            return tl::unexpected(PrintError{.trouble = PrintTrouble::NoPrintService});
        for (Job &each : jobs) {
            if (each.at.number == number && !ignoresCancel && each.at.state != State::Done)
                each.at.state = State::Canceled;
        }
        return {};
    });
}

Call FakePrinter::draw(const Drawing &drawing, QObject *context, ThenPrinted<PrintDocument> then)
{
    const auto act = [this, drawing]() -> Printed<PrintDocument> {
        if (drawFailure)
            return tl::unexpected(*drawFailure);
        drawn << drawing;
        m_documents[drawing.job] = drawing;
        if (!drawing.filePath.isEmpty()) {
            for (const TicketFields &ticket : drawing.tickets)
                paper << ticket.copy;
        }
        return PrintDocument{.path = u"document"_s,
                             .page = QSizeF(80, 140),
                             .pages = std::max(1, static_cast<int>(drawing.tickets.size())),
                             .missing = missing};
    };
    return take<PrintDocument>(context, std::move(then), act, drawingTime);
}

} // namespace okoshko::test
