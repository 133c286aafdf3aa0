// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/fixture/SaleRequests.h"
#include "tests/faults/proxy/FaultyProxy.h"

#include <QMap>
#include <QStringList>

namespace okoshko::test {

/// One cell: which request of a sale meets which fault, and how often; below zero until the network is mended.
struct Course
{
    Request request = Request::Create;
    Fault fault = Fault::CutBefore;
    int times = 1;

    /// Whether the client can know that the server did not act. It may then simply send it again.
    [[nodiscard]] bool isCertain() const;
    /// Whether the answer only asks for patience: it is sent again without a word.
    [[nodiscard]] bool asksToWait() const;
    [[nodiscard]] QString toString() const;
};

/// How many requests of one kind were sent, and how many of them the server has seen.
struct Sent
{
    int sent = 0;
    int reached = 0;
};

[[nodiscard]] QMap<Request, Sent> count(const QList<SeenRequest> &requests);

/// What a cashier is told until her tickets are reserved and, where \a course meets a later step, of that step.
[[nodiscard]] QStringList toldUnder(const Course &course);

/// Likewise where \a create loses the answer to her request, and \a look meets the search for the order.
[[nodiscard]] QStringList toldUnderBrokenSearch(const Course &create, const Course &look);

/// What is wrong with \a counts: a request that was repeated where it must not be, or is missing.
[[nodiscard]] QStringList wrongCounts(const Course &course, const QMap<Request, Sent> &counts);

} // namespace okoshko::test
