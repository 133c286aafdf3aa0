// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/print/PrintPort.h"
#include "models/print/TicketTemplate.h"
#include "ui/print/PdfDrawer.h"

#include <QImage>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QTranslator>

namespace okoshko::test {

/// Draws documents and reads them back as paper: the text by pdftotext, pictures by a rasterizer, codes by ZXing.
class DrawFixture
{
public:
    enum class Dots { Grey, Mono };
    enum class Code { Code128, Qr };
    enum class Rasterizer {
        Poppler,     ///< counts dots from the page's top, and rounds the edges of an area to whole dots
        Ghostscript, ///< counts them from its bottom, and fills each dot that an area touches
    };

    /// \a language: `ru` or `en`.
    explicit DrawFixture(const QString &language = QStringLiteral("ru"));
    ~DrawFixture();

    /// A profile that suits the shipped template \a id.
    [[nodiscard]] static PrinterProfile profileOf(const QString &id, int dpi);
    /// \a count tickets of one order, whose barcodes and seats differ.
    [[nodiscard]] static QList<TicketFields> tickets(int count);
    [[nodiscard]] static QString barcode(int ticket);

    /// Waits for the end of the drawing.
    [[nodiscard]] Printed<PrintDocument> draw(const Drawing &drawing);

    /// Of the whole file, with ordinary spaces and hyphens.
    [[nodiscard]] static QString textOf(const PrintDocument &document);
    /// A page from 1 on.
    [[nodiscard]] static QImage pictureOf(const PrintDocument &document, int page, int dpi, Dots dots,
                                          Rasterizer rasterizer = Rasterizer::Poppler);
    /// \a area of the page in mm.
    [[nodiscard]] static QImage cut(const QImage &page, const QRectF &area, int dpi);
    [[nodiscard]] static QString read(const QImage &picture, Code code);
    /// How much of the picture is black, 0…1.
    [[nodiscard]] static double blackness(const QImage &picture);

    [[nodiscard]] PdfDrawer &drawer() { return m_drawer; }
    [[nodiscard]] QThreadPool &pool() { return m_pool; }
    [[nodiscard]] QThreadPool &saving() { return m_saving; }
    [[nodiscard]] QString folder() const { return m_folder.filePath(QStringLiteral("documents")); }
    [[nodiscard]] QString pathOf(const QString &name) const { return m_folder.filePath(name); }

private:
    QTranslator m_words;
    QTemporaryDir m_folder;
    QThreadPool m_pool;
    QThreadPool m_saving;
    PdfDrawer m_drawer;
};

} // namespace okoshko::test
