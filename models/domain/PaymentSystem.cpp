// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/PaymentSystem.h"

#include "models/domain/Id.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace okoshko {

QString PaymentSystem::label(const QString &language) const
{
    const auto it = labels.constFind(language);
    if (it != labels.cend())
        return *it;
    return labels.isEmpty() ? name : *labels.cbegin();
}

Nature natureOf(const QString &system)
{
    if (system == u"system/INVITATION")
        return Nature::Invitation;
    return system == u"system/INVOICE" ? Nature::BankTransfer : Nature::Usual;
}

PaymentSystem::Confirmation confirmationOf(const QString &system, PaymentSystem::Confirmation configured)
{
    return natureOf(system) == Nature::Usual ? configured : PaymentSystem::Confirmation::Server;
}

QList<PaymentSystem> offered(const QList<PaymentSystem> &systems)
{
    QList<PaymentSystem> result;
    std::ranges::copy_if(systems, std::back_inserter(result),
                         [](const PaymentSystem &system) { return system.use == PaymentSystem::Use::On; });
    return result;
}

QString cashSystem(const QList<PaymentSystem> &systems)
{
    using Confirmation = PaymentSystem::Confirmation;
    const auto first = [&systems](Confirmation confirmation) {
        const auto it = std::ranges::find_if(systems, [confirmation](const PaymentSystem &system) {
            return system.use == PaymentSystem::Use::On &&
                   system.customerData == PaymentSystem::CustomerData::NotNeeded &&
                   confirmationOf(system.name, system.confirmation) == confirmation;
        });
        return it == systems.cend() ? QString() : it->name;
    };
    const QString collected = first(Confirmation::Cashier);
    return collected.isEmpty() ? first(Confirmation::ByRedirectUrl) : collected;
}

QString labelOf(const QString &name, const QList<PaymentSystem> &systems, const QString &language)
{
    const auto it = std::ranges::find(systems, name, &PaymentSystem::name);
    if (it != systems.cend())
        return it->label(language);
    return OrderId::parse(name) ? QString() : name; // all ids have the same format
}

QList<PaymentSystem> defaultPaymentSystems()
{
    using Data = PaymentSystem::CustomerData;
    using Icon = PaymentSystem::Icon;
    using Confirmation = PaymentSystem::Confirmation;
    const auto labels = [](const QString &ru, const QString &en) {
        return QHash<QString, QString>{{u"ru"_s, ru}, {u"en"_s, en}};
    };
    return {
        {u"api/BASE"_s, labels(u"Оплата в кассе"_s, u"Pay at the counter"_s), Icon::Cash, Data::NotNeeded, 1},
        {u"platron/OTHER"_s, labels(u"На странице оплаты"_s, u"On the payment page"_s), Icon::Phone, Data::NameAndEmail,
         2},
        {u"platron/RUSSIANSTANDARD"_s, labels(u"Картой онлайн"_s, u"Card online"_s), Icon::Card, Data::NameAndEmail, 3},
        // Not every contract has these two. The tickets of an invitation are sent to the e-mail (vendor documentation).
        {u"system/INVITATION"_s, labels(u"Пригласительный"_s, u"Invitation"_s), Icon::Check, Data::NameAndEmail, 4,
         Confirmation::Server, PaymentSystem::Use::Off},
        {u"system/INVOICE"_s, labels(u"По счёту, переводом"_s, u"Invoice, bank transfer"_s), Icon::Check,
         Data::NameAndEmail, 5, Confirmation::Server, PaymentSystem::Use::Off},
    };
}

} // namespace okoshko
