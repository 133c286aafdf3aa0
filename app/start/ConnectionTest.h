// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ServerAddress.h"
#include "models/setup/ConnectionCheck.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <memory>

namespace okoshko {

/// A test of \a server with \a key in the recorded generation, not yet started. Where \a server is one of those of
/// \a known that really sell, the others of these are asked as well, without the key.
[[nodiscard]] std::unique_ptr<ConnectionCheck> makeConnectionTest(const QUrl &server, const QByteArray &key,
                                                                  const QList<KnownServer> &known);

} // namespace okoshko
