// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ServerAddress.h"

#include <QList>
#include <QString>
#include <QUrl>

#include <tl/expected.hpp>

namespace okoshko {

/// One account of this counter: a server, a key, a journal and settings, in a folder of its own. The key itself is in
/// the computer's secret store.
struct Profile
{
    QString folder; ///< absolute
    QString name;   ///< of the folder if it is in the data folder, else the path
    QUrl server;    ///< empty = not set up yet
    Environment environment = Environment::Live;
    QString counterName;

    [[nodiscard]] bool isSetUp() const { return !server.isEmpty(); }
    /// The name of its API key in the secret store.
    [[nodiscard]] QString keyAccount() const;
    /// The name of its barcode key in the secret store.
    [[nodiscard]] QString barcodeKeyAccount() const;
    /// The name shown to a person.
    [[nodiscard]] const QString &title() const { return counterName.isEmpty() ? name : counterName; }

    friend bool operator==(const Profile &, const Profile &) = default;
};

/// The profiles of this user: the folders `profiles/<name>/` of the user's data folder, readable by that user only.
class Profiles
{
public:
    explicit Profiles(const QString &dataFolder);

    /// All profiles that are set up, the last used one first.
    [[nodiscard]] QList<Profile> all() const;
    /// The folder for \a nameOrFolder: that of the profile with this name, else \a nameOrFolder as a path.
    [[nodiscard]] QString folderOf(const QString &nameOrFolder) const;
    /// The profile in \a folder, from its settings; not set up if they have no valid server.
    [[nodiscard]] Profile read(const QString &folder) const;
    /// Writes server, environment and name of \a profile into its folder; without a folder creates one named after the
    /// counter. Returns a sentence where that cannot be written to.
    [[nodiscard]] tl::expected<Profile, QString> write(const Profile &profile) const;

    [[nodiscard]] QString trainingFolder() const;
    [[nodiscard]] const QString &dataFolder() const { return m_dataFolder; }

private:
    [[nodiscard]] QString newFolder(const QString &counterName) const;

    QString m_dataFolder;
};

/// The default folder of this user's data.
[[nodiscard]] QString userDataFolder();

/// Creates the folder \a wanted of a profile if it is missing and returns its absolute path, or a sentence that says
/// why it cannot be used.
[[nodiscard]] tl::expected<QString, QString> makeProfileFolder(const QString &wanted);

/// The sentence that says that \a folder cannot be written to.
[[nodiscard]] QString cannotBeWritten(const QString &folder);

} // namespace okoshko
