// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/WindowState.h"

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

WindowState::WindowState(const QString &profileFolder)
    : m_file(fileIn(profileFolder), QSettings::IniFormat)
{
}

QDateTime WindowState::lastClosed(const QString &profileFolder)
{
    return QFileInfo(fileIn(profileFolder)).lastModified();
}

WindowState::Dock WindowState::qaDock() const
{
    return m_file.value(u"qaDock"_s).toString() == shownWord ? Dock::Shown : Dock::Hidden;
}

void WindowState::setQaDock(Dock dock)
{
    m_file.setValue(u"qaDock"_s, dock == Dock::Shown ? shownWord : u"hidden"_s);
}

QByteArray WindowState::geometry() const
{
    return m_file.value(u"geometry"_s).toByteArray();
}

void WindowState::setGeometry(const QByteArray &geometry)
{
    m_file.setValue(u"geometry"_s, geometry);
}

} // namespace okoshko
