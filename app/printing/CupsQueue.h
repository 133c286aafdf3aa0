// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Mailbox.h"
#include "models/print/PrintPort.h"

#include <QPointer>

#include <any>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <thread>
#include <unordered_map>

namespace okoshko {

/// The print service CUPS, by libcups. Each queue has a thread of its own, created with the first call to it, and each
/// call a connection of its own. This object lives on the main thread; its destructor waits at most for Timeouts::end,
/// threads that are still blocked then end by themselves and use only data that they own.
///
/// Errors of submit(): with PrintTrouble::Lost a job of that name may be at the queue: ask find(). With any other error
/// there is none, or it was cancelled again. Errors of the other calls: PrintTrouble::NoPrintService if it does not
/// answer.
///
/// All jobs belong to the user `okoshko` and carry no personal data. The environment's CUPS_SERVER is honoured. A
/// cutter is asked for by the job attribute `finishings` where the queue supports it; otherwise the queue's own default
/// holds.
class CupsQueue final : public PrintQueue
{
public:
    using Milliseconds = std::chrono::milliseconds;

    struct Timeouts
    {
        Milliseconds connect{3000};
        Milliseconds answer{10000}; ///< to one request, and until it goes on
        Milliseconds end{500};      ///< of the destructor
    };

    /// \a server: as in CUPS_SERVER; empty = the usual one.
    explicit CupsQueue(const QString &server, Timeouts timeouts);
    CupsQueue()
        : CupsQueue({}, Timeouts())
    {
    }
    ~CupsQueue() override;

    CupsQueue(const CupsQueue &) = delete;
    CupsQueue &operator=(const CupsQueue &) = delete;

    Call queues(QObject *context, ThenPrinted<QList<QueueInfo>> then) override;
    Call submit(const QUuid &name, const PrinterProfile &profile, const PrintDocument &document, QObject *context,
                ThenPrinted<int> then) override;
    Call find(const QString &queue, const QUuid &name, QObject *context,
              ThenPrinted<std::optional<QueueJob>> then) override;
    Call cancel(const QString &queue, int number, QObject *context, ThenPrinted<void> then) override;

private:
    class Worker;

    struct Lane
    {
        std::shared_ptr<Worker> worker;
        std::thread thread;
    };

    /// The receiver of a result. Contexts are used on the main thread only.
    struct Receiver
    {
        Call call;
        QPointer<QObject> context;
        std::function<void(const std::any &)> then;
    };

    struct Answer
    {
        quint64 number = 0;
        std::any result;
    };

    template <class T>
    Call ask(const QString &queue, QObject *context, ThenPrinted<T> then, std::function<Printed<T>(Worker &)> job);
    [[nodiscard]] Worker &workerOf(const QString &queue);
    void deliver(const Answer &answer);

    QString m_server;
    Timeouts m_timeouts;
    std::map<QString, Lane> m_lanes; ///< by the queue's name; the empty one lists the queues
    std::unordered_map<quint64, Receiver> m_receivers;
    quint64 m_lastNumber = 0;
    Mailbox<Answer> m_answers;
};

} // namespace okoshko
