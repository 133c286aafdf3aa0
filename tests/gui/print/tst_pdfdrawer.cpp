// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/print/TicketTemplateFile.h"
#include "tests/gui/print/DrawFixture.h"
#include "tests/support/TestProgram.h"
#include "ui/print/TicketSamples.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QImageReader>
#include <QScopeGuard>
#include <QSemaphore>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_pdfdrawer {

using Code = DrawFixture::Code;
using Dots = DrawFixture::Dots;
using Rasterizer = DrawFixture::Rasterizer;
using Sample = TicketSamples::Sample;

namespace {

const TicketTemplate &templateOf(const QString &id)
{
    static const QList<TicketTemplate> templates = shippedTemplates();
    return *findTemplate(templates, id);
}

Drawing drawingOf(const QString &id, int dpi, const QList<TicketFields> &tickets)
{
    return {QUuid::createUuid(), DrawFixture::profileOf(id, dpi), tickets, {}, {}, {}, u"12.05.2026 18:03, Касса 2"_s};
}

/// What a scanner reads on the page at \a place (from 0), at the code's own place of the template; on a roll anywhere.
QString codeAt(const QImage &page, const TicketTemplate &given, int place, int dpi, Code code = Code::Code128)
{
    const auto kind = code == Code::Qr ? TemplateElement::Kind::Qr : TemplateElement::Kind::Code128;
    const auto element = std::ranges::find(given.elements, kind, &TemplateElement::kind);
    if (given.page.length == TicketPage::Length::Flow)
        return DrawFixture::read(page, code);
    const QRectF area = element->box.translated(0, place * given.page.ticket().height());
    QImage cut = DrawFixture::cut(page, area, dpi);
    if (element->rotation == 90)
        cut = cut.transformed(QTransform().rotate(-90));
    return DrawFixture::read(cut, code);
}

} // namespace

