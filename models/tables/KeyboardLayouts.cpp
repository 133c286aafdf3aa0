// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/KeyboardLayouts.h"

#include <algorithm>

namespace okoshko {

namespace {

// The same places of the keyboard in both layouts, with and without Shift. Digits stand at the same places.
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
    // Signs are told apart by their neighbours: a full stop is one in both layouts, unless letters say which it is.
    return std::any_of(typed.cbegin(), typed.cend(), isCyrillic) ? eachOf(typed, latinAt) : typed;
}

QString inOtherLayout(const QString &typed)
{
    const QString asLatin = inLatinLayout(typed);
    return asLatin != typed ? asLatin : eachOf(typed, cyrillicAt);
}

} // namespace okoshko
