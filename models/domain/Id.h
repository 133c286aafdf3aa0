// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <algorithm>
#include <compare>
#include <optional>
#include <string_view>

namespace okoshko {

/// An identifier of the server: 24 characters `[0-9a-zA-Z]` (vendor documentation); public payloads also have ids of 25
/// and 32.
///
/// Each kind of object has its own id type. An id is either null (default-constructed, "none") or well formed: it can
/// be put into a path or a query unescaped.
template <class Tag>
class Id
{
public:
    static constexpr qsizetype length = 24;
    static constexpr qsizetype maxLength = 32;

    Id() = default;

    /// The id in \a text; nothing if \a text is no id.
    [[nodiscard]] static std::optional<Id> parse(const QString &text)
    {
        return isWellFormed(text) ? std::optional(Id(text)) : std::nullopt;
    }
    [[nodiscard]] static std::optional<Id> parse(std::string_view text)
    {
        if (!isWellFormed(text))
            return std::nullopt;
        return Id(QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size())));
    }

    [[nodiscard]] bool isNull() const { return m_text.isEmpty(); }
    [[nodiscard]] const QString &toString() const { return m_text; }

    friend bool operator==(const Id &a, const Id &b) { return a.m_text == b.m_text; }
    friend bool operator<(const Id &a, const Id &b) { return a.m_text < b.m_text; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_text, seed); }

private:
    template <class Text>
    [[nodiscard]] static bool isWellFormed(const Text &text)
    {
        const auto size = static_cast<qsizetype>(text.size());
        return size >= length && size <= maxLength && std::all_of(text.begin(), text.end(), [](auto c) {
                   return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
               });
    }

    explicit Id(const QString &text)
        : m_text(text)
    {
    }

    QString m_text;
};

using OrderId = Id<struct OrderTag>;
using EventId = Id<struct EventTag>;
using SetId = Id<struct SetTag>;
using RuleId = Id<struct RuleTag>;
using TicketId = Id<struct TicketTag>;
using VenueId = Id<struct VenueTag>;

} // namespace okoshko