/// Documents as they come out of a printer, read back. Leaves them in build/printed.
class PdfDrawerTest : public QObject
{
    Q_OBJECT

private:
    static void keep(const PrintDocument &document, const QString &name)
    {
        const QString path = QStringLiteral(OKOSHKO_PRINTED) + u'/' + name + u".pdf"_s;
        QFile::remove(path);
        QVERIFY(QFile::copy(document.path, path));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir().mkpath(QStringLiteral(OKOSHKO_PRINTED)));
        QImageReader::setAllocationLimit(512); // MB; for A4 at 600 dpi
    }

    void isReadBack_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("dpi");
        QTest::addColumn<Sample>("sample");
        for (const TicketTemplate &each : shippedTemplates()) {
            for (const QString &language : {u"ru"_s, u"en"_s}) {
                for (int dpi : {203, 300}) {
                    for (const Sample sample : {Sample::Usual, Sample::Longest}) {
                        const char *name = sample == Sample::Usual ? "usual" : "longest";
                        QTest::addRow("%s, %s, %d, %s", qPrintable(each.id), qPrintable(language), dpi, name)
                            << each.id << language << dpi << sample;
                    }
                }
            }
        }
    }

    void isReadBack()
    {
        QFETCH(QString, id);
        QFETCH(QString, language);
        QFETCH(int, dpi);
        QFETCH(Sample, sample);
        DrawFixture fixture(language);
        TicketFields fields = TicketSamples::ticket(sample, language);
        const auto drawn = fixture.draw(drawingOf(id, dpi, {fields, fields}));
        QVERIFY2(drawn, drawn ? "" : qPrintable(drawn.error().words));
        keep(*drawn, u"%1-%2-%3"_s.arg(id, language, QString::fromLatin1(QTest::currentDataTag()).section(u' ', -1)));
        QCOMPARE(drawn->missing, QString());

        const QString text = DrawFixture::textOf(*drawn).simplified();
        const bool isRussian = language == u"ru";
        QStringList words{isRussian ? u"БИЛЕТ"_s : u"TICKET"_s, isRussian ? u"Ряд"_s : u"Row"_s, u"₽"_s,
                          fields.text(TicketField::Barcode)};
        if (sample == Sample::Usual) {
            words << fields.text(TicketField::Row) << fields.text(TicketField::Seat)
                  << fields.text(TicketField::OrganiserInn) << fields.text(TicketField::Number)
                  << fields.text(TicketField::AgeRating) << (isRussian ? u"1 400,00 ₽"_s : u"₽1,400.00"_s)
                  << u"497 291 903"_s;
            // On a page for several tickets other columns stand beside these lines.
            words << fields.text(TicketField::Title) << fields.text(TicketField::VenueName).section(u' ', 0, 0)
                  << fields.text(TicketField::CounterName);
        }
        if (id == u"roll-80" || sample == Sample::Usual) {
            for (const QString &word : std::as_const(words))
                QVERIFY2(text.contains(word), qPrintable(word + u" in "_s + text));
        }
        // What the template says already is no part of a field: «ИНН ИНН 78…».
        const QStringList each = text.split(u' ');
        for (qsizetype i = 1; i < each.size(); ++i)
            QVERIFY2(each.at(i) != each.at(i - 1) || !each.at(i).front().isLetter(), qPrintable(text));
        const int places = templateOf(id).page.places;
        for (const Dots dots : {Dots::Grey, Dots::Mono}) {
            const QImage page = DrawFixture::pictureOf(*drawn, 1, dpi, dots);
            for (int place = 0; place < std::min(2, places); ++place) {
                QCOMPARE(codeAt(page, templateOf(id), place, dpi), fields.text(TicketField::Barcode));
                if (id == u"a4-three")
                    QCOMPARE(codeAt(page, templateOf(id), place, dpi, Code::Qr), fields.text(TicketField::Barcode));
            }
        }
    }

    /// Bars and modules of whole dots: each is as wide as the code says, to the dot. Ghostscript shows bars that are
    /// not inset, poppler those that are inset by half a dot.
    void barsAreWholeDots_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("dpi");
        QTest::addColumn<int>("place");
        for (int dpi : {180, 203, 300, 600}) {
            QTest::addRow("roll, %d", dpi) << u"roll-80"_s << dpi << 0;
            QTest::addRow("stock, %d", dpi) << u"stock-2x5-5"_s << dpi << 0;
            QTest::addRow("A4, first, %d", dpi) << u"a4-three"_s << dpi << 0;
            QTest::addRow("A4, last, %d", dpi) << u"a4-three"_s << dpi << 2;
        }
    }

    void barsAreWholeDots()
    {
        QFETCH(QString, id);
        QFETCH(int, dpi);
        QFETCH(int, place);
        DrawFixture fixture;
        const auto drawn = fixture.draw(drawingOf(id, dpi, DrawFixture::tickets(place + 1)));
        QVERIFY2(drawn, drawn ? "" : qPrintable(drawn.error().words));
        const TicketTemplate &given = templateOf(id);
        for (const Rasterizer rasterizer : {Rasterizer::Poppler, Rasterizer::Ghostscript}) {
            for (const Dots dots : {Dots::Grey, Dots::Mono}) {
                const QImage page = DrawFixture::pictureOf(*drawn, 1, dpi, dots, rasterizer);
                for (const TemplateElement &element : given.elements) {
                    if (element.kind != TemplateElement::Kind::Code128 && element.kind != TemplateElement::Kind::Qr)
                        continue;
                    QRectF area = element.box.translated(0, place * given.page.ticket().height());
                    if (given.page.length == TicketPage::Length::Flow) // anywhere
                        area = QRectF(0, 0, given.page.width, drawn->page.height());
                    QImage code = DrawFixture::cut(page, area, dpi);
                    if (element.rotation == 90)
                        code = code.transformed(QTransform().rotate(-90));
                    const bool isQr = element.kind == TemplateElement::Kind::Qr;
                    checkRuns(runsOf(code), isQr ? 8 : 60, dpi);
                    if (isQr) // modules from top to bottom
                        checkRuns(runsOf(code.transformed(QTransform().rotate(-90))), 8, dpi);
                    if (QTest::currentTestFailed())
                        return;
                }
            }
        }
    }

    /// Whatever a template asks for that is not a fault is drawn on its paper, in time, or refused in words.
    void drawsWhateverATemplateMaySay_data()
    {
        QTest::addColumn<QString>("id");
        for (const TicketTemplate &each : shippedTemplates())
            QTest::newRow(qPrintable(each.id)) << each.id;
    }

    void drawsWhateverATemplateMaySay()
    {
        QFETCH(QString, id);
        const TicketTemplate given = templateOf(id);
        using Change = void (*)(TemplateElement &);
        const QList<Change> changes{
            [](TemplateElement &e) { e.size = 50; },
            [](TemplateElement &e) { e.floor = 1; },
            [](TemplateElement &e) { e.rotation = (e.rotation + 90) % 360; },
            [](TemplateElement &e) { e.box.setHeight(e.floor * lineHeight); },
            [](TemplateElement &e) { e.box.setWidth(e.floor * 3); },
            [](TemplateElement &e) {
                const auto fields = u"{title}{venueAddress}{organiserAddress}{sector}{category}"_s.repeated(15);
                for (QString &text : e.text)
                    text = (text + fields).left(maxTextLength);
            },
        };
        DrawFixture fixture;
        int drawnCount = 0;
        for (qsizetype i = 0; i < given.elements.size(); ++i) {
            for (const Change change : changes) {
                TicketTemplate changed = given;
                change(changed.elements[i]);
                if (!isUsable(check(changed, 203)))
                    continue;
                fixture.drawer().setTemplates({changed});
                const auto drawn = fixture.draw(drawingOf(id, 203, {TicketSamples::ticket(Sample::Longest)}));
                if (!drawn) {
                    QVERIFY(!drawn.error().words.isEmpty());
                    continue;
                }
                QVERIFY(drawn->page.height() <= given.page.height + 0.5 &&
                        drawn->page.width() <= given.page.width + 0.5);
                QCOMPARE(drawn->pages, 1);
                ++drawnCount;
            }
        }
        QVERIFY2(drawnCount > given.elements.size(), qPrintable(QString::number(drawnCount)));
    }

    void holdsAnOrderOfThreeHundred()
    {
        DrawFixture fixture;
        const auto drawn = fixture.draw(drawingOf(u"a4-three"_s, 300, DrawFixture::tickets(300)));
        QVERIFY(drawn);
        QCOMPARE(drawn->pages, 100);
        QCOMPARE(drawn->page, QSizeF(210, 297));
        const QImage last = DrawFixture::pictureOf(*drawn, 100, 300, Dots::Mono);
        for (int place = 0; place < 3; ++place)
            QCOMPARE(codeAt(last, templateOf(u"a4-three"_s), place, 300), DrawFixture::barcode(297 + place));
        const QString text = DrawFixture::textOf(*drawn);
        for (int i = 0; i < 300; ++i)
            QVERIFY(text.contains(u"%1/300"_s.arg(i + 1)));
        QVERIFY(QFileInfo(drawn->path).size() < 5'000'000);
    }

    void beginsAtTheFirstFreePlace()
    {
        DrawFixture fixture;
        Drawing drawing = drawingOf(u"a4-three"_s, 300, DrawFixture::tickets(3));
        drawing.profile.firstSlot = 3;
        const auto drawn = fixture.draw(drawing);
        QVERIFY(drawn);
        QCOMPARE(drawn->pages, 2);
        const QImage first = DrawFixture::pictureOf(*drawn, 1, 300, Dots::Mono);
        QCOMPARE(codeAt(first, templateOf(u"a4-three"_s), 0, 300), QString());
        QCOMPARE(codeAt(first, templateOf(u"a4-three"_s), 2, 300), DrawFixture::barcode(0));
    }

    void leavesOutWhatATicketLacks()
    {
        DrawFixture fixture;
        TicketFields standing = TicketSamples::ticket(Sample::Usual);
        for (const TicketField field : {TicketField::Sector, TicketField::Row, TicketField::Seat, TicketField::Fee})
            standing.texts.remove(field);
        const auto seated = fixture.draw(drawingOf(u"roll-80"_s, 203, DrawFixture::tickets(1)));
        const auto drawn = fixture.draw(drawingOf(u"roll-80"_s, 203, {standing}));
        QVERIFY(seated && drawn);
        const QString text = DrawFixture::textOf(*drawn);
        for (const QString &word : {u"Ряд"_s, u"Место"_s, u"Сектор"_s, u"сбор"_s})
            QVERIFY2(!text.contains(word), qPrintable(word));
        QVERIFY2(drawn->page.height() < seated->page.height() - 10,
                 qPrintable(u"%1 %2"_s.arg(drawn->page.height()).arg(seated->page.height())));
        QVERIFY(text.contains(u"Цена"_s));
    }

    void drawsAnyTitle_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("missing");
        QString words;
        while (words.size() < 500)
            words += u"Слово%1 "_s.arg(words.size());
        QTest::newRow("500 letters") << words << QString();
        QTest::newRow("500 letters without a space") << QString(500, u'Ж') << QString();
        QTest::newRow("emoji") << u"Цирк 🎪🤡 и ❤️"_s << u"🎪🤡❤"_s;
        QTest::newRow("a family of joined emoji")
            << u"\U0001F468\u200D\U0001F469\u200D\U0001F467"_s << u"\U0001F468\U0001F469\U0001F467"_s;
        QTest::newRow("Hebrew") << u"שלום עולם"_s << u"שלוםע"_s;
        QTest::newRow("narrow spaces") << u"10\u202F000\u2009шагов"_s << QString();
        QTest::newRow("decomposed letters") << u"Йё"_s.normalized(QString::NormalizationForm_D) << QString();
        QTest::newRow("line breaks and control characters") << u"Раз\nдва\u0007\u202Eтри"_s << QString();
        QTest::newRow("braces") << u"{title} {nothing}"_s << QString();
    }

    void drawsAnyTitle()
    {
        QFETCH(QString, title);
        QFETCH(QString, missing);
        for (const TicketTemplate &each : shippedTemplates()) {
            DrawFixture fixture;
            TicketFields ticket = TicketSamples::ticket(Sample::Usual);
            ticket.texts[TicketField::Title] = title;
            const auto drawn = fixture.draw(drawingOf(each.id, 203, {ticket}));
            QVERIFY2(drawn, drawn ? "" : qPrintable(drawn.error().words));
            QCOMPARE(drawn->missing, missing);
            QVERIFY(DrawFixture::textOf(*drawn).contains(u"БИЛЕТ"_s));
            const QImage page = DrawFixture::pictureOf(*drawn, 1, 203, Dots::Mono);
            QCOMPARE(codeAt(page, each, 0, 203), ticket.text(TicketField::Barcode));
            keep(*drawn, u"%1-%2"_s.arg(each.id, QString::fromLatin1(QTest::currentDataTag())));
        }
    }

    void drawsABarcodeOrRefusesIt_data()
    {
        QTest::addColumn<QString>("barcode");
        QTest::addColumn<QStringList>("readOn"); ///< templates
        QTest::newRow("letters") << u"ABCD-efgh-123456"_s << QStringList{u"a4-three"_s, u"roll-80"_s, u"stock-2x5-5"_s};
        QTest::newRow("17 digits") << u"12345678901234567"_s
                                   << QStringList{u"a4-three"_s, u"roll-80"_s, u"stock-2x5-5"_s};
        QTest::newRow("40 digits") << QString(40, u'7') << QStringList{u"a4-three"_s, u"roll-80"_s};
        QTest::newRow("100 digits") << QString(100, u'7') << QStringList();
        QTest::newRow("10 kB") << QString(10'000, u'A') << QStringList();
        QTest::newRow("Cyrillic") << u"БИЛЕТ-1"_s << QStringList();
        QTest::newRow("none") << QString() << QStringList();
    }

    void drawsABarcodeOrRefusesIt()
    {
        QFETCH(QString, barcode);
        QFETCH(QStringList, readOn);
        for (const TicketTemplate &each : shippedTemplates()) {
            DrawFixture fixture;
            TicketFields ticket = TicketSamples::ticket(Sample::Usual);
            ticket.texts[TicketField::Barcode] = barcode;
            const auto drawn = fixture.draw(drawingOf(each.id, 203, {ticket}));
            QCOMPARE(drawn.has_value(), readOn.contains(each.id));
            if (drawn) {
                const QImage page = DrawFixture::pictureOf(*drawn, 1, 203, Dots::Mono);
                QCOMPARE(codeAt(page, each, 0, 203), barcode);
            } else {
                QCOMPARE(drawn.error().trouble, PrintTrouble::NotDrawn);
                QVERIFY(!drawn.error().words.isEmpty() && drawn.error().words.size() < 300);
            }
        }
    }

    void marksDuplicates()
    {
        for (const TicketTemplate &each : shippedTemplates()) {
            DrawFixture fixture;
            QList<TicketFields> tickets = DrawFixture::tickets(2);
            tickets[1].copy.duplicate = 3;
            const auto drawn = fixture.draw(drawingOf(each.id, 203, tickets));
            QVERIFY(drawn);
            const QString text = DrawFixture::textOf(*drawn).simplified();
            QCOMPARE(text.count(u"ДУБЛИКАТ"_s), 1);
            QVERIFY2(text.contains(u"ДУБЛИКАТ 3 · 12.05.2026 18:03, Касса 2"_s), qPrintable(text));
            keep(*drawn, each.id + u"-duplicate"_s);
        }
    }

    /// Over everything, and the codes can still be read.
    void marksTrainingAcrossEveryTicket()
    {
        for (const TicketTemplate &each : shippedTemplates()) {
            DrawFixture fixture;
            Drawing drawing = drawingOf(each.id, 203, DrawFixture::tickets(each.page.places));
            const auto live = fixture.draw(drawing);
            drawing.job = QUuid::createUuid();
            drawing.mark = u"УЧЕБНЫЙ БИЛЕТ"_s;
            const auto drawn = fixture.draw(drawing);
            QVERIFY(live && drawn);
            keep(*drawn, each.id + u"-training"_s);
            const QString text = DrawFixture::textOf(*drawn);
            QCOMPARE(text.count(u"УЧЕБНЫЙ БИЛЕТ"_s), each.page.places);
            const QImage page = DrawFixture::pictureOf(*drawn, 1, 203, Dots::Mono);
            for (int place = 0; place < each.page.places; ++place)
                QCOMPARE(codeAt(page, each, place, 203), DrawFixture::barcode(place));
            QVERIFY(DrawFixture::blackness(page) >
                    DrawFixture::blackness(DrawFixture::pictureOf(*live, 1, 203, Dots::Mono)) * 1.15);
        }
    }

    /// A picture that covers the paper in black lies below everything.
    void noPictureHidesAMarkOrACode()
    {
        QImage black(10, 10, QImage::Format_RGB32);
        black.fill(Qt::black);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        QVERIFY(black.save(&buffer, "PNG"));
        TicketTemplate covered = templateOf(u"stock-2x5-5"_s);
        TemplateElement picture;
        picture.kind = TemplateElement::Kind::Image;
        picture.box = QRectF(1.5, 1.5, 47.8, 136.7);
        picture.image = bytes;
        covered.elements << picture;
        QVERIFY(isUsable(check(covered, 203)));
        DrawFixture fixture;
        fixture.drawer().setTemplates({covered});
        Drawing drawing = drawingOf(covered.id, 203, DrawFixture::tickets(1));
        drawing.mark = u"УЧЕБНЫЙ"_s;
        const auto drawn = fixture.draw(drawing);
        QVERIFY(drawn);
        const QImage page = DrawFixture::pictureOf(*drawn, 1, 203, Dots::Mono);
        QCOMPARE(codeAt(page, covered, 0, 203), DrawFixture::barcode(0));
        const double strip = DrawFixture::blackness(DrawFixture::cut(page, covered.marks, 203));
        QVERIFY2(strip > 0.5 && strip < 0.98, qPrintable(QString::number(strip)));
    }

    void refusesWhatThePrinterCannotTake()
    {
        DrawFixture fixture;
        Drawing drawing = drawingOf(u"roll-80"_s, 203, DrawFixture::tickets(1));
        drawing.profile.maxLength = 60;
        auto drawn = fixture.draw(drawing);
        QVERIFY(!drawn);
        QCOMPARE(drawn.error().trouble, PrintTrouble::TooLong);
        QVERIFY(drawn.error().words.contains(u"60"_s));
        drawing.profile.maxLength = 300;
        drawing.profile.width = 58;
        drawn = fixture.draw(drawing);
        QVERIFY(!drawn);
        QCOMPARE(drawn.error().trouble, PrintTrouble::SizeUnsupported);
        drawing.profile.ticketTemplate = u"gone"_s;
        drawn = fixture.draw(drawing);
        QVERIFY(!drawn);
        QCOMPARE(drawn.error().trouble, PrintTrouble::NotDrawn);
        QVERIFY(drawn.error().words.contains(u"gone"_s));
        QVERIFY(QDir(fixture.folder()).entryList(QDir::Files).isEmpty());
    }

    /// What drawing refuses is known without drawing, and a test ticket is refused as the sale would be.
    void aPrinterIsTriedBeforeASale_data()
    {
        QTest::addColumn<PrinterProfile>("profile");
        QTest::addColumn<std::optional<DrawFault::Reason>>("reason");
        using Reason = DrawFault::Reason;
        const auto row = [](const char *name, std::optional<Reason> reason, const QString &id, int dpi, auto change) {
            PrinterProfile profile = DrawFixture::profileOf(id, dpi);
            change(profile);
            QTest::newRow(name) << profile << reason;
        };
        row("right", std::nullopt, u"roll-80"_s, 203, [](PrinterProfile &) {});
        row("narrow", Reason::TooWide, u"roll-80"_s, 203, [](PrinterProfile &p) { p.width = 58; });
        row("short", Reason::TooLong, u"roll-80"_s, 203, [](PrinterProfile &p) { p.maxLength = 100; });
        row("short sheet", Reason::TooLong, u"a4-three"_s, 300, [](PrinterProfile &p) { p.maxLength = 210; });
        row("no such template", Reason::NoTemplate, u"gone"_s, 203, [](PrinterProfile &) {});
        row("dots too coarse for the code", Reason::TemplateFaulty, u"stock-2x5-5"_s, 100, [](PrinterProfile &) {});
    }

    void aPrinterIsTriedBeforeASale()
    {
        QFETCH(PrinterProfile, profile);
        QFETCH(std::optional<DrawFault::Reason>, reason);
        DrawFixture fixture;
        const auto fault = PdfDrawer::faultOf(profile, shippedTemplates(), TicketFonts(), Sample::Usual);
        QCOMPARE(fault ? std::optional(fault->reason) : std::nullopt, reason);
        for (const bool isTest : {false, true}) {
            Drawing drawing{.job = QUuid::createUuid(), .profile = profile};
            if (!isTest)
                drawing.tickets = DrawFixture::tickets(1);
            QCOMPARE(fixture.draw(drawing).has_value(), !reason);
        }
    }

    /// With texts as long as can be imagined, each shipped template fits the paper that comes with it.
    void theLongestTicketFitsItsTemplate()
    {
        for (const TicketTemplate &each : shippedTemplates()) {
            PrinterProfile profile = DrawFixture::profileOf(each.id, 203);
            profile.maxLength = each.page.height;
            QVERIFY2(!PdfDrawer::faultOf(profile, shippedTemplates(), TicketFonts(), Sample::Longest),
                     qPrintable(each.id));
        }
    }

    /// It is printed elsewhere, on paper that nobody knows here.
    void aFileIsAsTheTemplateSays()
    {
        DrawFixture fixture;
        Drawing drawing = drawingOf(u"a4-three"_s, 300, DrawFixture::tickets(3));
        drawing.profile.width = 58;
        drawing.profile.firstSlot = 3;
        drawing.filePath = fixture.pathOf(u"tickets.pdf"_s);
        const auto drawn = fixture.draw(drawing);
        QVERIFY2(drawn, drawn ? "" : qPrintable(drawn.error().words));
        QCOMPARE(drawn->page, QSizeF(210, 297));
        QCOMPARE(drawn->pages, 1);
    }

    void refusesATemplateThatCouldHideTheMarks()
    {
        DrawFixture fixture;
        TicketTemplate changed = templateOf(u"stock-2x5-5"_s);
        changed.marks = {};
        fixture.drawer().setTemplates({changed});
        const auto drawn = fixture.draw(drawingOf(changed.id, 203, DrawFixture::tickets(1)));
        QVERIFY(!drawn);
        QCOMPARE(drawn.error().trouble, PrintTrouble::NotDrawn);
    }

    void writesToAPath()
    {
        DrawFixture fixture;
        Drawing drawing = drawingOf(u"roll-80"_s, 203, DrawFixture::tickets(1));
        drawing.filePath = fixture.pathOf(u"билет.pdf"_s);
        const auto drawn = fixture.draw(drawing);
        QVERIFY(drawn);
        QCOMPARE(drawn->path, drawing.filePath);
        QVERIFY(QFileInfo::exists(drawing.filePath));
        QVERIFY(!QFileInfo::exists(fixture.folder()));
        drawing.filePath = fixture.pathOf(u"no such folder/ticket.pdf"_s);
        const auto refused = fixture.draw(drawing);
        QVERIFY(!refused);
        QCOMPARE(refused.error().trouble, PrintTrouble::NotDrawn);
        QVERIFY(!refused.error().words.isEmpty());
    }

    void keepsDocumentsPrivateUntilTheyAreDiscarded()
    {
        DrawFixture fixture;
        const Drawing drawing = drawingOf(u"roll-80"_s, 203, DrawFixture::tickets(1));
        const auto drawn = fixture.draw(drawing);
        QVERIFY(drawn);
        const QFile::Permissions all = QFileInfo(fixture.folder()).permissions();
        QVERIFY(!(all & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther)));
        QCOMPARE(QFileInfo(drawn->path).absolutePath(), QFileInfo(fixture.folder()).absoluteFilePath());
        fixture.drawer().discard(drawing.job);
        fixture.drawer().discard(QUuid::createUuid());
        fixture.pool().waitForDone();
        QVERIFY(!QFileInfo::exists(drawn->path));
    }

    void deletesADocumentThatNobodyWaitsFor()
    {
        DrawFixture fixture;
        auto context = std::make_unique<QObject>();
        int calls = 0;
        const auto count = [&calls](const Printed<PrintDocument> &) { ++calls; };
        fixture.drawer().draw(drawingOf(u"roll-80"_s, 203, DrawFixture::tickets(1)), context.get(), count);
        context.reset();
        QObject other;
        fixture.drawer().draw(drawingOf(u"roll-80"_s, 203, DrawFixture::tickets(1)), &other, count).abandon();
        QTRY_VERIFY(fixture.pool().waitForDone(0) && QDir(fixture.folder()).exists() &&
                    QDir(fixture.folder()).isEmpty());
        QCOMPARE(calls, 0);
    }

    void deletesWhatAKilledProgramLeft()
    {
        DrawFixture fixture;
        const QDir folder(fixture.pathOf(u"left"_s));
        folder.mkpath(u"."_s);
        for (const QString &name : {u"1.pdf"_s, u"2.pdf.x1y2z3"_s, u"other.txt"_s}) { // the second: half written
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        const PdfDrawer drawer(fixture.pool(), fixture.saving(), folder.path());
        fixture.pool().waitForDone();
        QCOMPARE(folder.entryList(QDir::Files), {u"other.txt"_s});
    }

    void mayEndWhileItDraws()
    {
        QThreadPool pool;
        const QTemporaryDir folder;
        QObject context;
        {
            PdfDrawer drawer(pool, pool, folder.path());
            drawer.draw(drawingOf(u"a4-three"_s, 203, DrawFixture::tickets(50)), &context,
                        [](const Printed<PrintDocument> &) { QFAIL("the drawer is gone"); });
        }
        pool.waitForDone();
        QCoreApplication::processEvents();
    }

    /// A network share that does not answer holds no printer.
    void aSaveThatHangsHoldsNoPrinter()
    {
        QSemaphore share;
        DrawFixture fixture;
        const auto end = qScopeGuard([&share] { share.release(); });
        fixture.saving().setMaxThreadCount(1);
        fixture.saving().start([&share] { share.acquire(); });
        Drawing drawing = drawingOf(u"a4-three"_s, 203, DrawFixture::tickets(1));
        drawing.filePath = fixture.pathOf(u"saved.pdf"_s);
        bool isSaved = false;
        fixture.drawer().draw(drawing, this,
                              [&isSaved](const Printed<PrintDocument> &saved) { isSaved = saved.has_value(); });
        QVERIFY(fixture.draw(drawingOf(u"roll-80"_s, 203, DrawFixture::tickets(1))).has_value());
        QVERIFY(!isSaved && !QFile::exists(drawing.filePath));
        share.release();
        QTRY_VERIFY(isSaved);
        QVERIFY(QFile::exists(drawing.filePath));
    }

    void drawsReceipts_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("maxLength");
        QTest::addColumn<QSizeF>("page");
        QTest::newRow("58 mm") << 58.0 << 500.0 << QSizeF();
        QTest::newRow("80 mm") << 80.0 << 500.0 << QSizeF();
        QTest::newRow("A4") << 210.0 << 297.0 << QSizeF(210, 297);
    }

    void drawsReceipts()
    {
        QFETCH(double, width);
        QFETCH(double, maxLength);
        QFETCH(QSizeF, page);
        DrawFixture fixture;
        Drawing drawing = drawingOf({}, 203, {});
        drawing.profile.width = width;
        drawing.profile.maxLength = maxLength;
        drawing.receipt = ReceiptFields{
            {u"Заказ 497 291 903"_s, u"12 мая 2026, 14:21 · Касса 2"_s},
            {{u"Щелкунчик, Партер, 2 билета"_s, u"2 800,00 ₽"_s},
             {u"Сервисный сбор"_s, u"280,00 ₽"_s},
             {u"Скидка по очень длинному промокоду, название которого не помещается в строку"_s, u"−100,00 ₽"_s},
             {u"Итого"_s, u"2 980,00 ₽"_s},
             {u"Оплата"_s, u"наличные"_s}},
            {u"Не является кассовым чеком."_s}};
        const auto drawn = fixture.draw(drawing);
        QVERIFY2(drawn, drawn ? "" : qPrintable(drawn.error().words));
        const QString text = DrawFixture::textOf(*drawn).simplified();
        for (const QString &word :
             {u"497 291 903"_s, u"2 980,00 ₽"_s, u"−100,00 ₽"_s, u"Не является кассовым чеком."_s})
            QVERIFY2(text.contains(word), qPrintable(text));
        if (!page.isEmpty())
            QCOMPARE(drawn->page, page);
        else
            QVERIFY(std::abs(drawn->page.width() - width) < 0.4 && drawn->page.height() < 120);
        keep(*drawn, u"receipt-%1"_s.arg(width));
    }

    void drawsATestPage()
    {
        DrawFixture fixture;
        Drawing drawing = drawingOf(u"roll-80"_s, 203, {});
        drawing.mark = u"УЧЕБНЫЙ"_s;
        const auto drawn = fixture.draw(drawing);
        QVERIFY2(drawn, drawn ? "" : qPrintable(drawn.error().words));
        QCOMPARE(drawn->missing, QString());
        const QString text = DrawFixture::textOf(*drawn);
        for (const QString &word : {u"Printer"_s, u"203"_s, u"60"_s, u"ЩЪЫ"_s, u"₽"_s, u"УЧЕБНЫЙ"_s})
            QVERIFY2(text.contains(word), qPrintable(text));
        const QImage page = DrawFixture::pictureOf(*drawn, 1, 203, Dots::Mono);
        QCOMPARE(DrawFixture::read(page, Code::Code128), u"1234567890123456"_s);
        QCOMPARE(DrawFixture::read(page, Code::Qr), u"1234567890123456"_s);
        keep(*drawn, u"test-page"_s);
    }

