// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ShownText.h"

#include <QList>
#include <QTextBoundaryFinder>

#include <algorithm>

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
    const bool isPlain = text.size() <= most && std::none_of(text.cbegin(), text.cend(), [](QChar c) {
                             // What turnsDirection() and breaksLine() look for is none of these.
                             return c < u' ' || (c >= u'\x7f' && c < u'\xa0') || (c >= u'\x2028' && c <= u'\x202e') ||
                                    (c >= u'\x2066' && c <= u'\x2069');
                         });
    if (isPlain)
        return text.trimmed();

    QString shown;
    shown.reserve(qMin(text.size(), most));
    for (const QChar c : text) {
        if (turnsDirection(c))
            continue;
        if (shown.size() == most) {
            QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, shown);
            letters.setPosition(most - 1); // room for the ellipsis
            const qsizetype boundary = letters.isAtBoundary() ? most - 1 : letters.toPreviousBoundary();
            // A single letter of many accents would leave nothing.
            shown.truncate(boundary > 0 ? boundary : most - 1);
            return shown.trimmed() + QChar(0x2026);
        }
        if (!breaksLine(c))
            shown += c;
        else if (!shown.endsWith(u' '))
            shown += u' ';
    }
    return shown.trimmed();
}

bool runsRightToLeft(const QString &text)
{
    const QList<uint> letters = text.toUcs4();
    return std::any_of(letters.cbegin(), letters.cend(), [](uint letter) {
        const QChar::Direction direction = QChar::direction(letter);
        return direction == QChar::DirR || direction == QChar::DirAL;
    });
}

QString isolated(const QString &text)
{
    return runsRightToLeft(text) ? QChar(0x2068) + text + QChar(0x2069) : text;
}

QString inOneLine(const QStringList &parts, const QString &separator)
{
    QStringList shown;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            shown << isolated(part);
    }
    return shown.join(separator);
}

} // namespace okoshko
