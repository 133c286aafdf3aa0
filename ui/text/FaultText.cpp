// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/FaultText.h"

using namespace Qt::StringLiterals;

namespace okoshko {

QString FaultText::line(int number, int column, const QString &field, const QString &reason)
{
    constexpr qsizetype longest = 60; // a field's name is whatever the file says
    QStringList place;
    if (number > 0)
        place << (column > 0 ? tr("line %1, column %2").arg(number).arg(column) : tr("line %1").arg(number));
    if (!field.isEmpty())
        place << sanitizedText(field, longest);
    return place.isEmpty() ? reason : place.join(u", "_s) + u": "_s + reason;
}

QString FaultText::more(int count)
{
    return tr("and %n more", nullptr, count);
}

} // namespace okoshko
