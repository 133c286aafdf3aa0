// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/print/TicketTemplate.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

using Need = RequiredField::Need;
using As = RequiredField::As;

constexpr std::array required{
    RequiredField{TicketField::TicketWord, Need::Obligatory},
    RequiredField{TicketField::Title, Need::Obligatory},
    RequiredField{TicketField::VenueName, Need::Obligatory},
    RequiredField{TicketField::VenueAddress, Need::Obligatory},
    RequiredField{TicketField::Start, Need::Obligatory},
    RequiredField{TicketField::Category, Need::Obligatory},
    RequiredField{TicketField::Sector, Need::Obligatory},
    RequiredField{TicketField::Row, Need::Obligatory},
    RequiredField{TicketField::Seat, Need::Obligatory},
    RequiredField{TicketField::Price, Need::Obligatory},
    RequiredField{TicketField::Fee, Need::Obligatory},
    RequiredField{TicketField::Series, Need::Obligatory},
    RequiredField{TicketField::Number, Need::Obligatory},
    RequiredField{TicketField::Barcode, Need::Obligatory, As::Code},
    RequiredField{TicketField::OrganiserName, Need::Obligatory},
    RequiredField{TicketField::OrganiserInn, Need::Obligatory},
    RequiredField{TicketField::OrganiserOgrn, Need::Obligatory},
    RequiredField{TicketField::OrganiserAddress, Need::Obligatory},
    RequiredField{TicketField::SoldAt, Need::Obligatory},
    RequiredField{TicketField::CounterName, Need::Obligatory},
    RequiredField{TicketField::AgeRating, Need::Advised},
    RequiredField{TicketField::OrderNumber, Need::Advised},
};

constexpr double tolerance = 0.01; ///< mm
constexpr double largest = 2000;   ///< mm, of any length
constexpr double minLetters = 3;   ///< widths of the smallest font's size
constexpr double minCodeHeight = 5;
constexpr double minMarksLength = 40;
constexpr double minMarksHeight = 4;
constexpr double minModule = 0.2;   ///< mm
constexpr double goodModule = 0.25; ///< mm
constexpr double maxModule = 0.5;   ///< mm
/// Of a QR code of the barcode's digits, with its quiet zone.
constexpr int qrModules = 21 + 2 * 4;

const QRegularExpression &placeholder()
{
    static const QRegularExpression form(u"\\{([^{}]*)\\}"_s);
    return form;
}

QString millimetres(double value)
{
    return QString::number(std::ceil(value * 10) / 10);
}

bool overlap(const QRectF &one, const QRectF &other)
{
    const QRectF common = one.intersected(other);
    return common.width() > tolerance && common.height() > tolerance;
}

class Check
{
public:
    Check(const TicketTemplate &given, int dpi)
        : m_template(given)
        , m_dots(ModuleDots::of(dpi))
        , m_dot(25.4 / dpi)
    {
    }

    [[nodiscard]] QList<TemplateFault> run()
    {
        static const QRegularExpression id(u"^[A-Za-z0-9_-]{1,60}$"_s);
        if (!id.match(m_template.id).hasMatch())
            add(m_template.id.isEmpty() ? TemplateReason::Empty : TemplateReason::BadId, u"id"_s);
        if (std::ranges::all_of(m_template.name, [](const QString &name) { return name.trimmed().isEmpty(); }))
            add(TemplateReason::Empty, u"name"_s);
        checkLength(m_template.name, maxNameLength, u"name"_s);
        if (!templateFonts().contains(m_template.font))
            add(TemplateReason::FontMissing, u"font"_s, m_template.font);
        if (!checkPage())
            return m_faults; // nothing can be said about the places on it
        checkMarks();
        if (m_template.elements.size() > maxElements)
            add(TemplateReason::TooManyElements, u"elements"_s, QString::number(maxElements));
        for (qsizetype i = 0; i < std::min(m_template.elements.size(), maxElements); ++i)
            checkElement(i);
        checkFields();
        std::ranges::stable_sort(m_faults, {}, [](const TemplateFault &fault) { return isAdvice(fault.reason); });
        return m_faults;
    }

private:
    void add(TemplateReason reason, const QString &field, const QString &detail = {})
    {
        m_faults << TemplateFault{reason, field, detail};
    }

