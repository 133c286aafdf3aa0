// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"

#include <QList>
#include <QObject>

namespace okoshko {

class SaleService;
struct Sale;

/// What the program finds of its earlier life when it starts: every sale that had not ended, as it is read back. Lives
/// on the thread of the rules of selling.
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

    /// \a service must outlive this, and not have started yet.
    explicit Recovery(SaleService &service, QObject *parent = nullptr);

    /// The sales that had not ended, by creation.
    [[nodiscard]] const QList<Found> &found() const { return m_found; }
    [[nodiscard]] bool isOver() const; ///< all are read

Q_SIGNALS:
    void changed();

private:
    void look(const OrderId &id);

    SaleService &m_service;
    QList<Found> m_found;
};

} // namespace okoshko
