// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/v1/JsonNode.h"
#include "models/domain/Event.h"
#include "models/domain/Order.h"
#include "models/domain/Ticket.h"

#include <QList>

namespace okoshko::v1 {

/// The bodies of api.md as values of the domain. What a counter cannot do without is required: ids, an order's state,
/// number and sum. Everything else may be absent.
[[nodiscard]] Order decodeOrder(const JsonNode &node);
[[nodiscard]] QList<Order> decodeOrders(const JsonNode &node);
[[nodiscard]] Event decodeEvent(const JsonNode &node);
[[nodiscard]] QList<Event> decodeEvents(const JsonNode &node);
[[nodiscard]] QList<Ticket> decodeTickets(const JsonNode &node);
[[nodiscard]] QList<HallSeat> decodeHallSeats(const JsonNode &node);

/// The times of a vevent: `DTSTART;VALUE=DATE-TIME:20160512T200000Z`, UTC (api.md, "Types").
struct Lifetime
{
    std::optional<Instant> start;
    std::optional<Instant> end;

    friend bool operator==(const Lifetime &, const Lifetime &) = default;
};
[[nodiscard]] Lifetime parseVEvent(const QString &text);

/// The server's own words in the body of an error, in any of the forms seen (api.md, "Transport"); plain text, short.
[[nodiscard]] QString readServerWords(const QByteArray &body);

} // namespace okoshko::v1
