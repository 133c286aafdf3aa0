// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace okoshko {

/// The folder in which this counter keeps its settings and its log: \a wanted, or the user's own. Makes it where it is
/// missing; says in a sentence why it cannot be used.
[[nodiscard]] tl::expected<QString, QString> openProfile(const QString &wanted);

} // namespace okoshko
