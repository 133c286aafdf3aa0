// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Catalogue.h"

#include <QLatin1String>

namespace okoshko::sandbox {

/// A payment system as the vendor knows it. Adding one is adding a row to the table in the .cpp.
struct PaymentSystem
{
    /// Who says that it is paid, unless the organiser arranged otherwise.
    enum class Settling {
        BySeller,
        OnPage,   ///< where the buyer pays
        ByServer, ///< when the money has come by bank
        AtOnce    ///< nothing is paid: done as soon as it is started
    };

    QLatin1String name; ///< what a client sends
    QLatin1String id;   ///< what an order answers with, once in progress
    Settling settling;
    bool needsCustomer; ///< first name, last name and e-mail must be known
};

/// By name or by id; null if there is none.
[[nodiscard]] const PaymentSystem *findPaymentSystem(const QString &nameOrId);

/// What holds for this organiser: his own terms, or the system's habit. `hold` is always set:
/// half an hour for a payment page, twelve hours for a seller who collects, as recorded.
[[nodiscard]] PaymentTerms termsFor(const Organiser &organiser, const PaymentSystem &system);

} // namespace okoshko::sandbox
