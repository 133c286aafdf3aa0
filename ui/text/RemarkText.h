// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/SaleRemark.h"

#include <QCoreApplication>
#include <QString>

namespace okoshko {

/// What must be known of an order besides its state, in the cashier's language: what is so, and what to do.
class RemarkText
{
    Q_DECLARE_TR_FUNCTIONS(okoshko::RemarkText)
public:
    explicit RemarkText(SaleRemark remark);

    // Empty for None.
    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] const QString &body() const { return m_body; }

    /// Of an order that another counter made; \a isPerhapsOurs: or this one, by a reservation that was not answered.
    [[nodiscard]] static QString madeElsewhere(bool isPerhapsOurs);

private:
    QString m_title;
    QString m_body;
};

} // namespace okoshko
