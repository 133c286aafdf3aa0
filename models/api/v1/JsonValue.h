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

/// What is wrong with the value that is being decoded. Decoders read on regardless and ask once, at the end.
class Trouble
{
public:
    void note(const QString &field, const QString &detail)
    {
        if (!m_error)
            m_error = ApiError{.kind = ErrorKind::WrongShape, .field = field, .detail = detail};
    }
    /// From here on the body is no JSON: nothing more of it can be read.
    void noteNoJson(const QString &field, const QString &detail)
    {
        note(field, detail);
        m_isJson = false;
    }
    [[nodiscard]] const std::optional<ApiError> &error() const { return m_error; }
    [[nodiscard]] bool isJson() const { return m_isJson; }

    /// \a part was left out for what is wrong with it: that is no trouble of the whole.
    void leaveOut(const Trouble &part)
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

/// Where a value stands in a body, written only where it is wrong: `sets[2].price`.
struct JsonPath
{
    const JsonPath *parent = nullptr;
    std::string_view key{};    ///< of a member; empty for an element and for the root
    std::ptrdiff_t index = -1; ///< of an element

    [[nodiscard]] QString toString() const;
};

class JsonValue;

/// One member of an object, and what is read of it.
template <class T>
struct JsonField
{
    /// What becomes of an object whose member cannot be read.
    enum class Part {
        Needed,  ///< it cannot be read either
        Optional ///< the member is left out, as if it was not told
    };

    std::string_view name;
    void (*read)(T &into, JsonValue &value); ///< not called for null
    Part part = Part::Optional;
};

/// A value within a body, read by simdjson on demand: once, from the first to the last byte, and only where somebody
/// asks. What nobody asks for is skipped and not looked at.
///
/// Any field may be null, absent or new (the vendor's documentation): null is harmless where the field is optional, and
/// an absent one is not called for; a value of the wrong type is noted in its Trouble. Each value can be read once.
class JsonValue
{
public:
    enum class Need { Required, Optional };
    static constexpr std::ptrdiff_t maxElements = 200'000; ///< of a list: a stadium has fewer places
    static constexpr qsizetype maxLetters = 8'000;         ///< of a text that is not prose()
    static constexpr qsizetype maxLabelLetters = 300;
    static constexpr std::string_view unreadableName = "?"; ///< of a member; nobody asks for it

    using Raw = simdjson::ondemand::value;

    /// \a path and \a trouble must outlive it.
    JsonValue(Raw value, const JsonPath &path, Trouble &trouble)
        : m_value(value)
        , m_path(&path)
        , m_trouble(&trouble)
    {
    }

    [[nodiscard]] bool isNull() { return type() == Type::null; }
    [[nodiscard]] bool isObject() { return type() == Type::object; }
    [[nodiscard]] bool isString() { return type() == Type::string; }
    /// Anything but an object that holds something: nothing that a server tells by objects is missing where it stands.
    /// To be asked before it is read.
    [[nodiscard]] bool isHole();
    /// Something of the part that it is in, or of it, could not be read.
    [[nodiscard]] bool isInTrouble() const { return m_trouble->error().has_value(); }

    /// The same value, which stands at \a path.
    [[nodiscard]] JsonValue at(const JsonPath &path) const { return {m_value, path, *m_trouble}; }
    /// The same value, what is wrong with which is noted in \a trouble instead.
    [[nodiscard]] JsonValue apart(Trouble &trouble) const { return {m_value, *m_path, trouble}; }
    /// Where \a part is no JSON, nor is what it is a part of.
    void passOn(const Trouble &part) const
    {
        if (!part.isJson())
            m_trouble->noteNoJson(part.error()->field, part.error()->detail);
    }

    /// Reads the members that have a row in \a fields. null has none; what is no object is wrong.
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
    /// \a read(value) for one part of a whole: what is wrong with it is noted as left out, and told by false.
    template <class Read>
    [[nodiscard]] bool readPart(const Read &read)
    {
        Trouble trouble;
        JsonValue part = apart(trouble);
        read(part);
        m_trouble->leaveOut(trouble);
        passOn(trouble);
        return !trouble.error();
    }
    /// Calls \a take(name, value) for each member.
    template <class Take>
    void members(const Take &take);
    /// Calls \a take(value) for each element; null has none where the list is optional. What is no list is wrong, and
    /// so is one of more than maxElements.
    template <class Take>
    void elements(Need need, const Take &take)
    {
        if (isThere(need) && !eachElement(take))
            complain(u"has too many elements");
    }
    /// The same for up to maxElements; false where there are more.
    template <class Take>
    [[nodiscard]] bool eachElement(const Take &take);

    /// As it was sent, for the program. What JSON can write and no text can be (half a character) is U+FFFD in it.
    [[nodiscard]] QString text(Need need);
    /// For people: what would harm a screen is taken out (shownText), and of one longer than \a max there is only the
    /// beginning, for it stops nobody from selling.
    [[nodiscard]] QString prose(Need need, qsizetype max);
    /// Likewise of what was written for a web page: without its tags and entities (withoutMarkup).
    [[nodiscard]] QString webProse(Need need, qsizetype max);
    /// For people, and short: rows and seats come as texts or as numbers.
    [[nodiscard]] QString label(Need need);
    [[nodiscard]] std::optional<qint64> integer(Need need); ///< also from a text of digits
    [[nodiscard]] std::optional<int> count(Need need);      ///< an integer from 0 on
    [[nodiscard]] std::optional<bool> truth();
    [[nodiscard]] std::optional<Money> money(Need need); ///< a text with a sum; never a number (the documentation)
    [[nodiscard]] std::optional<Instant> instant(Need need);

    /// An id, or an object that has one: what `fields-schema` makes of a reference.
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

    /// label(), or that of the member \a name where it comes as an object.
    [[nodiscard]] QString labelOrOf(std::string_view name);

    void complain(QStringView detail) const { m_trouble->note(m_path->toString(), detail.toString()); }
    void complainOf(std::string_view name, QStringView detail) const
    {
        m_trouble->note(JsonPath{m_path, name}.toString(), detail.toString());
    }

private:
    using Type = simdjson::ondemand::json_type;

    [[nodiscard]] Type type();
    /// Calls \a take(value) for the member \a name; false where there is none.
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
    /// Notes a missing required value; true where there is something to read.
    [[nodiscard]] bool isThere(Need need);
    [[nodiscard]] QString written(Need need);
    /// The letters of a short text, without making a QString of them; empty where there are none or it is no text.
    [[nodiscard]] std::string_view letters(Need need);
    /// \a text, or nothing where it is longer; notes that.
    [[nodiscard]] QString atMost(qsizetype max, const QString &text) const;
    /// Notes what is wrong with the structure, after which nothing more can be read.
    void fail(simdjson::error_code error) const;

    Raw m_value;
    const JsonPath *m_path;
    Trouble *m_trouble;
};

template <class Take>
void JsonValue::members(const Take &take)
{
    if (isNull() || !m_trouble->isJson())
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
        JsonValue member(value, path, *m_trouble);
        take(name, member);
        if (!m_trouble->isJson())
            return;
    }
}

template <class Take>
bool JsonValue::eachElement(const Take &take)
{
    if (!m_trouble->isJson())
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
        JsonValue each(value, path, *m_trouble);
        take(each);
        if (!m_trouble->isJson())
            return true;
    }
    return true;
}

} // namespace okoshko::v1
