// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/PdfDrawer.h"

#include "models/domain/AtomicFile.h"
#include "models/print/TicketTemplateFile.h"
#include "ui/print/ReceiptPainter.h"
#include "ui/print/TicketPainter.h"
#include "ui/text/PrintText.h"
#include "ui/text/TemplateText.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QPointF>
#include <QSize>
#include <QThreadPool>

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

Q_LOGGING_CATEGORY(log, "okoshko.print")

using Drawn = tl::expected<PrintDocument, DrawFault>;
using Reason = DrawFault::Reason;

constexpr double tolerance = 0.5; ///< mm, of a paper's size
constexpr double pointsPerInch = 72;

/// All that a drawing needs on its thread.
struct Task
{
    Drawing drawing;
    std::optional<TicketTemplate> ticketTemplate;
    QStringList copyMarks; ///< of each ticket; empty for a first issue
    TestPageTexts test;
    QString language;
    QString folder; ///< to be created; empty if the path was given
    QString path;
    TicketFonts fonts;
    QList<TicketFields> samples; ///< of a test page: tickets that have to fit the paper, too

    [[nodiscard]] bool isForPrinter() const { return drawing.filePath.isEmpty(); }
};

bool isTest(const Drawing &drawing)
{
    return drawing.tickets.isEmpty() && !drawing.receipt;
}

/// Pages are whole points high: Qt rounds them, and would cut what it loses.
double toWholePoints(double units)
{
    const double point = layoutResolution / pointsPerInch;
    return std::ceil(units / point - 0.01) * point;
}

QPageSize pageSize(QSizeF units)
{
    const QSizeF millimetres(toMillimetres(units.width()), toMillimetres(units.height()));
    const QPageSize::PageSizeId id = QPageSize::id(millimetres, QPageSize::Millimeter, QPageSize::FuzzyMatch);
    if (id != QPageSize::Custom)
        return QPageSize(id);
    const double point = layoutResolution / pointsPerInch;
    return QPageSize(QSize(qRound(units.width() / point), qRound(units.height() / point)));
}

/// Places the tickets on pages: one below another, from the profile's first free place on.
QList<PaperLayout> toPages(const QList<PaperLayout> &tickets, const TicketPage &page, int firstSlot, int dpi)
{
    QList<PaperLayout> pages;
    if (page.length == TicketPage::Length::Flow) {
        double height = 0;
        for (const PaperLayout &ticket : tickets)
            height = std::max(height, ticket.size.height());
        for (const PaperLayout &ticket : tickets)
            pages << PaperLayout{{ticket.size.width(), height}, ticket.items};
        return pages;
    }
    const double dot = static_cast<double>(layoutResolution) / dpi;
    int place = std::clamp(firstSlot - 1, 0, page.places - 1);
    for (const PaperLayout &ticket : tickets) {
        if (pages.isEmpty() || place == page.places) {
            place = pages.isEmpty() ? place : 0;
            pages << PaperLayout{{toUnits(page.width), toUnits(page.height)}, {}};
        }
        // From a whole dot on, or the bars would lie between dots.
        const double top = std::round(place * ticket.size.height() / dot) * dot;
        pages.last().items << movedItems(ticket.items, {0, top});
        ++place;
    }
    return pages;
}

tl::expected<QList<PaperLayout>, DrawFault> layTickets(const Task &task, const QList<TicketFields> &fields,
                                                       QString &missing)
{
    const PrinterProfile &profile = task.drawing.profile;
    if (!task.ticketTemplate)
        return tl::unexpected(DrawFault{Reason::NoTemplate, profile.ticketTemplate});
    const TicketTemplate &ticketTemplate = *task.ticketTemplate;
    // One that was changed by hand since it was saved could hide the marks of copies.
    if (const QList<TemplateFault> faults = check(ticketTemplate, profile.dpi); !isUsable(faults))
        return tl::unexpected(DrawFault{.reason = Reason::TemplateFaulty, .fault = faults.first()});
    TicketPainter painter(ticketTemplate, task.fonts, profile.dpi, task.language);
    QList<PaperLayout> tickets;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        auto laid = painter.layOut(fields.at(i), {task.drawing.mark, task.copyMarks.value(i)});
        if (!laid)
            return tl::unexpected(laid.error());
        tickets << *laid;
    }
    missing += painter.missing();
    return toPages(tickets, ticketTemplate.page, task.isForPrinter() ? profile.firstSlot : 1, profile.dpi);
}

