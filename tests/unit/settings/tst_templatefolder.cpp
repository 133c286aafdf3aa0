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
        QVERIFY(notice->title().contains(u"wide.json"));
        QVERIFY2(notice->body().contains(u"line 2, page.width"), qPrintable(notice->body()));
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
