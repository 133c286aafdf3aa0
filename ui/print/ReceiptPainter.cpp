// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/ReceiptPainter.h"

#include "models/domain/Text.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

using Align = TemplateElement::Align;
using Weight = TemplateElement::Weight;

constexpr double margin = 4;     ///< mm
constexpr double widest = 100;   ///< mm of a text column; longer lines are hard to read
constexpr double textSize = 3.2; ///< mm
constexpr double highest = 400;  ///< mm of one text
constexpr double labelShare = 0.6;

} // namespace

ReceiptPainter::ReceiptPainter(const TicketFonts &fonts, QSizeF paper)
    : m_paper(paper)
    , m_fitter(fonts)
{
}

double ReceiptPainter::width() const
{
    return toUnits(std::min(widest, m_paper.width() - 2 * margin));
}

void ReceiptPainter::addText(const QString &text, double size, Weight weight, Align align)
{
    const QString drawn = m_fitter.fonts().drawable(sanitizedText(text, 1000), m_missing);
    const QRectF box(0, 0, width(), toUnits(highest));
    const int pixels = qRound(toUnits(size));
    const FittedText fitted = m_fitter.fit(drawn, box.size(), pixels, pixels, weight);
    m_blocks << Block{heightOf(fitted), layText(m_fitter, fitted, box, 0, align, weight)};
}

void ReceiptPainter::addLine(const ReceiptLine &line)
{
    const int pixels = qRound(toUnits(textSize));
    const QString label = m_fitter.fonts().drawable(sanitizedText(line.label, 1000), m_missing);
    const QString sum = m_fitter.fonts().drawable(sanitizedText(line.sum, 200), m_missing);
    // A sum is never broken for the sake of its label.
    const double sumWidth = std::min(m_fitter.widthOf(sum, pixels, Weight::Regular) + 1, width());
    const double labelWidth = std::max(width() - sumWidth - toUnits(2), width() * (1 - labelShare));
    const FittedText left = m_fitter.fit(label, {labelWidth, toUnits(highest)}, pixels, pixels, Weight::Regular);
    QList<PaperItem> items =
        layText(m_fitter, left, {0, 0, labelWidth, toUnits(highest)}, 0, Align::Left, Weight::Regular);
    const bool isBeside = labelWidth + sumWidth <= width();
    const double top = isBeside ? std::max(0.0, heightOf(left) - pixels * lineHeight) : heightOf(left);
    const QRectF place(0, top, width(), toUnits(highest));
    const FittedText right = m_fitter.fit(sum, place.size(), pixels, pixels, Weight::Regular);
    items << layText(m_fitter, right, place, 0, Align::Right, Weight::Regular);
    m_blocks << Block{std::max(heightOf(left), top + heightOf(right)), items};
}

void ReceiptPainter::addMode(const QString &mode)
{
    if (!mode.isEmpty())
        addText(mode, textSize * 1.3, Weight::Bold, Align::Center);
}

void ReceiptPainter::addGap(double millimetres)
{
    m_blocks << Block{toUnits(millimetres), {}};
}

void ReceiptPainter::addRule()
{
    m_blocks << Block{toUnits(2), {PaperAreas{{{0, toUnits(0.8), width(), toUnits(0.3)}}}}};
}

QList<PaperLayout> ReceiptPainter::receipt(const ReceiptFields &receipt, const QString &mode)
{
    addMode(mode);
    for (qsizetype i = 0; i < receipt.heading.size(); ++i)
        addText(receipt.heading.at(i), i == 0 ? textSize * 1.3 : textSize, i == 0 ? Weight::Bold : Weight::Regular,
                Align::Left);
    addRule();
    for (const ReceiptLine &line : receipt.lines)
        addLine(line);
    addRule();
    for (const QString &text : receipt.closing)
        addText(text, textSize, Weight::Regular, Align::Left);
    return pages(mode);
}

