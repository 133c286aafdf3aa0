// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/Http.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace okoshko::sandbox {

namespace {

constexpr int deepest = 8; // the input is untrusted, and each level is a recursive call

} // namespace

/// Reads `name`, `name{…}` and commas, left to right.
class FieldsSchemaParser
{
public:
    explicit FieldsSchemaParser(QStringView text)
        : m_text(text)
    {
    }

    bool list(std::vector<FieldsSchema::Field> &fields, int depth)
    {
        if (depth > deepest)
            return false;
        do {
            FieldsSchema::Field field;
            if (!one(field, depth))
                return false;
            fields.push_back(std::move(field));
        } while (take(u','));
        return true;
    }

    [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }

private:
    bool one(FieldsSchema::Field &field, int depth)
    {
        skipSpaces();
        while (m_at < m_text.size() && isNamePart(m_text.at(m_at)))
            field.name += m_text.at(m_at++);
        skipSpaces();
        if (field.name.isEmpty())
            return false;
        field.opened = take(u'{');
        if (!field.opened || take(u'}'))
            return true;
        return list(field.inner, depth + 1) && take(u'}');
    }

    static bool isNamePart(QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'-'; }

    void skipSpaces()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
    }

    bool take(QChar c)
    {
        skipSpaces();
        if (m_at >= m_text.size() || m_text.at(m_at) != c)
            return false;
        ++m_at;
        skipSpaces();
        return true;
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

tl::expected<FieldsSchema, Refusal> FieldsSchema::parse(const QString &text)
{
    FieldsSchema schema;
    FieldsSchemaParser parser(text);
    if (!parser.list(schema.m_fields, 1) || !parser.atEnd())
        return refuse(u"fields-schema: cannot be read"_s);
    return schema;
}

QJsonObject FieldsSchema::apply(const QJsonObject &object, const Resolver &resolve) const
{
    return narrow(object, m_fields, resolve);
}

QJsonObject FieldsSchema::narrow(const QJsonObject &object, const std::vector<Field> &fields, const Resolver &resolve)
{
    QJsonObject kept;
    for (const Field &field : fields) {
        const QJsonValue value = object.value(field.name);
        if (!value.isUndefined())
            kept.insert(field.name, field.opened ? look(value, field, resolve) : value);
    }
    return kept;
}

QJsonValue FieldsSchema::look(const QJsonValue &value, const Field &field, const Resolver &resolve)
{
    if (value.isArray()) {
        QJsonArray items;
        for (const QJsonValue &item : value.toArray())
            items.append(look(item, field, resolve));
        return items;
    }
    const QJsonValue object = value.isString() ? resolve(field.name, value.toString()) : value;
    return object.isObject() ? QJsonValue(narrow(object.toObject(), field.inner, resolve)) : value;
}

namespace {

QString errorName(int status)
{
    switch (status) {
    case 400:
        return u"HTTPBadRequest"_s;
    case 401:
        return u"HTTPUnauthorized"_s;
    case 403:
        return u"HTTPForbidden"_s;
    case 404:
        return u"HTTPNotFound"_s;
    case 405:
        return u"HTTPMethodNotAllowed"_s;
    case 406:
        return u"HTTPNotAcceptable"_s;
    case 409:
        return u"HTTPConflict"_s;
    case 413:
        return u"HTTPRequestEntityTooLarge"_s;
    case 415:
        return u"HTTPUnsupportedMediaType"_s;
    case 429:
        return u"HTTPTooManyRequests"_s;
    default: // other statuses are not sent by this server
        return u"HTTPInternalServerError"_s;
    }
}

Reply documentReply(int status, const QJsonDocument &document)
{
    return {status, "application/json; charset=UTF-8", document.toJson(QJsonDocument::Compact), {}};
}

} // namespace

Reply jsonReply(int status, const QJsonObject &object)
{
    return documentReply(status, QJsonDocument(object));
}

Reply jsonReply(int status, const QJsonArray &array)
{
    return documentReply(status, QJsonDocument(array));
}

Reply errorReply(int status, const QString &reason)
{
    return jsonReply(status, QJsonObject{{u"error"_s, errorName(status)}, {u"reason"_s, reason}});
}

Reply errorReply(const Refusal &refusal)
{
    switch (refusal.reason) {
    case Reason::Invalid:
        return jsonReply(400, QJsonObject{{u"errors"_s, QJsonArray::fromStringList(refusal.errors)}});
    case Reason::Unknown:
        return errorReply(404, refusal.errors.join(u"; "_s));
    case Reason::Busy:
        return errorReply(409, refusal.errors.join(u"; "_s));
    }
    Q_UNREACHABLE();
}

QStringList ListQuery::words(const QString &name) const
{
    return m_request.parameter(name).split(u',', Qt::SkipEmptyParts);
}

std::optional<std::pair<Instant, Instant>> ListQuery::instants(const QString &name)
{
    if (!m_request.query.hasQueryItem(name))
        return std::nullopt;
    const QStringList ends = m_request.parameter(name).split(u',');
    const auto low = parseIso(ends.value(0), false);
    const auto high = parseIso(ends.value(1), true);
    if (ends.size() == 2 && low && high)
        return std::pair(*low, *high);
    complain(name, u"must be two ISO dates with a comma"_s);
    return std::nullopt;
}

qsizetype ListQuery::count(const QString &name, int fallback, int most)
{
    if (!m_request.query.hasQueryItem(name))
        return fallback;
    bool good = false;
    const int count = m_request.parameter(name).toInt(&good);
    if (good && count >= 1 && count <= most)
        return count;
    complain(name, u"must be a whole number from 1 to %1"_s.arg(most));
    return fallback;
}

ListQuery::Part ListQuery::part(Paging paging)
{
    const QString number = u"page"_s;
    const QString size = u"page_size"_s;
    if (!m_request.query.hasQueryItem(number) && !m_request.query.hasQueryItem(size))
        return {};
    const qsizetype asked = count(size, 100, 1000);
    const qsizetype length = paging == Paging::Short ? (asked * 8 + 24) / 25 : asked; // 64 rows were recorded for 200
    return {(count(number, 1, 1'000'000) - 1) * length, length};
}

void ListQuery::complain(const QString &name, const QString &what)
{
    m_errors.append(name + u": "_s + what);
}

std::optional<Refusal> ListQuery::refusal() const
{
    if (m_errors.isEmpty())
        return std::nullopt;
    return Refusal{Reason::Invalid, m_errors};
}

} // namespace okoshko::sandbox
