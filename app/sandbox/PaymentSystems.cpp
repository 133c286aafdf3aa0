// SPDX-License-Identifier: GPL-3.0-or-later
#include "PaymentSystems.h"

#include <algorithm>
#include <array>

namespace okoshko::sandbox {

namespace {

// The first id is recorded; the others are made up in its likeness.
constexpr std::array systems{
    PaymentSystem{QLatin1String("api/BASE"), QLatin1String("545b544a5d645a463e779d53"), false, false},
    PaymentSystem{QLatin1String("platron/OTHER"), QLatin1String("545b544a5d645a463e779d54"), true, true},
    PaymentSystem{QLatin1String("platron/RUSSIANSTANDARD"), QLatin1String("545b544a5d645a463e779d55"), true, true},
    PaymentSystem{QLatin1String("platron/CASH"), QLatin1String("545b544a5d645a463e779d56"), true, true},
    PaymentSystem{QLatin1String("platron/YANDEXMONEY"), QLatin1String("545b544a5d645a463e779d57"), true, true},
    PaymentSystem{QLatin1String("platron/ALFACLICK"), QLatin1String("545b544a5d645a463e779d58"), true, true},
    PaymentSystem{QLatin1String("platron/TEST"), QLatin1String("545b544a5d645a463e779d59"), true, true},
};

} // namespace

const PaymentSystem *findPaymentSystem(const QString &nameOrId)
{
    const auto found = std::find_if(systems.begin(), systems.end(), [&](const PaymentSystem &system) {
        return system.name == nameOrId || system.id == nameOrId;
    });
    return found == systems.end() ? nullptr : &*found;
}

PaymentTerms termsFor(const Organiser &organiser, const PaymentSystem &system)
{
    PaymentTerms terms = organiser.payments.value(QString(system.name), PaymentTerms{system.redirects, {}});
    if (!terms.hold)
        terms.hold = terms.redirects ? std::chrono::seconds(std::chrono::minutes(30))
                                     : std::chrono::seconds(std::chrono::hours(12));
    return terms;
}

} // namespace okoshko::sandbox
