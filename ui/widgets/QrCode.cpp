// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/QrCode.h"

#include "ui/theme/Theme.h"

#include <QPainter>

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <algorithm>
#include <exception>

namespace okoshko {

namespace {

constexpr int quietZone = 4; ///< modules on each side, by the standard

} // namespace

QrCode::QrCode(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void QrCode::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_modules = encode(text);
    update();
}

QImage QrCode::encode(const QString &text)
{
    if (text.isEmpty())
        return {};
    try { // the library says by an exception that a text is too long
        const auto bits = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                              .setMargin(quietZone)
                              .setEncoding(ZXing::CharacterSet::UTF8)
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

void QrCode::paintEvent(QPaintEvent *)
{
    if (m_modules.isNull())
        return;
    QPainter painter(this);
    // Whole pixels a module: edges that fall between pixels make a code hard to read.
    const double ratio = devicePixelRatioF();
    const int scale = std::max(1, static_cast<int>(std::min(width(), height()) * ratio) / m_modules.width());
    const double side = m_modules.width() * scale / ratio;
    painter.drawImage(QRectF((width() - side) / 2, (height() - side) / 2, side, side), m_modules);
}

} // namespace okoshko
