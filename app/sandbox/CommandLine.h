// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SandboxServer.h"

#include <QStringList>
#include <variant>

namespace okoshko::sandbox {

/// Something to say and leave: help, the version, or the list of scenarios.
struct Notice
{
    QString text;
};

/// What the command line wants; the error is one sentence for the person who typed it.
/// `arguments`: with the program's name first.
[[nodiscard]] tl::expected<std::variant<Options, Notice>, QString> parseCommandLine(const QStringList &arguments);

} // namespace okoshko::sandbox
