// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/vendor/SimSystem.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko::sim {

const QList<SimSystem> &simSystems()
{
    using Page = SimSystem::Page;
    using Mover = SimSystem::Mover;
    using Data = SimSystem::CustomerData;
    static const QList<SimSystem> systems{
        {u"api/BASE"_s, u"554b31d49cb538549d038eb4"_s, Page::ByOrder, Mover::Seller, Data::NotNeeded},
        {u"platron/OTHER"_s, u"545b544a5d645a463e779d50"_s, Page::Always, Mover::Buyer, Data::NameAndEmail},
        {u"platron/RUSSIANSTANDARD"_s, u"545b544a5d645a463e779d51"_s, Page::Always, Mover::Buyer, Data::NameAndEmail},
        {u"platron/CASH"_s, u"545b544a5d645a463e779d52"_s, Page::Always, Mover::Buyer, Data::NameAndEmail},
        {u"platron/TEST"_s, u"545b544a5d645a463e779d53"_s, Page::Always, Mover::Buyer, Data::NameAndEmail},
        {u"platron/YANDEXMONEY"_s, u"545b544a5d645a463e779d54"_s, Page::Always, Mover::Buyer, Data::NameAndEmail},
        {u"platron/ALFACLICK"_s, u"545b544a5d645a463e779d55"_s, Page::Always, Mover::Buyer, Data::NameAndEmail},
        {u"system/INVOICE"_s, u"553a6ad49cb538165c3a6ad8"_s, Page::Never, Mover::Bank, Data::NotNeeded},
        {u"system/INVITATION"_s, u"553a6ad49cb538165c3a6ad9"_s, Page::Never, Mover::AtOnce, Data::NotNeeded},
    };
    return systems;
}

const SimSystem *findSystem(const QString &nameOrId)
{
    const QList<SimSystem> &systems = simSystems();
    const auto it = std::ranges::find_if(
        systems, [&](const SimSystem &system) { return system.name == nameOrId || system.id == nameOrId; });
    return it == systems.cend() ? nullptr : &*it;
}

} // namespace okoshko::sim
