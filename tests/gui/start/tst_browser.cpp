// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/Browser.h"
#include "tests/gui/start/StartFixture.h"
#include "tests/support/TestProgram.h"
#include "ui/widgets/Notice.h"

#include "models/tables/EventListModel.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFile>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_browser {

namespace {

/// A computer on whose path there is nothing but what a test puts there.
class Path
{
public:
    Path()
    {
        qputenv("PATH", m_folder.path().toLocal8Bit());
        qunsetenv("BROWSER");
    }
    ~Path() { qputenv("PATH", m_before); }

    /// A program that writes down what it was asked to open, and then does \a script.
    void add(const QString &name, const QByteArray &script) const
    {
        QFile file(this->file(name));
        const QByteArray text = "#!/bin/sh\necho \"$1\" >> '" + asked().toUtf8() + "'\n" + script + '\n';
        [&] { QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size()); }();
        file.close();
        [&] { QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)); }();
    }
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QByteArray askedFor() const
    {
        QFile file(asked());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    [[nodiscard]] QString asked() const { return file(u"asked"_s); }

    QTemporaryDir m_folder;
    QByteArray m_before = qgetenv("PATH");
};

const QUrl page(u"https://pay.example.org/?a=1&b='%22$(x)"_s);

} // namespace

/// A payment page that opens nowhere is told, and the buyer can pay all the same.
class BrowserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensThePageAsItIs()
    {
        const Path path;
        path.add(u"xdg-open"_s, "exit 0");
        path.add(u"firefox"_s, "exit 1"); // which is not asked
        Browser browser;
        QSignalSpy failed(&browser, &Browser::failed);
        QVERIFY(QDesktopServices::openUrl(page));
        QTRY_COMPARE(path.askedFor(), page.toEncoded() + '\n');
        path.add(u"xdg-open"_s, "exit 4");
        browser.open(QUrl(u"https://other.example.org"_s));
        QTRY_COMPARE(failed.count(), 1); // of the second one
        QCOMPARE(failed.first().first().toUrl(), QUrl(u"https://other.example.org"_s));
    }

    void seesThatItFailed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("no browser") << QString() << QByteArray();
        QTest::newRow("nothing to open it with") << u"xdg-open"_s << QByteArray("exit 3");
        QTest::newRow("refuses as root") << u"firefox"_s << QByteArray("exit 1");
        QTest::newRow("dies") << u"xdg-open"_s << QByteArray("kill -9 $$");
    }
    void seesThatItFailed()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, script);
        const Path path;
        if (!name.isEmpty())
            path.add(name, script);
        Browser browser;
        QSignalSpy failed(&browser, &Browser::failed);
        browser.open(page);
        QCOMPARE(failed.count(), 0);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.first().first().toUrl(), page);
    }

    void whatFailsAfterItWasOpenedAnewIsNotTold()
    {
        const Path path;
        QCOMPARE(::mkfifo(QFile::encodeName(path.file(u"end"_s)).constData(), 0600), 0);
        path.add(u"xdg-open"_s, "cd \"${0%/*}\"; read word < end; exit 3");
        Browser browser;
        QSignalSpy failed(&browser, &Browser::failed);
        browser.open(page);
        QTRY_VERIFY(!path.askedFor().isEmpty());
        path.add(u"firefox"_s, "exit 0");
        QVERIFY(QFile::remove(path.file(u"xdg-open"_s)));
        browser.open(page);
        QTRY_COMPARE(browser.findChildren<QProcess *>().size(), 1);
        QFile end(path.file(u"end"_s));
        QVERIFY(end.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && end.write("no\n") == 3);
        QTRY_VERIFY(browser.findChildren<QProcess *>().isEmpty());
        QCOMPARE(failed.count(), 0);
    }

    void aBrowserOutlivesTheProgram()
    {
        const Path path;
        QCOMPARE(::mkfifo(QFile::encodeName(path.file(u"end"_s)).constData(), 0600), 0);
        path.add(u"xdg-open"_s, "cd \"${0%/*}\"; read word < end; echo \"$word\" >> asked");
        {
            Browser browser;
            browser.open(page);
            QTRY_VERIFY(!path.askedFor().isEmpty());
        }
        QFile end(path.file(u"end"_s));
        QVERIFY(end.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && end.write("survived\n") == 9);
        QTRY_VERIFY(path.askedFor().endsWith("survived\n"));
    }

    void itIsSaidAndTheCodeIsThere()
    {
        const Path path;
        path.add(u"xdg-open"_s, "exit 3");
        const TemporaryHome home;
        Arguments arguments;
        arguments.training = Arguments::Training::Yes;
        arguments.language = u"en"_s;
        const StartFixture fixture(arguments);
        QTRY_VERIFY(StartFixture::counter() && StartFixture::counter()->isEnabled());
        StartFixture::counter()->activateWindow();
        StartFixture::press(Qt::Key_F2);
        QTRY_VERIFY(StartFixture::isShown(u"eventList"_s));
        auto *list = qobject_cast<QAbstractItemView *>(StartFixture::find(u"eventList"_s));
        QModelIndexList hits;
        QTRY_VERIFY(!(hits = list->model()->match(list->model()->index(0, 0), EventListModel::EventIdRole,
                                                  u"56a6253df06c5a059a93802e"_s, 1, Qt::MatchExactly))
                         .isEmpty());
        QCOMPARE(InputDriver(*StartFixture::counter()).click(*list, hits.first()), InputDriver::Result::Done);
        StartFixture::click(u"stepper_56a6254bf06c5a059b93800c"_s);
        StartFixture::press(Qt::Key_1);
        StartFixture::press(Qt::Key_Return);
        QTRY_VERIFY(StartFixture::isShown(u"startPaymentButton"_s));
        StartFixture::press(Qt::Key_Return);
        QTRY_VERIFY(StartFixture::find(u"browserNotice"_s));
        QCOMPARE(qobject_cast<Notice *>(StartFixture::find(u"browserNotice"_s))->title(),
                 u"The browser did not open."_s);
        QVERIFY(StartFixture::isShown(u"qrCode"_s));
        QVERIFY(StartFixture::isShown(u"copyAddressButton"_s));
    }
};

} // namespace okoshko::test::tst_browser

OKOSHKO_TEST(tst_browser, BrowserTest, QApplication)
#include "tst_browser.moc"
