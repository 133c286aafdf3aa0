// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Journal.h"

#include <QByteArray>
#include <QUrl>

#include <optional>

namespace okoshko {

/// Whose key \a key is, as a journal notes it.
[[nodiscard]] Account accountOf(const QUrl &server, const QByteArray &key);

/// The journal of a profile: one file, whatever its keys. Opening it with another key than it was kept with makes it
/// that key's: the server must have said before that both are the same partner's (profileOwner). One with sales in it
/// belongs to their server for ever; before the first sale the server may change.
[[nodiscard]] Journaled<std::unique_ptr<Journal>> openProfileJournal(const QString &folder, const QUrl &server,
                                                                     const QByteArray &key, const QString &who);
/// Whose the journal of a profile is, if there is one.
[[nodiscard]] std::optional<Owner> profileOwner(const QString &folder);

/// Whether the journal is one of \a server, whatever the key.
[[nodiscard]] bool isOf(const Owner &owner, const QUrl &server);

/// Where a server and a key are given by hand: a journal for each of them, so that none is mistaken for another.
[[nodiscard]] Journaled<std::unique_ptr<Journal>> openAccountJournal(const QString &folder, const QUrl &server,
                                                                     const QByteArray &key, const QString &who);

/// Training begins anew at every start, with its server: so does its journal.
[[nodiscard]] Journaled<std::unique_ptr<Journal>> openTrainingJournal(const QString &folder, const QString &who);

} // namespace okoshko
