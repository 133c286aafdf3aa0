// SPDX-License-Identifier: GPL-3.0-or-later
#include "FieldsSchema.h"

#include <QJsonArray>

namespace okoshko::sandbox {

namespace {

constexpr int deepest = 8; // the text comes from outside, and every level is one call deeper

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
        return refuse(QStringLiteral("fields-schema: cannot be read"));
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

} // namespace okoshko::sandbox
