// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>
#include <QObject>
#include <QPointer>

#include <utility>

namespace okoshko {

/// Returns a function that queues a call of \a then with its arguments in the event loop of \a context. The call is
/// dropped if \a step or \a context is destroyed before. \a then may delete \a step. Use on the thread of both objects.
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
