// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace okoshko {

/// The folder in which everything of this user's is, where he names no other.
[[nodiscard]] QString userDataFolder();

/// Makes the folder \a wanted of a profile where it is missing, and gives its whole path; says in a sentence why it
/// cannot be used.
[[nodiscard]] tl::expected<QString, QString> openProfile(const QString &wanted);

/// That sentence.
[[nodiscard]] QString cannotBeWritten(const QString &folder);

} // namespace okoshko