/// Makes \a pages of one size, as the printer is told one size for the whole document.
tl::expected<void, DrawFault> fit(QList<PaperLayout> &pages, const Task &task)
{
    QSizeF size;
    for (const PaperLayout &page : std::as_const(pages))
        size = size.expandedTo(page.size);
    size.setHeight(toWholePoints(size.height()));
    const PrinterProfile &profile = task.drawing.profile;
    if (task.isForPrinter() && toMillimetres(size.width()) > profile.width + tolerance)
        return tl::unexpected(DrawFault{Reason::TooWide, {}, toMillimetres(size.width()), profile.width});
    if (task.isForPrinter() && toMillimetres(size.height()) > profile.maxLength + tolerance)
        return tl::unexpected(DrawFault{Reason::TooLong, {}, toMillimetres(size.height()), profile.maxLength});
    for (PaperLayout &page : pages)
        page.size = size;
    return {};
}

/// The paper of what has no template: the template's page, a standard sheet if the profile has its size, otherwise a
/// roll (height 0).
QSizeF plainPaper(const Task &task)
{
    const PrinterProfile &profile = task.drawing.profile;
    if (task.ticketTemplate && task.ticketTemplate->page.length == TicketPage::Length::Fixed)
        return {task.ticketTemplate->page.width, task.ticketTemplate->page.height};
    const QSizeF sheet(profile.width, profile.maxLength);
    if (task.ticketTemplate && !task.samples.isEmpty())
        return {task.ticketTemplate->page.width, 0};
    const bool isSheet =
        !task.ticketTemplate && QPageSize::id(sheet, QPageSize::Millimeter, QPageSize::FuzzyMatch) != QPageSize::Custom;
    return isSheet ? sheet : QSizeF(profile.width, 0);
}

tl::expected<QList<PaperLayout>, DrawFault> layDocument(const Task &task, QString &missing)
{
    QList<PaperLayout> pages;
    if (!task.samples.isEmpty()) {
        QString ofSamples;
        auto tickets = layTickets(task, task.samples, ofSamples);
        const auto fits = tickets ? fit(*tickets, task) : tl::unexpected(tickets.error());
        if (!fits)
            return tl::unexpected(fits.error());
    }
    if (!task.drawing.tickets.isEmpty()) {
        auto tickets = layTickets(task, task.drawing.tickets, missing);
        if (!tickets)
            return tickets;
        pages = *tickets;
    }
    ReceiptPainter painter(task.fonts, plainPaper(task));
    if (task.drawing.receipt)
        pages << painter.receipt(*task.drawing.receipt, task.drawing.mark);
    else if (task.drawing.tickets.isEmpty())
        pages << painter.testPage(task.test, task.drawing.profile.dpi, task.drawing.mark);
    for (const QChar character : painter.missing()) {
        if (!missing.contains(character))
            missing += character;
    }
    if (const auto fits = fit(pages, task); !fits)
        return tl::unexpected(fits.error());
    return pages;
}

/// Where the printer's dots lie on a page of whole points. Some rasterizers count them from the top, others from the
/// bottom: only on a page of whole dots do they agree. The print service puts that page into the middle of one of
/// whole points, which moves it by half of the difference: hence the content is moved by a quarter the other way, and
/// is at most an eighth of a dot off in all of them, half of a bar's inset.
class DotGrid
{
public:
    DotGrid(const QPageSize &page, int dpi)
        : m_points(page.sizePoints())
        , m_dotsInPoint(std::max(1, dpi) / pointsPerInch)
        , m_added(std::round(m_points.height() * m_dotsInPoint) - m_points.height() * m_dotsInPoint)
    {
    }

