// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/CounterSettings.h"

#include <QStringList>

#include <array>
#include <span>
#include <variant>

namespace okoshko {

// The table of all settings, used for validation and for reading and writing settings files. A new field is a member of
// CounterSettings, PaymentSystem or PrinterProfile and a row here.

/// A value in a settings file; enum values are words.
using PlainValue = std::variant<bool, qint64, double, QString>;

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
    ScanPause,
    AutomaticPrint
};

/// The fields of a payment system; also the columns of PaymentSystemsModel.
enum class SystemSetting { Use, Name, LabelRu, LabelEn, Icon, Digit, CustomerData, Confirmation };

/// The fields of a printer.
enum class PrinterSetting {
    Name,
    Queue,
    Tickets,
    Receipts,
    Template,
    Width,
    MaxLength,
    Dpi,
    Cutter,
    FirstSlot,
    NumberedBlanks
};

using CounterField = SettingsField<CounterSettings, Setting>;
using SystemField = SettingsField<PaymentSystem, SystemSetting>;
using PrinterField = SettingsField<PrinterProfile, PrinterSetting>;

/// In the order of their enums.
[[nodiscard]] std::span<const CounterField> counterFields();
[[nodiscard]] std::span<const SystemField> systemFields();
[[nodiscard]] std::span<const PrinterField> printerFields();
[[nodiscard]] const CounterField &fieldOf(Setting setting);
[[nodiscard]] const SystemField &fieldOf(SystemSetting setting);
[[nodiscard]] const PrinterField &fieldOf(PrinterSetting setting);

/// Maximal number of payment systems, and of printers.
inline constexpr qsizetype maxPaymentSystems = 30;
inline constexpr qsizetype maxPrinters = 20;
/// The names of their lists in files.
inline constexpr char16_t paymentSystemsName[] = u"paymentSystems";
inline constexpr char16_t printersName[] = u"printers";

/// Paths for SettingsFault.
[[nodiscard]] QString pathOf(Setting setting);
[[nodiscard]] QString pathOf(qsizetype system, SystemSetting setting);
[[nodiscard]] QString pathOf(qsizetype printer, PrinterSetting setting);

} // namespace okoshko
