// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/SearchText.h"

#include "models/domain/Text.h"
#include "models/tables/Format.h"

#include <algorithm>
#include <iterator>

namespace okoshko {

namespace {

// The same keys in both layouts, with and without Shift. Digits are equal.
constexpr QStringView latin = u"`qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?@#$^&|";
constexpr QStringView cyrillic = u"ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,\"№;:?/";
static_assert(latin.size() == cyrillic.size());

QChar counterpart(QChar typed, QStringView from, QStringView to)
{
    const qsizetype place = from.indexOf(typed);
    return place < 0 ? typed : to.at(place);
}

template <class Letter>
QString eachOf(QString text, Letter letter)
{
    std::transform(text.begin(), text.end(), text.begin(), letter);
    return text;
}

} // namespace

QChar latinAt(QChar typed)
{
    return counterpart(typed, cyrillic, latin);
}

QChar cyrillicAt(QChar typed)
{
    return counterpart(typed, latin, cyrillic);
}

bool isCyrillic(QChar letter)
{
    return letter.script() == QChar::Script_Cyrillic;
}

QString inLatinLayout(const QString &typed)
{
    // Punctuation exists in both layouts: only letters show which one was used.
    return std::any_of(typed.cbegin(), typed.cend(), isCyrillic) ? eachOf(typed, latinAt) : typed;
}

QString inOtherLayout(const QString &typed)
{
    const QString asLatin = inLatinLayout(typed);
    return asLatin != typed ? asLatin : eachOf(typed, cyrillicAt);
}

QString folded(const QString &text)
{
    QString result = text.normalized(QString::NormalizationForm_C).toCaseFolded();
    result.replace(u'ё', u'е');
    return result;
}

QStringList searchWords(const QString &typed)
{
    QStringList words;
    // A number pasted with no-break spaces is several words.
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
    // A single word may be a barcode, or a date with hyphens.
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

namespace {

QString words(const Event &event)
{
    QStringList parts{event.title, ageMark(event.ageRating)};
    for (const Format::LanguageRow &row : Format::languages)
        parts << Format(row.language).eventTimeToSearch(event, event.venue);
    return folded(parts.join(u'\n'));
}

QString places(const Venue &venue)
{
    QStringList parts = venue.cityNames.values();
    parts.prepend(venue.name);
    parts.removeDuplicates(); // a city has the same name in many languages
    return folded(parts.join(u'\n'));
}

bool isEarlier(const Event &a, const Event &b)
{
    if (a.start != b.start) // an event without a start comes last
        return a.start && (!b.start || *a.start < *b.start);
    if (a.title != b.title)
        return a.title < b.title;
    return a.id < b.id;
}

} // namespace

EventRules eventRules()
{
    return {words, places, isEarlier};
}

QString ageMark(const QString &rating)
{
    bool isNumber = false;
    static_cast<void>(rating.toInt(&isNumber));
    return isNumber ? rating + u'+' : rating;
}

} // namespace okoshko
