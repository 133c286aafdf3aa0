// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/JsonNode.h"

#include "models/domain/ShownText.h"

#include <QJsonDocument>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace okoshko::v1 {

namespace {

/// Which limit \a body passes; empty where it keeps them. Counts brackets and commas, which is as good as values.
QString passedLimit(const QByteArray &body)
{
    qsizetype values = 1;
    int nesting = 0;
    bool inText = false;
    for (const char *c = body.cbegin(); c != body.cend(); ++c) {
        if (inText && *c == '\\' && c + 1 != body.cend()) {
            ++c; // whatever it is, it ends no text
        } else if (*c == '"') {
            inText = !inText;
        } else if (!inText && (*c == '[' || *c == '{')) {
            ++values;
            ++nesting;
        } else if (!inText && (*c == ']' || *c == '}')) {
            --nesting;
        } else if (!inText && *c == ',') {
            ++values;
        }
        if (nesting > mostNesting)
            return u"is nested too deeply"_s;
        if (values > mostValues)
            return u"holds too many values"_s;
    }
    return {};
}

/// The server's name of a member as it may stand in an error: in a log, and on screen.
QString shownName(const QString &name)
{
    const bool isPlain = name.size() <= 40 && std::all_of(name.cbegin(), name.cend(), [](QChar c) {
                             return c == u'_' || c == u'-' || (c < u'\x7f' && c.isLetterOrNumber());
                         });
    return isPlain ? name : u"?"_s;
}

} // namespace

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

bool JsonNode::isEnumerable(Need need, bool isRightType, const QString &otherwise, qsizetype size) const
{
    if (m_trouble->error() || !isThere(need))
        return false;
    if (!isRightType)
        complain(otherwise);
    else if (size > mostElements)
        complain(u"has too many elements"_s);
    return isRightType && size <= mostElements;
}

QList<JsonNode> JsonNode::elements(Need need) const
{
    QList<JsonNode> nodes;
    const QJsonArray array = m_value.toArray();
    if (!isEnumerable(need, m_value.isArray(), u"is no list"_s, array.size()))
        return nodes;
    nodes.reserve(array.size());
    for (qsizetype i = 0; i < array.size(); ++i)
        nodes.append({array.at(i), u"%1[%2]"_s.arg(m_path, QString::number(i)), *m_trouble});
    return nodes;
}

QList<std::pair<QString, JsonNode>> JsonNode::members(Need need) const
{
    QList<std::pair<QString, JsonNode>> nodes;
    const QJsonObject object = m_value.toObject();
    if (!isEnumerable(need, m_value.isObject(), u"is no object"_s, object.size()))
        return nodes;
    nodes.reserve(object.size());
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        nodes.append({it.key(), JsonNode(it.value(), m_path + u'.' + shownName(it.key()), *m_trouble)});
    return nodes;
}

QString JsonNode::written(Need need) const
{
    if (!isThere(need))
        return {};
    if (!m_value.isString()) {
        complain(u"is no text"_s);
        return {};
    }
    const QString text = m_value.toString();
    if (text.isEmpty() && need == Need::Required)
        complain(u"is empty"_s);
    return text;
}

QString JsonNode::prose(Need need, qsizetype most) const
{
    return shownText(written(need), most);
}

QString JsonNode::text(Need need) const
{
    return atMost(mostLetters, written(need));
}

QString JsonNode::label(Need need) const
{
    return shownText(atMost(mostLettersOfALabel, m_value.isDouble() ? QString::number(integer(need)) : written(need)));
}

QString JsonNode::atMost(qsizetype most, const QString &text) const
{
    if (text.size() <= most)
        return text;
    complain(u"is too long"_s);
    return {};
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

Money JsonNode::moneyOr(Money otherwise) const
{
    const auto told = money(Need::Optional);
    if (!told && !otherwise.isWritable())
        complain(u"is no sum"_s);
    return told.value_or(otherwise);
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
    if (const QString passed = passedLimit(body); !passed.isEmpty())
        return tl::unexpected(ApiError{.kind = ErrorKind::TooLarge, .detail = passed});
    QJsonParseError trouble;
    const QJsonDocument document = QJsonDocument::fromJson(body, &trouble);
    if (trouble.error != QJsonParseError::NoError)
        return tl::unexpected(ApiError{.kind = ErrorKind::NotJson, .detail = trouble.errorString()});
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

} // namespace okoshko::v1
