// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SettingsImport.h"

#include "app/Settings.h"
#include "app/settings/SettingsFile.h"

#include "ui/text/SettingsText.h"

#include <QCoreApplication>
#include <QDir>

namespace okoshko {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::SettingsImport)
};

} // namespace

Usage importSettings(const QString &file, const QString &profileFolder)
{
    Settings settings(profileFolder);
    const SettingsReading reading = readSettingsFile(file, settings.values());
    const QString name = QDir::toNativeSeparators(file);
    if (!reading.faults.isEmpty())
        return {Words::tr("Nothing was changed: %1 has mistakes.").arg(name) + u'\n' +
                    SettingsText::inFile(reading.faults),
                2};
    const auto saved = settings.save(reading.values);
    if (!saved)
        return {Words::tr("The settings could not be written: %1").arg(saved.error()), 2};
    return {Words::tr("The settings of %1 were taken over.").arg(name), 0};
}

} // namespace okoshko
