// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SettingsImport.h"

#include "app/profiles/Journals.h"
#include "app/profiles/ProfileFolder.h"
#include "app/profiles/Profiles.h"
#include "app/settings/Settings.h"
#include "app/settings/SettingsFile.h"
#include "app/start/ProfileLock.h"

#include "ui/text/SettingsText.h"

#include <QCoreApplication>
#include <QDir>

namespace okoshko {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::SettingsImport)
};

/// Whether sales of the profile would be left behind with their server. As in the settings' window.
bool leavesSalesBehind(const CounterSettings &now, const CounterSettings &wanted, const QString &profileFolder)
{
    if (wanted.server == now.server)
        return false;
    const auto owner = profileOwner(profileFolder);
    return owner && owner->sales == Owner::Sales::Some && !isOf(*owner, QUrl(wanted.server));
}

} // namespace

Usage importSettings(const QString &file, const QString &profileFolder)
{
    Settings settings(profileFolder);
    const SettingsReading reading = readSettingsFile(file, settings.values());
    const QString name = QDir::toNativeSeparators(file);
    if (!reading.faults.isEmpty())
        return {Words::tr("Nothing was changed: %1 has mistakes.").arg(name) + u'\n' +
                    SettingsText::inFile(reading.faults),
                2};
    if (leavesSalesBehind(settings.values(), reading.values, profileFolder))
        return {
            Words::tr("Nothing was changed: this profile has sales of %1. For another server name a new profile with "
                      "--profile.")
                .arg(settings.values().server),
            2};
    const auto saved = settings.save(reading.values);
    if (!saved)
        return {Words::tr("The settings could not be written: %1").arg(saved.error()), 2};
    return {Words::tr("The settings of %1 were taken over.").arg(name), 0};
}

Usage importSettings(const Arguments &arguments)
{
    const Profiles profiles(userDataFolder());
    const QList<Profile> all = profiles.all();
    QString wanted = profiles.trainingFolder();
    // A counter that is set up from a file before its first start: a server makes it a real one.
    if (!readSettingsFile(arguments.importSettings, {}).values.server.isEmpty())
        wanted = QDir(profiles.dataFolder()).filePath(QStringLiteral("profiles/counter"));
    if (!arguments.profile.isEmpty())
        wanted = profiles.folderOf(arguments.profile);
    else if (all.size() == 1)
        wanted = all.first().folder;
    else if (all.size() > 1)
        return {Words::tr("There are several profiles: name one with --profile."), 2};
    const auto folder = openProfile(wanted);
    if (!folder)
        return {folder.error(), 2};
    ProfileLock lock(*folder);
    switch (lock.take()) {
    case ProfileLock::Taken::Yes:
        return importSettings(arguments.importSettings, *folder);
    case ProfileLock::Taken::InUse: // which would write its own over them
        return {Words::tr("Nothing was changed: Okoshko is open with this profile. Close it first, or import the file "
                          "there: Settings → Import…"),
                2};
    case ProfileLock::Taken::No:
        return {cannotBeWritten(*folder), 2};
    }
    Q_UNREACHABLE();
}

} // namespace okoshko
