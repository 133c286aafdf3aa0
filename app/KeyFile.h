// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace okoshko {

/// The API key in the file \a path, without the blanks and the leading `key ` that people copy along; or a sentence
/// that says why there is none. The sentence never holds anything of the file.
[[nodiscard]] tl::expected<QByteArray, QString> readKeyFile(const QString &path);

} // namespace okoshko
