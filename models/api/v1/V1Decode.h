// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/v1/JsonNode.h"
#include "models/domain/Event.h"
#include "models/domain/Order.h"
#include "models/domain/Ticket.h"

#include <QList>

#include <optional>

namespace okoshko::v1 {

/// A list whose elements are read one by one: one that cannot be read costs no other.
template <class Element>
struct Elements
{
    QList<Element> list;
    int unreadable = 0;              ///< how many were left out
    std::optional<ApiError> trouble; ///< what was wrong with the first of them
};

/// The bodies of the vendor documentation as values of the domain. What a counter cannot do without is required: ids,
/// an event's price. Everything else may be absent; what an answer does not tell of an order stands in Order::absent.
[[nodiscard]] Order decodeOrder(const JsonNode &node);
/// The answer to a request that names its order: the id may be left out as well, and is null then.
[[nodiscard]] Order decodeNamedOrder(const JsonNode &node);
[[nodiscard]] Elements<Order> decodeOrders(const JsonNode &node);
[[nodiscard]] Event decodeEvent(const JsonNode &node);
[[nodiscard]] QList<Event> decodeEvents(const JsonNode &node);
[[nodiscard]] QList<Ticket> decodeTickets(const JsonNode &node);
[[nodiscard]] QList<HallSeat> decodeHallSeats(const JsonNode &node);

/// The times of a vevent: `DTSTART;VALUE=DATE-TIME:20160512T200000Z`, UTC (vendor documentation).
struct Lifetime
{
    std::optional<Instant> start;
    std::optional<Instant> end;

    friend bool operator==(const Lifetime &, const Lifetime &) = default;
};
[[nodiscard]] Lifetime parseVEvent(const QString &text);

/// The server's own words in the body of an error, in any of the forms seen (vendor documentation); plain text, short.
[[nodiscard]] QString readServerWords(const QByteArray &body);

} // namespace okoshko::v1
