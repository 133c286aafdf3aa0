// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/TemplateText.h"

#include "models/domain/Text.h"
#include "ui/text/ErrorText.h"
#include "ui/text/FaultText.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

constexpr qsizetype longestDetail = 40; ///< of what a file says

} // namespace

QString TemplateText::reason(const TemplateFault &fault)
{
    const QString words = reasonOfFile(fault);
    return words.isEmpty() ? reasonOfValue(fault) : words;
}

// NOLINTNEXTLINE(readability-function-size): a case for each fault
QString TemplateText::reasonOfFile(const TemplateFault &fault)
{
    switch (fault.reason) {
    case TemplateReason::Unreadable:
        return tr("The file cannot be read: %1").arg(fault.detail);
    case TemplateReason::NotAFile:
        return tr("This is not an ordinary file.");
    case TemplateReason::TooLarge:
        return tr("The file is too large for a ticket template.");
    case TemplateReason::NotJson:
        return tr("From here on the file is not valid JSON: a comma, a quote or a bracket may be missing.");
    case TemplateReason::NotATemplate:
        return tr("This is not a ticket template of Okoshko.");
    case TemplateReason::OtherVersion:
        return tr("The file has version %1 of ticket templates, which this Okoshko does not know.").arg(fault.detail);
    case TemplateReason::WantsNumber:
        return tr("A number belongs here.");
    case TemplateReason::WantsText:
        return tr("A text in quotes belongs here.");
    case TemplateReason::WantsYesOrNo:
        return tr("true or false belongs here.");
    case TemplateReason::WantsList:
        return tr("A list in [ ] belongs here.");
    case TemplateReason::WantsObject:
        return tr("An object in { } belongs here.");
    case TemplateReason::UnknownWord:
        return tr("One of these belongs here: %1.").arg(fault.detail);
    case TemplateReason::UnknownField:
        return tr("There is no such field.");
    case TemplateReason::Twice:
        return tr("The field stands there twice.");
    case TemplateReason::Missing:
        return tr("This field is missing.");
    case TemplateReason::IdTaken:
        return fault.detail.isEmpty() ? tr("A template that comes with Okoshko has this id. Give it another one.")
                                      : tr("The file %1 has this id, too. Give one of them another one.")
                                            .arg(sanitizedText(fault.detail, longestDetail));
    case TemplateReason::Empty:
    case TemplateReason::BadId:
    case TemplateReason::OutOfBounds:
    case TemplateReason::UnknownPlaceholder:
    case TemplateReason::FontMissing:
    case TemplateReason::NotAPicture:
    case TemplateReason::OutsidePaper:
    case TemplateReason::FloorAboveSize:
    case TemplateReason::TextTooLow:
    case TemplateReason::CodeTooNarrow:
    case TemplateReason::CodeTooLow:
    case TemplateReason::CodeCovered:
    case TemplateReason::NoMarks:
    case TemplateReason::MarksTooSmall:
    case TemplateReason::MarksCovered:
    case TemplateReason::TextTooNarrow:
    case TemplateReason::TextTooLong:
    case TemplateReason::TextCovered:
    case TemplateReason::TooManyElements:
    case TemplateReason::PicturesTooLarge:
    case TemplateReason::FieldAbsent:
    case TemplateReason::FieldAdvised:
    case TemplateReason::CodeTight:
        return {};
    }
    Q_UNREACHABLE();
}

// NOLINTNEXTLINE(readability-function-size): a case for each fault
QString TemplateText::reasonOfValue(const TemplateFault &fault)
{
    const auto field = [&fault] {
        const auto known = toTicketField(fault.detail);
        return known ? name(*known) : fault.detail;
    };
    switch (fault.reason) {
    case TemplateReason::Empty:
        return tr("This field is required.");
    case TemplateReason::BadId:
        return tr("Only Latin letters, digits, - and _ are allowed here.");
    case TemplateReason::OutOfBounds:
        return tr("It must be %1.").arg(fault.detail);
    case TemplateReason::UnknownPlaceholder:
        return tr("A ticket has no field {%1}.").arg(sanitizedText(fault.detail, longestDetail));
    case TemplateReason::FontMissing:
        return tr("The font “%1” is not part of Okoshko. Use %2.")
            .arg(sanitizedText(fault.detail, longestDetail), templateFonts().join(u", "_s));
    case TemplateReason::NotAPicture:
        return tr("This is not a PNG or JPEG picture.");
    case TemplateReason::OutsidePaper:
        return tr("It reaches beyond the paper or into its margin.");
    case TemplateReason::FloorAboveSize:
        return tr("The smallest size is larger than the size.");
    case TemplateReason::TextTooLow:
        return tr("One line does not fit: a height of %1 mm is needed.").arg(fault.detail);
    case TemplateReason::CodeTooNarrow:
        return tr("The code cannot be read if it is so short: %1 mm are needed with the white zones at its ends.")
            .arg(fault.detail);
    case TemplateReason::CodeTooLow:
        return tr("The code is too low: %1 mm are needed.").arg(fault.detail);
    case TemplateReason::CodeCovered:
        return tr("Element %1 overlaps the code or the white zone around it.").arg(fault.detail);
    case TemplateReason::NoMarks:
        return tr("There is no strip for the mark of duplicates. It is obligatory.");
    case TemplateReason::MarksTooSmall:
        return tr("The strip for the mark of duplicates is too small: %1 mm are needed.").arg(fault.detail);
    case TemplateReason::MarksCovered:
        return tr("It overlaps the strip for the mark of duplicates.");
    case TemplateReason::TextTooNarrow:
        return tr("The text is too narrow: a width of %1 mm is needed.").arg(fault.detail);
    case TemplateReason::TextTooLong:
        return tr("The text is too long: at most %1 characters.").arg(fault.detail);
    case TemplateReason::TextCovered:
        return tr("Line %1 covers this text.").arg(fault.detail);
    case TemplateReason::TooManyElements:
        return tr("A template has at most %1 parts.").arg(fault.detail);
    case TemplateReason::PicturesTooLarge:
        return tr("The pictures of a template are too large: at most %1 kB together.").arg(fault.detail);
    case TemplateReason::FieldAbsent:
        return tr("An obligatory field is missing: %1.").arg(field());
    case TemplateReason::FieldAdvised:
        return tr("This field should be there: %1.").arg(field());
    case TemplateReason::CodeTight:
        return tr("The code can be read, with little reserve. %1 mm are better.").arg(fault.detail);
    case TemplateReason::Unreadable:
    case TemplateReason::NotAFile:
    case TemplateReason::TooLarge:
    case TemplateReason::NotJson:
    case TemplateReason::NotATemplate:
    case TemplateReason::OtherVersion:
    case TemplateReason::WantsNumber:
    case TemplateReason::WantsText:
    case TemplateReason::WantsYesOrNo:
    case TemplateReason::WantsList:
    case TemplateReason::WantsObject:
    case TemplateReason::UnknownWord:
    case TemplateReason::UnknownField:
    case TemplateReason::Twice:
    case TemplateReason::Missing:
    case TemplateReason::IdTaken:
        return {};
    }
    Q_UNREACHABLE();
}

