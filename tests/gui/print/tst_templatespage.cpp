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
