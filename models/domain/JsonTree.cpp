// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/JsonTree.h"

#include <QSet>

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <utility>

namespace okoshko {

namespace {

constexpr size_t deepest = 16;

/// Counts lines up to increasing offsets.
class LineCount
{
public:
    explicit LineCount(const QByteArray &text)
        : m_text(text)
    {
    }

    [[nodiscard]] int upTo(size_t offset)
    {
        const qsizetype end = std::min(static_cast<qsizetype>(offset), m_text.size());
        for (; m_at < end; ++m_at) {
            if (m_text.at(m_at) == '\n') {
                ++m_line;
                m_lineStart = m_at + 1;
            }
        }
        return m_line;
    }
    /// Column of the last offset given to upTo(), in characters.
    [[nodiscard]] int column() const
    {
        return static_cast<int>(QString::fromUtf8(m_text.sliced(m_lineStart, m_at - m_lineStart)).size()) + 1;
    }

private:
    const QByteArray &m_text;
    qsizetype m_at = 0;
    qsizetype m_lineStart = 0;
    int m_line = 1;
};

/// RapidJSON handler that builds the tree. Each function returns whether to continue.
class TreeBuilder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, TreeBuilder>
{
public:
    TreeBuilder(const rapidjson::MemoryStream &stream, LineCount &lines)
        : m_stream(stream)
        , m_lines(lines)
    {
    }

    bool Null() { return put(JsonValue::Null()); }
    bool Bool(bool value) { return put(value); }
    bool RawNumber(const char *text, rapidjson::SizeType size, bool)
    {
        const QByteArray digits(text, static_cast<qsizetype>(size));
        bool isInteger = false;
        const qint64 number = digits.toLongLong(&isInteger);
        return isInteger ? put(number) : put(JsonValue::Fraction{digits});
    }
    bool String(const char *text, rapidjson::SizeType size, bool) { return put(QString::fromUtf8(text, size)); }

    bool StartObject() { return open(JsonValue::Object()); }
    bool Key(const char *text, rapidjson::SizeType size, bool)
    {
        m_name = {QString::fromUtf8(text, size), line(), {}, false};
        QSet<QString> &names = m_open.back().names;
        m_name.isTwice = names.contains(m_name.name);
        names.insert(m_name.name);
        return true;
    }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool StartArray() { return open(JsonValue::List()); }
    bool EndArray(rapidjson::SizeType) { return close(); }

    [[nodiscard]] JsonValue take() { return std::move(m_root); }

private:
    /// An unclosed list or object, and its name in the enclosing object.
    struct Open
    {
        JsonValue value;
        JsonMember name;
        QSet<QString> names; ///< of its members so far
    };

    [[nodiscard]] int line() { return m_lines.upTo(m_stream.Tell()); }

    template <class Content>
    bool put(Content &&content)
    {
        return put(JsonValue{std::forward<Content>(content), line()}, std::move(m_name));
    }

    bool put(JsonValue &&value, JsonMember &&name)
    {
        if (m_open.empty()) {
            m_root = std::move(value);
        } else if (auto *list = std::get_if<JsonValue::List>(&m_open.back().value.content)) {
            list->push_back(std::move(value));
        } else {
            name.value = std::move(value);
            std::get<JsonValue::Object>(m_open.back().value.content).push_back(std::move(name));
        }
        return true;
    }

    template <class Content>
    bool open(Content &&content)
    {
        m_open.push_back({JsonValue{std::forward<Content>(content), line()}, std::move(m_name), {}});
        return m_open.size() <= deepest;
    }

    bool close()
    {
        Open closed = std::move(m_open.back());
        m_open.pop_back();
        return put(std::move(closed.value), std::move(closed.name));
    }

    const rapidjson::MemoryStream &m_stream;
    LineCount &m_lines;
    std::vector<Open> m_open;
    JsonMember m_name;
    JsonValue m_root;
};

} // namespace

tl::expected<JsonValue, JsonFault> parseJson(const QByteArray &given)
{
    const QByteArray text = given.startsWith("\xEF\xBB\xBF") ? given.sliced(3) : given;
    rapidjson::MemoryStream stream(text.constData(), static_cast<size_t>(text.size()));
    LineCount lines(text);
    TreeBuilder builder(stream, lines);
    rapidjson::Reader reader;
    const auto result = reader.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag |
                                     rapidjson::kParseNumbersAsStringsFlag>(stream, builder);
    // Text after a zero byte would not be read.
    if (result.IsError() || stream.Tell() < static_cast<size_t>(text.size())) {
        LineCount place(text);
        const int line = place.upTo(result.IsError() ? result.Offset() : stream.Tell());
        return tl::unexpected(JsonFault{line, place.column()});
    }
    return builder.take();
}

tl::expected<const JsonValue::Object *, FormatFault> membersOf(const JsonValue &root, QLatin1StringView format,
                                                               qint64 newest)
{
    using Reason = FormatFault::Reason;
    const auto *object = std::get_if<JsonValue::Object>(&root.content);
    if (!object)
        return tl::unexpected(FormatFault{.reason = Reason::OtherFormat, .line = root.line});
    const auto find = [object](QLatin1StringView name) -> const JsonValue * {
        const auto it = std::ranges::find(*object, name, &JsonMember::name);
        return it == object->end() ? nullptr : &it->value;
    };
    const JsonValue *named = find(QLatin1StringView("format"));
    const auto *word = named ? std::get_if<QString>(&named->content) : nullptr;
    if (!word || *word != format)
        return tl::unexpected(FormatFault{.reason = Reason::OtherFormat, .line = named ? named->line : 1});
    const JsonValue *version = find(QLatin1StringView("version"));
    const auto *number = version ? std::get_if<qint64>(&version->content) : nullptr;
    if (!number || *number < 1)
        return tl::unexpected(FormatFault{.reason = Reason::NoVersion, .line = version ? version->line : named->line});
    if (*number > newest)
        return tl::unexpected(FormatFault{.reason = Reason::OtherVersion, .line = version->line, .version = *number});
    return object;
}

} // namespace okoshko
