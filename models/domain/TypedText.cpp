// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/TypedText.h"

namespace okoshko {

QString typedText(const QString &text)
{
    QString typed;
    typed.reserve(text.size());
    for (const QChar c : text) {
        if (c.category() != QChar::Other_Format)
            typed += c.category() == QChar::Other_Control ? QChar(u' ') : c;
    }
    return typed.simplified(); // which knows every kind of space
}

QString typedWithoutBlanks(const QString &text)
{
    return typedText(text).remove(u' ');
}

} // namespace okoshko
