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

/// The events with a sound.
enum class Sound {
    Paid,   ///< an order was paid
    Urgent, ///< a hold has become urgent
    Wrong   ///< a payment was declined, the time ran out, or a step failed
};

/// Emits a sound, once each, for events of this counter's sales that the cashier should notice. Lives on the main
/// thread.
class SoundAlerts final : public QObject
{
    Q_OBJECT
public:
    /// All references must outlive this.
    SoundAlerts(SaleService &service, const ServerClock &clock, Ticker &ticker, QObject *parent = nullptr);

    void setUrgentFrom(std::chrono::seconds left) { m_urgentFrom = left; }

Q_SIGNALS:
    void soundPlayed(okoshko::Sound sound);

private:
    /// The state of a sale at the last check.
    struct Seen
    {
        OrderStatus status = OrderStatus::Unknown;
        std::optional<Instant> urgentTill; ///< the end of the hold for which Urgent was emitted
    };

    void look(const OrderId &id);
    void lookForUrgent();

    SaleService &m_service;
    const ServerClock &m_clock;
    std::chrono::seconds m_urgentFrom = Countdown::usualUrgency;
    QHash<OrderId, Seen> m_seen;
};

} // namespace okoshko