    void checkBounds(double value, double min, double max, const QString &field)
    {
        if (!(value >= min && value <= max)) // nor is no number within bounds
            add(TemplateReason::OutOfBounds, field, u"%1…%2"_s.arg(min).arg(max));
    }

    bool checkPlace(const QRectF &box, const QString &path)
    {
        const qsizetype before = m_faults.size();
        checkBounds(box.x(), -largest, largest, path + u".x"_s);
        checkBounds(box.y(), -largest, largest, path + u".y"_s);
        checkBounds(box.width(), 0.1, largest, path + u".width"_s);
        checkBounds(box.height(), 0.1, largest, path + u".height"_s);
        return m_faults.size() == before;
    }

    void checkLength(const TextByLanguage &texts, qsizetype most, const QString &path)
    {
        if (std::ranges::any_of(texts, [most](const QString &text) { return text.size() > most; }))
            add(TemplateReason::TextTooLong, path, QString::number(most));
    }

    bool checkPage()
    {
        const TicketPage &page = m_template.page;
        const bool isFlow = page.length == TicketPage::Length::Flow;
        const qsizetype before = m_faults.size();
        checkBounds(page.width, 20, 500, u"page.width"_s);
        checkBounds(page.height, 20, largest, u"page.height"_s);
        checkBounds(page.places, 1, isFlow ? 1 : 20, u"page.places"_s);
        if (m_faults.size() == before)
            checkBounds(page.margin, 0, std::floor(std::min(page.ticket().width(), page.ticket().height()) / 3),
                        u"page.margin"_s);
        return m_faults.size() == before;
    }

    [[nodiscard]] bool isOnPaper(const QRectF &box) const
    {
        const double margin = m_template.page.margin - tolerance;
        const QSizeF ticket = m_template.page.ticket();
        return box.left() >= margin && box.top() >= margin && box.right() <= ticket.width() - margin &&
               box.bottom() <= ticket.height() - margin;
    }

    void checkMarks()
    {
        const QRectF &marks = m_template.marks;
        if (m_template.page.length == TicketPage::Length::Flow)
            return;
        if (marks.isEmpty())
            return add(TemplateReason::NoMarks, u"marks"_s);
        if (!checkPlace(marks, u"marks"_s))
            return;
        const bool isUpright = m_template.marksRotation % 180 == 0;
        const double length = isUpright ? marks.width() : marks.height();
        const double height = isUpright ? marks.height() : marks.width();
        if (length < minMarksLength - tolerance || height < minMarksHeight - tolerance)
            add(TemplateReason::MarksTooSmall, u"marks"_s, u"%1 × %2"_s.arg(minMarksLength).arg(minMarksHeight));
        if (!isOnPaper(marks))
            add(TemplateReason::OutsidePaper, u"marks"_s);
    }

    void checkElement(qsizetype at)
    {
        using ElementKind = TemplateElement::Kind;
        const TemplateElement &element = m_template.elements.at(at);
        const QString path = u"elements[%1]"_s.arg(at);
        if (!checkPlace(element.box, path))
            return;
        if (!isOnPaper(element.box))
            add(TemplateReason::OutsidePaper, path);
        if (element.kind != ElementKind::Image && overlap(element.box, m_template.marks))
            add(TemplateReason::MarksCovered, path, QString::number(at + 1));
        switch (element.kind) {
        case ElementKind::Text:
            checkWords(element, path);
            checkText(element, path);
            return checkSeen(element, path);
        case ElementKind::Code128:
            checkWords(element, path);
            checkCode(element, code128Modules(usualBarcodeDigits) + 2 * code128QuietZone, minCodeHeight, path);
            return checkUncovered(at, path);
        case ElementKind::Qr:
            checkWords(element, path);
            checkCode(element, qrModules, qrModules * m_dots.min * m_dot, path);
            return checkUncovered(at, path);
        case ElementKind::Image:
            m_pictures += element.image.size();
            if (m_pictures > maxPicturesSize)
                add(TemplateReason::PicturesTooLarge, path + u".data"_s, QString::number(maxPicturesSize >> 10));
            if (!element.image.startsWith("\x89PNG\r\n\x1a\n") && !element.image.startsWith("\xff\xd8\xff"))
                add(TemplateReason::NotAPicture, path + u".data"_s);
            return;
        case ElementKind::Line:
            return;
        }
        Q_UNREACHABLE();
    }

