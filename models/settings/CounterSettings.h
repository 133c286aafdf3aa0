// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/PaymentSystem.h"
#include "models/domain/ServerAddress.h"
#include "models/tables/Format.h"

#include <QList>
#include <QString>

#include <chrono>

namespace okoshko {

/// What the windows wear. `System`: light or dark, as the desktop is.
enum class ThemeKind { System, Light, Dark, HighContrast };

enum class Sounds { Off, On };
enum class LanguageSetting { System, Russian, English };

/// All that a person may set at a counter, with the defaults. Never a key. SettingsFields.h has a row for each.
struct CounterSettings
{
    QString server; ///< as it was typed: `https://host`; empty = none yet
    Environment environment = Environment::Live;
    QString counterName; ///< which of the venue's counters this is; empty until one was given
    LanguageSetting language = LanguageSetting::System;
    ThemeKind theme = ThemeKind::System;
    int textSize = 100; ///< percent of the system's
    /// Off at first: counters stand side by side, and a sound that nobody asked for is a nuisance. All that is heard
    /// can be seen as well.
    Sounds sounds = Sounds::Off;
    std::chrono::seconds urgentFrom = Countdown::usualUrgency;
    std::chrono::seconds firstPause{2};      ///< between two questions about a payment that was just started …
    std::chrono::seconds slowestPause{30};   ///< … and about one that takes long
    std::chrono::milliseconds scanPause{35}; ///< longest between two characters of one scan of a barcode
    QList<PaymentSystem> paymentSystems = defaultPaymentSystems();

    /// The language that is meant, on this computer.
    [[nodiscard]] Format::Language usedLanguage() const;
    [[nodiscard]] Format format() const;

    friend bool operator==(const CounterSettings &, const CounterSettings &) = default;
};

[[nodiscard]] LanguageSetting toLanguageSetting(Format::Language language);

} // namespace okoshko
