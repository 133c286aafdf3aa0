// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace okoshko {

/// A payment system as configured for the counter. The vendor has no endpoint that lists them (vendor documentation).
struct PaymentSystem
{
    enum class CustomerData { NotNeeded, NameAndEmail };
    enum class Icon { Card, Phone, Cash, Check };
    /// Who confirms that a started payment is paid. With a `redirect_url` always the server (vendor documentation);
    /// this setting applies without one. Nature may restrict it further.
    enum class Confirmation {
        ByRedirectUrl, ///< without a payment page the seller collects and confirms
        Server,        ///< only the server
        Cashier        ///< the seller: no page is expected, and one that comes is not opened automatically
    };
    enum class Use { Off, On };

    QString name;                   ///< as sent: `api/BASE`
    QHash<QString, QString> labels; ///< by language, "ru" and "en"
    Icon icon = Icon::Check;
    CustomerData customerData = CustomerData::NotNeeded;
    int digit = 0; ///< digit key that chooses it, 1 … 9; 0 = none
    Confirmation confirmation = Confirmation::ByRedirectUrl;
    Use use = Use::On; ///< systems that are off are not offered

    /// The label in \a language, else any label, else the name.
    [[nodiscard]] QString label(const QString &language) const;

    friend bool operator==(const PaymentSystem &, const PaymentSystem &) = default;
};

/// Properties of a system that follow from its name, independently of the settings (vendor documentation). Without a
/// page only the server confirms a transfer or an invitation.
enum class Nature {
    Usual,
    Invitation,  ///< `system/INVITATION`: done at the start; nothing is paid
    BankTransfer ///< `system/INVOICE`: paid by bank transfer, without a page
};
[[nodiscard]] Nature natureOf(const QString &system);

/// Who confirms payments by \a system: \a configured, or Server if its nature requires it.
[[nodiscard]] PaymentSystem::Confirmation confirmationOf(const QString &system, PaymentSystem::Confirmation configured);

/// The \a systems that are on, in their order.
[[nodiscard]] QList<PaymentSystem> offered(const QList<PaymentSystem> &systems);

/// The name of the system for an anonymous sale in cash: of the \a systems that are on and need no data of the buyer
/// the first one that the cashier confirms, else the first one that the payment page decides. Empty if there is none.
[[nodiscard]] QString cashSystem(const QList<PaymentSystem> &systems);

/// The label of the system \a name (as sent or as reported), found in \a systems, else the name. Empty if the name is
/// only an id: the server reports ids instead of names.
[[nodiscard]] QString labelOf(const QString &name, const QList<PaymentSystem> &systems, const QString &language);

/// The systems of a new counter, one row each.
[[nodiscard]] QList<PaymentSystem> defaultPaymentSystems();

} // namespace okoshko
