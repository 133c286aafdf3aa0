// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/print/TicketFields.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <optional>
#include <span>

namespace okoshko {

/// A text by language code (`ru`, `en`); under the empty code for every other language. Contains fields as `{title}`.
using TextByLanguage = QMap<QString, QString>;

[[nodiscard]] QString textIn(const TextByLanguage &texts, const QString &language);
/// The fields that \a text contains.
[[nodiscard]] QList<TicketField> fieldsIn(const QString &text);
/// \a text with the values of \a fields. Empty if it contains fields and all of them are empty; separators that an
/// empty field leaves at the ends of a line are removed.
[[nodiscard]] QString filledIn(const QString &text, const TicketFields &fields);

/// One part of a ticket.
struct TemplateElement
{
    enum class Kind { Text, Code128, Qr, Image, Line };
    enum class Align { Left, Center, Right };
    enum class Weight { Regular, Bold };

    Kind kind = Kind::Text;
    QRectF box;          ///< mm from the ticket's corner; the place on the paper, with rotation applied
    int rotation = 0;    ///< of its content, degrees clockwise: 0, 90, 180 or 270
    TextByLanguage text; ///< of Text, Code128 and Qr
    double size = 3;     ///< mm, height of the font
    double floor = 2;    ///< mm, the smallest size to which a long text shrinks before it is cut
    Weight weight = Weight::Regular;
    Align align = Align::Left;
    QByteArray image; ///< of Image: a PNG or JPEG file

    friend bool operator==(const TemplateElement &, const TemplateElement &) = default;
};

/// Where the tickets stand on the paper.
struct TicketPage
{
    enum class Length {
        Fixed,
        Flow, ///< a roll: `height` is the maximum; a page is as long as its content
    };

    double width = 80; ///< mm
    double height = 200;
    Length length = Length::Fixed;
    double margin = 4; ///< mm at each side that the printer may not reach
    int places = 1;    ///< tickets one below another, each of the same height

    [[nodiscard]] QSizeF ticket() const { return {width, height / places}; }

    friend bool operator==(const TicketPage &, const TicketPage &) = default;
};

/// How a ticket looks on one kind of paper. A value.
///
/// The marks of copies, of training and of trial servers are no elements: a page of fixed length has a strip for them
/// (`marks`), which no element may overlap; on a roll the strip is added above the ticket.
struct TicketTemplate
{
    QString id; ///< unique; letters, digits, `-` and `_`
    TextByLanguage name;
    TicketPage page;
    QString font; ///< one of templateFonts()
    QRectF marks; ///< mm from the ticket's corner; empty on a roll
    int marksRotation = 0;
    QList<TemplateElement> elements; ///< in the order of drawing; pictures are drawn first

    friend bool operator==(const TicketTemplate &, const TicketTemplate &) = default;
};

/// Lengths are kept in whole thousandths, as files have them: what was checked is what is read again.
[[nodiscard]] double toThousandths(double millimetres);

/// Why a template, or a file with one, is wrong. ui/text/TemplateText.h has the sentences.
enum class TemplateReason {
    // Of files.
    Unreadable, ///< `detail` = the system's message
    NotAFile,   ///< a folder, a pipe or a device
    TooLarge,
    NotJson,
    NotATemplate, ///< JSON, but not a ticket template
    OtherVersion, ///< `detail` = its version
    WantsNumber,
    WantsText,
    WantsYesOrNo,
    WantsList,
    WantsObject,
    UnknownWord,  ///< `detail` = the known words
    UnknownField, ///< the file has a field that templates do not have
    Twice,
    Missing, ///< a field that is required is not there
    IdTaken, ///< `detail` = the file that has the id; empty: a template that the program brings with it

