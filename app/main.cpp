// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"
#include "app/HandlerTimes.h"
#include "app/Languages.h"
#include "app/Program.h"
#include "app/SettingsImport.h"
#include "app/Startup.h"

#include <QApplication>

int main(int argc, char *argv[])
{
    using namespace okoshko;
    keepMemoryPrivate();
    prepareEnvironment(argc, argv);
#ifdef QT_NO_DEBUG
    const QApplication application(argc, argv);
#else
    HandlerTimes application(argc, argv);
    application.watch();
#endif
    QApplication::setQuitOnLastWindowClosed(false); // one window goes before the next one comes
    nameApplication();

    Languages languages;
    languages.speak(languageAtStart(application.arguments()));
    const auto arguments = parseCommandLine(application.arguments());
    if (!arguments)
        return say(arguments.error());
    if (!arguments->importSettings.isEmpty())
        return say(importSettings(*arguments));

    Program program(*arguments, languages);
    // Queued: start() itself may find that there is nothing to start.
    QObject::connect(&program, &Program::finished, &application, &QApplication::exit, Qt::QueuedConnection);
    program.start();
    return QApplication::exec();
}
