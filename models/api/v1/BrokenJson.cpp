// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/api/v1/BrokenJson.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <string>

namespace okoshko::v1 {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Finds the ends of the elements of a list.
class Slicer
{
public:
    Slicer(const QByteArray &body, std::ptrdiff_t max)
        : m_body(body)
        , m_max(max)
    {
    }

    [[nodiscard]] std::optional<JsonSlices> run()
    {
        m_at = skipBlanks(0);
        if (m_at == m_body.size() || m_body[m_at] != '[')
            return std::nullopt;
        m_from = ++m_at;
        for (; m_at < m_body.size(); ++m_at) {
            if (m_slices.elements.size() == m_max)
                break;
            if (step() == Step::End)
                return m_slices;
        }
        m_slices.isCut = true;
        // A closed list or object is complete, whatever follows it.
        const qsizetype first = skipBlanks(m_from);
        const bool isContainer = first < m_body.size() && QByteArrayView("[{").contains(m_body[first]);
        if (m_at == m_body.size() && isContainer && m_open.isEmpty() && !m_isInText)
            take();
        return m_slices;
    }

private:
    enum class Step { On, End };

    Step step()
    {
        const char c = m_body[m_at];
        if (m_isInText) {
            if (c == '\\')
                ++m_at;
            else if (c == '"' && endsText())
                m_isInText = false;
        } else if (c == '"') {
            m_isInText = true;
        } else if (c == '[' || c == '{') {
            m_open.append(c);
            ++openOf(c);
        } else if (c == ']' && m_openLists == 0 && isLast()) {
            take();
            return Step::End;
        } else if (c == '}' || c == ']') {
            close(c == '}' ? '{' : '[');
        } else if (c == ',' && m_open.isEmpty()) {
            take();
        }
        return Step::On;
    }

    /// Closes all brackets up to the last one opened by \a opening; if there is none, the last bracket.
    void close(char opening)
    {
        const bool isOpen = openOf(opening) > 0;
        while (!m_open.isEmpty()) {
            const char last = m_open.back();
            m_open.chop(1);
            --openOf(last);
            if (last == opening || !isOpen)
                return;
        }
    }
    [[nodiscard]] qsizetype &openOf(char opening) { return opening == '[' ? m_openLists : m_openObjects; }

    /// Whether a quotation mark here ends a string: then a structural character follows.
    [[nodiscard]] bool endsText() const
    {
        const qsizetype next = skipBlanks(m_at + 1);
        return next == m_body.size() || QByteArrayView(",:]}").contains(m_body[next]);
    }
    [[nodiscard]] bool isLast() const { return skipBlanks(m_at + 1) == m_body.size(); }

    [[nodiscard]] qsizetype skipBlanks(qsizetype at) const
    {
        while (at < m_body.size() && isBlank(m_body[at]))
            ++at;
        return at;
    }

    void take()
    {
        const QByteArray element = m_body.sliced(m_from, m_at - m_from).trimmed();
        if (!element.isEmpty())
            m_slices.elements.append(element);
        m_from = m_at + 1;
    }

    const QByteArray &m_body;
    std::ptrdiff_t m_max;
    JsonSlices m_slices;
    QByteArray m_open; ///< open brackets within the element
    qsizetype m_openLists = 0;
    qsizetype m_openObjects = 0;
    qsizetype m_at = 0;
    qsizetype m_from = 0; ///< start of the element
    bool m_isInText = false;
};

/// The four hexadecimal digits that \a text begins with.
std::optional<char16_t> hexDigits(std::string_view text)
{
    if (text.size() < 4)
        return std::nullopt;
    std::uint16_t code = 0;
    const bool isNumber = std::from_chars(text.data(), text.data() + 4, code, 16).ptr == text.data() + 4;
    return isNumber ? std::optional<char16_t>(code) : std::nullopt;
}

} // namespace

QByteArray repaired(const QByteArray &body)
{
    QByteArray text = QString::fromUtf8(body).toUtf8();
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c >= 0 && c < 0x20; }, ' ');
    constexpr QByteArrayView mark("\xef\xbb\xbf");
    return text.startsWith(mark) ? text.sliced(mark.size()) : text;
}

std::optional<JsonSlices> sliced(const QByteArray &body, std::ptrdiff_t max)
{
    return Slicer(body, max).run();
}

QString toText(std::string_view utf8)
{
    const QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    return utf8.starts_with("\xef\xbb\xbf") ? QChar(QChar::ByteOrderMark) + text : text;
}

QString unescapedLeniently(std::string_view token)
{
    QString text;
    std::string plain;
    const auto flush = [&text, &plain] {
        text += toText(plain);
        plain.clear();
    };
    token.remove_prefix(1);
    for (std::size_t i = 0; i < token.size() && token[i] != '"'; ++i) {
        if (token[i] != '\\') {
            plain += token[i];
            continue;
        }
        if (++i == token.size())
            break;
        constexpr std::string_view letters = R"("\/bfnrt)";
        constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
        if (const auto at = letters.find(token[i]); at != std::string_view::npos) {
            plain += meant[at];
        } else if (token[i] == 'u') {
            if (const auto code = hexDigits(token.substr(i + 1))) {
                flush();
                text += QChar(*code);
                i += 4;
            }
        }
    }
    flush();
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
        else if (text[i].isSurrogate())
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace okoshko::v1
