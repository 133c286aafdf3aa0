// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Issue.h"
#include "models/sale/Sale.h"

namespace okoshko {

/// What must be known of an order besides its state, before anybody takes money for it or hands out its tickets.
enum class SaleRemark {
    None,
    UnknownToServer, ///< the server says again and again that it does not know it
    Releasing,       ///< it was given up: it is cancelled as soon as the server agrees
    PaidTooLate,     ///< paid, and to be settled first: the seats had gone back on sale
    SeatsShort,      ///< paid, and to be settled first: there are fewer seats than were paid for
};

/// Of \a sale, with the open \a issues of the counter.
[[nodiscard]] SaleRemark remarkOf(const Sale &sale, const QList<Issue> &issues);

/// Whether \a sale, which this counter did not see made, may be that of a reservation of it that was not answered.
[[nodiscard]] bool isPerhapsOurs(const Sale &sale, const QList<Issue> &issues);

/// Whether the time that the seats are still held means anything to the buyer.
[[nodiscard]] inline bool isStillOffered(SaleRemark remark)
{
    return remark != SaleRemark::UnknownToServer && remark != SaleRemark::Releasing;
}

} // namespace okoshko
