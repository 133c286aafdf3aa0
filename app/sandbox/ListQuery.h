// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Amount.h"
#include "Http.h"
#include "Instant.h"

#include <algorithm>

namespace okoshko::sandbox {

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

    template <typename T>
    struct Range
    {
        T low;
        T high;
        [[nodiscard]] bool contains(T value) const { return low <= value && value <= high; }
    };

    /// `a,b,c`; empty: no filter.
    [[nodiscard]] QStringList words(const QString &name) const;
    /// Two ISO dates with a comma; the second day is taken in as a whole.
    [[nodiscard]] std::optional<Range<Instant>> instants(const QString &name);
    /// Two sums with a comma.
    [[nodiscard]] std::optional<Range<Amount>> amounts(const QString &name);

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
