// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Catalogue.h"
#include "Inventory.h"

#include <QJsonArray>

namespace okoshko::sandbox {

/// An event with its sets, prices and vacancies as they are at `now`.
[[nodiscard]] QJsonObject toJson(const Event &event, const Catalogue &catalogue, const Inventory &stock, Instant now);

[[nodiscard]] QJsonObject toJson(const TicketSet &set, int position, int vacant, Instant now, const Event &event);

/// `{id, name, contact, legal}` of GET /v1/resources/partners/:id.
[[nodiscard]] QJsonObject toJson(const Organiser &organiser);

/// A row of GET /v1/resources/events/:id/tickets; `reservedTill` is null unless someone holds the seat.
[[nodiscard]] QJsonObject toJson(const Seat &seat, std::optional<Instant> reservedTill);

/// `{row, number, sector}`; for a place without a seat null, or `{}` where the event has both.
[[nodiscard]] QJsonValue seatPlace(const Seat &seat);

} // namespace okoshko::sandbox
