// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/DesktopScheme.h"

#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

const QString portal = u"org.freedesktop.portal.Desktop"_s;
const QString root = u"/org/freedesktop/portal/desktop"_s;
const QString settings = u"org.freedesktop.portal.Settings"_s;
const QString appearance = u"org.freedesktop.appearance"_s;
const QString colourScheme = u"color-scheme"_s;

} // namespace

DesktopScheme::DesktopScheme(QObject *parent)
    : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(portal, root, settings, u"SettingChanged"_s, this, SLOT(onChanged(QDBusMessage)));
    QDBusMessage read = QDBusMessage::createMethodCall(portal, root, settings, u"Read"_s);
    read.setArguments({appearance, colourScheme});
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(read), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        if (const QDBusPendingReply<QDBusVariant> reply = *watcher; !reply.isError())
            take(reply.value().variant());
    });
}

void DesktopScheme::onChanged(const QDBusMessage &signal)
{
    const QVariantList change = signal.arguments(); // group, key, value
    if (change.size() == 3 && change.at(0) == appearance && change.at(1) == colourScheme)
        take(change.at(2));
}

void DesktopScheme::take(const QVariant &value)
{
    QVariant plain = value;
    while (plain.canConvert<QDBusVariant>()) // Read wraps its answer twice
        plain = plain.value<QDBusVariant>().variant();
    const uint scheme = plain.toUInt();
    Q_EMIT changed(scheme == 1 ? Theme::Kind::Dark : scheme == 2 ? Theme::Kind::Light : Theme::Kind::System);
}

} // namespace okoshko
