// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/sale/PaymentTill.h"
#include "tests/support/TestProgram.h"
#include "ui/widgets/CountdownRing.h"
#include "ui/widgets/QrCode.h"

#include <QDir>
#include <QtMath>

#include <ZXing/ReadBarcode.h>

using namespace Qt::StringLiterals;

namespace okoshko::test::tst_qrcode {

namespace {

QUrl addressOf(int letters)
{
    const QString begin = u"https://pay.example.org/pay?token="_s;
    QString address = begin;
    for (int i = 0; address.size() < letters; ++i)
        address += QString::number(i * 7919 % 36, 36);
    return QUrl(address.first(letters));
}

/// What a phone would read in \a picture; empty where there is no code.
QString readBack(const QImage &picture)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                static_cast<int>(grey.bytesPerLine()));
    const auto result = ZXing::ReadBarcode(view, ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode));
    return result.isValid() ? QString::fromStdWString(result.text()) : QString();
}

} // namespace

/// The address of a payment page as a code that phones read, in the window of the payment at the sizes of a counter's
/// screen. Leaves the pictures in build/looks. Runs once with a pixel of the screen a point, and once with 1.25 of
/// them.
class QrCodeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(QDir().mkpath(QStringLiteral(OKOSHKO_LOOKS))); }
    void cleanupTestCase() { Theme::apply(*qApp, Theme::Kind::Light); }

    /// Versions and lengths by the standard (ISO/IEC 18004), the least correction.
    void takesTheFewestModules_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("side"); ///< with the quiet zone; 0 = no code
        QTest::newRow("nothing") << QString() << 0;
        QTest::newRow("version 1") << QString(17, u'a') << 21 + 8;
        QTest::newRow("version 2") << QString(18, u'a') << 25 + 8;
        QTest::newRow("1,100 letters") << addressOf(1100).toString() << 113 + 8;
        QTest::newRow("version 40") << QString(2953, u'a') << 177 + 8;
        QTest::newRow("too long") << QString(2954, u'a') << 0;
        QTest::newRow("3,200 letters") << addressOf(3200).toString() << 0;
        QTest::newRow("other letters") << u"https://пример.рф/"_s << 25 + 8;
    }

    void takesTheFewestModules()
    {
        QFETCH(QString, text);
        QFETCH(int, side);
        const QImage code = QrCode::encode(text);
        QCOMPARE(code.width(), side);
        if (side == 0)
            return;
        QImage large = code.scaled(code.size() * 3).convertToFormat(QImage::Format_RGB32);
        QCOMPARE(readBack(large), text);
        for (int at = 0; at < side; ++at) {
            for (int edge : {0, 1, 2, 3, side - 4, side - 3, side - 2, side - 1}) {
                QCOMPARE(code.pixel(at, edge), qRgb(255, 255, 255));
                QCOMPARE(code.pixel(edge, at), qRgb(255, 255, 255));
            }
        }
    }

    void isReadWhereItIsShown_data()
    {
        QTest::addColumn<int>("letters");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("textSize");
        QTest::addColumn<Theme::Kind>("theme");
        QTest::addColumn<bool>("isCode"); ///< rather than words
        using Kind = Theme::Kind;
        // Of a screen, less what the main window has above and below.
        const QSize small(1280, 750);
        const QSize large(1920, 1030);
        QTest::newRow("usual, 1280") << 80 << small << 100 << Kind::Light << true;
        QTest::newRow("usual, 1920") << 80 << large << 100 << Kind::Dark << true;
        QTest::newRow("usual, 1280, large text") << 80 << small << 200 << Kind::Dark << true;
        QTest::newRow("usual, 1920, large text") << 80 << large << 200 << Kind::Light << true;
        QTest::newRow("1,100, 1280") << 1100 << small << 100 << Kind::Dark << true;
        QTest::newRow("1,100, 1920") << 1100 << large << 100 << Kind::Light << true;
        QTest::newRow("1,100, 1920, large text") << 1100 << large << 200 << Kind::Light << true;
        QTest::newRow("2,900, 1280") << 2900 << small << 100 << Kind::Light << false;
        QTest::newRow("2,900, 1920") << 2900 << large << 100 << Kind::Light << true;
        QTest::newRow("3,200, 1280") << 3200 << small << 100 << Kind::Light << false;
        QTest::newRow("3,200, 1920") << 3200 << large << 100 << Kind::Dark << false;
        QTest::newRow("3,200, 1280, large text") << 3200 << small << 200 << Kind::Light << false;
    }

    void isReadWhereItIsShown()
    {
        QFETCH(int, letters);
        QFETCH(QSize, size);
        QFETCH(int, textSize);
        QFETCH(Theme::Kind, theme);
        QFETCH(bool, isCode);
        PaymentTill counter;
        Theme::apply(*qApp, theme, textSize);
        counter.vendor.page = addressOf(letters);
        counter.start();
        counter.openDialog();
        PaymentPage &dialog = *counter.dialog;
        const Sale &sale = counter.sale(counter.startPayment());
        dialog.setSale(sale.order.id);
        dialog.show();
        dialog.resize(size);
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        qApp->processEvents();
        const QImage picture = dialog.grab().toImage();
        QVERIFY(picture.save(QStringLiteral(OKOSHKO_LOOKS "/payment-page-%1.png")
                                 .arg(QString::fromLatin1(QTest::currentDataTag()).replace(u", "_s, u"-"_s))));
        if (textSize == 100)
            QCOMPARE(dialog.size(), size);

        const auto *code = dialog.findChild<QrCode *>(u"qrCode"_s);
        QVERIFY(code && code->isVisible());
        if (qApp->devicePixelRatio() == 1) // with more of them there is room for more
            QCOMPARE(code->isReadable(), isCode);
        QCOMPARE(readBack(picture), code->isReadable() ? addressOf(letters).toString() : QString());
        QCOMPARE(code->accessibleName() == QrCode::tooLong(), !code->isReadable());
        for (const QString &name : {u"openPageButton"_s, u"copyAddressButton"_s}) {
            const auto *button = dialog.findChild<QWidget *>(name);
            QVERIFY(button->isVisible());
            QVERIFY(button->width() >= button->sizeHint().width());
        }
        if (textSize == 100 && isCode) {
            const auto *ring = dialog.findChild<CountdownRing *>(u"countdownRing"_s);
            QVERIFY(code->width() >= std::min({ring->width(), ring->height(), ring->sizeHint().width()}));
        }
    }

    void whereThereIsNoRoomWordsStand()
    {
        QrCode code(nullptr);
        code.setText(addressOf(80).toString());
        const int least = code.minSide();
        const double pixels = 3 * QrCode::encode(addressOf(80).toString()).width();
        QCOMPARE(least, qCeil(pixels / qApp->devicePixelRatio()));
        code.resize(least, least + 40);
        QVERIFY(code.isReadable());
        QCOMPARE(readBack(code.grab().toImage()), addressOf(80).toString());
        code.resize(least - 1, least + 40);
        QVERIFY(!code.isReadable());
        QCOMPARE(readBack(code.grab().toImage()), QString());
        code.setText({});
        QVERIFY(!code.isReadable());
    }
};

} // namespace okoshko::test::tst_qrcode

OKOSHKO_TEST(tst_qrcode, QrCodeTest, QApplication)
#include "tst_qrcode.moc"
