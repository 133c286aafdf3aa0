// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/PaperItems.h"

#include "ui/widgets/QrCode.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <algorithm>
#include <cmath>
#include <exception>

namespace okoshko {

namespace {

using Align = TemplateElement::Align;
using Weight = TemplateElement::Weight;

constexpr double baselineAt = 0.95; ///< from the top of a line, in the font's size
constexpr double inset = 0.25;      ///< dots

void paint(QPainter &painter, const TicketFonts &fonts, const PaperText &item)
{
    painter.setPen(item.color);
    painter.setFont(fonts.font(item.pixels, item.weight));
    if (item.rotation == 0)
        return painter.drawText(item.baseline, item.text);
    painter.save();
    painter.translate(item.baseline);
    painter.rotate(item.rotation);
    painter.drawText(QPointF(), item.text);
    painter.restore();
}

void paint(QPainter &painter, const TicketFonts &, const PaperAreas &item)
{
    for (const QRectF &area : item.areas)
        painter.fillRect(area, item.color);
}

void paint(QPainter &painter, const TicketFonts &, const PaperPicture &item)
{
    painter.drawImage(item.box, item.image);
}

void paint(QPainter &painter, const TicketFonts &, const PaperOutline &item)
{
    painter.strokePath(item.path, QPen(Qt::black, item.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

/// Where a point of a content lies that is turned into \a box; the content's own corner is its top left.
QPointF turned(QPointF point, const QRectF &box, int rotation)
{
    switch (rotation) {
    case 90:
        return {box.right() - point.y(), box.top() + point.x()};
    case 180:
        return {box.right() - point.x(), box.bottom() - point.y()};
    case 270:
        return {box.left() + point.y(), box.bottom() - point.x()};
    default:
        return box.topLeft() + point;
    }
}

QRectF turned(const QRectF &area, const QRectF &box, int rotation)
{
    return QRectF(turned(area.topLeft(), box, rotation), turned(area.bottomRight(), box, rotation)).normalized();
}

QSizeF contentSize(const QRectF &box, int rotation)
{
    return rotation % 180 == 0 ? box.size() : box.size().transposed();
}

/// The whole dots within \a box, in dots.
QRectF wholeDots(const QRectF &box, double dot)
{
    constexpr double nearly = 0.001; // rounding
    const double left = std::ceil(box.left() / dot - nearly);
    const double top = std::ceil(box.top() / dot - nearly);
    return {left, top, std::floor(box.right() / dot + nearly) - left, std::floor(box.bottom() / dot + nearly) - top};
}

QRectF scaled(const QRectF &dots, double dot)
{
    return {dots.x() * dot, dots.y() * dot, dots.width() * dot, dots.height() * dot};
}

} // namespace

QRectF toUnits(const QRectF &millimetres)
{
    return {toUnits(millimetres.x()), toUnits(millimetres.y()), toUnits(millimetres.width()),
            toUnits(millimetres.height())};
}

void paintItems(QPainter &painter, const TicketFonts &fonts, const QList<PaperItem> &items, QPointF corner)
{
    painter.save();
    painter.translate(corner);
    for (const PaperItem &item : items)
        std::visit([&](const auto &part) { paint(painter, fonts, part); }, item);
    painter.restore();
}

QList<PaperItem> movedItems(QList<PaperItem> items, QPointF by)
{
    for (PaperItem &item : items) {
        if (auto *text = std::get_if<PaperText>(&item)) {
            text->baseline += by;
        } else if (auto *areas = std::get_if<PaperAreas>(&item)) {
            for (QRectF &area : areas->areas)
                area.translate(by);
        } else if (auto *picture = std::get_if<PaperPicture>(&item)) {
            picture->box.translate(by);
        } else if (auto *outline = std::get_if<PaperOutline>(&item)) {
            outline->path.translate(by);
        }
    }
    return items;
}

const QFont &TextFitter::font(int pixels, Weight weight)
{
    const int key = weight == Weight::Bold ? -pixels : pixels;
    auto found = m_fontsBySize.find(key);
    if (found == m_fontsBySize.end())
        found = m_fontsBySize.insert(key, m_fonts.font(pixels, weight));
    return *found;
}

double TextFitter::widthOf(const QString &text, int pixels, Weight weight)
{
    return QFontMetricsF(font(pixels, weight)).horizontalAdvance(text);
}

std::optional<QStringList> TextFitter::linesOf(const QString &text, double width, int pixels, Weight weight,
                                               Breaks breaks)
{
    QString lined = text;
    lined.replace(u'\n', QChar(QChar::LineSeparator));
    QTextLayout layout(lined, font(pixels, weight));
    QTextOption option;
    option.setWrapMode(breaks == Breaks::Anywhere ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::WordWrap);
    option.setTextDirection(Qt::LeftToRight);
    layout.setTextOption(option);
    QStringList lines;
    bool fits = true;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        fits = fits && (breaks == Breaks::Anywhere || line.naturalTextWidth() <= width);
        QString part = lined.mid(line.textStart(), line.textLength());
        while (part.endsWith(u' ') || part.endsWith(QChar(QChar::LineSeparator)))
            part.chop(1);
        lines << part;
    }
    layout.endLayout();
    return fits ? std::optional(lines) : std::nullopt;
}

const FittedText &TextFitter::fit(const QString &text, QSizeF box, int size, int floor, Weight weight)
{
    const QString key = QStringLiteral("%1/%2/%3/%4/%5/")
                            .arg(box.width())
                            .arg(box.height())
                            .arg(size)
                            .arg(floor)
                            .arg(static_cast<int>(weight)) +
                        text;
    if (const auto found = m_fitted.constFind(key); found != m_fitted.cend())
        return *found;

    const auto fitsAt = [&](int pixels) -> std::optional<QStringList> {
        const double height = pixels * lineHeight;
        if (height > box.height() + 1)
            return std::nullopt;
        auto lines = linesOf(text, box.width(), pixels, weight, Breaks::BetweenWords);
        return lines && static_cast<double>(lines->size()) * height <= box.height() + 1 ? lines : std::nullopt;
    };
    if (auto lines = fitsAt(size))
        return *m_fitted.insert(key, {size, *lines});
    // The largest size that fits, if there is one.
    std::optional<FittedText> best;
    for (int low = floor, high = size - 1; low <= high;) {
        const int middle = (low + high + 1) / 2;
        if (auto lines = fitsAt(middle)) {
            best = FittedText{middle, *lines};
            low = middle + 1;
        } else {
            high = middle - 1;
        }
    }
    if (best)
        return *m_fitted.insert(key, *best);

    QStringList lines = *linesOf(text, box.width(), floor, weight, Breaks::Anywhere);
    const auto most = std::max<qsizetype>(1, static_cast<qsizetype>((box.height() + 1) / (floor * lineHeight)));
    if (lines.size() > most) {
        const QString rest = lines.mid(most - 1).join(u' ');
        lines = lines.first(most);
        lines.last() = QFontMetricsF(font(floor, weight)).elidedText(rest, Qt::ElideRight, box.width());
    }
    return *m_fitted.insert(key, {floor, lines});
}

QList<PaperItem> layText(TextFitter &fitter, const FittedText &text, const QRectF &box, int rotation, Align align,
                         Weight weight, Qt::GlobalColor color)
{
    QList<PaperItem> items;
    const double width = contentSize(box, rotation).width();
    double top = 0;
    for (const QString &line : text.lines) {
        double left = 0;
        if (align != Align::Left) {
            const double free = width - fitter.widthOf(line, text.pixels, weight);
            left = std::max(0.0, align == Align::Right ? free : free / 2);
        }
        const QPointF baseline(left, top + text.pixels * baselineAt);
        items << PaperText{turned(baseline, box, rotation), rotation, line, text.pixels, weight, color};
        top += text.pixels * lineHeight;
    }
    return items;
}

double heightOf(const FittedText &text)
{
    return static_cast<double>(text.lines.size()) * text.pixels * lineHeight;
}

tl::expected<QList<PaperItem>, CodeFault> layCode128(const QString &text, const QRectF &box, int rotation, int dpi)
{
    ZXing::BitMatrix bars;
    try { // ZXing throws if a text cannot be encoded
        bars = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::Code128).setMargin(0).encode(text.toStdWString(), 0, 0);
    } catch (const std::exception &) {
        return tl::unexpected(CodeFault{CodeFault::Reason::NotEncodable});
    }
    const double dot = static_cast<double>(layoutResolution) / dpi;
    const ModuleDots module = ModuleDots::of(dpi);
    const QRectF dots = wholeDots(box, dot);
    const QSizeF room = contentSize(dots, rotation);
    const int modules = bars.width() + 2 * code128QuietZone;
    const int perModule = std::min(module.max, static_cast<int>(room.width()) / modules);
    if (perModule < module.min) {
        const double needed = toMillimetres((modules * module.min + 1) * dot);
        return tl::unexpected(CodeFault{CodeFault::Reason::TooLong, needed});
    }
    const double begin = std::floor((room.width() - bars.width() * perModule) / 2);
    PaperAreas black;
    for (int from = 0; from < bars.width();) {
        int to = from;
        while (to < bars.width() && bars.get(to, 0))
            ++to;
        if (to > from) {
            const QRectF bar(begin + from * perModule + inset, 0, (to - from) * perModule - 2 * inset, room.height());
            black.areas << scaled(turned(bar, dots, rotation), dot);
        }
        from = std::max(to, from + 1);
    }
    return QList<PaperItem>{PaperAreas{{box}, Qt::white}, black};
}

tl::expected<QList<PaperItem>, CodeFault> layQr(const QString &text, const QRectF &box, int dpi)
{
    const QImage modules = QrCode::encode(text); // with its quiet zone
    if (modules.isNull())
        return tl::unexpected(CodeFault{CodeFault::Reason::NotEncodable});
    const double dot = static_cast<double>(layoutResolution) / dpi;
    const ModuleDots module = ModuleDots::of(dpi);
    const QRectF dots = wholeDots(box, dot);
    const int perModule = static_cast<int>(std::min(dots.width(), dots.height())) / modules.width();
    if (perModule < module.min) {
        const double needed = toMillimetres((modules.width() * module.min + 1) * dot);
        return tl::unexpected(CodeFault{CodeFault::Reason::TooLong, needed});
    }
    const QPointF corner = dots.topLeft() + QPointF(std::floor((dots.width() - modules.width() * perModule) / 2),
                                                    std::floor((dots.height() - modules.width() * perModule) / 2));
    const auto isBlack = [&modules](int x, int y) { return qGray(modules.pixel(x, y)) < 128; };
    PaperAreas black;
    for (int y = 0; y < modules.height(); ++y) {
        for (int from = 0; from < modules.width();) {
            int to = from;
            while (to < modules.width() && isBlack(to, y))
                ++to;
            if (to > from) {
                const QRectF run(from * perModule + inset, y * perModule + inset, (to - from) * perModule - 2 * inset,
                                 perModule - 2 * inset);
                black.areas << scaled(run.translated(corner), dot);
            }
            from = std::max(to, from + 1);
        }
    }
    return QList<PaperItem>{PaperAreas{{box}, Qt::white}, black};
}

PaperItem layAcross(const TicketFonts &fonts, const QString &text, const QRectF &area)
{
    constexpr int drawnAt = 1000;  // pixels, before it is scaled
    constexpr double share = 0.9;  // of the area
    constexpr double stroke = 0.3; // mm
    QPainterPath letters;
    letters.addText(QPointF(), fonts.font(drawnAt, Weight::Bold), text);
    const QRectF bounds = letters.boundingRect();
    if (bounds.isEmpty())
        return PaperOutline{};
    const double angle = std::atan2(area.height(), area.width());
    const QSizeF turned(bounds.width() * std::cos(angle) + bounds.height() * std::sin(angle),
                        bounds.width() * std::sin(angle) + bounds.height() * std::cos(angle));
    const double scale = share * std::min(area.width() / turned.width(), area.height() / turned.height());
    QTransform place;
    place.translate(area.center().x(), area.center().y());
    place.rotateRadians(-angle);
    place.scale(scale, scale);
    place.translate(-bounds.center().x(), -bounds.center().y());
    return PaperOutline{place.map(letters), toUnits(stroke)};
}

} // namespace okoshko
