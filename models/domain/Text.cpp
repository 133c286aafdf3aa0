// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/Text.h"

#include <QList>
#include <QStringView>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string_view>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

/// Embeddings, overrides and isolates (Unicode Standard Annex 9).
bool turnsDirection(QChar c)
{
    return (c >= QChar(0x202A) && c <= QChar(0x202E)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
}

bool breaksLine(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line ||
           c.category() == QChar::Separator_Paragraph;
}

} // namespace

QString sanitizedText(const QString &text, qsizetype max)
{
    const bool isPlain = text.size() <= max && std::none_of(text.cbegin(), text.cend(), [](QChar c) {
                             // The characters of turnsDirection() and breaksLine() are all outside this range.
                             return c < u' ' || (c >= u'\x7f' && c < u'\xa0') || (c >= u'\x2028' && c <= u'\x202e') ||
                                    (c >= u'\x2066' && c <= u'\x2069');
                         });
    if (isPlain)
        return text.trimmed();

    QString shown;
    shown.reserve(qMin(text.size(), max));
    for (const QChar c : text) {
        if (turnsDirection(c))
            continue;
        if (shown.size() == max) {
            QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, shown);
            letters.setPosition(max - 1); // room for the ellipsis
            const qsizetype boundary = letters.isAtBoundary() ? max - 1 : letters.toPreviousBoundary();
            // A single grapheme of many combining accents would leave nothing.
            shown.truncate(boundary > 0 ? boundary : max - 1);
            return shown.trimmed() + QChar(0x2026);
        }
        if (!breaksLine(c))
            shown += c;
        else if (!shown.endsWith(u' '))
            shown += u' ';
    }
    return shown.trimmed();
}

bool runsRightToLeft(const QString &text)
{
    const QList<uint> letters = text.toUcs4();
    return std::any_of(letters.cbegin(), letters.cend(), [](uint letter) {
        const QChar::Direction direction = QChar::direction(letter);
        return direction == QChar::DirR || direction == QChar::DirAL;
    });
}

QString isolated(const QString &text)
{
    return runsRightToLeft(text) ? QChar(0x2068) + text + QChar(0x2069) : text;
}

QString inOneLine(const QStringList &parts, const QString &separator)
{
    QStringList shown;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            shown << isolated(part);
    }
    return shown.join(separator);
}

QString typedText(const QString &text)
{
    QString typed;
    typed.reserve(text.size());
    for (const QChar c : text) {
        if (c.category() != QChar::Other_Format)
            typed += c.category() == QChar::Other_Control ? QChar(u' ') : c;
    }
    return typed.simplified(); // simplified() handles every kind of space
}

QString typedWithoutBlanks(const QString &text)
{
    return typedText(text).remove(u' ');
}

