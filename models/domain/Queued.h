// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>
#include <QObject>
#include <QPointer>

#include <utility>

namespace okoshko {

/// A function that calls \a then from the event loop of \a context with what it is called with, and not at all once
/// \a step or \a context is gone: \a then may delete \a step, of which nothing is running by then. To be called and
/// connected to signals on the thread of both.
template <class Then>
[[nodiscard]] auto queued(QObject *step, QObject *context, Then then)
{
    return [step = QPointer<QObject>(step), context = QPointer<QObject>(context),
            then = std::move(then)](const auto &...results) {
        const auto deliver = [step, then, results...] {
            if (step)
                then(results...);
        };
        if (context)
            QMetaObject::invokeMethod(context.data(), deliver, Qt::QueuedConnection);
    };
}

} // namespace okoshko
