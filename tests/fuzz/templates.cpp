// SPDX-License-Identifier: GPL-3.0-or-later
// A ticket template, which anybody may have written.
#include "models/print/TicketTemplateFile.h"
#include "tests/fuzz/Check.h"

#include <algorithm>

using namespace okoshko;
using namespace Qt::StringLiterals;

namespace {

void checkFaults(const QByteArray &text, const QList<TemplateFault> &faults)
{
    const auto lines = text.count('\n') + 1;
    int last = 0;
    for (const TemplateFault &fault : faults) {
        fuzz::require(fault.line >= std::max(1, last) && fault.line <= lines && fault.column >= 0,
                      "what is wrong is told by line, and the line is there");
        last = fault.line;
    }
}

bool isWithin(double value, double min, double max)
{
    return value >= min && value <= max; // not NaN
}

void checkPlace(const QRectF &box, QSizeF paper)
{
    constexpr double rounding = 0.02;
    fuzz::require(isWithin(box.x(), -rounding, paper.width()) && isWithin(box.y(), -rounding, paper.height()) &&
                      isWithin(box.width(), 0.1, paper.width() + rounding) &&
                      isWithin(box.height(), 0.1, paper.height() + rounding) &&
                      box.right() <= paper.width() + rounding && box.bottom() <= paper.height() + rounding,
                  "every element lies on the paper");
}

/// The fields that a ticket must have stand in a text, and its barcode in a code.
void checkFields(const TicketTemplate &read)
{
    const auto stands = [&read](TemplateElement::Kind kind, const QString &field) {
        return std::ranges::any_of(read.elements, [&](const TemplateElement &element) {
            return element.kind == kind && !element.text.isEmpty() &&
                   std::ranges::all_of(element.text, [&](const QString &text) { return text.contains(field); });
        });
    };
    for (const QString &field : {u"{ticket}"_s, u"{title}"_s, u"{venue}"_s, u"{start}"_s, u"{row}"_s, u"{seat}"_s,
                                 u"{price}"_s, u"{number}"_s, u"{organiser}"_s, u"{inn}"_s})
        fuzz::require(stands(TemplateElement::Kind::Text, field), "no obligatory field is lost");
    fuzz::require(stands(TemplateElement::Kind::Code128, u"{barcode}"_s), "no barcode is lost");
}

/// One that can be printed with: what the printer is asked for has bounds.
void checkUsable(const TicketTemplate &read)
{
    fuzz::require(isWithin(read.page.width, 20, 500) && isWithin(read.page.height, 20, 2000), "paper has a size");
    fuzz::require(read.page.places >= 1 && read.page.places <= 20, "a page has a number of tickets");
    fuzz::require(read.elements.size() <= 200, "there are not too many elements");
    qsizetype pictures = 0;
    for (const TemplateElement &element : read.elements) {
        checkPlace(element.box, read.page.ticket());
        fuzz::require(element.rotation % 90 == 0 && element.rotation >= 0 && element.rotation < 360, "upright or not");
        for (const QString &text : element.text)
            fuzz::require(element.kind > TemplateElement::Kind::Qr || text.size() <= 1000, "texts have a length");
        if (element.kind == TemplateElement::Kind::Text)
            fuzz::require(isWithin(element.floor, 1, element.size) && isWithin(element.size, 1, 50),
                          "letters are seen");
        if (element.kind == TemplateElement::Kind::Image)
            pictures += element.image.size();
    }
    fuzz::require(pictures <= 2'097'152, "pictures have a size");
    if (read.page.length == TicketPage::Length::Fixed) {
        checkPlace(read.marks, read.page.ticket());
        fuzz::require(read.marksRotation % 180 == 0 ? isWithin(read.marks.width(), 39.9, 500)
                                                    : isWithin(read.marks.height(), 39.9, 2000),
                      "there is a strip for the marks");
    }
    checkFields(read);
}

/// Saved, it is there again at the next start.
void checkAgain(const TicketTemplate &read)
{
    const QByteArray written = writeTemplate(read);
    fuzz::require(written.size() <= largestTemplateFile, "a template fits into its file");
    const TemplateReading again = readTemplate(written, 203);
    fuzz::require(isUsable(again.faults) && writeTemplate(again.read) == written,
                  "a template that is written again reads the same");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const TemplateReading reading = readTemplate(text, 203);
    checkFaults(text, reading.faults);
    static_cast<void>(check(reading.read, 600)); // a draft of any values can be checked
    if (isUsable(reading.faults)) {
        checkUsable(reading.read);
        checkAgain(reading.read);
    }
    return 0;
}
