// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace okoshko {

/// A QR code, black on white whatever the theme, with its quiet zone: phones want it so. As large as there is room for,
/// in whole pixels of the screen a module, and three of them at least: smaller ones phones do not read. Where there is
/// no room for that, words stand in its place. Its accessible name says which of both is there.
class QrCode final : public QWidget
{
    Q_OBJECT
public:
    explicit QrCode(QWidget *parent);

    /// Empty text shows nothing.
    void setText(const QString &text);
    /// The code is there, rather than words.
    [[nodiscard]] bool isReadable() const { return pixelsAModule() > 0; }
    /// The least side that has room for the code; 0 where the text is too long for any.
    [[nodiscard]] int minSide() const;
    /// What stands in the place of a code that has no room.
    [[nodiscard]] static QString tooLong();

    /// One pixel a module, quiet zone included; null where \a text cannot be a code.
    [[nodiscard]] static QImage encode(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void nameIt();
    [[nodiscard]] int pixelsAModule() const; ///< of the screen; 0 where there is no room for three

    QString m_text;
    QImage m_modules;
};

} // namespace okoshko
