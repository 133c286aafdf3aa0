// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/TicketingApi.h"
#include "models/domain/Print.h"
#include "models/print/PrinterProfile.h"
#include "models/print/TicketFields.h"

#include <QList>
#include <QSizeF>
#include <QString>
#include <QUuid>

#include <functional>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QObject)

namespace okoshko {

/// A drawn document: a PDF file, deleted when its job is done or given up.
struct PrintDocument
{
    QString path;
    QSizeF page; ///< mm; all pages have one size
    int pages = 0;
    QString missing; ///< characters that no font of the program has; they were drawn as □

    friend bool operator==(const PrintDocument &, const PrintDocument &) = default;
};

/// A queue of the computer's print service.
struct QueueInfo
{
    QString name;
    QString description;
    enum class Usual { No, Yes } usual = Usual::No; ///< the print service's default queue

    friend bool operator==(const QueueInfo &, const QueueInfo &) = default;
};

/// A job as the print service reports it.
struct QueueJob
{
    enum class State {
        Queued, ///< accepted, not begun; `trouble` says why if the queue is stopped
        Printing,
        Held,
        Done,
        Canceled, ///< also aborted by the print service
    };
    enum class Document {
        Missing,  ///< it never came: nothing was printed
        Received, ///< also if it was removed since, and if that is not known
    };

    int number = 0;
    State state = State::Queued;
    Document document = Document::Received;
    PrintTrouble trouble = PrintTrouble::None;
    QString words; ///< the printer's own reason, if any

    friend bool operator==(const QueueJob &, const QueueJob &) = default;
};

template <class T>
using ThenPrinted = std::function<void(const Printed<T> &)>;

/// The computer's print service. Every call returns at once and ends exactly once, asynchronously, on the caller's
/// thread, only while \a context exists. One queue's delay never delays a call to another.
class PrintQueue
{
public:
    virtual ~PrintQueue() = default;

    virtual Call queues(QObject *context, ThenPrinted<QList<QueueInfo>> then) = 0;
    /// Passes \a document to the queue of \a profile as a job named \a name; ends with the job's number. The queue is
    /// asked first whether it supports the page (SizeUnsupported, TooLong). After PrintTrouble::Lost a job of that name
    /// may be at the queue, also one without its document; after any other error there is none.
    virtual Call submit(const QUuid &name, const PrinterProfile &profile, const PrintDocument &document,
                        QObject *context, ThenPrinted<int> then) = 0;
    /// The job named \a name; nothing if the queue does not know it.
    virtual Call find(const QString &queue, const QUuid &name, QObject *context,
                      ThenPrinted<std::optional<QueueJob>> then) = 0;
    /// Cancels job \a number; success only tells that the request was accepted: find() shows the result.
    virtual Call cancel(const QString &queue, int number, QObject *context, ThenPrinted<void> then) = 0;
};

/// What is to be drawn. Neither tickets nor a receipt: a test ticket of the profile.
struct Drawing
{
    QUuid job; ///< names the file
    PrinterProfile profile;
    QList<TicketFields> tickets;
    std::optional<ReceiptFields> receipt;
    QString mark;      ///< printed across every page: training or staging; empty in live selling
    QString filePath;  ///< where the file is to be written; empty: in the folder of print documents
    QString printedAt; ///< time and counter, for the marks of duplicates

    friend bool operator==(const Drawing &, const Drawing &) = default;
};

/// Draws tickets and receipts into PDF files. Every call returns at once and ends exactly once, asynchronously, on the
/// caller's thread, only while \a context exists.
class TicketDrawer
{
public:
    virtual ~TicketDrawer() = default;

    virtual Call draw(const Drawing &drawing, QObject *context, ThenPrinted<PrintDocument> then) = 0;
    /// Deletes the document of \a job, if there is one.
    virtual void discard(const QUuid &job) = 0;
};

} // namespace okoshko