QString TemplateText::inFile(const QList<TemplateFault> &faults)
{
    return FaultText::inFile(faults, &TemplateText::reason);
}

QString TemplateText::name(TicketField field)
{
    switch (field) {
    case TicketField::TicketWord:
        return tr("the word TICKET");
    case TicketField::Title:
        return tr("title");
    case TicketField::VenueName:
        return tr("venue");
    case TicketField::VenueAddress:
        return tr("venue's address");
    case TicketField::Start:
        return tr("date and time");
    case TicketField::AgeRating:
        return tr("age mark");
    case TicketField::Category:
        return tr("category");
    case TicketField::Sector:
        return tr("sector");
    case TicketField::Row:
        return tr("row");
    case TicketField::Seat:
        return tr("seat");
    case TicketField::Price:
        return tr("price");
    case TicketField::Fee:
        return tr("fee");
    case TicketField::Series:
        return tr("series");
    case TicketField::Number:
        return tr("number");
    case TicketField::Barcode:
        return tr("barcode as Code 128");
    case TicketField::OrganiserName:
        return tr("organiser");
    case TicketField::OrganiserInn:
        return tr("organiser's INN");
    case TicketField::OrganiserOgrn:
        return tr("organiser's OGRN or OGRNIP");
    case TicketField::OrganiserAddress:
        return tr("organiser's address");
    case TicketField::SoldAt:
        return tr("date of sale");
    case TicketField::CounterName:
        return tr("counter");
    case TicketField::OrderNumber:
        return tr("order number");
    case TicketField::TicketOfOrder:
        return tr("ticket of the order");
    }
    Q_UNREACHABLE();
}

QString TemplateText::name(TemplateElement::Kind kind)
{
    switch (kind) {
    case TemplateElement::Kind::Text:
        return tr("Text");
    case TemplateElement::Kind::Code128:
        return tr("Code 128");
    case TemplateElement::Kind::Qr:
        return tr("QR code");
    case TemplateElement::Kind::Image:
        return tr("Picture");
    case TemplateElement::Kind::Line:
        return tr("Line");
    }
    Q_UNREACHABLE();
}

QString TemplateText::millimetres(double value)
{
    return QString::number(std::ceil(value));
}

QString TemplateText::of(const DrawFault &fault)
{
    const QString detail = sanitizedText(fault.detail, longestDetail);
    switch (fault.reason) {
    case DrawFault::Reason::NoTemplate:
        return tr("The ticket template “%1” of this printer is not there. Choose another one in the settings.")
            .arg(detail);
    case DrawFault::Reason::TemplateFaulty:
        return tr("The ticket template of this printer has a fault: %1 Correct it in the settings.")
            .arg(fault.fault ? reason(*fault.fault) : QString());
    case DrawFault::Reason::NoBarcode:
        return tr("A ticket has no barcode yet. It is asked again.");
    case DrawFault::Reason::BadBarcode:
        return tr("The barcode “%1” cannot be printed as a code. Ask Ticketscloud about this ticket.").arg(detail);
    case DrawFault::Reason::CodeTooLong:
        return tr("The barcode “%1” needs %2 mm to be read, and the ticket template has less. Choose a template with a "
                  "longer code.")
            .arg(detail, millimetres(fault.needed));
    case DrawFault::Reason::BadPicture:
        return tr("The picture of the ticket template cannot be read. Correct the template in the settings.");
    case DrawFault::Reason::TooWide:
        return tr("The ticket is %1 mm wide, and the printer's paper %2 mm. Choose another template in the settings.")
            .arg(millimetres(fault.needed), millimetres(fault.room));
    case DrawFault::Reason::TooLong:
        return tr("The ticket is %1 mm long, and the printer takes at most %2 mm. Choose another template, or raise "
                  "the "
                  "printer's maximum in the settings.")
            .arg(millimetres(fault.needed), millimetres(fault.room));
    case DrawFault::Reason::NotWritten:
        return FileText::of(fault.file);
    }
    Q_UNREACHABLE();
}

} // namespace okoshko