void ReceiptPainter::addRuler()
{
    PaperAreas marks;
    QList<PaperItem> items;
    const double thin = toUnits(0.15);
    const int length = static_cast<int>(toMillimetres(width()) / 10) * 10;
    for (int at = 0; at <= length; ++at) {
        const double high = at % 10 == 0 ? 5 : at % 5 == 0 ? 3.5 : 2;
        marks.areas << QRectF(toUnits(at) - thin / 2, 0, thin, toUnits(high));
    }
    marks.areas << QRectF(-thin / 2, 0, toUnits(length) + thin, thin);
    items << marks;
    const int pixels = qRound(toUnits(2.4));
    for (int at = 0; at <= length; at += 10)
        items << PaperText{{toUnits(at + 0.4), toUnits(7)}, 0, QString::number(at), pixels};
    m_blocks << Block{toUnits(8.5), items};
}

QList<PaperLayout> ReceiptPainter::testPage(const TestPageTexts &texts, int dpi, const QString &mode)
{
    addMode(mode);
    for (qsizetype i = 0; i < texts.heading.size(); ++i)
        addText(texts.heading.at(i), i == 0 ? 4.5 : textSize, i == 0 ? Weight::Bold : Weight::Regular, Align::Left);
    addGap(2);
    addText(texts.ruler, 2.8, Weight::Regular, Align::Left);
    addRuler();
    const QString sample = u"1234567890123456"_s;
    m_dot = static_cast<double>(layoutResolution) / dpi;
    const ModuleDots module = ModuleDots::of(dpi);
    const int modules = code128Modules(16) + 2 * code128QuietZone;
    for (int dots = module.min; dots <= module.good; ++dots) {
        const double length = modules * dots * m_dot;
        if (length > width())
            break;
        addText(texts.modules.arg(dots), 2.8, Weight::Regular, Align::Left);
        if (const auto code = layCode128(sample, {0, 0, length, toUnits(12)}, 0, dpi))
            m_blocks << Block{toUnits(13), *code};
    }
    if (const auto code = layQr(sample, {0, 0, toUnits(24), toUnits(24)}, dpi))
        m_blocks << Block{toUnits(25), *code};
    for (double size : {2.0, 3.0, 4.0}) {
        for (const Weight weight : {Weight::Regular, Weight::Bold})
            addText(texts.letters, size, weight, Align::Left);
    }
    addText(
        u"0123456789 ₽ € № « » “ ” „ – — … · • § ° × ± % & @ # ( ) [ ] { } < > / \\ + = * ! ?"_s,
        textSize, Weight::Regular, Align::Left);
    return pages(mode);
}

QList<PaperLayout> ReceiptPainter::pages(const QString &mode)
{
    const double room = m_paper.height() > 0 ? toUnits(m_paper.height() - 2 * margin) : toUnits(1e6);
    const auto toWholeDots = [this](double place) { return std::ceil(place / m_dot) * m_dot; };
    const double left = toWholeDots(toUnits(margin));
    QList<PaperLayout> pages;
    double top = 0;
    for (const Block &block : std::as_const(m_blocks)) {
        if (pages.isEmpty() || top + block.height > room) {
            pages << PaperLayout{{toUnits(m_paper.width()), toUnits(m_paper.height())}, {}};
            top = 0;
        }
        pages.last().items << movedItems(block.items, {left, toWholeDots(toUnits(margin) + top)});
        top += block.height;
    }
    if (m_paper.height() <= 0 && !pages.isEmpty())
        pages.last().size.setHeight(top + toUnits(2 * margin));
    for (PaperLayout &page : pages) {
        if (!mode.isEmpty())
            page.items << layAcross(m_fitter.fonts(), m_fitter.fonts().drawable(mode, m_missing),
                                    QRectF(QPointF(), page.size));
    }
    m_blocks.clear();
    return pages;
}

} // namespace okoshko
