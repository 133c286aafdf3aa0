// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/CounterSettings.h"

#include <QStringList>

#include <array>
#include <span>
#include <variant>

namespace okoshko {

// The table of all settings, used for validation and for reading and writing settings files. A new field is a member of
// CounterSettings or PaymentSystem and a row here.

/// A value in a settings file; enum values are words.
using PlainValue = std::variant<bool, qint64, QString>;

enum class FieldResult { Taken, WrongType, UnknownWord };

/// Limits of a number, or of a text's length in characters.
struct Bounds
{
    qint64 min = 0;
    qint64 max = 0;
};

template <class Owner, class Key>
struct SettingsField
{
    Key key;
    const char16_t *name = nullptr; ///< in files
    Bounds bounds;                  ///< of numbers and texts
    PlainValue (*read)(const Owner &owner);
    FieldResult (*take)(const PlainValue &value, Owner &owner); ///< changes the owner only if it returns Taken
    QStringList (*words)() = nullptr;                           ///< the known words of an enum value; else empty
};

enum class Setting {
    Server,
    Environment,
    CounterName,
    Language,
    Theme,
    TextSize,
    Sounds,
    UrgentFrom,
    FirstPause,
    SlowestPause,
    ScanPause
};

/// The fields of a payment system; also the columns of PaymentSystemsModel.
enum class SystemSetting { Use, Name, LabelRu, LabelEn, Icon, Digit, CustomerData, Confirmation };

using CounterField = SettingsField<CounterSettings, Setting>;
using SystemField = SettingsField<PaymentSystem, SystemSetting>;

/// In the order of their enums.
[[nodiscard]] std::span<const CounterField> counterFields();
[[nodiscard]] std::span<const SystemField> systemFields();
[[nodiscard]] const CounterField &fieldOf(Setting setting);
[[nodiscard]] const SystemField &fieldOf(SystemSetting setting);

/// Maximal number of payment systems.
inline constexpr qsizetype maxPaymentSystems = 30;
/// The name of their list in files.
inline constexpr char16_t paymentSystemsName[] = u"paymentSystems";

/// Paths for SettingsFault.
[[nodiscard]] QString pathOf(Setting setting);
[[nodiscard]] QString pathOf(qsizetype system, SystemSetting setting);

} // namespace okoshko
