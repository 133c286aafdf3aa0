// SPDX-License-Identifier: GPL-3.0-or-later
#include "Amount.h"

#include <QRegularExpression>

namespace okoshko::sandbox {

std::optional<Amount> parseAmount(QStringView text)
{
    static const QRegularExpression shape(QStringLiteral("\\A([0-9]{1,12})(?:\\.([0-9]{2}))?\\z"));
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return Amount{match.capturedView(1).toLongLong() * 100 + match.capturedView(2).toLongLong()};
}

QString toText(Amount amount)
{
    const qint64 whole = amount.minor / 100;
    const qint64 rest = amount.minor % 100;
    return QStringLiteral("%1.%2").arg(whole).arg(rest, 2, 10, QLatin1Char('0'));
}

} // namespace okoshko::sandbox
