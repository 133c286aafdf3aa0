// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/setup/ApiKey.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

constexpr int lengthOfKey = 32;

bool isHexadecimal(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

bool isCyrillic(QChar c)
{
    return c.script() == QChar::Script_Cyrillic;
}

/// Removes what is copied along with a key; invisible characters (U+200B, U+FEFF …) count as blanks.
QString bare(QString text)
{
    static const QRegularExpression blanks(u"[\\s\\p{Z}\\p{Cf}]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression before(u"\\A(?:authorization:)?\\s*(?:key\\s+)?"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return text.replace(blanks, u" "_s).trimmed().remove(before).remove(u' ');
}

} // namespace

tl::expected<QByteArray, KeyFault> parseKey(const QString &text)
{
    using Kind = KeyFault::Kind;
    const QString key = bare(text);
    if (key.isEmpty())
        return tl::unexpected(KeyFault{.kind = Kind::Empty});
    KeyFault fault{.kind = Kind::Characters, .length = static_cast<int>(key.size())};
    for (qsizetype i = 0; i < key.size(); ++i) {
        const QChar c = key.at(i);
        if (isHexadecimal(c))
            continue;
        if (fault.place == 0)
            fault.place = static_cast<int>(i + 1);
        if (isCyrillic(c) && !fault.letters.contains(c))
            fault.letters += c;
    }
    if (!fault.letters.isEmpty())
        fault.kind = Kind::LookAlikes;
    else if (fault.place == 0 && key.size() != lengthOfKey)
        fault.kind = Kind::Length;
    else if (fault.place == 0)
        return key.toLatin1();
    return tl::unexpected(fault);
}

} // namespace okoshko
