// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QDBusMessage>
#include <QObject>

namespace okoshko {

/// Whether the desktop is light or dark, as the session bus reports it (XDG desktop portal, org.freedesktop.appearance
/// color-scheme), now and whenever it changes. Without a bus or a portal there is no signal.
class DesktopScheme final : public QObject
{
    Q_OBJECT
public:
    explicit DesktopScheme(QObject *parent);

Q_SIGNALS:
    void changed(okoshko::Theme::Kind kind); ///< Light or Dark; System where the desktop has no preference

private Q_SLOTS:
    void onChanged(const QDBusMessage &signal);

private:
    void take(const QVariant &value);
};

} // namespace okoshko
