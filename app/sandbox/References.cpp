// SPDX-License-Identifier: GPL-3.0-or-later
#include "References.h"

#include "EventJson.h"
#include "OrderJson.h"

namespace okoshko::sandbox {

QJsonObject References::narrow(const Call &call, const QJsonObject &object, const QString &order) const
{
    if (!call.schema)
        return object;
    return call.schema->apply(object, [&](const QString &name, const QString &id) { return resolve(name, id, order); });
}

QJsonValue References::resolve(const QString &name, const QString &id, const QString &order) const
{
    const Catalogue &catalogue = m_vendor.catalogue();
    if (name == QStringLiteral("event")) {
        const Event *event = catalogue.event(id);
        return event == nullptr ? QJsonValue() : toJson(*event, catalogue, m_vendor.stock(), m_vendor.now());
    }
    if (name == QStringLiteral("org") || name == QStringLiteral("vendor")) {
        const Organiser *organiser = catalogue.organiser(id);
        return organiser == nullptr ? QJsonValue() : toJson(*organiser);
    }
    if (name == QStringLiteral("order")) {
        const auto found = m_vendor.order(id);
        return found ? QJsonValue(toJson(*found, catalogue.partner, m_publicUrl)) : QJsonValue();
    }
    if (name == QStringLiteral("set"))
        return set(id);
    if (name == QStringLiteral("tickets") || name == QStringLiteral("tickets_refund"))
        return ticket(id, order);
    return {};
}

QJsonValue References::ticket(const QString &id, const QString &order) const
{
    const Seat *seat = m_vendor.stock().find(id);
    const auto owner = m_vendor.order(order);
    return seat == nullptr || !owner ? QJsonValue() : orderTicketJson(*seat, *owner);
}

QJsonValue References::set(const QString &id) const
{
    for (const Event &event : m_vendor.catalogue().events) {
        for (qsizetype i = 0; i < event.sets.size(); ++i) {
            if (event.sets[i].id == id)
                return toJson(event.sets[i], static_cast<int>(i), m_vendor.stock().vacantIn(event, event.sets[i]),
                              m_vendor.now(), event);
        }
    }
    return {};
}

} // namespace okoshko::sandbox
