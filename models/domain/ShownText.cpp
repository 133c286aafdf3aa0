// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ShownText.h"

namespace okoshko {

namespace {

/// Embeddings, overrides and isolates (Unicode Standard Annex 9).
bool turnsDirection(QChar c)
{
    return (c >= QChar(0x202A) && c <= QChar(0x202E)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
}

bool breaksLine(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line ||
           c.category() == QChar::Separator_Paragraph;
}

} // namespace

QString shownText(const QString &text, qsizetype most)
{
    QString shown;
    shown.reserve(qMin(text.size(), most));
    for (const QChar c : text) {
        if (turnsDirection(c))
            continue;
        if (shown.size() == most) {
            shown.chop(1);
            if (!shown.isEmpty() && shown.back().isHighSurrogate())
                shown.chop(1);
            return shown.trimmed() + QChar(0x2026);
        }
        if (!breaksLine(c))
            shown += c;
        else if (!shown.endsWith(u' '))
            shown += u' ';
    }
    return shown.trimmed();
}

} // namespace okoshko
