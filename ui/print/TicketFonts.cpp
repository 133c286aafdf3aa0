// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/TicketFonts.h"

#include <QBitArray>
#include <QFontDatabase>
#include <QRawFont>

#include <array>
#include <mutex>

using namespace Qt::StringLiterals;

// The linker drops resources of a static library that are not named. Q_INIT_RESOURCE must be used outside a namespace.
static void registerTicketFonts()
{
    Q_INIT_RESOURCE(ticketfonts);
}

namespace okoshko {

namespace {

constexpr std::array files{u":/fonts/PTS55F.ttf", u":/fonts/PTS75F.ttf"};
constexpr char32_t replacement = U'\u25A1'; ///< □
constexpr qsizetype firstBeyond = 0x10000;  ///< the fonts have no character from here on
constexpr double checkedAt = 12;            ///< pixels; any size has the same characters

bool isInvisible(char32_t character)
{
    return QChar::category(character) == QChar::Other_Format || (character >= 0xFE00 && character <= 0xFE0F);
}

/// A character that looks alike and is in any font; 0 if there is none.
char32_t similar(char32_t character)
{
    if (character == 0x202F || character == 0x2007 || character == 0x2060) // narrow and figure space: no break
        return 0xA0;
    switch (QChar::category(character)) {
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Other_Control:
        return U' ';
    case QChar::Punctuation_Dash:
        return U'-';
    default:
        return 0;
    }
}

} // namespace

struct TicketFonts::Coverage
{
    std::once_flag once;
    QBitArray characters;

    void fill()
    {
        characters.resize(firstBeyond);
        QList<QRawFont> fonts; // for this thread alone
        for (const char16_t *file : files)
            fonts << QRawFont(QString::fromUtf16(file), checkedAt);
        for (qsizetype i = 0x20; i < firstBeyond; ++i) {
            const auto character = static_cast<uint>(i);
            if (std::all_of(fonts.cbegin(), fonts.cend(),
                            [character](const QRawFont &font) { return font.supportsCharacter(character); }))
                characters.setBit(i);
        }
    }
};

TicketFonts::TicketFonts()
    : m_coverage(std::make_shared<Coverage>())
{
    registerTicketFonts();
    for (const char16_t *file : files) {
        const int id = QFontDatabase::addApplicationFont(QString::fromUtf16(file));
        const QStringList families = QFontDatabase::applicationFontFamilies(id);
        if (m_family.isEmpty() && !families.isEmpty())
            m_family = families.first();
    }
}

QFont TicketFonts::font(int pixels, TemplateElement::Weight weight) const
{
    QFont font(m_family);
    font.setPixelSize(pixels);
    font.setWeight(weight == TemplateElement::Weight::Bold ? QFont::Bold : QFont::Normal);
    font.setStyleStrategy(static_cast<QFont::StyleStrategy>(QFont::NoFontMerging | QFont::PreferOutline));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

bool TicketFonts::has(char32_t character) const
{
    std::call_once(m_coverage->once, [this] { m_coverage->fill(); });
    const auto at = static_cast<qsizetype>(character);
    return at < firstBeyond && m_coverage->characters.testBit(at);
}

QString TicketFonts::drawable(const QString &text, QString &missing) const
{
    QString drawn;
    drawn.reserve(text.size());
    const QList<uint> characters = text.normalized(QString::NormalizationForm_C).toUcs4();
    for (const char32_t character : characters) {
        if (character == U'\n') {
            drawn += u'\n';
            continue;
        }
        if (isInvisible(character))
            continue;
        if (has(character)) {
            drawn += QString::fromUcs4(&character, 1);
            continue;
        }
        const char32_t other = similar(character);
        drawn += QString::fromUcs4(other == 0 ? &replacement : &other, 1);
        const QString lacking = QString::fromUcs4(&character, 1);
        if (other == 0 && !missing.contains(lacking))
            missing += lacking;
    }
    return drawn;
}

} // namespace okoshko
