// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qa/PlanCase.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

template <class T>
using Read = tl::expected<T, QString>;

Read<QByteArray> readBytes(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(QFileInfo(path).fileName() + u": "_s + file.errorString());
    return file.readAll();
}

Read<PlanText> readText(const QJsonValue &value, const QString &field)
{
    const PlanText text{value[u"ru"_s].toString(), value[u"en"_s].toString()};
    if (text.russian.isEmpty() || text.english.isEmpty())
        return tl::unexpected(field + u" needs a text in both languages"_s);
    return text;
}

Read<QList<PlanText>> readTexts(const QJsonValue &value, const QString &field)
{
    QList<PlanText> texts;
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const auto text = readText(array.at(i), u"%1[%2]"_s.arg(field).arg(i));
        if (!text)
            return tl::unexpected(text.error());
        texts << *text;
    }
    if (texts.isEmpty())
        return tl::unexpected(field + u" is empty"_s);
    return texts;
}

Read<PlanCase> readCase(const QJsonObject &object)
{
    PlanCase read;
    read.number = object[u"number"_s].toInt();
    read.flow = object[u"flow"_s].toString();
    read.scenario = object[u"scenario"_s].toString();
    read.smoke = object[u"smoke"_s].toBool();
    if (read.number < 100 || read.number > 999)
        return tl::unexpected(u"number needs three digits"_s);
    if (!flowRows().contains(read.flow))
        return tl::unexpected(u"flow '%1' is no row of the flow"_s.arg(read.flow));
    const auto title = readText(object[u"title"_s], u"title"_s);
    if (!title)
        return tl::unexpected(title.error());
    read.title = *title;
    const std::pair<QString, QList<PlanText> *> lists[]{
        {u"before"_s, &read.before}, {u"steps"_s, &read.steps}, {u"expected"_s, &read.expected}};
    for (const auto &[field, list] : lists) {
        const auto texts = readTexts(object[field], field);
        if (!texts)
            return tl::unexpected(texts.error());
        *list = *texts;
    }
    return read;
}

} // namespace

const QStringList &flowRows()
{
    static const QStringList rows =
        u"page-payment seller-collects printing cancel same-again put-aside seats change code buyer find language "
        u"several free "
        u"last-ticket "
        "countdown expired empty partial price refused declined late-money unsafe-page key busy unknown waiting "
        "offline clock closed first-start settings report profiles keys touch scan screen express pick-up"_s.split(
            u' ');
    return rows;
}

tl::expected<QList<PlanCase>, QString> readCases(const QByteArray &json)
{
    QJsonParseError broken;
    const QJsonDocument document = QJsonDocument::fromJson(json, &broken);
    if (!document.isArray())
        return tl::unexpected(u"no array of cases: %1 at byte %2"_s.arg(broken.errorString()).arg(broken.offset));
    QList<PlanCase> cases;
    const QJsonArray array = document.array();
    for (const QJsonValue &value : array) {
        const auto read = readCase(value.toObject());
        if (!read)
            return tl::unexpected(u"case %1: %2"_s.arg(value[u"number"_s].toInt()).arg(read.error()));
        cases << *read;
    }
    return cases;
}

tl::expected<QList<PlanCase>, QString> readPlan(const QString &folder)
{
    QList<PlanCase> plan;
    const QStringList names = QDir(folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const auto json = readBytes(QDir(folder).filePath(name));
        if (!json)
            return tl::unexpected(json.error());
        const auto cases = readCases(*json);
        if (!cases)
            return tl::unexpected(name + u": "_s + cases.error());
        plan << *cases;
    }
    std::stable_sort(plan.begin(), plan.end(),
                     [](const PlanCase &a, const PlanCase &b) { return a.number < b.number; });
    return plan;
}

tl::expected<PlanOwnWords, QString> readOwnWords(const QString &folder)
{
    const auto russian = readBytes(QDir(folder).filePath(u"plan.ru.json"_s));
    const auto english = readBytes(QDir(folder).filePath(u"plan.en.json"_s));
    if (!russian || !english)
        return tl::unexpected(russian ? english.error() : russian.error());
    const QJsonObject inRussian = QJsonDocument::fromJson(*russian).object();
    const QJsonObject inEnglish = QJsonDocument::fromJson(*english).object();
    PlanOwnWords words;
    const QStringList names = inRussian.keys() + inEnglish.keys();
    for (const QString &name : names) {
        const PlanText text{inRussian[name].toString(), inEnglish[name].toString()};
        if (text.russian.isEmpty() || text.english.isEmpty())
            return tl::unexpected(name + u" needs a text in both languages"_s);
        words.insert(name, text);
    }
    return words;
}

} // namespace okoshko::test
