// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/JournalEntries.h"

#include <functional>

QT_FORWARD_DECLARE_CLASS(QObject)

namespace okoshko {

/// What became of a write.
struct Written
{
    QString setAside; ///< the damaged file was set aside under this name and salvaged; empty = all was well

    friend bool operator==(const Written &, const Written &) = default;
};

/// Where the journal is kept: asynchronous, so that no disk holds up a window. Every call ends exactly once, later, on
/// the caller's thread, and not at all once \a context is gone; an answer of one call never overtakes that of another
/// write. A program gives JournalThread; a simulation gives its own.
class JournalStore
{
public:
    template <class T>
    using Then = std::function<void(const Journaled<T> &)>;

    virtual ~JournalStore() = default;

    /// What a start needs; \a since: ended sales created at that time or later are given as well (server time), the
    /// newest 2,000 of them, for the computer's clock may be years behind.
    virtual void load(Instant since, QObject *context, Then<JournalContents> then) = 0;

    /// Writes all of \a entries durably in one transaction, or none of them.
    virtual void write(const QList<JournalEntry> &entries, QObject *context, Then<Written> then) = 0;

    /// Asks whether the file is still in its place and, after a failure, whether it takes entries again (by one that
    /// says nothing).
    virtual void probe(QObject *context, Then<Written> then) = 0;

    /// Looks for \a text among all orders of this counter, newest first, at most \a limit.
    virtual void find(const QString &text, int limit, QObject *context, Then<PastSales> then) = 0;
};

} // namespace okoshko
