// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/SettingsFields.h"
#include "models/settings/Validation.h"

#include <QCoreApplication>
#include <QString>

namespace okoshko {

/// Names of the settings on screen.
class SettingNames
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::SettingNames)
public:
    [[nodiscard]] static QString name(Setting setting);             ///< with a mnemonic
    [[nodiscard]] static QString hint(Setting setting);             ///< its effect, a sentence
    [[nodiscard]] static QString unit(Setting setting, int number); ///< for the number before it
    /// The text for \a word, one of the setting's words.
    [[nodiscard]] static QString choice(Setting setting, const QString &word);
};

/// Names of a printer's settings on screen.
class PrinterNames
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::PrinterNames)
public:
    [[nodiscard]] static QString name(PrinterSetting setting); ///< with a mnemonic where it is a field of its own
    [[nodiscard]] static QString hint(PrinterSetting setting);
    [[nodiscard]] static QString unit(PrinterSetting setting);
};

/// Messages about faults of the settings.
class SettingsText
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::SettingsText)
public:
    /// What is wrong and what would be right, for the place beside the field.
    [[nodiscard]] static QString reason(const SettingsFault &fault);
    /// Of each, with its place in a file; a line each.
    [[nodiscard]] static QString inFile(const QList<SettingsFault> &faults);

private:
    [[nodiscard]] static QString reasonOfValue(const SettingsFault &fault);
    [[nodiscard]] static QString reasonOfFile(const SettingsFault &fault);
};

} // namespace okoshko
