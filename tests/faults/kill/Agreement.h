// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Journal.h"

#include <QStringList>

#include <memory>

namespace okoshko::test {

/// What the server and the journal say at one moment.
struct Facts
{
    QList<Order> server;
    QList<JournaledSale> sales;
    QList<Intent> open;
    QList<Unsettled> unsettled;
};

/// Where the two differ: an order that only one of them knows, another state, a hold that was given up and is not
/// released, a paid order that the journal does not know to be paid; a seat in two orders; a change that nobody
/// concluded; something that a person would have to settle. A reservation that reached nobody may still be looked for.
[[nodiscard]] QStringList differences(const Facts &facts);

/// Opens a copy of the journal in \a profile, made as it lies on the disk. Nothing where there is none yet.
[[nodiscard]] Journaled<std::unique_ptr<Journal>> openCopy(const QString &profile, const QString &to,
                                                           const Account &account);

} // namespace okoshko::test
