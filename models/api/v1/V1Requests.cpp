// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/V1Requests.h"

#include "models/api/v1/BrokenJson.h"
#include "models/api/v1/JsonBody.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace okoshko::v1 {

namespace {

HttpRequest read(const AnswerLimits &limits, const QString &path, const QList<std::pair<QString, QString>> &query = {})
{
    HttpRequest request{HttpRequest::Kind::Read, "GET", path, {}, {}, limits};
    for (const auto &[key, value] : query)
        request.query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    return request;
}

/// The first page is requested without a number: servers count pages from 0 or from 1.
QList<std::pair<QString, QString>> pageItems(int page)
{
    QList<std::pair<QString, QString>> items;
    if (page > 1)
        items.append({u"page"_s, QString::number(page)});
    items.append({u"page_size"_s, QString::number(pageSize)});
    return items;
}

HttpRequest change(const AnswerLimits &limits, const QByteArray &verb, const QString &path, const QJsonObject &body)
{
    return {HttpRequest::Kind::Change, verb, path, {}, QJsonDocument(body).toJson(QJsonDocument::Compact), limits};
}

QString orderPath(const OrderId &order)
{
    return u"/v1/resources/orders/"_s + order.toString();
}

QJsonObject toJson(const Customer &customer)
{
    QJsonObject json;
    const std::pair<QLatin1StringView, QString> fields[]{{"first_name"_L1, customer.firstName},
                                                         {"last_name"_L1, customer.lastName},
                                                         {"email"_L1, customer.email},
                                                         {"mobile"_L1, customer.mobile},
                                                         {"lang"_L1, customer.language}};
    for (const auto &[key, value] : fields) {
        if (!value.isEmpty())
            json.insert(key, value);
    }
    return json;
}

QJsonObject toJson(const QList<WantedTickets> &random)
{
    QJsonObject json;
    for (const WantedTickets &part : random)
        json.insert(part.set.toString(), part.count);
    return json;
}

QJsonArray toJson(const QList<TicketId> &tickets)
{
    QJsonArray json;
    for (const TicketId &ticket : tickets)
        json.append(ticket.toString());
    return json;
}

QJsonObject toJson(const PaymentChoice &choice)
{
    QJsonObject payment{{"system"_L1, choice.system}};
    if (choice.sendsTickets)
        payment.insert("send_tickets"_L1, true);
    QJsonObject json{{"payment"_L1, payment}};
    if (choice.customer)
        json.insert("customer"_L1, toJson(*choice.customer));
    return json;
}

} // namespace

HttpRequest eventsRequest(int page)
{
    return read(listLimits, u"/v1/services/simple/events"_s, pageItems(page));
}

HttpRequest eventRequest(const EventId &event)
{
    return read(listLimits, u"/v1/services/simple/events/"_s + event.toString());
}

HttpRequest seatsRequest(const EventId &event)
{
    return read(listLimits, u"/v1/resources/events/%1/tickets"_s.arg(event.toString()));
}

HttpRequest reserveRequest(const ReserveRequest &wanted)
{
    QJsonObject body{{"event"_L1, wanted.event.toString()}};
    if (wanted.tickets.isEmpty())
        body.insert("random"_L1, toJson(wanted.random));
    else
        body.insert("tickets"_L1, toJson(wanted.tickets));
    if (!wanted.promoCodes.isEmpty())
        body.insert("promocodes"_L1, QJsonArray::fromStringList(wanted.promoCodes));
    return change(createLimits, "POST", u"/v1/resources/orders"_s, body);
}

HttpRequest choosePaymentRequest(const OrderId &order, const PaymentChoice &choice)
{
    return change(changeLimits, "PATCH", orderPath(order), toJson(choice));
}

HttpRequest startPaymentWithRequest(const OrderId &order, const PaymentChoice &choice)
{
    QJsonObject body = toJson(choice);
    body.insert("status"_L1, toWord(OrderStatus::InProgress));
    return change(changeLimits, "PATCH", orderPath(order), body);
}