    void checkWords(const TemplateElement &element, const QString &path)
    {
        QStringList unknown;
        for (const QString &text : element.text) {
            for (auto words = placeholder().globalMatch(text); words.hasNext();) {
                const QString word = words.next().captured(1);
                if (!toTicketField(word) && !unknown.contains(word))
                    unknown << word;
            }
        }
        for (const QString &word : std::as_const(unknown))
            add(TemplateReason::UnknownPlaceholder, path + u".text"_s, word);
        checkLength(element.text, maxTextLength, path + u".text"_s);
        if (std::ranges::all_of(element.text, [](const QString &text) { return text.trimmed().isEmpty(); }))
            add(TemplateReason::Empty, path + u".text"_s);
    }

    void checkText(const TemplateElement &element, const QString &path)
    {
        const qsizetype before = m_faults.size();
        checkBounds(element.size, 1, 50, path + u".size"_s);
        checkBounds(element.floor, 1, 50, path + u".floor"_s);
        if (m_faults.size() != before)
            return;
        if (element.floor > element.size)
            add(TemplateReason::FloorAboveSize, path + u".floor"_s);
        const bool isUpright = element.rotation % 180 == 0;
        const double height = isUpright ? element.box.height() : element.box.width();
        if (height < element.floor * lineHeight - tolerance)
            add(TemplateReason::TextTooLow, path, millimetres(element.floor * lineHeight));
        const double width = isUpright ? element.box.width() : element.box.height();
        if (width < element.floor * minLetters - tolerance)
            add(TemplateReason::TextTooNarrow, path, millimetres(element.floor * minLetters));
    }

    void checkSeen(const TemplateElement &text, const QString &path)
    {
        const auto covers = [&text](const TemplateElement &other) {
            return other.kind == TemplateElement::Kind::Line && other.box.contains(text.box);
        };
        const auto line = std::ranges::find_if(m_template.elements, covers);
        if (line != m_template.elements.cend())
            add(TemplateReason::TextCovered, path, QString::number(line - m_template.elements.cbegin() + 1));
    }

    void checkCode(const TemplateElement &element, int modules, double minHeight, const QString &path)
    {
        const bool isUpright = element.rotation % 180 == 0;
        const double length = isUpright ? element.box.width() : element.box.height();
        const double height = isUpright ? element.box.height() : element.box.width();
        // One dot is lost where the box does not begin at a whole one.
        const auto wanted = [&](int dots) { return (modules * dots + 1) * m_dot; };
        if (length < wanted(m_dots.min))
            add(TemplateReason::CodeTooNarrow, path, millimetres(wanted(m_dots.min)));
        else if (length < wanted(m_dots.good))
            add(TemplateReason::CodeTight, path, millimetres(wanted(m_dots.good)));
        if (height < minHeight)
            add(TemplateReason::CodeTooLow, path, millimetres(minHeight));
    }

    /// A picture lies under a code, which is drawn on white.
    void checkUncovered(qsizetype code, const QString &path)
    {
        const QRectF &box = m_template.elements.at(code).box;
        for (qsizetype i = 0; i < m_template.elements.size(); ++i) {
            const TemplateElement &other = m_template.elements.at(i);
            if (i != code && other.kind != TemplateElement::Kind::Image && overlap(box, other.box))
                return add(TemplateReason::CodeCovered, path, QString::number(i + 1));
        }
    }

    void checkFields()
    {
        using ElementKind = TemplateElement::Kind;
        for (const RequiredField &wanted : requiredFields()) {
            const auto carries = [&](const TemplateElement &element) {
                const bool isRight =
                    wanted.as == As::Code ? element.kind == ElementKind::Code128 : element.kind == ElementKind::Text;
                return isRight && !element.text.isEmpty() &&
                       std::ranges::all_of(element.text,
                                           [&](const QString &text) { return fieldsIn(text).contains(wanted.field); });
            };
            if (std::ranges::none_of(m_template.elements, carries))
                add(wanted.need == Need::Obligatory ? TemplateReason::FieldAbsent : TemplateReason::FieldAdvised, {},
                    toWord(wanted.field));
        }
    }

