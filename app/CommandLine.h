// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QSize>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <tl/expected.hpp>

#include <chrono>
#include <optional>

namespace okoshko {

enum class LogLevel { Debug, Info, Warning, Error };

/// What the tour is to do (`--tour`).
struct TourPlan
{
    QString folder; ///< where the pictures and tour.json go
    QString event;  ///< id; empty = the first that can be sold
    QString set;    ///< id; empty = the first of the event that can be sold
    QString system; ///< payment system's name; empty = the first of the list
    QSize size{1280, 800};
    std::optional<Theme::Kind> theme;
    std::chrono::seconds wait{120}; ///< how long the payment may take
};

/// The command line, checked.
struct Arguments
{
    std::optional<QUrl> server; ///< none = training on the embedded sandbox
    QString keyFile;            ///< given where `server` is
    QString profile;            ///< folder; empty = the user's own
    QString language;           ///< "ru", "en" or empty = as remembered
    LogLevel logLevel = LogLevel::Info;
    std::optional<TourPlan> tour;
};

/// Says why the arguments cannot be used, or that all was said already (`--help`, `--version`).
struct Usage
{
    QString words;
    int exitCode = 2;
};

/// Reads the program's arguments; \a arguments begins with the program's name. Needs a QCoreApplication for its words.
[[nodiscard]] tl::expected<Arguments, Usage> parseCommandLine(const QStringList &arguments);

} // namespace okoshko
