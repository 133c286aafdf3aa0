// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/CounterSettings.h"
#include "models/settings/Validation.h"
#include "models/tables/Format.h"

#include <QList>
#include <QString>

#include <tl/expected.hpp>

namespace okoshko {

/// What the counter remembers in its profile: `settings.json`, as app/settings/SettingsFile.h describes it. Never the
/// key. What is missing or wrong has its default.
///
/// A file with faults is left as it is until somebody saves, and is kept beside the new one then: nothing of it is
/// lost.
class Settings
{
public:
    explicit Settings(const QString &profileFolder);

    [[nodiscard]] const CounterSettings &values() const { return m_values; }
    /// What was wrong with the file when it was read; nothing once it was saved anew.
    [[nodiscard]] const QList<SettingsFault> &faults() const { return m_faults; }
    [[nodiscard]] const QString &path() const { return m_path; }

    /// Writes to disk at once; else the system's reason, and the values are used until the program ends. \a values are
    /// right by validate().
    tl::expected<void, QString> save(const CounterSettings &values);

    // Single values, as they are changed without the settings' window.
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
