// SPDX-License-Identifier: GPL-3.0-or-later
#include "JsonPlaces.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <tuple>

namespace okoshko::sandbox {

JsonPlaces::JsonPlaces(const QByteArray &json)
    : m_json(json)
{
    value({});
}

qsizetype JsonPlaces::lineOf(QString path) const
{
    while (!m_lines.contains(path) && !path.isEmpty())
        path.truncate(std::max<qsizetype>({path.lastIndexOf(QLatin1Char('.')), path.lastIndexOf(QLatin1Char('[')), 0}));
    return m_lines.value(path, 1);
}

void JsonPlaces::value(const QString &path)
{
    const char first = peek();
    m_lines.insert(path, m_line);
    if (first == '{') {
        object(path);
    } else if (first == '[') {
        array(path);
    } else if (first == '"') {
        std::ignore = text();
    } else {
        while (m_at < m_json.size() && QByteArrayView(",]} \t\r\n").indexOf(m_json.at(m_at)) < 0)
            step();
    }
}

void JsonPlaces::object(const QString &path)
{
    step();
    while (peek() == '"') {
        const QString key = text();
        std::ignore = peek();
        step(); // the colon
        value(path.isEmpty() ? key : path + QLatin1Char('.') + key);
        if (peek() == ',')
            step();
    }
    step();
}

void JsonPlaces::array(const QString &path)
{
    step();
    for (int i = 0; peek() != ']' && peek() != '\0'; ++i) {
        value(QStringLiteral("%1[%2]").arg(path).arg(i));
        if (peek() == ',')
            step();
    }
    step();
}

QString JsonPlaces::text()
{
    const qsizetype begin = m_at;
    step();
    while (m_at < m_json.size() && m_json.at(m_at) != '"') {
        if (m_json.at(m_at) == '\\')
            step();
        step();
    }
    step();
    // With its escapes, as QJsonDocument understands them.
    const QByteArray alone = '[' + m_json.mid(begin, m_at - begin) + ']';
    return QJsonDocument::fromJson(alone).array().first().toString();
}

char JsonPlaces::peek()
{
    while (m_at < m_json.size() && QByteArrayView(" \t\r\n").indexOf(m_json.at(m_at)) >= 0)
        step();
    return m_at < m_json.size() ? m_json.at(m_at) : '\0';
}

void JsonPlaces::step()
{
    if (m_at < m_json.size() && m_json.at(m_at) == '\n')
        ++m_line;
    ++m_at;
}

} // namespace okoshko::sandbox
