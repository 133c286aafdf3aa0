// SPDX-License-Identifier: GPL-3.0-or-later
#include "Scenario.h"

#include <algorithm>

namespace okoshko::sandbox {

const ScenarioRow &rowOf(Scenario scenario)
{
    return scenarioTable()[static_cast<std::size_t>(scenario)];
}

const ScenarioRow *findScenario(const QString &name)
{
    const auto table = scenarioTable();
    const auto found = std::ranges::find_if(table, [&](const ScenarioRow &row) { return row.name == name; });
    return found == table.end() ? nullptr : &*found;
}

Activation usualArming(Scenario scenario)
{
    const ScenarioRow &row = rowOf(scenario);
    return {scenario, row.usual, row.lasting == Lasting::Next ? 1 : Activation::untilOff};
}

tl::expected<Activation, QString> parseArming(const QString &name, const QString &on, const QString &times)
{
    const ScenarioRow *row = findScenario(name);
    if (row == nullptr)
        return tl::unexpected(QStringLiteral("there is no scenario \"%1\"").arg(name));
    Activation arming = usualArming(row->scenario);
    if (!on.isEmpty()) {
        const std::optional<RequestKind> kind = requestKindFrom(on);
        if (!kind || !row->possible.testFlag(*kind)) {
            const QString known = row->possible ? toText(row->possible).join(QStringLiteral(", "))
                                                : QStringLiteral("no particular request");
            return tl::unexpected(QStringLiteral("%1 can be met by %2, not by \"%3\"").arg(name, known, on));
        }
        arming.on = *kind;
    }
    if (times == QStringLiteral("always")) {
        arming.times = Activation::untilOff;
    } else if (!times.isEmpty()) {
        bool good = false;
        arming.times = times.toInt(&good);
        if (!good || arming.times < 1 || arming.times > 1'000'000)
            return tl::unexpected(
                QStringLiteral("times must be a whole number from 1 to 1000000, or always, not \"%1\"").arg(times));
    }
    return arming;
}

QString scenarioList()
{
    QString text;
    std::optional<ScenarioGroup> group;
    for (const ScenarioRow &row : scenarioTable()) {
        if (group != row.group)
            text += englishTitle(row.group).toString() + QLatin1Char('\n');
        group = row.group;
        text += QStringLiteral("  %1  %2\n").arg(row.name, -22).arg(row.english.title);
    }
    return text;
}

QString toText(ScenarioGroup group)
{
    switch (group) {
    case ScenarioGroup::Reservation:
        return QStringLiteral("reservation");
    case ScenarioGroup::Payment:
        return QStringLiteral("payment");
    case ScenarioGroup::Answers:
        return QStringLiteral("answers");
    case ScenarioGroup::Line:
        return QStringLiteral("line");
    case ScenarioGroup::Time:
        return QStringLiteral("time");
    case ScenarioGroup::Vendor:
        return QStringLiteral("vendor");
    }
    Q_UNREACHABLE();
}

QStringView englishTitle(ScenarioGroup group)
{
    switch (group) {
    case ScenarioGroup::Reservation:
        return u"Reserving";
    case ScenarioGroup::Payment:
        return u"Paying";
    case ScenarioGroup::Answers:
        return u"Answers of the server";
    case ScenarioGroup::Line:
        return u"The line to the server";
    case ScenarioGroup::Time:
        return u"The server's clock";
    case ScenarioGroup::Vendor:
        return u"The vendor as it is";
    }
    Q_UNREACHABLE();
}

QStringView russianTitle(ScenarioGroup group)
{
    switch (group) {
    case ScenarioGroup::Reservation:
        return u"Бронирование";
    case ScenarioGroup::Payment:
        return u"Оплата";
    case ScenarioGroup::Answers:
        return u"Ответы сервера";
    case ScenarioGroup::Line:
        return u"Связь с сервером";
    case ScenarioGroup::Time:
        return u"Часы сервера";
    case ScenarioGroup::Vendor:
        return u"Настоящий сервер";
    }
    Q_UNREACHABLE();
}

} // namespace okoshko::sandbox
