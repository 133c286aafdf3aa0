// SPDX-License-Identifier: GPL-3.0-or-later
#include "VendorTraits.h"

#include <QSet>

namespace okoshko::sandbox {

bool VendorTraits::meets(Scenario scenario, const Call &call)
{
    const auto kind = kindOf(call.request.method, call.request.path, call.request.body);
    return kind && m_board.take(scenario, *kind);
}

void VendorTraits::noteOffered(const QList<const Event *> &events, const Call &call)
{
    QSet<Scenario> met;
    for (const Event *event : events) {
        if (event->under)
            met.insert(*event->under);
    }
    for (const Scenario scenario : std::as_const(met))
        (void)meets(scenario, call);
}

ListQuery::Paging VendorTraits::paging(const Call &call)
{
    if (meets(Scenario::PageIgnored, call))
        return ListQuery::Paging::Ignored;
    return meets(Scenario::ShortPages, call) ? ListQuery::Paging::Short : ListQuery::Paging::AsAsked;
}

QJsonArray VendorTraits::withHoles(const QJsonArray &list)
{
    QJsonArray holes{QJsonValue::Null};
    for (const QJsonValue &element : list) {
        holes.append(element);
        if (holes.size() == 2)
            holes.append(QJsonObject());
    }
    for (const QJsonValue &foreign : {QJsonValue(QStringLiteral("[object Object]")), QJsonValue(17), QJsonValue(true),
                                      QJsonValue(QJsonArray()), QJsonValue(QJsonObject())})
        holes.append(foreign);
    return holes;
}

QJsonObject VendorTraits::withHolesInSets(QJsonObject event)
{
    const QString id = event.value(QStringLiteral("id")).toString().left(16) + QStringLiteral("fffffff0");
    QJsonArray sets = event.value(QStringLiteral("sets")).toArray();
    if (sets.isEmpty())
        return event;
    sets.append(QJsonObject{{QStringLiteral("id"), id},
                            {QStringLiteral("name"), QStringLiteral("Без цены")},
                            {QStringLiteral("pos"), sets.size()},
                            {QStringLiteral("amount"), 5},
                            {QStringLiteral("amount_vacant"), 5},
                            {QStringLiteral("seats"), QJsonValue::Null}});
    event.insert(QStringLiteral("sets"), withHoles(sets));
    return event;
}

QJsonArray VendorTraits::withoutLastNumber(QJsonArray orders)
{
    if (orders.isEmpty())
        return orders;
    QJsonObject last = orders.last().toObject();
    last.remove(QStringLiteral("number"));
    orders.replace(orders.size() - 1, last);
    return orders;
}

} // namespace okoshko::sandbox
