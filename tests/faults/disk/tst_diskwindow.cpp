// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/Profiles.h"
#include "tests/faults/disk/BadDisk.h"
#include "tests/gui/sale/GuiFixture.h"

#include "tests/support/OpenStore.h"
#include "ui/widgets/Notice.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QTemporaryDir>

#include <cerrno>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test {

/// What the cashier reads when the disk takes nothing, and that selling goes on where it stopped.
class DiskWindowTest : public QObject
{
    Q_OBJECT

private:
    static QString banner(const GuiFixture &stage)
    {
        const auto *label = stage.hand->find<QLabel>(u"bannerLabel"_s);
        return label ? label->text() : QString();
    }

    static qsizetype ordersAtTheServer(GuiFixture &stage)
    {
        std::optional<qsizetype> count;
        stage.other->api.orders({}, &stage,
                                [&count](const auto &orders) { count = orders ? orders->orders.size() : -1; });
        [&] { QTRY_VERIFY(count.has_value()); }();
        return count.value_or(-1);
    }

    static bool reads(const GuiFixture &stage, const QString &words)
    {
        const auto labels = stage.windows->main().findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&words](const QLabel *label) {
            return label->isVisible() && QString(label->text()).remove(QChar(0x200B)).contains(words);
        });
    }

private Q_SLOTS:
    void saysSoAndGoesOn_data()
    {
        QTest::addColumn<Format::Language>("language");
        QTest::addColumn<int>("error");
        QTest::addColumn<QString>("above");
        QTest::addColumn<QString>("beside");
        QTest::newRow("full, English")
            << Format::Language::English << ENOSPC
            << u"Selling is stopped: this counter's journal cannot be written. The disk is full. "
               "Free some space; selling goes on by itself."_s
            << u"nothing was sent to the server"_s;
        QTest::newRow("full, Russian")
            << Format::Language::Russian << ENOSPC
            << u"Продажа остановлена: не удаётся записывать журнал кассы. Диск заполнен. Освободите место — продажа "
               "продолжится сама."_s
            << u"на сервер ничего не отправлено"_s;
        QTest::newRow("read-only, English") << Format::Language::English << EROFS
                                            << u"Its folder or file cannot be written to. Call the administrator."_s
                                            << u"nothing was sent to the server"_s;
    }

    void saysSoAndGoesOn()
    {
        QFETCH(Format::Language, language);
        QFETCH(int, error);
        QFETCH(QString, above);
        QFETCH(QString, beside);
        GuiFixture stage(language);
        QVERIFY(banner(stage).isEmpty());
        stage.pick(GuiFixture::pageEvent(), GuiFixture::pageSet(), 2);
        {
            const BadDisk bad(stage.profile.filePath(u"journal.sqlite"_s), error);
            stage.press(Qt::Key_Return);
            QTRY_VERIFY2(banner(stage).contains(above), qPrintable(banner(stage)));
            QTRY_VERIFY(reads(stage, beside));
            QCOMPARE(ordersAtTheServer(stage), 0);
        }
        QTRY_VERIFY_WITH_TIMEOUT(banner(stage).isEmpty(), GuiFixture::patience);
        QTRY_VERIFY(stage.isShown(u"reserveButton"_s)); // what was picked is still there
        stage.click(u"reserveButton"_s);
        QTRY_VERIFY(stage.isShown(u"startPaymentButton"_s));
        QCOMPARE(ordersAtTheServer(stage), 1);
        QCOMPARE(stage.lastSale().order.tickets.size(), 2);
    }

    /// It cannot be kept, and must not be taken for kept.
    void moneyThatCannotBeRecordedIsNotedOnPaper()
    {
        GuiFixture stage(Format::Language::English);
        stage.startPayment(GuiFixture::cashEvent(), GuiFixture::cashSet(), 1);
        QTRY_VERIFY(stage.isShown(u"confirmPaidButton"_s));
        stage.click(u"confirmPaidButton"_s);
        QTRY_VERIFY(stage.isShown(u"confirmPaidYesButton"_s));
        const BadDisk full(stage.profile.filePath(u"journal.sqlite"_s), ENOSPC);
        stage.press(Qt::Key_Return);
        QTRY_VERIFY(reads(stage, u"note the order and the sum on paper"_s));
    }

    void theProfilesFolderIsOnAFullDisk()
    {
        const QTemporaryDir folder;
        const auto messageOf = [&folder](int error) {
            const BadDisk bad(folder.path(), error);
            const auto made = makeProfileFolder(folder.path());
            return made ? QString() : made.error();
        };
        const QString full = messageOf(ENOSPC);
        QVERIFY2(full.contains(u"is full. Free some space"_s), qPrintable(full));
        const QString readOnly = messageOf(EROFS);
        QVERIFY2(readOnly.contains(u"cannot be written to: call the administrator"_s), qPrintable(readOnly));
        QVERIFY(makeProfileFolder(folder.path()));
        QVERIFY(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }

    void saysThatTheJournalWasDamaged_data()
    {
        QTest::addColumn<Format::Language>("language");
        QTest::addColumn<QString>("title");
        QTest::newRow("English") << Format::Language::English << u"This counter's journal was damaged"_s;
        QTest::newRow("Russian") << Format::Language::Russian << u"Журнал этой кассы был повреждён"_s;
    }

    void saysThatTheJournalWasDamaged()
    {
        QFETCH(Format::Language, language);
        QFETCH(QString, title);
        GuiFixture stage(language);
        const QString path = stage.profile.filePath(u"damaged.sqlite"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(5000, 'x')) == 5000);
        file.close();
        HttpClient::Config config;
        config.server = stage.server->url();
        config.key = stage.server->key().toLatin1();
        NetworkCounter counter(config, openStore(path), Format(language));
        WindowController windows(counter, stage.settings, stage.memory, stage.languages, {MainWindow::Mode::Live});
        windows.main().show();
        InputDriver hand(windows.main());
        counter.start();
        QTRY_VERIFY(hand.find<Notice>(u"recoveryNotice"_s));
        const auto *notice = hand.find<Notice>(u"recoveryNotice"_s);
        QVERIFY(notice);
        QCOMPARE(notice->title(), title);
        QVERIFY(notice->body().contains(u"damaged.sqlite.damaged-"));
        QCOMPARE(hand.click(u"recoverDoneButton"_s), InputDriver::Result::Done);
        QVERIFY(!hand.find(u"recoveryNotice"_s));
    }
};

} // namespace okoshko::test

QTEST_MAIN(okoshko::test::DiskWindowTest)
#include "tst_diskwindow.moc"
