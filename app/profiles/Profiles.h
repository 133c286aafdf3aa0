// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ServerAddress.h"

#include <QList>
#include <QString>
#include <QUrl>

#include <tl/expected.hpp>

namespace okoshko {

/// One account of this counter: a server, a key, a journal and settings, in a folder of its own. The key is not in it:
/// it is in the computer's secret store.
struct Profile
{
    QString folder; ///< absolute
    QString name;   ///< of the folder where it is one of ours, else its path
    QUrl server;    ///< empty = not set up yet
    Environment environment = Environment::Live;
    QString counterName;

    [[nodiscard]] bool isSetUp() const { return !server.isEmpty(); }
    /// Under which name the secret store keeps its key.
    [[nodiscard]] QString keyAccount() const;
    /// And the one by which its journal hashes barcodes.
    [[nodiscard]] QString barcodeKeyAccount() const;
    /// As a person knows it.
    [[nodiscard]] const QString &title() const { return counterName.isEmpty() ? name : counterName; }

    friend bool operator==(const Profile &, const Profile &) = default;
};

/// The profiles of this user: the folders `profiles/<name>/` of his data folder. What is in them is theirs alone.
class Profiles
{
public:
    explicit Profiles(const QString &dataFolder);

    /// All that are set up, the one that was used last first.
    [[nodiscard]] QList<Profile> all() const;
    /// The folder that \a nameOrFolder means: that of a profile of this name, or else any folder.
    [[nodiscard]] QString folderOf(const QString &nameOrFolder) const;
    /// The profile in \a folder, as its settings have it; not set up where they name no good server.
    [[nodiscard]] Profile read(const QString &folder) const;
    /// Writes server, environment and name of \a profile into its folder; makes one that is named after the counter
    /// where none is given. A sentence where that cannot be written to.
    [[nodiscard]] tl::expected<Profile, QString> write(const Profile &profile) const;

    [[nodiscard]] QString trainingFolder() const;
    [[nodiscard]] const QString &dataFolder() const { return m_dataFolder; }

private:
    [[nodiscard]] QString newFolder(const QString &counterName) const;

    QString m_dataFolder;
};

/// The folder in which everything of this user's is, where he names no other.
[[nodiscard]] QString userDataFolder();

/// Makes the folder \a wanted of a profile where it is missing, and gives its whole path; says in a sentence why it
/// cannot be used.
[[nodiscard]] tl::expected<QString, QString> makeProfileFolder(const QString &wanted);

/// That sentence.
[[nodiscard]] QString cannotBeWritten(const QString &folder);

} // namespace okoshko
