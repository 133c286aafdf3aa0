// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/Journal.h"
#include "tests/faults/fixture/ServerState.h"

#include <QSet>
#include <QStringList>

#include <memory>

namespace okoshko::test {

/// What the server and the journal say at one moment, and what has been seen of it from outside.
struct Facts
{
    /// By what went over the line, and what the buyers did; neither the program nor its journal was asked.
    struct Seen
    {
        QSet<QString> givenUp; ///< orders whose cancellation was sent, whether it arrived or not
        QSet<QString> paid;    ///< orders whose buyers paid at the page
        QSet<QString> touched; ///< orders of which any change was sent
        /// Orders that were made, and that the journal did not know when the program had died.
        QSet<QString> unanswered;
    };

    QList<ReportedOrder> server;
    QList<JournaledSale> sales;
    QList<Intent> open;
    QList<Issue> issues;
    Seen seen;
};

/// Where they differ: an order that only one of them knows or has twice, another state, sum, system or tickets; a sale
/// that was seen to be given up and is not cancelled, or to be paid and is not done; a seat in two orders; a change
/// that nobody concluded; something that a person would have to settle. A reservation that reached nobody may still be
/// looked for.
[[nodiscard]] QStringList differences(const Facts &facts);

/// Where the seats of \a event, which were as in \a first, are in no order of \a orders, or not as it says.
[[nodiscard]] QStringList strays(const QString &event, const QHash<QString, QString> &first,
                                 const QHash<QString, QString> &now, const QList<ReportedOrder> &orders);

/// Opens a copy of the journal in \a profile, made as it lies on the disk. Nothing where there is none yet.
[[nodiscard]] Journaled<std::unique_ptr<Journal>> openCopy(const QString &profile, const QString &to,
                                                           const Account &account);

} // namespace okoshko::test
