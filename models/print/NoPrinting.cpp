// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/print/NoPrinting.h"

#include "models/domain/Scheduler.h"

#include <QObject>
#include <QPointer>

#include <utility>

namespace okoshko {

template <class T>
Call NoPrinting::refuse(PrintTrouble trouble, QObject *context, ThenPrinted<T> then)
{
    Call call = Call::begin();
    static_cast<void>(m_scheduler.add(m_scheduler.now(),
                                      [call, trouble, guard = QPointer(context), then = std::move(then)]() mutable {
                                          if (!call.isPending() || !guard)
                                              return;
                                          call.end();
                                          then(tl::unexpected(PrintError{.trouble = trouble}));
                                      }));
    return call;
}

Call NoPrinting::queues(QObject *context, ThenPrinted<QList<QueueInfo>> then)
{
    return refuse(PrintTrouble::NoPrintService, context, std::move(then));
}

Call NoPrinting::submit(const QUuid &, const PrinterProfile &, const PrintDocument &, QObject *context,
                        ThenPrinted<int> then)
{
    return refuse(PrintTrouble::NoPrintService, context, std::move(then));
}

Call NoPrinting::find(const QString &, const QUuid &, QObject *context, ThenPrinted<std::optional<QueueJob>> then)
{
    return refuse(PrintTrouble::NoPrintService, context, std::move(then));
}

Call NoPrinting::cancel(const QString &, int, QObject *context, ThenPrinted<void> then)
{
    return refuse(PrintTrouble::NoPrintService, context, std::move(then));
}

Call NoPrinting::draw(const Drawing &, QObject *context, ThenPrinted<PrintDocument> then)
{
    return refuse(PrintTrouble::NotDrawn, context, std::move(then));
}

void NoPrinting::discard(const QUuid &) {}

} // namespace okoshko
