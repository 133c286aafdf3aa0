// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

namespace okoshko {

/// A stack with the size hint of its current page, for scroll areas; QStackedWidget's is that of the largest page.
class CurrentStack final : public QStackedWidget
{
    Q_OBJECT
public:
    explicit CurrentStack(QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
};

} // namespace okoshko
