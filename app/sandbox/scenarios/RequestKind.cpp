// SPDX-License-Identifier: GPL-3.0-or-later
#include "RequestKind.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLatin1String>
#include <algorithm>

namespace okoshko::sandbox {

namespace {

struct KindRow
{
    RequestKind kind;
    QLatin1String name;
    QStringView english;
    QStringView russian;
};

constexpr std::array kinds{
    KindRow{RequestKind::Events, QLatin1String("events"), u"reading events", u"чтение событий"},
    KindRow{RequestKind::Create, QLatin1String("create"), u"reserving", u"бронирование"},
    KindRow{RequestKind::Choose, QLatin1String("choose"), u"choosing how to pay", u"выбор способа оплаты"},
    KindRow{RequestKind::Start, QLatin1String("start"), u"starting the payment", u"начало оплаты"},
    KindRow{RequestKind::Read, QLatin1String("read"), u"reading orders", u"чтение заказов"},
    KindRow{RequestKind::Confirm, QLatin1String("confirm"), u"confirming the payment", u"подтверждение оплаты"},
    KindRow{RequestKind::Cancel, QLatin1String("cancel"), u"cancelling", u"отмена"},
    KindRow{RequestKind::Refunds, QLatin1String("refund"), u"refunding", u"возврат"},
    KindRow{RequestKind::Other, QLatin1String("other"), u"anything else", u"прочее"},
};

const KindRow &rowOf(RequestKind kind)
{
    return *std::ranges::find(kinds, kind, &KindRow::kind);
}

RequestKind kindOfChange(const QByteArray &body)
{
    const QString status = QJsonDocument::fromJson(body).object().value(QStringLiteral("status")).toString();
    if (status == QStringLiteral("in_progress"))
        return RequestKind::Start;
    if (status == QStringLiteral("done"))
        return RequestKind::Confirm;
    // The second spelling is that of the API's next generation; whoever sends it means the same.
    if (status == QStringLiteral("canceled") || status == QStringLiteral("cancelled"))
        return RequestKind::Cancel;
    return RequestKind::Choose;
}

} // namespace

std::optional<RequestKind> kindOf(const QByteArray &method, const QString &path, const QByteArray &body)
{
    const QString plain = path.section(QLatin1Char('?'), 0, 0);
    const auto under = [&plain](const char *prefix) { return plain.startsWith(QLatin1String(prefix)); };
    if (!under("/v1/"))
        return std::nullopt;
    if (under("/v1/services/simple/events") || under("/v1/resources/events"))
        return RequestKind::Events;
    if (under("/v1/resources/refund_requests"))
        return RequestKind::Refunds;
    if (!under("/v1/resources/orders"))
        return RequestKind::Other;
    if (method == "POST")
        return RequestKind::Create;
    if (method == "DELETE")
        return RequestKind::Cancel;
    return method == "PATCH" ? kindOfChange(body) : RequestKind::Read;
}

QString toText(RequestKind kind)
{
    return rowOf(kind).name;
}

QStringView englishWord(RequestKind kind)
{
    return rowOf(kind).english;
}

QStringView russianWord(RequestKind kind)
{
    return rowOf(kind).russian;
}

QStringList toText(RequestKinds kinds)
{
    QStringList words;
    for (const RequestKind kind : allRequestKinds) {
        if (kinds.testFlag(kind))
            words.append(toText(kind));
    }
    return words;
}

std::optional<RequestKind> requestKindFrom(const QString &text)
{
    for (const RequestKind kind : allRequestKinds) {
        if (toText(kind) == text)
            return kind;
    }
    return std::nullopt;
}

} // namespace okoshko::sandbox
