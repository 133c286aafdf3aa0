// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace okoshko {

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
