// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/rig/SaleRequests.h"

#include <QMetaEnum>

using namespace Qt::StringLiterals;

namespace okoshko::test {

const char *nameOf(Request request)
{
    return QMetaEnum::fromType<Request>().valueToKey(static_cast<int>(request));
}

Plan planFor(Request request, Fault fault, int times)
{
    const QRegularExpression order(u"^/v1/resources/orders/[0-9a-zA-Z]{24}$"_s);
    switch (request) {
    case Request::Create:
        return {"POST", QRegularExpression(u"^/v1/resources/orders$"_s), {}, fault, times};
    case Request::ChooseSystem:
        return {"PATCH", order, R"("system")", fault, times};
    case Request::Start:
        return {"PATCH", order, R"("in_progress")", fault, times};
    case Request::Poll:
        return {"GET", order, {}, fault, times};
    case Request::Confirm:
        return {"PATCH", order, R"("status":"done")", fault, times};
    case Request::Cancel:
        return {"PATCH", order, R"("canceled")", fault, times};
    case Request::Look:
        return {"GET", QRegularExpression(u"^/v1/resources/orders\\?.*event="_s), {}, fault, times};
    }
    Q_UNREACHABLE();
}

} // namespace okoshko::test
