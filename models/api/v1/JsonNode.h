// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/Result.h"
#include "models/domain/Instant.h"
#include "models/domain/Money.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>

namespace okoshko::v1 {

/// The first thing that was wrong in a body. Decoders read on regardless and ask once, at the end.
class Trouble
{
public:
    void note(const QString &field, const QString &detail)
    {
        if (!m_error)
            m_error = ApiError{.kind = ErrorKind::WrongShape, .field = field, .detail = detail};
    }
    [[nodiscard]] const std::optional<ApiError> &error() const { return m_error; }

private:
    std::optional<ApiError> m_error;
};

/// A value within a body, that knows its path (`sets[2].price`) for the error that names it.
///
/// Any field may be null, absent or new (vendor documentation): null and absent are the same here, and harmless where
/// the field is optional; a value of the wrong type never is. After the first trouble lists and objects are empty:
/// nothing more is made of a body that is refused anyhow.
class JsonNode
{
public:
    enum class Need { Required, Optional };
    static constexpr qsizetype mostElements = 200'000; ///< of a list: a stadium has fewer places
    static constexpr qsizetype mostLetters = 8'000;    ///< of a text that is not prose()
    static constexpr qsizetype mostLettersOfALabel = 300;

    JsonNode(const QJsonValue &value, const QString &path, Trouble &trouble)
        : m_value(value)
        , m_path(path)
        , m_trouble(&trouble)
    {
    }

    /// The member \a key; absent where this is absent. Anything else that is no object is wrong.
    [[nodiscard]] JsonNode operator[](QLatin1StringView key) const;
    [[nodiscard]] bool isAbsent() const { return m_value.isUndefined() || m_value.isNull(); }
    /// `null` is there: told to be nothing, where that differs from "not told".
    [[nodiscard]] bool isNull() const { return m_value.isNull(); }
    [[nodiscard]] bool isObject() const { return m_value.isObject(); }
    [[nodiscard]] const QString &path() const { return m_path; }

    /// The elements; none where it is absent.
    [[nodiscard]] QList<JsonNode> elements(Need need) const;
    /// The members by name; none where it is absent.
    [[nodiscard]] QList<std::pair<QString, JsonNode>> members(Need need) const;

    [[nodiscard]] QString text(Need need) const; ///< as it was sent, for the program
    /// For people: what would harm a screen is taken out (shownText), and of one longer than \a most there is only the
    /// beginning, for it stops nobody from selling.
    [[nodiscard]] QString prose(Need need, qsizetype most) const;
    /// For people, and short: rows and seats come as texts or as numbers.
    [[nodiscard]] QString label(Need need) const;
    [[nodiscard]] qint64 integer(Need need) const; ///< also from a text of digits
    [[nodiscard]] int count(Need need) const;      ///< an integer from 0 on
    [[nodiscard]] std::optional<bool> truth() const;
    [[nodiscard]] std::optional<Money>
    money(Need need) const;                             ///< a text with a sum; never a number (vendor documentation)
    [[nodiscard]] Money moneyOr(Money otherwise) const; ///< the same, or \a otherwise, which must be writable as well
    [[nodiscard]] std::optional<Instant> instant(Need need) const;

    /// An id, or an object that has one: what `fields-schema` makes of a reference.
    template <class SomeId>
    [[nodiscard]] SomeId reference(Need need) const
    {
        const JsonNode node = isObject() ? (*this)[QLatin1StringView("id")] : *this;
        const QString written = node.text(need);
        if (written.isEmpty())
            return {};
        const auto id = SomeId::parse(written);
        if (!id)
            node.complain(QStringLiteral("is no id"));
        return id.value_or(SomeId());
    }

    /// The same value, whose trouble is noted in \a trouble instead: it costs nothing but itself.
    [[nodiscard]] JsonNode apart(Trouble &trouble) const { return {m_value, m_path, trouble}; }

    void complain(const QString &detail) const { m_trouble->note(m_path, detail); }

private:
    [[nodiscard]] QString written(Need need) const;
    /// \a text, or nothing where it is longer; notes that.
    [[nodiscard]] QString atMost(qsizetype most, const QString &text) const;
    /// Notes a missing required value; true where there is something to read.
    [[nodiscard]] bool isThere(Need need) const;
    /// The same for a list or an object of \a size; notes what is too large.
    [[nodiscard]] bool isEnumerable(Need need, bool isRightType, const QString &otherwise, qsizetype size) const;

    QJsonValue m_value;
    QString m_path;
    Trouble *m_trouble;
};

/// Parses \a body and gives what \a decode reads of it, or the error: NotJson, or WrongShape with the field.
template <class T>
[[nodiscard]] Result<T> decodeBody(const QByteArray &body, T (*decode)(const JsonNode &));

/// A body that passes these is not even parsed: it would take memory and stack out of proportion to its bytes.
inline constexpr int mostNesting = 32;
inline constexpr qsizetype mostValues = 2'000'000;

/// The root of \a body, or NotJson, or TooLarge where it passes the limits.
[[nodiscard]] Result<QJsonValue> parseBody(const QByteArray &body);

template <class T>
Result<T> decodeBody(const QByteArray &body, T (*decode)(const JsonNode &))
{
    const Result<QJsonValue> root = parseBody(body);
    if (!root)
        return tl::unexpected(root.error());
    Trouble trouble;
    T value = decode(JsonNode(*root, QString(), trouble));
    if (trouble.error())
        return tl::unexpected(*trouble.error());
    return value;
}

} // namespace okoshko::v1
