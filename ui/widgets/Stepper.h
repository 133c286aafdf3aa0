// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace okoshko {

/// A count of tickets: − n +. Digits set it; + and −, arrows and clicks on its halves step it. Accessible as a spin
/// box.
class Stepper final : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(int value READ value WRITE setValue NOTIFY valueChanged USER true)
public:
    explicit Stepper(QWidget *parent);

    [[nodiscard]] int value() const { return m_value; }
    void setValue(int value); ///< clamped to 0 … most
    void setMaximum(int maximum);
    [[nodiscard]] int maximum() const { return m_maximum; }
    /// As by + and −, a click or an assistive tool: emits refused() above the maximum.
    void request(int value);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void valueChanged(int value);
    /// More than the maximum was requested.
    void refused(int wanted);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] static bool takes(int key);
    void ask(int value);

    int m_value = 0;
    int m_maximum = 0;
    int m_typed = 0; ///< digits typed since the focus came: 1, then 12
};

} // namespace okoshko
