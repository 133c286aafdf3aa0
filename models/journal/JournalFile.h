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

/// Copies what can still be read of the journal \a damaged into the empty \a fresh of the same version, and gives the
/// number of rows. Each table is read from its first row on until one cannot be read, and then from its last row
/// backwards. The index of past orders is not copied; it is filled anew. An error where
/// \a fresh cannot be written.
[[nodiscard]] tl::expected<qint64, JournalError> salvage(Database &damaged, Database &fresh);

/// The file of a journal: looked at before it is touched, opened, migrated, and set aside when it is damaged.
///
/// Each file has a counter id, and a hash by which the computer that it was made on is known again: a profile that was
/// copied to another computer gets another counter id there.
class JournalFile
{
public:
    enum class Found { Fresh, Whole, Salvaged };

    /// What a file is opened for.
    struct Place
    {
        QString path;
        Account account;
        QByteArray machine; ///< the computer's id; empty = it has none, and then is taken for the one that it was
    };

    /// Nothing that is done here takes longer with more rows. A file of an earlier version stays as it is.
    [[nodiscard]] static Journaled<std::unique_ptr<JournalFile>> open(const Place &place);
    [[nodiscard]] static std::optional<Owner> ownerOf(const QString &path);
    [[nodiscard]] static Journaled<Owner> ownerIn(Database &database);
    /// Marks an orderly end, unless a check is still due.
    ~JournalFile();

    JournalFile(const JournalFile &) = delete;
    JournalFile &operator=(const JournalFile &) = delete;

    [[nodiscard]] Database &database() { return *m_database; }
    [[nodiscard]] const QString &path() const { return m_place.path; }
    [[nodiscard]] Found found() const { return m_found; }
    /// Where the damaged file was set aside; empty unless it was.
    [[nodiscard]] const QString &setAside() const { return m_setAside; }
    /// Whether the file has to be checked thoroughly, because it was not closed the last time; known after makeReady().
    [[nodiscard]] bool isToBeChecked() const { return m_isToBeChecked; }
    /// It was checked, and is whole.
    void setChecked() { m_isToBeChecked = false; }
    /// The id of this counter; empty before makeReady().
    [[nodiscard]] const QString &counter() const { return m_counter; }

    /// Brings the file to the present version, and opens it again where replaceDamaged() could not. Every method of a
    /// journal that reads or writes entries calls it first.
    [[nodiscard]] Journaled<void> makeReady();
    /// Sets the damaged file aside and goes on with a new one, in which is what could be read of it.
    [[nodiscard]] Journaled<void> replaceDamaged();
    /// The account from here on.
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
