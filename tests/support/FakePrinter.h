// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/print/PrintPort.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QUuid>

#include <algorithm>
#include <optional>
#include <utility>

namespace okoshko::test {

/// Answers \a value from the event loop.
template <class T>
Call answer(QObject *context, ThenPrinted<T> then, Printed<T> value)
{
    Call call = Call::begin();
    QMetaObject::invokeMethod(
        context,
        [call, then = std::move(then), value = std::move(value)]() mutable {
            if (!call.isPending())
                return;
            call.end();
            then(value);
        },
        Qt::QueuedConnection);
    return call;
}

/// A print service of a test's: jobs wait at it until the test says what becomes of them, or print at once.
class FakeQueue final : public PrintQueue
{
public:
    struct Job
    {
        QUuid name;
        QString queue;
        QueueJob state;
    };

    Call queues(QObject *context, ThenPrinted<QList<QueueInfo>> then) override
    {
        return answer<QList<QueueInfo>>(context, std::move(then), QList<QueueInfo>{{.name = QStringLiteral("roll")}});
    }

    Call submit(const QUuid &name, const PrinterProfile &profile, const PrintDocument &, QObject *context,
                ThenPrinted<int> then) override
    {
        if (isDown)
            return answer<int>(context, std::move(then), tl::unexpected(noService));
        if (refusal != PrintTrouble::None)
            return answer<int>(context, std::move(then), tl::unexpected(PrintError{.trouble = refusal}));
        const int number = static_cast<int>(jobs.size()) + 1;
        jobs.append({name, profile.queue, {.number = number, .state = arriving, .trouble = trouble, .words = words}});
        return answer<int>(context, std::move(then), number);
    }

    Call find(const QString &, const QUuid &name, QObject *context, ThenPrinted<std::optional<QueueJob>> then) override
    {
        if (isDown)
            return answer<std::optional<QueueJob>>(context, std::move(then), tl::unexpected(noService));
        const auto it = std::ranges::find(jobs, name, &Job::name);
        return answer<std::optional<QueueJob>>(context, std::move(then),
                                               it == jobs.cend() ? std::nullopt : std::optional(it->state));
    }

    Call cancel(const QString &, int number, QObject *context, ThenPrinted<void> then) override
    {
        for (Job &job : jobs) {
            if (job.state.number == number)
                job.state.state = QueueJob::State::Canceled;
        }
        return answer<void>(context, std::move(then), {});
    }

    /// The job that came last.
    void set(QueueJob::State state, PrintTrouble its = PrintTrouble::None, const QString &itsWords = {})
    {
        jobs.last().state.state = state;
        jobs.last().state.trouble = its;
        jobs.last().state.words = itsWords;
    }

    QList<Job> jobs;
    bool isDown = false; ///< the print service does not answer
    // Of jobs that are submitted from now on.
    PrintTrouble refusal = PrintTrouble::None;
    QueueJob::State arriving = QueueJob::State::Done;
    PrintTrouble trouble = PrintTrouble::None;
    QString words;

private:
    const PrintError noService{.trouble = PrintTrouble::NoPrintService};
};

/// Keeps what it is to draw; a page a ticket.
class FakeDrawer final : public TicketDrawer
{
public:
    Call draw(const Drawing &drawing, QObject *context, ThenPrinted<PrintDocument> then) override
    {
        drawn << drawing;
        if (failure != PrintTrouble::None)
            return answer<PrintDocument>(context, std::move(then), tl::unexpected(PrintError{.trouble = failure}));
        return answer<PrintDocument>(
            context, std::move(then),
            PrintDocument{.path = drawing.filePath,
                          .page = QSizeF(80, 100),
                          .pages = static_cast<int>(std::max<qsizetype>(drawing.tickets.size(), 1))});
    }
    void discard(const QUuid &) override {}

    /// How often each ticket of the last drawing is marked as a duplicate.
    [[nodiscard]] QList<int> duplicates() const
    {
        QList<int> numbers;
        for (const TicketFields &ticket : drawn.last().tickets)
            numbers << ticket.copy.duplicate;
        return numbers;
    }

    QList<Drawing> drawn;
    PrintTrouble failure = PrintTrouble::None;
};

} // namespace okoshko::test
