// SPDX-License-Identifier: GPL-3.0-or-later
#include "ListQuery.h"

namespace okoshko::sandbox {

QStringList ListQuery::words(const QString &name) const
{
    return m_request.parameter(name).split(QLatin1Char(','), Qt::SkipEmptyParts);
}

std::optional<ListQuery::Range<Instant>> ListQuery::instants(const QString &name)
{
    if (!m_request.query.hasQueryItem(name))
        return std::nullopt;
    const QStringList ends = m_request.parameter(name).split(QLatin1Char(','));
    const auto low = parseIso(ends.value(0), false);
    const auto high = parseIso(ends.value(1), true);
    if (ends.size() == 2 && low && high)
        return Range<Instant>{*low, *high};
    complain(name, QStringLiteral("must be two ISO dates with a comma"));
    return std::nullopt;
}

std::optional<ListQuery::Range<Amount>> ListQuery::amounts(const QString &name)
{
    if (!m_request.query.hasQueryItem(name))
        return std::nullopt;
    const QStringList ends = m_request.parameter(name).split(QLatin1Char(','));
    const auto low = parseAmount(ends.value(0));
    const auto high = parseAmount(ends.value(1));
    if (ends.size() == 2 && low && high)
        return Range<Amount>{*low, *high};
    complain(name, QStringLiteral("must be two sums with a comma"));
    return std::nullopt;
}

qsizetype ListQuery::count(const QString &name, int fallback, int most)
{
    if (!m_request.query.hasQueryItem(name))
        return fallback;
    bool good = false;
    const int count = m_request.parameter(name).toInt(&good);
    if (good && count >= 1 && count <= most)
        return count;
    complain(name, QStringLiteral("must be a whole number from 1 to %1").arg(most));
    return fallback;
}

ListQuery::Part ListQuery::part(Paging paging)
{
    const QString number = QStringLiteral("page");
    const QString size = QStringLiteral("page_size");
    if (!m_request.query.hasQueryItem(number) && !m_request.query.hasQueryItem(size))
        return {};
    const qsizetype asked = count(size, 100, 1000);
    const qsizetype length = paging == Paging::Short ? (asked * 8 + 24) / 25 : asked; // 64 rows were seen for 200
    return {(count(number, 1, 1'000'000) - 1) * length, length};
}

void ListQuery::complain(const QString &name, const QString &what)
{
    m_errors.append(name + QStringLiteral(": ") + what);
}

std::optional<Refusal> ListQuery::refusal() const
{
    if (m_errors.isEmpty())
        return std::nullopt;
    return Refusal{Reason::Invalid, m_errors};
}

} // namespace okoshko::sandbox
