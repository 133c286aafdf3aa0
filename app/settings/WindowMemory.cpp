// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/WindowMemory.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

const QString shownWord = u"shown"_s;

QString fileIn(const QString &profileFolder)
{
    return QDir(profileFolder).filePath(u"window.ini"_s);
}

} // namespace

WindowMemory::WindowMemory(const QString &profileFolder)
    : m_file(fileIn(profileFolder), QSettings::IniFormat)
{
}

QDateTime WindowMemory::lastClosed(const QString &profileFolder)
{
    return QFileInfo(fileIn(profileFolder)).lastModified();
}

WindowMemory::Dock WindowMemory::qaDock() const
{
    return m_file.value(u"qaDock"_s).toString() == shownWord ? Dock::Shown : Dock::Hidden;
}

void WindowMemory::setQaDock(Dock dock)
{
    m_file.setValue(u"qaDock"_s, dock == Dock::Shown ? shownWord : u"hidden"_s);
}

QByteArray WindowMemory::geometry() const
{
    return m_file.value(u"geometry"_s).toByteArray();
}

void WindowMemory::setGeometry(const QByteArray &geometry)
{
    m_file.setValue(u"geometry"_s, geometry);
}

} // namespace okoshko
