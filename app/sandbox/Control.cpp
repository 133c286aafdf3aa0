// SPDX-License-Identifier: GPL-3.0-or-later
#include "Control.h"

#include "OrderStates.h"

#include <QRegularExpression>
#include <QStringList>

namespace okoshko::sandbox {

namespace {

QJsonObject wordsJson(const ScenarioWords &words)
{
    return {{QStringLiteral("title"), words.title.toString()},
            {QStringLiteral("description"), words.description.toString()}};
}

QJsonArray kindsJson(RequestKinds kinds)
{
    return QJsonArray::fromStringList(toText(kinds));
}

QJsonValue armedJson(const std::optional<Activation> &armed)
{
    if (!armed)
        return QJsonValue::Null;
    const QJsonValue times =
        armed->times == Activation::untilOff ? QJsonValue(QStringLiteral("always")) : QJsonValue(armed->times);
    return QJsonObject{{QStringLiteral("on"), kindsJson(armed->on)}, {QStringLiteral("times"), times}};
}

QJsonValue metJson(const std::optional<Trigger> &met)
{
    if (!met)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("by"), toText(met->kind)}, {QStringLiteral("at"), toIso(met->at)}};
}

QJsonObject toJson(const ScenarioRow &row, const ScenarioState &state)
{
    return {
        {QStringLiteral("name"), QString(row.name)},
        {QStringLiteral("group"), toText(row.group)},
        {QStringLiteral("possible"), kindsJson(row.possible)},
        {QStringLiteral("usual"), kindsJson(row.usual)},
        {QStringLiteral("lasting"), row.lasting == Lasting::Next ? QStringLiteral("next") : QStringLiteral("standing")},
        {QStringLiteral("words"),
         QJsonObject{{QStringLiteral("en"), wordsJson(row.english)}, {QStringLiteral("ru"), wordsJson(row.russian)}}},
        {QStringLiteral("armed"), armedJson(state.armed)},
        {QStringLiteral("met"), metJson(state.met)},
        {QStringLiteral("times_met"), state.timesMet},
    };
}

bool isLoopbackName(const QByteArray &host)
{
    static const QRegularExpression shape(
        QStringLiteral("\\A(?:127\\.0\\.0\\.1|localhost|\\[::1\\])(?::\\d{1,5})?\\z"));
    return shape.match(QString::fromLatin1(host)).hasMatch();
}

bool isForeign(const Request &request)
{
    return !isLoopbackName(request.host) || (!request.origin.isEmpty() && request.origin != "http://" + request.host);
}

Reply notPossible(const QByteArray &allowed)
{
    Reply reply = errorReply(405, QStringLiteral("possible here: %1").arg(QString::fromLatin1(allowed)));
    reply.headers.emplaceBack("Allow", allowed);
    return reply;
}

Reply nothingAt(const Request &request)
{
    return errorReply(404, QStringLiteral("there is nothing at %1").arg(request.path));
}

QStringList allNames()
{
    QStringList names;
    for (const ScenarioRow &row : scenarioTable())
        names.append(row.name);
    return names;
}

} // namespace

Reply Control::answer(const Request &request)
{
    if (isForeign(request))
        return errorReply(403, QStringLiteral("only programs of this computer may ask here"));
    const QStringList path = request.path.split(QLatin1Char('/')); // begins with an empty part
    if (path.value(1) != QStringLiteral("control"))
        return nothingAt(request);
    const bool aboutScenarios = path.value(2) == QStringLiteral("scenarios");
    if (aboutScenarios && path.size() == 3)
        return scenarios(request);
    if (aboutScenarios && path.size() == 4)
        return scenario(request, path.at(3));
    if (path.value(2) == QStringLiteral("orders") && path.size() == 5)
        return order(request, path.at(3), path.at(4));
    return nothingAt(request);
}

Reply Control::scenarios(const Request &request)
{
    if (request.method == "DELETE")
        m_board.disarmAll();
    else if (request.method != "GET" && request.method != "HEAD")
        return notPossible("GET, DELETE");
    QJsonArray all;
    for (const ScenarioRow &row : scenarioTable())
        all.append(toJson(row, m_board.state(row.scenario)));
    return jsonReply(200, all);
}

Reply Control::scenario(const Request &request, const QString &name)
{
    const ScenarioRow *row = findScenario(name);
    if (row == nullptr)
        return errorReply(404, QStringLiteral("there is no scenario \"%1\"; there are: %2")
                                   .arg(name, allNames().join(QStringLiteral(", "))));
    if (request.method == "PUT") {
        const auto arming =
            parseArming(name, request.parameter(QStringLiteral("on")), request.parameter(QStringLiteral("times")));
        if (!arming)
            return errorReply(400, arming.error());
        m_board.arm(*arming);
    } else if (request.method == "DELETE") {
        m_board.disarm(row->scenario);
    } else if (request.method != "GET" && request.method != "HEAD") {
        return notPossible("GET, PUT, DELETE");
    }
    return jsonReply(200, toJson(*row, m_board.state(row->scenario)));
}

Reply Control::order(const Request &request, const QString &id, const QString &act)
{
    const bool pays = act == QStringLiteral("pay");
    if (!pays && act != QStringLiteral("decline"))
        return nothingAt(request);
    if (request.method != "POST")
        return notPossible("POST");
    const auto known = m_vendor.order(id);
    if (!known)
        return errorReply(known.error());
    const auto settled = m_vendor.settle(id, pays);
    if (!settled)
        return errorReply(409, settled.error().errors.join(QStringLiteral("; ")));
    return jsonReply(
        200, QJsonObject{{QStringLiteral("id"), settled->id}, {QStringLiteral("status"), toText(settled->status)}});
}

} // namespace okoshko::sandbox
