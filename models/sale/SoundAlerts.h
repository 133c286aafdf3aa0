// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Instant.h"
#include "models/domain/Order.h"
#include "models/sale/Countdown.h"
#include "models/sale/Sale.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace okoshko {

class SaleService;
class ServerClock;
class Ticker;

/// What is worth a sound.
enum class Chime {
    Paid,   ///< the buyer's money is there
    Urgent, ///< a hold of this counter has become urgent
    Wrong   ///< a payment was declined, the time ran out, or a step failed
};

/// Listens for what a cashier who looks elsewhere should hear: each once, and of this counter's sales
/// alone.
class SoundAlerts final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this.
    SoundAlerts(SaleService &service, const ServerClock &clock, Ticker &ticker, QObject *parent = nullptr);

    void setUrgentFrom(std::chrono::seconds left) { m_urgentFrom = left; }

Q_SIGNALS:
    void chimed(okoshko::Chime chime);

private:
    /// How a sale stood when it was last looked at.
    struct Seen
    {
        OrderStatus status = OrderStatus::Unknown;
        std::optional<Instant> urgentTill; ///< the end of the hold that was told to be urgent
    };

    void look(const OrderId &id);
    void lookForUrgent();

    SaleService &m_service;
    const ServerClock &m_clock;
    std::chrono::seconds m_urgentFrom = Countdown::usualUrgency;
    QHash<OrderId, Seen> m_seen;
};

} // namespace okoshko
