// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Http.h"
#include "Vendor.h"

#include <QUrl>

namespace okoshko::sandbox {

/// Knows which object an id in an answer stands for, and narrows answers by the call's fields-schema with it.
class References
{
public:
    References(Vendor &vendor, const QUrl &publicUrl)
        : m_vendor(vendor)
        , m_publicUrl(publicUrl)
    {
    }

    /// `object` as the call's schema wants it. `order`: whose tickets are meant where the object names tickets.
    [[nodiscard]] QJsonObject narrow(const Call &call, const QJsonObject &object, const QString &order = {}) const;

private:
    [[nodiscard]] QJsonValue resolve(const QString &name, const QString &id, const QString &order) const;
    [[nodiscard]] QJsonValue ticket(const QString &id, const QString &order) const;
    [[nodiscard]] QJsonValue set(const QString &id) const;

    Vendor &m_vendor;
    const QUrl &m_publicUrl;
};

} // namespace okoshko::sandbox
