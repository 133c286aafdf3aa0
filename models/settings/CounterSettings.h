// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/PaymentSystem.h"
#include "models/domain/ServerAddress.h"
#include "models/print/PrinterProfile.h"
#include "models/tables/Format.h"

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace okoshko {

/// The colour theme. `System`: light or dark, like the desktop.
enum class ThemeKind { System, Light, Dark, HighContrast };

enum class Sounds { Off, On };
using LanguageSetting = std::optional<Format::Language>; ///< nothing = that of this computer

/// The settings of a counter, with defaults; never the key. SettingsFields.h has a row for each. A value.
struct CounterSettings
{
    QString server; ///< as typed: `https://host`; empty = not set
    Environment environment = Environment::Live;
    QString counterName; ///< name of this counter at the venue; empty = not set
    LanguageSetting language;
    ThemeKind theme = ThemeKind::System;
    int textSize = 100; ///< percent of the system's size
    /// Off by default, as counters stand side by side. Every sound also has a visible sign.
    Sounds sounds = Sounds::Off;
    std::chrono::seconds urgentFrom = Countdown::usualUrgency;
    std::chrono::seconds firstPause{2};      ///< between two readings of a new payment …
    std::chrono::seconds slowestPause{30};   ///< … and of a long one
    std::chrono::milliseconds scanPause{35}; ///< maximal pause between two characters of one barcode scan
    QList<PaymentSystem> paymentSystems = defaultPaymentSystems();
    PrintSettings print;

    [[nodiscard]] Format::Language usedLanguage() const { return language ? *language : Format::systemLanguage(); }
    [[nodiscard]] Format format() const;

    friend bool operator==(const CounterSettings &, const CounterSettings &) = default;
};

} // namespace okoshko
