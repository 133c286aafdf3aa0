// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Journal.h"

#include <QByteArray>
#include <QUrl>

#include <optional>

namespace okoshko {

/// The account of \a key in a journal.
[[nodiscard]] Account accountOf(const QUrl &server, const QByteArray &key);

/// The journal of a profile: one file for all of its keys. If it was kept with another key, opening it assigns it to
/// \a key: the server must have confirmed before that both keys belong to the same partner (profileOwner). A journal
/// with sales keeps its server; before the first sale the server may change.
[[nodiscard]] Journaled<std::unique_ptr<Journal>> openProfileJournal(const QString &folder, const QUrl &server,
                                                                     const QByteArray &key, const QString &who);
/// The owner of the profile's journal, if there is a journal.
[[nodiscard]] std::optional<Owner> profileOwner(const QString &folder);

/// Whether the journal belongs to \a server, with any key.
[[nodiscard]] bool isOf(const Owner &owner, const QUrl &server);

/// The journal for a server and a key from the command line: one per server and key.
[[nodiscard]] Journaled<std::unique_ptr<Journal>> openAccountJournal(const QString &folder, const QUrl &server,
                                                                     const QByteArray &key, const QString &who);

/// The journal of training: empty at every start, as the training server is.
[[nodiscard]] Journaled<std::unique_ptr<Journal>> openTrainingJournal(const QString &folder, const QString &who);

} // namespace okoshko
