// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/TicketPainter.h"

#include "models/domain/Text.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>
#include <cmath>

namespace okoshko {

namespace {

using Kind = TemplateElement::Kind;
using Length = TicketPage::Length;
using Reason = DrawFault::Reason;

constexpr qsizetype longestText = 2000;   ///< of an element; no more is legible in any box
constexpr qint64 mostPixels = 36'000'000; ///< of all pictures
constexpr double marksGap = 1;            ///< mm below the strip on a roll

DrawFault toFault(const CodeFault &fault, const QString &text)
{
    switch (fault.reason) {
    case CodeFault::Reason::NotEncodable:
        return {Reason::BadBarcode, text};
    case CodeFault::Reason::TooLong:
        return {Reason::CodeTooLong, text, fault.needed};
    }
    Q_UNREACHABLE();
}

/// Line by line, as a text of the server may have line ends that mean nothing here.
QString cleaned(const TicketFields &fields, const QString &text)
{
    TicketFields shown = fields;
    for (QString &value : shown.texts)
        value = sanitizedText(value, longestText);
    return filledIn(text, shown).left(longestText);
}

} // namespace

TicketPainter::TicketPainter(const TicketTemplate &ticketTemplate, const TicketFonts &fonts, int dpi,
                             const QString &language)
    : m_template(ticketTemplate)
    , m_fitter(fonts)
    , m_dpi(dpi)
    , m_language(language)
{
}

TicketPainter::Filled TicketPainter::fill(const TemplateElement &element, const TicketFields &fields)
{
    Filled filled{&element, {}, toUnits(element.box.height())};
    switch (element.kind) {
    case Kind::Text: {
        filled.text = m_fitter.fonts().drawable(cleaned(fields, textIn(element.text, m_language)), m_missing);
        if (filled.text.trimmed().isEmpty()) {
            filled.height = 0;
        } else if (m_template.page.length == Length::Flow && element.rotation % 180 == 0) {
            const QRectF box = toUnits(element.box);
            filled.height = heightOf(m_fitter.fit(filled.text, box.size(), qRound(toUnits(element.size)),
                                                  qRound(toUnits(element.floor)), element.weight));
        }
        return filled;
    }
    case Kind::Code128:
    case Kind::Qr:
        filled.text = filledIn(textIn(element.text, m_language), fields);
        return filled;
    case Kind::Image:
    case Kind::Line:
        return filled;
    }
    Q_UNREACHABLE();
}

tl::expected<QList<PaperItem>, DrawFault> TicketPainter::lay(const Filled &filled, const QRectF &box)
{
    const TemplateElement &element = *filled.element;
    const auto named = [&filled](const CodeFault &fault) { return toFault(fault, filled.text); };
    switch (element.kind) {
    case Kind::Text: {
        const QSizeF size = element.rotation % 180 == 0 ? box.size() : box.size().transposed();
        const FittedText text = m_fitter.fit(filled.text, size, qRound(toUnits(element.size)),
                                             qRound(toUnits(element.floor)), element.weight);
        return layText(m_fitter, text, box, element.rotation, element.align, element.weight);
    }
    case Kind::Code128:
        if (filled.text.isEmpty())
            return tl::unexpected(DrawFault{Reason::NoBarcode});
        return layCode128(filled.text, box, element.rotation, m_dpi).map_error(named);
    case Kind::Qr:
        if (filled.text.isEmpty())
            return tl::unexpected(DrawFault{Reason::NoBarcode});
        return layQr(filled.text, box, m_dpi).map_error(named);
    case Kind::Image:
        return layPicture(element, box);
    case Kind::Line:
        return QList<PaperItem>{PaperAreas{{box}}};
    }
    Q_UNREACHABLE();
}

tl::expected<QList<PaperItem>, DrawFault> TicketPainter::layPicture(const TemplateElement &element, const QRectF &box)
{
    auto found = m_pictures.find(&element);
    if (found == m_pictures.end()) {
        QByteArray bytes = element.image;
        QBuffer buffer(&bytes);
        QImageReader reader(&buffer);
        const QSize size = reader.size();
        // Small files may be pictures of gigabytes.
        m_pixels += size.isEmpty() ? mostPixels + 1 : static_cast<qint64>(size.width()) * size.height();
        if (m_pixels > mostPixels)
            return tl::unexpected(DrawFault{Reason::BadPicture});
        const QImage image = reader.read();
        if (image.isNull())
            return tl::unexpected(DrawFault{Reason::BadPicture});
        found = m_pictures.insert(&element, image.transformed(QTransform().rotate(element.rotation)));
    }
    return QList<PaperItem>{PaperPicture{box, *found}};
}

tl::expected<void, DrawFault> TicketPainter::add(const Filled &filled, const QRectF &box, Layers &layers)
{
    auto laid = lay(filled, box);
    if (!laid)
        return tl::unexpected(laid.error());
    const bool isCode = filled.element->kind == Kind::Code128 || filled.element->kind == Kind::Qr;
    (isCode ? layers.codes : layers.below) << *laid;
    return {};
}

/// Elements that overlap from top to bottom form a row. A row is as high as its highest content; one without content is
/// left out with the gap above it. Returns the bottom of the last row.
tl::expected<double, DrawFault> TicketPainter::flow(const QList<Filled> &elements, double top, Layers &layers)
{
    QList<Filled> sorted = elements;
    std::ranges::stable_sort(sorted, {}, [](const Filled &filled) { return filled.element->box.top(); });
    double nominal = 0; // bottom of the rows before, in the template
    double bottom = top;
    for (qsizetype from = 0; from < sorted.size();) {
        double rowBottom = sorted.at(from).element->box.bottom();
        qsizetype to = from + 1;
        while (to < sorted.size() && sorted.at(to).element->box.top() < rowBottom)
            rowBottom = std::max(rowBottom, sorted.at(to++).element->box.bottom());
        const double rowTop = sorted.at(from).element->box.top();
        const double place = bottom + toUnits(rowTop - nominal);
        bool isEmpty = true;
        for (const Filled &filled : sorted.mid(from, to - from)) {
            if (filled.height <= 0)
                continue;
            QRectF box = toUnits(filled.element->box);
            box.moveTop(place + toUnits(filled.element->box.top() - rowTop));
            if (const auto added = add(filled, box, layers); !added)
                return tl::unexpected(added.error());
            bottom = std::max(isEmpty ? 0 : bottom, box.top() + filled.height);
            isEmpty = false;
        }
        nominal = rowBottom;
        from = to;
    }
    return bottom;
}

tl::expected<PaperLayout, DrawFault> TicketPainter::layOut(const TicketFields &fields, const Marks &marks)
{
    const TicketPage &page = m_template.page;
    const bool isFlow = page.length == Length::Flow;
    PaperLayout layout{{toUnits(page.ticket().width()), toUnits(page.ticket().height())}, {}};
    Layers layers;
    QList<Filled> flowing;
    for (const TemplateElement &element : m_template.elements) {
        if (element.kind != Kind::Image)
            continue;
        auto picture = layPicture(element, toUnits(element.box));
        if (!picture)
            return tl::unexpected(picture.error());
        layers.below << *picture;
    }
    for (const TemplateElement &element : m_template.elements) {
        if (element.kind == Kind::Image)
            continue;
        const Filled filled = fill(element, fields);
        if (isFlow) {
            flowing << filled;
        } else if (filled.height > 0) {
            if (const auto added = add(filled, toUnits(element.box), layers); !added)
                return tl::unexpected(added.error());
        }
    }
    if (isFlow) {
        const bool isMarked = !marks.mode.isEmpty() || !marks.copy.isEmpty();
        const double top = isMarked ? toUnits(marksStripHeight + marksGap) : 0;
        const auto bottom = flow(flowing, top, layers);
        if (!bottom)
            return tl::unexpected(bottom.error());
        layout.size.setHeight(*bottom + toUnits(page.margin));
    }
    layout.items = layers.below;
    if (!marks.mode.isEmpty())
        layout.items << layAcross(m_fitter.fonts(), m_fitter.fonts().drawable(marks.mode, m_missing),
                                  QRectF(QPointF(), layout.size));
    layout.items << layers.codes;
    if (const QString words = inOneLine({marks.mode, marks.copy}, QStringLiteral("  ·  ")); !words.isEmpty())
        layout.items << strip(words);
    return layout;
}

/// \a words, white on black.
QList<PaperItem> TicketPainter::strip(const QString &words)
{
    const TicketPage &page = m_template.page;
    const QRectF place = page.length == Length::Flow
                             ? QRectF(page.margin, page.margin, page.width - 2 * page.margin, marksStripHeight)
                             : m_template.marks;
    const int rotation = page.length == Length::Flow ? 0 : m_template.marksRotation;
    const QRectF box = toUnits(place);
    const double padding = toUnits(1);
    const bool isUpright = rotation % 180 == 0;
    const QRectF room = isUpright ? box.adjusted(padding, 0, -padding, 0) : box.adjusted(0, padding, 0, -padding);
    const QSizeF size = isUpright ? room.size() : room.size().transposed();
    const int largest = qRound(size.height() / lineHeight);
    const auto weight = TemplateElement::Weight::Bold;
    const QString drawn = m_fitter.fonts().drawable(words, m_missing);
    const FittedText text = m_fitter.fit(drawn, size, largest, largest / 3, weight);
    // In the middle of the strip where it had to shrink.
    const double above = std::max(0.0, (size.height() - heightOf(text)) / 2);
    const QRectF middle = isUpright ? room.adjusted(0, above, 0, -above) : room.adjusted(above, 0, -above, 0);
    return QList<PaperItem>{PaperAreas{{box}}}
           << layText(m_fitter, text, middle, rotation, TemplateElement::Align::Center, weight, Qt::white);
}

} // namespace okoshko
