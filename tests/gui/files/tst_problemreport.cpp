// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Logging.h"
#include "app/report/ProblemReport.h"
#include "app/report/Redactor.h"
#include "tests/gui/files/Saver.h"
#include "tests/support/TestProgram.h"
#include "tests/unit/app/ReadZip.h"

#include <QAbstractButton>
#include <QFileInfo>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace okoshko::test::tst_problemreport {

namespace {

const QString firstName = u"Аннабель"_s;
const QString lastName = u"Каренина-Шталь"_s;
const QString email = u"annabel.k@example.org"_s;

/// Whether \a field of \a picture has one colour only.
bool isBlank(const QImage &picture, const QRect &field)
{
    if (field.isEmpty() || !picture.rect().contains(field))
        return false;
    const QRgb first = picture.pixel(field.topLeft());
    for (int y = field.top(); y <= field.bottom(); ++y) {
        for (int x = field.left(); x <= field.right(); ++x) {
            if (picture.pixel(x, y) != first)
                return false;
        }
    }
    return true;
}

QRect fieldOf(const GuiFixture &stage, const QString &name)
{
    const QWidget *widget = stage.find(name);
    return widget ? QRect(widget->mapTo(&stage.windows->main(), QPoint()), widget->size()) : QRect();
}

} // namespace

/// A problem is reported in one step, and nothing about buyers leaves with it.
class ProblemReportTest : public QObject
{
    Q_OBJECT

private:
    /// A sale to a buyer whose name the payment page wants.
    static const Sale &sellToAnna(GuiFixture &stage)
    {
        const Sale &sale = stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        stage.press(Qt::Key_2);
        [&] { QTRY_VERIFY(stage.find(u"firstNameEdit"_s)); }();
        const std::pair<QString, QString> fields[]{
            {u"firstNameEdit"_s, firstName}, {u"lastNameEdit"_s, lastName}, {u"emailEdit"_s, email}};
        for (const auto &[name, text] : fields) {
            stage.click(name);
            stage.type(text);
        }
        stage.press(Qt::Key_Return);
        [&] { QTRY_COMPARE(sale.order.status, OrderStatus::InProgress); }();
        return sale;
    }

private Q_SLOTS:
    void cleanup() { qInstallMessageHandler(nullptr); }

    void isSavedInOneStepAndHoldsNoSecret_data()
    {
        QTest::addColumn<Format::Language>("language");
        QTest::addColumn<QString>("letters");
        QTest::addColumn<QString>("title");
        QTest::newRow("English") << Format::Language::English << u"hp"_s << u"The report is saved"_s;
        QTest::newRow("Russian") << Format::Language::Russian << u"пс"_s << u"Отчёт сохранён"_s;
    }

    void isSavedInOneStepAndHoldsNoSecret()
    {
        QFETCH(Format::Language, language);
        QFETCH(QString, letters);
        QFETCH(QString, title);
        GuiFixture stage(language);
        startLogging(stage.profile.path(), LogLevel::Debug);
        const Sale &sale = sellToAnna(stage);
        stage.press(Qt::Key_Escape);
        QTRY_VERIFY(stage.isShown(u"orderTable"_s));
        QTRY_COMPARE(sale.order.customer.email, email);
        stage.click(u"filterEdit"_s);
        stage.type(u"Каренина"_s);
        QTRY_VERIFY(stage.find(u"paneBuyer"_s));
        // The server's words about a buyer, as they may come.
        qWarning("server: %s", qUtf8Printable(firstName + u" <"_s + email + u">"_s));

        // Where they are as the picture is taken; the window lives on.
        QMap<QString, QRect> fields;
        connect(&stage.windows->main(), &MainWindow::reportRequested, this, [&] {
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            for (const QString &name : {u"paneBuyer"_s, u"filterEdit"_s, u"paneNumber"_s})
                fields.insert(name, fieldOf(stage, name));
        });
        Saver saver(stage);
        saver.chooseInMenu(letters);
        QTRY_VERIFY(QFileInfo(saver.proposed()).fileName().startsWith(u"okoshko-report-20"));
        const QString path = stage.profile.filePath(u"bericht"_s);
        saver.saveAs(path);
        QMessageBox *box = saver.box(u"savedBox"_s);
        QVERIFY(box);
        QCOMPARE(box->windowTitle(), title);
        QVERIFY(box->text().contains(path + u".zip"_s));

        const auto files = readZip(path + u".zip"_s);
        QCOMPARE(files.keys(), (QStringList{u"about.txt"_s, u"log.txt"_s, u"order.txt"_s, u"window.png"_s}));
        QVERIFY(files.value(u"about.txt"_s).contains("profile: training\n"));
        QVERIFY(files.value(u"order.txt"_s).contains(sale.order.id.toString().toLatin1()));
        QVERIFY(files.value(u"order.txt"_s).contains("payment_started"));
        const QByteArray log = files.value(u"log.txt"_s);
        QVERIFY2(log.contains("okoshko.http: #") && log.contains("PATCH"), log.constData());
        QVERIFY(log.contains("server: "));
        const QString token = sale.order.payment.redirectUrl.path().section(u'/', -1);
        QVERIFY(token.size() > 8);
        for (const QByteArray &file : files) {
            for (const QString &secret : {firstName, lastName, u"Каренина"_s, email, stage.server->key(), token})
                QVERIFY2(!file.contains(secret.toUtf8()), (secret.toUtf8() + " in " + file).constData());
        }
        const QImage picture = QImage::fromData(files.value(u"window.png"_s));
        QCOMPARE(picture.size(), stage.windows->main().size());
        if (qEnvironmentVariableIsSet("OKOSHKO_SHOTS"))
            picture.save(qEnvironmentVariable("OKOSHKO_SHOTS") + u"/report-"_s + letters + u".png"_s);
        for (const QString &name : {u"paneBuyer"_s, u"filterEdit"_s})
            QVERIFY2(isBlank(picture, fields.value(name)), qPrintable(name + QDebug::toString(fields.value(name))));
        QVERIFY(!isBlank(picture, fields.value(u"paneNumber"_s)));
    }

