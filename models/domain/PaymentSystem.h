// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace okoshko {

/// A way to pay, as the venue configured it. The vendor has no endpoint that lists them (api.md, "Payment systems").
struct PaymentSystem
{
    enum class CustomerData { NotNeeded, NameAndEmail };
    enum class Icon { Card, Phone, Cash, Check };

    QString name;                   ///< as it is sent: `api/BASE`
    QHash<QString, QString> labels; ///< by language, "ru" and "en"
    Icon icon = Icon::Check;
    CustomerData customerData = CustomerData::NotNeeded;

    /// What the cashier reads: the label in \a language, else any label, else the name.
    [[nodiscard]] QString label(const QString &language) const;

    friend bool operator==(const PaymentSystem &, const PaymentSystem &) = default;
};

/// The list that a new counter starts with. One row a system: adding one is adding a row.
[[nodiscard]] QList<PaymentSystem> defaultPaymentSystems();

} // namespace okoshko
