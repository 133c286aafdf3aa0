// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/CounterSettings.h"

#include <QList>
#include <QString>

namespace okoshko {

/// Why a field of the settings, or of a settings file, is invalid. ui/text/SettingsText.h has the texts.
enum class SettingsReason {
    // Of values; also shown beside the field.
    Empty,
    TooLong,
    NotPlain, ///< has a line break or another control character
    OutOfBounds,
    NoScheme,       ///< an address without `https://`
    HasPath,        ///< an address with a path, a query or a user
    NotSecure,      ///< `http:` to another computer, or another scheme
    NoAddress,      ///< not an address
    LooksLikeKey,   ///< 32 hexadecimal digits: a key pasted into another field
    SlowestTooFast, ///< the slowest pause is shorter than the first
    NameTaken,      ///< two payment systems with one name; `detail` = the other's number
    DigitTaken,     ///< two payment systems with one digit; `detail` = the other's number
    NoneOffered,    ///< no payment system is on
    PrinterTaken,   ///< two printers with one name; `detail` = the other's number

    // Of files.
    WantsYesOrNo, ///< `true` or `false` expected
    WantsNumber,  ///< integer expected
    WantsDecimal, ///< number expected
    WantsText,
    WantsList,
    WantsObject,
    UnknownWord,  ///< `detail` = the known words
    UnknownField, ///< there is no such field
    HoldsKey,     ///< a field for a key, which settings never have
    Twice,        ///< duplicate field
    NotJson,
    NotSettings,  ///< JSON, but not a settings file
    NewerVersion, ///< `detail` = its version
    TooLarge,
    NotAFile,   ///< a folder, a pipe or a device
    Unreadable, ///< `detail` = the system's message
};

/// An error in settings. The field is named as in a settings file: `urgentFrom`, `paymentSystems[1].digit` (from 0);
/// empty for the whole file. Lines and columns count from 1; 0 = no file.
struct SettingsFault
{
    SettingsReason reason = SettingsReason::Empty;
    QString field;
    QString detail{}; ///< see the reason; otherwise for numbers the limits: `30…600`
    int line = 0;
    int column = 0;

    friend bool operator==(const SettingsFault &, const SettingsFault &) = default;
};

/// All errors of \a settings, in the order of the fields; empty = valid. Pure function.
[[nodiscard]] QList<SettingsFault> validate(const CounterSettings &settings);

} // namespace okoshko
