// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"
#include "app/Languages.h"
#include "app/Logging.h"
#include "app/Profile.h"
#include "app/Program.h"
#include "app/SettingsImport.h"
#include "app/Startup.h"

#include <QApplication>

int main(int argc, char *argv[])
{
    using namespace okoshko;
    prepareEnvironment(argc, argv);
    QApplication application(argc, argv);
    nameApplication();

    Languages languages;
    languages.speak(languageAtStart(application.arguments()));
    const auto arguments = parseCommandLine(application.arguments());
    if (!arguments)
        return say(arguments.error());
    const auto profile = openProfile(profileFor(*arguments));
    if (!profile)
        return say({profile.error(), 2});
    if (!arguments->importSettings.isEmpty())
        return say(importSettings(arguments->importSettings, *profile));
    startLogging(*profile, arguments->logLevel);

    Program program(*arguments, *profile, languages);
    const QString trouble = program.start();
    if (!trouble.isEmpty())
        return say({trouble, 2});
    return QApplication::exec();
}
