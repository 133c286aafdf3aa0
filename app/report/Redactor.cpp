// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/Redactor.h"

#include <QRegularExpression>

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
    // Ids have 24 letters and digits, the journal's mark of a key has 16: neither is a key. A telephone number follows
    // a plus sign, or has as many digits as a Russian one; an order's number has nine.
    static const QList<Form> table{
        {formOf(uR"(\bkey\s+[0-9a-z]{6,})"_s), u"key ***"_s},
        {formOf(u"[0-9a-f]{32,}"_s), u"***"_s},
        {formOf(uR"([^\s@<>"'(),;:=/]+(?:@|%40)[^\s@<>"'(),;:=/]+\.[^\s@<>"'(),;:=/.]+)"_s), u"***@***"_s},
        {formOf(uR"((?<![\w+])\+[0-9](?:[\s().-]{0,2}[0-9]){8,14}(?!\w))"_s), u"+***"_s},
        {formOf(uR"((?<![\w+])(?:[78](?:[\s().-]{0,2}[0-9]){10}|9[0-9]{9})(?!\w))"_s), u"+***"_s},
    };
    return table;
}

/// Whether the character at \a at is part of a word.
bool isOfWord(QStringView text, qsizetype at)
{
    const QChar c = text.at(at);
    if (!c.isSurrogate())
        return c.isLetterOrNumber() || c == u'_';
    const QChar high = c.isHighSurrogate() ? c : text.at(at - 1); // the text has no single surrogates
    const QChar low = c.isHighSurrogate() ? text.at(at + 1) : c;
    return QChar::isLetterOrNumber(QChar::surrogateToUcs4(high, low));
}

/// The word at \a at, or a single other character; case folded.
QString beginningAt(QStringView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && isOfWord(text, end))
        ++end;
    return text.sliced(at, std::max<qsizetype>(end - at, 1)).toString().toCaseFolded();
}

} // namespace

Redactor::Redactor(const QStringList &words)
{
    for (const QString &word : words) {
        const QString trimmed = whole(word).trimmed();
        if (trimmed.size() > 1)
            m_words[beginningAt(trimmed, 0)] << trimmed;
    }
    // Longer words first: a name must not be removed from within an address.
    for (QStringList &alike : m_words)
        std::sort(alike.begin(), alike.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
}

QString Redactor::whole(const QString &text)
{
    // A single surrogate would prevent matches before and after it.
    return QString::fromUtf8(text.toUtf8());
}

QString Redactor::withoutWords(const QString &text) const
{
    if (m_words.isEmpty())
        return text;
    const QStringView all(text);
    QString masked;
    qsizetype kept = 0; // up to here copied to masked
    for (qsizetype at = 0; at < all.size(); ++at) {
        if (at > 0 && isOfWord(all, at - 1))
            continue;
        const auto alike = m_words.constFind(beginningAt(all, at));
        if (alike == m_words.cend())
            continue;
        const auto found = std::find_if(alike->cbegin(), alike->cend(), [&](const QString &word) {
            const qsizetype end = at + word.size();
            return all.sliced(at).startsWith(word, Qt::CaseInsensitive) && (end == all.size() || !isOfWord(all, end));
        });
        if (found == alike->cend())
            continue;
        masked.append(all.sliced(kept, at - kept)).append(u"***");
        kept = at + found->size();
        at = kept - 1;
    }
    return masked.append(all.sliced(kept));
}

QString Redactor::applied(const QString &text) const
{
    QString masked = withoutWords(whole(text));
    for (const Form &each : forms())
        masked.replace(each.form, each.instead);
    return masked;
}

} // namespace okoshko
