// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sale/Countdown.h"

#include <QWidget>

#include <optional>

namespace okoshko {

/// The remaining time of a hold: a ring around a large figure, and a line below. In the last two minutes the ring is
/// divided into minutes, and the figure is red and bold.
class CountdownRing final : public QWidget
{
    Q_OBJECT
public:
    explicit CountdownRing(QWidget *parent);

    struct Look
    {
        std::optional<Countdown> countdown;
        QString figure;
        QString note;  ///< `held until 14:51`
        QString words; ///< for screen readers

        friend bool operator==(const Look &, const Look &) = default;
    };
    void setLook(const Look &look);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
};

} // namespace okoshko
