// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/print/PrintPort.h"
#include "tests/unit/sale/ManualScheduler.h"

#include <QPointer>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace okoshko::test {

/// A print service with queues in simulated time, and a drawer: both do what the test says. They outlive the program,
/// whose calls take effect in the middle of their latency even if it is killed then.
class FakePrinter final : public PrintQueue, public TicketDrawer
{
public:
    /// What becomes of a submit.
    enum class Submit {
        Works,
        LostBefore,          ///< nothing arrives, and no answer comes
        LostAfter,           ///< it arrives, and no answer comes
        LostWithoutDocument, ///< the job arrives without its document, and no answer comes
        LostLate,            ///< no answer comes, and it arrives a second later
    };
    struct Job
    {
        QUuid name;
        QString queue;
        QueueJob at;
        Drawing drawing;
        Microseconds done{0}; ///< when it will be printed
    };

    explicit FakePrinter(ManualScheduler &scheduler)
        : m_scheduler(scheduler)
    {
    }

    Microseconds latency = std::chrono::milliseconds(4);
    Microseconds printing = std::chrono::milliseconds(500); ///< how long a job takes
    bool isDown = false;                                    ///< the service does not answer
    bool forgets = false;                                   ///< jobs that are over are not known any more
    bool ignoresCancel = false;
    std::map<QString, PrintTrouble> troubles; ///< of queues: what holds their jobs
    std::map<QString, PrintError> refusals;   ///< of queues: what each submit ends in
    Submit next = Submit::Works;              ///< of the next submit only
    std::function<Submit()> chooseSubmit;     ///< of each submit; nothing: `next`
    std::optional<PrintError> drawFailure;
    Microseconds drawingTime{0}; ///< how much longer than the latency it takes
    QString missing;             ///< characters of each document

    std::vector<Job> jobs;
    QList<Drawing> drawn;
    QList<QUuid> discarded;
    QList<TicketCopy> paper; ///< tickets that came out, in order
    int submits = 0;
    int finds = 0;
    std::function<void(const Job &)> onArrived;

    [[nodiscard]] Job *job(const QUuid &name);
    void cancelAtService(const QUuid &name); ///< by somebody else
    void abortAtService(const QUuid &name, const QString &words);
    [[nodiscard]] bool isActive(const QUuid &name);
    void settleJobs(); ///< prints what is due

    Call queues(QObject *context, ThenPrinted<QList<QueueInfo>> then) override;
    Call submit(const QUuid &name, const PrinterProfile &profile, const PrintDocument &document, QObject *context,
                ThenPrinted<int> then) override;
    Call find(const QString &queue, const QUuid &name, QObject *context,
              ThenPrinted<std::optional<QueueJob>> then) override;
    Call cancel(const QString &queue, int number, QObject *context, ThenPrinted<void> then) override;
    Call draw(const Drawing &drawing, QObject *context, ThenPrinted<PrintDocument> then) override;
    void discard(const QUuid &job) override { discarded << job; }

private:
    template <class T>
    Call take(QObject *context, ThenPrinted<T> then, std::function<Printed<T>()> act, Microseconds more = {});
    void arrive(const QUuid &name, const QString &queue, QueueJob::Document document);

    ManualScheduler &m_scheduler;
    std::map<QUuid, Drawing> m_documents;
    int m_lastNumber = 0;
};

} // namespace okoshko::test
