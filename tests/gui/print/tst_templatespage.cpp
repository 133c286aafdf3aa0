// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/print/TicketTemplateFile.h"
#include "tests/support/TestProgram.h"
#include "translations/Translations.h"
#include "ui/print/TemplatePreview.h"
#include "ui/print/TemplatesPage.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Notice.h"

#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_templatespage {

/// The editor of ticket templates, by its controls. Leaves pictures in build/printed.
class TemplatesPageTest : public QObject
{
    Q_OBJECT

private:
    template <class Widget>
    static Widget &child(const TemplatesPage &page, const QString &name)
    {
        QCoreApplication::processEvents(); // shows the fields of a part that was just chosen
        auto *found = page.findChild<Widget *>(name);
        for (Widget *each : page.findChildren<Widget *>(name)) {
            if (each->isVisible())
                found = each; // the fields of the part before are still there, hidden
        }
        [&] { QVERIFY2(found, qPrintable(name)); }();
        return *found;
    }
    static void press(const TemplatesPage &page, const QString &name)
    {
        auto &button = child<QPushButton>(page, name);
        QVERIFY2(button.isEnabled(), qPrintable(name));
        QTest::mouseClick(&button, Qt::LeftButton);
    }
    static void type(const TemplatesPage &page, const QString &name, const QString &text)
    {
        auto &edit = child<QLineEdit>(page, name);
        edit.setFocus();
        edit.selectAll();
        QTest::keyClicks(&edit, text);
    }
    static void show(TemplatesPage &page)
    {
        page.resize(1280, 750);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
    }
    static void choose(const TemplatesPage &page, const QString &id)
    {
        auto &templates = child<QComboBox>(page, u"templateChoice"_s);
        const int at = templates.findData(id);
        QVERIFY(at >= 0);
        templates.setCurrentIndex(at);
        Q_EMIT templates.activated(at);
    }
    static bool canSave(const TemplatesPage &page)
    {
        return child<QPushButton>(page, u"saveTemplateButton"_s).isEnabled();
    }
    static QString faults(const TemplatesPage &page) { return child<QLabel>(page, u"templateFaults"_s).text(); }

private Q_SLOTS:
    void initTestCase() { QVERIFY(QDir().mkpath(QStringLiteral(OKOSHKO_PRINTED))); }
    void cleanup() { Theme::apply(*qApp, Theme::Kind::Light); }

