// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/SettingsFields.h"

#include <QCoreApplication>
#include <QString>

namespace okoshko {

/// What the settings are called on screen.
class SettingNames
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::SettingNames)
public:
    [[nodiscard]] static QString name(Setting setting);             ///< with a mnemonic
    [[nodiscard]] static QString hint(Setting setting);             ///< what it does, in a sentence
    [[nodiscard]] static QString unit(Setting setting, int number); ///< of the number before it
    /// What \a word, one of the setting's words, means.
    [[nodiscard]] static QString choice(Setting setting, const QString &word);
};

} // namespace okoshko
