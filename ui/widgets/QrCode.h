// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace okoshko {

/// A QR code, black on white in any theme, with its quiet zone, as phones need it. As large as there is room for, in
/// whole physical pixels per module, at least three: phones do not read smaller ones. Without room for that, a text
/// replaces it. The accessible name says which of both is shown.
class QrCode final : public QWidget
{
    Q_OBJECT
public:
    explicit QrCode(QWidget *parent);

    /// Empty text shows nothing.
    void setText(const QString &text);
    /// The code is shown, not the text.
    [[nodiscard]] bool isReadable() const { return pixelsAModule() > 0; }
    /// The minimum side of the code; 0 if the text is too long for any code.
    [[nodiscard]] int minSide() const;
    /// The text shown in place of the code.
    [[nodiscard]] static QString tooLong();

    /// One pixel per module, with quiet zone; null if \a text cannot be encoded.
    [[nodiscard]] static QImage encode(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateAccessibleName();
    [[nodiscard]] int pixelsAModule() const; ///< physical pixels; 0 if there is no room for three

    QString m_text;
    QImage m_modules;
};

} // namespace okoshko
