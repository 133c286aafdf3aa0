// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"

#include <QList>
#include <QObject>

namespace okoshko {

class SaleService;
struct Sale;

/// The sales that were unfinished when the program last ended, with their state read from the server. Lives on the
/// thread of SaleService.
class Recovery final : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Reading, ///< not answered by the server yet
        Paid,    ///< paid meanwhile: the tickets can be handed out
        Held,    ///< still held: the cashier can continue
        Paying,  ///< the payment is running
        Gone,    ///< cancelled or expired; the same can be sold again
        Released ///< it was given up, and is cancelled now
    };

    struct Found
    {
        OrderId order;
        State state = State::Reading;

        friend bool operator==(const Found &, const Found &) = default;
    };

    /// \a service must outlive this, and not have started yet.
    explicit Recovery(SaleService &service, QObject *parent = nullptr);

    /// The unfinished sales, by creation.
    [[nodiscard]] const QList<Found> &found() const { return m_found; }

Q_SIGNALS:
    void changed();

private:
    void look(const OrderId &id);

    SaleService &m_service;
    QList<Found> m_found;
};

} // namespace okoshko
