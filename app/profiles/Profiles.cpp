// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/Profiles.h"

#include "app/settings/Settings.h"
#include "app/settings/WindowState.h"
#include "models/domain/AtomicFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

/// The counter's name without characters that some file system refuses.
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

/// Tests it by writing: permissions do not tell for root, nor on a read-only or full disk.
/// Writes and removes a file as large as the journal of a few sales.
tl::expected<void, FileError> tryToWrite(const QString &folder)
{
    const QString path = QDir(folder).filePath(u".okoshko-%1"_s.arg(QCoreApplication::applicationPid()));
    auto written = writeAtomically(path, QByteArray(64 * 1024, '?'));
    QFile::remove(path);
    return written;
}

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::Profile)
};

} // namespace

QString Profile::keyAccount() const
{
    return server.toString() + u' ' + name;
}

QString Profile::barcodeKeyAccount() const
{
    return u"barcodes "_s + keyAccount();
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
        return WindowState::lastClosed(a.filePath()) > WindowState::lastClosed(b.filePath());
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
    if (!place.exists())
        return profile;
    const CounterSettings settings = Settings(profile.folder).values();
    profile.server = parseServerAddress(settings.server).value_or(QUrl());
    profile.counterName = settings.counterName;
    profile.environment = environmentOf(profile.server, settings.environment);
    return profile;
}

tl::expected<Profile, QString> Profiles::write(const Profile &profile) const
{
    const auto folder = makeProfileFolder(profile.folder.isEmpty() ? newFolder(profile.counterName) : profile.folder);
    if (!folder)
        return tl::unexpected(folder.error());
    Settings settings(*folder);
    CounterSettings values = settings.values();
    values.server = profile.server.toString();
    values.counterName = profile.counterName;
    values.environment = profile.environment;
    if (!settings.save(values))
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

QString userDataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

QString cannotBeWritten(const QString &folder)
{
    const QString place = QDir::toNativeSeparators(folder);
    if (const auto written = tryToWrite(folder); !written && written.error().kind == FileError::Kind::DiskFull)
        return Words::tr("The disk of the folder %1 is full. Free some space and start Okoshko again: its unfinished "
                         "sales are in this folder.")
            .arg(place);
    return Words::tr("The folder %1 cannot be written to: call the administrator. Another one, chosen with --profile, "
                     "knows nothing of the unfinished sales in this one.")
        .arg(place);
}

tl::expected<QString, QString> makeProfileFolder(const QString &wanted)
{
    const QString path = QDir(wanted).absolutePath();
    if (!QDir().mkpath(path) || !tryToWrite(path))
        return tl::unexpected(cannotBeWritten(path));
    return path;
}

} // namespace okoshko
