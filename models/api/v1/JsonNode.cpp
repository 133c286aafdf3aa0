// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/JsonNode.h"

#include "models/domain/ShownText.h"

#include <QJsonDocument>

#include <limits>

using namespace Qt::StringLiterals;

namespace okoshko::v1 {

JsonNode JsonNode::operator[](QLatin1StringView key) const
{
    if (!isAbsent() && !isObject())
        complain(u"is no object"_s);
    const QString path = m_path.isEmpty() ? QString(key) : m_path + u'.' + key;
    return {m_value.toObject().value(key), path, *m_trouble};
}

bool JsonNode::isThere(Need need) const
{
    if (isAbsent() && need == Need::Required)
        complain(u"is missing"_s);
    return !isAbsent();
}

QList<JsonNode> JsonNode::elements(Need need) const
{
    QList<JsonNode> nodes;
    if (!isThere(need))
        return nodes;
    if (!m_value.isArray()) {
        complain(u"is no list"_s);
        return nodes;
    }
    const QJsonArray array = m_value.toArray();
    nodes.reserve(array.size());
    for (qsizetype i = 0; i < array.size(); ++i)
        nodes.append({array.at(i), u"%1[%2]"_s.arg(m_path, QString::number(i)), *m_trouble});
    return nodes;
}

QList<std::pair<QString, JsonNode>> JsonNode::members(Need need) const
{
    QList<std::pair<QString, JsonNode>> nodes;
    if (!isThere(need))
        return nodes;
    if (!m_value.isObject()) {
        complain(u"is no object"_s);
        return nodes;
    }
    const QJsonObject object = m_value.toObject();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        nodes.append({it.key(), JsonNode(it.value(), m_path + u'.' + it.key(), *m_trouble)});
    return nodes;
}

QString JsonNode::text(Need need) const
{
    if (!isThere(need))
        return {};
    if (!m_value.isString()) {
        complain(u"is no text"_s);
        return {};
    }
    const QString written = m_value.toString();
    if (written.isEmpty() && need == Need::Required)
        complain(u"is empty"_s);
    return written;
}

QString JsonNode::words(Need need) const
{
    return shownText(text(need));
}

QString JsonNode::label(Need need) const
{
    return m_value.isDouble() ? QString::number(integer(need)) : words(need);
}

qint64 JsonNode::integer(Need need) const
{
    if (!isThere(need))
        return 0;
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    bool isNumber = true;
    const qint64 number = m_value.isString() ? m_value.toString().toLongLong(&isNumber) : m_value.toInteger(none);
    if (!isNumber || number == none) {
        complain(u"is no whole number"_s);
        return 0;
    }
    return number;
}

int JsonNode::count(Need need) const
{
    const qint64 number = integer(need);
    if (number < 0 || number > std::numeric_limits<int>::max()) {
        complain(u"is no count"_s);
        return 0;
    }
    return static_cast<int>(number);
}

std::optional<bool> JsonNode::truth() const
{
    if (isAbsent())
        return std::nullopt;
    if (!m_value.isBool()) {
        complain(u"is neither true nor false"_s);
        return std::nullopt;
    }
    return m_value.toBool();
}

std::optional<Money> JsonNode::money(Need need) const
{
    const QString written = text(need);
    if (written.isEmpty())
        return std::nullopt;
    const auto sum = Money::parse(written);
    if (!sum)
        complain(u"is no sum"_s);
    return sum;
}

std::optional<Instant> JsonNode::instant(Need need) const
{
    const QString written = text(need);
    if (written.isEmpty())
        return std::nullopt;
    const auto time = parseInstant(written);
    if (!time)
        complain(u"is no time"_s);
    return time;
}

Result<QJsonValue> parseBody(const QByteArray &body)
{
    QJsonParseError trouble;
    const QJsonDocument document = QJsonDocument::fromJson(body, &trouble);
    if (trouble.error != QJsonParseError::NoError)
        return tl::unexpected(ApiError{.kind = ErrorKind::NotJson, .detail = trouble.errorString()});
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

} // namespace okoshko::v1
