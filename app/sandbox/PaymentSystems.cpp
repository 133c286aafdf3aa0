// SPDX-License-Identifier: GPL-3.0-or-later
#include "PaymentSystems.h"

#include <algorithm>
#include <array>

namespace okoshko::sandbox {

namespace {

using enum PaymentSystem::Settling;

// The ids of api/BASE and system/INVITATION are recorded; the others are made up in their likeness.
constexpr std::array systems{
    PaymentSystem{QLatin1String("api/BASE"), QLatin1String("545b544a5d645a463e779d53"), BySeller, false},
    PaymentSystem{QLatin1String("platron/OTHER"), QLatin1String("545b544a5d645a463e779d54"), OnPage, true},
    PaymentSystem{QLatin1String("platron/RUSSIANSTANDARD"), QLatin1String("545b544a5d645a463e779d55"), OnPage, true},
    PaymentSystem{QLatin1String("platron/CASH"), QLatin1String("545b544a5d645a463e779d56"), OnPage, true},
    PaymentSystem{QLatin1String("platron/YANDEXMONEY"), QLatin1String("545b544a5d645a463e779d57"), OnPage, true},
    PaymentSystem{QLatin1String("platron/ALFACLICK"), QLatin1String("545b544a5d645a463e779d58"), OnPage, true},
    PaymentSystem{QLatin1String("platron/TEST"), QLatin1String("545b544a5d645a463e779d59"), OnPage, true},
    PaymentSystem{QLatin1String("platron/TEST_WITHOUT_PLATRON"), QLatin1String("545b544a5d645a463e779d5a"), OnPage,
                  true},
    PaymentSystem{QLatin1String("system/INVITATION"), QLatin1String("553a6ad49cb538165c3a6ad9"), AtOnce, false},
    PaymentSystem{QLatin1String("system/INVOICE"), QLatin1String("553a6ad49cb538165c3a6ada"), ByServer, false},
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
    PaymentTerms terms = organiser.payments.value(QString(system.name), PaymentTerms{system.settling == OnPage, {}});
    if (!terms.hold)
        terms.hold = terms.redirects ? std::chrono::seconds(std::chrono::minutes(30))
                                     : std::chrono::seconds(std::chrono::hours(12));
    return terms;
}

} // namespace okoshko::sandbox
