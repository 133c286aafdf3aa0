// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/api/Unreadable.h"
#include "models/domain/Instant.h"
#include "models/domain/Money.h"

#include <QString>

#include <simdjson.h>

#include <cstddef>
#include <optional>
#include <string_view>

namespace okoshko::v1 {

/// Collects the errors of one decoded value. Decoders continue after an error and check once, at the end.
class DecodeErrors
{
public:
    void note(const QString &field, const QString &detail)
    {
        if (!m_error)
            m_error = ApiError{.kind = ErrorKind::WrongShape, .field = field, .detail = detail};
    }
    /// The rest of the body is not JSON and cannot be read.
    void noteNoJson(const QString &field, const QString &detail)
    {
        note(field, detail);
        m_isJson = false;
    }
    [[nodiscard]] const std::optional<ApiError> &error() const { return m_error; }
    [[nodiscard]] bool isJson() const { return m_isJson; }

    /// Notes that a part was left out because of \a part; no error of the whole.
    void leaveOut(const DecodeErrors &part)
    {
        unreadable.add(part.unreadable);
        if (!part.m_error)
            return;
        ++unreadable.parts;
        unreadable.addErrors({*part.m_error});
    }
    Unreadable unreadable; ///< what was left out so far

private:
    std::optional<ApiError> m_error;
    bool m_isJson = true;
};

/// Path of a value in a body, `sets[2].price`; formatted only for errors.
struct JsonPath
{
    const JsonPath *parent = nullptr;
    std::string_view key{};    ///< of a member; empty for an element and for the root
    std::ptrdiff_t index = -1; ///< of an element

    [[nodiscard]] QString toString() const;
};

class JsonValue;

/// One member of an object and how it is read.
template <class T>
struct JsonField
{
    /// Effect of an unreadable member on its object.
    enum class Part {
        Needed,  ///< the object is unreadable
        Optional ///< the member counts as absent
    };

    std::string_view name;
    void (*read)(T &into, JsonValue &value); ///< not called for null
    Part part = Part::Optional;
};

/// A value within a body, read by simdjson on demand, once and in document order. Parts that are not requested are
/// skipped without validation. Not thread-safe; the path, the trouble and the body must outlive it.
///
/// Any field may be null, absent or new (the vendor's documentation): null and absence of an optional field are no
/// errors; a value of the wrong type is noted in DecodeErrors.
class JsonValue
{
public:
    enum class Need { Required, Optional };
    static constexpr std::ptrdiff_t maxElements = 200'000; ///< of a list; more than the seats of a stadium
    static constexpr qsizetype maxLetters = 8'000;         ///< of a text that is not prose()
    static constexpr qsizetype maxLabelLetters = 300;
    static constexpr std::string_view unreadableName = "?"; ///< of a member that cannot be matched

    using Raw = simdjson::ondemand::value;

    /// \a path and \a trouble must outlive it.
    JsonValue(Raw value, const JsonPath &path, DecodeErrors &errors)
        : m_value(value)
        , m_path(&path)
        , m_errors(&errors)
    {
    }

    [[nodiscard]] bool isNull() { return type() == Type::null; }
    [[nodiscard]] bool isObject() { return type() == Type::object; }
    [[nodiscard]] bool isString() { return type() == Type::string; }
    /// True for everything but a non-empty object. Call before reading the value.
    [[nodiscard]] bool isHole();
    /// An error was noted for the part that this value belongs to.
    [[nodiscard]] bool hasErrors() const { return m_errors->error().has_value(); }

    /// This value with another \a path.
    [[nodiscard]] JsonValue at(const JsonPath &path) const { return {m_value, path, *m_errors}; }
    /// This value with another \a trouble.
    [[nodiscard]] JsonValue apart(DecodeErrors &errors) const { return {m_value, *m_path, errors}; }
    /// Marks the whole as no JSON if \a part is none.
    void passOn(const DecodeErrors &part) const
    {
        if (!part.isJson())
            m_errors->noteNoJson(part.error()->field, part.error()->detail);
    }

    /// Reads the members listed in \a fields. null has no members; other non-objects are errors.
    template <class T, std::size_t Count>
    void read(T &into, const JsonField<T> (&fields)[Count])
    {
        members([&into, &fields](std::string_view name, JsonValue &value) {
            for (const JsonField<T> &field : fields) {
                if (field.name != name)
                    continue;
                const auto read = [&into, &field](JsonValue &member) { field.read(into, member); };
                if (value.isNull())
                    return;
                if (field.part == JsonField<T>::Part::Needed)
                    return read(value);
                (void)value.readPart(read);
                return;
            }
        });
    }
    /// Calls \a read(value) for a separate part; if it fails, notes it as left out and returns false.
    template <class Read>
    [[nodiscard]] bool readPart(const Read &read)
    {
        DecodeErrors errors;
        JsonValue part = apart(errors);
        read(part);
        m_errors->leaveOut(errors);
        passOn(errors);
        return !errors.error();
    }
    /// Calls \a take(name, value) for each member.
    template <class Take>
    void members(const Take &take);
    /// Calls \a take(value) for each element; null has none if the list is optional. Non-lists and lists of more than
    /// maxElements are errors.
    template <class Take>
    void elements(Need need, const Take &take)
    {
        if (isThere(need) && !eachElement(take))
            complain(u"has too many elements");
    }
    /// Same for the first maxElements; returns false if there are more.
    template <class Take>
    [[nodiscard]] bool eachElement(const Take &take);

