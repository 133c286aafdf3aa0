// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/NaiveJson.h"

#include <QSet>

#include <string_view>

using namespace Qt::StringLiterals;

namespace okoshko::fuzz {

namespace {

class Reader
{
public:
    explicit Reader(const QByteArray &body)
        : m_rest(body.constData(), static_cast<std::size_t>(body.size()))
        , m_size(body.size())
    {
    }

    NaiveReading read()
    {
        NaiveReading reading;
        blanks();
        m_root = &reading.root;
        reading.isWhole = value(reading.root, 0);
        blanks();
        // Nor is the last element certain where more stands behind the list.
        if (reading.isWhole && !m_rest.empty() && !reading.root.elements.empty())
            reading.root.elements.pop_back();
        reading.isWhole = reading.isWhole && m_rest.empty();
        return reading;
    }

private:
    static constexpr int deepest = 300;

    bool value(NaiveJson &into, int depth)
    {
        if (m_rest.empty() || depth > deepest)
            return false;
        bool isRead = false;
        switch (m_rest.front()) {
        case '{':
            isRead = object(into, depth);
            break;
        case '[':
            isRead = list(into, depth);
            break;
        case '"':
            into.kind = NaiveJson::Kind::Text;
            isRead = text(into.text);
            break;
        default:
            isRead = word(into) || number(into);
        }
        into.end = m_size - static_cast<qsizetype>(m_rest.size());
        return isRead;
    }

    bool object(NaiveJson &into, int depth)
    {
        into.kind = NaiveJson::Kind::Object;
        QSet<QString> names;
        const auto member = [&] {
            auto &[name, value] = into.members.emplace_back();
            if (!text(name))
                return false;
            into.hasTwins = into.hasTwins || names.contains(name);
            names.insert(name);
            blanks();
            if (!skip(':'))
                return false;
            blanks();
            const bool isRead = this->value(value, depth + 1);
            into.hasTwins = into.hasTwins || value.hasTwins;
            return isRead;
        };
        return container('}', member);
    }

    bool list(NaiveJson &into, int depth)
    {
        into.kind = NaiveJson::Kind::List;
        const auto element = [&] {
            into.elements.emplace_back();
            const bool isRead = value(into.elements.back(), depth + 1);
            into.hasTwins = into.hasTwins || into.elements.back().hasTwins;
            return isRead;
        };
        if (container(']', element))
            return true;
        // An element that does not end at a comma is not whole for certain.
        if (&into == m_root && !into.elements.empty())
            into.elements.pop_back();
        return false;
    }

    template <class Item>
    bool container(char closing, const Item &item)
    {
        m_rest.remove_prefix(1);
        blanks();
        if (skip(closing))
            return true;
        do {
            blanks();
            if (!item())
                return false;
            blanks();
        } while (skip(','));
        return skip(closing);
    }

    bool text(QString &into)
    {
        if (!skip('"'))
            return false;
        QByteArray plain;
        const auto flush = [&] {
            const bool isText = plain.isValidUtf8();
            // fromUtf8() takes a mark at the beginning for one of the byte order.
            into += QString::fromUtf8('x' + plain).sliced(1);
            plain.clear();
            return isText;
        };
        while (!m_rest.empty()) {
            const char c = m_rest.front();
            m_rest.remove_prefix(1);
            if (c == '"')
                return flush();
            if (c >= 0 && c < ' ')
                return false;
            if (c != '\\')
                plain += c;
            else if (!flush() || !escape(into))
                return false;
        }
        return false;
    }

    bool escape(QString &into)
    {
        static constexpr std::string_view letters = R"("\/bfnrt)";
        static constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
        if (m_rest.empty())
            return false;
        const char c = m_rest.front();
        m_rest.remove_prefix(1);
        if (const auto at = letters.find(c); at != std::string_view::npos) {
            into += QLatin1Char(meant[at]);
            return true;
        }
        if (c != 'u' || m_rest.size() < 4)
            return false;
        int code = 0;
        for (const char digit : m_rest.substr(0, 4)) {
            const auto at =
                std::string_view("0123456789abcdef").find(digit >= 'A' && digit <= 'F' ? char(digit + 32) : digit);
            if (at == std::string_view::npos)
                return false;
            code = code * 16 + static_cast<int>(at);
        }
        m_rest.remove_prefix(4);
        into += QChar(code);
        return true;
    }

    bool word(NaiveJson &into)
    {
        using namespace std::string_view_literals;
        for (const auto word : {"null"sv, "true"sv, "false"sv}) {
            if (!m_rest.starts_with(word))
                continue;
            m_rest.remove_prefix(word.size());
            into.kind = word == "null" ? NaiveJson::Kind::Null : NaiveJson::Kind::Bool;
            into.boolean = word == "true";
            return true;
        }
        return false;
    }

    bool number(NaiveJson &into)
    {
        into.kind = NaiveJson::Kind::Number;
        const std::string_view from = m_rest;
        skip('-');
        if (!skip('0') && !digits())
            return false;
        if (skip('.') && !digits())
            return false;
        if (skip('e') || skip('E')) {
            if (!skip('+'))
                skip('-');
            if (!digits())
                return false;
        }
        into.text = QString::fromLatin1(from.data(), static_cast<qsizetype>(from.size() - m_rest.size()));
        return true;
    }

    bool digits()
    {
        const std::size_t before = m_rest.size();
        while (!m_rest.empty() && m_rest.front() >= '0' && m_rest.front() <= '9')
            m_rest.remove_prefix(1);
        return m_rest.size() < before;
    }

    bool skip(char c)
    {
        const bool isThere = m_rest.starts_with(c);
        m_rest.remove_prefix(isThere ? 1 : 0);
        return isThere;
    }

    void blanks()
    {
        while (skip(' ') || skip('\n') || skip('\t') || skip('\r')) {
        }
    }

    std::string_view m_rest;
    qsizetype m_size;
    const NaiveJson *m_root = nullptr;
};

} // namespace

NaiveReading readNaively(const QByteArray &body)
{
    return Reader(body).read();
}

} // namespace okoshko::fuzz
