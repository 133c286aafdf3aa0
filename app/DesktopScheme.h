// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QDBusMessage>
#include <QObject>

namespace okoshko {

/// Whether the desktop is light or dark, as it tells on the session bus (XDG desktop portal, org.freedesktop.appearance
/// color-scheme), now and whenever it changes. Without a bus or a portal nothing is told.
class DesktopScheme final : public QObject
{
    Q_OBJECT
public:
    explicit DesktopScheme(QObject *parent);

Q_SIGNALS:
    void told(okoshko::Theme::Kind kind); ///< Light or Dark; System where the desktop has no wish

private Q_SLOTS:
    void onChanged(const QDBusMessage &signal);

private:
    void take(const QVariant &value);
};

} // namespace okoshko