    void opensItsFolder()
    {
        GuiFixture stage;
        Saver saver(stage);
        saver.report();
        saver.saveAs(stage.profile.filePath(u"r.zip"_s));
        QMessageBox *box = saver.box(u"savedBox"_s);
        QVERIFY(box);
        auto *folder = box->findChild<QAbstractButton *>(u"openFolderButton"_s);
        QVERIFY(folder);
        QTest::mouseClick(folder, Qt::LeftButton);
        QCOMPARE(saver.openedFolders, QList<QUrl>{QUrl::fromLocalFile(stage.profile.path())});
        QVERIFY(!readZip(stage.profile.filePath(u"r.zip"_s)).contains(u"order.txt"_s)); // there was none
    }

    void reportsFromThePaymentWithoutWhatIsTypedThere()
    {
        GuiFixture stage;
        const Sale &sale = stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        stage.press(Qt::Key_2);
        QTRY_VERIFY(stage.find(u"firstNameEdit"_s));
        stage.click(u"firstNameEdit"_s);
        stage.type(firstName);
        Saver saver(stage);
        saver.report();
        saver.saveAs(stage.profile.filePath(u"r.zip"_s));
        QVERIFY(saver.box(u"savedBox"_s));
        const auto files = readZip(stage.profile.filePath(u"r.zip"_s));
        QVERIFY(files.value(u"order.txt"_s).contains(sale.order.id.toString().toLatin1()));
        const QImage picture = QImage::fromData(files.value(u"window.png"_s));
        for (const QString &name : {u"firstNameEdit"_s, u"lastNameEdit"_s, u"emailEdit"_s})
            QVERIFY2(isBlank(picture, fieldOf(stage, name)), qPrintable(name));
    }

    void thePaymentsAddressIsNotInThePicture()
    {
        GuiFixture stage;
        sellToAnna(stage);
        // The pane shares its room between them as soon as it is laid out.
        for (const QString &name : {u"qrCode"_s, u"pageAddress"_s})
            QTRY_VERIFY2(!isBlank(stage.windows->main().grab().toImage(), fieldOf(stage, name)), qPrintable(name));
        const QImage picture = pictureOf(stage.windows->main(), Redactor());
        for (const QString &name : {u"qrCode"_s, u"pageAddress"_s})
            QVERIFY2(isBlank(picture, fieldOf(stage, name)), qPrintable(name));
    }

    void aControlThatSaysTooMuchIsBlankedToo()
    {
        GuiFixture stage;
        stage.reserve(GuiFixture::pageEvent(), GuiFixture::pageSet(), 1);
        const auto *title = stage.find(u"startPaymentButton"_s);
        QVERIFY(title);
        const QRect field = fieldOf(stage, u"startPaymentButton"_s);
        QVERIFY(!isBlank(pictureOf(stage.windows->main(), Redactor()), field));
        const QString words = title->property("text").toString().remove(u'&');
        QVERIFY(isBlank(pictureOf(stage.windows->main(), Redactor({words.section(u' ', -1)})), field));
    }

    void saysWhyItIsNotSaved()
    {
        GuiFixture stage(Format::Language::Russian);
        Saver saver(stage);
        saver.report();
        saver.saveAs(u"/proc/okoshko.zip"_s); // no file can be made there, not even by root
        QMessageBox *box = saver.box(u"notSavedBox"_s);
        QVERIFY(box);
        QCOMPARE(box->text(), u"Файл не сохранён: сюда нельзя записать. Выберите другое место."_s);
        QTest::keyClick(box, Qt::Key_Escape);
        saver.report(); // and again
        saver.saveAs(stage.profile.filePath(u"r.zip"_s));
        QVERIFY(saver.box(u"savedBox"_s));
    }

    void leavingItSavesNothing()
    {
        GuiFixture stage;
        Saver saver(stage);
        for (int i = 0; i < 2; ++i) {
            saver.report();
            QTRY_VERIFY(stage.find(u"saveDialog"_s));
            Q_EMIT stage.windows->main().reportRequested(); // one at a time
            QCOMPARE(stage.windows->main().findChildren<QWidget *>(u"saveDialog"_s).size(), 1);
            QTest::keyClick(stage.find(u"saveDialog"_s), Qt::Key_Escape);
            QTRY_VERIFY(!stage.windows->main().findChild<QWidget *>(u"saveDialog"_s));
        }
    }
};

} // namespace okoshko::test::tst_problemreport

OKOSHKO_TEST(tst_problemreport, ProblemReportTest, QApplication)
#include "tst_problemreport.moc"