    const TicketTemplate &m_template;
    ModuleDots m_dots;
    double m_dot;             ///< mm
    qsizetype m_pictures = 0; ///< bytes so far
    QList<TemplateFault> m_faults;
};

} // namespace

double toThousandths(double millimetres)
{
    return std::round(millimetres * 1000) / 1000;
}

QString textIn(const TextByLanguage &texts, const QString &language)
{
    if (const auto found = texts.constFind(language); found != texts.cend())
        return *found;
    if (const auto found = texts.constFind(QString()); found != texts.cend())
        return *found;
    return texts.isEmpty() ? QString() : texts.first();
}

QList<TicketField> fieldsIn(const QString &text)
{
    QList<TicketField> fields;
    for (auto words = placeholder().globalMatch(text); words.hasNext();) {
        if (const auto field = toTicketField(words.next().captured(1)))
            fields << *field;
    }
    return fields;
}

QString filledIn(const QString &text, const TicketFields &fields)
{
    static const QRegularExpression emptyEnds(u"^[ ,·–—/|]+|[ ,·–—/|]+$"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression emptyMiddle(u" *([,·–—/|])(?: *[,·–—/|])+ *"_s);
    QString filled;
    qsizetype from = 0;
    bool hasFields = false;
    bool hasValue = false;
    bool hasEmpty = false;
    for (auto words = placeholder().globalMatch(text); words.hasNext();) {
        const QRegularExpressionMatch word = words.next();
        const auto field = toTicketField(word.captured(1));
        if (!field)
            continue;
        const QString value = fields.text(*field);
        hasFields = true;
        (value.isEmpty() ? hasEmpty : hasValue) = true;
        filled += QStringView(text).sliced(from, word.capturedStart() - from);
        filled += value;
        from = word.capturedEnd();
    }
    filled += QStringView(text).sliced(from);
    if (hasFields && !hasValue)
        return {};
    if (hasEmpty) {
        filled.replace(emptyMiddle, u" \\1 "_s);
        filled.replace(u" , "_s, u", "_s);
        filled.remove(emptyEnds);
    }
    return filled;
}

int TemplateFault::element() const
{
    static const QRegularExpression form(u"^elements\\[(\\d+)\\]"_s);
    const QRegularExpressionMatch match = form.match(field);
    return match.hasMatch() ? match.captured(1).toInt() : -1;
}

QStringList templateFonts()
{
    return {u"PT Sans"_s};
}

std::span<const RequiredField> requiredFields()
{
    return required;
}

ModuleDots ModuleDots::of(int dpi)
{
    const double inMillimetre = dpi / 25.4;
    ModuleDots dots;
    dots.min = std::max(2, static_cast<int>(std::ceil(minModule * inMillimetre)));
    dots.good = std::max(3, static_cast<int>(std::ceil(goodModule * inMillimetre)));
    dots.max = std::max(dots.good, static_cast<int>(std::floor(maxModule * inMillimetre)));
    return dots;
}

int code128Modules(int digits)
{
    // Start, check character and stop; then a character for each pair; an odd digit needs a change of the set, too.
    return 35 + 11 * (digits / 2) + (digits % 2 == 0 ? 0 : 22);
}

QList<TemplateFault> check(const TicketTemplate &ticketTemplate, int dpi)
{
    return Check(ticketTemplate, std::max(1, dpi)).run();
}

bool isUsable(const QList<TemplateFault> &faults)
{
    return std::ranges::all_of(faults, [](const TemplateFault &fault) { return isAdvice(fault.reason); });
}

bool isDrawable(const QList<TemplateFault> &faults)
{
    return std::ranges::none_of(faults, [](const TemplateFault &fault) {
        return fault.reason == TemplateReason::OutOfBounds || fault.reason == TemplateReason::TextTooLong ||
               fault.reason == TemplateReason::TooManyElements || fault.reason == TemplateReason::PicturesTooLarge;
    });
}

} // namespace okoshko
