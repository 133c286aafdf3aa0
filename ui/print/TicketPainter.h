// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/print/DrawFault.h"
#include "models/print/TicketFields.h"
#include "models/print/TicketTemplate.h"
#include "ui/print/PaperItems.h"

#include <QString>

#include <tl/expected.hpp>

namespace okoshko {

/// What is laid out on one place of the paper, in layout units.
struct PaperLayout
{
    QSizeF size;
    QList<PaperItem> items; ///< in the order of drawing
};

/// Lays out tickets by a template, for one document. For one thread.
///
/// The marks are drawn over the template, so that nothing in it can hide them: `mode` (training, trial server) in
/// outline across the whole ticket, where only codes lie above it, and last of all, white on black, in the strip of the
/// marks; there, too, `copy`.
class TicketPainter final
{
public:
    /// \a ticketTemplate and \a fonts must outlive this. \a language: of the template's own words.
    TicketPainter(const TicketTemplate &ticketTemplate, const TicketFonts &fonts, int dpi, const QString &language);

    struct Marks
    {
        QString mode; ///< empty in live selling
        QString copy; ///< empty for the first issue
    };

    [[nodiscard]] tl::expected<PaperLayout, DrawFault> layOut(const TicketFields &fields, const Marks &marks);

    /// Characters that the fonts lack, of all tickets so far.
    [[nodiscard]] const QString &missing() const { return m_missing; }

private:
    /// An element with its content, before its place is known.
    struct Filled
    {
        const TemplateElement *element = nullptr;
        QString text;
        double height = 0; ///< of what there is; 0 if there is nothing
    };
    struct Layers
    {
        QList<PaperItem> below; ///< the mark across the ticket
        QList<PaperItem> codes; ///< above it, on white: they are to be read in training, too
    };

    [[nodiscard]] Filled fill(const TemplateElement &element, const TicketFields &fields);
    [[nodiscard]] tl::expected<QList<PaperItem>, DrawFault> lay(const Filled &filled, const QRectF &box);
    [[nodiscard]] tl::expected<QList<PaperItem>, DrawFault> layPicture(const TemplateElement &element,
                                                                       const QRectF &box);
    [[nodiscard]] tl::expected<void, DrawFault> add(const Filled &filled, const QRectF &box, Layers &layers);
    [[nodiscard]] tl::expected<double, DrawFault> flow(const QList<Filled> &elements, double top, Layers &layers);
    [[nodiscard]] QList<PaperItem> strip(const QString &words);

    const TicketTemplate &m_template;
    TextFitter m_fitter;
    int m_dpi;
    QString m_language;
    QHash<const TemplateElement *, QImage> m_pictures;
    qint64 m_pixels = 0; ///< of the pictures
    QString m_missing;
};

} // namespace okoshko
