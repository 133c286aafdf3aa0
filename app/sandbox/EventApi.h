// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Http.h"
#include "ListQuery.h"
#include "References.h"
#include "Vendor.h"
#include "VendorTraits.h"

namespace okoshko::sandbox {

/// `/v1/services/simple/events`, `/v1/services/simple/events/:id`, `/v1/resources/events/:id…` and
/// `/v1/resources/partners/:id`
class EventApi
{
public:
    EventApi(Vendor &vendor, ScenarioBoard &board, const QUrl &publicUrl)
        : m_vendor(vendor)
        , m_traits(board)
        , m_references(vendor, publicUrl)
    {
    }

    [[nodiscard]] Reply list(const Call &call);
    [[nodiscard]] Reply read(const Call &call);
    [[nodiscard]] Reply tickets(const Call &call);
    [[nodiscard]] Reply partner(const Call &call);

private:
    [[nodiscard]] QList<const Event *> filtered(ListQuery &query) const;
    void sort(QList<const Event *> &events, ListQuery &query) const;
    [[nodiscard]] const Event *onOffer(const QString &id) const;
    [[nodiscard]] QJsonObject render(const Call &call, const Event &event);

    Vendor &m_vendor;
    VendorTraits m_traits;
    References m_references;
};

} // namespace okoshko::sandbox