    // Of values.
    Empty,
    BadId,              ///< of other characters than letters, digits, `-` and `_`
    OutOfBounds,        ///< `detail` = the bounds: `1…20`
    UnknownPlaceholder, ///< `detail` = the word in braces
    FontMissing,        ///< `detail` = its name
    NotAPicture,
    OutsidePaper,
    FloorAboveSize,
    TextTooLow,       ///< the box is lower than one line of the smallest size
    CodeTooNarrow,    ///< `detail` = mm that are needed
    CodeTooLow,       ///< `detail` = mm that are needed
    CodeCovered,      ///< another element overlaps the code or its quiet zone; `detail` = the element's number, from 1
    NoMarks,          ///< a page of fixed length without a strip for the marks of copies
    MarksTooSmall,    ///< `detail` = `40 × 4`
    MarksCovered,     ///< `detail` = the element's number, from 1
    TextTooNarrow,    ///< the box is narrower than three letters of the smallest size; `detail` = mm that are needed
    TextTooLong,      ///< `detail` = the most characters
    TextCovered,      ///< a line lies over the whole text; `detail` = the line's number, from 1
    TooManyElements,  ///< `detail` = the most
    PicturesTooLarge, ///< together; `detail` = the most, in kB
    FieldAbsent,      ///< an obligatory field stands nowhere; `detail` = its word

    // Advice: the template can be used.
    FieldAdvised, ///< `detail` = the field's word
    CodeTight,    ///< the printer can read it with less reserve than recommended; `detail` = mm that are recommended
};

[[nodiscard]] constexpr bool isAdvice(TemplateReason reason)
{
    return reason >= TemplateReason::FieldAdvised;
}

/// An error in a template. The field is named as in a file: `elements[3].size` (from 0); empty for the whole template.
/// Lines and columns count from 1; 0 = no file.
struct TemplateFault
{
    TemplateReason reason = TemplateReason::Empty;
    QString field;
    QString detail{};
    int line = 0;
    int column = 0;

    /// The element's number from 0; -1 for a fault of the template itself.
    [[nodiscard]] int element() const;

    friend bool operator==(const TemplateFault &, const TemplateFault &) = default;
};

/// The families that the program brings with it.
[[nodiscard]] QStringList templateFonts();

/// What a ticket has to carry.
struct RequiredField
{
    enum class Need { Obligatory, Advised };
    enum class As { Text, Code };

    TicketField field{};
    Need need = Need::Obligatory;
    As as = As::Text;
};

/// The fields that a template is checked for: those of the vendor's documentation and of the usual forms of tickets are
/// obligatory. This is data, not a statement of conformity with any regulation.
[[nodiscard]] std::span<const RequiredField> requiredFields();

/// How wide one module of a code is, in dots of the print head: no narrower than `min`; `good` is recommended; no wider
/// than `max`.
struct ModuleDots
{
    int min = 2;
    int good = 3;
    int max = 4;

    [[nodiscard]] static ModuleDots of(int dpi);
};

/// Modules of a Code 128 with \a digits, without its quiet zones.
[[nodiscard]] int code128Modules(int digits);
inline constexpr int code128QuietZone = 10;   ///< modules on each side, by the standard
inline constexpr int usualBarcodeDigits = 17; ///< at most, by the vendor's documentation
inline constexpr double lineHeight = 1.2;     ///< of a text, in its size
inline constexpr double marksStripHeight = 5; ///< mm, on a roll

inline constexpr qsizetype maxElements = 200;
inline constexpr qsizetype maxTextLength = 1000;      ///< of an element, in each language
inline constexpr qsizetype maxNameLength = 100;       ///< of a template, in each language
inline constexpr qsizetype maxPicturesSize = 2 << 20; ///< bytes, of all pictures: the file has room for them

/// All faults and advice for a printer of \a dpi dots per inch, faults first. Pure function.
[[nodiscard]] QList<TemplateFault> check(const TicketTemplate &ticketTemplate, int dpi);
[[nodiscard]] bool isUsable(const QList<TemplateFault> &faults); ///< nothing but advice
/// A draft with these faults can be laid out: none of its values is out of its bounds.
[[nodiscard]] bool isDrawable(const QList<TemplateFault> &faults);

} // namespace okoshko
