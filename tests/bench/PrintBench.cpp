// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/print/TicketTemplateFile.h"
#include "tests/bench/Rows.h"
#include "ui/print/PdfDrawer.h"
#include "ui/print/TicketSamples.h"

#include <QTemporaryDir>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace okoshko::bench {

namespace {

constexpr int rounds = 11;
constexpr int manyTickets = 100;

Drawing drawingOf(const TicketTemplate &ticketTemplate, int tickets)
{
    Drawing drawing;
    drawing.job = QUuid::createUuid();
    drawing.profile.ticketTemplate = ticketTemplate.id;
    drawing.profile.width = ticketTemplate.page.width;
    drawing.profile.maxLength = ticketTemplate.page.height;
    drawing.profile.dpi = 203;
    for (int i = 0; i < tickets; ++i) {
        TicketFields ticket = TicketSamples::ticket(TicketSamples::Sample::Usual);
        ticket.texts[TicketField::Barcode] = QString::number(4600123456780000 + i);
        ticket.texts[TicketField::Seat] = QString::number(i + 1);
        ticket.texts[TicketField::TicketOfOrder] = u"%1/%2"_s.arg(i + 1).arg(tickets);
        drawing.tickets << ticket;
    }
    return drawing;
}

/// Milliseconds until the document is written.
double draw(PdfDrawer &drawer, const Drawing &drawing)
{
    QObject context;
    bool isDrawn = false;
    const double begin = now();
    drawer.draw(drawing, &context, [&isDrawn](const Printed<PrintDocument> &drawn) {
        if (!drawn)
            qFatal("not drawn: %s", qUtf8Printable(drawn.error().detail));
        isDrawn = true;
    });
    runUntil([&isDrawn] { return isDrawn; });
    drawer.discard(drawing.job);
    return now() - begin;
}

} // namespace

QList<Row> measureTicketPdf(const QString &folder)
{
    const QTemporaryDir files(folder + u"/print-XXXXXX"_s);
    QThreadPool pool;
    PdfDrawer drawer(pool, pool, files.path());
    const TicketTemplate roll = *findTemplate(shippedTemplates(), u"roll-80"_s);
    static_cast<void>(draw(drawer, drawingOf(roll, 1))); // reads the fonts
    QList<double> single;
    QList<double> further;
    for (int i = 0; i < rounds; ++i) {
        single << draw(drawer, drawingOf(roll, 1));
        further << (draw(drawer, drawingOf(roll, manyTickets)) - single.last()) / (manyTickets - 1);
    }
    return {{u"ticket_pdf_ms"_s, median(single), u"ms"_s, {}, 12},
            {u"ticket_pdf_further_ms"_s, median(further), u"ms"_s, {}, 2}};
}

} // namespace okoshko::bench
