// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace okoshko {

/// A QR code, black on white whatever the theme, with its quiet zone: phones want it so.
class QrCode final : public QWidget
{
    Q_OBJECT
public:
    explicit QrCode(QWidget *parent);

    /// Empty text shows nothing; a text too long for a code neither.
    void setText(const QString &text);

    /// One pixel a module, quiet zone included; null where \a text cannot be a code.
    [[nodiscard]] static QImage encode(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return width; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    QImage m_modules;
};

} // namespace okoshko
