// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyEvent>
#include <QString>
#include <QStringList>
#include <QWidget>

namespace okoshko {

/// The pressed key, independent of the layout: a Cyrillic letter (ЙЦУКЕН) is mapped to the Latin one at the same place
/// of a US keyboard, and the keypad's Enter to Enter.
[[nodiscard]] Qt::Key keyAtPlace(const QKeyEvent &event);

/// The label of a key for commands: `O·Щ` for a letter, `Enter`, `Esc`, `Del`, `F5` for others. The same in both
/// languages.
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
