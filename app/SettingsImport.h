// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/CommandLine.h"

#include <QString>

namespace okoshko {

/// `--import-settings`: takes the settings in \a file over into the profile in \a profileFolder, if all of them are
/// right; else says each that is wrong, with its line, and changes nothing.
[[nodiscard]] Usage importSettings(const QString &file, const QString &profileFolder);

/// The same for what the command line says: into the profile that it names, else into the only one that there is, else
/// into a new one where the file names a server, else into that of training. Of several it does not choose one, and
/// into one that a program has open it takes nothing.
[[nodiscard]] Usage importSettings(const Arguments &arguments);

} // namespace okoshko
