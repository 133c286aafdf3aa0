// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/print/DrawFixture.h"

#include "models/print/TicketTemplateFile.h"
#include "translations/Translations.h"
#include "ui/print/TicketSamples.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <ZXing/ReadBarcode.h>

using namespace Qt::StringLiterals;

namespace okoshko::test {

namespace {

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(120'000) || process.exitCode() != 0)
        qWarning() << program << arguments << process.errorString() << process.readAllStandardError();
    return process.readAllStandardOutput();
}

} // namespace

DrawFixture::DrawFixture(const QString &language)
    : m_drawer(m_pool, m_saving, folder())
{
    registerTranslations();
    if (m_words.load(u":/i18n/okoshko_%1.qm"_s.arg(language)))
        QCoreApplication::installTranslator(&m_words);
    m_drawer.setLanguage(language);
}

DrawFixture::~DrawFixture()
{
    m_pool.waitForDone();
    m_saving.waitForDone();
}

PrinterProfile DrawFixture::profileOf(const QString &id, int dpi)
{
    const QList<TicketTemplate> templates = shippedTemplates();
    PrinterProfile profile;
    profile.name = u"Printer"_s;
    profile.ticketTemplate = id;
    profile.dpi = dpi;
    if (const TicketTemplate *found = findTemplate(templates, id)) {
        profile.width = found->page.width;
        profile.maxLength = found->page.height + 10;
    }
    return profile;
}

QString DrawFixture::barcode(int ticket)
{
    return QString::number(4600123456780000 + ticket);
}

QList<TicketFields> DrawFixture::tickets(int count)
{
    QList<TicketFields> tickets;
    for (int i = 0; i < count; ++i) {
        TicketFields ticket = TicketSamples::ticket(TicketSamples::Sample::Usual);
        ticket.texts[TicketField::Barcode] = barcode(i);
        ticket.texts[TicketField::Seat] = QString::number(i + 1);
        ticket.texts[TicketField::TicketOfOrder] = u"%1/%2"_s.arg(i + 1).arg(count);
        tickets << ticket;
    }
    return tickets;
}

Printed<PrintDocument> DrawFixture::draw(const Drawing &drawing)
{
    QObject context;
    std::optional<Printed<PrintDocument>> drawn;
    m_drawer.draw(drawing, &context, [&drawn](const Printed<PrintDocument> &result) { drawn = result; });
    if (drawn || !QTest::qWaitFor([&drawn] { return drawn.has_value(); }, 60'000))
        return tl::unexpected(PrintError{PrintTrouble::Other, {}, u"no answer, or one from within the call"_s});
    return *drawn;
}

QString DrawFixture::textOf(const PrintDocument &document)
{
    QString text = QString::fromUtf8(outputOf(u"pdftotext"_s, {u"-layout"_s, document.path, u"-"_s}));
    return text.replace(QChar(QChar::Nbsp), u' ').replace(QChar(0x202F), u' ').replace(QChar(0x2011), u'-');
}

QImage DrawFixture::pictureOf(const PrintDocument &document, int page, int dpi, Dots dots, Rasterizer rasterizer)
{
    const QString number = QString::number(page);
    if (rasterizer == Rasterizer::Ghostscript) {
        const QString device = dots == Dots::Mono ? u"pbmraw"_s : u"pgmraw"_s;
        return QImage::fromData(
            outputOf(u"gs"_s, {u"-q"_s, u"-dBATCH"_s, u"-dNOPAUSE"_s, u"-dSAFER"_s, u"-r%1"_s.arg(dpi),
                               u"-dFirstPage=%1"_s.arg(number), u"-dLastPage=%1"_s.arg(number),
                               u"-sDEVICE=%1"_s.arg(device), u"-sOutputFile=-"_s, document.path}));
    }
    QStringList arguments{u"-r"_s, QString::number(dpi), u"-f"_s, number, u"-l"_s, number, u"-singlefile"_s};
    arguments << (dots == Dots::Mono ? u"-mono"_s : u"-gray"_s);
    return QImage::fromData(outputOf(u"pdftoppm"_s, arguments << document.path));
}

QImage DrawFixture::cut(const QImage &page, const QRectF &area, int dpi)
{
    const double pixels = dpi / 25.4;
    return page.copy(QRectF(area.topLeft() * pixels, area.size() * pixels).toAlignedRect());
}

QString DrawFixture::read(const QImage &picture, Code code)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                static_cast<int>(grey.bytesPerLine()));
    const auto format = code == Code::Qr ? ZXing::BarcodeFormat::QRCode : ZXing::BarcodeFormat::Code128;
    const auto result = ZXing::ReadBarcode(view, ZXing::DecodeHints().setFormats(format));
    return result.isValid() ? QString::fromStdWString(result.text()) : QString();
}

double DrawFixture::blackness(const QImage &picture)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    qint64 black = 0;
    for (int y = 0; y < grey.height(); ++y) {
        for (int x = 0; x < grey.width(); ++x)
            black += qGray(grey.pixel(x, y)) < 128 ? 1 : 0;
    }
    return static_cast<double>(black) / std::max<double>(1, static_cast<double>(grey.width()) * grey.height());
}

} // namespace okoshko::test
