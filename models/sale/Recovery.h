// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"

#include <QList>
#include <QObject>

namespace okoshko {

class SaleBook;
class SaleDesk;
class ServerClock;
struct Sale;

/// What the program finds of its earlier life when it starts: every sale that had not ended is read back, reservations
/// whose answers nobody saw are looked for, and holds that had been given up are released. Lives on the desk's thread.
class Recovery final : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Reading, ///< the server was not asked yet, or has not answered
        Paid,    ///< while nobody looked: the tickets can be handed out
        Held,    ///< the cashier can go on
        Paying,  ///< the payment is out
        Gone,    ///< cancelled or expired; the same can be sold again
        Released ///< it had been given up, and the seats are back
    };

    struct Found
    {
        OrderId order;
        State state = State::Reading;

        friend bool operator==(const Found &, const Found &) = default;
    };

    struct Places ///< all must outlive this
    {
        SaleDesk &desk;
        SaleBook &book;
        const ServerClock &clock;
    };

    explicit Recovery(const Places &places, QObject *parent = nullptr);

    /// Once, before anything is sold.
    void start();

    /// The sales that had not ended, by creation.
    [[nodiscard]] const QList<Found> &found() const { return m_found; }
    [[nodiscard]] bool isOver() const; ///< all are read

Q_SIGNALS:
    void changed();

private:
    void look(const OrderId &id);

    Places m_places;
    QList<Found> m_found;
};

} // namespace okoshko
