// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/SearchText.h"

#include <algorithm>

namespace okoshko {

QString folded(const QString &text)
{
    QString result = text.normalized(QString::NormalizationForm_C).toCaseFolded();
    result.replace(u'ё', u'е');
    return result;
}

QStringList searchWords(const QString &typed)
{
    QStringList words;
    // simplified() knows every kind of space, so a number pasted with no-break spaces is three words.
    const QStringList parts = folded(typed).simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const auto first = std::find_if(part.cbegin(), part.cend(), [](QChar c) { return c.isLetterOrNumber(); });
        if (first != part.cend())
            words << part.sliced(first - part.cbegin());
    }
    return words;
}

bool containsAll(const QString &haystack, const QStringList &words)
{
    return std::all_of(words.cbegin(), words.cend(), [&](const QString &word) { return haystack.contains(word); });
}

qsizetype indexOfWordStart(const QString &haystack, const QString &word, qsizetype from)
{
    for (qsizetype at = haystack.indexOf(word, from); at >= 0; at = haystack.indexOf(word, at + 1)) {
        if (at == 0 || !haystack.at(at - 1).isLetterOrNumber())
            return at;
    }
    return -1;
}

bool beginsAll(const QString &haystack, const QStringList &words)
{
    return std::all_of(words.cbegin(), words.cend(),
                       [&](const QString &word) { return indexOfWordStart(haystack, word) >= 0; });
}

} // namespace okoshko
