// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace okoshko {

/// A way to pay, as the venue configured it. The vendor has no endpoint that lists them (vendor documentation).
struct PaymentSystem
{
    enum class CustomerData { NotNeeded, NameAndEmail };
    enum class Icon { Card, Phone, Cash, Check };
    /// Who says that the money is there, once the payment was started. With a `redirect_url` it is always the server
    /// (vendor documentation); this only narrows what is done without one. Nature may narrow it further.
    enum class Confirmation {
        ByRedirectUrl, ///< without a page the seller collects and confirms
        Server,        ///< the server alone: the seller never confirms
        Cashier        ///< the seller: no page is expected, and one that comes is not opened by itself
    };
    enum class Use { Off, On };

    QString name;                   ///< as it is sent: `api/BASE`
    QHash<QString, QString> labels; ///< by language, "ru" and "en"
    Icon icon = Icon::Check;
    CustomerData customerData = CustomerData::NotNeeded;
    int digit = 0; ///< the key that chooses it, 1 … 9; 0 = none
    Confirmation confirmation = Confirmation::ByRedirectUrl;
    Use use = Use::On; ///< a way that is off is not offered

    /// What the cashier reads: the label in \a language, else any label, else the name.
    [[nodiscard]] QString label(const QString &language) const;

    friend bool operator==(const PaymentSystem &, const PaymentSystem &) = default;
};

/// What is known of a system by its name as it is sent, whatever the settings say of it (vendor documentation). Without
/// a page the server alone confirms a transfer and an invitation.
enum class Nature {
    Usual,
    Invitation,  ///< `system/INVITATION`: done as soon as it is started; nothing is paid
    BankTransfer ///< `system/INVOICE`: paid by bank transfer, without a page
};
[[nodiscard]] Nature natureOf(const QString &system);

/// Who confirms what is paid by \a system: \a configured, or whom its nature makes stricter.
[[nodiscard]] PaymentSystem::Confirmation confirmationOf(const QString &system, PaymentSystem::Confirmation configured);

/// Those of \a systems that are offered, in their order.
[[nodiscard]] QList<PaymentSystem> offered(const QList<PaymentSystem> &systems);

/// What the cashier reads of the way to pay that is called \a name, as it was sent or as the server tells it: the label
/// of the one of \a systems, else the name. Empty where that is only an id: the server tells ids for names.
[[nodiscard]] QString labelOf(const QString &name, const QList<PaymentSystem> &systems, const QString &language);

/// The list that a new counter starts with. One row a system: adding one is adding a row.
[[nodiscard]] QList<PaymentSystem> defaultPaymentSystems();

} // namespace okoshko
