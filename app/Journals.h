// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Journal.h"

#include <QByteArray>
#include <QUrl>

namespace okoshko {

/// Whether what is sold is real. Training begins anew at every start, with its server: so does its journal.
enum class Trade { Training, Real };

/// Opens the journal of this counter for \a server and \a key, in the profile's folder.
[[nodiscard]] Journaled<std::unique_ptr<Journal>> openJournal(const QString &profileFolder, Trade trade,
                                                              const QUrl &server, const QByteArray &key,
                                                              const QString &who);

} // namespace okoshko
