// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/CounterSettings.h"
#include "models/settings/Validation.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

namespace okoshko {

// The file of a profile's settings, also used to export them and to import them at other counters.
//
//   { "format": "okoshko-settings", "version": 1, "theme": "dark", …, "paymentSystems": [ { "name": "api/BASE", … } ],
//     "printers": [ { "name": "Roll", "queue": "roll", … } ] }
//
// JSON in UTF-8; the fields are those of SettingsFields.h, all of them optional: a missing field leaves its value
// unchanged. A list replaces the whole list. An unknown field is a fault, because it may be a typing
// error. No field holds a key.

inline constexpr char settingsFormat[] = "okoshko-settings";
inline constexpr qint64 settingsVersion = 1;

[[nodiscard]] QByteArray writeSettings(const CounterSettings &settings);

/// The values of a file, applied over earlier ones where they are right, and its faults.
struct SettingsReading
{
    CounterSettings values;
    QList<SettingsFault> faults; ///< by line
};

[[nodiscard]] SettingsReading readSettings(const QByteArray &text, const CounterSettings &before);

/// The same from a file of at most a megabyte. A file that cannot be read is reported as a fault. May be called on any
/// thread.
[[nodiscard]] SettingsReading readSettingsFile(const QString &path, const CounterSettings &before);

/// Writes the settings to \a path, whole or not at all; on failure returns the system's reason.
[[nodiscard]] tl::expected<void, QString> writeSettingsFile(const QString &path, const CounterSettings &settings);

} // namespace okoshko
