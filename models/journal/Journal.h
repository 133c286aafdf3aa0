// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/JournalError.h"
#include "models/domain/Unsettled.h"
#include "models/journal/JournalEntries.h"

#include <QList>
#include <QString>

#include <tl/expected.hpp>

#include <functional>
#include <memory>
#include <optional>

namespace okoshko {

namespace journal {
class Database;
}

template <class T>
using Journaled = tl::expected<T, JournalError>;

/// What this counter intended and what the server said, in an SQLite file: written before it matters.
///
/// Every method that writes returns only once what it wrote would survive a power cut (WAL, synchronous=FULL; half a
/// millisecond on a fair disk). An intent is noted before its request is sent and concluded when the answer is known;
/// one that is still open at the next start is one whose answer nobody saw. The file also mirrors this counter's sales,
/// lists what is to be settled, and keeps a record of who did what when that cannot be altered afterwards.
///
/// Times are the server's; no key and nothing about a buyer is ever written. Lives on the thread that opened it.
class Journal
{
public:
    /// What was found at opening.
    enum class Found {
        Fresh, ///< there was none
        Whole,
        Salvaged, ///< it was damaged: set aside, and what could be read of it is in the new one
    };

    /// Where in \a folder the journal of \a account is.
    [[nodiscard]] static QString pathFor(const QString &folder, const Account &account);

    /// Opens the journal \a path of \a account, makes it where there is none, migrates it forward, and checks it.
    /// A damaged file is set aside beside it (`….damaged-<time>`), never deleted. One of a newer version or of another
    /// account is refused and left as it is. \a who stands in every entry of the record.
    [[nodiscard]] static Journaled<std::unique_ptr<Journal>> open(const QString &path, const Account &account,
                                                                  const QString &who);
    /// Whose journal the file \a path is; nothing where there is none yet, or none that can be read.
    [[nodiscard]] static std::optional<Owner> ownerOf(const QString &path);
    ~Journal();

    Journal(const Journal &) = delete;
    Journal &operator=(const Journal &) = delete;

    [[nodiscard]] Found found() const { return m_found; }
    /// Where the damaged file was set aside; empty unless Salvaged.
    [[nodiscard]] const QString &setAside() const { return m_setAside; }

    /// The partner that the server told (`X-Partner`); empty until one was noted.
    [[nodiscard]] Journaled<QString> partner() const;
    /// Notes it, or gives OtherAccount where another one is noted already.
    [[nodiscard]] Journaled<void> notePartner(const QString &partner);
    /// From here on the journal belongs to \a account: to a new key of its partner, which whoever calls has asked the
    /// server, or to another server while there are no sales; else OtherAccount.
    [[nodiscard]] Journaled<void> changeAccount(const Account &account);
    [[nodiscard]] Journaled<Owner> owner() const;

    /// Runs \a work as one entry: all that it writes is kept, or none of it.
    [[nodiscard]] Journaled<void> atOnce(const std::function<Journaled<void>()> &work);

    /// Notes \a intent, whose id is not looked at, and gives its id.
    [[nodiscard]] Journaled<qint64> intend(const Intent &intent);
    /// Says how it ended; \a order is the order that a Reserve made.
    [[nodiscard]] Journaled<void> conclude(qint64 intent, Outcome outcome, const OrderId &order = {});
    /// Those that were never concluded, or as Unknown; oldest first.
    [[nodiscard]] Journaled<QList<Intent>> openIntents() const;

    /// Mirrors the sale as it now stands.
    [[nodiscard]] Journaled<void> mirror(const JournaledSale &sale);
    /// This counter's sales that may still change and, of the others, those created at \a since or later; by creation.
    [[nodiscard]] Journaled<QList<JournaledSale>> sales(Instant since) const;
    [[nodiscard]] Journaled<bool> knows(const OrderId &order) const;

    /// Adds to the record, with this journal's `who`; it cannot be changed or taken back.
    [[nodiscard]] Journaled<void> record(const RecordEntry &entry);
    [[nodiscard]] Journaled<QList<RecordEntry>> recordOf(const OrderId &order) const;

    /// Adds to what is to be settled, unless the same is there already, and gives its id.
    [[nodiscard]] Journaled<qint64> addUnsettled(const Unsettled &entry);
    /// Those that nobody has settled yet; oldest first.
    [[nodiscard]] Journaled<QList<Unsettled>> unsettled() const;
    /// \a how in the words of whoever settled it.
    [[nodiscard]] Journaled<void> settle(qint64 id, Instant at, const QString &how);

    /// Asks whether the disk takes another entry, by writing one that says nothing.
    [[nodiscard]] Journaled<void> probe();
    /// Asks, without writing, whether the file is still the one that was opened.
    [[nodiscard]] Journaled<void> isInPlace() const;

private:
    Journal(std::unique_ptr<journal::Database> database, QString who);
    [[nodiscard]] static Journaled<Owner> ownerIn(journal::Database &database);

    std::unique_ptr<journal::Database> m_database;
    QString m_who;
    QString m_setAside;
    Found m_found = Found::Whole;
};

} // namespace okoshko
