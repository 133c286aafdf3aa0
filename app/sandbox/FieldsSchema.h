// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Refusal.h"

#include <QJsonObject>
#include <QString>
#include <functional>
#include <vector>

namespace okoshko::sandbox {

/// The query parameter `fields-schema`: which fields an answer keeps, and where a reference becomes the object it
/// stands for: `id,tickets{id,seat{row}},event{title{text}}`.
class FieldsSchema
{
public:
    /// Gives the object that an id in the field `name` refers to; anything else leaves the id as it is.
    using Resolver = std::function<QJsonValue(const QString &name, const QString &id)>;

    /// Refused: empty or repeated commas, unbalanced braces, names that are no names, more than eight levels.
    [[nodiscard]] static tl::expected<FieldsSchema, Refusal> parse(const QString &text);

    [[nodiscard]] QJsonObject apply(const QJsonObject &object, const Resolver &resolve) const;

private:
    friend class FieldsSchemaParser;

    struct Field
    {
        QString name;
        bool opened = false; ///< braces follow: look inside
        std::vector<Field> inner;
    };

    static QJsonObject narrow(const QJsonObject &object, const std::vector<Field> &fields, const Resolver &resolve);
    static QJsonValue look(const QJsonValue &value, const Field &field, const Resolver &resolve);

    std::vector<Field> m_fields;
};

} // namespace okoshko::sandbox
