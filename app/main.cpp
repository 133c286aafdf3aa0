// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Application.h"
#include "app/CommandLine.h"
#include "app/report/HandlerTimes.h"
#include "app/settings/Languages.h"

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
    QApplication::setQuitOnLastWindowClosed(false); // a window closes before the next one opens
    nameApplication();

    Languages languages;
    languages.setLanguage(languageAtStart(application.arguments()));
    const auto arguments = parseCommandLine(application.arguments());
    if (!arguments)
        return print(arguments.error());
    if (!arguments->importSettings.isEmpty())
        return print(importSettings(*arguments));

    Application program(*arguments, languages);
    // Queued: start() may emit finished() before exec() runs.
    QObject::connect(&program, &Application::finished, &application, &QApplication::exit, Qt::QueuedConnection);
    program.start();
    return QApplication::exec();
}
