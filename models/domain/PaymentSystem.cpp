// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/PaymentSystem.h"

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

QList<PaymentSystem> offered(const QList<PaymentSystem> &systems)
{
    QList<PaymentSystem> result;
    std::ranges::copy_if(systems, std::back_inserter(result),
                         [](const PaymentSystem &system) { return system.use == PaymentSystem::Use::On; });
    return result;
}

QList<PaymentSystem> defaultPaymentSystems()
{
    using Data = PaymentSystem::CustomerData;
    using Icon = PaymentSystem::Icon;
    const auto labels = [](const QString &ru, const QString &en) {
        return QHash<QString, QString>{{u"ru"_s, ru}, {u"en"_s, en}};
    };
    return {
        {u"api/BASE"_s, labels(u"Оплата в кассе"_s, u"Pay at the counter"_s), Icon::Cash, Data::NotNeeded, 1},
        {u"platron/OTHER"_s, labels(u"На странице оплаты"_s, u"On the payment page"_s), Icon::Phone, Data::NameAndEmail,
         2},
        {u"platron/RUSSIANSTANDARD"_s, labels(u"Картой онлайн"_s, u"Card online"_s), Icon::Card, Data::NameAndEmail, 3},
    };
}

} // namespace okoshko
