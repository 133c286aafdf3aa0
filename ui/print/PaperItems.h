// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/TicketFonts.h"

#include <QHash>
#include <QImage>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QStringList>

#include <tl/expected.hpp>

#include <variant>

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace okoshko {

/// Everything is laid out once, in units of this many per inch, for PDF files and for screens: in another resolution
/// lines would break elsewhere.
inline constexpr int layoutResolution = 1200;

[[nodiscard]] constexpr double toUnits(double millimetres)
{
    return millimetres * layoutResolution / 25.4;
}
[[nodiscard]] constexpr double toMillimetres(double units)
{
    return units * 25.4 / layoutResolution;
}
[[nodiscard]] QRectF toUnits(const QRectF &millimetres);

/// A line of text.
struct PaperText
{
    QPointF baseline;
    int rotation = 0; ///< degrees clockwise
    QString text;
    int pixels = 0;
    TemplateElement::Weight weight = TemplateElement::Weight::Regular;
    Qt::GlobalColor color = Qt::black;
};

/// Rectangles, each filled by a call of its own: where a path holds several, rasterizers draw bars one dot too wide.
struct PaperAreas
{
    QList<QRectF> areas;
    Qt::GlobalColor color = Qt::black;
};

struct PaperPicture
{
    QRectF box;
    QImage image;
};

/// Letters in outline, which lie over everything and leave it legible.
struct PaperOutline
{
    QPainterPath path;
    double width = 0;
};

using PaperItem = std::variant<PaperText, PaperAreas, PaperPicture, PaperOutline>;

/// Draws \a items, moved by \a corner, in layout units.
void paintItems(QPainter &painter, const TicketFonts &fonts, const QList<PaperItem> &items, QPointF corner);

[[nodiscard]] QList<PaperItem> movedItems(QList<PaperItem> items, QPointF by);

/// A text in its box: as large as it fits there.
struct FittedText
{
    int pixels = 0;
    QStringList lines;
};

/// Fits texts into boxes. It remembers them, as the tickets of an order have most in common. For one thread.
class TextFitter final
{
public:
    explicit TextFitter(const TicketFonts &fonts)
        : m_fonts(fonts)
    {
    }

    /// The largest size between \a floor and \a size at which \a text, broken into lines between words, fits into
    /// \a box. At the floor words are broken, too, and what is left over ends in an ellipsis. Sizes are pixels.
    [[nodiscard]] const FittedText &fit(const QString &text, QSizeF box, int size, int floor,
                                        TemplateElement::Weight weight);
    [[nodiscard]] double widthOf(const QString &text, int pixels, TemplateElement::Weight weight);
    [[nodiscard]] const TicketFonts &fonts() const { return m_fonts; }

private:
    enum class Breaks { BetweenWords, Anywhere };

    [[nodiscard]] const QFont &font(int pixels, TemplateElement::Weight weight);
    [[nodiscard]] std::optional<QStringList> linesOf(const QString &text, double width, int pixels,
                                                     TemplateElement::Weight weight, Breaks breaks);

    const TicketFonts &m_fonts;
    QHash<int, QFont> m_fontsBySize; ///< negative: bold
    QHash<QString, FittedText> m_fitted;
};

/// The lines of \a text in \a box, which is \a rotation degrees turned.
[[nodiscard]] QList<PaperItem> layText(TextFitter &fitter, const FittedText &text, const QRectF &box, int rotation,
                                       TemplateElement::Align align, TemplateElement::Weight weight,
                                       Qt::GlobalColor color = Qt::black);
/// The height of its lines.
[[nodiscard]] double heightOf(const FittedText &text);

/// Why a code cannot be drawn.
struct CodeFault
{
    enum class Reason {
        NotEncodable, ///< it has characters that the code does not have, or too many
        TooLong,      ///< it does not fit into its place with modules that the printer can print
    };

    Reason reason = Reason::NotEncodable;
    double needed = 0; ///< mm, for TooLong
};

/// A Code 128 of \a text, or a QR code, with its quiet zone on white in \a box (layout units), in whole dots of a print
/// head of \a dpi: each bar is a quarter of a dot narrower at each side, so that rasterizers fill the dots that are
/// meant and no others.
[[nodiscard]] tl::expected<QList<PaperItem>, CodeFault> layCode128(const QString &text, const QRectF &box, int rotation,
                                                                   int dpi);
[[nodiscard]] tl::expected<QList<PaperItem>, CodeFault> layQr(const QString &text, const QRectF &box, int dpi);

/// \a text across the whole of \a area, in outline.
[[nodiscard]] PaperItem layAcross(const TicketFonts &fonts, const QString &text, const QRectF &area);

} // namespace okoshko