HttpRequest changeRequest(const OrderId &order, const OrderChange &wanted)
{
    QJsonObject body;
    if (wanted.tickets) // never both (vendor documentation)
        body.insert("tickets"_L1, toJson(*wanted.tickets));
    else if (wanted.random)
        body.insert("random"_L1, toJson(*wanted.random));
    if (wanted.promoCodes)
        body.insert("promocodes"_L1, QJsonArray::fromStringList(*wanted.promoCodes));
    return change(changeLimits, "PATCH", orderPath(order), body);
}

HttpRequest statusRequest(const OrderId &order, OrderStatus wanted)
{
    return change(changeLimits, "PATCH", orderPath(order), {{"status"_L1, toWord(wanted)}});
}

HttpRequest orderRequest(const OrderId &order)
{
    return read(orderLimits, orderPath(order));
}

HttpRequest ordersRequest(const OrderQuery &query, int page)
{
    QList<std::pair<QString, QString>> items = pageItems(page);
    if (query.event)
        items.append({u"event"_s, query.event->toString()});
    if (query.createdFrom || query.createdUntil) {
        // The filter needs two dates (vendor documentation): an open end is a date that no order reaches.
        using namespace std::chrono_literals;
        constexpr Instant first = std::chrono::sys_days(2000y / 1 / 1);
        constexpr Instant last = std::chrono::sys_days(2100y / 1 / 1);
        items.append({u"created_at"_s, toIsoString(query.createdFrom.value_or(first)) + u',' +
                                           toIsoString(query.createdUntil.value_or(last))});
    }
    // Each field that a list has otherwise, and the tickets as objects.
    if (query.barcodes == OrderQuery::Barcodes::Wanted)
        items.append(
            {u"fields-schema"_s,
             u"id,number,event,status,created_at,updated_at,reserved_till,tickets{id,barcode},promocodes,rules,"
             "customer{first_name,last_name,email,mobile,lang},payment{system,redirect_url},value,value_extra,"
             "values{nominal,discount,extra,full,sets}"_s});
    return read(listLimits, u"/v1/resources/orders"_s, items);
}

HttpRequest ticketsRequest(const OrderId &order)
{
    return read(orderLimits, orderPath(order) + u"/tickets"_s,
                {{u"fields-schema"_s, u"id,serial,number,barcode,set,seat{row,number,sector}"_s}});
}

HttpRequest legalRequest(const PartnerId &partner)
{
    return read(orderLimits, u"/v1/resources/partners/"_s + partner.toString(),
                {{u"fields-schema"_s, u"legal{type,bank,detail,who}"_s}});
}

HttpRequest keylessRequest()
{
    HttpRequest request = eventsRequest(1);
    request.query.removeQueryItem(u"page_size"_s);
    request.query.addQueryItem(u"page_size"_s, u"1"_s);
    request.limits.time = orderLimits.time; // the answer is an error or one event
    request.takes = HttpRequest::Takes::AnyStatus;
    return request;
}

bool isAnswerToKeyless(const HttpAnswer &answer)
{
    // A server that ignores page sizes may return all its events; they are not decoded here.
    constexpr qsizetype maxBodyBytes = 64 * 1024;
    const QByteArray body = repaired(answer.body).trimmed();
    if (answer.status == 200 && body.size() > maxBodyBytes)
        return body.startsWith('[') && body.endsWith(']');
    // Parsed strictly, unlike other answers: only the kind of server matters.
    const QJsonDocument json = QJsonDocument::fromJson(body);
    if (answer.status == 200)
        return json.isArray();
    return (answer.status == 401 || answer.status == 403) && !json.isNull();
}

bool isOfALaterGeneration(const HttpAnswer &answer)
{
    return answer.status == 200 && isOfTheNewerGeneration(answer.body);
}

} // namespace okoshko::v1
