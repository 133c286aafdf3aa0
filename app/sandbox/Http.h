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

/// A request as the routes see it, free of the HTTP library.
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
    QByteArray origin; ///< browsers send it for what a page asks

    /// The parameter, percent-decoded; empty if it is not there.
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

/// One request on its way through a route.
struct Call
{
    Request request;
    RequestKind kind = RequestKind::Other;
    QString id;                         ///< what stood in the place of `:id`
    QJsonObject body;                   ///< of POST and PATCH
    std::optional<FieldsSchema> schema; ///< already known to be readable
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

/// What a collection's query parameters say. Each reader gives nothing if the parameter is absent and notes an
/// error if it cannot be read; ask `refusal()` after the last of them.
class ListQuery
{
public:
    explicit ListQuery(const Request &request)
        : m_request(request)
    {
    }

    /// `a,b,c`; empty: no filter.
    [[nodiscard]] QStringList words(const QString &name) const;
    /// Two ISO dates with a comma; the second day is taken in as a whole.
    [[nodiscard]] std::optional<std::pair<Instant, Instant>> instants(const QString &name);

    /// Whether pages hold as many rows as they were asked for, about a third, or all there are.
    enum class Paging { AsAsked, Short, Ignored };

    /// The part of `all` that `page` (from 1) and `page_size` (100, at most 1000) ask for; everything without both.
    template <typename T>
    [[nodiscard]] QList<T> page(const QList<T> &all, Paging paging = Paging::AsAsked)
    {
        const auto [first, length] = part(paging);
        return paging == Paging::Ignored ? all : all.mid(std::min(first, all.size()), length);
    }

    /// Says that a parameter is no good.
    void complain(const QString &name, const QString &what);
    [[nodiscard]] std::optional<Refusal> refusal() const;

private:
    struct Part
    {
        qsizetype first = 0;
        qsizetype length = -1; ///< below zero: to the end
    };

    [[nodiscard]] Part part(Paging paging);
    [[nodiscard]] qsizetype count(const QString &name, int fallback, int most);

    const Request &m_request;
    QStringList m_errors;
};

} // namespace okoshko::sandbox
