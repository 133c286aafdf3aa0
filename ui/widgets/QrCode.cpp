// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/QrCode.h"

#include "ui/theme/Theme.h"

#include <QPainter>

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <algorithm>
#include <cmath>
#include <exception>

namespace okoshko {

namespace {

constexpr int quietZone = 4;          ///< modules on each side, by the standard
constexpr int minPixelsPerModule = 3; ///< physical pixels

} // namespace

QrCode::QrCode(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void QrCode::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_modules = encode(text);
    updateAccessibleName();
    update();
}

void QrCode::updateAccessibleName()
{
    setAccessibleName(isReadable() ? tr("The payment page as a QR code") : tooLong());
}

void QrCode::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateAccessibleName();
}

QImage QrCode::encode(const QString &text)
{
    if (text.isEmpty())
        return {};
    // Without an ECI for ASCII text, and with the lowest error correction: on a screen larger modules help a phone
    // more.
    const bool isAscii = std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; });
    constexpr int minCorrection = 0;
    try { // ZXing throws if a text is too long
        const auto bits = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                              .setMargin(quietZone)
                              .setEccLevel(minCorrection)
                              .setEncoding(isAscii ? ZXing::CharacterSet::Unknown : ZXing::CharacterSet::UTF8)
                              .encode(text.toStdWString(), 0, 0);
        QImage image(bits.width(), bits.height(), QImage::Format_Mono);
        for (int y = 0; y < bits.height(); ++y) {
            for (int x = 0; x < bits.width(); ++x)
                image.setPixel(x, y, bits.get(x, y) ? 0 : 1);
        }
        image.setColorTable({qRgb(0, 0, 0), qRgb(255, 255, 255)});
        return image;
    } catch (const std::exception &) {
        return {};
    }
}

QSize QrCode::sizeHint() const
{
    return {Theme::space(44), Theme::space(44)};
}

QString QrCode::tooLong()
{
    return tr("This address is too long for a code here: open it, or copy it.");
}

int QrCode::minSide() const
{
    return static_cast<int>(std::ceil(m_modules.width() * minPixelsPerModule / devicePixelRatioF()));
}

int QrCode::pixelsAModule() const
{
    if (m_modules.isNull())
        return 0;
    const int pixels = static_cast<int>(std::min(width(), height()) * devicePixelRatioF()) / m_modules.width();
    return pixels < minPixelsPerModule ? 0 : pixels;
}

void QrCode::paintEvent(QPaintEvent *)
{
    if (m_text.isEmpty())
        return;
    QPainter painter(this);
    const int pixels = pixelsAModule();
    if (pixels == 0) {
        painter.setFont(Theme::font(Theme::Type::Text));
        painter.setPen(Theme::palette().text);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, tooLong());
        return;
    }
    // Aligned to physical pixels: blurred edges make a code hard to read.
    const double ratio = devicePixelRatioF();
    const double side = m_modules.width() * pixels / ratio;
    const QTransform toScreen = painter.deviceTransform();
    const QPointF corner = toScreen.map(QPointF((width() - side) / 2, (height() - side) / 2));
    const QPointF whole(std::floor(corner.x()), std::floor(corner.y()));
    painter.drawImage(QRectF(toScreen.inverted().map(whole), QSizeF(side, side)), m_modules);
}

} // namespace okoshko
