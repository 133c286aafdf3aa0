// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/Mask.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

struct Form
{
    QRegularExpression form;
    QString instead;
};

QRegularExpression formOf(const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption |
                                           QRegularExpression::UseUnicodePropertiesOption);
}

const QList<Form> &forms()
{
    // Ids have 24 letters and digits, the journal's mark of a key has 16: neither is a key. A number is a telephone's
    // after a plus, and with as many digits as one has where ours are sold: an order's has nine.
    static const QList<Form> table{
        {formOf(uR"(\bkey\s+[0-9a-z]{6,})"_s), u"key ***"_s},
        {formOf(u"[0-9a-f]{32,}"_s), u"***"_s},
        {formOf(uR"([^\s@<>"'(),;:=/]+(?:@|%40)[^\s@<>"'(),;:=/]+\.[^\s@<>"'(),;:=/.]+)"_s), u"***@***"_s},
        {formOf(uR"((?<![\w+])\+[0-9](?:[\s().-]{0,2}[0-9]){8,14}(?!\w))"_s), u"+***"_s},
        {formOf(uR"((?<![\w+])(?:[78](?:[\s().-]{0,2}[0-9]){10}|9[0-9]{9})(?!\w))"_s), u"+***"_s},
    };
    return table;
}

} // namespace

Mask::Mask(const QStringList &words)
{
    QStringList patterns;
    for (const QString &word : words) {
        const QString trimmed = whole(word).trimmed();
        if (trimmed.size() > 1)
            patterns << QRegularExpression::escape(trimmed);
    }
    if (patterns.isEmpty())
        return;
    // The longer first: a name is not to be taken out of the middle of an address.
    std::sort(patterns.begin(), patterns.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    m_words = formOf(u"(?<!\\w)(?:"_s + patterns.join(u'|') + u")(?!\\w)"_s);
}

QString Mask::whole(const QString &text)
{
    // In half a surrogate pair nothing would be found, before it or after it.
    return QString::fromUtf8(text.toUtf8());
}

QString Mask::applied(const QString &text) const
{
    QString masked = whole(text);
    if (!m_words.pattern().isEmpty())
        masked.replace(m_words, u"***"_s);
    for (const Form &each : forms())
        masked.replace(each.form, each.instead);
    return masked;
}

} // namespace okoshko
