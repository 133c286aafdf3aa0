// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/StorageError.h"
#include "models/journal/Database.h"
#include "models/journal/JournalStore.h"

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include <functional>
#include <memory>
#include <optional>

namespace okoshko::journal {

class Database;

/// Copies the readable rows of \a damaged into the empty \a fresh of the same version and returns their number. Each
/// table is read forwards up to the first unreadable row, then backwards from its end. The index of past orders is not
/// copied but rebuilt. Fails if \a fresh cannot be written.
[[nodiscard]] tl::expected<qint64, JournalError> salvage(Database &damaged, Database &fresh);

/// The file of a journal: checked, opened, migrated, and replaced when damaged. Used on the thread that opened it;
/// errors are JournalError values.
///
/// Each file has a counter id and a hash of the computer's id; a profile copied to another computer gets a new counter
/// id there.
class JournalFile
{
public:
    enum class Found { Fresh, Whole, Salvaged };

    /// Arguments of open().
    struct Place
    {
        QString path;
        Account account;
        QByteArray machine; ///< the computer's id; empty = unknown, counts as the same computer
    };

    /// Opens the file, in a time independent of the number of rows. A file of an earlier version is not migrated yet.
    [[nodiscard]] static Journaled<std::unique_ptr<JournalFile>> open(const Place &place);
    [[nodiscard]] static std::optional<Owner> ownerOf(const QString &path);
    [[nodiscard]] static Journaled<Owner> ownerIn(Database &database);
    /// Marks the file as closed properly, unless a check is still due.
    ~JournalFile();

    JournalFile(const JournalFile &) = delete;
    JournalFile &operator=(const JournalFile &) = delete;

    [[nodiscard]] Database &database() { return *m_database; }
    [[nodiscard]] const QString &path() const { return m_place.path; }
    [[nodiscard]] Found found() const { return m_found; }
    /// The new name of the damaged file; empty if there was none.
    [[nodiscard]] const QString &setAside() const { return m_setAside; }
    /// Whether the file needs a thorough check, as it was not closed properly; known after makeReady().
    [[nodiscard]] bool isToBeChecked() const { return m_isToBeChecked; }
    /// The file was checked and is intact.
    void setChecked() { m_isToBeChecked = false; }
    /// This counter's id; empty before makeReady().
    [[nodiscard]] const QString &counter() const { return m_counter; }

    /// Migrates the file, and reopens it if replaceDamaged() failed to. Called first by every method of Journal that
    /// reads or writes entries.
    [[nodiscard]] Journaled<void> makeReady();
    /// Renames the damaged file and continues with a new one that has its readable rows.
    [[nodiscard]] Journaled<void> replaceDamaged();
    /// The account from now on.
    void setAccount(const Account &account) { m_place.account = account; }

    void setBeforeCommit(std::function<void()> hook);

private:
    explicit JournalFile(Place place);
    [[nodiscard]] Journaled<void> openWhole();
    [[nodiscard]] Journaled<void> belong();
    [[nodiscard]] Journaled<void> migrate();
    [[nodiscard]] Journaled<void> recognizeCounter();
    [[nodiscard]] Journaled<void> begin();
    [[nodiscard]] Journaled<void> fillSuccessor(const QString &path, Database *damaged) const;
    [[nodiscard]] Journaled<void> keepCounter(Database &fresh) const;

    Place m_place;
    std::unique_ptr<Database> m_database;
    std::function<void()> m_beforeCommit;
    QString m_setAside;
    QString m_counter;
    Found m_found = Found::Whole;
    bool m_isToBeChecked = true;
    bool m_isReady = false;
};

} // namespace okoshko::journal
