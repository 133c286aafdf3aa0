// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/PastQuery.h"

#include "models/domain/Text.h"

#include <QDate>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko::journal {

namespace {

constexpr qsizetype maxText = 200; ///< bounds the number of search words
constexpr qsizetype maxWords = 16;
constexpr qsizetype shortestInIndex = 3; ///< FTS5's trigram tokenizer finds nothing shorter

std::optional<QDate> dateIn(const QString &word, const QDate &today)
{
    static const QRegularExpression form(
        u"^(?:(\\d{1,2})\\.(\\d{1,2})(?:\\.(\\d{4}|\\d{2})?)?|(\\d{4})-(\\d{1,2})-(\\d{1,2}))$"_s);
    const QRegularExpressionMatch match = form.match(word);
    if (!match.hasMatch())
        return std::nullopt;
    const auto number = [&match](int group) { return match.captured(group).toInt(); };
    QDate date;
    if (match.hasCaptured(4)) {
        date = QDate(number(4), number(5), number(6));
    } else if (match.captured(3).isEmpty()) {
        // 29.02. may be up to eight years ago.
        for (int year = today.year(); year > today.year() - 8 && (!date.isValid() || date > today); --year)
            date = QDate(year, number(2), number(1));
    } else {
        date = QDate(number(3) < 100 ? 2000 + number(3) : number(3), number(2), number(1));
    }
    return date.isValid() ? std::optional(date) : std::nullopt;
}

void narrow(PastQuery &query, const QDate &date, const QTimeZone &zone)
{
    const Instant from = toInstant(date.startOfDay(zone));
    const Instant till = toInstant(date.addDays(1).startOfDay(zone)) - Microseconds(1);
    query.from = std::max(query.from.value_or(from), from);
    query.till = std::min(query.till.value_or(till), till);
}

bool isNumber(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// The number of code points.
qsizetype lengthOf(const QString &word)
{
    return word.toUcs4().size();
}

} // namespace

QString foldedText(const QString &text)
{
    QString folded = text.normalized(QString::NormalizationForm_C).toCaseFolded();
    for (QChar &c : folded) {
        if (c == u'ё')
            c = u'е';
        else if (c.isSpace() || !(c.isPrint() || c.isSurrogate()))
            c = u' ';
    }
    return folded.remove(u'/').simplified();
}

PastQuery parsePastQuery(const QString &text, const QDateTime &now)
{
    PastQuery query;
    const QString cut = typedText(text.left(maxText));
    if (!cut.contains(u' '))
        query.barcode = cut;

    QStringList words = cut.split(u' ', Qt::SkipEmptyParts);
    for (QString &word : words) {
        while (word.startsWith(u'№') || word.startsWith(u'#'))
            word.remove(0, 1);
    }
    words.removeAll(QString());
    const QString whole = words.join(QString());
    if (isNumber(whole))
        words = {whole};

    for (const QString &word : words.first(std::min(words.size(), maxWords))) {
        if (const auto date = dateIn(word, now.date())) {
            narrow(query, *date, now.timeZone());
            continue;
        }
        for (const QString &part : foldedText(word).split(u' ', Qt::SkipEmptyParts))
            (lengthOf(part) < shortestInIndex ? query.shortWords : query.words) << part;
    }
    return query;
}

} // namespace okoshko::journal
