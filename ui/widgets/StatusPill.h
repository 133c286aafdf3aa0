// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Painting.h"

#include <QWidget>

namespace okoshko {

/// An order's state: icon, word and colour.
class StatusPill final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusPill(QWidget *parent);

    void setLook(const PillLook &look);

    [[nodiscard]] QSize sizeHint() const override { return pillSize(m_look); }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PillLook m_look;
};

} // namespace okoshko
