// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/Profiles.h"

#include "app/profiles/ProfileFolder.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

// The keys of settings.ini that say where a profile sells; the others are read by Settings.
constexpr QStringView serverKey = u"server";
constexpr QStringView stagingKey = u"staging";
constexpr QStringView counterNameKey = u"counterName";

QString settingsFile(const QString &folder)
{
    return QDir(folder).filePath(u"settings.ini"_s);
}

/// A name that every file system takes, and that stays what the person typed as far as that goes.
QString folderName(const QString &counterName)
{
    constexpr int longest = 60;
    QString name;
    for (const QChar c : counterName.simplified().left(longest))
        name += c.isLetterOrNumber() || u" -_."_s.contains(c) ? c : u'-';
    while (name.startsWith(u'.') || name.startsWith(u' '))
        name.remove(0, 1);
    return name.isEmpty() ? u"counter"_s : name.trimmed();
}

} // namespace

QString Profile::keyAccount() const
{
    return server.toString() + u' ' + name;
}

Profiles::Profiles(const QString &dataFolder)
    : m_dataFolder(QDir(dataFolder).absolutePath())
{
}

QList<Profile> Profiles::all() const
{
    const QDir ours(QDir(m_dataFolder).filePath(u"profiles"_s));
    QFileInfoList folders = ours.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    std::stable_sort(folders.begin(), folders.end(), [](const QFileInfo &a, const QFileInfo &b) {
        return QFileInfo(settingsFile(a.filePath())).lastModified() >
               QFileInfo(settingsFile(b.filePath())).lastModified();
    });
    QList<Profile> profiles;
    for (const QFileInfo &folder : std::as_const(folders)) {
        const Profile profile = read(folder.absoluteFilePath());
        if (profile.isSetUp())
            profiles << profile;
    }
    return profiles;
}

QString Profiles::folderOf(const QString &nameOrFolder) const
{
    const QFileInfo named(QDir(m_dataFolder).filePath(u"profiles/"_s + nameOrFolder));
    const bool isName = !nameOrFolder.contains(u'/') && !nameOrFolder.startsWith(u'.') && named.isDir();
    return isName ? named.absoluteFilePath() : QFileInfo(nameOrFolder).absoluteFilePath();
}

Profile Profiles::read(const QString &folder) const
{
    Profile profile;
    profile.folder = QDir(folder).absolutePath();
    const QFileInfo place(profile.folder);
    const bool isOurs = place.absolutePath() == QDir(m_dataFolder).filePath(u"profiles"_s);
    profile.name = isOurs ? place.fileName() : profile.folder;
    const QString file = settingsFile(profile.folder);
    if (!QFileInfo::exists(file))
        return profile;
    const QSettings settings(file, QSettings::IniFormat);
    profile.server = parseServerAddress(settings.value(serverKey.toString()).toString()).value_or(QUrl());
    const bool isMarked = settings.value(stagingKey.toString()).toBool();
    profile.stand = isMarked || profile.server == stagingServer() ? Stand::Staging : Stand::Live;
    profile.counterName = settings.value(counterNameKey.toString()).toString();
    return profile;
}

tl::expected<Profile, QString> Profiles::write(const Profile &profile) const
{
    const auto folder = openProfile(profile.folder.isEmpty() ? newFolder(profile.counterName) : profile.folder);
    if (!folder)
        return tl::unexpected(folder.error());
    QSettings settings(settingsFile(*folder), QSettings::IniFormat);
    settings.setValue(serverKey.toString(), profile.server.toString());
    settings.setValue(stagingKey.toString(), profile.stand == Stand::Staging);
    settings.setValue(counterNameKey.toString(), profile.counterName);
    settings.sync();
    if (settings.status() != QSettings::NoError)
        return tl::unexpected(cannotBeWritten(*folder));
    return read(*folder);
}

QString Profiles::newFolder(const QString &counterName) const
{
    const QDir ours(QDir(m_dataFolder).filePath(u"profiles"_s));
    const QString name = folderName(counterName);
    QString free = name;
    for (int n = 2; ours.exists(free); ++n)
        free = u"%1 %2"_s.arg(name).arg(n);
    return ours.filePath(free);
}

QString Profiles::trainingFolder() const
{
    return QDir(m_dataFolder).filePath(u"training"_s);
}

} // namespace okoshko
