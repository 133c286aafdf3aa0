// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/Money.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace okoshko {

std::optional<Money> Money::parse(const QString &text)
{
    // [0-9], not \d: the latter takes every script's digits.
    static const QRegularExpression form(u"\\A(-?)([0-9]{1,12})(?:\\.([0-9]{1,2}))?\\z"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 whole = match.captured(2).toLongLong();
    const qint64 fraction = match.captured(3).leftJustified(2, u'0').toLongLong();
    const qint64 minor = whole * 100 + fraction;
    return Money(match.captured(1).isEmpty() ? minor : -minor);
}

QString Money::toString() const
{
    const quint64 magnitude = m_minor < 0 ? quint64(0) - quint64(m_minor) : quint64(m_minor);
    return (m_minor < 0 ? u"-"_s : QString()) + QString::number(magnitude / 100) + u'.' +
           QString::number(magnitude % 100).rightJustified(2, u'0');
}

} // namespace okoshko
