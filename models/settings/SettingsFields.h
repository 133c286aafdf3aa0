// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/CounterSettings.h"

#include <QStringList>

#include <array>
#include <span>
#include <variant>

namespace okoshko {

// The one table of what can be set: checking, the settings file and its reader go by it. Adding a field is adding a
// member to CounterSettings or PaymentSystem and a row here.

/// How a value stands in a file. Words stand for what has a name.
using PlainValue = std::variant<bool, qint64, QString>;

enum class Taking { Taken, WrongType, UnknownWord };

/// Least and most of a number; of a text the length in characters.
struct Bounds
{
    qint64 least = 0;
    qint64 most = 0;
};

template <class Owner, class Key>
struct SettingsField
{
    Key key;
    const char16_t *name = nullptr; ///< in files
    Bounds bounds;                  ///< of numbers and texts
    PlainValue (*read)(const Owner &owner);
    Taking (*take)(const PlainValue &value, Owner &owner); ///< leaves the owner alone unless it answers Taken
    QStringList (*words)() = nullptr; ///< those that are known, where the value is a word; else none
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

/// What is set of one payment system; also the columns of its table, in their order.
enum class SystemSetting { Use, Name, LabelRu, LabelEn, Icon, Digit, CustomerData, Confirmation };

using CounterField = SettingsField<CounterSettings, Setting>;
using SystemField = SettingsField<PaymentSystem, SystemSetting>;

/// In the order of their enums.
[[nodiscard]] std::span<const CounterField> counterFields();
[[nodiscard]] std::span<const SystemField> systemFields();
[[nodiscard]] const CounterField &fieldOf(Setting setting);
[[nodiscard]] const SystemField &fieldOf(SystemSetting setting);

/// So many payment systems a counter may have.
inline constexpr qsizetype mostPaymentSystems = 30;
/// The name of their list in files.
inline constexpr char16_t paymentSystemsName[] = u"paymentSystems";

/// As SettingsFault names them.
[[nodiscard]] QString pathOf(Setting setting);
[[nodiscard]] QString pathOf(qsizetype system, SystemSetting setting);

} // namespace okoshko
