// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/CommandLine.h"
#include "models/tables/Format.h"

#include <QStringList>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace okoshko {

// Before there is an application:

/// Where there is no screen, windows are drawn into memory.
void drawWithoutScreen();
/// The same for what needs none (an import, `--help`).
void prepareEnvironment(int argc, char *argv[]);

/// Name and version, by which the profile's folder and `--version` go; the system's proxy for the network.
void nameApplication();

/// The language of the first words, before the command line is understood: `--lang`, else the system's.
[[nodiscard]] Format::Language languageAtStart(const QStringList &arguments);
[[nodiscard]] Format::Language languageAtStart(const Arguments &arguments);

/// From here on no core dump of this process holds its key, and nobody reads its memory but root.
void keepMemoryPrivate();

/// Moves \a window, which is not shown yet, and makes it smaller where it has to be, so that it stands on its screen:
/// the one on which it stood may have gone. One that fills its screen stays so.
void bringOntoScreen(QWidget &window);

/// Puts \a window before all others, as far as the desktop lets it.
void comeToFront(QWidget &window);

/// Says on standard error what the fonts of this computer cannot show, and gives it; empty where they show all.
QString sayFontTrouble();

/// Says \a usage where it belongs, and gives its exit code.
[[nodiscard]] int say(const Usage &usage);

} // namespace okoshko
