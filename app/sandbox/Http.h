// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/Values.h"
#include "app/sandbox/scenarios/Scenario.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUrlQuery>
#include <algorithm>
#include <vector>

namespace okoshko::sandbox {

/// The query parameter `fields-schema`: the fields of an answer, and the references to be replaced by their objects:
/// `id,tickets{id,seat{row}},event{title{text}}`.
class FieldsSchema
{
public:
    /// Returns the object for an id in the field `name`; any other value leaves the id unchanged.
    using Resolver = std::function<QJsonValue(const QString &name, const QString &id)>;

    /// Refuses empty or repeated commas, unbalanced braces, invalid names, more than eight levels.
    [[nodiscard]] static tl::expected<FieldsSchema, Refusal> parse(const QString &text);

    [[nodiscard]] QJsonObject apply(const QJsonObject &object, const Resolver &resolve) const;

private:
    friend class FieldsSchemaParser;

    struct Field
    {
        QString name;
        bool opened = false; ///< followed by braces
        std::vector<Field> inner;
    };

    static QJsonObject narrow(const QJsonObject &object, const std::vector<Field> &fields, const Resolver &resolve);
    static QJsonValue look(const QJsonValue &value, const Field &field, const Resolver &resolve);

    std::vector<Field> m_fields;
};

/// A request for the routes, independent of the HTTP library.
struct Request
{
    QByteArray method; ///< `GET`, `PATCH` …
    QString path;      ///< decoded
    QUrlQuery query;
    QByteArray authorization;
    QByteArray contentType;
    QByteArray accept;
    QByteArray acceptLanguage;
    QByteArray body;
    QByteArray host;
    QByteArray origin; ///< set by browsers for requests of a page

    /// The parameter, percent-decoded; empty if it is missing.
    [[nodiscard]] QString parameter(const QString &name) const
    {
        return query.queryItemValue(name, QUrl::FullyDecoded);
    }
};

struct Reply
{
    int status = 200;
    QByteArray type;
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers;
};

/// A request to a route.
struct Call
{
    Request request;
    RequestKind kind = RequestKind::Other;
    QString id;                         ///< the value of `:id`
    QJsonObject body;                   ///< of POST and PATCH
    std::optional<FieldsSchema> schema; ///< already checked
};

[[nodiscard]] Reply jsonReply(int status, const QJsonObject &object);
[[nodiscard]] Reply jsonReply(int status, const QJsonArray &array);

/// `{"error": "HTTPNotFound", "reason": "…"}`
[[nodiscard]] Reply errorReply(int status, const QString &reason);

/// 400 `{"errors": […]}`, 404 or 409.
[[nodiscard]] Reply errorReply(const Refusal &refusal);

/// True if a filter of `words` is empty or names the value.
[[nodiscard]] inline bool passes(const QStringList &words, const QString &value)
{
    return words.isEmpty() || words.contains(value);
}

/// The query parameters of a list. Each reader returns nothing for a missing parameter and notes an error for an
/// invalid one; call `refusal()` after the last of them.
class ListQuery
{
public:
    explicit ListQuery(const Request &request)
        : m_request(request)
    {
    }

    /// `a,b,c`; empty = no filter.
    [[nodiscard]] QStringList words(const QString &name) const;
    /// Two ISO dates with a comma; a bare second date includes that whole day.
    [[nodiscard]] std::optional<std::pair<Instant, Instant>> instants(const QString &name);

    /// Whether a page holds as many rows as requested, about a third of them, or all rows.
    enum class Paging { AsAsked, Short, Ignored };

    /// The rows of `all` for `page` (from 1) and `page_size` (100, at most 1000); all of them without either parameter.
    template <typename T>
    [[nodiscard]] QList<T> page(const QList<T> &all, Paging paging = Paging::AsAsked)
    {
        const auto [first, length] = part(paging);
        return paging == Paging::Ignored ? all : all.mid(std::min(first, all.size()), length);
    }

    /// Notes that a parameter is invalid.
    void complain(const QString &name, const QString &what);
    [[nodiscard]] std::optional<Refusal> refusal() const;

private:
    struct Part
    {
        qsizetype first = 0;
        qsizetype length = -1; ///< negative = to the end
    };

    [[nodiscard]] Part part(Paging paging);
    [[nodiscard]] qsizetype count(const QString &name, int fallback, int most);

    const Request &m_request;
    QStringList m_errors;
};

} // namespace okoshko::sandbox
