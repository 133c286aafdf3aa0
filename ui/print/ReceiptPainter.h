// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/print/PrinterProfile.h"
#include "models/print/TicketFields.h"
#include "ui/print/TicketPainter.h"

#include <QList>
#include <QSizeF>

namespace okoshko {

/// The words of a test page.
struct TestPageTexts
{
    QStringList heading; ///< what it is, and of which printer
    QString ruler;       ///< that a part of it should be 50 mm long
    QString modules;     ///< `%1 dots a bar`
    QString letters;     ///< a sample of each alphabet
};

/// Lays out what has no template: receipts and test pages, as wide as the paper and as long as their content.
class ReceiptPainter final
{
public:
    /// \a paper: mm; a height of 0 lets the length follow the content, otherwise it goes on on further pages.
    ReceiptPainter(const TicketFonts &fonts, QSizeF paper);

    /// \a mode: printed across each page; empty in live selling.
    [[nodiscard]] QList<PaperLayout> receipt(const ReceiptFields &receipt, const QString &mode);
    /// A ruler, both codes with modules of two and three dots, and the characters of the font.
    [[nodiscard]] QList<PaperLayout> testPage(const TestPageTexts &texts, int dpi, const QString &mode);

    [[nodiscard]] const QString &missing() const { return m_missing; }

private:
    /// A part that stays on one page; its items begin at its top.
    struct Block
    {
        double height = 0;
        QList<PaperItem> items;
    };

    [[nodiscard]] double width() const;
    void addText(const QString &text, double size, TemplateElement::Weight weight, TemplateElement::Align align);
    void addLine(const ReceiptLine &line);
    void addMode(const QString &mode);
    void addGap(double millimetres);
    void addRule();
    void addRuler();
    [[nodiscard]] QList<PaperLayout> pages(const QString &mode);

    QSizeF m_paper;
    double m_dot = 1; ///< codes begin at whole ones, in layout units
    TextFitter m_fitter;
    QList<Block> m_blocks;
    QString m_missing;
};

} // namespace okoshko
