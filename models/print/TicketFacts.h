// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Event.h"
#include "models/domain/Legal.h"
#include "models/domain/Money.h"
#include "models/domain/PaymentSystem.h"
#include "models/domain/Print.h"
#include "models/print/TicketFields.h"
#include "models/sale/Sale.h"
#include "models/tables/Format.h"

#include <QCoreApplication>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace okoshko {

/// What is known of one order for its tickets and its receipt, as the texts that are printed. Nothing is invented: what
/// was not reported is left out, and a price that cannot be told for one ticket is given for the whole order.
class TicketFacts
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::TicketFacts)
public:
    /// All must outlive this; \a event may be null. \a systems: for their labels.
    TicketFacts(const Sale &sale, const Event *event, const Legal &legal, const Format &format,
                const QString &counterName, const QList<PaymentSystem> &systems);

    [[nodiscard]] QList<TicketFields> tickets(const QList<TicketCopy> &copies) const;
    /// Number, face prices, fee, discount, total and method; says that it is no fiscal receipt. The n-th \a duplicate
    /// begins with its mark; 0 is the first issue.
    [[nodiscard]] ReceiptFields receipt(int duplicate, Instant now) const;
    /// `29.11.2026 14:23, Касса 1`: for the marks of duplicates printed at \a now.
    [[nodiscard]] QString printedAt(Instant now) const;

    /// What the buyer paid for one ticket of \a set, and the fee in it; nothing if the order does not tell. All tickets
    /// of one category have an equal share of its sums, if it has as many as it was paid for. Otherwise, and of several
    /// categories, the prices of the sets are taken if they add up to each sum of the order, and the face prices if
    /// there is neither fee nor discount.
    struct Price
    {
        std::optional<Money> total;
        std::optional<Money> fee;

        friend bool operator==(const Price &, const Price &) = default;
    };
    [[nodiscard]] Price priceOf(const SetId &set) const;

private:
    [[nodiscard]] TicketFields orderFields() const;
    void putTicket(const Ticket &ticket, TicketFields &fields) const;
    [[nodiscard]] QString time(Instant instant) const;
    [[nodiscard]] QString start() const;
    [[nodiscard]] std::optional<Instant> soldAt() const;

    const Sale &m_sale;
    const Event *m_event;
    const Legal &m_legal;
    const Format &m_format;
    const QString &m_counterName;
    const QList<PaymentSystem> &m_systems;
    QHash<SetId, qint64> m_counts; ///< tickets of each set
};

} // namespace okoshko
