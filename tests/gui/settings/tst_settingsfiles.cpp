// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/settings/SettingsFixture.h"

#include "app/printing/TemplateFolder.h"
#include "app/settings/SettingsFile.h"
#include "tests/support/TestProgram.h"
#include "ui/print/TemplatePreview.h"
#include "ui/settings/SettingsPage.h"
#include "ui/widgets/Notice.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMessageBox>

#include <csignal>
#include <memory>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_settingsfiles {

using Page = SettingsFixture::Page;

namespace {

volatile std::sig_atomic_t isAwaited = 0; ///< a file that the test holds

} // namespace

/// Settings out of a counter and into another, and a file with mistakes.
class SettingsFilesTest : public QObject
{
    Q_OBJECT

private:
    static void chooseFile(SettingsFixture &s, const QString &dialogName, const QString &path)
    {
        QFileDialog *dialog = nullptr;
        QTRY_VERIFY(dialog = s.gui.windows->main().findChild<QFileDialog *>(dialogName));
        QTRY_VERIFY(dialog->isVisible());
        auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
        QVERIFY(name);
        name->selectAll();
        QGuiApplication::clipboard()->setText(path); // typing would be answered by what it completes to
        QTest::keyClick(name, Qt::Key_V, Qt::ControlModifier);
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->isDefault())
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_VERIFY(!s.gui.windows->main().findChild<QFileDialog *>(dialogName));
    }

    static const Notice &notice(const SettingsFixture &s) { return *s.gui.hand->find<Notice>(u"settingsNotice"_s); }

    static QString write(const QTemporaryDir &folder, const QByteArray &text)
    {
        QFile file(folder.filePath(u"settings-of-others.json"_s));
        [&] { QVERIFY(file.open(QIODevice::WriteOnly)); }();
        file.write(text);
        return file.fileName();
    }

