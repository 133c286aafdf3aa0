// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accessible/Accessible.h"

#include "ui/accessible/AccessibleShown.h"
#include "ui/accessible/AccessibleStepper.h"
#include "ui/accessible/AccessibleWords.h"
#include "ui/main/SidePanel.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Stepper.h"

#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace okoshko {

/// Qt asks for each class of \a object, the innermost first; what is a plain widget to Qt is one whose words are its
/// own.
static QAccessibleInterface *accessibleOf(const QString &classOf, QObject *object)
{
    if (auto *notice = qobject_cast<Notice *>(object))
        return new QAccessibleWidget(notice, QAccessible::AlertMessage);
    if (auto *stepper = qobject_cast<Stepper *>(object))
        return new AccessibleStepper(*stepper);
    if (auto *pages = qobject_cast<QStackedWidget *>(object))
        return new AccessibleShown(*pages, QAccessible::LayeredPane);
    if (auto *panel = qobject_cast<SidePanel *>(object))
        return new AccessibleShown(*panel, QAccessible::Client);
    if (classOf == u"QWidget"_s)
        return new AccessibleWords(static_cast<QWidget &>(*object));
    return nullptr;
}

void installAccessible()
{
    QAccessible::installFactory(accessibleOf);
}

} // namespace okoshko
