// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/CounterSettings.h"
#include "models/settings/Validation.h"
#include "models/tables/Format.h"

#include <QList>
#include <QString>

#include <tl/expected.hpp>

namespace okoshko {

/// The settings in a profile's `settings.json` (see app/settings/SettingsFile.h), without the key. Missing and wrong
/// values have their defaults.
///
/// A file with faults is not changed before the next save, and is then kept beside the new file.
class Settings
{
public:
    explicit Settings(const QString &profileFolder);

    [[nodiscard]] const CounterSettings &values() const { return m_values; }
    /// The faults of the file when it was read; none after a save.
    [[nodiscard]] const QList<SettingsFault> &faults() const { return m_faults; }
    [[nodiscard]] const QString &path() const { return m_path; }

    /// Writes to disk at once. On failure returns the system's reason; the values are then used until the program ends.
    /// \a values must pass validate().
    tl::expected<void, QString> save(const CounterSettings &values);

    // Single values that are changed outside the settings page.
    [[nodiscard]] Format::Language language() const { return m_values.usedLanguage(); }
    void setLanguage(Format::Language language);
    [[nodiscard]] ThemeKind theme() const { return m_values.theme; }
    void setTheme(ThemeKind kind);
    [[nodiscard]] QString counterName() const { return m_values.counterName; }
    [[nodiscard]] QList<PaymentSystem> paymentSystems() const { return m_values.paymentSystems; }

private:
    void remember(const CounterSettings &values);
    [[nodiscard]] tl::expected<void, QString> keepFaultyFile();

    QString m_path;
    CounterSettings m_values;
    QList<SettingsFault> m_faults;
};

} // namespace okoshko