    /// The text as sent; unpaired surrogates become U+FFFD.
    [[nodiscard]] QString text(Need need);
    /// Display text (sanitizedText), truncated to \a max.
    [[nodiscard]] QString prose(Need need, qsizetype max);
    /// Same, with HTML tags and entities removed (withoutMarkup).
    [[nodiscard]] QString webProse(Need need, qsizetype max);
    /// Short display text of a string or number, as rows and seats come as both.
    [[nodiscard]] QString label(Need need);
    [[nodiscard]] std::optional<qint64> integer(Need need); ///< also from a string of digits
    [[nodiscard]] std::optional<int> count(Need need);      ///< a non-negative integer
    [[nodiscard]] std::optional<bool> truth();
    [[nodiscard]] std::optional<Money> money(Need need); ///< from a string, never a number (vendor documentation)
    [[nodiscard]] std::optional<Instant> instant(Need need);

    /// An id, or the id of an object: `fields-schema` expands references.
    template <class SomeId>
    [[nodiscard]] SomeId reference(Need need)
    {
        const QString written = isObject() ? textOf("id", need) : text(need);
        if (written.isEmpty())
            return {};
        const auto id = SomeId::parse(written);
        if (!id)
            complain(u"is not a valid id");
        return id.value_or(SomeId());
    }

    /// label(), or the label of the member \a name of an object.
    [[nodiscard]] QString labelOrOf(std::string_view name);

    void complain(QStringView detail) const { m_errors->note(m_path->toString(), detail.toString()); }
    void complainOf(std::string_view name, QStringView detail) const
    {
        m_errors->note(JsonPath{m_path, name}.toString(), detail.toString());
    }

private:
    using Type = simdjson::ondemand::json_type;

    [[nodiscard]] Type type();
    /// Calls \a take(value) for the member \a name; returns false if there is none.
    template <class Take>
    [[nodiscard]] bool member(std::string_view name, const Take &take)
    {
        bool isFound = false;
        members([&](std::string_view each, JsonValue &value) {
            if (each != name)
                return;
            isFound = true;
            take(value);
        });
        return isFound;
    }
    /// text() of the member \a name.
    [[nodiscard]] QString textOf(std::string_view name, Need need);
    /// Notes a missing required value; returns whether there is a value.
    [[nodiscard]] bool isThere(Need need);
    [[nodiscard]] QString written(Need need);
    /// The UTF-8 of a short string; empty if the value is no string.
    [[nodiscard]] std::string_view letters(Need need);
    /// \a text; empty, with an error noted, if it is longer than \a max.
    [[nodiscard]] QString atMost(qsizetype max, const QString &text) const;
    /// Notes a structural error; nothing more can be read.
    void fail(simdjson::error_code error) const;

    Raw m_value;
    const JsonPath *m_path;
    DecodeErrors *m_errors;
};

template <class Take>
void JsonValue::members(const Take &take)
{
    if (isNull() || !m_errors->isJson())
        return;
    if (!isObject())
        return complain(u"is not a valid object");
    simdjson::ondemand::object object;
    if (const auto error = m_value.get_object().get(object))
        return fail(error);
    std::ptrdiff_t count = 0;
    for (auto field : object) {
        std::string_view name;
        Raw value;
        if (field.unescaped_key().get(name))
            name = unreadableName;
        if (const auto error = field.value().get(value))
            return fail(error);
        if (++count > maxElements)
            return complain(u"has too many elements");
        const JsonPath path{m_path, name};
        JsonValue member(value, path, *m_errors);
        take(name, member);
        if (!m_errors->isJson())
            return;
    }
}

template <class Take>
bool JsonValue::eachElement(const Take &take)
{
    if (!m_errors->isJson())
        return true;
    if (type() != Type::array) {
        complain(u"is not a valid list");
        return true;
    }
    simdjson::ondemand::array array;
    if (const auto error = m_value.get_array().get(array)) {
        fail(error);
        return true;
    }
    std::ptrdiff_t count = 0;
    for (auto element : array) {
        Raw value;
        if (const auto error = element.get(value)) {
            fail(error);
            return true;
        }
        if (++count > maxElements)
            return false;
        const JsonPath path{m_path, {}, count - 1};
        JsonValue each(value, path, *m_errors);
        take(each);
        if (!m_errors->isJson())
            return true;
    }
    return true;
}

} // namespace okoshko::v1
