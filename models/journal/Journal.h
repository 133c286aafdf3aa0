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

/// What this counter intended and what the server said, in an SQLite file: written before it matters.
///
/// Every method that writes returns only once what it wrote would survive a power cut (WAL, synchronous=FULL). An
/// intent is noted before its request is sent and concluded when the answer is known; one that is still open at the
/// next start is one whose answer nobody saw. The file also mirrors this counter's sales, lists its issues, and keeps a
/// record of who did what when that cannot be altered afterwards.
///
/// A file that turns out to be damaged, whenever that is, is set aside beside it (`….damaged-<time>`), never deleted,
/// and the journal goes on with what could be read of it. Times are the server's; no key and nothing about a buyer is
/// ever written. Lives on the thread that opened it.
class Journal
{
public:
    using Found = journal::JournalFile::Found;

    /// Where in \a folder the journal of \a account is.
    [[nodiscard]] static QString pathFor(const QString &folder, const Account &account);

    /// Opens the journal \a path of \a account and makes it where there is none, which takes the same time for any
    /// number of rows. One of a newer version or of another account is refused and left as it is. \a who stands in
    /// every entry of the record. \a machine tells a computer from others: on another one than before, the sales in the
    /// file are for reading only.
    [[nodiscard]] static Journaled<std::unique_ptr<Journal>>
    open(const QString &path, const Account &account, const QString &who,
         const QByteArray &machine = QSysInfo::machineUniqueId());
    /// Whose journal the file \a path is; nothing where there is none yet, or none that can be read.
    [[nodiscard]] static std::optional<Owner> ownerOf(const QString &path);
    /// Marks an orderly end, unless a check is still due.
    ~Journal();

    Journal(const Journal &) = delete;
    Journal &operator=(const Journal &) = delete;

    [[nodiscard]] Found found() const { return m_file->found(); }
    /// Where the damaged file was set aside; empty unless one was.
    [[nodiscard]] const QString &setAside() const { return m_file->setAside(); }
    [[nodiscard]] const QString &path() const { return m_file->path(); }

    /// The partner that the server told (`X-Partner`); empty until one was noted.
    [[nodiscard]] Journaled<QString> partner() const;
    /// Notes it, or gives OtherAccount where another one is noted already.
    [[nodiscard]] Journaled<void> notePartner(const QString &partner);
    /// From here on the journal belongs to \a account: to a new key of its partner, which whoever calls has asked the
    /// server, or to another server while there are no sales; else OtherAccount.
    [[nodiscard]] Journaled<void> changeAccount(const Account &account);
    [[nodiscard]] Journaled<Owner> owner() const;

    /// What a start needs. Migrates a file of an earlier version first, in one transaction.
    [[nodiscard]] Journaled<JournalContents> load(Instant since);
    /// Writes all of \a entries in one transaction, or none of them. An intent keeps the id that it has; the same one
    /// again changes nothing, another one of its id is an error. What becomes of an intent or issue that is not known,
    /// or is another computer's, is no error and changes nothing; nor does an issue that was resolved change.
    [[nodiscard]] Journaled<void> write(const QList<JournalEntry> &entries);
    /// Looks for \a text among all orders in the file, newest first (PastIndex).
    [[nodiscard]] Journaled<PastSales> find(const QString &text, int limit);
    /// By which the hashes of barcodes are made. Without one none are kept or looked for.
    void setBarcodeKey(const QByteArray &key) { m_barcodeKey = key; }
    /// The id of this counter in the file; empty before load().
    [[nodiscard]] const QString &counter() const { return m_file->counter(); }
    /// A part of the work of putting an older journal's sales into the index of past orders, of about \a budget; tells
    /// whether there is more.
    [[nodiscard]] Journaled<bool> fillIndex(std::chrono::milliseconds budget);

    /// Asks whether the file is still the one that was opened. Where the last write or probe failed it asks whether the
    /// disk takes entries again, by writing one that says nothing; else nothing is written.
    [[nodiscard]] Journaled<void> probe();

    /// Whether the file has to be checked thoroughly, because it was not closed the last time; known after load().
    [[nodiscard]] bool isToBeChecked() const { return m_file->isToBeChecked(); }
    /// Brings a file of an earlier version to the present one, in one transaction. Every call that needs it does.
    [[nodiscard]] Journaled<void> makeReady();

    /// What a thorough check of the file found, made elsewhere: setChecked() where it is whole, else mend().
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
    [[nodiscard]] Journaled<void> readRest(JournalContents &contents) const;

    [[nodiscard]] Journaled<void> put(const Intent &intent);
    [[nodiscard]] Journaled<void> put(const Conclusion &conclusion);
    [[nodiscard]] Journaled<void> put(const JournaledSale &sale);
    [[nodiscard]] Journaled<void> put(const RecordEntry &entry);
    [[nodiscard]] Journaled<void> put(const Issue &issue);
    [[nodiscard]] Journaled<void> put(const Resolution &resolution);
    [[nodiscard]] Journaled<void> put(const SaleTickets &tickets);
    [[nodiscard]] Journaled<void> put(const PartnerNote &note);

    std::unique_ptr<journal::JournalFile> m_file;
    QString m_who;
    QByteArray m_barcodeKey;
    bool m_isInTrouble = false; ///< the last write or probe failed
};

} // namespace okoshko
