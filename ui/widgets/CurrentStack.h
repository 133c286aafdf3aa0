// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

namespace okoshko {

/// A stack that asks for the room of the page that is shown, for use where it may scroll: Qt's asks for that of the
/// largest.
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
