// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/Control.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace okoshko::sandbox {

namespace {

QJsonObject wordsJson(const ScenarioWords &words)
{
    return {{u"title"_s, words.title.toString()}, {u"description"_s, words.description.toString()}};
}

QJsonArray kindsJson(RequestKinds kinds)
{
    return QJsonArray::fromStringList(toText(kinds));
}

QJsonValue armedJson(const std::optional<Activation> &armed)
{
    if (!armed)
        return QJsonValue::Null;
    const QJsonValue times = armed->times == Activation::untilOff ? QJsonValue(u"always"_s) : QJsonValue(armed->times);
    return QJsonObject{{u"on"_s, kindsJson(armed->on)}, {u"times"_s, times}};
}

QJsonValue metJson(const std::optional<Trigger> &met)
{
    if (!met)
        return QJsonValue::Null;
    return QJsonObject{{u"by"_s, toText(met->kind)}, {u"at"_s, toIso(met->at)}};
}

QJsonObject toJson(const Scenario &row, const ScenarioState &state)
{
    return {
        {u"name"_s, QString(row.name)},
        {u"group"_s, toText(row.group)},
        {u"possible"_s, kindsJson(row.possible)},
        {u"usual"_s, kindsJson(row.usual)},
        {u"lasting"_s, row.lasting == Lasting::Next ? u"next"_s : u"standing"_s},
        {u"words"_s, QJsonObject{{u"en"_s, wordsJson(row.english)}, {u"ru"_s, wordsJson(row.russian)}}},
        {u"armed"_s, armedJson(state.armed)},
        {u"met"_s, metJson(state.met)},
        {u"times_met"_s, state.timesMet},
    };
}

bool isLoopbackName(const QByteArray &host)
{
    static const QRegularExpression shape(u"\\A(?:127\\.0\\.0\\.1|localhost|\\[::1\\])(?::\\d{1,5})?\\z"_s);
    return shape.match(QString::fromLatin1(host)).hasMatch();
}

bool isForeign(const Request &request)
{
    return !isLoopbackName(request.host) || (!request.origin.isEmpty() && request.origin != "http://" + request.host);
}

Reply notPossible(const QByteArray &allowed)
{
    Reply reply = errorReply(405, u"possible here: %1"_s.arg(QString::fromLatin1(allowed)));
    reply.headers.emplaceBack("Allow", allowed);
    return reply;
}

Reply nothingAt(const Request &request)
{
    return errorReply(404, u"there is nothing at %1"_s.arg(request.path));
}

QStringList allNames()
{
    QStringList names;
    for (const Scenario &row : scenarioTable())
        names.append(row.name);
    return names;
}

} // namespace

Reply Control::answer(const Request &request)
{
    if (isForeign(request))
        return errorReply(403, u"only programs of this computer may ask here"_s);
    const QStringList path = request.path.split(u'/'); // begins with an empty part
    if (path.value(1) != u"control"_s)
        return nothingAt(request);
    const bool aboutScenarios = path.value(2) == u"scenarios"_s;
    if (aboutScenarios && path.size() == 3)
        return scenarios(request);
    if (aboutScenarios && path.size() == 4)
        return scenario(request, path.at(3));
    const bool isAboutOrder = path.value(2) == u"orders"_s;
    if (isAboutOrder && path.size() == 4)
        return order(request, path.at(3));
    if (isAboutOrder && path.size() == 5)
        return settle(request, path.at(3), path.at(4));
    return nothingAt(request);
}

Reply Control::scenarios(const Request &request)
{
    if (request.method == "DELETE")
        m_board.disarmAll();
    else if (request.method != "GET" && request.method != "HEAD")
        return notPossible("GET, DELETE");
    QJsonArray all;
    for (const Scenario &row : scenarioTable())
        all.append(toJson(row, m_board.state(row)));
    return jsonReply(200, all);
}

Reply Control::scenario(const Request &request, const QString &name)
{
    const Scenario *row = findScenario(name);
    if (row == nullptr)
        return errorReply(404, u"there is no scenario \"%1\"; there are: %2"_s.arg(name, allNames().join(u", "_s)));
    if (request.method == "PUT") {
        const auto activation = parseActivation(name, request.parameter(u"on"_s), request.parameter(u"times"_s));
        if (!activation)
            return errorReply(400, activation.error());
        m_board.arm(*activation);
    } else if (request.method == "DELETE") {
        m_board.disarm(*row);
    } else if (request.method != "GET" && request.method != "HEAD") {
        return notPossible("GET, PUT, DELETE");
    }
    return jsonReply(200, toJson(*row, m_board.state(*row)));
}

Reply Control::order(const Request &request, const QString &id)
{
    if (request.method != "GET" && request.method != "HEAD")
        return notPossible("GET");
    m_vendor.orders.catchUp();
    const auto known = m_vendor.orders.order(id);
    if (!known)
        return errorReply(known.error());
    return jsonReply(200, QJsonObject{{u"id"_s, known->id},
                                      {u"status"_s, toText(known->status)},
                                      {u"send_tickets"_s, known->payment.sendsTickets}});
}

Reply Control::settle(const Request &request, const QString &id, const QString &act)
{
    const bool pays = act == u"pay"_s;
    if (!pays && act != u"decline"_s)
        return nothingAt(request);
    if (request.method != "POST")
        return notPossible("POST");
    m_vendor.orders.catchUp();
    const auto known = m_vendor.orders.order(id);
    if (!known)
        return errorReply(known.error());
    const auto settled = m_vendor.payments.settle(id, pays);
    if (!settled)
        return errorReply(409, settled.error().errors.join(u"; "_s));
    return jsonReply(200, QJsonObject{{u"id"_s, settled->id}, {u"status"_s, toText(settled->status)}});
}

} // namespace okoshko::sandbox
