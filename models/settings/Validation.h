// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/CounterSettings.h"

#include <QList>
#include <QString>

namespace okoshko {

/// Why a field of the settings, or of a settings file, cannot be accepted. ui/text/SettingsText.h has the words.
enum class SettingsReason {
    // Of values; these are said beside the field as well.
    Empty,
    TooLong,
    NotPlain, ///< holds a line break or another control character
    OutOfBounds,
    NoScheme,       ///< an address without `https://`
    HasPath,        ///< an address with a path, a query or a user
    NotSecure,      ///< `http:` to another computer, or another scheme
    NoAddress,      ///< not to be understood as an address at all
    LooksLikeKey,   ///< 32 hexadecimal digits: a key was pasted where none belongs
    SlowestTooFast, ///< the slowest pause is shorter than the first
    NameTaken,      ///< two payment systems of one name; `detail` = the other's number
    DigitTaken,     ///< two payment systems on one digit; `detail` = the other's number
    NoneOffered,    ///< no payment system is on

    // Of files.
    WantsYesOrNo, ///< `true` or `false` belongs there
    WantsNumber,  ///< a whole one
    WantsText,
    WantsList,
    WantsObject,
    UnknownWord,  ///< `detail` = the words that are known
    UnknownField, ///< there is no such field
    HoldsKey,     ///< a field for a key: settings hold none
    Twice,        ///< the field was there already
    NotJson,
    NotSettings,  ///< JSON, but no settings of Okoshko
    NewerVersion, ///< `detail` = its version
    TooLarge,
    NotAFile,   ///< a folder, a pipe or a device
    Unreadable, ///< `detail` = the system's words
};

/// One thing that is wrong. A field is named as a settings file names it: `urgentFrom`, `paymentSystems[1].digit`
/// (counted from 0); empty where it is about the whole. Lines and columns count from 1, and are 0 where there is no
/// file.
struct SettingsFault
{
    SettingsReason reason = SettingsReason::Empty;
    QString field;
    QString detail{}; ///< what the reason says of it, else for numbers the bounds: `30…600`
    int line = 0;
    int column = 0;

    friend bool operator==(const SettingsFault &, const SettingsFault &) = default;
};

/// All that is wrong with \a settings, in the order of the fields. Nothing: they can be used and saved.
[[nodiscard]] QList<SettingsFault> validate(const CounterSettings &settings);

} // namespace okoshko
