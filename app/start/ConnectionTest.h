// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/setup/ConnectionCheck.h"

#include <QByteArray>
#include <QUrl>

#include <memory>

namespace okoshko {

/// A test of \a server with \a key in the recorded generation, not yet started.
[[nodiscard]] std::unique_ptr<ConnectionCheck> makeConnectionTest(const QUrl &server, const QByteArray &key);

} // namespace okoshko
