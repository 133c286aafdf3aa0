// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/proxy/FaultyProxy.h"

#include <QObject>

namespace okoshko::test {

struct OfSale
{
    Q_GADGET
public:
    /// The requests of a sale, and that by which a reservation whose answer was lost is looked for.
    enum class Request { Create, ChooseSystem, Start, Poll, Confirm, Cancel, Look };
    Q_ENUM(Request)
};
using Request = OfSale::Request;

[[nodiscard]] const char *nameOf(Request request);

/// What lets the next \a times requests of the kind meet \a fault.
[[nodiscard]] Plan planFor(Request request, Fault fault, int times = 1);

} // namespace okoshko::test
