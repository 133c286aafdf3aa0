// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/print/TicketTemplateFile.h"
#include "tests/support/TestProgram.h"
#include "ui/text/TemplateText.h"

#include <QTemporaryDir>

#include <ctime>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_tickettemplate {

using Reason = TemplateReason;

namespace {

QByteArray shipped(const QString &id)
{
    const QList<TicketTemplate> templates = shippedTemplates();
    return writeTemplate(*findTemplate(templates, id));
}

/// \a text with \a from replaced once; fails where there is none.
QByteArray with(QByteArray text, const QByteArray &from, const QByteArray &to)
{
    const qsizetype at = text.indexOf(from);
    [&] { QVERIFY2(at >= 0, from.constData()); }();
    return text.replace(at, from.size(), to);
}

int lineOf(const QByteArray &text, const QByteArray &part)
{
    return static_cast<int>(text.first(text.indexOf(part)).count('\n')) + 1;
}

} // namespace

/// Templates as files and as values: what is read, and every mistake with its line and its sentence.
class TicketTemplateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedTemplatesAreRight()
    {
        const QList<TicketTemplate> templates = shippedTemplates();
        QCOMPARE(templates.size(), 3);
        for (const TicketTemplate &each : templates) {
            for (int dpi : {180, 203, 300, 600}) {
                for (const TemplateFault &fault : check(each, dpi)) {
                    const bool isTightOnSheet = fault.reason == Reason::CodeTight && each.id != u"roll-80";
                    QVERIFY2(isTightOnSheet && dpi == 180, qPrintable(each.id + TemplateText::reason(fault)));
                }
            }
            QVERIFY(each.name.contains(u"ru"_s) && each.name.contains(u"en"_s));
        }
    }

    void areReadAsTheyWereWritten()
    {
        for (TicketTemplate each : shippedTemplates()) {
            TemplateElement picture;
            picture.kind = TemplateElement::Kind::Image;
            picture.box = QRectF(each.page.margin, each.page.margin, 12.345, 0.5);
            picture.image = QByteArray("\x89PNG\r\n\x1a\n\0\xff", 10);
            each.elements << picture;
            const TemplateReading reading = readTemplate(writeTemplate(each), 300);
            QVERIFY2(isUsable(reading.faults), qPrintable(TemplateText::inFile(reading.faults)));
            QCOMPARE(reading.read, each);
        }
    }

    void namesEveryFault_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<QString>("field");
        QTest::addColumn<int>("line");
        const QByteArray stock = shipped(u"stock-2x5-5"_s);
        const QByteArray roll = shipped(u"roll-80"_s);
        const auto row = [](const char *name, const QByteArray &text, Reason reason, const QString &field, int line) {
            QTest::newRow(name) << text << reason << field << line;
        };
        const int title = lineOf(stock, "{title}");
        const int code = lineOf(stock, "\"code128\"");
        const QString titlePath = u"elements[%1]"_s.arg(title - 5);
        const QString codePath = u"elements[%1]"_s.arg(code - 5);

        row("nothing", "", Reason::NotJson, {}, 1);
        row("cut off", stock.first(stock.size() / 2), Reason::NotJson, {}, 13);
        row("a list", "[]", Reason::NotATemplate, {}, 1);
        row("settings", R"({"format": "okoshko-settings", "version": 1})", Reason::NotATemplate, {}, 1);
        row("another version", with(stock, "\"version\":1", "\"version\":2"), Reason::OtherVersion, {}, 1);
        row("version as text", with(stock, "\"version\":1", "\"version\":\"1\""), Reason::WantsNumber, u"version"_s, 1);
        row("no page", with(stock, "\"page\"", "\"paper\""), Reason::UnknownField, u"paper"_s, 2);
        row("width as text", with(stock, "\"width\":50.8", "\"width\":\"50.8\""), Reason::WantsNumber, u"page.width"_s,
            2);
        row("infinite width", with(stock, "\"width\":50.8", "\"width\":1e999"), Reason::NotJson, {}, 2);
        row("huge width", with(stock, "\"width\":50.8", "\"width\":1e9"), Reason::OutOfBounds, u"page.width"_s, 2);
        row("negative height", with(stock, "\"height\":139.7", "\"height\":-1"), Reason::OutOfBounds, u"page.height"_s,
            2);
        row("many places", with(stock, "\"places\":1", "\"places\":1000"), Reason::OutOfBounds, u"page.places"_s, 2);
        row("flow as number", with(stock, "\"flow\":false", "\"flow\":0"), Reason::WantsYesOrNo, u"page.flow"_s, 2);
        row("elements as object", with(roll, "\"elements\": [", "\"elements\": {\"a\": ["), Reason::NotJson, {}, 29);
        row("another font", with(stock, "PT Sans", "Comic Sans"), Reason::FontMissing, u"font"_s, 1);
        row("an id with a path", with(stock, "stock-2x5-5", "../etc"), Reason::BadId, u"id"_s, 1);
        row("no name", with(stock, "\"name\":{", "\"title\":{"), Reason::UnknownField, u"title"_s, 1);
        row("outside the paper", with(stock, R"("x":29,"y":2,)", R"("x":29,"y":60,)"), Reason::OutsidePaper, titlePath,
            title);
        row("an unknown field", with(stock, "{title}", "{titel}"), Reason::UnknownPlaceholder, titlePath + u".text"_s,
            title);
        row("an unknown member", with(stock, "\"size\":4.4", "\"sice\":4.4"), Reason::UnknownField,
            titlePath + u".sice"_s, title);
        row("twice", with(stock, "\"size\":4.4", "\"size\":4.4,\"size\":4"), Reason::Twice, titlePath + u".size"_s,
            title);
        row("size as text", with(stock, "\"size\":4.4", "\"size\":\"large\""), Reason::WantsNumber,
            titlePath + u".size"_s, title);
        row("no type", with(stock, R"("type":"code128",)", ""), Reason::Missing, codePath + u".type"_s, code);
        row("an unknown type", with(stock, "code128", "ean13"), Reason::UnknownWord, codePath + u".type"_s, code);
        row("rotated by 45",
            with(stock, "11.4,\"height\":63.5,\"rotation\":90", "11.4,\"height\":63.5,\"rotation\":45"),
            Reason::UnknownWord, codePath + u".rotation"_s, code);
        row("a short code", with(stock, "11.4,\"height\":63.5", "11.4,\"height\":30"), Reason::CodeTooNarrow, codePath,
            code);
        row("a low code", with(stock, "\"width\":11.4", "\"width\":2"), Reason::CodeTooLow, codePath, code);
        row("a covered code", with(stock, R"("width":4,"height":63.5)", R"("width":6,"height":63.5)"),
            Reason::CodeCovered, codePath, code);
        const QByteArray line = R"({"type":"line","x":29,"y":2,"width":10.8,"height":120},)";
        row("a text under a line", with(stock, "\"elements\": [\n", "\"elements\": [\n" + line), Reason::TextCovered,
            u"elements[%1]"_s.arg(title - 4), title);
        row("a long text", with(stock, "{title}", "{title}" + QByteArray(1000, 'x')), Reason::TextTooLong,
            titlePath + u".text"_s, title);
        row("a far place", with(stock, R"("x":29,"y":2,)", R"("x":1e300,"y":2,)"), Reason::OutOfBounds,
            titlePath + u".x"_s, title);
        row("large pictures",
            with(roll, R"({"type":"line","x":4)",
                 R"({"type":"image","data":")" + ("\x89PNG\r\n\x1a\n" + QByteArray(maxPicturesSize, 'x')).toBase64() +
                     R"(","x":4)"),
            Reason::PicturesTooLarge, u"elements[7].data"_s, lineOf(roll, "\"line\""));
        row("a floor above the size", with(stock, "\"size\":4.4,\"floor\":2.6", "\"size\":4.4,\"floor\":5"),
            Reason::FloorAboveSize, titlePath + u".floor"_s, title);
        row("no marks", with(stock, "\"marks\"", "\"elements\": [], \"marks\""), Reason::Twice, u"elements"_s, 4);
        row("small marks", with(stock, "\"height\":135.5", "\"height\":20"), Reason::MarksTooSmall, u"marks"_s, 3);
        row("covered marks", with(stock, "\"x\":44.8", "\"x\":40"), Reason::MarksCovered, u"elements[0]"_s, 5);
        row("no price in one language", with(stock, "Цена {price}", "Цена"), Reason::FieldAbsent, {}, 1);
        row("no code", with(roll, R"({"type":"code128")", R"({"type":"qr")"), Reason::FieldAbsent, {}, 1);
        row("a picture that is none", with(roll, R"({"type":"line","x":4)", R"({"type":"image","data":"AAAA","x":4)"),
            Reason::NotAPicture, u"elements[7].data"_s, lineOf(roll, "\"line\""));
        row("a picture not in base64", with(roll, R"({"type":"line","x":4)", R"({"type":"image","data":"*","x":4)"),
            Reason::NotAPicture, u"elements[7].data"_s, lineOf(roll, "\"line\""));
    }

    void namesEveryFault()
    {
        QFETCH(QByteArray, text);
        QFETCH(Reason, reason);
        QFETCH(QString, field);
        QFETCH(int, line);
        const TemplateReading reading = readTemplate(text, 203);
        QVERIFY(!isUsable(reading.faults));
        const auto found = std::ranges::find_if(reading.faults, [&](const TemplateFault &fault) {
            return fault.reason == reason && fault.field == field && fault.line == line;
        });
        QVERIFY2(found != reading.faults.cend(), qPrintable(TemplateText::inFile(reading.faults)));
        for (const TemplateFault &fault : reading.faults)
            QVERIFY(!TemplateText::reason(fault).isEmpty());
    }

    void deepAndLongFilesAreRefused()
    {
        QVERIFY(!isUsable(readTemplate(QByteArray(100'000, '['), 203).faults));
        QByteArray elements;
        for (int i = 0; i < 5000; ++i)
            elements += R"({"type":"line","x":4,"y":4,"width":1,"height":1},)";
        const QByteArray many = with(shipped(u"roll-80"_s), "\"elements\": [", "\"elements\": [" + elements);
        const TemplateReading reading = readTemplate(many, 203);
        QCOMPARE(reading.faults.first().reason, Reason::TooManyElements);
        QVERIFY(reading.read.elements.size() <= 200);
    }

    /// In time that grows with their number.
    void manyMembersAreRead()
    {
        QByteArray members;
        for (int i = 0; i < 100'000; ++i)
            members += "\"a" + QByteArray::number(i) + "\":1,";
        const QByteArray text = with(shipped(u"roll-80"_s), "\"id\":", members + "\"id\":");
        const std::clock_t begin = std::clock(); // of this process: others may be busy
        QCOMPARE(readTemplate(text, 203).faults.first().reason, Reason::UnknownField);
        QVERIFY((std::clock() - begin) / CLOCKS_PER_SEC < 10);
    }

    /// What was checked is what is read again, though files have whole thousandths.
    void lengthsAreThousandths()
    {
        const QByteArray stock = with(shipped(u"stock-2x5-5"_s), "\"width\":11.4", "\"width\":11.4004999");
        const TemplateReading reading = readTemplate(stock, 203);
        QVERIFY(isUsable(reading.faults));
        QCOMPARE(readTemplate(writeTemplate(reading.read), 203).read, reading.read);
    }

    void filesThatCannotBeRead()
    {
        const QTemporaryDir folder;
        QCOMPARE(readTemplateFile(folder.path(), 203).faults.first().reason, Reason::NotAFile);
        QCOMPARE(readTemplateFile(folder.filePath(u"none.json"_s), 203).faults.first().reason, Reason::Unreadable);
        QFile large(folder.filePath(u"large.json"_s));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(largestTemplateFile + 1));
        large.close();
        QCOMPARE(readTemplateFile(large.fileName(), 203).faults.first().reason, Reason::TooLarge);
    }

    /// 16 digits at three dots with quiet zones are 429 dots, more than a head of 406 has.
    void countsTheDotsOfACode()
    {
        QCOMPARE((code128Modules(16) + 2 * code128QuietZone) * 3, 429);
        TicketTemplate stock = *findTemplate(shippedTemplates(), u"stock-2x5-5"_s);
        const auto code = std::ranges::find(stock.elements, TemplateElement::Kind::Code128, &TemplateElement::kind);
        code->box.setHeight(50.8); // the width of the stock
        const QList<TemplateFault> faults = check(stock, 203);
        QVERIFY(isUsable(faults));
        QCOMPARE(faults.first().reason, Reason::CodeTight);
        code->box.setHeight(40);
        QCOMPARE(check(stock, 203).first().reason, Reason::CodeTooNarrow);
        QCOMPARE(check(stock, 203).first().detail, u"41.5"_s);
    }

    void fillsIn_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("filled");
        QTest::newRow("words alone") << u"Welcome"_s << u"Welcome"_s;
        QTest::newRow("a field") << u"Row {row}"_s << u"Row А-12/бис"_s;
        QTest::newRow("an empty field") << u"Seat {seat}"_s << QString();
        QTest::newRow("one empty of two") << u"{venue}, {venueAddress}"_s << u"Hall"_s;
        QTest::newRow("the first empty of two") << u"{venueAddress}, {venue}"_s << u"Hall"_s;
        QTest::newRow("empty in the middle") << u"{row} · {seat} · {venue}"_s << u"А-12/бис · Hall"_s;
        QTest::newRow("unknown") << u"{nothing} {row}"_s << u"{nothing} А-12/бис"_s;
        QTest::newRow("braces of a value") << u"{title}"_s << u"{row}"_s;
    }

    void fillsIn()
    {
        QFETCH(QString, text);
        QFETCH(QString, filled);
        TicketFields fields;
        fields.texts = {
            {TicketField::Row, u"А-12/бис"_s}, {TicketField::VenueName, u"Hall"_s}, {TicketField::Title, u"{row}"_s}};
        QCOMPARE(filledIn(text, fields), filled);
    }
};

} // namespace okoshko::test::tst_tickettemplate

OKOSHKO_TEST(tst_tickettemplate, TicketTemplateTest, QCoreApplication)
#include "tst_tickettemplate.moc"
