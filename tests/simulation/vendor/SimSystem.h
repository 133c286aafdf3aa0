// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace okoshko::sim {

/// A payment system as the vendor knows it.
struct SimSystem
{
    enum class Page {
        Always,
        Never,
        ByOrder, ///< may or may not give a page (vendor documentation, on `api/BASE`)
    };
    /// Who makes an order done.
    enum class Mover { Seller, Buyer, Bank, AtOnce };
    enum class CustomerData { NotNeeded, NameAndEmail };

    QString name; ///< as it is sent
    QString id;   ///< as it is told
    Page page = Page::Never;
    Mover mover = Mover::Seller;
    CustomerData customerData = CustomerData::NotNeeded;

    friend bool operator==(const SimSystem &, const SimSystem &) = default;
};

[[nodiscard]] const QList<SimSystem> &simSystems();
/// By name or id; null if there is none.
[[nodiscard]] const SimSystem *findSystem(const QString &nameOrId);

} // namespace okoshko::sim
