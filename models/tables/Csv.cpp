// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/Csv.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

/// Blanks that spreadsheets may pass over before they look for a formula, and marks that cannot be seen.
bool isPassedOver(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Format || c.category() == QChar::Other_Control;
}

/// The full-width forms are taken for the plain ones by some East Asian spreadsheets.
bool beginsFormula(QChar c)
{
    return u"=+-@\uFF1D\uFF0B\uFF0D\uFF20"_s.contains(c);
}

bool looksLikeFormula(const QString &text)
{
    if (text.startsWith(u'\t') || text.startsWith(u'\r') || text.startsWith(u'\n'))
        return true;
    for (const QChar c : text) {
        if (!isPassedOver(c))
            return beginsFormula(c);
    }
    return false;
}

/// Line ends and tabs are text; other controls are in no text that a person wrote, and a NUL ends it for many readers.
QString withoutControls(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control && c != u'\t' && c != u'\r' && c != u'\n')
            c = QChar::ReplacementCharacter;
    }
    return text;
}

QString field(const CsvCell &cell, const CsvSigns &signs)
{
    if (cell.kind == CsvCell::Kind::Number)
        return QString(cell.text).replace(u'.', signs.decimal);
    QString text = withoutControls(cell.text);
    if (looksLikeFormula(text))
        text.prepend(u'\'');
    // Quoted where it is only odd, too: what a reader does with blanks at the ends is its own affair otherwise.
    const bool plain =
        std::all_of(text.cbegin(), text.cend(),
                    [](QChar c) { return c.isLetterOrNumber() || c == u' ' || c == u'.' || c == u':'; }) &&
        text == text.trimmed();
    return plain ? text : u'"' + text.replace(u"\""_s, u"\"\""_s) + u'"';
}

} // namespace

QByteArray toCsv(const QList<QList<CsvCell>> &rows, const CsvSigns &signs)
{
    QByteArray bytes("\xEF\xBB\xBF");
    for (const QList<CsvCell> &row : rows) {
        QStringList fields;
        for (const CsvCell &cell : row)
            fields << field(cell, signs);
        bytes += fields.join(signs.separator).toUtf8() + "\r\n";
    }
    return bytes;
}

} // namespace okoshko
