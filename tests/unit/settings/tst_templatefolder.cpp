// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/printing/TemplateFolder.h"
#include "tests/support/TestProgram.h"
#include "ui/print/TemplatesPage.h"
#include "ui/widgets/Notice.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_templatefolder {

/// The counter's own templates as files, with the page that changes them.
class TemplateFolderTest : public QObject
{
    Q_OBJECT

private:
    static TicketTemplate own(const QString &id)
    {
        TicketTemplate own = shippedTemplates().first();
        own.id = id;
        return own;
    }
    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }

private Q_SLOTS:
    void templatesAreSavedReadAndRemoved()
    {
        const QTemporaryDir files;
        const QString path = files.filePath(u"templates"_s);
        QWidget window;
        FileSaver saver(window);
        TemplatesPage page(u"en"_s, nullptr);
        {
            TemplateFolder folder(path);
            folder.connectTo(page, saver);
            QSignalSpy changes(&folder, &TemplateFolder::changed);
            folder.read();
            QTRY_COMPARE(changes.size(), 1);
            QCOMPARE(folder.all().size(), 3);
            Q_EMIT page.saveRequested(own(u"mine"_s));
            QTRY_COMPARE(changes.size(), 2);
            QCOMPARE(folder.all().size(), 4);
            QCOMPARE(page.draft().id, u"mine"_s);
        }
        TemplateFolder folder(path);
        folder.connectTo(page, saver);
        QSignalSpy changes(&folder, &TemplateFolder::changed);
        folder.read();
        QTRY_COMPARE(changes.size(), 1);
        QCOMPARE(folder.all().last(), own(u"mine"_s));
        Q_EMIT page.removeRequested(u"mine"_s);
        QCOMPARE(folder.all().size(), 3);
        QTRY_VERIFY(!QFile::exists(path + u"/mine.json"_s));
    }

    void aBrokenFileIsNamedWithItsLine()
    {
        const QTemporaryDir files;
        write(files.filePath(u"good.json"_s), writeTemplate(own(u"good"_s)));
        write(files.filePath(u"wide.json"_s),
              writeTemplate(own(u"wide"_s)).replace("\"width\":210,", "\"width\":\"wide\","));
        TemplateFolder folder(files.path());
        QSignalSpy changes(&folder, &TemplateFolder::changed);
        folder.read();
        QTRY_COMPARE(changes.size(), 1);
        QCOMPARE(folder.all().size(), 4);
        QCOMPARE(folder.broken().size(), 1);
        TemplatesPage page(u"en"_s, nullptr);
        folder.show(page);
        const auto *notice = page.findChild<Notice *>(u"templatesNotice"_s);
        QVERIFY2(notice->body().contains(u"wide.json"), qPrintable(notice->body()));
        QVERIFY2(notice->body().contains(u"line 2, page.width"), qPrintable(notice->body()));
    }

    /// Copied by hand, with the id of another one: none is left out without a word.
    void aFileWithTheIdOfAnotherIsNamed()
    {
        const QTemporaryDir files;
        write(files.filePath(u"mine.json"_s), writeTemplate(own(u"mine"_s)));
        write(files.filePath(u"other.json"_s), writeTemplate(own(u"mine"_s)));
        write(files.filePath(u"shipped.json"_s), writeTemplate(shippedTemplates().first()));
        TemplateFolder folder(files.path());
        folder.read();
        QTRY_VERIFY(folder.isRead());
        QCOMPARE(folder.all().size(), 4);
        TemplatesPage page(u"en"_s, nullptr);
        folder.show(page);
        const auto *notice = page.findChild<Notice *>(u"templatesNotice"_s);
        QVERIFY2(notice->title().startsWith(u"2 "_s), qPrintable(notice->title()));
        const QStringList lines = notice->body().split(u'\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines.at(0).endsWith(u"other.json"_s));
        QVERIFY2(lines.at(1).startsWith(u"id: The file mine.json"_s), qPrintable(lines.at(1)));
        QVERIFY(lines.at(2).endsWith(u"shipped.json"_s));
        QVERIFY2(lines.at(3).contains(u"comes with Okoshko"_s), qPrintable(lines.at(3)));
    }

    /// Another fault in the same file is news, too.
    void aFileThatIsBrokenOtherwiseIsTold()
    {
        const QTemporaryDir files;
        const QString path = files.filePath(u"mine.json"_s);
        write(path, "broken");
        TemplateFolder folder(files.path());
        QSignalSpy changes(&folder, &TemplateFolder::changed);
        folder.read();
        QTRY_COMPARE(changes.size(), 1);
        write(path, writeTemplate(shippedTemplates().first()));
        QTRY_COMPARE(changes.size(), 2);
        QCOMPARE(folder.broken().first().faults.first().reason, TemplateReason::IdTaken);
    }

    /// A file is mended, and another one taken away, while the program runs.
    void whatChangesOnTheDiskIsReadAgain()
    {
        const QTemporaryDir files;
        const QString path = files.filePath(u"mine.json"_s);
        write(path, "broken");
        TemplateFolder folder(files.path());
        QVERIFY(!folder.isRead());
        folder.read();
        QTRY_VERIFY(folder.isRead());
        QCOMPARE(folder.all().size(), 3);
        write(path, writeTemplate(own(u"mine"_s)));
        QTRY_COMPARE(folder.all().size(), 4);
        QVERIFY(folder.broken().isEmpty());
        QVERIFY(QFile::remove(path));
        QTRY_COMPARE(folder.all().size(), 3);
    }

    void aFolderThatCannotBeWrittenIsSaid()
    {
        const QTemporaryDir files;
        write(files.filePath(u"templates"_s), "a file in its place");
        QWidget window;
        FileSaver saver(window);
        TemplatesPage page(u"en"_s, nullptr);
        TemplateFolder folder(files.filePath(u"templates"_s));
        folder.connectTo(page, saver);
        Q_EMIT page.saveRequested(own(u"mine"_s));
        const auto *notice = page.findChild<Notice *>(u"templatesNotice"_s);
        QTRY_VERIFY(notice->title().contains(u"could not be written"));
        QCOMPARE(folder.all().size(), 3);
    }
};

} // namespace okoshko::test::tst_templatefolder

OKOSHKO_TEST(tst_templatefolder, TemplateFolderTest, QApplication)
#include "tst_templatefolder.moc"
