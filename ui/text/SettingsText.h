// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/SettingsFault.h"
#include "models/settings/SettingsFields.h"

#include <QCoreApplication>
#include <QString>

namespace okoshko {

/// The settings in words.
class SettingsText
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::SettingsText)
public:
    /// What is wrong and what would be right, as it stands beside the field.
    [[nodiscard]] static QString reason(const SettingsFault &fault);
    /// The same with its place in a file: `line 12, paymentSystems[1].digit: …`.
    [[nodiscard]] static QString inFile(const SettingsFault &fault);
    /// All of them, a line each.
    [[nodiscard]] static QString inFile(const QList<SettingsFault> &faults);

private:
    [[nodiscard]] static QString reasonOfValue(const SettingsFault &fault);
    [[nodiscard]] static QString reasonOfFile(const SettingsFault &fault);
};

} // namespace okoshko
