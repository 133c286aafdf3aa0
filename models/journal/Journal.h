// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/JournalFile.h"
#include "models/journal/JournalStore.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QSysInfo>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace okoshko {

/// A durable record, in an SQLite file, of what this counter intends and what the server answered.
///
/// Writing methods return only when the data would survive a power cut (WAL, synchronous=FULL). An intent is written
/// before its request is sent and concluded when the answer is known; an intent that is open at the next start was not
/// answered. The file also contains this counter's sales, its issues, and an append-only record of who did what when.
///
/// A file found damaged is renamed (`….damaged-<time>`), never deleted, and its readable rows are copied to a new one.
/// Times are the server's, in microseconds; keys and buyers' data are never written. Errors are JournalError values.
/// Used on the thread that opened it.
class Journal
{
public:
    using Found = journal::JournalFile::Found;

    /// The path of the journal of \a account in \a folder.
    [[nodiscard]] static QString pathFor(const QString &folder, const Account &account);

    /// Opens or creates the journal \a path of \a account, in a time independent of the number of rows. A journal of a
    /// newer version or another account is refused and left unchanged. \a who is written to every entry of the record.
    /// \a machine identifies the computer: sales of another computer in the file are read-only.
    [[nodiscard]] static Journaled<std::unique_ptr<Journal>>
    open(const QString &path, const Account &account, const QString &who,
         const QByteArray &machine = QSysInfo::machineUniqueId());
    /// The owner of the journal \a path; nothing if there is no readable one.
    [[nodiscard]] static std::optional<Owner> ownerOf(const QString &path);
    /// Marks the file as closed properly, unless a check is still due.
    ~Journal();

    Journal(const Journal &) = delete;
    Journal &operator=(const Journal &) = delete;

    [[nodiscard]] Found found() const { return m_file->found(); }
    /// The new name of a damaged file; empty if there was none.
    [[nodiscard]] const QString &setAside() const { return m_file->setAside(); }
    [[nodiscard]] const QString &path() const { return m_file->path(); }

    /// The partner reported by the server (`X-Partner`); empty until noted.
    [[nodiscard]] Journaled<QString> partner() const;
    /// Stores the partner; OtherAccount if another one is stored.
    [[nodiscard]] Journaled<void> notePartner(const QString &partner);
    /// Assigns the journal to \a account: a new key of the same partner (checked by the caller with the server), or
    /// another server while there are no sales; else OtherAccount.
    [[nodiscard]] Journaled<void> changeAccount(const Account &account);
    [[nodiscard]] Journaled<Owner> owner() const;

    /// Reads what a start needs. First migrates a file of an earlier version, in one transaction.
    [[nodiscard]] Journaled<JournalContents> load(Instant since);
    /// Writes all \a entries in one transaction, or none. Writing the same intent again changes nothing; another intent
    /// with its id is an error. Conclusions and resolutions of unknown intents and issues, or of those of another
    /// computer, are ignored; resolved issues do not change.
    [[nodiscard]] Journaled<void> write(const QList<JournalEntry> &entries);
    /// Searches all orders in the file for \a text, newest first (PastIndex).
    [[nodiscard]] Journaled<PastSales> find(const QString &text, int limit);
    [[nodiscard]] Journaled<PrintRecord> readPrints(const PrintQuery &query);
    [[nodiscard]] Journaled<KeptOrders> readOrders(const QList<OrderId> &orders);
    /// The key of the barcode hashes; without it no barcodes are stored or searched.
    void setBarcodeKey(const QByteArray &key) { m_barcodeKey = key; }
    /// This counter's id in the file; empty before load().
    [[nodiscard]] const QString &counter() const { return m_file->counter(); }
    /// Adds sales of an older journal to the index of past orders for about \a budget; returns whether there are more.
    [[nodiscard]] Journaled<bool> fillIndex(std::chrono::milliseconds budget);

    /// Checks that the file is still the opened one. If the last write or probe failed, also tests writing with an
    /// empty entry.
    [[nodiscard]] Journaled<void> probe();

    /// Whether the file needs a thorough check, as it was not closed properly; known after load().
    [[nodiscard]] bool isToBeChecked() const { return m_file->isToBeChecked(); }
    /// Migrates a file of an earlier version, in one transaction. Called by the other methods as needed.
    [[nodiscard]] Journaled<void> makeReady();

    /// Result of the thorough check, which is made on another thread: setChecked() if the file is intact, else mend().
    void setChecked() { m_file->setChecked(); }
    [[nodiscard]] Journaled<void> mend();

    /// Called before each commit. For tests: a slow disk, a sudden end.
    void setBeforeCommit(std::function<void()> hook) { m_file->setBeforeCommit(std::move(hook)); }

private:
    using Work = std::function<Journaled<void>()>;

    Journal(std::unique_ptr<journal::JournalFile> file, QString who);
    [[nodiscard]] journal::Database &database() const { return m_file->database(); }

    [[nodiscard]] Journaled<void> mended(const Work &work);
    [[nodiscard]] Journaled<void> noted(Journaled<void> done);
    [[nodiscard]] Journaled<void> readOpen(JournalContents &contents) const;
    [[nodiscard]] Journaled<void> readPrinting(JournalContents &contents) const;
    [[nodiscard]] Journaled<void> readUnprinted(Instant since, PrintRecord &record) const;
    [[nodiscard]] Journaled<void> readRest(JournalContents &contents) const;

    [[nodiscard]] Journaled<void> put(const Intent &intent);
    [[nodiscard]] Journaled<void> put(const Conclusion &conclusion);
    [[nodiscard]] Journaled<void> put(const JournaledSale &sale);
    [[nodiscard]] Journaled<void> put(const RecordEntry &entry);
    [[nodiscard]] Journaled<void> put(const Issue &issue);
    [[nodiscard]] Journaled<void> put(const Resolution &resolution);
    [[nodiscard]] Journaled<void> put(const SaleTickets &tickets);
    [[nodiscard]] Journaled<void> put(const PartnerNote &note);
    [[nodiscard]] Journaled<void> put(const PrintJob &job);
    [[nodiscard]] Journaled<void> put(const PrintNotNeeded &entry);
    [[nodiscard]] Journaled<void> put(const BlankRange &range);
    [[nodiscard]] Journaled<void> put(const BlankUse &use);
    [[nodiscard]] Journaled<void> put(const LegalNote &note);

    std::unique_ptr<journal::JournalFile> m_file;
    QString m_who;
    QByteArray m_barcodeKey;
    bool m_isInTrouble = false; ///< the last write or probe failed
};

} // namespace okoshko
