// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Startup.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QLocale>
#include <QScreen>
#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <cstdio>
#include <string_view>

#include <sys/resource.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;

namespace okoshko {

void drawWithoutScreen()
{
    const bool hasScreen = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (!hasScreen && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
}

void prepareEnvironment(int argc, char *argv[])
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument(argv[i]);
        for (const std::string_view needsNone : {"--import-settings", "--help", "-h", "--version", "-v"}) {
            if (argument.starts_with(needsNone))
                drawWithoutScreen();
        }
    }
}

void nameApplication()
{
    QCoreApplication::setOrganizationName(u"Okoshko"_s);
    QCoreApplication::setApplicationName(u"okoshko"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(OKOSHKO_VERSION));
}

Format::Language languageAtStart(const QStringList &arguments)
{
    const qsizetype at = arguments.indexOf(u"--lang"_s);
    const QString wanted = at >= 0 ? arguments.value(at + 1) : QString();
    if (wanted == u"ru" || arguments.contains(u"--lang=ru"))
        return Format::Language::Russian;
    if (wanted == u"en" || arguments.contains(u"--lang=en"))
        return Format::Language::English;
    return QLocale::system().language() == QLocale::Russian ? Format::Language::Russian : Format::Language::English;
}

Format::Language languageAtStart(const Arguments &arguments)
{
    return languageAtStart(QStringList{u"--lang"_s, arguments.language});
}

void keepMemoryPrivate()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifdef Q_OS_LINUX
    // What a core pattern with a pipe would get all the same, and what a debugger of this user could read.
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

void bringOntoScreen(QWidget &window)
{
    if (window.isMaximized() || window.isFullScreen())
        return;
    QRect room = window.screen()->availableGeometry();
    room.setTop(room.top() + window.style()->pixelMetric(QStyle::PM_TitleBarHeight));
    QRect place(window.pos(), window.size().boundedTo(room.size()).expandedTo(window.minimumSizeHint()));
    // The corner with the title and the first buttons rather than the other one.
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

QString sayFontTrouble()
{
    if (!QFontDatabase::families(QFontDatabase::Cyrillic).isEmpty())
        return {};
    // In English whatever the language: Russian letters are what cannot be shown.
    const QString words =
        u"No font of this computer has Cyrillic letters: Russian texts, and the titles of many events, "
        "are shown as empty boxes. Install a font that has them, DejaVu Sans for one, and start "
        "Okoshko again."_s;
    std::fprintf(stderr, "%s\n", qUtf8Printable(words));
    return words;
}

int say(const Usage &usage)
{
    std::fprintf(usage.exitCode == 0 ? stdout : stderr, "%s\n", qUtf8Printable(usage.words));
    return usage.exitCode;
}

} // namespace okoshko
