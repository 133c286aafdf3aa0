// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/print/PrintPort.h"

namespace okoshko {

class Scheduler;

/// A computer without a print service: nothing is printed, and every call says so.
class NoPrinting final : public PrintQueue, public TicketDrawer
{
public:
    /// \a scheduler must outlive this.
    explicit NoPrinting(Scheduler &scheduler)
        : m_scheduler(scheduler)
    {
    }

    Call queues(QObject *context, ThenPrinted<QList<QueueInfo>> then) override;
    Call submit(const QUuid &name, const PrinterProfile &profile, const PrintDocument &document, QObject *context,
                ThenPrinted<int> then) override;
    Call find(const QString &queue, const QUuid &name, QObject *context,
              ThenPrinted<std::optional<QueueJob>> then) override;
    Call cancel(const QString &queue, int number, QObject *context, ThenPrinted<void> then) override;
    Call draw(const Drawing &drawing, QObject *context, ThenPrinted<PrintDocument> then) override;
    void discard(const QUuid &job) override;

private:
    template <class T>
    Call refuse(PrintTrouble trouble, QObject *context, ThenPrinted<T> then);

    Scheduler &m_scheduler;
};

} // namespace okoshko