    /// Of the content, in layout units. QPdfWriter counts from the top of the page of whole points.
    [[nodiscard]] QPointF corner() const
    {
        const double dot = layoutResolution / pointsPerInch / m_dotsInPoint;
        return {0, (m_added / 4 - m_added) * dot};
    }

    /// Makes the pages of \a pdf whole dots high, which QPdfWriter cannot. No byte may move, as the file has a table of
    /// its parts' places.
    void apply(QByteArray &pdf) const
    {
        const auto height = [this](double points) {
            return "/MediaBox [0 0 " + QByteArray::number(m_points.width(), 'f', 6) + ' ' +
                   QByteArray::number(points, 'f', 6);
        };
        const QByteArray from = height(m_points.height());
        // Rounded down: a page of a millionth of a dot more would be a whole dot higher.
        const QByteArray to = height(m_points.height() + m_added / m_dotsInPoint - 0.000001);
        if (to.size() == from.size())
            pdf.replace(from, to);
    }

private:
    QSize m_points;
    double m_dotsInPoint;
    double m_added; ///< dots that a page of whole dots is higher
};

QByteArray toPdf(const QList<PaperLayout> &pages, const QPageSize &size, const TicketFonts &fonts, int dpi)
{
    const DotGrid grid(size, dpi);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(layoutResolution);
    writer.setPageSize(size);
    writer.setPageMargins({});
    writer.setCreator(u"Okoshko"_s);
    QPainter painter(&writer);
    painter.setRenderHint(QPainter::LosslessImageRendering); // else a picture becomes a JPEG with grey around its edges
    for (qsizetype i = 0; i < pages.size(); ++i) {
        if (i > 0)
            writer.newPage();
        paintItems(painter, fonts, pages.at(i).items, grid.corner());
    }
    painter.end();
    grid.apply(bytes);
    return bytes;
}

