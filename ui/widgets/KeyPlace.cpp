// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/KeyPlace.h"

#include <QKeySequence>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

// The same places of the keyboard in both layouts, with and without Shift. Digits stand at the same places.
constexpr QStringView latin = u"`qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?@#$^&|";
constexpr QStringView cyrillic = u"ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,\"№;:?/";
static_assert(latin.size() == cyrillic.size());

QChar latinAt(QChar typed)
{
    const qsizetype place = cyrillic.indexOf(typed);
    return place < 0 ? typed : latin.at(place);
}

bool isCyrillic(QChar letter)
{
    return letter.script() == QChar::Script_Cyrillic;
}

} // namespace

Qt::Key keyAtPlace(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_Enter)
        return Qt::Key_Return;
    const QString &text = event.text();
    if (text.size() == 1 && isCyrillic(text.front()))
        return static_cast<Qt::Key>(latinAt(text.front()).toUpper().unicode());
    // With Ctrl or Alt there is no text.
    if (event.key() < Qt::Key_Escape && isCyrillic(QChar(static_cast<char16_t>(event.key()))))
        return static_cast<Qt::Key>(latinAt(QChar(static_cast<char16_t>(event.key()))).toUpper().unicode());
    return static_cast<Qt::Key>(event.key());
}

QString capOf(Qt::Key key)
{
    if (key == Qt::Key_Return)
        return u"Enter"_s;
    if (key >= Qt::Key_A && key <= Qt::Key_Z) {
        const QChar letter(static_cast<char16_t>(key));
        return QString(letter) + u'·' + cyrillic.at(latin.indexOf(letter));
    }
    return QKeySequence(key).toString(QKeySequence::PortableText);
}

QString inLatinLayout(const QString &typed)
{
    // Signs are told apart by their neighbours: a full stop is one in both layouts, unless letters say which it is.
    if (std::none_of(typed.cbegin(), typed.cend(), isCyrillic))
        return typed;
    QString text = typed;
    std::transform(text.begin(), text.end(), text.begin(), latinAt);
    return text;
}

} // namespace okoshko
