// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Id.h"

#include <QString>

namespace okoshko {

using PartnerId = Id<struct PartnerTag>;

/// The legal data of an organiser, which a printed ticket has to carry (vendor documentation: `GET …/partners/:id`).
/// Fields not reported are empty.
struct Legal
{
    QString name; ///< of the organisation, or of the sole trader
    QString inn;
    QString ogrn;    ///< of an organisation
    QString ogrnip;  ///< of a sole trader
    QString address; ///< required of organisations only

    /// Everything that a ticket has to carry is there.
    [[nodiscard]] bool isComplete() const
    {
        return !name.isEmpty() && !inn.isEmpty() && (!ogrnip.isEmpty() || (!ogrn.isEmpty() && !address.isEmpty()));
    }

    friend bool operator==(const Legal &, const Legal &) = default;
};

} // namespace okoshko
