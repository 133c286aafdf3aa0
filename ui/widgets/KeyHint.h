// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyEvent>
#include <QString>
#include <QStringList>
#include <QWidget>

namespace okoshko {

/// The key that a cashier pressed, whatever layout is on: a Cyrillic letter (ЙЦУКЕН) stands for the Latin one at the
/// same place of a US keyboard, and Enter of the keypad for Enter.
[[nodiscard]] Qt::Key keyAtPlace(const QKeyEvent &event);

/// What stands on a key that commands are pressed by: `O·Щ` for a letter, `Enter`, `Esc`, `Del`, `F5` for others. Keys
/// bear these names in both languages.
[[nodiscard]] QString capOf(Qt::Key key);

/// Keys and what they do: `[↑] [↓] choose`.
class KeyHint final : public QWidget
{
    Q_OBJECT
public:
    KeyHint(const QStringList &keys, QWidget *parent);

    void setText(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList m_keys;
    QString m_text;
};

} // namespace okoshko
