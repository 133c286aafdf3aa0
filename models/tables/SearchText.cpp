// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/SearchText.h"

#include "models/domain/TypedText.h"
#include "models/tables/KeyboardLayouts.h"

#include <algorithm>
#include <iterator>

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
    // A number that was pasted with no-break spaces is three words.
    const QStringList parts = folded(typedText(typed)).split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const auto first = std::find_if(part.cbegin(), part.cend(), [](QChar c) { return c.isLetterOrNumber(); });
        if (first != part.cend())
            words << part.sliced(first - part.cbegin());
    }
    return words;
}

QString digitsOf(const QString &text)
{
    const QString typed = typedText(text);
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const auto first = std::find_if(typed.cbegin(), typed.cend(), isDigit);
    if (first == typed.cend())
        return {};
    const auto end = std::find_if(typed.crbegin(), typed.crend(), isDigit).base();
    const auto isSign = [](QChar c) { return !c.isLetterOrNumber(); };
    const auto isOfNumber = [&](QChar c) {
        return isDigit(c) || c.isSpace() || c.category() == QChar::Punctuation_Dash || c == u'(' || c == u')';
    };
    if (!std::all_of(typed.cbegin(), first, isSign) || !std::all_of(first, end, isOfNumber) ||
        !std::all_of(end, typed.cend(), isSign))
        return {};
    QString digits;
    std::copy_if(first, end, std::back_inserter(digits), isDigit);
    return digits;
}

QStringList readingsOf(const QString &typed)
{
    const QStringList words = searchWords(typed);
    const QString digits = digitsOf(typed);
    if (digits.isEmpty()) {
        const QString other = inOtherLayout(typed);
        return searchWords(other) == words ? QStringList{typed} : QStringList{typed, other};
    }
    // One word may be a barcode or a date with hyphens.
    return words.size() > 1 || words.contains(digits) ? QStringList{digits} : QStringList{digits, typed};
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
