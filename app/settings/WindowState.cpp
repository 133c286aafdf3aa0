// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/WindowState.h"

#include <QDir>
#include <QFileInfo>
#include <QScreen>
#include <QStyle>
#include <QWidget>

#include <algorithm>

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

WindowState::SoldLast WindowState::soldLast() const
{
    const auto event = EventId::parse(m_file.value(u"soldEvent"_s).toString());
    const auto set = SetId::parse(m_file.value(u"soldSet"_s).toString());
    const auto createdAt = Instant(Microseconds(m_file.value(u"soldAt"_s).toLongLong()));
    return event && set ? SoldLast{*event, *set, createdAt} : SoldLast();
}

void WindowState::setSoldLast(const SoldLast &sold)
{
    // QSettings would create the folder of a profile that has gone.
    if (!QFileInfo(m_file.fileName()).dir().exists())
        return;
    m_file.setValue(u"soldEvent"_s, sold.event.toString());
    m_file.setValue(u"soldSet"_s, sold.set.toString());
    m_file.setValue(u"soldAt"_s, static_cast<qlonglong>(sold.createdAt.time_since_epoch().count()));
    m_file.sync();
}

QByteArray WindowState::geometry() const
{
    return m_file.value(u"geometry"_s).toByteArray();
}

void WindowState::setGeometry(const QByteArray &geometry)
{
    m_file.setValue(u"geometry"_s, geometry);
}

QSize roomFor(const QWidget &window, QSize wanted)
{
    const int titleBar = window.style()->pixelMetric(QStyle::PM_TitleBarHeight, nullptr, &window);
    return wanted.boundedTo(window.screen()->availableSize() - QSize(0, titleBar));
}

void bringOntoScreen(QWidget &window)
{
    if (window.isMaximized() || window.isFullScreen())
        return;
    QRect room = window.screen()->availableGeometry();
    room.setTop(room.top() + window.style()->pixelMetric(QStyle::PM_TitleBarHeight));
    QRect place(window.pos(), window.size().boundedTo(room.size()).expandedTo(window.minimumSizeHint()));
    // The top left corner, with the title and the first buttons, stays visible.
    place.moveRight(std::min(place.right(), room.right()));
    place.moveBottom(std::min(place.bottom(), room.bottom()));
    place.moveLeft(std::max(place.left(), room.left()));
    place.moveTop(std::max(place.top(), room.top()));
    window.setGeometry(place);
}

void comeToFront(QWidget &window)
{
    if (window.isMinimized())
        window.showNormal();
    window.show();
    window.raise();
    window.activateWindow();
}

} // namespace okoshko
