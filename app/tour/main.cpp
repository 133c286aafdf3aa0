// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"
#include "app/report/HandlerTimes.h"
#include "app/settings/Languages.h"
#include "app/tour/TourProgram.h"

#include <QApplication>

int main(int argc, char *argv[])
{
    using namespace okoshko;
    keepMemoryPrivate();
    drawWithoutScreen();
#ifdef QT_NO_DEBUG
    const QApplication application(argc, argv);
#else
    HandlerTimes application(argc, argv);
    application.watch();
#endif
    QApplication::setQuitOnLastWindowClosed(false); // the program ends when the tour reports its result
    nameApplication();

    Languages languages;
    languages.setLanguage(languageAtStart(application.arguments()));
    const auto arguments = parseTourCommandLine(application.arguments());
    if (!arguments)
        return print(arguments.error());

    TourProgram program(*arguments, languages);
    // Queued: start() may emit finished() before exec() runs.
    QObject::connect(&program, &TourProgram::finished, &application, &QApplication::exit, Qt::QueuedConnection);
    program.start();
    return QApplication::exec();
}
