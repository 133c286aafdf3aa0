// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/Order.h"

#include <numeric>

namespace okoshko {

int ReserveRequest::wantedCount() const
{
    return std::accumulate(random.cbegin(), random.cend(), static_cast<int>(tickets.size()),
                           [](int sum, const WantedTickets &wanted) { return sum + wanted.count; });
}

} // namespace okoshko