private:
    static void checkRuns(const QList<int> &runs, qsizetype least, int dpi)
    {
        QVERIFY2(runs.size() > least, qPrintable(QString::number(runs.size())));
        const int module = *std::ranges::min_element(runs);
        QVERIFY2(module >= ModuleDots::of(dpi).min, qPrintable(u"a module of %1 dots"_s.arg(module)));
        for (const int run : runs)
            QVERIFY2(run % module == 0, qPrintable(u"a run of %1 dots, the module has %2"_s.arg(run).arg(module)));
    }

    /// The widths of bars and gaps between the first and the last bar, of the row in the middle; on a roll of the row
    /// with the most bars.
    static QList<int> runsOf(const QImage &code)
    {
        QList<int> best;
        for (int y = 0; y < code.height(); ++y) {
            QList<int> runs;
            int begin = -1;
            for (int x = 0; x < code.width(); ++x) {
                const bool isBlack = qGray(code.pixel(x, y)) < 255; // grey counts: there must be none
                const bool wasBlack = x > 0 && qGray(code.pixel(x - 1, y)) < 255;
                if (isBlack == wasBlack && x > 0)
                    continue;
                if (begin >= 0)
                    runs << x - begin;
                if (begin >= 0 || isBlack)
                    begin = x;
            }
            if (runs.size() % 2 == 0 && !runs.isEmpty())
                runs.removeLast();
            // A row of the code: its quiet zones are the only other runs. Rows of text have runs, too, but no
            // repetition.
            const bool isRepeated =
                y > 0 && y + 1 < code.height() && isSameRow(code, y - 1, y) && isSameRow(code, y, y + 1);
            if (isRepeated && runs.size() > best.size())
                best = runs;
        }
        return best;
    }

    static bool isSameRow(const QImage &code, int one, int other)
    {
        for (int x = 0; x < code.width(); ++x) {
            if (code.pixel(x, one) != code.pixel(x, other))
                return false;
        }
        return true;
    }
};

} // namespace okoshko::test::tst_pdfdrawer

OKOSHKO_TEST(tst_pdfdrawer, PdfDrawerTest, QApplication)
#include "tst_pdfdrawer.moc"
