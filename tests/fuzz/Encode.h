// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"
#include "models/domain/Order.h"
#include "models/domain/Ticket.h"

#include <QJsonObject>

/// Values of the domain as a server would write them: what was decoded, encoded here and decoded again must be the
/// same.
namespace okoshko::fuzz {

[[nodiscard]] QJsonObject encode(const Order &order);
[[nodiscard]] QJsonObject encode(const Event &event);
[[nodiscard]] QJsonObject encode(const Ticket &ticket);
[[nodiscard]] QJsonObject encode(const HallSeat &seat);
[[nodiscard]] QString encodeLifetime(const std::optional<Instant> &start, const std::optional<Instant> &end);

} // namespace okoshko::fuzz
