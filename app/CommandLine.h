// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tour/TourPlan.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <tl/expected.hpp>

#include <optional>

namespace okoshko {

namespace sandbox {
enum class VendorMood;
}

enum class LogLevel { Debug, Info, Warning, Error };

/// The command line, checked.
struct Arguments
{
    /// Whether nothing real is sold, on the embedded sandbox, without a question.
    enum class Training { No, Yes };

    std::optional<QUrl> server; ///< given by hand instead of by a profile
    QString keyFile;            ///< given where `server` is
    QString importSettings;     ///< a file; empty = nothing is imported
    Training training = Training::No;
    std::optional<sandbox::VendorMood> vendor; ///< whose answers training gives; nothing = as documented
    QString profile;                           ///< a profile's name, or a folder; empty = as there are
    QString language;                          ///< "ru", "en" or empty = as remembered
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
