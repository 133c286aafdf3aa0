// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/CounterSettings.h"
#include "models/settings/Validation.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

namespace okoshko {

// The settings as a file: what a counter keeps in its profile, and what one counter exports and twenty import.
//
//   { "format": "okoshko-settings", "version": 1, "theme": "dark", …, "paymentSystems": [ { "name": "api/BASE", … } ] }
//
// JSON in UTF-8; the fields are those of SettingsFields.h, all of them optional: what is not there stays as it is. A
// list of payment systems replaces the whole list. A field that is not known is wrong, for it may be a slip of the pen.
// No field holds a key.

inline constexpr char settingsFormat[] = "okoshko-settings";
inline constexpr qint64 settingsVersion = 1;

[[nodiscard]] QByteArray writeSettings(const CounterSettings &settings);

/// What a file says: the values that are right over those that were there before, and all that is wrong with it.
struct SettingsReading
{
    CounterSettings values;
    QList<SettingsFault> faults; ///< by line
};

[[nodiscard]] SettingsReading readSettings(const QByteArray &text, const CounterSettings &before);

/// The same from a file of a megabyte at most. What cannot be read as a file at all is a fault like any other. May be
/// called on any thread.
[[nodiscard]] SettingsReading readSettingsFile(const QString &path, const CounterSettings &before);

/// Writes them to \a path, whole or not at all; else the system's reason.
[[nodiscard]] tl::expected<void, QString> writeSettingsFile(const QString &path, const CounterSettings &settings);

} // namespace okoshko