Drawn drawDocument(const Task &task)
{
    PrintDocument document;
    const auto pages = layDocument(task, document.missing);
    if (!pages)
        return tl::unexpected(pages.error());
    const QPageSize size = pageSize(pages->first().size);
    const QByteArray bytes = toPdf(*pages, size, task.fonts, task.drawing.profile.dpi);
    if (!task.folder.isEmpty()) {
        // A folder that cannot be created is reported by the file that cannot be written into it.
        QDir().mkdir(task.folder); // not its parent: a profile's folder that has gone stays gone
        QFile::setPermissions(task.folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    const auto written = writeAtomically(task.path, bytes);
    if (!written)
        return tl::unexpected(DrawFault{Reason::NotWritten, {}, 0, 0, written.error()});
    document.path = task.path;
    document.page = size.size(QPageSize::Millimeter);
    document.pages = static_cast<int>(pages->size());
    return document;
}

PrintTrouble troubleOf(const DrawFault &fault)
{
    switch (fault.reason) {
    case Reason::TooLong:
        return PrintTrouble::TooLong;
    case Reason::TooWide:
        return PrintTrouble::SizeUnsupported;
    case Reason::NoTemplate:
    case Reason::TemplateFaulty:
    case Reason::NoBarcode:
    case Reason::BadBarcode:
    case Reason::CodeTooLong:
    case Reason::BadPicture:
    case Reason::NotWritten:
        return PrintTrouble::NotDrawn;
    }
    Q_UNREACHABLE();
}

} // namespace

PdfDrawer::PdfDrawer(QThreadPool &pool, QThreadPool &saving, const QString &folder)
    : m_pool(pool)
    , m_saving(saving)
    , m_folder(folder)
    , m_templates(shippedTemplates())
    , m_language(u"ru"_s)
    , m_drawn([this](const Letter &letter) { deliver(letter); })
{
    // Of an earlier run, which may have been killed while it wrote or deleted them: no job is sent by a later run.
    for (const QString &name : QDir(folder).entryList({u"*.pdf"_s, u"*.pdf.*"_s}, QDir::Files))
        remove(QDir(folder).filePath(name));
}

PdfDrawer::~PdfDrawer() = default;

std::optional<DrawFault> PdfDrawer::faultOf(const PrinterProfile &profile, const QList<TicketTemplate> &templates,
                                            const TicketFonts &fonts, TicketSamples::Sample sample)
{
    Task task{{}, {}, {PrintText::duplicate(1)}, {}, u"ru"_s, {}, {}, fonts, {}};
    task.drawing.profile = profile;
    task.drawing.tickets << TicketSamples::ticket(sample);
    if (const TicketTemplate *found = findTemplate(templates, profile.ticketTemplate))
        task.ticketTemplate = *found;
    QString missing;
    const auto laid = layDocument(task, missing);
    return laid ? std::nullopt : std::optional(laid.error());
}

QString PdfDrawer::pathOf(const QUuid &job) const
{
    return u"%1/%2.pdf"_s.arg(m_folder, job.toString(QUuid::WithoutBraces));
}

Call PdfDrawer::draw(const Drawing &drawing, QObject *context, ThenPrinted<PrintDocument> then)
{
    Task task{drawing, {}, {}, {}, m_language, {}, drawing.filePath, m_fonts, {}};
    if (drawing.filePath.isEmpty()) {
        task.folder = m_folder;
        task.path = pathOf(drawing.job);
    }
    if (const TicketTemplate *found = findTemplate(m_templates, drawing.profile.ticketTemplate))
        task.ticketTemplate = *found;
    // Translators are for the main thread.
    for (const TicketFields &ticket : drawing.tickets) {
        const int copy = ticket.copy.duplicate;
        task.copyMarks << (copy == 0 ? QString() : PrintText::duplicate(copy) + u" · "_s + drawing.printedAt);
    }
    if (isTest(drawing) && drawing.profile.prints.testFlag(PrinterProfile::Prints::Tickets))
        task.samples << TicketSamples::ticket(TicketSamples::Sample::Usual, m_language);
    task.test.heading = {tr("Test page"), drawing.profile.name,
                         tr("%1 dpi, paper %2 mm wide, at most %3 mm long")
                             .arg(drawing.profile.dpi)
                             .arg(drawing.profile.width)
                             .arg(drawing.profile.maxLength),
                         drawing.printedAt};
    task.test.heading.removeAll(QString());
    task.test.ruler = tr("Millimetres: check them with a ruler.");
    task.test.modules = tr("Barcode, thin bars of %1 dots:");
    task.test.letters = u"АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ абвгдеёжзийклмнопрстуфхцчшщъыьэюя "
                        "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz"_s;

    const int number = ++m_last;
    Call call = Call::begin();
    m_pending.insert(number,
                     {drawing.job, call, context, std::move(then), task.folder.isEmpty() ? QString() : task.path});
    QThreadPool &pool = task.folder.isEmpty() ? m_saving : m_pool;
    pool.start([slot = m_drawn.slot(), number, task = std::move(task)] { slot.put({number, drawDocument(task)}); });
    return call;
}

void PdfDrawer::deliver(const Letter &letter)
{
    Pending pending = m_pending.take(letter.number);
    if (!pending.context || !pending.call.isPending()) {
        // Nobody knows of this document, so nobody would delete it.
        if (!pending.ownPath.isEmpty())
            remove(pending.ownPath);
        return;
    }
    pending.call.end();
    if (letter.drawn)
        return pending.then(*letter.drawn);
    const DrawFault &fault = letter.drawn.error();
    const QString detail =
        u"not drawn: reason %1, %2 %3"_s.arg(static_cast<int>(fault.reason)).arg(fault.file.detail).arg(fault.needed);
    qCWarning(log).noquote() << pending.job.toString(QUuid::WithoutBraces) << detail;
    pending.then(tl::unexpected(PrintError{troubleOf(fault), TemplateText::of(fault), detail}));
}

void PdfDrawer::remove(const QString &path)
{
    m_pool.start([path] { QFile::remove(path); });
}

void PdfDrawer::discard(const QUuid &job)
{
    remove(pathOf(job));
}

} // namespace okoshko
