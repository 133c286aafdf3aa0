// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Measured.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace okoshko::bench {

std::optional<double> Row::ratio() const
{
    return reference ? std::optional(value / *reference) : std::nullopt;
}

double median(QList<double> values)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 == 1 ? values.at(middle) : (values.at(middle - 1) + values.at(middle)) / 2;
}

double now()
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

Row sideBySide(const QString &name, double toReach, const std::function<double()> &ours,
               const std::function<double()> &plain)
{
    constexpr int alternations = 10;
    ours();
    plain();
    QList<double> values;
    QList<double> references;
    for (int i = 0; i < alternations; ++i) {
        if (i % 2 == 1)
            references << plain();
        values << ours();
        if (i % 2 == 0)
            references << plain();
        tell(u"%1 %2/%3: %4 ms, reference %5 ms"_s.arg(name)
                 .arg(i + 1)
                 .arg(alternations)
                 .arg(values.last(), 0, 'f', 2)
                 .arg(references.last(), 0, 'f', 2));
    }
    tell(u"%1, the fastest of each: %2 ms, reference %3 ms"_s.arg(name)
             .arg(*std::min_element(values.cbegin(), values.cend()), 0, 'f', 2)
             .arg(*std::min_element(references.cbegin(), references.cend()), 0, 'f', 2));
    return {name, median(values), u"ms"_s, median(references), toReach};
}

QByteArray toJson(const QList<Row> &rows)
{
    const auto number = [](std::optional<double> value) {
        return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
    };
    QJsonArray array;
    for (const Row &row : rows)
        array.append(QJsonObject{{u"name"_s, row.name},
                                 {u"value"_s, row.value},
                                 {u"unit"_s, row.unit},
                                 {u"reference"_s, number(row.reference)},
                                 {u"ratio"_s, number(row.ratio())}});
    return QJsonDocument(array).toJson();
}

QString tableHead()
{
    return u"%1%2%3%4  %5"_s.arg(u"row"_s.leftJustified(26), u"value"_s.rightJustified(11),
                                 u"reference"_s.rightJustified(11), u"ratio"_s.rightJustified(11), u"to reach"_s);
}

QString toTableLine(const Row &row)
{
    const auto number = [](std::optional<double> value) {
        return (value ? QString::number(*value, 'f', 2) : u"-"_s).rightJustified(11);
    };
    const QString goal = row.toReach == 0 ? QString()
                         : row.reference  ? u"ratio <= %1"_s.arg(row.toReach)
                                          : u"<= %1 %2"_s.arg(row.toReach).arg(row.unit);
    return row.name.leftJustified(26) + number(row.value) + number(row.reference) + number(row.ratio()) + u"  "_s +
           goal;
}

void runUntil(const std::function<bool()> &isTrue, const QString &what)
{
    QTimer limit;
    limit.setSingleShot(true);
    limit.callOnTimeout(
        [&what] { qFatal("what was to be measured does not come to an end: %s", qUtf8Printable(what)); });
    limit.start(std::chrono::minutes(1));
    while (!isTrue())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

void tell(const QString &words)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(words));
}

} // namespace okoshko::bench