private Q_SLOTS:
    void exportsWhatIsSaved()
    {
        SettingsFixture s;
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"out.json"_s);
        s.open(Page::Counter);
        s.fill(u"counterNameEdit"_s, u"Left"_s);
        QVERIFY(!s.gui.isShown(u"exportSettingsButton"_s)); // not what is not saved
        s.save();
        s.gui.click(u"exportSettingsButton"_s);
        chooseFile(s, u"saveDialog"_s, path);
        QMessageBox *box = nullptr;
        QTRY_VERIFY(box = s.gui.windows->main().findChild<QMessageBox *>(u"savedBox"_s));
        QVERIFY2(box->text().contains(path), qPrintable(box->text()));
        box->accept();
        QCOMPARE(readSettingsFile(path, {}).values, s.saved());
        QCOMPARE(readSettingsFile(path, {}).faults, QList<SettingsFault>());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(s.gui.server->key().toLatin1()));
    }

    void aFaultyFileOfTheCounterCanBeSaved()
    {
        SettingsFixture s;
        s.open(Page::Counter);
        auto *page = s.gui.hand->find<SettingsPage>(u"settingsPage"_s);
        QVERIFY(!s.gui.isShown(u"saveSettingsButton"_s));
        page->begin(s.saved(), {{.field = u"urgentFrom"_s}});
        QVERIFY(s.gui.isShown(u"saveSettingsButton"_s));
        s.save();
        QVERIFY(!s.gui.isShown(u"saveSettingsButton"_s));
    }

    void whereTheLastFileWasTheNextIsLookedFor()
    {
        SettingsFixture s;
        const QTemporaryDir folder;
        s.open(Page::Selling);
        s.gui.click(u"exportSettingsButton"_s);
        chooseFile(s, u"saveDialog"_s, folder.filePath(u"out.json"_s));
        QMessageBox *box = nullptr;
        QTRY_VERIFY(box = s.gui.windows->main().findChild<QMessageBox *>(u"savedBox"_s));
        box->accept();
        s.gui.click(u"importSettingsButton"_s);
        QFileDialog *dialog = nullptr;
        QTRY_VERIFY(dialog = s.gui.windows->main().findChild<QFileDialog *>(u"openDialog"_s));
        QCOMPARE(dialog->directory().canonicalPath(), QFileInfo(folder.path()).canonicalFilePath());
        dialog->reject();
    }

    void importsWhatIsRight()
    {
        SettingsFixture s;
        const QTemporaryDir folder;
        CounterSettings others;
        others.urgentFrom = 300s;
        others.paymentSystems.removeLast();
        others.language = Format::Language::English;
        const QString path = write(folder, writeSettings(others));
        s.open(Page::Systems);
        s.gui.click(u"importSettingsButton"_s);
        chooseFile(s, u"openDialog"_s, path);
        QTRY_COMPARE(s.table().model()->rowCount(), others.paymentSystems.size());
        QCOMPARE(s.saved().paymentSystems.size(), defaultPaymentSystems().size()); // it is looked through first
        s.save();
        QCOMPARE(s.saved(), others);
    }

    void listsEveryMistakeAndChangesNothing_data()
    {
        QTest::addColumn<Format::Language>("language");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("en") << Format::Language::English
                            << QStringList{u"line 4, textSize: It must be 80…200."_s,
                                           u"line 5, theme: One of these belongs here"_s,
                                           u"line 6, secret: A settings file holds no key"_s};
        QTest::newRow("ru") << Format::Language::Russian
                            << QStringList{u"строка 4, textSize: "_s, u"строка 5, theme: "_s, u"строка 6, secret: "_s};
    }

    void listsEveryMistakeAndChangesNothing()
    {
        QFETCH(Format::Language, language);
        QFETCH(QStringList, words);
        SettingsFixture s(language);
        const QTemporaryDir folder;
        const QString path = write(folder, R"({
"format": "okoshko-settings",
"version": 1,
"textSize": 5,
"theme": "black",
"secret": "x",
"urgentFrom": 300
})");
        const CounterSettings before = s.saved();
        s.open(Page::Selling);
        s.gui.click(u"importSettingsButton"_s);
        chooseFile(s, u"openDialog"_s, path);
        QTRY_VERIFY(s.gui.find(u"settingsNotice"_s));
        for (const QString &part : words)
            QTRY_VERIFY2(notice(s).body().contains(part), qPrintable(notice(s).body()));
        QCOMPARE(notice(s).body().count(u'\n'), 2);
        QCOMPARE(s.gui.hand->find<QLineEdit>(u"urgentFromEdit"_s)->text(), u"120"_s);
        QVERIFY(!s.gui.isShown(u"saveSettingsButton"_s));
        QCOMPARE(s.saved(), before);
    }

    void aPipeIsRefused()
    {
        SettingsFixture s;
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        s.open(Page::Selling);
        s.gui.click(u"importSettingsButton"_s);
        chooseFile(s, u"openDialog"_s, path);
        QTRY_VERIFY(s.gui.find(u"settingsNotice"_s) && notice(s).body().contains(u"not an ordinary file"));
    }

    void aFileThatHangsHoldsNobodyWhoLeaves()
    {
        const QTemporaryDir folder;
        const QString path = write(folder, "{}");
        // Who opens it waits until the one that holds it lets it go, as on a share that hangs.
        std::signal(SIGIO, [](int) { isAwaited = 1; });
        const int held = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC);
        QCOMPARE(::fcntl(held, F_SETLEASE, F_WRLCK), 0);
        auto s = std::make_unique<SettingsFixture>();
        s->open(Page::Selling);
        s->gui.click(u"importSettingsButton"_s);
        chooseFile(*s, u"openDialog"_s, path);
        QTRY_VERIFY(isAwaited);
        QElapsedTimer time;
        time.start();
        s.reset();
        QVERIFY2(time.elapsed() < 5000, qPrintable(QString::number(time.elapsed())));
        ::close(held);
    }

    void aNewerFileIsNamedAsSuch()
    {
        SettingsFixture s;
        const QTemporaryDir folder;
        const QString path = write(folder, R"({"format": "okoshko-settings", "version": 7, "warp": true})");
        s.open(Page::Selling);
        s.gui.click(u"importSettingsButton"_s);
        chooseFile(s, u"openDialog"_s, path);
        QTRY_VERIFY(s.gui.find(u"settingsNotice"_s));
        QTRY_VERIFY2(notice(s).body().contains(u"newer Okoshko (version 7"), qPrintable(notice(s).body()));
    }

    void theMistakesOfTheCountersOwnFileAreTold()
    {
        SettingsFixture s;
        auto *dialog = s.gui.windows->main().findChild<SettingsPage *>(u"settingsPage"_s);
        s.open(Page::Selling);
        dialog->begin(s.saved(), {{SettingsReason::OutOfBounds, u"textSize"_s, u"80…200"_s, 6}});
        QVERIFY2(notice(s).body().contains(u"line 6, textSize"), qPrintable(notice(s).body()));
    }

    void aFolderThatCannotBeWrittenIsSaid()
    {
        SettingsFixture s;
        s.open(Page::Selling);
        s.fill(u"urgentFromEdit"_s, u"300"_s);
        // A folder in the way of the file; for root no permission would be.
        const QString path = s.gui.settings.path();
        QFile::remove(path);
        QVERIFY(QDir().mkpath(path + u"/in the way"_s));
        s.press(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(s.gui.find(u"settingsNotice"_s));
        QVERIFY2(notice(s).title().contains(u"could not be written"), qPrintable(notice(s).title()));
        QVERIFY(s.gui.isShown(u"saveSettingsButton"_s)); // can be tried again
        QVERIFY(QDir(path).removeRecursively());
        s.save();
        QCOMPARE(Settings(s.gui.profile.path()).values().urgentFrom, 300s);
    }

    /// A template that goes, and comes back, while orders are shown.
    void aPrinterWithoutItsTemplateIsSaidBeforeASale()
    {
        const QTemporaryDir files;
        TicketTemplate own = shippedTemplates().first();
        own.id = u"own"_s;
        SettingsFixture s;
        CounterSettings values = s.saved();
        values.print.printers = {PrinterProfile{.name = u"Roll"_s, .queue = u"a"_s, .ticketTemplate = u"own"_s}};
        QVERIFY(s.gui.settings.save(values));
        TemplateFolder templates(files.path());
        s.gui.windows->setTemplates(templates);
        QVERIFY(!s.gui.find(u"bannerLabel"_s)); // not known yet
        templates.read();
        QTRY_VERIFY2(s.words(u"bannerLabel"_s).contains(u"own"_s), qPrintable(s.words(u"bannerLabel"_s)));
        QVERIFY(s.words(u"bannerLabel"_s).contains(u"Roll"_s));
        QFile file(files.filePath(u"own.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(writeTemplate(own)) > 0 && file.flush());
        file.close();
        QTRY_VERIFY(!s.gui.find(u"bannerLabel"_s));
        QVERIFY(file.remove());
        QTRY_VERIFY(s.gui.isShown(u"bannerButton"_s));
        s.gui.click(u"bannerButton"_s);
        QVERIFY(s.gui.isShown(u"settingsPages"_s));
    }

    /// The preview can show a ticket that was sold; its code on the screen would let somebody in.
    void aTemplateIsSeenWithATicketThatWasSold()
    {
        const QTemporaryDir files;
        TemplateFolder templates(files.filePath(u"templates"_s));
        SettingsFixture s;
        s.gui.windows->setTemplates(templates);
        const auto samples = [&s] { return s.gui.windows->main().findChild<QComboBox *>(u"sampleChoice"_s); };
        const auto open = [&s] {
            s.open(Page::Printers);
            s.gui.click(u"templatesButton"_s);
        };
        open();
        QCOMPARE(samples()->count(), 2);
        s.gui.click(u"backButton"_s);
        s.gui.click(u"backButton"_s);
        const OrderId order = s.gui.startPayment(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1).order.id;
        s.gui.buyerPays(*s.gui.counter->service.sale(order));
        const auto sale = [&s, &order] { return s.gui.counter->service.sale(order); };
        QTRY_VERIFY_WITH_TIMEOUT(sale()->order.status == OrderStatus::Done, GuiFixture::patience);
        QTRY_VERIFY(!sale()->tickets.isEmpty() && !sale()->tickets.first().barcode.isEmpty());
        const QString barcode = sale()->tickets.first().barcode;
        s.gui.click(u"backButton"_s);
        open();
        QCOMPARE(samples()->count(), 3);
        samples()->setFocus();
        s.press(Qt::Key_End);
        QCOMPARE(samples()->currentText(), u"the ticket sold last"_s);
        const auto *preview = s.gui.windows->main().findChild<TemplatePreview *>();
        QCOMPARE(preview->ticket().text(TicketField::OrderNumber).remove(QChar::Nbsp).toLongLong(),
                 sale()->order.number);
        QCOMPARE(preview->ticket().text(TicketField::Barcode), QString(barcode.size(), u'0'));
    }

    /// From the printers' page: a shipped template copied, saved, exported and removed.
    void ticketTemplatesAreChangedFromThePrinters()
    {
        const QTemporaryDir files;
        TemplateFolder templates(files.filePath(u"templates"_s));
        SettingsFixture s;
        s.gui.windows->setTemplates(templates);
        QSignalSpy changes(&templates, &TemplateFolder::changed);
        templates.read();
        QTRY_COMPARE(changes.size(), 1);
        s.open(Page::Printers);
        s.gui.click(u"templatesButton"_s);
        QVERIFY(s.gui.isShown(u"templatesPage"_s));
        s.gui.click(u"copyTemplateButton"_s);
        s.press(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(changes.size(), 2);
        const QString id = templates.all().last().id;
        QVERIFY(QFile::exists(files.filePath(u"templates/%1.json"_s.arg(id))));
        s.gui.click(u"exportTemplateButton"_s);
        const QString exported = files.filePath(u"out.json"_s);
        chooseFile(s, u"saveDialog"_s, exported);
        QTRY_VERIFY(QFile::exists(exported));
        QCOMPARE(readTemplateFile(exported, 203).read, templates.all().last());
    }
};

} // namespace okoshko::test::tst_settingsfiles

OKOSHKO_TEST(tst_settingsfiles, SettingsFilesTest, QApplication)
#include "tst_settingsfiles.moc"
