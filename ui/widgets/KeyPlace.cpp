// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/KeyPlace.h"

#include "models/tables/KeyboardLayouts.h"

#include <QKeySequence>

using namespace Qt::StringLiterals;

namespace okoshko {

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
        return QString(letter) + u'·' + cyrillicAt(letter);
    }
    return QKeySequence(key).toString(QKeySequence::PortableText);
}

} // namespace okoshko
