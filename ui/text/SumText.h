// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/Sale.h"
#include "models/tables/Format.h"

#include <QCoreApplication>
#include <QString>

namespace okoshko {

/// That an order costs something else than the buyer was told, in the cashier's language: what it was and is now, what
/// it means for the buyer, and what she says to go on.
class SumText
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::SumText)
public:
    /// Empty where \a sale costs what the buyer was told.
    SumText(const Sale &sale, const Format &format, bool isMoneyTaken);

    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] const QString &body() const { return m_body; }
    [[nodiscard]] const QString &accept() const { return m_accept; } ///< a button's text

private:
    [[nodiscard]] static QString advice(const Sale &sale, const PriceBreakdown &was, const Format &format,
                                        bool isMoneyTaken);
    [[nodiscard]] static QString adviceOnPaid(const Sale &sale, const PriceBreakdown &was, const Format &format);

    QString m_title;
    QString m_body;
    QString m_accept;
};

} // namespace okoshko