namespace {

/// From U+00A0 on.
constexpr std::u16string_view latin1Entities[]{
    u"nbsp",   u"iexcl",  u"cent",   u"pound",  u"curren", u"yen",    u"brvbar", u"sect",   u"uml",    u"copy",
    u"ordf",   u"laquo",  u"not",    u"shy",    u"reg",    u"macr",   u"deg",    u"plusmn", u"sup2",   u"sup3",
    u"acute",  u"micro",  u"para",   u"middot", u"cedil",  u"sup1",   u"ordm",   u"raquo",  u"frac14", u"frac12",
    u"frac34", u"iquest", u"Agrave", u"Aacute", u"Acirc",  u"Atilde", u"Auml",   u"Aring",  u"AElig",  u"Ccedil",
    u"Egrave", u"Eacute", u"Ecirc",  u"Euml",   u"Igrave", u"Iacute", u"Icirc",  u"Iuml",   u"ETH",    u"Ntilde",
    u"Ograve", u"Oacute", u"Ocirc",  u"Otilde", u"Ouml",   u"times",  u"Oslash", u"Ugrave", u"Uacute", u"Ucirc",
    u"Uuml",   u"Yacute", u"THORN",  u"szlig",  u"agrave", u"aacute", u"acirc",  u"atilde", u"auml",   u"aring",
    u"aelig",  u"ccedil", u"egrave", u"eacute", u"ecirc",  u"euml",   u"igrave", u"iacute", u"icirc",  u"iuml",
    u"eth",    u"ntilde", u"ograve", u"oacute", u"ocirc",  u"otilde", u"ouml",   u"divide", u"oslash", u"ugrave",
    u"uacute", u"ucirc",  u"uuml",   u"yacute", u"thorn",  u"yuml"};
static_assert(std::size(latin1Entities) == 0x100 - 0xA0);

struct Entity
{
    std::u16string_view name;
    char16_t character;
};
constexpr Entity otherEntities[]{
    {u"amp", u'&'},         {u"lt", u'<'},          {u"gt", u'>'},          {u"quot", u'"'},
    {u"apos", u'\''},       {u"ndash", u'\u2013'},  {u"mdash", u'\u2014'},  {u"lsquo", u'\u2018'},
    {u"rsquo", u'\u2019'},  {u"sbquo", u'\u201a'},  {u"ldquo", u'\u201c'},  {u"rdquo", u'\u201d'},
    {u"bdquo", u'\u201e'},  {u"dagger", u'\u2020'}, {u"bull", u'\u2022'},   {u"hellip", u'\u2026'},
    {u"permil", u'\u2030'}, {u"prime", u'\u2032'},  {u"Prime", u'\u2033'},  {u"lsaquo", u'\u2039'},
    {u"rsaquo", u'\u203a'}, {u"euro", u'\u20ac'},   {u"numero", u'\u2116'}, {u"trade", u'\u2122'},
    {u"larr", u'\u2190'},   {u"uarr", u'\u2191'},   {u"rarr", u'\u2192'},   {u"darr", u'\u2193'},
    {u"minus", u'\u2212'},  {u"ne", u'\u2260'},     {u"le", u'\u2264'},     {u"ge", u'\u2265'},
    {u"spades", u'\u2660'}, {u"clubs", u'\u2663'},  {u"hearts", u'\u2665'}, {u"diams", u'\u2666'},
    {u"ensp", u'\u2002'},   {u"emsp", u'\u2003'},   {u"thinsp", u'\u2009'}, {u"zwnj", u'\u200c'},
    {u"zwj", u'\u200d'},    {u"OElig", u'\u0152'},  {u"oelig", u'\u0153'},  {u"Scaron", u'\u0160'},
    {u"scaron", u'\u0161'}};

enum class Effect {
    None,
    Blank, ///< separates words
    Hides  ///< with its content
};

struct Element
{
    std::u16string_view name;
    Effect effect;
};
constexpr Element elements[]{{u"a", Effect::None},       {u"abbr", Effect::None},        {u"article", Effect::Blank},
                             {u"b", Effect::None},       {u"big", Effect::None},         {u"blockquote", Effect::Blank},
                             {u"br", Effect::Blank},     {u"center", Effect::Blank},     {u"cite", Effect::None},
                             {u"code", Effect::None},    {u"dd", Effect::Blank},         {u"del", Effect::None},
                             {u"div", Effect::Blank},    {u"dl", Effect::Blank},         {u"dt", Effect::Blank},
                             {u"em", Effect::None},      {u"figcaption", Effect::Blank}, {u"figure", Effect::Blank},
                             {u"font", Effect::None},    {u"footer", Effect::Blank},     {u"h1", Effect::Blank},
                             {u"h2", Effect::Blank},     {u"h3", Effect::Blank},         {u"h4", Effect::Blank},
                             {u"h5", Effect::Blank},     {u"h6", Effect::Blank},         {u"header", Effect::Blank},
                             {u"hr", Effect::Blank},     {u"i", Effect::None},           {u"iframe", Effect::Blank},
                             {u"img", Effect::None},     {u"ins", Effect::None},         {u"label", Effect::None},
                             {u"li", Effect::Blank},     {u"mark", Effect::None},        {u"nobr", Effect::None},
                             {u"noindex", Effect::None}, {u"ol", Effect::Blank},         {u"p", Effect::Blank},
                             {u"pre", Effect::Blank},    {u"q", Effect::None},           {u"s", Effect::None},
                             {u"script", Effect::Hides}, {u"section", Effect::Blank},    {u"small", Effect::None},
                             {u"span", Effect::None},    {u"strike", Effect::None},      {u"strong", Effect::None},
                             {u"style", Effect::Hides},  {u"sub", Effect::None},         {u"sup", Effect::None},
                             {u"table", Effect::Blank},  {u"tbody", Effect::Blank},      {u"td", Effect::Blank},
                             {u"th", Effect::Blank},     {u"thead", Effect::Blank},      {u"tr", Effect::Blank},
                             {u"tt", Effect::None},      {u"u", Effect::None},           {u"ul", Effect::Blank},
                             {u"wbr", Effect::None}};

QStringView viewOf(std::u16string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

bool isLatin(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isLatinOrDigit(QChar c)
{
    return isLatin(c) || (c >= u'0' && c <= u'9');
}

/// The part recognised at the beginning of a text.
struct Piece
{
    qsizetype size = 0; ///< not recognised
    QString shown;
    const Element *element = nullptr;
    bool isEnd = false;
};

qsizetype lengthOf(QStringView text, bool (*isOfIt)(QChar), qsizetype from)
{
    return std::distance(text.cbegin(), std::find_if_not(text.cbegin() + from, text.cend(), isOfIt)) - from;
}

bool isBlank(QChar c)
{
    return c.isSpace();
}

QString characterOf(QStringView digits)
{
    const bool isHex = digits.startsWith(u'x') || digits.startsWith(u'X');
    bool isNumber = false;
    const uint code = (isHex ? digits.sliced(1) : digits).toUInt(&isNumber, isHex ? 16 : 10);
    constexpr uint last = 0x10FFFF;
    if (!isNumber || code == 0 || code > last || QChar::isSurrogate(code))
        return {};
    const char32_t character = code;
    return QString::fromUcs4(&character, 1);
}

QString characterNamed(QStringView name)
{
    const auto isName = [name](std::u16string_view known) { return viewOf(known) == name; };
    const auto other = std::find_if(std::begin(otherEntities), std::end(otherEntities),
                                    [&](const Entity &entity) { return isName(entity.name); });
    if (other != std::end(otherEntities))
        return QChar(other->character);
    const auto latin = std::find_if(std::begin(latin1Entities), std::end(latin1Entities), isName);
    if (latin == std::end(latin1Entities))
        return {};
    return QChar(static_cast<char16_t>(0xA0 + std::distance(std::begin(latin1Entities), latin)));
}

/// `&…;` at the beginning of \a text.
Piece entityAt(QStringView text)
{
    constexpr qsizetype longest = 12;
    const QStringView begin = text.first(std::min(text.size(), longest));
    const qsizetype end = begin.indexOf(u';');
    if (end < 0)
        return {};
    const QStringView name = begin.sliced(1, end - 1);
    const QString shown = name.startsWith(u'#') ? characterOf(name.sliced(1)) : characterNamed(name);
    return shown.isEmpty() ? Piece() : Piece{end + 1, shown};
}

/// ` name="value"` at \a from; 0 if there is none.
qsizetype attributeAt(QStringView text, qsizetype from)
{
    qsizetype at = from + lengthOf(text, isBlank, from);
    const qsizetype name = lengthOf(
        text, [](QChar c) { return isLatinOrDigit(c) || c == u'-' || c == u'_' || c == u':'; }, at);
    at += name;
    at += lengthOf(text, isBlank, at);
    if (name == 0 || at >= text.size() || text[at] != u'=')
        return 0;
    ++at;
    at += lengthOf(text, isBlank, at);
    if (at >= text.size())
        return 0;
    const QChar quote = text[at];
    if (quote != u'"' && quote != u'\'')
        return at +
               lengthOf(
                   text, [](QChar c) { return !c.isSpace() && c != u'>' && c != u'<'; }, at) -
               from;
    const qsizetype end = text.indexOf(quote, at + 1);
    return end < 0 ? 0 : end + 1 - from;
}

/// `<name …>` or `</name>` of a known element at the beginning of \a text.
Piece tagAt(QStringView text)
{
    Piece piece;
    qsizetype at = 1;
    piece.isEnd = at < text.size() && text[at] == u'/';
    at += piece.isEnd ? 1 : 0;
    const qsizetype length = lengthOf(text, isLatinOrDigit, at);
    const QStringView name = text.sliced(at, length);
    const auto element = std::find_if(std::begin(elements), std::end(elements), [name](const Element &each) {
        return viewOf(each.name).compare(name, Qt::CaseInsensitive) == 0;
    });
    if (element == std::end(elements))
        return {};
    at += length;
    while (const qsizetype attribute = attributeAt(text, at))
        at += attribute;
    at += lengthOf(text, isBlank, at);
    if (at < text.size() && text[at] == u'/')
        ++at;
    if (at >= text.size() || text[at] != u'>')
        return {};
    piece.size = at + 1;
    piece.element = element;
    piece.shown = element->effect == Effect::None ? QString() : u" "_s;
    return piece;
}

/// The first `</name` in \a text, or its end.
qsizetype endOf(const Element &element, QStringView text)
{
    const qsizetype at = text.indexOf(QString(u"</"_s).append(viewOf(element.name)), 0, Qt::CaseInsensitive);
    return at < 0 ? text.size() : at;
}

Piece markupAt(QStringView text)
{
    if (text.front() == u'&')
        return entityAt(text);
    if (text.startsWith(u"<!--")) {
        const qsizetype end = text.indexOf(u"-->", 4);
        return {end < 0 ? text.size() : end + 3, {}};
    }
    Piece tag = tagAt(text);
    if (tag.element && tag.element->effect == Effect::Hides && !tag.isEnd)
        tag.size += endOf(*tag.element, text.sliced(tag.size));
    return tag;
}

} // namespace

QString withoutMarkup(const QString &text)
{
    const auto isMark = [](QChar c) { return c == u'<' || c == u'&'; };
    const auto nextMark = [&](qsizetype from) {
        return std::distance(text.cbegin(), std::find_if(text.cbegin() + from, text.cend(), isMark));
    };
    qsizetype at = nextMark(0);
    if (at == text.size())
        return text;
    const QStringView all(text);
    QString shown = text.first(at);
    shown.reserve(text.size());
    bool isFound = false;
    while (at < all.size()) {
        const Piece piece = markupAt(all.sliced(at));
        isFound = isFound || piece.size > 0;
        shown += piece.shown;
        const qsizetype from = at + piece.size; // a character that begins no markup is copied
        at = nextMark(piece.size > 0 ? from : from + 1);
        shown += all.sliced(from, at - from);
    }
    return isFound ? shown.simplified() : text;
}

} // namespace okoshko
