// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accessible/Accessible.h"

#include "ui/accessible/AccessibleShown.h"
#include "ui/accessible/AccessibleStepper.h"
#include "ui/main/SidePanel.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Stepper.h"

#include <QStackedWidget>

namespace okoshko {

static QAccessibleInterface *accessibleOf(const QString &, QObject *object)
{
    if (auto *notice = qobject_cast<Notice *>(object))
        return new QAccessibleWidget(notice, QAccessible::AlertMessage);
    if (auto *stepper = qobject_cast<Stepper *>(object))
        return new AccessibleStepper(*stepper);
    if (auto *pages = qobject_cast<QStackedWidget *>(object))
        return new AccessibleShown(*pages, QAccessible::LayeredPane);
    if (auto *panel = qobject_cast<SidePanel *>(object))
        return new AccessibleShown(*panel, QAccessible::Client);
    return nullptr;
}

void installAccessible()
{
    QAccessible::installFactory(accessibleOf);
}

} // namespace okoshko