    void looks_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<Theme::Kind>("theme");
        QTest::newRow("ru-light") << u"ru"_s << Theme::Kind::Light;
        QTest::newRow("en-dark") << u"en"_s << Theme::Kind::Dark;
    }

    void looks()
    {
        QFETCH(QString, language);
        QFETCH(Theme::Kind, theme);
        registerTranslations();
        QTranslator words;
        QVERIFY(words.load(u":/i18n/okoshko_%1.qm"_s.arg(language)));
        QCoreApplication::installTranslator(&words);
        Theme::apply(*qApp, theme);
        TemplatesPage page(language, nullptr);
        show(page);
        for (const TicketTemplate &each : shippedTemplates()) {
            choose(page, each.id);
            child<QListWidget>(page, u"partsList"_s).setCurrentRow(4);
            QCOMPARE(page.findChild<TemplatePreview *>()->fault(), std::nullopt);
            const QString name = QString::fromLatin1(QTest::currentDataTag());
            QCoreApplication::processEvents();
            QVERIFY(page.grab().save(QStringLiteral(OKOSHKO_PRINTED) + u"/editor-%1-%2.png"_s.arg(each.id, name)));
        }
    }

    void shippedTemplatesAreCopiedToBeChanged()
    {
        TemplatesPage page(u"en"_s, nullptr);
        show(page);
        choose(page, u"roll-80"_s);
        child<QListWidget>(page, u"partsList"_s).setCurrentRow(4);
        QVERIFY(!child<QLineEdit>(page, u"sizeEdit"_s).isEnabled());
        QVERIFY(!canSave(page));
        press(page, u"copyTemplateButton"_s);
        QVERIFY(page.draft().id != u"roll-80");
        QVERIFY(canSave(page));
        QSignalSpy saves(&page, &TemplatesPage::saveRequested);
        QTest::keyClick(&page, Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(saves.size(), 1);
        const auto saved = saves.first().first().value<TicketTemplate>();
        QVERIFY(isUsable(okoshko::check(saved, 203)));
        page.showSaved(saved);
        QVERIFY(!canSave(page));
        QCOMPARE(child<QComboBox>(page, u"templateChoice"_s).count(), 4);
    }

    void isCheckedWhileTyping()
    {
        TemplatesPage page(u"en"_s, nullptr);
        show(page);
        TicketTemplate own = shippedTemplates().at(2);
        own.id = u"own"_s;
        page.begin({own}, u"own"_s);
        auto &parts = child<QListWidget>(page, u"partsList"_s);
        parts.setCurrentRow(5); // the title
        type(page, u"sizeEdit"_s, u"x"_s);
        QVERIFY(!canSave(page));
        QVERIFY(child<QLabel>(page, u"sizeEditReason"_s).isVisible());
        type(page, u"sizeEdit"_s, u"5,5"_s);
        QVERIFY(canSave(page));
        QCOMPARE(page.draft().elements.at(4).size, 5.5);
        type(page, u"yEdit"_s, u"90"_s);
        QVERIFY(!canSave(page));
        QVERIFY2(faults(page).contains(u"beyond the paper"), qPrintable(faults(page)));
        type(page, u"yEdit"_s, u"2"_s);
        QVERIFY(canSave(page));
        type(page, u"ruEdit"_s, u"{titel}"_s);
        QVERIFY(!canSave(page));
        QVERIFY2(faults(page).contains(u"{titel}") && faults(page).contains(u"obligatory"), qPrintable(faults(page)));
        type(page, u"ruEdit"_s, u"{title}!"_s);
        QVERIFY(canSave(page));
        QSignalSpy saves(&page, &TemplatesPage::saveRequested);
        press(page, u"saveTemplateButton"_s);
        QCOMPARE(saves.size(), 1);
        QCOMPARE(textIn(saves.first().first().value<TicketTemplate>().elements.at(4).text, u"ru"_s), u"{title}!"_s);
        QCOMPARE(textIn(saves.first().first().value<TicketTemplate>().elements.at(4).text, u"en"_s), u"{title}"_s);
    }

    /// A code is checked for the printer's dots.
    void checksCodesForThePrinter()
    {
        TemplatesPage page(u"en"_s, nullptr);
        show(page);
        TicketTemplate own = shippedTemplates().at(2);
        own.id = u"own"_s;
        page.begin({own}, u"own"_s);
        const auto code = std::ranges::find(own.elements, TemplateElement::Kind::Code128, &TemplateElement::kind);
        child<QListWidget>(page, u"partsList"_s).setCurrentRow(static_cast<int>(code - own.elements.begin()) + 1);
        type(page, u"heightEdit"_s, u"44"_s);
        QVERIFY(canSave(page)); // with advice
        QVERIFY2(faults(page).contains(u"little reserve"), qPrintable(faults(page)));
        auto &dpi = child<QComboBox>(page, u"dpiChoice"_s);
        dpi.setCurrentIndex(0);
        Q_EMIT dpi.activated(0);
        QVERIFY2(faults(page).contains(u"cannot be read"), qPrintable(faults(page)));
        QVERIFY(!canSave(page));
    }

    void partsAreAddedMovedAndRemoved()
    {
        TemplatesPage page(u"en"_s, nullptr);
        show(page);
        TicketTemplate own = shippedTemplates().at(1);
        own.id = u"own"_s;
        page.begin({own}, u"own"_s);
        const auto count = own.elements.size();
        press(page, u"addPartButton"_s);
        QCOMPARE(page.draft().elements.size(), count + 1);
        QVERIFY(!canSave(page)); // it has no text
        type(page, u"ruEdit"_s, u"Welcome"_s);
        QCOMPARE(page.draft().elements.last().text.value(u"ru"_s), u"Welcome"_s);
        press(page, u"partUpButton"_s);
        QCOMPARE(page.draft().elements.at(count - 1).text.value(u"ru"_s), u"Welcome"_s);
        press(page, u"removePartButton"_s);
        QCOMPARE(page.draft(), own);
    }

    void changesAreNotLostWithoutAQuestion()
    {
        TemplatesPage page(u"en"_s, nullptr);
        show(page);
        choose(page, u"roll-80"_s);
        press(page, u"copyTemplateButton"_s);
        QSignalSpy leaves(&page, &TemplatesPage::left);
        press(page, u"backButton"_s);
        QCOMPARE(leaves.size(), 0);
        QTRY_VERIFY(child<QPushButton>(page, u"leaveTemplateYesButton"_s).isEnabled());
        press(page, u"leaveTemplateYesButton"_s);
        QCOMPARE(leaves.size(), 1);
    }

    /// Any kind of part, with anything typed into any of its fields: it is said what is wrong, and nothing that a
    /// printer or the next start could not take is saved or exported.
    void anythingMayBeTyped_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind < 5; ++kind)
            QTest::addRow("%d", kind) << kind;
    }

    void anythingMayBeTyped()
    {
        QFETCH(int, kind);
        TemplatesPage page(u"en"_s, nullptr);
        show(page);
        TicketTemplate own = shippedTemplates().at(1);
        own.id = u"own"_s;
        page.begin({own}, u"own"_s);
        auto &kinds = child<QComboBox>(page, u"addPartChoice"_s);
        kinds.setFocus();
        for (int i = 0; i < kind; ++i)
            QTest::keyClick(&kinds, Qt::Key_Down);
        press(page, u"addPartButton"_s);
        QCOMPARE(page.draft().elements.size(), own.elements.size() + 1);
        const auto &preview = *page.findChild<TemplatePreview *>();
        for (const QString &field :
             {u"xEdit"_s, u"yEdit"_s, u"widthEdit"_s, u"heightEdit"_s, u"sizeEdit"_s, u"floorEdit"_s, u"ruEdit"_s}) {
            if (!page.findChild<QLineEdit *>(field) || !child<QLineEdit>(page, field).isVisible())
                continue;
            const QString before = child<QLineEdit>(page, field).text();
            for (const QString &text : {u"0"_s, u"-5"_s, u"1e300"_s, u"-1e308"_s, u"1e999"_s, u"nan"_s, u" "_s, u"x"_s,
                                        u"0,0001"_s, u"{title"_s, u"}{"_s, u"{}"_s, QString(30, u'9')}) {
                type(page, field, text);
                page.grab();
                const bool isRight = isUsable(okoshko::check(page.draft(), 203));
                QVERIFY2(isRight || !canSave(page), qPrintable(field + u' ' + text));
                QCOMPARE(child<QPushButton>(page, u"exportTemplateButton"_s).isEnabled(), canSave(page));
                QVERIFY2(canSave(page) || !faults(page).isEmpty() ||
                             child<QLabel>(page, field + u"Reason"_s).isVisible(),
                         qPrintable(field + u' ' + text));
                QVERIFY(!preview.fault() || !preview.accessibleDescription().isEmpty());
            }
            type(page, field, before.isEmpty() ? u"-"_s : before);
        }
        press(page, u"removePartButton"_s);
        QCOMPARE(page.draft().elements, own.elements);
    }

    /// No part with an obligatory field can be deleted from what is saved, nor the strip for the marks.
    void obligatoryPartsCannotBeLost()
    {
        TicketTemplate own = shippedTemplates().at(2);
        own.id = u"own"_s;
        int obligatory = 0;
        for (int i = 0; i < own.elements.size(); ++i) {
            TemplatesPage page(u"en"_s, nullptr);
            show(page);
            page.begin({own}, u"own"_s);
            child<QListWidget>(page, u"partsList"_s).setCurrentRow(i + 1);
            press(page, u"removePartButton"_s);
            if (own.elements.at(i).text.isEmpty())
                continue;
            const bool hasFields = !fieldsIn(textIn(own.elements.at(i).text, u"ru"_s)).isEmpty();
            const bool isMissed = faults(page).contains(u"obligatory field is missing");
            QVERIFY(!isMissed || !canSave(page));
            QVERIFY2(!hasFields || isMissed || faults(page).contains(u"should be there") || canSave(page),
                     qPrintable(faults(page)));
            obligatory += isMissed ? 1 : 0;
        }
        QVERIFY2(obligatory >= 8, qPrintable(QString::number(obligatory)));
        TemplatesPage page(u"en"_s, nullptr);
        show(page);
        page.begin({own}, u"own"_s);
        child<QListWidget>(page, u"partsList"_s).setCurrentRow(0);
        for (const QString &height : {u"0"_s, u"-20"_s, u"1"_s, u"1e300"_s}) {
            auto edits = page.findChildren<QLineEdit *>(u"heightEdit"_s); // of the paper, then of the strip
            edits.removeIf([](const QLineEdit *edit) { return !edit->isVisible(); });
            QCOMPARE(edits.size(), 2);
            edits.last()->setFocus();
            edits.last()->selectAll();
            QTest::keyClicks(edits.last(), height);
            QVERIFY2(!canSave(page) && !faults(page).isEmpty(), qPrintable(height));
        }
    }

    void aTemplateHasAsManyPartsAsItsFileTakes()
    {
        TemplatesPage page(u"en"_s, nullptr);
        show(page);
        TicketTemplate own = shippedTemplates().at(1);
        own.id = u"own"_s;
        TemplateElement line;
        line.kind = TemplateElement::Kind::Line;
        line.box = QRectF(4, 4, 1, 0.2);
        while (own.elements.size() < maxElements)
            own.elements << line;
        page.begin({own}, u"own"_s);
        QVERIFY(isUsable(readTemplate(writeTemplate(own), 203).faults));
        auto &kinds = child<QComboBox>(page, u"addPartChoice"_s);
        kinds.setCurrentIndex(4);
        press(page, u"addPartButton"_s);
        QVERIFY2(!canSave(page) && faults(page).contains(u"at most 200 parts"), qPrintable(faults(page)));
    }

    void filesThatAreNoTemplatesAreToldApart_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("words");
        const QByteArray stock = writeTemplate(shippedTemplates().at(2));
        QTest::newRow("another version") << QByteArray(stock).replace("\"version\":1", "\"version\":7")
                                         << u"version 7"_s;
        QTest::newRow("broken") << stock.first(400) << u"not valid JSON"_s;
        QTest::newRow("empty") << QByteArray() << u"not valid JSON"_s;
        QTest::newRow("zeros") << QByteArray(5000, '\0') << u"not valid JSON"_s;
        QTest::newRow("settings") << QByteArray(R"({"format":"okoshko-settings","version":1})")
                                  << u"not a ticket template"_s;
        QTest::newRow("5 MB") << QByteArray(5'000'000, ' ') << u"too large"_s;
        QByteArray members;
        for (int i = 0; i < 5000; ++i)
            members += "\"member" + QByteArray::number(i) + QByteArray(100, 'x') + "\":1,";
        QTest::newRow("many faults") << QByteArray(stock).replace("\"id\":", members + "\"id\":") << u"4988 more"_s;
    }

    void filesThatAreNoTemplatesAreToldApart()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, words);
        registerTranslations();
        QTranslator english;
        QVERIFY(english.load(u":/i18n/okoshko_en.qm"_s));
        QCoreApplication::installTranslator(&english);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"template.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        TemplatesPage page(u"en"_s, nullptr);
        show(page);
        const TicketTemplate before = page.draft();
        page.showImported(file.fileName(), readTemplateFile(file.fileName(), 203));
        QCOMPARE(page.draft(), before);
        const QString body = child<Notice>(page, u"templatesNotice"_s).body();
        QVERIFY2(body.contains(words), qPrintable(body));
        QVERIFY2(body.size() < 3000 && body.count(u'\n') < 15, qPrintable(body));
        page.showImported(folder.path(), readTemplateFile(folder.path(), 203));
        QVERIFY(child<Notice>(page, u"templatesNotice"_s).body().contains(u"not an ordinary file"));
        page.showImported(folder.filePath(u"none"_s), readTemplateFile(folder.filePath(u"none"_s), 203));
        QVERIFY(child<Notice>(page, u"templatesNotice"_s).body().contains(u"cannot be read"));
    }

    /// The one on screen is removed, not the one that was chosen before.
    void removesWhatIsOnScreen()
    {
        TemplatesPage page(u"en"_s, nullptr);
        show(page);
        TicketTemplate first = shippedTemplates().at(1);
        first.id = u"first"_s;
        TicketTemplate second = shippedTemplates().at(2);
        second.id = u"second"_s;
        page.begin({first, second}, u"first"_s);
        page.showImported(u"/home/x/second.json"_s, readTemplate(writeTemplate(second), 203));
        QSignalSpy removals(&page, &TemplatesPage::removeRequested);
        press(page, u"removeTemplateButton"_s);
        QTRY_VERIFY(child<QPushButton>(page, u"removeTemplateYesButton"_s).isEnabled());
        press(page, u"removeTemplateYesButton"_s);
        QCOMPARE(removals.size(), 1);
        QCOMPARE(removals.first().first().toString(), u"second"_s);
    }

    void faultyFilesChangeNothing()
    {
        TemplatesPage page(u"en"_s, nullptr);
        show(page);
        const TicketTemplate before = page.draft();
        page.showImported(u"/home/x/broken.json"_s, readTemplate("{", 203));
        QCOMPARE(page.draft(), before);
        QVERIFY(child<Notice>(page, u"templatesNotice"_s).body().contains(u"line 1"));
        TicketTemplate other = shippedTemplates().at(1);
        other.id = u"other"_s;
        page.showImported(u"/home/x/other.json"_s, readTemplate(writeTemplate(other), 203));
        QCOMPARE(page.draft(), other);
        QVERIFY(canSave(page));
    }
};

} // namespace okoshko::test::tst_templatespage

OKOSHKO_TEST(tst_templatespage, TemplatesPageTest, QApplication)
#include "tst_templatespage.moc"
